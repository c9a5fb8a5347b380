"""A check in several processes, as large publications are checked, finds what one process finds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_scripts import checking, fingerprints
from build_scripts.checking import check
from tests.check.test_awful import problems


def test_several_processes_find_what_one_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = problems(tmp_path)
    assert len(alone) > 30
    content = check(tmp_path, cached=False).content
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for module in (checking, fingerprints):
        monkeypatch.setattr(module, "_MANY", 1)
        monkeypatch.setattr(module, "_CHUNK", 5)
    told: list[tuple[str, int, int]] = []
    together = check(tmp_path, cached=False, progress=lambda stage, *of: told.append((stage, *of)))
    assert (list(together.problems), together.content) == (alone, content)
    assert {stage for stage, _, _ in told} == {"check"}
    assert told[-1][1:] == (together.records, together.records)
    assert len(told) == -(-together.records // 5), "five records at a time were given out"
