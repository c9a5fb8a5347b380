"""One bad file is one problem: nothing is said of what only follows from it."""

from pathlib import Path

import pytest

from tests.check.casework import Case, build, found


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        ("content/evidence/survey.yml", "publisher: County", "publishr: County"),
        ("content/evidence/survey.yml", "    when: 2023", "   when: 2023"),
        ("content/evidence/register.yml", "url: https://", "url: "),
        ("content/words.yml", "units:", "unit:"),
        ("content/words.yml", "names:", "nmaes:"),
        ("content/words.yml", "units:", "units"),
        ("content/publication.yml", "language: en", "langage: en"),
    ],
)
def test_evidence_that_cannot_be_read(tmp_path: Path, path: str, right: str, wrong: str) -> None:
    root = build(Case("base"), tmp_path)
    chart = root / "charts/repair.yml"
    dated = chart.read_text("utf-8").replace("subtitle: Bridges", "subtitle: In 2023, bridges")
    chart.write_text(dated, "utf-8")
    assert found(root) == []
    text = (root / path).read_text("utf-8")
    (root / path).write_text(text.replace(right, wrong, 1), "utf-8")
    assert [problem.place.path for problem in found(root)] == [path]


def test_words_that_cannot_be_read_say_what_waits_for_them(tmp_path: Path) -> None:
    root = build(Case("base"), tmp_path)
    words = root / "content/words.yml"
    words.write_text(words.read_text("utf-8").replace("names:", "nmaes:"), "utf-8")
    (problem,) = found(root)
    assert problem.message == "unknown key 'nmaes'; did you mean 'names'?"
    assert problem.help == (
        "the keys here are units, names, phrases; no figure is judged before this file can be read"
    )


SUM = """
  sum:
    says: The counts of bridges in good repair make 36 bridges.
    formula: sum(register:good.bridges)
"""


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        ("content/evidence/register.yml", "key: year", "key: yaer"),
        ("content/evidence/register.yml", "sources: from", "sources: form"),
        ("content/evidence/register.yml", "bridges: bridges", "bridges: year"),
        ("content/evidence/register.yml", "{year: year", "{year: yaer"),
        ("content/evidence/register.yml", "{year: year", "{year: years"),
        ("content/evidence/register.yml", "bridges: bridges", "bridge: bridges"),
        ("content/evidence/register.yml", "from: text", "from: bridges"),
        ("content/evidence/register.yml", "columns:", "# columns:"),
        ("content/evidence/register.yml", "table: register.csv", "tble: register.csv"),
        ("content/evidence/register.yml", "table: register.csv", "table: bridges.csv"),
        ("content/evidence/register.yml", "table: register.csv", "table: ../register.csv"),
        ("content/evidence/register.csv", "2018,24", '"2018,24'),
        ("content/evidence/register.yml", "quotes:\n", "qotes:\n"),
        ("content/evidence/register.yml", "language: en", "language: 12"),
        ("content/evidence/register.yml", "value: 40 bridges", "value: 40 people"),
        ("content/evidence/register.yml", "value: 40 bridges", "value: 40 brigdes"),
        ("content/evidence/register.yml", "value: 40 bridges", "value: 40%"),
        ("content/evidence/survey.yml", "value: 12 bridges", "value: 12 people"),
        ("content/evidence/register.csv", "2018,24", "2018,2x"),
        ("content/evidence/register.csv", "2018,24", "20l8,24"),
        ("content/evidence/register.csv", "2018,24", "2018/19,24"),
        ("content/evidence/register.csv", "24,register", "24,register:A b"),
        ("content/evidence/survey.yml", "    quote: users\n", "    quote: user\n"),
        ("content/evidence/survey.yml", "  change:\n", "  good:\n"),
        ("content/evidence/register.yml", "language: en", "language: e2"),
    ],
)
def test_what_only_follows_from_a_mistake_is_not_said(
    tmp_path: Path, path: str, right: str, wrong: str
) -> None:
    root = build(Case("base"), tmp_path)
    sums = root / "content/evidence/repair.yml"
    sums.write_text(sums.read_text("utf-8").rstrip() + SUM, "utf-8")
    assert found(root) == []
    (root / path).write_text((root / path).read_text("utf-8").replace(right, wrong, 1), "utf-8")
    problems = [problem for problem in found(root) if problem.rule != "table-changed"]
    assert [problem.place.path for problem in problems] == [path], problems
