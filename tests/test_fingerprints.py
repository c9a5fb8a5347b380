"""What is remembered between runs: only what changed is looked at again, and nothing is missed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from build_scripts.checking import check
from tests.check.casework import BASE, TESTS, Case, cases

RECORDS = 9


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    assert check(tmp_path).looked_at == RECORDS
    return tmp_path


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def looked_at(root: Path) -> int:
    checked = check(root)
    assert checked.errors == 0, checked.problems
    return checked.looked_at


def test_where_nothing_changed_nothing_is_looked_at(root: Path) -> None:
    assert looked_at(root) == 0


def test_a_changed_article_alone_is_looked_at_once(root: Path) -> None:
    edit(root, "content/claims/bridges.md", "## What was said", "## What she said")
    assert looked_at(root) == 1
    assert looked_at(root) == 0


def test_evidence_and_all_that_rests_on_it(root: Path) -> None:
    edit(root, "content/evidence/speech.yml", "title: Speech", "title: A speech")
    assert 3 <= looked_at(root) < RECORDS


def test_a_word_that_all_share(root: Path) -> None:
    edit(root, "content/words.yml", "people: [person]", "people: [person, persons]")
    assert looked_at(root) == RECORDS


def test_a_file_time_alone_is_no_change(root: Path) -> None:
    for path in root.rglob("*.yml"):
        path.touch()
    assert looked_at(root) == 0


def test_a_record_that_goes_and_comes_back(root: Path) -> None:
    topic = root / "content/topics/roads.yml"
    text = topic.read_text("utf-8")
    topic.unlink()
    assert [problem.rule for problem in check(root).problems] == ["unknown-record"]
    topic.write_text(text, "utf-8")
    assert check(root).errors == 0


def test_a_record_with_an_error_is_looked_at_until_it_has_none(root: Path) -> None:
    edit(root, "content/claims/bridges.md", "by 53%", "by 54%")
    for _ in range(2):
        checked = check(root)
        assert (checked.errors, checked.looked_at) == (1, 1)


def test_a_notice_is_remembered(root: Path) -> None:
    edit(root, "content/evidence/survey.yml", "    confirmed_by: [register:good.2023]\n", "")
    first, second = check(root), check(root)
    assert first.problems == second.problems
    assert len(first.problems) == 1
    assert second.looked_at == 0


def test_a_notice_begins_on_its_day_without_another_look(root: Path) -> None:
    reviewed = "authors: [desk]\nreview_by: 2027-03-01"
    edit(root, "content/claims/bridges.md", "authors: [desk]", reviewed)
    assert check(root, today=date(2027, 2, 28)).problems == ()
    due = check(root, today=date(2027, 3, 1))
    assert [problem.rule for problem in due.problems] == ["review-due"]
    assert due.looked_at == 0
    assert check(root).problems == ()


def test_records_of_one_name_are_all_looked_at(root: Path) -> None:
    """The chart and the calculation are both named repair."""
    edit(root, "charts/repair.yml", "12 bridges", "13 bridges")
    edit(root, "content/evidence/repair.yml", "In 2023, 30%", "In 2023, 31%")
    assert {problem.place.path for problem in check(root).problems} == {
        "charts/repair.yml",
        "content/evidence/repair.yml",
    }


def test_a_record_is_gone_and_another_kind_has_one_of_its_name(root: Path) -> None:
    topic = root / "content/topics/roads.yml"
    other = (root / "charts/repair.yml").read_text("utf-8") + "# a second chart\n"
    (root / "charts/roads.yml").write_text(other, "utf-8")
    assert check(root).problems == ()
    topic.unlink()
    assert [problem.message for problem in check(root).problems] == ["there is no topic 'roads'"]


def test_the_memory_never_changes_what_is_said(root: Path) -> None:
    """Every planted mistake is found with and without a memory, and gone when it is mended."""
    healthy = check(root).problems
    for path in sorted((TESTS / "planted").glob("*.txt")):
        case = next(cases(path))
        before = _apply(root, case)
        with_memory, anew = check(root), check(root, cached=False)
        assert with_memory.problems == anew.problems, path.stem
        for name, text in before.items():
            target = root / name
            if text is None:
                target.unlink()
            else:
                target.write_bytes(text)
        assert check(root).problems == healthy, path.stem


def _apply(root: Path, case: Case) -> dict[str, bytes | None]:
    """Make the changes of a case; return what stood there before."""
    before: dict[str, bytes | None] = {}
    for name, text in case.files.items():
        target = root / name
        before[name] = target.read_bytes() if target.exists() else None
        if text is None:
            target.unlink()
        else:
            target.write_text(text, "utf-8")
    return before


def test_the_copy_of_a_file_under_a_second_name(root: Path) -> None:
    shutil.copy(root / "content/claims/bridges.md", root / "content/claims/spans.md")
    problems = [p for p in check(root).problems if p.rule == "duplicate-file"]
    assert [(str(p.place), p.message) for p in problems] == [
        (
            "content/claims/spans.md:1:1",
            "this file holds just what content/claims/bridges.md holds",
        )
    ]


def test_files_that_are_alike_but_for_a_word_are_no_copies(root: Path) -> None:
    shutil.copy(root / "content/topics/roads.yml", root / "content/topics/ways.yml")
    edit(root, "content/topics/ways.yml", "title: ", "title: Other ")
    assert looked_at(root) == 1


def test_what_is_remembered_is_written_only_when_it_changes(root: Path) -> None:
    remembered = root / ".cache/checked.json"
    before = remembered.stat()
    assert looked_at(root) == 0
    assert remembered.stat().st_ino == before.st_ino
    edit(root, "content/claims/bridges.md", "## What was said", "## What she said")
    assert looked_at(root) == 1
    assert remembered.stat().st_ino != before.st_ino
