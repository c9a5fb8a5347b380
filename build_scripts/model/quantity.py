"""Quantities: an interval with a unit.

Percent and percentage points are hundredths in products of two quantities; beside a bare number
they stay what they are (twice 1.5% is 3%). Two percentages subtracted leave percentage points;
percentage points beside a percentage give a percentage again. A quantity without a unit is a
ratio or a bare number.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from build_scripts.model import interval as intervals
from build_scripts.model.interval import Interval, Truth

PERCENT = "%"
POINTS = "percentage points"
TIMES = frozenset("second minute hour day week month quarter year decade century".split())
"""The units of time, as rates have them."""
_PER_LONGEST: dict[str, tuple[str, Fraction]] = {
    "month": ("year", Fraction(12)),
    "quarter": ("year", Fraction(4)),
    "hour": ("day", Fraction(24)),
    "week": ("day", Fraction(1, 7)),
}
"""How often a time goes into the one that rates are converted to."""


class UnitClash(ValueError):
    """Two quantities that cannot be added or compared; the message names both units."""


class Unit(NamedTuple):
    """A product of base units over others: shells / year; both empty is a bare number.

    Units of time stand in the singular on both sides, so that they cancel.
    """

    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()

    def __str__(self) -> str:
        top = " ".join(f"{base}s" if base in TIMES else base for base in self.over)
        return " ".join([top or "1", *map(_rate, self.under)]) if self.under else top

    def __mul__(self, other: Unit) -> Unit:  # type: ignore[override]
        return _reduced([*self.over, *other.over], [*self.under, *other.under])

    def __truediv__(self, other: Unit) -> Unit:
        return self * Unit(other.under, other.over)


BARE = Unit()
IN_PERCENT = Unit((PERCENT,))
IN_POINTS = Unit((POINTS,))
_HUNDREDTHS = (IN_PERCENT, IN_POINTS)


def _rate(base: str) -> str:
    if base not in TIMES:
        return f"per {base}"
    return f"an {base}" if base == "hour" else f"a {base}"


def _reduced(over: list[str], under: list[str]) -> Unit:
    for base in list(over):
        if base in under:
            over.remove(base)
            under.remove(base)
    return Unit(tuple(sorted(over)), tuple(sorted(under)))


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval of a unit."""

    interval: Interval
    unit: Unit = BARE

    @classmethod
    def of(cls, value: Fraction | int, unit: Unit = BARE) -> Quantity:
        """A single value with a unit."""
        return cls(Interval.point(value), unit)

    def as_ratio(self) -> Quantity:
        """A percentage or percentage points as hundredths without that unit; else as it is."""
        over = tuple(base for base in self.unit.over if base not in (PERCENT, POINTS))
        under = tuple(base for base in self.unit.under if base not in (PERCENT, POINTS))
        powers = len(self.unit.under) - len(under) - len(self.unit.over) + len(over)
        if over == self.unit.over and under == self.unit.under:
            return self
        return Quantity(self.interval.scaled(Fraction(100) ** powers), Unit(over, under))

    def __neg__(self) -> Quantity:
        return Quantity(-self.interval, self.unit)

    def __mul__(self, other: Quantity) -> Quantity:
        """Multiply; a bare number leaves the other's unit as it is.

        Times cancel: three months of 12 shells a year are 3 shells.
        """
        if BARE in (self.unit, other.unit):
            unit = other.unit if self.unit == BARE else self.unit
            return Quantity(self.interval * other.interval, unit)
        a, b = self.as_ratio(), other.as_ratio()
        return _cancelled(Quantity(a.interval * b.interval, a.unit * b.unit))

    def __truediv__(self, other: Quantity) -> Quantity:
        """Divide; a bare number takes the divisor's unit, so that a count of states over states
        is a ratio. Raises UndefinedQuotient when the divisor contains zero or touches it.
        """
        if other.unit == BARE:
            return Quantity(self.interval / other.interval, self.unit)
        a, b = self.as_ratio(), other.as_ratio()
        if self.unit == BARE:
            return Quantity(a.interval / b.interval)
        return _cancelled(Quantity(a.interval / b.interval, a.unit / b.unit))

    def __add__(self, other: Quantity) -> Quantity:
        """Add; percentage points and a percentage make a percentage. Raises UnitClash."""
        if self._is_share_and_points(other):
            return Quantity(self.interval + other.interval, IN_PERCENT)
        a, b = alike(self, other, "add")
        return Quantity(a.interval + b.interval, a.unit)

    def __sub__(self, other: Quantity) -> Quantity:
        """Subtract; two percentages leave percentage points. Raises UnitClash."""
        if self._is_share_and_points(other):
            return Quantity(self.interval - other.interval, IN_PERCENT)
        a, b = alike(self, other, "subtract")
        unit = IN_POINTS if self.unit == other.unit == IN_PERCENT else a.unit
        return Quantity(a.interval - b.interval, unit)

    def _is_share_and_points(self, other: Quantity) -> bool:
        return {self.unit, other.unit} == set(_HUNDREDTHS)


