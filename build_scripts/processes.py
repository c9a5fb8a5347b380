"""The same work on many things, in as many processes as help."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
_work: Callable[[Any], Any]


def spread(
    work: Callable[[Sequence[T]], R], things: Sequence[T], *, many: int, at_a_time: int
) -> Iterator[R]:
    """Yield what `work` makes of the things, some of them after the other, in their order.

    From `many` on they are worked on in several processes, each of which is given so many
    `at_a_time`; fewer are given one by one. What is made of them is sent back between processes;
    what `work` needs is not, as a forked process inherits it.
    """
    jobs = min(os.cpu_count() or 1, 4)
    if len(things) < many or jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from (work([thing]) for thing in things)
        return
    global _work  # noqa: PLW0603  (what a forked process inherits need not be sent to it)
    _work = work
    chunks = [things[start : start + at_a_time] for start in range(0, len(things), at_a_time)]
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap(_inherited, chunks)


def _inherited(things: Sequence[Any]) -> Any:
    return _work(things)
