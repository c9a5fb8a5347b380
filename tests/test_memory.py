"""A preview checks again with every change, for hours, and must not grow."""

from __future__ import annotations

import gc
import shutil
import weakref
from pathlib import Path

import pytest

from build_scripts.checking import check
from tests.check.casework import BASE


@pytest.mark.usefixtures("collecting")
def test_a_check_lets_go_of_what_the_one_before_it_read(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    before = weakref.ref(check(tmp_path, cached=False).publication.library)
    assert check(tmp_path, cached=False).errors == 0
    assert before() is None


@pytest.mark.usefixtures("collecting")
def test_a_check_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    before = gc.get_threshold()
    gc.set_threshold(600, 7, 8)
    try:
        assert check(tmp_path, cached=False).errors == 0
        assert gc.get_threshold() == (600, 7, 8)
    finally:
        gc.set_threshold(*before)
