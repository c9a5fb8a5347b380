"""Direction words: which words are one, and what bears them."""

from __future__ import annotations

import pytest

from build_scripts.link.binding.directions import directions, nearest_direction
from tests.link.county import wrong


def words(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in directions(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it rose, then fell", ["rose", "fell"]),
        ("21% more than before", ["more"]),
        ("it spends more on roads than its neighbours", ["more"]),
        ("4.0% more, and it is gone", ["more"]),
        ("a more precise count", []),
        ("more than 12", []),
        ("fewer than half", []),
        ("fewer bridges", ["fewer"]),
        ("under the line", ["under"]),
        ("under the bridge", []),
        ("over a year", []),
        ("beyond the line", ["beyond"]),
        ("the upper limit, the lower end", []),
        ("added up, made up of, broken down", []),
        ("they ended up with 12, and gave up 40", []),
        ("they make up 55%", []),
        ("12, up from 5", ["up"]),
        ("prices are down", ["down"]),
        ("up 12%", ["up"]),
        ("ahead of the vote", []),
        ("€2 billion ahead, and far behind", ["ahead", "behind"]),
        ("the idea behind 12 bridges", []),
        ("beyond doubt", []),
        ("she added that 40 came, he added", []),
        ("12 were added", ["added"]),
        ("the table above, as said below", []),
        ("Lower Saxony has lower bridges", ["lower"]),
        ("more likely than not", []),
    ],
)
def test_words_of_direction(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("it rose by 12", "rose"),
        ("it fell by 12", "fell"),
        ("after it rose it fell by 12", "fell"),
        ("it fell by 12 and rose", "fell"),
        ("12 up, 40 down", "up"),
        ("up to 12", ""),
        ("fewer than 12", ""),
        ("It rose. Then 12 came", ""),
        ("12 came", ""),
    ],
)
def test_the_nearest_direction(text: str, word: str) -> None:
    at = text.index("12")
    found = nearest_direction(text, at, at + 2)
    assert (text[found[0] : found[1]] if found else "") == word


class TestBearing:
    """A direction word beside a bound figure follows from two figures, or from the fact."""

    def test_from_the_sentence_of_the_fact(self) -> None:
        assert wrong("The good ones, 12, are fewer [@survey:good].") == ""  # another clause
        assert wrong("In 2023, 12 fewer than before were good [@survey:good].") == (
            "direction-mismatch “fewer”"
        )
        text = "Over the years 2018 and 2023 repairs {} by 53% [@survey:change]."
        assert wrong(text.format("shrank")) == ""
        assert wrong(text.format("grew")) == "direction-mismatch “grew”"

    @pytest.mark.parametrize(
        ("word", "problem"),
        [
            ("below", ""),
            ("above", "direction-mismatch “above”"),
            ("beyond", "direction-mismatch “beyond”"),
        ],
    )
    def test_from_two_figures(self, word: str, problem: str) -> None:
        both = "[@survey:good; @register:all]"
        assert wrong(f"The 12 good bridges stay {word} the line of 40 bridges {both}.") == problem

    def test_of_which_the_second_may_come_first(self) -> None:
        both = "[@register:all; @survey:good]"
        assert wrong(f"It lies under the line of 40 bridges, at 12 bridges {both}.") == ""
        assert wrong(f"It lies over the line of 40 bridges, at 12 bridges {both}.") == (
            "direction-mismatch “over”"
        )

    def test_how_much_more_is_no_comparison_of_two_figures(self) -> None:
        text = "The 12 bridges are fewer than the 40 bridges [@survey:good; @register:all]."
        assert wrong(text) == ""
        assert wrong(text.replace("fewer", "more")) == "direction-mismatch “more”"

    def test_figures_of_different_things_decide_nothing(self) -> None:
        text = (
            "The 12 bridges cost more than the repairs, $1–2 million [@survey:good; @survey:cost]."
        )
        assert wrong(text) == "direction-mismatch “more”"

    def test_from_a_test_that_is_cited(self) -> None:
        shining = "[@speech:shining; @repair:shining-are-most]"
        good = "[@survey:good; @repair:good-are-most]"
        for word, problem in (("above", ""), ("below", "direction-mismatch “below”")):
            assert wrong(f"The 30 bridges lie {word} the middle {shining}.") == problem
        assert wrong(f"The 12 bridges lie below the middle {good}.") == ""
        assert wrong(f"The 12 bridges lie above the middle {good}.") == "direction-mismatch “above”"

    def test_from_where_a_figure_came(self) -> None:
        both = "[@survey:good; @register:good.2018]"
        assert wrong(f"In 2023, 12 bridges were good, down from 24 in 2018 {both}.") == ""
        assert wrong(f"In 2023, 12 bridges were good, up from 24 in 2018 {both}.") == (
            "direction-mismatch “up”"
        )
        assert wrong(f"It fell to 12 in 2023 from 24 in 2018 {both}.") == ""
        assert (
            wrong(f"It rose to 12 in 2023 from 24 in 2018 {both}.") == "direction-mismatch “rose”"
        )

    def test_not_where_no_figure_stands_beside_it(self) -> None:
        assert wrong("Spending rose, they say.") == ""
        assert wrong("There are 40 bridges [@register:all]; spending rose.") == ""

    def test_not_where_a_figure_has_a_problem_already(self) -> None:
        assert (
            wrong("Spending rose to 41 bridges [@register:all].") == "figure-mismatch “41 bridges”"
        )

    def test_not_inside_a_quotation(self) -> None:
        words = "“Of all bridges, 12 were in good repair in 2023”"
        assert wrong(f"They wrote {words} [@survey:good].") == ""
