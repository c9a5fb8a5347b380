"""Every example of docs/notation.md does what the page says: it passes, or gives that problem."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from build_scripts.check.catalogue import all_rules
from build_scripts.check.run import check_frame, check_unit
from build_scripts.link.publication import Publication
from build_scripts.model.figures import Hedge, Kind
from build_scripts.problems import Severity
from build_scripts.read.library import Library
from build_scripts.read.notation.figures import read_figures
from build_scripts.read.notation.words import SCALES, Lexicon
from tests.contribute.pages import ROOT, Example, examples

PAGE = examples("notation")
_FILE = re.compile(r"`((?:content|charts)/[\w./-]+)`:$")
_BAD = re.compile(r"Bad, `([a-z-]+)`:$")
FILES = {match[1]: e.text for e in PAGE if (match := _FILE.search(e.before))}
GOOD = [example for example in PAGE if example.before.endswith("Good:")]
BAD = [example for example in PAGE if _BAD.search(example.before)]
SHOWN_ONLY = ["unchecked:\n  - text: the 39 steps\n    why: the name of a stairway, and no count\n"]

SPEECH = """\
title: Speech
publisher: Port Lantern
kind: transcript
tier: primary
origin: port-lantern
url: https://port.example/speech
no_archive: none was looked up
published: 2024-03-01
seen: {how: live page, when: 2026-11-22}
language: en
interest: its own
quotes: {claim: Most of our ships are Norwegian.}
"""
SPEAKER = "name: Somebody\nrole: Head of the port\n"
TOPIC = "title: Ships\ntext: They float.\n"
READINGS = """\
readings:
  - means: Most ships are Norwegian.
    holds_if: lantern-sums:norway-leads
"""
ARTICLE = """\
---
title: Most ships are Norwegian
claim:
  text: Most of our ships are Norwegian.
  paraphrase: Most ships are Norwegian.
  speaker: somebody
  date: 2024-03-01
  venue: The quay
  said_in: speech
verdict: true
summary: It is so.
{readings}gets_right: It is so.
why_checked: It matters.
reply: {{asked: false, why: made up}}
topics: [ships]
authors: [desk]
published: 2024-04-01
---
{body}"""
_CLAIM = "content/claims/example.md"
_FACTS = "content/evidence/example.yml"


def article(body: str = "It is so.\n", readings: str = READINGS) -> str:
    return ARTICLE.format(body=body, readings=readings)


def file_of(example: Example) -> tuple[str, str]:
    """The file that an example stands for, and its text."""
    if example.language == "markdown":
        return _CLAIM, article(example.text)
    if example.text.startswith("readings:"):
        return _CLAIM, article(readings=example.text)
    if example.text.startswith("kind:"):
        return "charts/example.yml", example.text
    facts = "".join(f"  {line}\n" for line in example.text.splitlines())
    head = SPEECH.partition("quotes:")[0]
    return _FACTS, f"{head}facts:\n{facts}"


def problems(root: Path, files: Mapping[str, str], only: str = "") -> list[str]:
    """The errors of a publication of these files; of one of them when it is named."""
    base = {
        "content/evidence/speech.yml": SPEECH,
        "content/speakers/somebody.yml": SPEAKER,
        "content/topics/ships.yml": TOPIC,
        _CLAIM: article(),
    }
    base |= {
        f"content/{name}.yml": (ROOT / f"content/{name}.yml").read_text("utf-8")
        for name in ("publication", "verdicts")
    }
    for name, text in (base | FILES | dict(files)).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    publication = Publication(Library(root))
    found = check_frame(publication)
    for kind, paths in publication.library.paths.items():
        for key in paths:
            found.extend(check_unit(publication, (kind, key)))
    return [
        f"{problem.place.path}: {problem.message} [{problem.rule}]"
        for problem in sorted(set(found))
        if problem.severity is Severity.ERROR and only in ("", problem.place.path)
    ]


def test_the_page_has_examples() -> None:
    assert len(FILES) == 4
    assert len(GOOD) > 15
    assert len(BAD) > 15


def test_every_block_is_an_example_or_a_file() -> None:
    counted = [*GOOD, *BAD]
    files = set(FILES.values())
    assert [e.text for e in PAGE if e not in counted and e.text not in files] == SHOWN_ONLY


def test_the_files_of_the_page_pass(tmp_path: Path) -> None:
    assert problems(tmp_path, {}) == []


@pytest.mark.parametrize("example", GOOD, ids=lambda example: f"line-{example.line}")
def test_a_good_example_passes(tmp_path: Path, example: Example) -> None:
    name, text = file_of(example)
    assert problems(tmp_path, {name: text}) == []


@pytest.mark.parametrize("example", BAD, ids=lambda example: f"line-{example.line}")
def test_a_bad_example_gives_the_problem_that_is_named(tmp_path: Path, example: Example) -> None:
    name, text = file_of(example)
    match = _BAD.search(example.before)
    assert match is not None
    assert match[1] in all_rules()
    found = problems(tmp_path, {name: text})
    assert found
    assert {problem.rpartition("[")[2].rstrip("]") for problem in found} == {match[1]}, found


def test_the_exemption_is_one(tmp_path: Path) -> None:
    text = article("He climbed the 39 steps.\n")
    assert problems(tmp_path, {_CLAIM: text}) != []
    exempt = text.replace("authors:", f"{SHOWN_ONLY[0]}authors:")
    assert problems(tmp_path, {_CLAIM: exempt}) == []


def table() -> list[tuple[str, str]]:
    """What the table of numbers says to write, and what not to."""
    page = (ROOT / "docs/notation.md").read_text("utf-8")
    rows = page.partition("| write | not |\n|---|---|\n")[2].partition("\n\n")[0].splitlines()
    return [(cells[1], cells[2]) for cells in (row.split("|") for row in rows)]


@pytest.mark.parametrize("row", table(), ids=lambda row: row[0].strip().split("`")[1])
def test_the_table_of_numbers(row: tuple[str, str]) -> None:
    lexicon = Lexicon({})
    for text in re.findall(r"`([^`]+)`", row[0]):
        (figure,) = read_figures(text, lexicon)
        assert figure.kind is not Kind.UNCLEAR, text
        assert figure.text in text
    for text in re.findall(r"`([^`]+)`", row[1]):
        assert Kind.UNCLEAR in [figure.kind for figure in read_figures(text, lexicon)], text


def test_the_page_names_every_shortened_scale() -> None:
    page = (ROOT / "docs/notation.md").read_text("utf-8")
    sentence = page.partition("Scales may be shortened")[2].partition(".")[0]
    short = {name for name in SCALES if re.fullmatch("[^aeiou]+", name)}
    assert set(re.findall(r"\*(\w+)\*", sentence)) == short


def test_a_bound_behind_a_figure_is_read() -> None:
    page = (ROOT / "docs/notation.md").read_text("utf-8")
    sentence = page.partition("A bound may stand behind:")[2].partition(".\n")[0]
    for text in re.findall("`([^`]+)`", sentence):
        (figure,) = read_figures(text, Lexicon({}))
        assert figure.hedge is Hedge.AT_LEAST, text
