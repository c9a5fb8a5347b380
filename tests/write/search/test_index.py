"""Weights: exact, saturating, capped."""

import math

import pytest

from build_scripts.write.search import index as module
from build_scripts.write.search.entries import CLAIM, SOURCE, SPEAKER, Entry, weighed
from build_scripts.write.search.index import LEVELS, build_index


def entry(words: dict[str, int], *, kind: str = CLAIM, length: int = 10) -> Entry:
    return Entry(kind, "a.html", "title", "note", "", words, length)


def levels(found: dict[str, int], *, kind: str = CLAIM, length: int = 10) -> dict[str, int]:
    """The levels of one entry among others of length 10."""
    others = [entry({"other": 10}, kind=kind, length=20 - length)]
    index = build_index([entry(found, kind=kind, length=length), *others])
    return {word: index[word].found[0] % LEVELS + 1 for word in found}


def test_levels_are_those_of_the_formula() -> None:
    # 16 · 0.9 · w / (w + 1.2), w in tenths, for an entry of average length
    assert levels({"body": 3, "summary": 10, "claim": 30, "all": 100}) == {
        "body": round(14.4 * 0.3 / 1.5),
        "summary": round(14.4 * 1.0 / 2.2),
        "claim": round(14.4 * 3.0 / 4.2),
        "all": round(14.4 * 10 / 11.2),
    }


def test_a_level_is_at_least_one() -> None:
    assert levels({"word": 1}, kind=SOURCE) == {"word": 1}


def test_the_name_of_a_speaker_outweighs_its_mention() -> None:
    assert levels({"putin": 100}, kind=SPEAKER)["putin"] > levels({"putin": 60})["putin"]


def test_long_entries_weigh_less() -> None:
    short, long = levels({"word": 10}, length=2), levels({"word": 10}, length=18)
    assert short["word"] > long["word"]


def test_rare_words_weigh_more() -> None:
    index = build_index([entry({"common": 10, "rare": 10}), *[entry({"common": 10})] * 9])
    assert index["rare"].idf == round(10 * math.log(1 + 9.5 / 1.5))
    assert index["common"].idf == max(1, round(10 * math.log(1 + 0.5 / 10.5)))


def test_postings_name_entries_in_order() -> None:
    index = build_index([entry({"a": 100}), entry({"b": 100}), entry({"a": 3})])
    assert [posting // LEVELS for posting in index["a"].found] == [0, 2]
    assert [posting // LEVELS for posting in index["b"].found] == [1]


def test_words_stand_in_the_order_of_javascript() -> None:
    # U+1F600 sorts before U+FF61 by UTF-16 units, after it by code points.
    index = build_index([entry({"\uff61": 1, "\U0001f600": 1, "b": 1, "a": 1})])
    assert list(index) == ["a", "b", "\U0001f600", "\uff61"]


def test_a_very_common_word_keeps_its_weightiest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    index = build_index([entry({"a": 3}), entry({"a": 100}), entry({"a": 3}), entry({"a": 100})])
    assert [posting // LEVELS for posting in index["a"].found] == [1, 3]
    assert index["a"].idf == max(1, round(10 * math.log(1 + 0.5 / 4.5)))


def test_nothing_makes_an_empty_index() -> None:
    assert build_index([]) == {}


def test_fields_add_up_and_synonyms_are_not_counted_as_length() -> None:
    made = weighed(CLAIM, "a.html", "t", "", "", [("exports", 30), ("exporting", 3)], ["sale"])
    assert made.words == {"export": 33, "sale": 5}
    assert made.length == 2
