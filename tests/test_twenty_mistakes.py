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

    `words` are those that the problem underlines; they stand on the changed line.
    """

    name: str
    path: str
    right: str
    wrong: str
    rule: str
    words: str
    message: str


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
    ),
    Mistake(
        "a wrong year", ARTICLE,
        "arms imports fell from 76% in 2009–13", "arms imports fell from 76% in 2010–13",
        "unsupported-date", "2010–13",
        "date 2010–13 is not backed by a fact beside it",
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
        "value 19,355",
    ),
    Mistake(
        "a quote altered", EVIDENCE + "un.yml",
        "There are currently 193 UN Member States", "There are currently 194 UN Member States",
        "value-not-in-quote", "",
        "value 193 member states is not in the quote",
    ),
    Mistake(
        "a table's cell altered", EVIDENCE + "sipri-register-buyers.csv",
        "2019,31", "2019,32",
        "table-changed", "",
        "sipri-register-buyers.csv has another SHA-256 than the one given",
    ),
    Mistake(
        "the verdict changed", ARTICLE,
        "verdict: false", "verdict: true",
        "verdict-contradicts-readings", "true",
        "verdict 'true' contradicts the readings",
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
        "“Most” does not agree with",
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
        "tier",
    ),
    Mistake(
        "a tab", EVIDENCE + "un.yml",
        "    says: The United Nations has 193", "\tsays: The United Nations has 193",
        "yaml-tab", "",
        "tab",
    ),
    Mistake(
        "a day that does not exist", ARTICLE,
        "date: 2024-12-16", "date: 2024-12-32",
        "bad-value", "2024-12-32",
        "'2024-12-32'",
    ),
    Mistake(
        "raw HTML", ARTICLE,
        "**Russia counts widely.**", "<b>Russia counts widely.",
        "foreign-markup", "<b>",
        "'<b>' looks like HTML",
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
        "bad-formula", "", "",
    ),
    Mistake(
        "another operator in a formula", EVIDENCE + "un.yml",
        "formula: un:members - 1", "formula: un:members + 1",
        "says-not-value", "192 members",
        "192 members is not in the fact's value (194 states), when or quote",
    ),
    Mistake(
        "a citation left out", ARTICLE,
        "The United Nations has 193 members [@un:members].", "The United Nations has 193 members.",
        "unsupported-figure", "193 members",
        "figure 193 members is not backed by a fact; the citation after it has un:others",
    ),
    Mistake(
        "a figure that nobody cites", ARTICLE,
        "Few have closed the door.**", "Few have closed the door, though 7 did.**",
        "unsupported-figure", "7",
        "figure 7 is not backed by a fact; the citation after it has russia-ties:unfriendly",
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
        assert problem.rule == mistake.rule, shown
        assert mistake.words in ("", underlined(problem, root)), shown
        assert mistake.message in problem.message, shown
        assert problem.help, shown
        if mistake.words:
            line = text[: text.index(mistake.right)].count("\n") + 1
            assert problem.place.path == mistake.path
            assert abs(problem.place.line - line) <= mistake.wrong.count("\n") + 1, shown
    finally:
        path.write_text(text, "utf-8")


def test_there_are_twenty() -> None:
    assert len({mistake.name for mistake in MISTAKES}) >= 20
