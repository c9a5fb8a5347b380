"""From specifications and facts to drawings, and why some cannot be drawn."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from build_scripts.draw.data import Drawing
from build_scripts.draw.resolve.resolve import Resolved, plain, resolve
from build_scripts.link.publication import Publication
from build_scripts.model.text import Text
from build_scripts.read.library import Library

CONTENT = Path(__file__).parents[3] / "content"
TABLE = """key,name,year,share,money,tie
a,Alpha,2019,34.0,3,treaty
b,Beta,2020,7.5,,
c,Gamma,2021,58.5,5,
"""
EVIDENCE = f"""title: A report
publisher: An institute
kind: report
tier: primary
origin: institute
url: https://example.org/
no_archive: none seen
published: 2024
seen: {{how: file, when: 2026-11-22}}
language: en
interest: none known
quotes:
  q: "12 states, 2 states, more than 50, about 5.2 million shells, 3 to 4 million shells"
facts:
  states: {{says: There are 12 states., value: 12 states, when: 2024, quote: q}}
  more: {{says: There are more than 50 states., value: more than 50 states, when: 2024, quote: q}}
  shells: {{says: About 5.2 million shells., value: about 5.2 million shells, when: 2024, quote: q}}
  range: {{says: 3 to 4 million shells., value: 3 to 4 million shells, when: 2024, quote: q}}
  money: {{says: It cost $2 billion., value: $2 billion, when: 2024, quote: q}}
  euros: {{says: It cost €3 billion., value: €3 billion, when: 2024, quote: q}}
  loss: {{says: It fell by 5%., value: -5%, when: 2024, quote: q}}
  quarter: {{says: That is 0.25 of all., value: 0.25, when: 2024, quote: q}}
  half: {{says: That is about 0.5 of all., value: about 0.5, when: 2024, quote: q}}
  two: {{says: There are 2 states., value: 2 states, when: 2024, quote: q}}
  words: {{says: There was no number., when: 2024, quote: q}}
  table:
    says: A table.
    when: 2024
    table: report.csv
    key: key
    columns: {{key: text, name: text, year: year, share: "%", money: billion USD, tie: text}}
    sha256: {hashlib.sha256(TABLE.encode()).hexdigest()}
"""
SUMS = """title: Sums
kind: calculation
facts:
  ratio: {says: That is 23.1% of all., formula: report:states / (report:states + 40)}
  written: {says: That is 0.231 of all., formula: report:states / (report:states + 40)}
  third: {says: A third part., formula: report:states / (report:states * 3)}
  double: {says: Twice as many., formula: report:states * 2}
"""
TEXTS = """title: A title [@report:states]
subtitle: A subtitle
alt: An alternative
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("claims", "evidence", "speakers", "topics"):
        (tmp_path / "content" / name).mkdir(parents=True)
    (tmp_path / "charts").mkdir()
    for name in ("words.yml", "verdicts.yml", "publication.yml"):
        shutil.copy(CONTENT / name, tmp_path / "content" / name)
    evidence = tmp_path / "content" / "evidence"
    (evidence / "report.yml").write_text(EVIDENCE, encoding="utf-8")
    (evidence / "report.csv").write_bytes(TABLE.encode())
    (evidence / "sums.yml").write_text(SUMS, encoding="utf-8")
    return tmp_path


def resolved(root: Path, spec: str) -> Resolved:
    (root / "charts" / "c.yml").write_text(TEXTS + spec, encoding="utf-8")
    publication = Publication(Library(root))
    assert "c" in publication.charts, publication.library.problems_of("charts", "c")
    return resolve(publication, "c", publication.charts["c"])


def drawn(root: Path, spec: str) -> Drawing:
    found = resolved(root, spec)
    assert found.drawing is not None, found.problems
    return found.drawing


def test_texts_are_plain_and_the_source_is_named(root: Path) -> None:
    drawing = drawn(root, "kind: bar\nrows:\n  - {fact: report:states, label: All}\n")
    assert drawing.title == "A title"
    assert drawing.source == "Source: An institute. Chart: Countercheck, CC\u00a0BY\u00a04.0."
    assert drawing.marks[0].ref == "report:states"


