"""Interval arithmetic against its definition: what holds for numbers holds for intervals."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from build_scripts.model.interval import (
    End,
    Interval,
    UndefinedQuotient,
    equal,
    larger,
    less,
    less_or_equal,
    smaller,
)

NUMBERS = st.fractions(min_value=-20, max_value=20, max_denominator=6)
ENDS = st.one_of(st.none(), st.tuples(NUMBERS, st.booleans()))
FAR = Fraction(1000)
CLOSE = Fraction(1, 1000)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval that is not empty: closed, open, half-open, unbounded or a point."""
    low, high = draw(ENDS), draw(ENDS)
    if low and high and low[0] > high[0]:
        low, high = high, low
    if low and high and low[0] == high[0]:
        return Interval.point(low[0])
    return Interval(End(*low) if low else End(None), End(*high) if high else End(None))


def members(interval: Interval) -> list[Fraction]:
    """Numbers of an interval: its ends or numbers close to them, far ones, and zero."""
    low, high = interval.low.value, interval.high.value
    found = [Fraction(0)]
    if low is not None:
        found += [low, low + CLOSE, low + FAR]
    if high is not None:
        found += [high, high - CLOSE, high - FAR]
    if low is not None and high is not None:
        found.append((low + high) / 2)
    if low is None and high is None:
        found += [-FAR, FAR]
    return [number for number in found if number in interval]


ARITHMETIC: list[Callable[[Fraction, Fraction], Fraction]] = [
    operator.add,
    operator.sub,
    operator.mul,
]


@pytest.mark.parametrize("operation", ARITHMETIC)
@given(a=intervals(), b=intervals())
def test_results_contain_what_the_numbers_give(
    operation: Callable[..., Fraction], a: Interval, b: Interval
) -> None:
    result: Interval = operation(a, b)  # type: ignore[assignment]
    for x in members(a):
        for y in members(b):
            assert operation(x, y) in result


@given(a=intervals(), b=intervals())
def test_quotients_contain_what_the_numbers_give(a: Interval, b: Interval) -> None:
    try:
        result = a / b
    except UndefinedQuotient:
        assert 0 in b or End(Fraction(0), True) in (b.low, b.high)
        return
    for x in members(a):
        for y in members(b):
            assert x / y in result


@given(a=intervals(), b=intervals())
def test_closed_ends_are_reached(a: Interval, b: Interval) -> None:
    """A product's closed end is a product of two members: the result is no wider than needed."""
    product = a * b
    reached = {x * y for x in members(a) for y in members(b)}
    for end in (product.low, product.high):
        if end.value is not None and not end.open:
            assert end.value in reached


@given(a=intervals(), b=intervals())
def test_unbounded_ends_are_approached(a: Interval, b: Interval) -> None:
    """A product's end is unbounded only where numbers grow without limit."""
    product = a * b
    reached = [x * y for x in members(a) for y in members(b)]
    if product.high.value is None:
        assert max(reached) > 0
    if product.low.value is None:
        assert min(reached) < 0


@given(a=intervals(), b=intervals())
def test_the_larger_and_the_smaller_contain_what_the_numbers_give(a: Interval, b: Interval) -> None:
    above, below = larger(a, b), smaller(a, b)
    for x in members(a):
        for y in members(b):
            assert max(x, y) in above
            assert min(x, y) in below
    for end in (above.low, above.high):
        assert end in (a.low, a.high, b.low, b.high)
    assert above == larger(b, a)
    assert larger(a, a) == smaller(a, a) == a


@given(a=intervals(), b=intervals(), c=NUMBERS)
def test_sums_and_products_may_be_swapped(a: Interval, b: Interval, c: Fraction) -> None:
    assert a + b == b + a
    assert a * b == b * a
    assert a - b == -(b - a)
    negative = -a
    assert -negative == a
    assert a.scaled(c) == a * Interval.point(c)


@given(a=intervals(), x=NUMBERS)
def test_points_behave_as_numbers(a: Interval, x: Fraction) -> None:
    point = Interval.point(x)
    assert point.is_point
    assert x in point
    assert point.middle == x
    assert a + Interval.point(0) == a
    assert a * Interval.point(1) == a


@given(a=intervals(), b=intervals())
def test_a_comparison_is_certain_only_when_all_numbers_agree(a: Interval, b: Interval) -> None:
    pairs = [(x, y) for x in members(a) for y in members(b)]
    for compare, numbers in (
        (less, operator.lt),
        (less_or_equal, operator.le),
        (equal, operator.eq),
    ):
        truth = compare(a, b)
        if truth is not None:
            assert all(numbers(x, y) is truth for x, y in pairs)


@given(a=intervals(), b=intervals())
def test_an_undetermined_order_has_numbers_on_both_sides(a: Interval, b: Interval) -> None:
    """`less` says neither yes nor no only when both occur: nothing is left open needlessly."""
    if less(a, b) is None:
        answers = {x < y for x in members(a) for y in members(b)}
        assert answers == {True, False}


@given(a=intervals(), b=intervals())
def test_orders_fit_together(a: Interval, b: Interval) -> None:
    opposite = {True: False, False: True, None: None}
    assert less(a, b) is opposite[less_or_equal(b, a)]
    assert equal(a, b) is equal(b, a)
    if less(a, b):
        assert less_or_equal(a, b) is True
        assert equal(a, b) is False


def test_a_bound_leaves_its_own_value_out() -> None:
    more_than_50 = Interval(End(Fraction(50), True), End(None))
    assert 50 not in more_than_50
    assert 51 in more_than_50
    assert not more_than_50.is_point
    assert more_than_50.middle is None
    assert less(more_than_50, Interval.point(97)) is None
    assert less_or_equal(more_than_50, Interval.point(50)) is False


def test_the_ends_of_a_range_may_come_in_either_order() -> None:
    assert Interval.between(53, 12) == Interval.between(12, 53)


def test_a_divisor_that_touches_zero_has_no_quotient() -> None:
    above_zero = Interval(End(Fraction(0), True), End(None))
    with pytest.raises(UndefinedQuotient):
        Interval.point(1) / above_zero


def test_dividing_by_an_unbounded_interval_comes_close_to_zero() -> None:
    at_least_two = Interval(End(Fraction(2)), End(None))
    assert Interval.point(1) / at_least_two == Interval(End(Fraction(0), True), End(Fraction(1, 2)))


@given(a=intervals())
def test_the_middle_lies_inside(a: Interval) -> None:
    assume(a.middle is not None)
    assert a.middle is not None
    assert a.middle in a
