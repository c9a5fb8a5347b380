"""The values of a chart in one unit, as numbers for lengths and as text for readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from build_scripts.draw.resolve.entries import Entry, Undrawable
from build_scripts.draw.resolve.printed import common_step, printed
from build_scripts.model.figures import Hedge
from build_scripts.model.interval import Interval
from build_scripts.model.quantity import BARE, IN_PERCENT, Quantity, Unit, UnitClash, alike
from build_scripts.read.notation.words import Lexicon


@dataclass(frozen=True)
class Values:
    """What `unified` makes of entries: a quantity and a text for each, in one unit."""

    quantities: tuple[Quantity, ...]
    texts: tuple[str, ...]
    unit: str

    def ends(self, place: int) -> tuple[float, float, bool, bool]:
        """The ends of a value, and whether the low and the high one are open."""
        return interval_ends(self.quantities[place].interval)


def interval_ends(interval: Interval) -> tuple[float, float, bool, bool]:
    """Both ends as floats; an unbounded one has the number of the other."""
    low, high = interval.low.value, interval.high.value
    known = low if low is not None else high if high is not None else Fraction(0)
    return (
        float(known if low is None else low),
        float(known if high is None else high),
        low is None,
        high is None,
    )


def unified(entries: Sequence[Entry], lexicon: Lexicon, *, exact: bool) -> Values:
    """Bring all values into one unit and print them.

    With `exact`, "about 5 million" is the point 5 million, not what rounds to it. Raises
    Undrawable for units that do not go together.
    """
    quantities = [_point(entry) if exact else entry.quantity for entry in entries]
    quantities = _in_one_unit(entries, quantities)
    unit = quantities[0].unit
    pairs = list(zip(entries, quantities, strict=True))
    step = common_step(quantity for entry, quantity in pairs if entry.fact.stated is None)
    texts = [printed(entry.fact, quantity, step, lexicon) for entry, quantity in pairs]
    return Values(tuple(quantities), tuple(texts), "" if unit == BARE else str(unit))


def _point(entry: Entry) -> Quantity:
    stated = entry.fact.stated
    if stated is not None and stated.hedge is Hedge.ABOUT and len(stated.ends) == 1:
        return Quantity(Interval.point(stated.ends[0]), entry.quantity.unit)
    return entry.quantity


def _in_one_unit(entries: Sequence[Entry], quantities: Sequence[Quantity]) -> list[Quantity]:
    units = {quantity.unit for quantity in quantities}
    if units == {BARE} and _are_shares(quantities):
        return [_in_percent(quantity) for quantity in quantities]
    if units <= {BARE, IN_PERCENT} and IN_PERCENT in units:
        return [_in_percent(quantity) for quantity in quantities]
    named = next((quantity for quantity in quantities if quantity.unit != BARE), quantities[0])
    result = []
    for entry, quantity in zip(entries, quantities, strict=True):
        try:
            alike(quantity, named, "draw")
            result.append(_taking(quantity, named.unit))
        except UnitClash:
            raise _clash(entry, quantity.unit, named.unit) from None
    return result


def _taking(quantity: Quantity, unit: Unit) -> Quantity:
    """A bare number takes the unit; another rate of time is not drawn beside it."""
    if quantity.unit not in (BARE, unit):
        raise UnitClash(f"{quantity.unit} beside {unit}")
    return Quantity(quantity.interval, unit)


def _clash(entry: Entry, unit: Unit, other: Unit) -> Undrawable:
    currencies = [name for name in (*unit.over, *other.over) if _is_currency(name)]
    if len(currencies) > 1:
        message = f"{entry.label!r} is in {currencies[0]}, other values in {currencies[1]}"
        return Undrawable(entry.place, message, "draw one currency to a chart")
    return Undrawable(
        entry.place,
        f"{entry.label!r} is in {_name(unit)}, other values in {_name(other)}",
        "draw one unit to a chart, or compute the values in one unit first",
    )


def _is_currency(name: str) -> bool:
    return len(name) == 3 and name.isupper()


def _name(unit: Unit) -> str:
    return str(unit) or "bare numbers"


def _are_shares(quantities: Sequence[Quantity]) -> bool:
    """Whether bare numbers are ratios of parts to a whole: none above 1, and not all whole."""
    ends = [
        end.value
        for quantity in quantities
        for end in (quantity.interval.low, quantity.interval.high)
    ]
    known = [end for end in ends if end is not None]
    return all(0 <= end <= 1 for end in known) and any(end.denominator > 1 for end in known)


def _in_percent(quantity: Quantity) -> Quantity:
    if quantity.unit == IN_PERCENT:
        return quantity
    return Quantity(quantity.interval.scaled(100), IN_PERCENT)
