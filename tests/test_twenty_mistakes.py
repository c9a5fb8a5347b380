"""Twenty different mistakes in the real content: each gives one clear problem at its place.

Where a text that is named here was rewritten, plant the mistake in its new words.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_scripts.checking import check
from build_scripts.problems import Problem, Severity
from build_scripts.report import as_text
from tests.check.casework import underlined

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "content/claims/most-countries-russias-military-partners.md"
EVIDENCE = "content/evidence/"


@dataclass(frozen=True)
class Mistake:
    """Words of a file that occur once, what is written instead, and the problem that follows.

    `words` are those that the problem underlines. They stand on the changed line, or on another of
    the record, which begins as `line` does.
    """

    name: str
    path: str
    right: str
    wrong: str
    rule: str
    words: str
    message: str
    line: str = ""


MISTAKES = [
    Mistake(
        "a digit in prose", ARTICLE,
        "In 2019 Russia delivered major arms to 31 states",
        "In 2019 Russia delivered major arms to 37 states",
        "figure-mismatch", "37 states",
        "figure 37 states is not what sipri-register:buyers.2019 says (31 states)",
    ),
    Mistake(
        "two citations swapped", ARTICLE,
        "[@tass-100:ties; @tass-100:supplied]", "[@tass-100:supplied; @tass-100:ties]",
        "figure-order", "100 states",
        "the figures stand in another order than their citations: tass-100:supplied "
        "(more than 50 states), tass-100:ties (100 countries)",
        "- **Russia counts widely.** In August 2023",
    ),
    Mistake(
        "a wrong year", ARTICLE,
        "arms imports fell from 76% in 2009–13", "arms imports fell from 76% in 2010–13",
        "unsupported-date", "2010–13",
        "date 2010–13 is not backed by a fact beside it (newsbytes-india:before is about 2009–13; "
        "newsbytes-india:now is about 2019–23)",
    ),
    Mistake(
        "a direction flipped", ARTICLE,
        "Russia's exports of major arms fell by 53%", "Russia's exports of major arms rose by 53%",
        "direction-mismatch", "rose",
        "“rose” goes the other way than reuters-sipri:five-years (-53%)",
    ),
    Mistake(
        "a misspelt id", ARTICLE,
        "speaker: vladimir-putin", "speaker: vladmir-putin",
        "unknown-record", "vladmir-putin",
        "there is no speaker 'vladmir-putin'; did you mean 'vladimir-putin'?",
    ),
    Mistake(
        "a quotation altered", ARTICLE,
        '"started before the full scale invasion', '"began before the full scale invasion',
        "quotation-not-in-evidence", "began before the full scale invasion of",
        "“began before the full scale invasion of Ukraine” is not in the words of a cited quote",
    ),
    Mistake(
        "a value altered", EVIDENCE + "castellum.yml",
        "value: 19,535", "value: 19,355",
        "value-not-in-quote", "19,355",
        "value 19,355 is not in the quote",
    ),
    Mistake(
        "a quote altered", EVIDENCE + "un.yml",
        "There are currently 193 UN Member States", "There are currently 194 UN Member States",
        "value-not-in-quote", "193 member states",
        "value 193 member states is not in the quote", "value: 193 member states",
    ),
    Mistake(
        "a table's cell altered", EVIDENCE + "sipri-register-buyers.csv",
        "2019,31", "2019,32",
        "table-changed", "71985ae62ff190ea7dc205741e9fe6236affda867993deebabd8ce27465f95e3",
        "sipri-register-buyers.csv has another SHA-256 than the one given",
        "sha256: 71985ae6",
    ),
    Mistake(
        "the verdict changed", ARTICLE,
        "verdict: false", "verdict: true",
        "verdict-contradicts-readings", "true",
        "verdict 'true' contradicts the readings: russia-ties:allies-are-most fails, "
        "russia-ties:buyers-are-most fails, russia-ties:trade-is-most undetermined (does not "
        "decide), russia-ties:delegations-are-most fails, russia-ties:ties-are-most asserted",
    ),
    Mistake(
        "an unknown verdict", ARTICLE,
        "verdict: false", "verdict: mostly false",
        "unknown-verdict", "mostly false",
        "there is no verdict 'mostly false'",
    ),
    Mistake(
        "a hedge added", ARTICLE,
        "The United Nations has 193 members", "The United Nations has about 193 members",
        "hedge-mismatch", "about 193 members",
        "“about 193 members” does not fit un:members (193 member states)",
    ),
    Mistake(
        "a proportion changed", ARTICLE,
        "title: Most countries are not Russia's", "title: Most countries are Russia's",
        "proportion-mismatch", "Most",
        "“Most” does not agree with russia-ties:allies-are-most (no), "
        "russia-ties:buyers-are-most (no), russia-ties:trade-is-most (undetermined), "
        "russia-ties:delegations-are-most (no), russia-ties:ties-are-most (yes)",
    ),
    Mistake(
        "an unknown key", EVIDENCE + "un.yml",
        "publisher: United", "publishr: United",
        "unknown-key", "publishr",
        "unknown key 'publishr'; did you mean 'publisher'?",
    ),
    Mistake(
        "a key given twice", EVIDENCE + "un.yml",
        "tier: primary", "tier: primary\ntier: secondary",
        "duplicate-key", "tier",
        "key 'tier' is given twice; first on line 4", "tier: secondary",
    ),
    Mistake(
        "a tab", EVIDENCE + "un.yml",
        "    says: The United Nations has 193", "\tsays: The United Nations has 193",
        "yaml-tab", "\t",
        "this line is indented with a tab",
    ),
    Mistake(
        "a day that does not exist", ARTICLE,
        "date: 2024-12-16", "date: 2024-12-32",
        "bad-value", "2024-12-32",
        "date '2024-12-32' has no such day",
    ),
    Mistake(
        "raw HTML", ARTICLE,
        "**Russia counts widely.**", "<b>Russia counts widely.",
        "foreign-markup", "<b>",
        "'<b>' looks like HTML, which would be shown as it stands",
    ),
    Mistake(
        "an unknown chart", ARTICLE,
        "![](chart:russian-arms-recipients)", "![](chart:russian-arms-recipient)",
        "bad-link", "![",
        "there is no chart 'russian-arms-recipient'; did you mean 'russian-arms-recipients'?",
    ),
    Mistake(
        "a formula that cannot be computed", EVIDENCE + "russia-ties.yml",
        "russia-ties:treaty-allies / un:others", "russia-ties:treaty-allies / (un:others",
        "bad-formula", "(", "this parenthesis is never closed",
    ),
    Mistake(
        "another operator in a formula", EVIDENCE + "un.yml",
        "formula: un:members - 1", "formula: un:members + 1",
        "says-not-value", "192 members",
        "192 members is not in the fact's value (194 states), when or quote",
        "says: The United Nations has 192 members",
    ),
    Mistake(
        "a citation left out", ARTICLE,
        "The United Nations has 193 members [@un:members].", "The United Nations has 193 members.",
        "unsupported-figure", "193 members",
        "figure 193 members is not backed by a fact; the citation after it has un:others "
        "(192 states), un:majority (97 states)",
    ),
    Mistake(
        "a figure that nobody cites", ARTICLE,
        "Few have closed the door.**", "Few have closed the door, though 7 did.**",
        "unsupported-figure", "7",
        "figure 7 is not backed by a fact; the citation after it has russia-ties:unfriendly (47)",
    ),
    Mistake(
        "a scale changed", ARTICLE,
        "had counted 19,535 new", "had counted 19,535 million new",
        "figure-mismatch", "19,535 million new sanctions listings",
        "figure 19,535 million new sanctions listings is not what castellum:since says (19,535)",
    ),
    Mistake(
        "a number without its comma", ARTICLE,
        "had counted 19,535 new", "had counted 19535 new",
        "unclear-figure", "19535",
        "“19535” cannot be read as a figure",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, frozenset[Problem]]:
    """A copy of the content, checked once, and what is wrong with it already."""
    root = tmp_path_factory.mktemp("publication")
    for folder in ("content", "charts", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    return root, frozenset(check(root).problems)


def line_of(problem: Problem, root: Path) -> str:
    """The line on which a problem stands, without its indentation."""
    lines = (root / problem.place.path).read_text("utf-8").split("\n")
    return lines[problem.place.line - 1].strip()


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_each_mistake_gives_one_clear_problem(
    mistake: Mistake, copy: tuple[Path, frozenset[Problem]]
) -> None:
    root, before = copy
    path = root / mistake.path
    text = path.read_text("utf-8")
    assert text.count(mistake.right) == 1, f"{mistake.path} has not once {mistake.right!r}"
    path.write_text(text.replace(mistake.right, mistake.wrong), "utf-8")
    try:
        problems = [p for p in check(root).problems if p not in before]
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        shown = as_text(errors, root)
        assert len(errors) == 1, "\n" + shown
        (problem,) = errors
        assert (problem.rule, problem.message) == (mistake.rule, mistake.message), shown
        assert underlined(problem, root) == mistake.words, shown
        assert problem.help, shown
        changed = text[: text.index(mistake.right)].count("\n")
        line = mistake.line or path.read_text("utf-8").split("\n")[changed].strip()
        assert line_of(problem, root).startswith(line), shown
    finally:
        path.write_text(text, "utf-8")


def test_there_are_twenty() -> None:
    assert len({mistake.name for mistake in MISTAKES}) >= 20
