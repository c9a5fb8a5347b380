"""Quantities: an interval with a unit.

Percent is a unit of its own that behaves as hundredths in products; percentage points are what
is left when two percentages are subtracted. A quantity without a unit is a ratio or a bare number.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from build_scripts.model import interval as intervals
from build_scripts.model.interval import Interval, Truth

PERCENT = "%"
POINTS = "percentage points"
TIMES = "times"
_YEAR_IN: dict[str, int] = {"month": 12, "quarter": 4}
_DAY_IN: dict[str, int] = {"hour": 24}


class UnitClash(ValueError):
    """Two quantities that cannot be added or compared; the message names both units."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of base units over others: shells / year; both empty is a bare number."""

    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()

    def __str__(self) -> str:
        top = " ".join(self.over) or "1" if self.under else " ".join(self.over)
        return f"{top} a {' a '.join(self.under)}" if self.under else top

    def __mul__(self, other: Unit) -> Unit:
        return _reduced([*self.over, *other.over], [*self.under, *other.under])

    def __truediv__(self, other: Unit) -> Unit:
        return self * Unit(other.under, other.over)


BARE = Unit()
IN_PERCENT = Unit((PERCENT,))
IN_POINTS = Unit((POINTS,))


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

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage, a ratio or a bare number."""
        return self.unit in (BARE, IN_PERCENT)

    def as_ratio(self) -> Quantity:
        """A percentage as its hundredth part without a unit; anything else as it is."""
        if self.unit != IN_PERCENT:
            return self
        return Quantity(self.interval.scaled(Fraction(1, 100)))

    def __neg__(self) -> Quantity:
        return Quantity(-self.interval, self.unit)

    def __mul__(self, other: Quantity) -> Quantity:
        a, b = self.as_ratio(), other.as_ratio()
        return Quantity(a.interval * b.interval, a.unit * b.unit)

    def __truediv__(self, other: Quantity) -> Quantity:
        """Divide; raises UndefinedQuotient when the divisor contains zero."""
        if other.unit == BARE:
            return Quantity(self.interval / other.interval, self.unit)
        a, b = self.as_ratio(), other.as_ratio()
        return Quantity(a.interval / b.interval, a.unit / b.unit)

    def __add__(self, other: Quantity) -> Quantity:
        """Add; raises UnitClash."""
        if self.unit == IN_PERCENT and other.unit == IN_POINTS:
            return Quantity(self.interval + other.interval, IN_PERCENT)
        a, b = alike(self, other, "add")
        return Quantity(a.interval + b.interval, a.unit)

    def __sub__(self, other: Quantity) -> Quantity:
        """Subtract; two percentages leave percentage points. Raises UnitClash."""
        if self.unit == other.unit == IN_PERCENT:
            return Quantity(self.interval - other.interval, IN_POINTS)
        return self + -other if other.unit == IN_POINTS else self._less(other)

    def _less(self, other: Quantity) -> Quantity:
        a, b = alike(self, other, "subtract")
        return Quantity(a.interval - b.interval, a.unit)


def alike(a: Quantity, b: Quantity, purpose: str) -> tuple[Quantity, Quantity]:
    """Return both in one unit: a bare number takes the other's; rates of time are converted.

    Raises UnitClash when there is none; `purpose` (compare, add, subtract) is for its message.
    """
    if a.unit == b.unit:
        return a, b
    if b.unit == BARE and a.unit != IN_PERCENT:
        return a, Quantity(b.interval, a.unit)
    if a.unit == BARE and b.unit != IN_PERCENT:
        return Quantity(a.interval, b.unit), b
    if {a.unit, b.unit} == {BARE, IN_PERCENT}:
        return a.as_ratio(), b.as_ratio()
    if a.unit.over == b.unit.over:
        a_year, b_year = _per_longest(a), _per_longest(b)
        if a_year.unit == b_year.unit:
            return a_year, b_year
    raise UnitClash(f"cannot {purpose} {a.unit} and {b.unit}")


def _per_longest(quantity: Quantity) -> Quantity:
    """A rate a month or a quarter as a rate a year, a rate an hour as one a day."""
    if len(quantity.unit.under) != 1:
        return quantity
    base = quantity.unit.under[0]
    for longest, factors in (("year", _YEAR_IN), ("day", _DAY_IN)):
        if base in factors:
            unit = Unit(quantity.unit.over, (longest,))
            return Quantity(quantity.interval.scaled(factors[base]), unit)
    return quantity


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
