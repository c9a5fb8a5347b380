"""Quotations: what stands between marks, and whether somebody said it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.link.binding.quotations import marked, occurs
from tests.link.county import borne, wrong

SOURCE = "“We [the council] have 30 bridges, and they shine,” she said. That isn't all."


@pytest.mark.parametrize(
    "words",
    [
        "We the council have 30 bridges",
        "we the council have 30 bridges",
        "[W]e [the council] have 30 bridges",
        "30 bridges … they shine",
        "30 bridges ... they shine",
        "… 30 bridges, and they shine …",
        "30 bridges […] she said",
        "they shine, she said",
        "That isn’t all.",
        "shine",
        "30  bridges",
        "30\nbridges",
        "…",
        "",
    ],
)
def test_words_that_occur(words: str) -> None:
    assert occurs(words, [SOURCE])


@pytest.mark.parametrize(
    "words",
    [
        "31 bridges",
        "30 bridges shine",
        "they shine … 30 bridges",
        "bridge",
        "hine",
        "0 bridges",
        "we have thirty bridges",
        "that is all",
        "30 bridges … 30 bridges",
        "30.bridges",
    ],
)
def test_words_that_do_not(words: str) -> None:
    assert not occurs(words, [SOURCE])


def test_all_pieces_come_from_one_source() -> None:
    assert not occurs("one … two", ["one", "two"])
    assert occurs("one … two", ["nothing", "one and two"])
    assert not occurs("one", [])


@given(st.text(alphabet="ab c[]…\"'.“”", max_size=30), st.text(alphabet="ab c.", max_size=10))
def test_what_is_cut_out_at_words_occurs(text: str, more: str) -> None:
    assert occurs(text, [text])
    assert occurs(text, [f"{more} {text} {more}"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "so" and "thus".', ["so", "thus"]),
        ("He said “so” and „thus“.", ["so", "thus"]),
        ("«so»", ["so"]),
        ("the council's 'own' words", []),
        ('an inch is 1"', []),
        ('""', [""]),
    ],
)
def test_words_between_marks_are_quotations(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in marked(text)] == words


class TestBinding:
    """Quotations in prose need a cited quote, or the claim."""

    def test_the_words_of_a_cited_quote(self) -> None:
        text = 'They called it "a disgrace" [@survey:opinion].'
        assert wrong(text) == ""
        assert borne(text) == [("a disgrace", "quotation", "survey:opinion")]

    def test_words_of_another_quote(self) -> None:
        assert wrong('They called it "a disgrace" [@survey:good].') == (
            "quotation-not-in-evidence “a disgrace”"
        )

    def test_words_before_another_group(self) -> None:
        assert wrong(
            'They called it "a disgrace": 12 bridges [@survey:good] [@survey:opinion].'
        ) == ("quotation-not-in-evidence “a disgrace”")

    def test_the_words_of_the_claim(self) -> None:
        assert wrong('The words "most bridges" are unclear.', spoken=["most bridges shine"]) == ""

    def test_figures_in_a_quotation_belong_to_it(self) -> None:
        assert wrong('She said "30 bridges shine" [@speech:shining].') == ""
        assert (
            wrong('She said "30 bridges shine" of 40 bridges [@speech:shining; @register:all].')
            == ""
        )

    def test_a_block_quotation(self) -> None:
        assert wrong("> The state of the bridges is a disgrace. [@survey:opinion]") == ""
        assert wrong("> The state is a disgrace. [@survey:opinion]") != ""
        assert wrong("> The state of the bridges is a disgrace.") != ""
