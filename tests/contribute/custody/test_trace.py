"""`trace` prints the whole chain, from the words a reader sees to the document."""

from pathlib import Path

import pytest

from build_scripts.contribute.custody.trace import UnknownName, trace
from build_scripts.contribute.custody.tree import Branch, Style, render
from tests.contribute.samples import ARTICLE, edit, load, write

LINE_24 = """\
Most ships do not stay for the night (content/claims/most-ships-stay.md), verdict: false
└─ body
   ├─ 24:4 “2023”
   │  └─ port:calls = 240 ships (2023)
   │        says: In 2023 the port had 240 ships.
   │        words: “In 2023 the port had 240 ships, and 18% of them stayed for the night.”, p. 4
   │        document: Yearbook 2023; Port Lantern, February 2024; primary report
   │        address: https://port.example/yearbook
   │        seen: stored copy, 1 March 2024
   │        not archived: made up
   ├─ 24:22 “240 ships”
   │  └─ port:calls = 240 ships, as above
   ├─ 24:68 “130”
   │  └─ port:flags.NO = 130 ships (2023)
   │     │  says: Ships by flag in 2023. NO: 130
   │     │  cell: row NO, column ships of content/evidence/port-flags.csv
   │     └─ port
   │           document: Yearbook 2023; Port Lantern, February 2024; primary report
   │           address: https://port.example/yearbook
   │           seen: stored copy, 1 March 2024
   │           not archived: made up
   └─ 24:82 “54%”
      └─ sums:norwegian-share = 0.5417 (2023)
         │  says: Norwegian ships were 54% of all in 2023.
         │  formula: port:flags.NO / port:calls
         │  with numbers: 130 ships / 240 ships = 0.5417
         ├─ port:flags.NO = 130 ships, as above
         └─ port:calls = 240 ships, as above
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path)


def test_a_line_of_the_article(root: Path) -> None:
    assert render(trace(load(root), "most-ships-stay", 24)) == LINE_24


def test_every_bound_figure_and_quotation_is_there(root: Path) -> None:
    publication = load(root)
    text = render(trace(publication, "most-ships-stay"))
    bounds = [
        bound for part in publication.article("most-ships-stay").texts for bound in part.bounds
    ]
    assert text.count(" “") >= len(bounds)
    for words in ("18%", "240 ships", "54%", "70", "40 Swedish ships"):
        assert f"“{words}”" in text


def test_a_quotation_in_another_language_shows_both_and_the_archived_copy(root: Path) -> None:
    text = render(trace(load(root), "most-ships-stay", 27))
    for line in (
        "words: “40 svenske skip”",
        "translation: “40 Swedish ships”",
        "speaks for: harbour-master",
        "document: Seiðabók (our description); The pilots, undated, it is kept from day to day; "
        "secondary dataset",
        "no address: kept on paper",
        "archived: https://web.archive.org/web/20240401000000/https://pilots.example/",
    ):
        assert line in text


def test_readings_say_how_they_come_out(root: Path) -> None:
    text = render(trace(load(root), "most-ships-stay"))
    assert "├─ readings\n│  └─ Most ships stay for the night. [fails]\n" in text
    assert "with numbers: 18% > 50 = no" in text


def test_rows_that_a_function_takes_are_named(root: Path) -> None:
    edit(root, ARTICLE, ("130, which is 54%", "not alone: 110 others came, and they were 130, 54%"))
    edit(root, ARTICLE, ("[@port:flags.NO; @sums", "[@sums:others; @port:flags.NO; @sums"))
    text = render(trace(load(root), "most-ships-stay"))
    assert "sum(port:flags.ships where flag != NO) takes 2 of 3 rows: DK, SE\n" in text
    assert "with numbers: 110 ships\n" in text


def test_an_exemption_gives_its_reason(root: Path) -> None:
    edit(root, ARTICLE, ("## The count\n", "## The count\n\nThe fourth of 4 parts.\n"))
    edit(root, ARTICLE, ("authors:", "unchecked: [{text: 4 parts, why: it is a title}]\nauthors:"))
    assert "“4”\n   │     exempt: it is a title" in render(trace(load(root), "most-ships-stay"))


def test_a_fact_that_cannot_be_computed_is_said(root: Path) -> None:
    edit(root, "content/evidence/log.yml", ("value: 40 ships", "value: a few ships"))
    edit(root, ARTICLE, ('"40 Swedish ships" [@log:swedish]', "40 Swedish ships [@port:flags.SE]"))
    text = render(trace(load(root), "most-ships-stay", 27))
    assert (
        "log:swedish cannot be computed: value 'a few ships' cannot be read as one quantity" in text
    )
    assert "content/evidence/log.yml:26:12" in text


def test_a_source_that_does_not_exist_is_said(root: Path) -> None:
    table = "content/evidence/port-flags.csv"
    edit(root, table, ("log:swedish", "log:sweedish"))
    edit(root, ARTICLE, ('"40 Swedish ships" [@log:swedish]', "40 Swedish ships [@port:flags.SE]"))
    text = render(trace(load(root), "most-ships-stay", 27))
    assert "log:sweedish: log has no fact 'sweedish'; did you mean 'swedish'?" in text
    edit(root, table, ("log:sweedish", "logg"))
    text = render(trace(load(root), "most-ships-stay", 27))
    assert "logg: there is no such evidence" in text


def test_the_same_repository_gives_the_same_text(root: Path) -> None:
    once, twice = (render(trace(load(root), "most-ships-stay")) for _ in range(2))
    assert once == twice


@pytest.mark.parametrize("name", ["most-ships-stay", "content/claims/most-ships-stay.md"])
def test_an_article_may_be_named_by_its_path(root: Path, name: str) -> None:
    assert trace(load(root), name).head.startswith("Most ships do not stay")


@pytest.mark.parametrize(
    ("slug", "line", "message"),
    [
        (
            "most-ship-stay",
            None,
            "there is no article 'most-ship-stay'; did you mean 'most-ships-stay'?",
        ),
        ("most-ships-stay", 1, "no bound figure stands on line 1 of this article"),
        ("most-ships-stay", 0, "no bound figure stands on line 0 of this article"),
    ],
)
def test_a_name_that_leads_nowhere(root: Path, slug: str, line: int | None, message: str) -> None:
    with pytest.raises(UnknownName) as caught:
        trace(load(root), slug, line)
    assert str(caught.value) == message


def test_an_article_that_cannot_be_read_says_where_to_look(root: Path) -> None:
    edit(root, ARTICLE, ("verdict: false\n", ""))
    with pytest.raises(UnknownName) as caught:
        trace(load(root), "most-ships-stay")
    path = "content/claims/most-ships-stay.md"
    assert str(caught.value) == f"{path} cannot be read; `check {path}` says why"


def test_colours_are_for_terminals_only() -> None:
    tree = Branch("figure", ("line",), (Branch("fact", style=Style.FACT),), Style.FIGURE)
    assert render(tree) == "figure\n│  line\n└─ fact\n"
    assert render(tree, colour=True) == ("\x1b[33mfigure\x1b[0m\n│  line\n└─ \x1b[36mfact\x1b[0m\n")
