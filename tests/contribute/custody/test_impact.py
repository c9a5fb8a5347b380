"""`impact` names everything that rests on a source, and nothing else."""

from pathlib import Path

import pytest

from build_scripts.contribute.custody.impact import impact
from build_scripts.contribute.custody.reach import mentioning
from build_scripts.contribute.custody.trace import UnknownName
from build_scripts.contribute.custody.tree import render
from tests.contribute.samples import ARTICLE, edit, load, write

SWEDISH = """\
if log:swedish were wrong, look again at
├─ facts computed from it, or taken from it
│  ├─ port:flags.SE = 40 ships, directly
│  └─ sums:others = 110 ships, through port:flags
├─ articles
│  └─ content/claims/most-ships-stay.md
│     └─ 27:15 “40 Swedish ships” (log:swedish)
└─ charts
   └─ charts/ships-by-flag.yml
      └─ 5:8 drawn (port:flags)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path)


def of(root: Path, name: str) -> str:
    return render(impact(load(root), name))


def test_a_fact_with_what_is_taken_from_it(root: Path) -> None:
    assert of(root, "log:swedish") == SWEDISH


def test_a_document_reaches_readings_articles_charts_and_topics(root: Path) -> None:
    text = of(root, "port")
    for line in (
        "sums:most-stay = no, directly",
        "most-ships-stay, verdict: false",
        "Most ships stay for the night. [fails], sums:most-stay",
        "24:82 “54%” (sums:norwegian-share)",
        "2:20 “130 ships” (port:flags.NO)",
        "2:28 “240 ships” (port:calls)",
    ):
        assert line in text


def test_a_row_leaves_other_rows_alone(root: Path) -> None:
    text = of(root, "port:flags.SE")
    assert "sums:others = 110 ships, directly" in text
    assert "norwegian" not in text
    assert "most-ships-stay" not in text


def test_a_fact_without_a_figure_is_found_where_it_is_cited(root: Path) -> None:
    assert of(root, "log:boast").endswith("└─ 27:78 cited (log:boast)\n")


def test_confirmations_are_named(root: Path) -> None:
    assert "└─ facts that it confirms\n   └─ port:calls, by log:calls\n" in of(root, "log:calls")


def test_texts_beside_the_facts_of_evidence_are_named(root: Path) -> None:
    assert "caveats" not in of(root, "log:swedish")
    edit(
        root,
        "content/evidence/port.yml",
        ("quotes:", "caveat: Of the 240 ships, 40 ships were Swedish [@log:swedish].\nquotes:"),
    )
    section = "├─ caveats and other texts of evidence\n│  └─ content/evidence/port.yml\n"
    assert f"{section}│     └─ 12:27 “40 ships” (log:swedish)\n" in of(root, "log:swedish")


def test_the_source_of_the_claim_itself(root: Path) -> None:
    assert "7:12 the words of the claim" not in of(root, "port")
    assert "9:12 the words of the claim" in of(root, "speech")


def test_a_chart_of_readings_is_reached_through_its_article(root: Path) -> None:
    chart = "kind: readings\ntitle: How it comes out\nsubtitle: Ships\nalt: A line\n"
    write(root, {"charts/outcome.yml": f"{chart}claim: most-ships-stay\n"})
    assert "5:8 readings of most-ships-stay" in of(root, "port:nights")
    assert "charts/outcome.yml" not in of(root, "log:swedish")


def test_a_table_shown_in_an_article_is_reached(root: Path) -> None:
    edit(root, ARTICLE, ("![](chart:ships-by-flag)", "![](table:port:flags)"))
    assert "29:1 table (port:flags)" in of(root, "port:flags.SE")


def test_nothing_rests_on_it(root: Path) -> None:
    edit(root, ARTICLE, (" It calls the port the first [@log:boast].", ""))
    assert of(root, "log:boast") == "nothing rests on log:boast\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("prot", "there is no evidence 'prot'; did you mean 'port'?"),
        ("port:cals", "port has no fact 'cals'; did you mean 'calls'?"),
        ("port:flags.DKK", "port:flags has no row 'DKK'; did you mean 'DK'?"),
        ("port:calls.DK", "port:calls is not a table"),
    ],
)
def test_a_source_that_does_not_exist(root: Path, name: str, message: str) -> None:
    with pytest.raises(UnknownName) as caught:
        impact(load(root), name)
    assert str(caught.value) == message


@pytest.mark.parametrize("name", ["port", "content/evidence/port.yml", "port:"])
def test_a_document_may_be_named_by_its_path(root: Path, name: str) -> None:
    assert of(root, name) == of(root, "port")


@pytest.mark.parametrize("more", [[], [f"nothing-{letter}" for letter in "abcdefghijkl"]])
def test_files_that_mention_a_name_are_found_for_few_names_and_for_many(
    root: Path, more: list[str]
) -> None:
    publication = load(root)
    assert mentioning(publication, "evidence", ["log", *more]) == ["port"]
    assert mentioning(publication, "claims", ["sums", *more]) == ["most-ships-stay"]
    assert mentioning(publication, "claims", more) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (
            "content/speakers/harbour-master.yml",
            "role: Head of Port Lantern",
            "role: Head of Port Lantern\ntext: He counts 240 ships [@port:calls].",
        ),
        ("docs/about.md", "It is made up.", "It has 240 ships [@port:calls]."),
    ],
)
def test_texts_of_speakers_and_pages_are_named(root: Path, path: str, old: str, new: str) -> None:
    assert path not in of(root, "port:calls")
    edit(root, path, (old, new))
    assert path in of(root, "port:calls")
    assert path not in of(root, "port:nights")
