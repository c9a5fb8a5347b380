"""Quantities: units in sums, products and comparisons."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.interval import Interval
from build_scripts.model.quantity import (
    BARE,
    IN_PERCENT,
    IN_POINTS,
    Quantity,
    Unit,
    UnitClash,
    equal,
    less,
    less_or_equal,
)

STATES = Unit(("states",))
DOLLARS = Unit(("USD",))
A_YEAR = Unit(("shells",), ("year",))
A_MONTH = Unit(("shells",), ("month",))
NUMBERS = st.fractions(min_value=-50, max_value=50, max_denominator=4)
UNITS = st.sampled_from(
    [BARE, IN_PERCENT, IN_POINTS, STATES, DOLLARS, A_YEAR, A_MONTH, Unit(("month",))]
)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = draw(NUMBERS), draw(NUMBERS)
    return Quantity(Interval.between(low, high), draw(UNITS))


def ratio(value: Quantity) -> Quantity:
    return value.as_ratio()


@given(a=quantities(), b=quantities())
def test_sums_and_products_may_be_swapped(a: Quantity, b: Quantity) -> None:
    assert a * b == b * a
    try:
        total = a + b
    except UnitClash:
        with pytest.raises(UnitClash):
            b + a
        return
    assert total == b + a


@given(a=quantities(), b=quantities(), c=quantities())
def test_products_may_be_grouped_in_any_way(a: Quantity, b: Quantity, c: Quantity) -> None:
    assert ratio((a * b) * c) == ratio(a * (b * c))


@given(a=NUMBERS, b=NUMBERS, unit=UNITS)
def test_what_is_added_can_be_taken_away(a: Fraction, b: Fraction, unit: Unit) -> None:
    """Of percentages too: 53% and 7 percentage points are 60%, less 53% are 7 points."""
    first = Quantity.of(a, unit)
    second = Quantity.of(b, IN_POINTS if unit == IN_PERCENT else unit)
    assert (first + second) - first == second


@given(a=quantities(), b=quantities())
def test_comparisons_fit_together(a: Quantity, b: Quantity) -> None:
    opposite = {True: False, False: True, None: None}
    try:
        below = less(a, b)
    except UnitClash:
        for compare in (less, less_or_equal, equal):
            with pytest.raises(UnitClash):
                compare(b, a)
        return
    assert below is opposite[less_or_equal(b, a)]
    assert equal(a, b) is equal(b, a)


@given(a=quantities())
def test_a_bare_number_does_not_change_a_unit(a: Quantity) -> None:
    two = Quantity.of(2)
    assert (a * two).unit == a.unit
    assert (a / two).unit == a.unit
    assert (a * two) / two == a


def test_percentages_count_as_hundredths_in_products() -> None:
    states = Quantity.of(192, STATES)
    assert Quantity.of(50, IN_PERCENT) * states == Quantity.of(96, STATES)
    assert states / Quantity.of(50, IN_PERCENT) == Quantity.of(384, STATES)
    assert Quantity.of(50, IN_PERCENT) * Quantity.of(50, IN_PERCENT) == Quantity.of(Fraction(1, 4))
    growth = Unit(("%",), ("year",))
    assert Quantity.of(5, growth) * states == Quantity.of(
        Fraction(48, 5), Unit(("states",), ("year",))
    )


def test_a_relative_change_is_points_over_a_percentage() -> None:
    change = Quantity.of(25, IN_PERCENT) - Quantity.of(20, IN_PERCENT)
    assert change == Quantity.of(5, IN_POINTS)
    assert change / Quantity.of(20, IN_PERCENT) == Quantity.of(Fraction(1, 4))


def test_a_share_less_its_parts_is_a_share() -> None:
    asia, india, china = (Quantity.of(share, IN_PERCENT) for share in (67, 34, 20))
    assert asia - india == Quantity.of(33, IN_POINTS)
    assert asia - india - china == Quantity.of(13, IN_PERCENT)


def test_a_ratio_stands_beside_a_percentage() -> None:
    half, share = Quantity.of(Fraction(1, 2)), Quantity.of(43, IN_PERCENT)
    assert less(share, half) is True
    assert half - share == Quantity.of(Fraction(7, 100))


def test_a_bare_number_takes_the_other_unit() -> None:
    assert Quantity.of(193, STATES) - Quantity.of(1) == Quantity.of(192, STATES)
    assert less(Quantity.of(6), Quantity.of(96, STATES)) is True
    assert Quantity.of(6) / Quantity.of(192, STATES) == Quantity.of(Fraction(1, 32))


def test_times_are_converted_where_they_must_agree() -> None:
    assert less(Quantity.of(100, A_YEAR), Quantity.of(10, A_MONTH)) is True
    assert Quantity.of(120, A_YEAR) + Quantity.of(10, A_MONTH) == Quantity.of(240, A_YEAR)
    three_months = Quantity.of(3, Unit(("month",)))
    assert three_months * Quantity.of(12, A_YEAR) == Quantity.of(3, Unit(("shells",)))
    assert Quantity.of(1, Unit(("year",))) / three_months == Quantity.of(4)


@pytest.mark.parametrize(
    ("a", "b", "message"),
    [
        (STATES, DOLLARS, "cannot compare states and USD"),
        (IN_PERCENT, STATES, "cannot compare % and states"),
        (IN_PERCENT, IN_POINTS, "cannot compare % and percentage points"),
        (A_YEAR, Unit(("shells",)), "cannot compare shells a year and shells"),
        (A_YEAR, Unit(("shells",), ("day",)), "cannot compare shells a year and shells a day"),
    ],
)
def test_units_that_differ_are_not_compared(a: Unit, b: Unit, message: str) -> None:
    with pytest.raises(UnitClash, match=f"^{message}$"):
        less(Quantity.of(1, a), Quantity.of(1, b))


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (BARE, ""),
        (STATES, "states"),
        (Unit(("month",)), "months"),
        (A_YEAR, "shells a year"),
        (Unit(("USD",), ("hour",)), "USD an hour"),
        (Unit((), ("year",)), "1 a year"),
        (Unit(("USD",), ("people", "year")), "USD per people a year"),
    ],
)
def test_units_are_printed(unit: Unit, words: str) -> None:
    assert str(unit) == words
