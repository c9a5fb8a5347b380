"""The nearest flip, against a walk over all values."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.link.formulas.evaluate import Lookup, evaluate
from build_scripts.link.readings.flips import Domain, Flip, find_flip, simplest_between
from build_scripts.link.readings.what_if import WhatIf
from build_scripts.model.interval import End, Interval
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import BARE
from build_scripts.model.records import Evidence, Fact
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.read.formulas.formula import parse_formula
from tests.link.lookups import Known

X, TEST = FactRef("a", "x"), FactRef("a", "test")
EVIDENCE = Evidence(title=Text("A calculation"), kind="calculation")


def flip(
    formula: str, x: str, others: dict[str, str] | None = None, domain: Domain | None = None
) -> Flip | None:
    facts: Lookup = Known({"a:x": x, **(others or {})})
    tree = parse_formula(formula)
    truth = evaluate(tree, facts).truth
    test = LinkedFact(
        TEST,
        Fact(asks=Text("Is it?"), formula=Text(formula)),
        EVIDENCE,
        "Is it?",
        is_test=True,
        truth=truth,
        formula=tree,
        inputs=(X,),
    )
    given_fact = LinkedFact(X, Fact(says=Text("x")), EVIDENCE, "x", facts.quantity(X))
    what_if = WhatIf(test, X, BARE, facts, {X: given_fact})
    return find_flip(what_if, facts.quantity(X).interval, truth, domain or Domain())


@pytest.mark.parametrize(
    ("formula", "x", "found"),
    [
        ("a:x > 10", "3", Flip(Fraction(10), True, False, True)),
        ("a:x >= 10", "3", Flip(Fraction(10), True, True, True)),
        ("a:x > 10", "30", Flip(Fraction(10), False, True, False)),
        ("a:x >= 10", "10", Flip(Fraction(10), False, False, False)),
        ("a:x = 10", "10", Flip(Fraction(10), True, False, False, both=True)),
        ("a:x = 10", "3", Flip(Fraction(10), True, True, True, only=True)),
        ("a:x != 10", "3", Flip(Fraction(10), True, True, False, only=True)),
        ("12 / a:x > 5", "3", Flip(Fraction(12, 5), False, False, True)),
        ("(a:x - 1) / (a:x + 2) > 1 / 2", "3", Flip(Fraction(4), True, False, True)),
        ("a:x * a:x > 16", "3", Flip(Fraction(4), True, False, True)),
        ("max(a:x, 5) > 7", "3", Flip(Fraction(7), True, False, True)),
        ("a:x > 2 and a:x < 10", "3", Flip(Fraction(2), False, True, False)),
        ("a:x > 2 or a:x < 1", "3", Flip(Fraction(2), False, True, False)),
        ("a:x > 2 and a:x > 100 - a:x", "3", Flip(Fraction(50), True, False, True)),
        ("a:x * 0 > 1", "3", None),
        ("a:x > 10 and 1 > 2", "3", None),
        ("a:x > 10", "about 10", Flip(Fraction(10), True, False, True)),
        ("a:x > 10", "more than 5", Flip(Fraction(10), True, False, True)),
        ("a:x + a:x > 10", "at least 4", Flip(Fraction(5), True, False, True)),
    ],
)
def test_the_nearest_flip_is_found(formula: str, x: str, found: Flip | None) -> None:
    assert flip(formula, x) == found


def test_a_flip_to_undetermined_is_a_flip() -> None:
    assert flip("a:x > a:y", "30", {"a:y": "10 to 20"}) == Flip(Fraction(20), False, True, None)


def test_counts_flip_at_whole_numbers() -> None:
    whole = Domain(whole=True, least=Fraction(0))
    assert flip("a:x > 5 / 2", "7", domain=whole) == Flip(Fraction(2), False, True, False)
    assert flip("a:x >= 3", "7", domain=whole) == Flip(Fraction(2), False, True, False)
    assert flip("a:x > 0 - 1", "7", domain=whole) is None


def test_what_cannot_be_computed_is_no_flip() -> None:
    assert flip("1 / a:x < 2", "1") == Flip(Fraction(1, 2), False, True, False)
    assert flip("1 / a:x < 0", "1") == Flip(Fraction(0), False, False, True)


NUMBERS = st.integers(-30, 30)


@given(a=NUMBERS, b=NUMBERS, c=NUMBERS, x=st.integers(-20, 20), sign=st.sampled_from("<>"))
def test_whole_flips_are_the_nearest(a: int, b: int, c: int, x: int, sign: str) -> None:
    def holds(value: int) -> bool:
        left, right = a * value + b, c
        return left < right if sign == "<" else left > right

    found = flip(f"a:x * {a} + {b} {sign} {c}".replace("+ -", "- "), str(x), domain=Domain(True))
    flipped = [value for value in range(-2000, 2000) if holds(value) is not holds(x)]
    if not flipped:
        assert found is None
        return
    assert found is not None
    assert abs(found.at - x) == min(abs(value - x) for value in flipped)
    assert found.included


@given(
    low=st.fractions(-20, 20, max_denominator=50),
    width=st.fractions(0, 2, max_denominator=50),
)
def test_the_simplest_fraction_has_the_smallest_denominator(low: Fraction, width: Fraction) -> None:
    high = low + width
    found = simplest_between(low, high)
    assert low <= found <= high
    for denominator in range(1, found.denominator):
        first = -(-low * denominator // 1)
        assert Fraction(int(first), denominator) > high


def test_an_unbounded_interval_has_no_anchor() -> None:
    nothing = Interval(End(None), End(None))
    what_if = WhatIf.__new__(WhatIf)
    assert find_flip(what_if, nothing, None, Domain()) is None
