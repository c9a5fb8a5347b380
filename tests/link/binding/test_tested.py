"""Titles, paraphrases and meanings: borne by the readings' tests and what these rest on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.link.binding.tested import Backing, backing, bind_tested
from build_scripts.link.readings.readings import link_reading
from build_scripts.model.dates import Period
from build_scripts.model.records import Reading
from build_scripts.model.text import Text
from tests.link.county import fact, facts

TEST = "repair:good-are-most"


def support(ref: str = TEST) -> Backing:
    """What a text may rest on where one reading has that test."""
    test = fact(ref)
    reading = Reading(means=Text("They are good."), holds_if=Text(ref))
    linked = link_reading(reading, test, "ada-reeve", facts())
    found = backing([test], [Period.parse("2024-05-06")], facts())
    return replace(found, readings=[linked])


def wrong(text: str, ref: str = TEST, *, asserts: bool = False) -> str:
    bound = bind_tested("title", Text(text), support(ref), facts(), asserts=asserts)
    return "; ".join(f"{one.kind} “{one.shown}”" for one in bound.findings)


@pytest.mark.parametrize(
    "text",
    [
        "12 of 40 bridges are in good repair",
        "Twelve bridges were in good repair in 2023",
        "Most bridges are in good repair",
        "More than half of the bridges are in good repair",
        "What was said in May 2024",
        "What was said",
    ],
)
def test_what_the_tests_know(text: str) -> None:
    assert wrong(text) == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("13 bridges are in good repair", "unsupported-figure “13 bridges”"),
        ("30% of the bridges", "unsupported-figure “30%”"),
        ("about 12 bridges", "unsupported-figure “12 bridges”"),
        ("more than 40 bridges are good", "unsupported-figure “40 bridges”"),
        ("in 2022", "unsupported-date “2022”"),
        ("a third of the bridges", "proportion-mismatch “a third”"),
        ("dozens of bridges", "unclear-figure “dozens”"),
    ],
)
def test_what_they_do_not(text: str, problem: str) -> None:
    assert wrong(text) == problem


def test_a_title_asserts_what_the_readings_come_to() -> None:
    assert wrong("Most bridges are in good repair", asserts=True) == "proportion-mismatch “Most”"
    assert wrong("Most bridges are not in good repair", asserts=True) == ""
    assert wrong("Most bridges are in good repair") == ""


def test_a_test_that_holds_only_by_the_speakers_own_count_lets_nothing_be_asserted() -> None:
    own = "repair:shining-are-most"
    assert wrong("Most bridges shine", own, asserts=True) == "proportion-mismatch “Most”"


def test_nothing_is_said_where_a_test_could_not_be_computed() -> None:
    incomplete = Backing((), (), (), complete=False)
    bound = bind_tested("title", Text("Most of 13 bridges in 1999, dozens"), incomplete, facts())
    assert [one.kind for one in bound.findings] == ["unclear-figure"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("More than the 40 bridges are good", ""),
        ("Good bridges lie above the 40 bridges", ""),
        ("Good bridges lie below the 40 bridges", "direction-mismatch “below”"),
        ("Good bridges do not lie below the 40 bridges", ""),
        ("Are fewer good", "direction-mismatch “fewer”"),
        ("Are no fewer than those good", ""),
    ],
)
def test_words_of_more_and_less_ask_what_the_test_asks(text: str, problem: str) -> None:
    assert wrong(text) == problem


def test_a_title_compares_the_way_the_readings_come_out() -> None:
    assert wrong("Good bridges lie below the 40 bridges", asserts=True) == ""
    assert wrong("Good bridges lie above the 40 bridges", asserts=True) == (
        "direction-mismatch “above”"
    )
