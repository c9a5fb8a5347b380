"""The date and the address of a build: given, or found in the repository; never the clock's."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from build_scripts.link.publication import Publication
from build_scripts.read.library import Library
from build_scripts.surroundings import RESERVED, BadSetting, build_date, notice_day, site_url
from tests.check.casework import BASE
from tests.contribute.histories import commit, start

ARTICLE = "content/claims/bridges.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small publication, in no repository whatever lies around the folder of the test."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return Path(shutil.copytree(BASE, tmp_path / "publication"))


def built_on(root: Path, epoch: str = "") -> date:
    return build_date(root, Publication(Library(root)), {"SOURCE_DATE_EPOCH": epoch})


def add(root: Path, name: str, words: str) -> None:
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(words)


def test_the_date_that_is_given_goes_before_the_history(root: Path) -> None:
    start(root)
    commit(root)
    assert built_on(root, "1709208000") == date(2024, 2, 29)


def test_an_empty_date_is_none(root: Path) -> None:
    assert built_on(root, "") == date(2026, 11, 23)


@pytest.mark.parametrize("epoch", ["soon", "-1", "1709208000.5", "²", "99999999999999", "9" * 40])
def test_what_is_no_number_of_seconds_ends_the_build(root: Path, epoch: str) -> None:
    message = (
        f"SOURCE_DATE_EPOCH is '{epoch}', which is no number of seconds since 1970, as in "
        "1709208000"
    )
    with pytest.raises(BadSetting, match=f"^{re.escape(message)}$"):
        built_on(root, epoch)
    with pytest.raises(BadSetting):
        notice_day({"SOURCE_DATE_EPOCH": epoch})


def test_the_date_is_that_of_the_last_commit_to_the_content_in_utc(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-03-04T23:30:00-05:00")
    start(root)
    commit(root)
    assert built_on(root) == date(2025, 3, 5)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-06-07T12:00:00Z")
    add(root, "README.md", "Words.\n")
    commit(root)
    assert built_on(root) == date(2025, 3, 5), "who builds reads no page of the README"
    add(root, ARTICLE, "\nWords.\n")
    commit(root)
    assert built_on(root) == date(2025, 6, 7)


def test_inside_a_hook_of_another_repository_the_date_is_still_its_own(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-03-04T12:00:00Z")
    start(root)
    commit(root)
    other = Path(shutil.copytree(BASE, tmp_path / "other"))
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-08-09T12:00:00Z")
    start(other)
    commit(other)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    assert built_on(root) == date(2025, 3, 4)


def test_without_a_history_it_is_the_last_day_that_an_article_names(root: Path) -> None:
    assert built_on(root) == date(2026, 11, 23), "when the article was published"
    entry = "corrections: [{date: 2026-12-24, kind: minor, what: a, was: b, now: c, why: d}]"
    text = (root / ARTICLE).read_text("utf-8").replace("corrections: []", entry)
    (root / ARTICLE).write_text(text, "utf-8")
    assert built_on(root) == date(2026, 12, 24), "when it was last corrected"


def test_before_the_first_article_it_is_the_day_of_the_settings(root: Path) -> None:
    (root / ARTICLE).unlink()
    path = root / "content/publication.yml"
    text = path.read_text("utf-8").replace("as_of: 2026-11-23", "as_of: 2025-02-03")
    path.write_text(text, "utf-8")
    assert built_on(root) == date(2025, 2, 3)


@pytest.mark.parametrize(
    ("given", "setting", "address"),
    [
        ("", "", RESERVED),
        ("", "https://facts.example/", "https://facts.example/"),
        ("https://mirror.example/a/", "https://facts.example/", "https://mirror.example/a/"),
        ("https://mirror.example/a/", "", "https://mirror.example/a/"),
        ("  ", "https://facts.example/", "https://facts.example/"),
    ],
)
def test_the_address_of_the_deployment_goes_before_the_setting(
    root: Path, given: str, setting: str, address: str
) -> None:
    if setting:
        add(root, "content/publication.yml", f"site: {setting}\n")
    publication = Publication(Library(root))
    assert site_url(publication, {"COUNTERCHECK_SITE_URL": given}) == address


def test_without_the_variable_the_address_is_that_of_the_setting(root: Path) -> None:
    assert site_url(Publication(Library(root)), {}) == RESERVED


@pytest.mark.parametrize("given", ["facts.example/a", "//facts.example", "ftp://facts.example/"])
def test_what_is_no_web_address_ends_the_build(root: Path, given: str) -> None:
    message = (
        f"COUNTERCHECK_SITE_URL is '{given}', which is no web address; write all of it, as in "
        "https://countercheck.example/"
    )
    with pytest.raises(BadSetting, match=f"^{re.escape(message)}$"):
        site_url(Publication(Library(root)), {"COUNTERCHECK_SITE_URL": given})
