"""Whether a figure says what a value says: digits, rounding, hedges, units, proportions."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.link.binding.matching import (
    Verdict,
    compare,
    compare_proportion,
    proportion_holds,
)
from build_scripts.link.printing import print_number
from build_scripts.model.figures import Figure, Hedge
from build_scripts.model.linked import Borne
from build_scripts.model.quantity import BARE, IN_PERCENT
from build_scripts.read.notation.figures import read_figures, read_value
from tests.read.notation.test_figures import rows
from tests.read.telling import LEXICON

OK, HEDGE, VALUE, UNIT = Verdict.AGREES, Verdict.HEDGE, Verdict.VALUE, Verdict.UNIT


def figure(text: str) -> Figure:
    """The only figure of a text."""
    (found,) = read_figures(text, LEXICON)
    return found


def quoted(value: str) -> Borne:
    """What a quoted value bears."""
    stated = read_value(value, LEXICON)
    assert stated is not None
    assert stated.quantity is not None
    return Borne(stated.ends[0], stated.digits, stated.hedge, stated.quantity.unit)


def computed(value: str) -> Borne:
    """What a computed value bears."""
    return quoted(value)._replace(digits=None)


QUOTED = rows("""
    12 states           | 12 states             > agrees
    12 states           | twelve countries      > agrees
    12 states           | 12                    > agrees
    12                  | 12 states             > agrees
    12 states           | 13 states             > value
    12 states           | 12 people             > unit
    12 states           | 12%                   > unit
    12 states           | $12                   > unit
    53%                 | 53 per cent           > agrees
    53%                 | 53 percentage points  > unit
    53%                 | 53                    > unit
    5.2 million         | 5,200,000             > agrees
    5.2 million         | 5.2 billion           > value
    5.2 million         | 5 million             > value
    5.2 million         | about 5 million       > agrees
    5.2 million         | about 5.2 million     > hedge
    5.2 million         | about 5.3 million     > value
    5.2 million         | more than 5 million   > agrees
    5.2 million         | nearly 5 million      > hedge
    5.2 million         | under 5 million       > hedge
    4.8 million         | nearly 5 million      > agrees
    4.8 million         | under 5 million       > agrees
    4.8 million         | up to 5 million       > agrees
    4.8 million         | more than 5 million   > hedge
    4.8 million         | about 5 million       > agrees
    4.8 million         | about 6 million       > value
    $3 a day            | $3 a month            > unit
    $3 a day            | 3 dollars per day     > agrees
    $3                  | €3                    > unit
    $3                  | 3                     > unit
    more than 50 states | more than 50 states   > agrees
    more than 50 states | over 50               > agrees
    more than 50 states | 50 states             > hedge
    more than 50 states | at least 50           > hedge
    more than 50 states | just over 50          > hedge
    more than 50 states | more than 40          > value
    about 10,000        | roughly 10,000        > agrees
    about 10,000        | 10,000                > hedge
    about 10,000        | nearly 10,000         > hedge
    12                  | about 12              > hedge
    31                  | about 30              > agrees
    31                  | some 40               > value
    107                 | more than 100         > agrees
    97                  | nearly 100            > agrees
""")

COMPUTED = rows("""
    30.4%           | 30%                   > agrees
    30.4%           | 30.4%                 > agrees
    30.4%           | 31%                   > value
    30.5%           | 31%                   > agrees
    3.125%          | 3.1%                  > agrees
    3.125%          | 3%                    > value
    3.125%          | 3.2%                  > value
    3.125%          | about 3%              > agrees
    3.125%          | more than 3%          > agrees
    0.304           | 30%                   > agrees
    0.304           | 0.30                  > agrees
    2.04            | 2.0                   > agrees
    2.04            | 2 times               > value
    2               | 2 times               > agrees
    41.4 states     | 41 states             > agrees
    1,234,567       | 1.2 million           > agrees
    1,234,567       | 1 million             > value
    more than 6.5   | more than 6.5         > agrees
    more than 6.57  | more than 6.5         > agrees
    more than 6.57  | 6.6                   > value
    at least 6      | more than 6           > hedge
