"""Quantities as readers see them: the inverse of the reader of figures."""

from __future__ import annotations

from fractions import Fraction

from build_scripts.model.interval import Interval
from build_scripts.model.quantity import BARE, IN_PERCENT, IN_POINTS, Quantity, Unit

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def print_number(value: Fraction, significant: int = 4) -> str:
    """A number with thousands commas, scales in words, at most `significant` digits of a fraction."""
    sign = "-" if value < 0 else ""
    value = abs(value)
    for factor, word in _SCALES:
        if value >= factor:
            return f"{sign}{_decimal(value / factor, significant)} {word}"
    return sign + _decimal(value, significant)


def _decimal(value: Fraction, significant: int) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    whole = len(str(int(value))) if value >= 1 else 0
    places = max(0, significant - whole)
    if 0 < value < 1:
        probe = value
        while probe < Fraction(1, 10):
            probe *= 10
            places += 1
    step = Fraction(1, 10**places)
    rounded = ((value / step + Fraction(1, 2)).__floor__()) * step
    whole_part, rest = divmod(rounded, 1)
    digits = str(int(rest * 10**places)).zfill(places).rstrip("0") if places else ""
    return f"{int(whole_part):,}" + (f".{digits}" if digits else "")


def print_quantity(quantity: Quantity, significant: int = 4) -> str:
    """A quantity in the notation of `docs/notation.md`: `53%`, `more than 50 states`, `$1–2 billion`.

    A ratio is printed as a plain number.
    """
    return _with_unit(quantity.interval, quantity.unit, significant)


def _with_unit(interval: Interval, unit: Unit, significant: int) -> str:
    low, high = interval.low, interval.high
    if low.value is None and high.value is None:
        return "any number" if unit == BARE else f"any number of {unit}"
    if high.value is None and low.value is not None:
        return f"{'more than' if low.open else 'at least'} {_one(low.value, unit, significant)}"
    if low.value is None and high.value is not None:
        return f"{'less than' if high.open else 'up to'} {_one(high.value, unit, significant)}"
    assert low.value is not None
    assert high.value is not None
    if low.value == high.value:
        return _one(low.value, unit, significant)
    if low.value == 0:
        return f"{'less than' if high.open else 'up to'} {_one(high.value, unit, significant)}"
    first, second = _one(low.value, unit, significant), _one(high.value, unit, significant)
    return f"{first} to {second}"


def _one(value: Fraction, unit: Unit, significant: int) -> str:
    number = print_number(value, significant)
    if unit == IN_PERCENT:
        return f"{number}%"
    if unit == IN_POINTS:
        return f"{number} percentage points"
    rate = f" a {unit.under[0]}" if unit.under else ""
    if not unit.over:
        return number + rate
    sign = _SIGNS.get(unit.over[0], "")
    if sign:
        return ("-" if value < 0 else "") + sign + number.lstrip("-") + rate
    if len(unit.over[0]) == 3 and unit.over[0].isupper():
        return f"{unit.over[0]} {number}{rate}"
    noun = " ".join(unit.over)
    if noun in ("year", "month", "day", "week", "hour", "quarter") and value != 1:
        noun += "s"
    return f"{number} {noun}{rate}"
