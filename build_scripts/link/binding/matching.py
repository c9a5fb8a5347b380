"""Whether a figure in prose says what a fact says: values, rounding, hedges, units.

The rules are those of `docs/notation.md`: a quoted value stands digit for digit, a computed one
may be rounded half up to two significant digits or more, a hedge is a rounding and no licence.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from build_scripts.link.values import rounding_place
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.linked import Borne
from build_scripts.model.quantity import BARE, IN_PERCENT, IN_POINTS, Unit
from build_scripts.read.notation.words import TIME

_LICENCE = Fraction(1, 10)
_ONE = Fraction(1)
_HALF = Fraction(1, 2)
_TIMES = frozenset(TIME.values())
_NEAR = Fraction(1, 20)


class Verdict(StrEnum):
    """How a figure and a fact stand to each other, from best to worst."""

    AGREES = "agrees"
    HEDGE = "hedge"
    VALUE = "value"
    UNIT = "unit"


def is_share(unit: Unit) -> bool:
    """Whether a unit is that of a percentage or a ratio."""
    return unit in (BARE, IN_PERCENT)


def compare(figure: Figure, position: int, borne: Borne) -> Verdict:
    """Hold one number of a figure (`position` counts the ends of a range) against a fact's."""
    if figure.kind is Kind.PROPORTION:
        return compare_proportion(figure, borne)
    if figure.quantity is None or position >= len(figure.ends):
        return Verdict.UNIT
    factor = _factor(figure.quantity.unit, borne.unit)
    if factor is None:
        return Verdict.UNIT
    shown, digits = figure.ends[position], figure.digits
    value = borne.value if borne.value.numerator >= 0 else -borne.value
    if factor is not _ONE:
        value *= factor
    if borne.spread is not None and len(figure.ends) > 1 and figure.hedge is not Hedge.EXACT:
        return Verdict.HEDGE  # "nearly between 2.4 and 2.7" says the doubt twice
    if borne.digits is None:
        return _computed(shown, digits, figure.hedge, borne, value, factor)
    return _quoted(shown, digits, figure.hedge, borne, value)


def _factor(shown: Unit, borne: Unit) -> Fraction | None:
    """What a fact's value is multiplied by to stand in the figure's unit; None if it cannot."""
    if shown == borne:
        return _ONE
    if shown == IN_PERCENT and borne == BARE:
        return Fraction(100)
    if IN_PERCENT in (shown, borne) or IN_POINTS in (shown, borne):
        return None
    if shown.under != borne.under:
        return None
    if not shown.over:
        return None if is_currency(borne) else _ONE
    return _ONE if not borne.over and not set(shown.over) & _TIMES else None


def is_currency(unit: Unit) -> bool:
    """Whether a unit is one of money: the code of a currency."""
    return any(len(base) == 3 and base.isupper() for base in unit.over)


def _quoted(
    shown: Fraction, digits: Fraction, hedge: Hedge, borne: Borne, value: Fraction
) -> Verdict:
    if borne.hedge is not Hedge.EXACT:
        if shown != value:
            return Verdict.VALUE
        return Verdict.AGREES if hedge is borne.hedge else Verdict.HEDGE
    if hedge is Hedge.EXACT:
        same = shown is value or shown == value
        return Verdict.AGREES if same else Verdict.VALUE
    return _rounded(shown, digits, hedge, value)


def _computed(
    shown: Fraction,
    digits: Fraction,
    hedge: Hedge,
    borne: Borne,
    value: Fraction,
    factor: Fraction,
) -> Verdict:
    if borne.hedge is not Hedge.EXACT:
        down = borne.hedge in (Hedge.OVER, Hedge.AT_LEAST)
        rounded = _floor(value, digits) if down else _ceiling(value, digits)
        if shown != rounded or not _precise(shown, digits, value):
            return Verdict.VALUE
        return Verdict.AGREES if hedge is borne.hedge else Verdict.HEDGE
    if borne.spread is not None and hedge is Hedge.ABOUT:
        middle = borne.spread.scaled(factor).middle or value
        return Verdict.AGREES if shown == middle else _rounded(shown, digits, hedge, middle)
    if hedge is Hedge.EXACT:
        right = _half_up(value, digits) == shown and _precise(shown, digits, value)
        return Verdict.AGREES if right else Verdict.VALUE
    return _rounded(shown, digits, hedge, value)