""")


def _case(row: tuple[str, str]) -> tuple[str, str, str]:
    shown, _, verdict = row[1].rpartition(" > ")
    return row[0], shown.strip(), verdict.strip()


@pytest.mark.parametrize(("value", "shown", "verdict"), [_case(row) for row in QUOTED])
def test_a_quoted_value_stands_digit_for_digit(value: str, shown: str, verdict: str) -> None:
    assert compare(figure(shown), 0, quoted(value)) == verdict


@pytest.mark.parametrize(("value", "shown", "verdict"), [_case(row) for row in COMPUTED])
def test_a_computed_value_is_rounded_half_up(value: str, shown: str, verdict: str) -> None:
    assert compare(figure(shown), 0, computed(value)) == verdict


SHARES = rows("""
    half            | 50
    half            | 49.6
    a third         | 33.3
    two thirds      | 66.7
    a quarter       | 25
    one in five     | 20
    most            | 50.1
    most            | 100
    majority        | 62
    minority        | 49.9
    about a third   | 31
    nearly a third  | 30.5
    more than a third | 36
    under half      | 3
    over half       | 97
    just under half | 48
    just over half  | 52
    doubled         | 200
    doubled         | 203
    tripled         | 300
    more than doubled | 215
    tenfold         | 1000
""")
NOT_SHARES = rows("""
    half            | 49
    half            | 51
    a third         | 30
    two thirds      | 60
    most            | 50
    majority        | 49
    minority        | 50
    about a third   | 25
    nearly a third  | 34
    nearly a third  | 20
    more than a third | 33
    more than a third | 50
    under half      | 50
    over half       | 50
    just under half | 30
    just over half  | 80
    doubled         | 190
    doubled         | 220
    tripled         | 200
    more than doubled | 190
    tenfold         | 900
""")


@pytest.mark.parametrize(("words", "percent"), SHARES)
def test_proportions_that_hold(words: str, percent: str) -> None:
    assert proportion_holds(figure(f"{words} of the states"), Fraction(percent) / 100)


@pytest.mark.parametrize(("words", "percent"), NOT_SHARES)
def test_proportions_that_do_not(words: str, percent: str) -> None:
    assert not proportion_holds(figure(f"{words} of the states"), Fraction(percent) / 100)


def test_a_denied_majority_needs_the_opposite() -> None:
    most = figure("most states")
    assert compare_proportion(most, computed("30%"), opposite=True) is OK
    assert compare_proportion(most, computed("60%"), opposite=True) is VALUE
    assert compare_proportion(most, computed("60%")) is OK
    assert compare_proportion(most, computed("60 states")) is UNIT
    assert compare_proportion(figure("half"), computed("30%"), opposite=True) is VALUE


@given(st.integers(1, 10**9), st.sampled_from([h for h in Hedge if h is not Hedge.EXACT]))
def test_a_hedge_on_the_very_number_never_agrees(value: int, hedge: Hedge) -> None:
    shown = figure(f"{value:,}")._replace(hedge=hedge)
    borne = Borne(Fraction(value), Fraction(1), Hedge.EXACT, BARE)
    assert compare(shown, 0, borne) is HEDGE


@given(st.fractions(0, 10**6).filter(lambda value: value >= 1))
def test_a_computed_value_agrees_with_itself_as_printed(value: Fraction) -> None:
    borne = Borne(value, None, Hedge.EXACT, IN_PERCENT)
    assert compare(figure(print_number(value) + "%"), 0, borne) is OK


@given(st.integers(10, 9999), st.integers(0, 3), st.integers(0, 9))
def test_a_changed_digit_never_agrees(value: int, position: int, digit: int) -> None:
    digits = list(str(value))
    position %= len(digits)
    digits[position] = str(digit)
    other = int("".join(digits))
    borne = Borne(Fraction(value), Fraction(1), Hedge.EXACT, BARE)
    shown = figure(f"{other:,} of them")
    assert (compare(shown, 0, borne) is OK) is (other == value)


def test_hedges_that_go_the_other_way_exclude_each_other() -> None:
    """No value is nearly and more than the same rounded number."""
    for value, (one, other) in product(range(1, 200), [("nearly", "more than"), ("under", "over")]):
        borne = Borne(Fraction(value), Fraction(1), Hedge.EXACT, BARE)
        rounded = f"{round(value, -1):,}" if value >= 10 else str(value)
        both = [compare(figure(f"{hedge} {rounded}"), 0, borne) for hedge in (one, other)]
        assert both != [OK, OK]
