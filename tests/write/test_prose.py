"""The checked parse as readers get it."""

import re
from datetime import date
from pathlib import Path

import pytest

from build_scripts.link.publication import Publication
from build_scripts.model.text import Text
from build_scripts.write.addresses import Addresses
from build_scripts.write.pages import KINDS
from build_scripts.write.prose import Pen
from build_scripts.write.site import Site
from tests.write.exports.sample import FILES, SITE, article, small


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return small(Path(tmp_path_factory.mktemp("small")))


def written(publication: Publication, words: str, *, numbered: bool = True) -> str:
    pen = Pen(Addresses("https://a.example/"), "claims/a.html", numbered=numbered)
    return str(pen.blocks(publication.bind("body", Text(words))))


FIGURE = (
    '<a class="figure short" href="../evidence/census.html#total" data-card="card-census--total" '
    'data-note="1">1,200 people</a>'
)
SOURCE = '<sup class="cite"><a href="#source-census" aria-label="Source 1">1</a></sup>'


def test_a_figure_is_a_link_to_its_fact_and_a_citation_a_number(publication: Publication) -> None:
    html = written(publication, "North has 1,200 people [@census:total].")
    assert html == f"<p>North has {FIGURE}{SOURCE}.</p>"


def test_without_a_list_of_sources_citations_leave_nothing(publication: Publication) -> None:
    html = written(publication, "North has 1,200 people [@census:total].", numbered=False)
    assert html == f"<p>North has {FIGURE}.</p>"


def test_the_space_before_a_citation_is_no_part_of_a_quotation(publication: Publication) -> None:
    html = written(publication, "> two thousand people\n> [@letter:said]")
    assert "two thousand people</a><sup" in html


def test_a_repeated_source_keeps_its_number(publication: Publication) -> None:
    text = "North has 1,200 people [@census:total]. It has 1,200 people [@census:total]."
    assert written(publication, text).count(">1</a></sup>") == 2


def test_a_quotation_leads_to_the_words_of_the_source(publication: Publication) -> None:
    html = written(publication, 'He said "two thousand people" [@letter:said].')
    assert (
        '“<a class="figure quotation" href="../evidence/letter.html#said" '
        'data-card="card-letter--said" data-note="1">two thousand people</a>”' in html
    )


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("claim:towns", "towns.html"),
        ("speaker:lee", "../speakers/lee.html"),
        ("topic:towns", "../topics/towns.html"),
        ("evidence:census", "../evidence/census.html"),
        ("evidence:census:total", "../evidence/census.html#total"),
        ("about.md#who", "../about.html#who"),
        ("https://example.org/", "https://example.org/"),
    ],
)
def test_links_to_records_become_addresses(
    publication: Publication, target: str, address: str
) -> None:
    html = written(publication, f"[x]({target})")
    assert html.strip() == f'<p><a href="{address}">x</a></p>'


def test_a_figure_inside_a_link_is_not_a_second_link(publication: Publication) -> None:
    html = written(publication, "[1,200 people](evidence:census) [@census:total]")
    assert 'class="figure' not in html


@pytest.mark.parametrize(("words", "kept"), [("1,200 people", True), ("1,200 happy people", False)])
def test_a_short_figure_stays_on_one_line_and_a_long_one_breaks(
    publication: Publication, words: str, kept: bool
) -> None:
    html = written(publication, f"North has {words} [@census:total].")
    assert f">{words}</a>" in html
    assert ('class="figure short"' in html) is kept


def test_a_cell_of_many_words_asks_for_room_and_a_short_one_does_not(
    publication: Publication,
) -> None:
    long = "a cell that holds a whole sentence of its own, which nobody wants to read in a ribbon"
    html = written(publication, f"| a | b |\n|---|---|\n| few words | {long} |")
    assert "<td>few words</td>" in html
    assert f'<td class="long">{long}</td>' in html


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        '<img src=x onerror="alert(1)">',
        "![x](javascript:alert(1))",
        "`<b onclick=x>`",
        "&lt;script&gt;",
    ],
)
def test_prose_never_becomes_markup(publication: Publication, words: str) -> None:
    html = written(publication, words)
    for forbidden in ("<script", "<img", "<b ", 'href="javascript', 'href="data'):
        assert forbidden not in html.lower()


def test_headings_and_charts_leave_the_run_of_text(publication: Publication) -> None:
    pen = Pen(Addresses("https://a.example/"), "claims/a.html")
    text = publication.bind("body", Text("One.\n\n## Two\n\n![](chart:towns)\n\nThree.\n"))
    pieces = pen.pieces(text)
    assert [(piece.level, piece.figure) for piece in pieces] == [
        (0, ""),
        (2, ""),
        (0, "chart:towns"),
        (0, ""),
    ]


def test_a_table_scrolls_by_itself_on_a_narrow_screen(publication: Publication) -> None:
    html = written(publication, "| town |\n|------|\n| North |")
    assert html.startswith('<div class="table-scroll" role="group" aria-label="Table" tab')
    assert html.rstrip().endswith("</table></div>")
    assert "<table></table></div>" not in written(publication, "`<table></table>`")


def test_a_figure_that_nothing_bears_is_no_link(publication: Publication) -> None:
    html = written(publication, "It has 77 people. It still has 77 people.")
    assert html.strip() == "<p>It has 77 people. It still has 77 people.</p>"


def test_every_figure_of_prose_has_its_card_on_its_page(tmp_path: Path) -> None:
    towns = "The towns have 2,000 people [@sums:all]."
    slip = f"{{date: 2026-11-20, kind: minor, what: '{towns}', was: a, now: b, why: c}}"
    lee = FILES["content/speakers/lee.yml"] + f"text: '{towns}'\n"
    changes = {
        "content/claims/towns.md": article("Towns", corrections=f"[{slip}]"),
        "content/speakers/lee.yml": lee,
        "content/topics/towns.yml": f"title: Towns\ntext: '{towns}'\n",
        "docs/about.md": f"# About\n\n{towns}\n",
    }
    site = Site(small(tmp_path, changes), {}, Addresses(SITE), date(2026, 11, 23))
    found = {page.path: page.text for kind in KINDS for page in kind(site)}
    pages = "claims/towns topics/towns speakers/lee corrections-log about".split()
    for path in (f"{name}.md" for name in pages):
        named = set(re.findall(r'data-card="([^"]+)"', found[path]))
        assert "card-sums--all" in named, path
        assert named == set(re.findall(r'<div class="card" id="([^"]+)"', found[path])), path
