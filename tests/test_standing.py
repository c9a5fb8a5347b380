"""A build that has nothing new to say draws nothing, writes nothing and says the same."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from build_scripts.cli import main
from build_scripts.pipeline import Built, build
from tests.benchmarks.generate import generate, make_buildable

DAY = {"SOURCE_DATE_EPOCH": "1795392000"}
HOME, CLAIM = "build/pages/index.md", "content/claims/claim-a.md"


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("standing") / "publication"
    generate(root, 1, 6)
    make_buildable(root)
    first = build(root, DAY)
    assert [problem.message for problem in first.problems] == []
    assert (first.drawn, first.written > 10) == (1, True)
    return root


@pytest.fixture
def root(built_once: Path, tmp_path: Path) -> Path:
    # `copytree` keeps the times of files, as a build's own files have them
    return Path(shutil.copytree(built_once, tmp_path / "publication", symlinks=True))


def rebuilt(root: Path, environment: Mapping[str, str] = DAY) -> Built:
    again = build(root, environment)
    assert again.errors == 0
    return again


def files(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in (root / "build").rglob("*")
        if path.is_file()
    }


def test_where_nothing_changed_nothing_is_drawn_or_written(root: Path) -> None:
    before = files(root)
    again = rebuilt(root)
    assert (again.drawn, again.written) == (0, 0)
    assert again.account.startswith("1 claim, ")
    assert files(root) == before


def test_every_page_bears_the_name_and_the_terms_that_the_settings_give(root: Path) -> None:
    path = root / "content/publication.yml"
    settings = yaml.safe_load(path.read_text("utf-8"))
    settings |= {"name": "Road & Rail", "tagline": "Roads <checked>", "licence_content": "CC0 1.0"}
    path.write_text(json.dumps(settings, default=str), "utf-8")
    assert build(root, DAY).errors == 0
    for name in ("index", "claims/claim-a", "claims"):
        page = (root / f"build/site/{name}.html").read_text("utf-8")
        assert "Road &amp; Rail</a>" in page
        assert "Roads &lt;checked&gt;. Words, charts and our own tables: CC0 1.0; code: " in page
        assert "Countercheck</" not in page


def test_the_command_says_what_was_built_and_where(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY["SOURCE_DATE_EPOCH"])
    assert main(["--root", str(root), "site"]) == 0
    account, place = capsys.readouterr().out.splitlines()
    assert re.fullmatch(
        r"1 claim, \d+ facts, \d+ bound figures, 1 chart(, \d+ notices?)?, \d+ seconds", account
    )
    assert place == "the site is at build/site/index.html"


def test_an_edit_is_written(root: Path) -> None:
    path = root / CLAIM
    path.write_text(path.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
    assert rebuilt(root).written < len(files(root)) / 2, "only what says something else is written"
    assert "One more sentence." in (root / "build/site/claims/claim-a.html").read_text("utf-8")


def test_another_address_is_written(root: Path) -> None:
    address = "https://other.example/"
    feed = root / "build/site/feed.xml"
    assert address not in feed.read_text("utf-8")
    assert rebuilt(root, {**DAY, "COUNTERCHECK_SITE_URL": address}).written > 0
    assert f"{address}claims/claim-a.html" in feed.read_text("utf-8")


def test_a_page_that_was_changed_by_hand_is_written_again(root: Path) -> None:
    right = (root / HOME).read_bytes()
    (root / HOME).write_text("# Mine\n", "utf-8")
    assert rebuilt(root).written == 1
    assert (root / HOME).read_bytes() == right


def test_a_page_that_was_deleted_is_written_again(root: Path) -> None:
    (root / HOME).unlink()
    assert rebuilt(root).written == 1
    assert (root / HOME).is_file()


def test_a_damaged_memory_is_no_memory(root: Path) -> None:
    (root / ".cache/written.json").write_text("{", "utf-8")
    again = rebuilt(root)
    assert (again.drawn, again.written) == (0, 0)
    assert again.account.startswith("1 claim, ")


@pytest.mark.parametrize("lost", ["claims/claim-a.html", "countercheck-site.zip"])
def test_a_site_that_lost_a_file_is_built_again(root: Path, lost: str) -> None:
    (root / "build/site" / lost).unlink()
    build(root, DAY)
    assert (root / "build/site" / lost).is_file()
