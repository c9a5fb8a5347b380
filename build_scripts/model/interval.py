"""Intervals of exact numbers, and comparisons with three outcomes.

Arithmetic follows the usual rules of interval arithmetic (IEEE 1788-2015, set-based flavour) on
exact fractions, with ends that may be open or unbounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

Truth = bool | None
"""True, False, or None for undetermined."""


class UndefinedQuotient(ArithmeticError):
    """A division by an interval that contains zero."""


class End(NamedTuple):
    """One end of an interval: `value` None is unbounded; `open` leaves the value itself out."""

    value: Fraction | None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, which is never below `low`: no interval is empty."""

    low: End
    high: End

    @classmethod
    def point(cls, value: Fraction | int) -> Interval:
        """The interval that holds one number."""
        end = End(value if isinstance(value, Fraction) else Fraction(value))
        return cls(end, end)

    @classmethod
    def between(cls, low: Fraction | int, high: Fraction | int) -> Interval:
        """The closed interval between both numbers, whichever is the lower."""
        first, last = (low, high) if low <= high else (high, low)
        return cls(End(Fraction(first)), End(Fraction(last)))

    @property
    def is_point(self) -> bool:
        """Whether it holds exactly one number."""
        return self._only is not None

    @property
    def _only(self) -> Fraction | None:
        """The number of a point, for the short way that most arithmetic takes; else None."""
        low, high = self.low, self.high
        return low.value if low is high or low == high else None

    @property
    def middle(self) -> Fraction | None:
        """The number half-way between the ends; None when an end is unbounded."""
        low, high = self.low.value, self.high.value
        if low is high:  # of a point, or without any end
            return low
        return None if low is None or high is None else (low + high) / 2

    def __contains__(self, value: Fraction | int) -> bool:
        return less_or_equal(self.point(value), self) is not False and (
            less_or_equal(self, self.point(value)) is not False
        )

    def __neg__(self) -> Interval:
        return Interval(_negative(self.high), _negative(self.low))

    def __add__(self, other: Interval) -> Interval:
        a, b = self._only, other._only
        if a is not None and b is not None:
            return self.point(a + b)
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        a, b = self._only, other._only
        if a is not None and b is not None:
            return self.point(a - b)
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        a, b = self._only, other._only
        if a is not None and b is not None:
            return self.point(a * b)
        products = [
            _product(a, b, sign)
            for a, sign_a in ((self.low, -1), (self.high, 1))
            for b, sign_b in ((other.low, -1), (other.high, 1))
            for sign in (_sign_of_product(a, sign_a, b, sign_b),)
        ]
        return Interval(_extreme(products, min, -1), _extreme(products, max, 1))

    def __truediv__(self, other: Interval) -> Interval:
        """Divide; raises UndefinedQuotient when the divisor contains zero or touches it."""
        low, high = other.low.value, other.high.value
        positive = low is not None and low > 0
        negative = high is not None and high < 0
        if not (positive or negative):
            raise UndefinedQuotient
        a, b = self._only, other._only
        if a is not None and b is not None:
            return self.point(a / b)
        return self * Interval(_reciprocal(other.high), _reciprocal(other.low))

    def scaled(self, factor: Fraction | int) -> Interval:
        """Every number times `factor`."""
        return self * self.point(factor)


def less(a: Interval, b: Interval) -> Truth:
    """Whether every number of `a` is less than every number of `b`: yes, no or undetermined."""
    if _before(a.high, b.low, strictly=True):
        return True
    return False if _before(b.high, a.low, strictly=False) else None


def less_or_equal(a: Interval, b: Interval) -> Truth:
    """As `less`, with equality allowed."""
    if _before(a.high, b.low, strictly=False):
        return True
    return False if _before(b.high, a.low, strictly=True) else None


def equal(a: Interval, b: Interval) -> Truth:
    """Whether both are the same single number: yes, no (they do not meet) or undetermined."""
    if a.is_point and b.is_point:
        return a.low.value == b.low.value
    apart = _before(a.high, b.low, strictly=True) or _before(b.high, a.low, strictly=True)
    return False if apart else None


def larger(a: Interval, b: Interval) -> Interval:
    """The larger of a number of `a` and one of `b`, for all such pairs."""
    return Interval(
        max(a.low, b.low, key=lambda end: (end.value is not None, end.value or 0, end.open)),
        max(a.high, b.high, key=lambda end: (end.value is None, end.value or 0, not end.open)),
    )


def smaller(a: Interval, b: Interval) -> Interval:
    """The smaller of a number of `a` and one of `b`, for all such pairs."""
    return -larger(-a, -b)


def _before(high: End, low: End, *, strictly: bool) -> bool:
    """Whether all below `high` comes before all above `low`."""
    if high.value is None or low.value is None:
        return False
    if high.value == low.value:
        return not strictly or high.open or low.open
    return high.value < low.value


def _negative(end: End) -> End:
    return End(None if end.value is None else -end.value, end.open)


def _sum(a: End, b: End) -> End:
    if a.value is None or b.value is None:
        return End(None)
    return End(a.value + b.value, a.open or b.open)


_Product = tuple[Fraction | None, int, bool]


def _sign_of_product(a: End, sign_a: int, b: End, sign_b: int) -> int:
    return _sign(a, sign_a) * _sign(b, sign_b)


def _sign(end: End, unbounded: int) -> int:
    if end.value is None:
        return unbounded
    return (end.value > 0) - (end.value < 0)


def _product(a: End, b: End, sign: int) -> _Product:
    if (a.value == 0 and not a.open) or (b.value == 0 and not b.open):
        return Fraction(0), 0, False
    if sign == 0:
        return Fraction(0), 0, True
    if a.value is None or b.value is None:
        return None, sign, False
    return a.value * b.value, sign, a.open or b.open


def _extreme(
    products: Iterable[_Product], pick: Callable[..., Fraction], unbounded_sign: int
) -> End:
    products = list(products)
    if any(value is None and sign == unbounded_sign for value, sign, _ in products):
        return End(None)
    values = [(value, is_open) for value, _, is_open in products if value is not None]
    best = pick(value for value, _ in values)
    return End(best, all(is_open for value, is_open in values if value == best))


def _reciprocal(end: End) -> End:
    return End(Fraction(0), True) if end.value is None else End(1 / end.value, end.open)
