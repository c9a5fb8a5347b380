"""Which figure is which fact: the cheapest alignment."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.link.binding.align import Candidate, align, in_another_order
from build_scripts.link.binding.matching import Verdict
from build_scripts.model.figures import Figure, Hedge
from build_scripts.model.linked import Borne
from build_scripts.model.quantity import BARE
from build_scripts.read.notation.figures import read_figures
from tests.link.county import fact
from tests.read.telling import LEXICON


def figures(text: str) -> tuple[Figure, ...]:
    return read_figures(text, LEXICON)


def candidates(*values: int, free: bool = False) -> list[Candidate]:
    some = fact("survey:good")
    return [
        Candidate(some, (Borne(Fraction(value), Fraction(1), Hedge.EXACT, BARE),), free)
        for value in values
    ]


def paired(text: str, *values: int, free: bool = False, optional: str = "") -> list[str]:
    """Each pair as `figure=fact`, `!` where they disagree, `-` where one side is empty."""
    found = figures(text)
    pairs = align(found, candidates(*values, free=free), lambda one: one.text == optional)
    return [
        "".join(found[i].text for i in pair.figures)
        + ("=" if pair.verdict is Verdict.AGREES or not (pair.figures and pair.facts) else "!")
        + "".join(str(values[j]) for j in pair.facts)
        for pair in pairs
    ]


def test_figures_are_paired_with_facts_in_order() -> None:
    assert paired("12, 40 and 7", 12, 40, 7) == ["12=12", "40=40", "7=7"]


def test_a_wrong_value_is_one_pair() -> None:
    assert paired("12, 41 and 7", 12, 40, 7) == ["12=12", "41!40", "7=7"]


def test_a_figure_or_a_fact_too_many() -> None:
    assert paired("12, 3, 40", 12, 40) == ["12=12", "3=", "40=40"]
    assert paired("12, 40", 12, 3, 40) == ["12=12", "=3", "40=40"]
    assert paired("", 12) == ["=12"]
    assert paired("12") == ["12="]


def test_what_is_optional_is_left_over_before_what_is_not() -> None:
    assert paired("9 and 12", 12, optional="9") == ["9=", "12=12"]
    assert paired("9", 12, optional="9") == ["9!12"]
    assert paired("9 and 12", 40, 12, free=True, optional="9") == ["9=", "=40", "12=12"]


def test_the_same_figures_in_another_order_are_told_from_wrong_ones() -> None:
    assert in_another_order(figures("12 and 40"), candidates(40, 12))
    assert not in_another_order(figures("12 and 41"), candidates(40, 12))
    assert not in_another_order(figures("12"), candidates(12))
    assert not in_another_order(figures("12 and 40"), candidates(40))


@given(st.lists(st.integers(2, 99), max_size=6), st.lists(st.integers(2, 99), max_size=6))
def test_every_figure_and_every_fact_is_in_one_pair(shown: list[int], known: list[int]) -> None:
    found = figures("; ".join(map(str, shown)))
    pairs = align(found, candidates(*known), lambda one: False)
    assert [i for pair in pairs for i in pair.figures] == list(range(len(found)))
    assert [j for pair in pairs for j in pair.facts] == list(range(len(known)))


@given(st.lists(st.integers(2, 99), min_size=1, max_size=6), st.data())
def test_one_changed_figure_is_one_disagreement(known: list[int], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(known) - 1))
    shown = [*known[:at], 1000, *known[at + 1 :]]
    text = "; ".join(f"{number:,}" for number in shown)
    pairs = align(figures(text), candidates(*known), lambda one: False)
    wrong = [pair for pair in pairs if pair.verdict is not Verdict.AGREES]
    assert [pair.figures for pair in wrong] == [(at,)]
