"""Which names in the folders of the content are records, and what is said of the others."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.check.casework import BASE, found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def told(root: Path) -> list[str]:
    return [f"{one.place.path}: {one.message} [{one.rule}]" for one in found(root)]


@pytest.mark.parametrize("name", ["content/claims/2026", "content/evidence/old.yml", "charts/new"])
def test_a_folder_in_which_nothing_would_be_read_is_named(root: Path, name: str) -> None:
    (root / name).mkdir()
    last = name.rpartition("/")[2]
    assert told(root) == [f"{name}: folder {last!r} does not belong here [stray-file]"]


def test_hidden_folders_are_nobodys_business(root: Path) -> None:
    (root / "content/claims/.idea").mkdir()
    assert told(root) == []


def test_a_link_to_itself_is_a_file_that_cannot_be_read(root: Path) -> None:
    (root / "content/claims/loop.md").symlink_to("loop.md")
    assert [problem.rule for problem in found(root)] == ["unreadable-file"]


def test_a_pipe_is_no_file_and_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "content/claims/pipe.md")
    assert told(root) == ["content/claims/pipe.md: this is no file [unreadable-file]"]


def test_a_folder_that_becomes_a_link_to_elsewhere_is_noticed(root: Path, tmp_path: Path) -> None:
    assert told(root) == []
    topics, outside = root / "content/topics", tmp_path.with_name(f"{tmp_path.name}-outside")
    topics.rename(outside)
    topics.symlink_to(outside)
    assert {problem.rule for problem in found(root)} >= {"unreadable-file"}