@pytest.mark.parametrize(
    ("fact", "low", "high", "open_high", "text"),
    [
        ("report:states", 12, 12, False, "12"),
        ("report:more", 50, 50, True, "more than 50"),
        ("report:shells", 5.2e6, 5.2e6, False, "about 5.2 million"),
        ("report:range", 3e6, 4e6, False, "3 to 4 million"),
        ("report:money", 2e9, 2e9, False, "$2 billion"),
        ("report:loss", -5, -5, False, "−5%"),
        ("report:table.a.share", 34, 34, False, "34.0%"),
        ("report:table.c.money", 5e9, 5e9, False, "$5 billion"),
        ("sums:ratio", 1200 / 52, 1200 / 52, False, "23.1%"),
        ("report:quarter", 25, 25, False, "25%"),
        ("report:half", 50, 50, False, "about 50%"),
        ("sums:written", 1200 / 52, 1200 / 52, False, "23.1%"),
        ("sums:third", 100 / 3, 100 / 3, False, "33.3%"),
        ("sums:double", 24, 24, False, "24"),
    ],
)
def test_values_are_drawn_in_base_units_and_printed_as_written(
    root: Path, fact: str, low: float, high: float, open_high: bool, text: str
) -> None:
    mark = drawn(root, f"kind: bar\nrows:\n  - {{fact: '{fact}', label: X}}\n").marks[0]
    assert (mark.low, mark.high) == pytest.approx((low, high))
    assert (mark.open_high, mark.text) == (open_high, text)


def test_a_range_shows_what_rounds_to_an_approximate_value(root: Path) -> None:
    spec = "kind: range\nrows:\n  - {fact: report:shells, label: X}\n"
    mark = drawn(root, f"{spec}threshold: {{fact: report:range, label: T}}\n").marks[0]
    assert (mark.low, mark.high) == (5.15e6, 5.25e6)


def test_a_table_gives_a_mark_for_each_cell_that_is_filled(root: Path) -> None:
    spec = "kind: bar\ntable: report:table\nlabel: name\nvalues: [money]\n"
    assert [mark.label for mark in drawn(root, spec).marks] == ["Alpha", "Gamma"]
    where = drawn(root, f"{spec}where: tie is given\n")
    assert [mark.ref for mark in where.marks] == ["report:table.a.money"]


def test_a_line_runs_along_time(root: Path) -> None:
    spec = "kind: line\nseries:\n  - {label: L, table: report:table, x: year, y: share}\n"
    line = drawn(root, f"{spec}highlight: [L]\n").lines[0]
    assert [(point.x, point.x_text, point.y_text) for point in line.points] == [
        (2019.0, "2019", "34.0%"),
        (2020.0, "2020", "7.5%"),
        (2021.0, "2021", "58.5%"),
    ]


def test_cells_are_labelled_by_their_short_keys(root: Path) -> None:
    spec = "kind: waffle\ntable: report:table\nlabel: name\n"
    groups = "groups:\n  - {label: Bound, where: tie = treaty}\n  - {label: The rest}\n"
    drawing = drawn(root, f"{spec}{groups}threshold: {{fact: report:two, label: T}}\n")
    assert [(cell.label, cell.name, cell.group) for cell in drawing.cells] == [
        ("a", "Alpha", "Bound"),
        ("b", "Beta", "The rest"),
        ("c", "Gamma", "The rest"),
    ]
    assert drawing.threshold is not None
    assert drawing.threshold.value == 2


BAR = "kind: bar\nrows:\n"
OF_TABLE = "kind: bar\ntable: report:table\nlabel: name\n"
SHARE = """kind: share
rows:
  - {fact: report:table.c.share, label: A}
  - {fact: report:table.a.share, label: B}
"""
WAFFLE = "kind: waffle\ntable: report:table\nlabel: name\ngroups:\n"


