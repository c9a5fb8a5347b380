"""How citations bind: spans, order, ranges, repeats. Each sentence of the rules in pairs."""

from __future__ import annotations

import pytest

from tests.link.county import borne, wrong

ALL, GOOD, CHANGE = "@register:all", "@survey:good", "@survey:change"


def test_a_group_covers_the_text_back_to_the_group_before() -> None:
    text = f"There are 40 bridges [{ALL}], of which 12 are good [{GOOD}]."
    assert borne(text) == [
        ("40 bridges", "fact", "register:all"),
        ("12", "fact", "survey:good"),
    ]
    assert wrong(f"There are 40 bridges, of which 12 are good [{ALL}] [{GOOD}].") == (
        "unsupported-figure “12”; unused-citation “survey:good”"
    )


def test_a_group_covers_no_text_of_another_block() -> None:
    assert wrong(f"There are 40 bridges.\n\nThey are old [{ALL}].") == (
        "unsupported-figure “40 bridges”; unused-citation “register:all”"
    )


def test_what_follows_the_last_group_is_not_covered() -> None:
    assert wrong(f"There are 40 bridges [{ALL}] and 3 tunnels.") == "unsupported-figure “3”"


@pytest.mark.parametrize(
    "text",
    [
        f"- There are 40 bridges [{ALL}]\n- 12 are good [{GOOD}]",
        f"| bridges | good |\n|---|---|\n| 40 bridges [{ALL}] | 12 [{GOOD}] |",
        f"| bridges | good |\n|---|---|\n| 40 bridges | 12 [{ALL}; {GOOD}] |",
        f"## There are 40 bridges [{ALL}]",
        f"There are **40** bridges [{ALL}]",
        f"There are [40 bridges](https://example.org/) [{ALL}]",
        f"1. There are 40 bridges,\n   and 12 are good [{ALL}; {GOOD}]",
    ],
)
def test_blocks_of_every_kind_are_bound(text: str) -> None:
    assert wrong(text) == ""
    assert borne(text)[0][2] == "register:all"


def test_figures_stand_in_the_order_of_the_facts() -> None:
    assert wrong(f"Of 40 bridges, 12 are good [{ALL}; {GOOD}].") == ""
    assert wrong(f"Of 40 bridges, 12 are good [{GOOD}; {ALL}].") == "figure-order “40 bridges”"


def test_a_proportion_in_words_takes_no_fact_from_a_figure_in_digits() -> None:
    first = f"Fewer than half, 30%, are good [@repair:share]. There are 40 bridges [{ALL}]."
    assert wrong(first) == ""
    assert wrong(first, "Fewer than half of the 40 bridges, 30%, are good [@repair:share].") == ""
    both = "[@repair:share; @repair:shining-share]"
    assert wrong(f"Shares are 30% and 75% {both}.") == ""
    assert wrong(f"Shares are 75% and 30% {both}.") == "figure-order “75%”"


def test_one_wrong_figure_does_not_blame_the_others() -> None:
    assert wrong(f"Of 40 bridges, 13 are good [{ALL}; {GOOD}].") == "figure-mismatch “13”"
    assert wrong(f"Of 41 bridges, 12 are good [{ALL}; {GOOD}].") == "figure-mismatch “41 bridges”"
    assert wrong(f"Of 40 bridges, 7 tunnels and 12 good ones [{ALL}; {GOOD}].") == (
        "unsupported-figure “7”"
    )


def test_a_range_is_one_figure() -> None:
    assert wrong("It would cost $1–2 million [@survey:cost].") == ""
    assert wrong("It would cost between $1 million and $2 million [@survey:cost].") == ""
    assert wrong("It would cost at best $1 million, at worst $2 million [@survey:cost].") == ""
    assert wrong("It would cost $1 million [@survey:cost].") != ""


def test_from_one_to_another_are_two_facts() -> None:
    text = "The good ones fell from 24 to 12 [@register:good.2018; @register:good.2023]."
    assert wrong(text) == ""
    assert [ref for _, _, ref in borne(text)] == ["register:good.2018"]


def test_a_fact_without_a_quantity_takes_no_figure() -> None:
    assert wrong(f"It is a scandal: 12 of 40 bridges [@survey:opinion; {GOOD}; {ALL}].") == ""
    assert wrong("It is a scandal [@survey:opinion].") == ""
    assert wrong(f"It is a scandal [{GOOD}].") == "unused-citation “survey:good”"


def test_every_citation_bears_something() -> None:
    assert wrong(f"There are 40 bridges [{ALL}; {ALL}].") == "unused-citation “register:all”"
    assert wrong("They are not made of gold [@register:all].") == "unused-citation “register:all”"


class TestRepeats:
    """A figure that repeats number and noun needs no new citation."""

    def test_in_a_later_block_or_text(self) -> None:
        assert wrong(f"There are 40 bridges [{ALL}].", "These 40 bridges are old.") == ""
        assert borne(f"There are 40 bridges [{ALL}].\n\nThe 40 bridges.")[1:] == [
            ("40 bridges", "repeat", "register:all")
        ]

    def test_not_in_an_earlier_one(self) -> None:
        assert wrong("These 40 bridges are old.", f"There are 40 bridges [{ALL}].") == (
            "unsupported-figure “40 bridges”"
        )

    @pytest.mark.parametrize(
        "again",
        ["These 41 bridges.", "These 40 people.", "These about 40 bridges.", "These 40.", "40%."],
    )
    def test_with_another_number_noun_or_hedge(self, again: str) -> None:
        assert wrong(f"There are 40 bridges [{ALL}].", again) != ""

    def test_beside_new_figures(self) -> None:
        first = f"There are 40 bridges [{ALL}]."
        assert wrong(first, f"Of these 40 bridges, 12 are good [{GOOD}].") == ""
        assert wrong(first, f"Of these 40 bridges, 13 are good [{GOOD}].") == "figure-mismatch “13”"


def test_exemptions_take_figures_out() -> None:
    assert wrong("It stands on page 7.", exempt=["page 7"]) == ""
    assert wrong("It stands on page 8.", exempt=["page 7"]) == "unsupported-figure “8”"
    assert borne("It stands on page 7.", exempt=["page 7"]) == [("7", "exempt", "None")]


def test_no_and_none_may_take_a_nought() -> None:
    ref = "register:good.2018"
    assert wrong(f"None is good [@{ref}].") == f"unused-citation “{ref}”"


def test_a_broken_reference_is_the_only_problem_of_its_span() -> None:
    assert wrong(f"There are 41 bridges in 1999 [{ALL}; @register:al].") == (
        "unknown-fact “register:al”"
    )
