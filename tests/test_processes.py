"""Work that is spread over processes comes back in its order, as if one had done it."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from build_scripts.processes import spread

THINGS = list(range(7))


def told(things: Sequence[int]) -> tuple[int, list[int]]:
    return os.getpid(), [10 * thing for thing in things]


def test_many_things_go_to_other_processes_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    seen = list(spread(told, THINGS, many=7, at_a_time=3))
    assert [made for _, made in seen] == [[0, 10, 20], [30, 40, 50], [60]]
    assert os.getpid() not in {process for process, _ in seen}


@pytest.mark.parametrize(("cores", "many"), [(2, 8), (1, 7), (None, 7)])
def test_few_things_and_a_single_core_stay_here(
    monkeypatch: pytest.MonkeyPatch, cores: int | None, many: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    here = os.getpid()
    assert list(spread(told, THINGS, many=many, at_a_time=3)) == [(here, [10 * n]) for n in THINGS]


def test_what_work_needs_is_inherited_and_a_fault_in_it_is_raised_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    names = dict(enumerate("abcdef"))
    found = spread(lambda some: [names[n] for n in some], THINGS, many=1, at_a_time=3)
    assert [next(found), next(found)] == [["a", "b", "c"], ["d", "e", "f"]]
    with pytest.raises(KeyError, match="6"):
        next(found)
