"""What could become markup, or lead elsewhere, is refused before anything is built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_scripts.checking import check
from build_scripts.problems import Problem, Severity
from tests.check.casework import BASE
from tests.hostile.edition import edition, groups, written

ARTICLE = "content/claims/bridges.md"
SURVEY = "content/evidence/survey.yml"
SPEAKER = "content/speakers/ada-reeve.yml"
SETTINGS = "content/publication.yml"
TARGETS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "blob:https://x.example/1",
    "view-source:https://x.example/",
    "file:///etc/passwd",
    "//evil.example/",
    "https:javascript:alert(1)",
    "\\\\evil.example",
)
ADDRESSES = (
    *TARGETS,
    'https://x.example/"onmouseover="alert(1)',
    "https://x.example/<script>alert(1)</script>",
    "https://x.example/`onclick=alert(1)`",
    "https://",
)
PLACES = {
    "url": (SURVEY, "url: https://engineers.example/survey.pdf", "url: "),
    "archived": (SURVEY, "no_archive: no archived copy was looked up", "archived: "),
    "same_as": (SPEAKER, "role: Head", "same_as: [", "]\nrole: Head"),
    "site": (SETTINGS, "language: en", "language: en\nsite: "),
    "repository": (SETTINGS, "language: en", "language: en\nrepository: "),
}
NAMES = (
    "<img src=x onerror=alert(1)>",
    '"onmouseover=alert(1) x="',
    "'onmouseover=alert(1) x='",
    "javascript:alert(1)",
    "{{ 7 * 191 }}",
    "a&b",
    "a b",
    "a%22b",
    "A",
    "\u202ea",
)
FOLDERS = (
    ("content/claims", ".md", ARTICLE),
    ("content/evidence", ".yml", SURVEY),
    ("content/speakers", ".yml", SPEAKER),
    ("content/topics", ".yml", "content/topics/roads.yml"),
    ("charts", ".yml", "charts/repair.yml"),
    ("docs", ".md", "docs/about.md"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small healthy publication, to be spoilt."""
    return Path(shutil.copytree(BASE, tmp_path / "root"))


def errors(root: Path) -> list[Problem]:
    """What stops publication."""
    found = check(root, cached=False).problems
    return [one for one in found if one.severity is Severity.ERROR]


def quoted(text: str) -> str:
    """A text between the single quotation marks of YAML."""
    return "'" + text.replace("'", "''") + "'"


def test_the_publication_that_is_spoilt_is_healthy(root: Path) -> None:
    assert errors(root) == []


@pytest.mark.parametrize("place", PLACES)
def test_a_bad_address_is_refused_where_it_stands(root: Path, place: str) -> None:
    path, old, new, *after = PLACES[place]
    healthy = (root / path).read_text("utf-8")
    assert old in healthy
    missed = []
    for address in ADDRESSES:
        text = healthy.replace(old, new + quoted(address) + "".join(after), 1)
        (root / path).write_text(text, "utf-8")
        line = 1 + text[: text.index(quoted(address))].count("\n")
        found = {(one.place.path, one.place.line, one.rule) for one in errors(root)}
        if (path, line, "bad-value") not in found:
            missed.append(address)
    assert missed == []


@pytest.mark.parametrize("shape", ["[x](T)", "[x](<T>)", "![x](T)"])
def test_a_bad_target_in_prose_is_refused(root: Path, shape: str) -> None:
    healthy = (root / ARTICLE).read_text("utf-8")
    line = healthy.count("\n") + 2
    missed = []
    for target in TARGETS:
        text = healthy + "\n" + shape.replace("T", target) + "\n"
        (root / ARTICLE).write_text(text, "utf-8")
        found = {one.rule for one in errors(root) if one.place.line == line}
        if not found & {"bad-link", "foreign-markup"}:  # one that is no link is shown as it stands
            missed.append(target)
    assert missed == []


@pytest.mark.parametrize(("folder", "suffix", "model"), FOLDERS)
def test_a_hostile_file_name_is_refused(root: Path, folder: str, suffix: str, model: str) -> None:
    missed = []
    for name in NAMES:
        path = root / folder / f"{name}{suffix}"
        shutil.copy(root / model, path)
        found = {(one.place.path, one.rule) for one in errors(root)}
        if (f"{folder}/{name}{suffix}", "stray-file") not in found:
            missed.append(name)
        path.unlink()
    assert missed == []


def test_a_table_outside_the_folder_is_refused(root: Path) -> None:
    path = root / "content/evidence/register.yml"
    healthy = path.read_text("utf-8")
    for name in ("../../../etc/passwd", "/etc/passwd", "<script>alert(1)</script>.csv"):
        path.write_text(healthy.replace("table: register.csv", f"table: {quoted(name)}"), "utf-8")
        assert "bad-value" in {one.rule for one in errors(root)}, name


def test_every_hostile_article_page_and_chart_is_refused(tmp_path: Path) -> None:
    found = {one.place.path for one in errors(written(tmp_path, edition()))}
    for number in range(len(groups())):
        assert f"content/claims/bad-{number}.md" in found
        assert f"content/evidence/bad-{number}.yml" in found
    assert {"charts/bad-0.yml", "docs/about.md"} <= found
