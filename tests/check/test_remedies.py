"""The remedy that a problem names is one that works: who follows it has no problem left."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from build_scripts.problems import Severity
from tests.check.casework import Case, build, found

ARTICLE = "content/claims/bridges.md"
REGISTER = "content/evidence/register.yml"
SUMS = "content/evidence/repair.yml"
TABLE = "content/evidence/register.csv"
CHANGE = "[@survey:change]"
SHARE = "formula: survey:good / register:all"
SPENT = "Spending on repairs fell by 53% between 2018 and 2023 [@survey:change]."


class Mistake(NamedTuple):
    """Words of a file, what somebody writes instead, the one problem, and the words mended."""

    path: str
    right: str
    wrong: str
    problem: str
    help: str
    mended: str


MISTAKES = {
    "a citation before its figure": Mistake(
        ARTICLE, SPENT,
        "In 2023 the county had [@survey:good] 12 good bridges.",
        "unused-citation: survey:good (12 bridges) stands before its figure, 12 good bridges",
        "put the citation behind the figure",
        "In 2023 the county had 12 good bridges [@survey:good].",
    ),
    "a difference without spaces": Mistake(
        SUMS, "formula: survey:good > register:all / 2",
        "formula: survey:good > register:all-20",
        "unknown-fact: register has no fact 'all-20'; did you mean 'all'?",
        "a difference has spaces: register:all - 20",
        "formula: survey:good > register:all - 20 or survey:good > register:all / 2",
    ),
    "a factor as a percentage": Mistake(
        SUMS, "formula: survey:good > register:all / 2",
        "formula: survey:good > register:all * 50%",
        "bad-formula: number '50%' has a percent sign",
        "beside a percentage write 50, which is read as 50%; as a factor write 0.5",
        "formula: survey:good > register:all * 0.5",
    ),
    "a link to an article by its file": Mistake(
        ARTICLE, SPENT,
        SPENT + " See [here](../speakers/ada-reeve.md).",
        "bad-link: there is no page '../speakers/ada-reeve'",
        "write speaker:ada-reeve",
        SPENT + " See [here](speaker:ada-reeve).",
    ),
    "a chart that is not there yet": Mistake(
        ARTICLE, "![](chart:repair)", "![](chart:spending)",
        "bad-link: there is no chart 'spending'",
        "there are: repair; to begin one: python -m build_scripts new chart spending",
        "![](chart:repair)",
    ),
    "a chart whose name is near another": Mistake(
        ARTICLE, "![](chart:repair)", "![](chart:repairs)",
        "bad-link: there is no chart 'repairs'; did you mean 'repair'?",
        "there are: repair",
        "![](chart:repair)",
    ),
    "a topic that is not there yet": Mistake(
        ARTICLE, "topics: [roads]", "topics: [bridges]",
        "unknown-record: there is no topic 'bridges'",
        "there are: roads; to begin one: python -m build_scripts new topic bridges",
        "topics: [roads]",
    ),
    "words of the claim that nobody said": Mistake(
        ARTICLE, '"[M]ost bridges of this county are in good repair"',
        '"[M]ost bridges of this town are in good repair"',
        "claim-not-in-source: these words are in no quote of speech",
        "copy them character for character; brackets, ellipses and case do not count; it has: "
        "I tell you that most bridges of this county are in good repair, and 30 bridges shine.",
        '"[M]ost bridges of this county are in good repair"',
    ),
    "a date that the fact does not list": Mistake(
        SUMS, "    says: In 2023, 30% of the bridges were in good repair.",
        "    says: In May 2023, 30% of the bridges were in good repair.",
        "says-not-value: May 2023 is not in the fact's `when` (none), inputs or quote",
        "it is computed: survey:good / register:all = 0.3; "
        "where it is what they speak of, list it under `when`",
        "    says: In 2023, 30% of the bridges were in good repair.\n    when: 2023",
    ),
    "a bound that the quote has not": Mistake(
        "content/evidence/survey.yml", "    says: Of the bridges, 12 were in good repair in 2023.",
        "    says: Of the bridges, at least 12 were in good repair in 2023.",
        "says-not-value: at least 12 is not in the fact's value (12 bridges), when or quote",
        "the source's words are “Of all bridges, 12 were in good repair in 2023.”, p. 2",
        "    says: Of the bridges, 12 were in good repair in 2023.",
    ),
    "no reading": Mistake(
        ARTICLE,
        """readings:
  - means: More than half of all bridges are in good repair.
    holds_if: repair:good-are-most
  - means: More than half of all bridges shine, by the speaker's own count.
    holds_if: repair:shining-are-most
