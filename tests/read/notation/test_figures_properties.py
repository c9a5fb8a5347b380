"""What holds of every text and every quantity: reading never raises, printing is its inverse."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from build_scripts.link.printing import print_number, print_quantity
from build_scripts.link.values import stated_quantity
from build_scripts.model.interval import End, Interval
from build_scripts.model.quantity import BARE, IN_PERCENT, IN_POINTS, Quantity, Unit
from build_scripts.read.notation.dates import read_dates
from build_scripts.read.notation.figures import read_figures, read_value
from build_scripts.read.notation.words import BEGINNINGS, HEDGES, SCALES
from tests.read.telling import LEXICON

WORDS = sorted(
    {*BEGINNINGS, *SCALES, *(word for words, _ in HEDGES for word in words)}
    | set(
        "one third quarters of in out to and or a an per cent percentage points times fold".split()
    )
    | set(
        "states years day December May 2024 2019–23 31 12 7,5 5.2m $ € % - – . , ; ( ) / :".split()
    )
    | {"1,234", "2000", "0", "16", "Army-2024", "½", "٣", "\n", "'"}
)
PHRASES = st.lists(st.sampled_from(WORDS), max_size=12).flatmap(
    lambda words: st.sampled_from([" ", "", "-"]).map(lambda glue: glue.join(words))
)
TEXTS = st.one_of(st.text(max_size=60), PHRASES)

NOTATION = [
    BARE,
    IN_PERCENT,
    IN_POINTS,
    *(Unit((base,), under) for under in ((), ("day",), ("month",), ("year",), ("hour",))
      for base in ("states", "shells", "USD", "EUR", "GBP", "RUB", "JPY")),
    Unit(("widgets",)),
    Unit((), ("year",)),
    *(Unit((time,)) for time in ("year", "month", "day", "week", "hour", "decade", "century")),
]  # fmt: skip
NUMBERS = st.one_of(
    st.integers(0, 10**6).map(Fraction),
    st.builds(Fraction, st.integers(1, 9999), st.sampled_from([10, 100, 1000])),
    st.builds(
        lambda digits, scale: Fraction(digits, 1000) * scale,
        st.integers(1000, 999_000).filter(lambda digits: digits % 100 == 0),
        st.sampled_from([10**6, 10**9, 10**12]),
    ),
)
UNITS = st.sampled_from(NOTATION)


@given(TEXTS)
def test_reading_never_raises(text: str) -> None:
    figures = read_figures(text, LEXICON)
    ends = [(figure.start, figure.end) for figure in figures]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
    assert all(figure.hedge_start <= figure.start for figure in figures)


@given(TEXTS)
def test_reading_a_value_or_dates_never_raises(text: str) -> None:
    read_value(text, LEXICON)
    read_dates(text)


@given(TEXTS)
def test_no_digit_is_passed_over(text: str) -> None:
    """Every digit stands in a figure, in a rank such as 20th, or in a name of the lexicon."""
    shown = list(text)
    for figure in read_figures(text, LEXICON):
        shown[figure.start : figure.end] = " " * len(figure.text)
    left = re.sub(r"(?i)Army-2024|\d+(?=st|nd|rd|th)", "", "".join(shown))
    assert not any(character.isdigit() for character in left)


def restated(quantity: Quantity) -> Quantity | None:
    """What is read where a quantity was printed."""
    figure = read_value(print_quantity(quantity), LEXICON)
    return stated_quantity(figure) if figure else None


@given(NUMBERS, UNITS, st.sampled_from([1, -1]))
def test_a_point_printed_and_read_is_the_same(value: Fraction, unit: Unit, sign: int) -> None:
    quantity = Quantity.of(sign * value, unit)
    assert restated(quantity) == quantity


@given(NUMBERS, NUMBERS, UNITS)
def test_a_range_printed_and_read_is_the_same(
    first: Fraction, second: Fraction, unit: Unit
) -> None:
    """Ends a thousand times apart are left out: 11 to 12,000 is read as 11,000 to 12,000."""
    assume(max(first, second) < 1000 * min(first, second))
    quantity = Quantity(Interval.between(first, second), unit)
    assert restated(quantity) == quantity


@given(NUMBERS.filter(bool), UNITS, st.booleans())
def test_a_bound_printed_and_read_is_the_same(value: Fraction, unit: Unit, is_open: bool) -> None:
    below = Quantity(Interval(End(Fraction(0)), End(value, is_open)), unit)
    above = Quantity(Interval(End(value, is_open), End(None)), unit)
    assert restated(below) == below
    assert restated(above) == above


@given(st.fractions(0, 10**15))
def test_a_printed_number_is_the_number_rounded_to_four_digits(value: Fraction) -> None:
    figure = read_value(print_number(value), LEXICON)
    assert figure is not None
    assert abs(figure.ends[0] - value) <= max(value, Fraction(1)) / 1000
