"""Dates in prose: the fact of a neighbouring figure, the claim's date, a source's publication."""

from __future__ import annotations

import pytest

from tests.link.county import borne, wrong

BACKED = [
    "In 2023, 12 were good [@survey:good].",
    "12 were good in 2023 [@survey:good].",
    "12 were good [@survey:good] in 2023.",
    "In 2018 it was 24, in 2023 it was 12 [@register:good.2018; @register:good.2023].",
    "It was 24 in 2018 and 12 in 2023 [@register:good.2018; @register:good.2023].",
    "It fell by 53% between 2018 and 2023 [@survey:change].",
    "It fell by 53% from 2018 to 2023 [@survey:change].",
    "In the five years between 2018 and 2023 it fell by 53% [@survey:change].",
    "On 11 March 2024 they spoke of a scandal [@survey:opinion].",
    "In March 2024 they spoke of a scandal [@survey:opinion].",
    "In 2024 they spoke of a scandal [@survey:opinion].",
    "In March they spoke of a scandal [@survey:opinion].",
    "In a survey of March 2024 they are used by 5.2 million people a year [@survey:users].",
    "In 2023 30% were good [@repair:share].",
    "In the register of 2024 there are 40 bridges [@register:all].",
]
NOT_BACKED = [
    ("In 2022, 12 were good [@survey:good].", "2022"),
    ("In 2026, 12 were good [@survey:good].", "2026"),
    ("In 2018 they spoke of a scandal [@survey:opinion].", "2018"),
    ("On 12 March 2024 they spoke of a scandal [@survey:opinion].", "12 March 2024"),
    ("In April 2024 they spoke of a scandal [@survey:opinion].", "April 2024"),
    ("It fell by 53% between 2018 and 2022 [@survey:change].", "2022"),
    ("It fell by 53% between 2023 and 2018 [@survey:change].", "2018"),
    ("It fell by 53% in 2018–23 [@survey:change].", "2018–23"),
    ("Long ago, in 1999, it began.", "1999"),
    ("In the register of 2023 there are 40 bridges [@register:all].", "2023"),
]


@pytest.mark.parametrize("text", BACKED)
def test_dates_that_are_backed(text: str) -> None:
    assert wrong(text) == ""


@pytest.mark.parametrize(("text", "date"), NOT_BACKED)
def test_dates_that_are_not(text: str, date: str) -> None:
    assert wrong(text) == f"unsupported-date “{date}”"


def test_swapped_dates_are_both_wrong() -> None:
    text = "In 2023 it was 24, in 2018 it was 12 [@register:good.2018; @register:good.2023]."
    assert wrong(text) == "unsupported-date “2023”; unsupported-date “2018”"


@pytest.mark.parametrize("date", ["6 May 2024", "May 2024", "2024", "6 May"])
def test_the_claims_date_needs_no_fact(date: str) -> None:
    text = f"It was said on {date}."
    assert wrong(text, dates=["2024-05-06"]) == ""
    assert wrong(text) == f"unsupported-date “{date}”"


def test_but_not_beside_a_figure_with_a_date_of_its_own() -> None:
    assert wrong("In 2024, 12 were good [@survey:good].", dates=["2024-05-06"]) == (
        "unsupported-date “2024”"
    )


def test_a_date_is_bound_to_its_fact() -> None:
    found = borne(
        "In 2018 it was 24, in 2023 it was 12 [@register:good.2018; @register:good.2023]."
    )
    assert [(words, ref) for words, role, ref in found if role == "date"] == [
        ("2018", "register:good.2018"),
        ("2023", "register:good.2023"),
    ]


@pytest.mark.parametrize("length", ["five", "six"])
def test_only_the_length_of_the_period_is_free(length: str) -> None:
    text = f"In the {length} years between 2018 and 2023 it fell by 53% [@survey:change]."
    assert wrong(text) == ""
    assert wrong(text.replace(length, "seven")) == "unsupported-figure “seven years”"
