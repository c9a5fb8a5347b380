"""Sentences and clauses: where a denial reaches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.link.binding.clauses import clauses, denies, find_number, is_negated, sentences


def cut(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("It cost 5.2 million. In 2023 it fell.", ["It cost 5.2 million.", "In 2023 it fell."]),
        ("He said “so.” She did not.", ["He said “so.", "She did not."]),
        ("one. two", ["one. two"]),
        ("", []),
    ],
)
def test_a_text_is_cut_where_a_sentence_ends(text: str, parts: list[str]) -> None:
    assert cut(text, sentences(text)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12 did, 28 did not", ["12 did", "28 did not"]),
        ("12 did but 28 did not", ["12 did", "28 did not"]),
        ("2,000 did – 28 did not; 3 left", ["2,000 did", "28 did not", "3 left"]),
        ("12 of the 40 did", ["12 of the 40 did"]),
    ],
)
def test_a_sentence_is_cut_where_a_clause_ends(text: str, parts: list[str]) -> None:
    assert cut(text, clauses(text)) == parts


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("12 did", False),
        ("12 did not", True),
        ("none of the 12 did", True),
        ("12 never did", True),
        ("12 didn't", True),
        ("12 didn’t", True),
        ("neither of the 12 did", True),
        ("no fewer than 12 did", False),
        ("no more than 12 did", False),
        ("not only 12 did", False),
        ("12 did nothing", False),
        ("not one of the 12 did not", False),
        ("28 did not, 12 did", False),
        ("Nobody came. 12 did", False),
        ("a knot of 12", False),
    ],
)
def test_negation_of_the_clause_of_a_number(text: str, negated: bool) -> None:
    assert is_negated(text, text.index("12")) is negated


@pytest.mark.parametrize(
    ("text", "expected", "denied"),
    [
        ("12 did not", False, True),
        ("12 members, or 27%, did not vote", False, True),
        ("12 members, or 27%, did vote", True, False),
        ("12 members voted, the others did not", False, False),
        ("12 members voted, the others did not", True, True),
    ],
)
def test_a_denial_that_follows_the_number(text: str, expected: bool, denied: bool) -> None:
    assert denies(text, text.index("12"), expected=expected) is denied


@pytest.mark.parametrize(
    ("text", "number", "at"),
    [("in 2012, 12 did", "12", 9), ("Twelve did", "twelve", 0), ("1,012", "12", -1), ("", "5", -1)],
)
def test_finding_a_number_by_itself(text: str, number: str, at: int) -> None:
    assert find_number(text, number) == at


@given(st.text(alphabet="ab not., ;–\n", max_size=60))
def test_spans_ascend_and_lie_in_the_text(text: str) -> None:
    for spans in (sentences(text), clauses(text)):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert list(spans) == sorted(spans)