""",
        "readings: []\n",
        "no-reading: no reading is declared, so nothing decides the verdict",
        "add at least one entry under `readings`, with `means` and `holds_if`",
        "readings:\n  - {means: More than half are good., holds_if: repair:good-are-most}\n",
    ),
    "a share in percent": Mistake(
        ARTICLE, SPENT, "Spending fell, and 31% of the bridges are good [@repair:share].",
        "figure-mismatch: figure 31% is not what repair:share says (0.3, or 30%)",
        "it is computed: survey:good / register:all = 0.3",
        "Spending fell, and 30% of the bridges are good [@repair:share].",
    ),
    "a number that is no share": Mistake(
        ARTICLE, SPENT, "In 2023 the county had 13 good bridges [@survey:good].",
        "figure-mismatch: figure 13 good bridges is not what survey:good says (12 bridges)",
        "the source's words are “Of all bridges, 12 were in good repair in 2023.”, p. 2",
        "In 2023 the county had 12 good bridges [@survey:good].",
    ),
    "another date than that of the inputs": Mistake(
        SUMS, "    " + SHARE, "    when: 2022\n    " + SHARE,
        "when-not-in-inputs: when 2022 is not a date of what repair:share is computed from",
        "that is about 2023; narrow this down, or leave `when` out",
        "    when: 2023\n    " + SHARE,
    ),
    "an author whom nobody declared": Mistake(
        ARTICLE, "authors: [desk]", "authors: [dsek]",
        "unknown-record: there is no author 'dsek'; did you mean 'desk'?",
        "there are: desk; to add one, write under `people` in content/publication.yml: "
        "dsek: The Name",
        "authors: [desk]",
    ),
    "a citation without its sign": Mistake(
        ARTICLE, SPENT,
        "Of 40 bridges, 12 were good in 2023 [register:all; @survey:good].",
        "bad-citation: citation 'register:all' has no @ before it",
        "write [@register:all; @survey:good]",
        "Of 40 bridges, 12 were good in 2023 [@register:all; @survey:good].",
    ),
    "a value that counts something else": Mistake(
        "content/evidence/survey.yml", "value: 12 bridges", "value: 12 people",
        "says-not-value: the value counts people, and neither sentence nor quote names them",
        "the source's words are “Of all bridges, 12 were in good repair in 2023.”, p. 2",
        "value: 12 bridges",
    ),
    "a table under another name": Mistake(
        REGISTER, "table: register.csv", "table: bridges.csv",
        "bad-value: 'bridges.csv' is not the name of a table of 'register'",
        "name it register.csv, or register- with a word and .csv, and put it beside this file",
        "table: register.csv",
    ),
    "a key column that counts": Mistake(
        REGISTER, "{year: year", "{year: years",
        "bad-value: unit 'years' does not fit the key 'year'",
        "the column that names the rows is text, year or date",
        "{year: year",
    ),
    "a period that names a row": Mistake(
        TABLE, "2018,24", "2018/19,24",
        "bad-row-key: '2018/19' cannot name a row",
        "write it as 2024; where rows are periods, give them names in another column",
        "2018,24",
    ),
    "a quotation with a word of one's own": Mistake(
        ARTICLE, SPENT, SPENT + ' It is "a great disgrace" [@survey:opinion].',
        "quotation-not-in-evidence: “a great disgrace” is not in the words of a cited quote",
        "cited after it: survey:opinion: “The state of the bridges is a disgrace, and everybody "
        "knows it.”",
        SPENT + ' It is "a disgrace" [@survey:opinion].',
    ),
    "a figure in code": Mistake(
        ARTICLE, SPENT, SPENT + " There were `12 bridges`.",
        "unchecked-code: “12 bridges” stands in code, where nobody checks it",
        "write it without backticks, and cite the fact that bears it; one that none bears is "
        "exempted under `unchecked`",
        SPENT + " There were 12 good bridges [@survey:good].",
    ),
    "a row that is too short, in a table that changed": Mistake(
        TABLE, "2018,24,register", "2018,24",
        "ragged-row: this row has 2 cells, the header has 3",
        "write a comma for each cell, also for an empty one",
        "2018,24,register",
    ),
    "a row that is too long": Mistake(
        TABLE, "2018,24,register", "2018,24,register,2",
        "ragged-row: this row has 4 cells, the header has 3",
        "put a cell that holds a comma between quotation marks",
        "2018,24,register",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_the_remedy_of_an_ordinary_mistake_works(name: str, tmp_path: Path) -> None:
    path, right, wrong, problem, advice, mended = MISTAKES[name]
    root = build(Case("base"), tmp_path)
    text = (root / path).read_text("utf-8")
    assert text.count(right) == 1
    (root / path).write_text(text.replace(right, wrong), "utf-8")
    problems = [one for one in found(root) if one.severity is Severity.ERROR]
    assert [(f"{one.rule}: {one.message}", one.help) for one in problems] == [(problem, advice)]
    (root / path).write_text(text.replace(right, mended), "utf-8")
    assert [one for one in found(root) if one.severity is Severity.ERROR] == []


def test_a_source_that_many_rows_name_is_told_once(tmp_path: Path) -> None:
    root = build(Case("base"), tmp_path)
    table = root / TABLE
    table.write_text(table.read_text("utf-8").replace("register", "archive-1903"), "utf-8")
    problems = [one for one in found(root) if one.rule == "table-problem"]
    assert [(one.message, one.place.line, one.place.length) for one in problems] == [
        ("there is no evidence 'archive-1903'; 2 rows name it", 2, 12)
    ]


def test_a_row_of_a_table_is_told_by_its_name(tmp_path: Path) -> None:
    root = build(Case("base"), tmp_path)
    register = root / REGISTER
    table = root / TABLE
    table.write_text(table.read_text("utf-8").replace("2018,", "early,"), "utf-8")
    text = register.read_text("utf-8").replace("{year: year,", "{year: text,")
    register.write_text(text, "utf-8")
    article = root / ARTICLE
    article.write_text(article.read_text("utf-8").replace(CHANGE, "[@register:early]"), "utf-8")
    (problem,) = (one for one in found(root) if one.rule == "unknown-fact")
    assert problem.message == "register:early: register has no fact 'early'"
    assert problem.help == "it is a row: write register:good.early"


def test_what_forbids_to_draw_a_chart_is_told_beside_its_other_problems(tmp_path: Path) -> None:
    root = build(Case("base"), tmp_path)
    chart = root / "charts/repair.yml"
    text = chart.read_text("utf-8").replace("Of 40 bridges, 12", "Of 41 bridges, 12")
    table = "table: register:good\nlabel: year\nvalues: [bridge]\n"
    chart.write_text(text.partition("rows:")[0] + table, "utf-8")
    assert [(one.rule, one.message) for one in found(root) if one.place.path.startswith("ch")] == [
        ("figure-mismatch", "figure 41 bridges is not what register:all says (40 bridges)"),
        ("undrawable-chart", "column 'bridge' is unknown; did you mean 'bridges'?"),
    ]