@pytest.mark.parametrize(
    ("spec", "line", "message", "help"),
    [
        (
            BAR + "  - {fact: report:states, label: A}\n  - {fact: report:shells, label: B}\n",
            7,
            "'B' is in shells, other values in states",
            "draw one unit to a chart, or compute the values in one unit first",
        ),
        (
            BAR + "  - {fact: report:money, label: A}\n  - {fact: report:euros, label: B}\n",
            7,
            "'B' is in EUR, other values in USD",
            "draw one currency to a chart",
        ),
        (
            BAR + "  - {fact: report:words, label: A}\n",
            6,
            "report:words has no quantity",
            "only a fact with a quantity can be drawn",
        ),
        (
            BAR + "  - {fact: report:loss, label: A}\nlayout: stacked\n",
            6,
            "−5% of 'A' is below zero and no part of a whole",
            "draw it as plain bars",
        ),
        (
            BAR + "  - {fact: report:states, label: A}\nhighlight: [B]\n",
            7,
            "nothing is labelled 'B'",
            "highlight a label of this chart",
        ),
        (
            SHARE + "  - {fact: report:table.a.share, label: C}\n",
            8,
            "with 'C' the parts are 126.5% of the whole",
            "draw what is no part of one whole as plain bars",
        ),
        (
            WAFFLE + "  - {label: All}\nthreshold: {fact: report:states, label: T}\n",
            9,
            "the line would stand after 12 cells, and there are 3",
            "hold the cells against a number of them, or leave the threshold out",
        ),
        (
            BAR
            + "  - {fact: report:states, label: A, group: G}\nlayout: stacked\nhighlight: [A]\n",
            8,
            "no part is labelled 'A'",
            "highlight a part of the bars",
        ),
        (
            OF_TABLE + "values: [shares]\n",
            7,
            "column 'shares' is unknown; did you mean 'share'?",
            "the columns are key, name, year, share, money, tie",
        ),
        (
            OF_TABLE + "values: [tie]\n",
            7,
            "column 'tie' holds no quantities but text",
            "the columns with quantities are share, money",
        ),
        (
            OF_TABLE + "values: [money]\nwhere: key = b\n",
            1,
            "nothing is left to draw",
            "no row has a quantity",
        ),
        (
            OF_TABLE + "values: [money]\nwhere: tie = treety\n",
            8,
            "no row has tie = 'treety'; did you mean 'treaty'?",
            "its words are treaty",
        ),
        (
            "kind: line\nseries:\n  - {label: L, table: report:table, x: name, y: share}\n",
            6,
            "column 'name' holds no times but text",
            "the columns with times are year",
        ),
        (
            WAFFLE + "  - {label: Bound, where: tie = treaty}\n",
            8,
            "2 rows fit no group: b, c",
            "let the last group have no `where`: it takes the rest",
        ),
        (
            WAFFLE + "  - {label: All, where: key is given}\n  - {label: Others}\n",
            9,
            "no row is left for 'Others'",
            "take the group out",
        ),
    ],
)
def test_what_cannot_be_drawn_is_a_problem_with_a_place(
    root: Path, spec: str, line: int, message: str, help: str
) -> None:
    found = resolved(root, spec)
    assert found.drawing is None
    (problem,) = found.problems
    assert (problem.rule, problem.message, problem.help) == ("undrawable-chart", message, help)
    assert (problem.place.path, problem.place.line) == ("charts/c.yml", line)


def test_a_fact_that_is_unknown_is_reported_elsewhere(root: Path) -> None:
    found = resolved(root, BAR + "  - {fact: report:nothing, label: A}\n")
    assert found == Resolved(None)


def test_all_charts_of_the_publication_can_be_drawn() -> None:
    publication = Publication(Library(CONTENT.parent))
    for key, chart in publication.charts.items():
        found = resolve(publication, key, chart)
        assert found.problems == ()
        assert found.drawing is not None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Deliveries in 2000–23 [@a:b] stay below the line of 97 [@c:d].",
         "Deliveries in 2000–23 stay below the line of 97."),
        ("It fell [@a:b], then rose.", "It fell, then rose."),
        ("Plain words (of ours).", "Plain words (of ours)."),
    ],
)  # fmt: skip
def test_a_citation_leaves_no_gap_behind(text: str, shown: str) -> None:
    assert plain(Text(text)) == shown