def _precise(shown: Fraction, digits: Fraction, value: Fraction) -> bool:
    """Whether two significant digits are written, or the value itself."""
    return shown == value or abs(shown / digits) >= 10


def _rounded(shown: Fraction, digits: Fraction, hedge: Hedge, value: Fraction) -> Verdict:
    """Whether a hedged number is the value rounded the way the hedge says."""
    if value == 0 or shown == 0 or abs(shown - value) > _LICENCE * abs(value):
        return Verdict.VALUE
    if shown == value:
        return Verdict.HEDGE
    place = max(digits, rounding_place(shown, digits), _noughts(shown))
    steps = {digits, place, rounding_place(shown, digits)}
    if hedge is Hedge.ABOUT:
        right = any(_half_up(value, step) == shown for step in steps)
    elif hedge in (Hedge.NEARLY, Hedge.UNDER, Hedge.AT_MOST):
        right = any(_ceiling(value, step) == shown for step in steps)
    else:
        right = any(_floor(value, step) == shown for step in steps)
    if right:
        return Verdict.AGREES
    return Verdict.HEDGE if any(_half_up(value, step) == shown for step in steps) else Verdict.VALUE


def _noughts(shown: Fraction) -> Fraction:
    whole = shown.numerator if shown.denominator == 1 else 0
    if not whole:
        return Fraction(0)
    return Fraction(10) ** (len(str(whole)) - len(str(whole).rstrip("0")))


def _half_up(value: Fraction, place: Fraction) -> Fraction:
    return ((value / place + _HALF).__floor__()) * place


def _floor(value: Fraction, place: Fraction) -> Fraction:
    return (value / place).__floor__() * place


def _ceiling(value: Fraction, place: Fraction) -> Fraction:
    return (value / place).__ceil__() * place


def compare_proportion(figure: Figure, borne: Borne, *, opposite: bool = False) -> Verdict:
    """Hold a proportion in words against a share or a ratio.

    With `opposite` the text denies the proportion, and the share must lie outside it; only a
    majority or a minority can be denied, "not half" says nothing.
    """
    if figure.quantity is None or not is_share(borne.unit):
        return Verdict.UNIT
    if opposite and figure.quantity.interval.is_point:
        return Verdict.VALUE
    ratio = abs(borne.value) / (100 if borne.unit == IN_PERCENT else 1)
    agrees = proportion_holds(figure, ratio)
    return Verdict.AGREES if agrees is not opposite else Verdict.VALUE


def proportion_holds(figure: Figure, ratio: Fraction) -> bool:
    """Whether a ratio is the proportion a figure says, its hedge included."""
    interval = figure.quantity.interval if figure.quantity else None
    if interval is None or interval.low.value is None or interval.high.value is None:
        return False
    if not interval.is_point:
        return ratio in interval
    said, hedge = interval.low.value, figure.hedge
    tolerance = Fraction(1, 200) if said <= 1 else _multiple_tolerance(said)
    if hedge is Hedge.EXACT:
        return abs(ratio - said) <= tolerance
    close = abs(ratio - said) <= max(_LICENCE * said, _NEAR if said <= 1 else Fraction(0))
    if hedge is Hedge.ABOUT:
        return close
    if hedge is Hedge.NEARLY:
        return close and ratio < said
    if hedge is Hedge.JUST_OVER:
        return close and ratio > said
    near = close or said == _HALF
    return near and (ratio < said if hedge in (Hedge.UNDER, Hedge.AT_MOST) else ratio > said)


def _multiple_tolerance(said: Fraction) -> Fraction:
    return Fraction(1, 20) if said < 10 else _HALF
