"""Markdown parsed for checking: blocks, citations, links, and the place of every word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.parser_inline import ParserInline

from build_scripts.model.prose import Block
from build_scripts.model.text import Text
from build_scripts.problems import Place
from build_scripts.read.positions import markdown
from build_scripts.read.prose import CODE, parse_line, parse_prose


def blocks(source: str) -> list[tuple[str, str]]:
    """Kind and plain text of every block."""
    return [(block.kind, str(block.text)) for block in parse_prose(Text(source, "a.md")).blocks]


def only(source: str) -> Block:
    """The only block of a text."""
    (block,) = parse_prose(Text(source, "a.md")).blocks
    return block


def lines_of(source: str) -> Text:
    """A text whose lines stand one below the other, as the body of a file does."""
    spans, offset = [], 0
    for number, line in enumerate(source.split("\n"), 1):
        spans.append((offset, number, 1))
        offset += len(line) + 1
    return Text(source, "a.md", tuple(spans))


def test_kinds_of_blocks() -> None:
    source = (
        "A paragraph\nof two lines.\n\n## A heading\n\n- one item\n\n  its second part\n"
        "1. a number\n\n> said\n> so\n\n| a | b |\n|---|---|\n| c | d |\n\n    code 12\n"
    )
    assert blocks(source) == [
        ("paragraph", "A paragraph\nof two lines."),
        ("heading", "A heading"),
        ("item", "one item"),
        ("item", "its second part"),
        ("item", "a number"),
        ("quotation", "said\nso"),
        ("row", "a\nb"),
        ("row", "c\nd"),
    ]


def test_levels_of_headings() -> None:
    found = parse_prose(Text("# One\n\n### Three\n\nText\n")).blocks
    assert [(block.level, block.number) for block in found] == [(1, 0), (3, 1), (0, 2)]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**12** of *31* states", "12 of 31 states"),
        ("a [link](https://x.org/2024) here", "a link here"),
        ("an ![image](chart:x) here", "an  here"),
        ("some `12` code", f"some {CODE * 2} code"),
        ("escaped \\*12\\*", "escaped *12*"),
        ("&amp; &#49;2", "& 12"),
        ("<b>12</b>", "<b>12</b>"),
        ("a  \nbreak", "a\nbreak"),
        ("12 [@a:b] and 13 [@c:d]", "12  and 13 "),
        ("[an aside] and [@] and @a:b", "[an aside] and  and @a:b"),
    ],
)
def test_the_text_of_a_block_is_what_readers_see(source: str, shown: str) -> None:
    assert only(source).text == shown


def test_groups_of_citations_know_what_they_cite_and_where() -> None:
    block = only("There are 12 [@a:b; @c:d.2019.states] and 13 [@e:f].")
    assert [[str(cited.ref) for cited in group.cited] for group in block.groups] == [
        ["a:b", "c:d.2019.states"],
        ["e:f"],
    ]
    assert [group.position for group in block.groups] == [13, 21]
    first, second = block.groups[0].cited
    assert (first.place, second.place) == (Place("a.md", 1, 15, 4), Place("a.md", 1, 21, 16))
    assert block.groups[0].place == Place("a.md", 1, 14, 24)


@pytest.mark.parametrize(
    "words", ["@un", "@", "@a:b, @c:d", "@A:b", "@a:b;", "@a:b.c.d.e", "@a:b c", "@a: b"]
)
def test_a_citation_that_cannot_be_read_has_no_reference(words: str) -> None:
    assert None in [cited.ref for cited in only(f"12 [{words}]").groups[0].cited]


def test_a_group_over_two_lines() -> None:
    source = "There are 12 and 31 [@a:b;\n@c:d]."
    (block,) = parse_prose(lines_of(source)).blocks
    places = [cited.place for cited in block.groups[0].cited]
    assert places == [Place("a.md", 1, 22, 4), Place("a.md", 2, 1, 4)]


def test_links_and_images_know_their_targets_and_words() -> None:
    block = only("See [his page](speaker:putin) and ![](chart:arms).")
    link, image = block.links
    assert (link.target, block.text[link.start : link.end], link.image) == (
        "speaker:putin",
        "his page",
        False,
    )
    assert (image.target, image.start, image.image) == (
        "chart:arms",
        len("See his page and "),
        True,
    )
    assert link.place == Place("a.md", 1, 5, 10)


def test_a_line_has_no_block_markup() -> None:
    prose = parse_line(Text("1. [W]e need # *12* > more", "a.yml"))
    assert [(block.kind, block.text) for block in prose.blocks] == [
        ("string", "1. [W]e need # 12 > more")
    ]


@pytest.mark.parametrize(
    ("source", "prose", "line"),
    [
        ("", [], [""]),
        ("\n", [], ["\n"]),
        (" \n\n", [], ["\n\n"]),
        ("---", [], ["---"]),
        ("[@a:b]", [""], [""]),
        ("| a |\n|---|", ["a"], ["| a |\n|---|"]),
    ],
)
def test_sources_with_little_in_them(source: str, prose: list[str], line: list[str]) -> None:
    assert [str(block.text) for block in parse_prose(Text(source)).blocks] == prose
    assert [str(block.text) for block in parse_line(Text(source)).blocks] == line


@given(st.text(r"bé1 *_~`[]()!<>&|=#:@%.+-\\", max_size=30), st.sampled_from(["", "\n"]))
def test_one_line_is_read_as_the_whole_parser_reads_it(rest: str, end: str) -> None:
    line = "a" + rest.rstrip()
    quick, whole = parse_prose(Text(line + end)), parse_prose(Text(f"{line} {end}"))
    assert (quick.tokens, quick.blocks) == (whole.tokens, whole.blocks)


SIGNS = (
    "* ** _ _b_ ~~ ` `b` \\* [b](c) [b [@a:b] ![b](c) <http://b.c> &amp; "
    "http://b.c b@c 5% b-c # $ + = ^ { }"
)


@given(st.lists(st.sampled_from([*SIGNS.split(), "b", " ", "\n", "]"]), max_size=12).map("".join))
def test_no_rule_begins_at_another_sign_than_those_looked_for(source: str) -> None:
    careful = markdown()
    careful.inline.terminator_re = ParserInline().terminator_re
    assert markdown().parse(source) == careful.parse(source)


@given(st.text(max_size=80))
def test_parsing_never_raises(source: str) -> None:
    for prose in (parse_prose(lines_of(source)), parse_line(Text(source))):
        for block in prose.blocks:
            block.text.place(0, len(block.text))


PIECES = st.sampled_from(
    ["{}", "*{}*", "**{} {}**", "[{}](claim:{})", "`code` {}", "{}, {}", "\\*{}\\*", "{} [@a:b]"]
)
LINES = st.sampled_from(
    ["{} {}", "- {}", "  - {}", "> {}", "## {}", "1. {}", "| {} | {} |\n|---|---|\n| {} | {} |",
     "{}\n{}", "", "", "> - {}\n>   {}"]
)  # fmt: skip


@given(st.lists(st.tuples(LINES, st.lists(PIECES, min_size=4, max_size=4)), max_size=8))
def test_every_word_knows_its_place(parts: list[tuple[str, list[str]]]) -> None:
    number = 0
    source = ""
    for line, pieces in parts:
        row = line.format(*pieces)
        while "{}" in row:
            row = row.replace("{}", f"w{number}w", 1)
            number += 1
        source += row + "\n"
    text = lines_of(source)
    lines = source.split("\n")
    for block in parse_prose(text).blocks:
        for word in re.finditer(r"w\d+w", block.text):
            place = block.text.place(*word.span())
            shown = lines[place.line - 1][place.column - 1 : place.column - 1 + place.length]
            assert shown == word[0]
        for group in block.groups:
            for cited in group.cited:
                place = cited.place
                assert lines[place.line - 1][place.column - 1 :].startswith("@a:b")
