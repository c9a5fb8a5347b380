"""Quantities as readers see them: the inverse of the reader of figures."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from build_scripts.model.interval import Interval
from build_scripts.model.quantity import BARE, IN_PERCENT, TIMES, Quantity, Unit

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def print_number(value: Fraction, significant: int = 4) -> str:
    """A number with thousands commas and scales in words; a fraction has `significant` digits."""
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
    """A quantity in the notation of `docs/notation.md`: `53%`, `more than 50 states`, `$1 billion`.

    A ratio is printed as a plain number.
    """
    return _with_unit(quantity.interval, quantity.unit, significant)


def _with_unit(interval: Interval, unit: Unit, significant: int) -> str:
    low, high = interval.low.value, interval.high.value
    if low is None and high is None:
        return "any number" if unit == BARE else f"any number of {unit}"
    if low is None or (low == 0 and high):
        bound = "less than" if interval.high.open else "up to"
        return f"{bound} {_one(high or Fraction(0), unit, significant)}"
    if high is None:
        return f"{'more than' if interval.low.open else 'at least'} {_one(low, unit, significant)}"
    if low == high:
        return _one(low, unit, significant)
    amount, behind = _parts(unit, high)
    return f"{amount(low, significant)} to {amount(high, significant)}{behind}"


def _one(value: Fraction, unit: Unit, significant: int) -> str:
    amount, behind = _parts(unit, value)
    return amount(value, significant) + behind


def _parts(unit: Unit, value: Fraction) -> tuple[Callable[[Fraction, int], str], str]:
    """How the numbers of a unit are printed, and what stands once behind one or two of them."""
    rate = f" {'an' if unit.under[0] == 'hour' else 'a'} {unit.under[0]}" if unit.under else ""
    if unit == IN_PERCENT:
        return lambda number, digits: f"{print_number(number, digits)}%", ""
    if unit.over and len(unit.over[0]) == 3 and unit.over[0].isupper():
        sign = _SIGNS.get(unit.over[0], f"{unit.over[0]} ")
        return lambda number, digits: _money(sign, number, digits), rate
    noun = " ".join(unit.over)
    if noun in TIMES and value != 1:
        noun = "centuries" if noun == "century" else noun + "s"
    return print_number, (f" {noun}" if noun else "") + rate


def _money(sign: str, value: Fraction, significant: int) -> str:
    return ("-" if value < 0 else "") + sign + print_number(abs(value), significant)