def alike(a: Quantity, b: Quantity, purpose: str) -> tuple[Quantity, Quantity]:
    """Return both in one unit: a bare number takes the other's; rates of time are converted.

    Beside a bare number, which is a ratio then, a percentage counts as hundredths.

    Raises UnitClash when there is none; `purpose` (compare, add, subtract) is for its message.
    """
    if a.unit == b.unit:
        return a, b
    if BARE in (a.unit, b.unit):
        if a.unit in _HUNDREDTHS or b.unit in _HUNDREDTHS:
            return a.as_ratio(), b.as_ratio()
        unit = b.unit if a.unit == BARE else a.unit
        return Quantity(a.interval, unit), Quantity(b.interval, unit)
    if a.unit.over == b.unit.over:
        a_long, b_long = _per_longest(a), _per_longest(b)
        if a_long.unit == b_long.unit:
            return a_long, b_long
    raise UnitClash(f"cannot {purpose} {a.unit} and {b.unit}")


def _per_longest(quantity: Quantity) -> Quantity:
    """A rate a month or a quarter as a rate a year, a rate an hour or a week as one a day."""
    if len(quantity.unit.under) != 1 or quantity.unit.under[0] not in _PER_LONGEST:
        return quantity
    longest, factor = _PER_LONGEST[quantity.unit.under[0]]
    return Quantity(quantity.interval.scaled(factor), Unit(quantity.unit.over, (longest,)))


def _cancelled(quantity: Quantity) -> Quantity:
    """Months over a year, or years over a month, as plain numbers."""
    over, under = list(quantity.unit.over), list(quantity.unit.under)
    factor = Fraction(1)
    for short, (longest, times) in _PER_LONGEST.items():
        while short in over and longest in under:
            over.remove(short)
            under.remove(longest)
            factor /= times
        while longest in over and short in under:
            over.remove(longest)
            under.remove(short)
            factor *= times
    if factor == 1:
        return quantity
    return Quantity(quantity.interval.scaled(factor), Unit(tuple(over), tuple(under)))


def less(a: Quantity, b: Quantity) -> Truth:
    """Whether `a` is less than `b`; None is undetermined. Raises UnitClash."""
    left, right = alike(a, b, "compare")
    return intervals.less(left.interval, right.interval)


def less_or_equal(a: Quantity, b: Quantity) -> Truth:
    """Whether `a` is at most `b`; None is undetermined. Raises UnitClash."""
    left, right = alike(a, b, "compare")
    return intervals.less_or_equal(left.interval, right.interval)


def equal(a: Quantity, b: Quantity) -> Truth:
    """Whether both are the same value; None is undetermined. Raises UnitClash."""
    left, right = alike(a, b, "compare")
    return intervals.equal(left.interval, right.interval)
