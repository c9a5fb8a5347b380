"""Which figure of a span is which fact of its citation group.

Figures and facts stand in the same order. The cheapest alignment decides, as in the comparison of
two sequences (Needleman and Wunsch, 1970): an agreement costs nothing, a wrong value less than a
figure and a fact left over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from build_scripts.link.binding.matching import Verdict, compare
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.linked import Borne, LinkedFact

_COSTS = {Verdict.AGREES: 0.0, Verdict.HEDGE: 2.0, Verdict.VALUE: 4.0, Verdict.UNIT: 5.0}
_LEFT_OVER = 3.0
_OPTIONAL = 1.5
_IN_WORDS = 0.1
"""A fact goes to its figure in digits rather than to a proportion in words."""


class Candidate(NamedTuple):
    """A cited fact with the numbers it bears; `free` when it may stay without a figure."""

    fact: LinkedFact
    borne: tuple[Borne, ...]
    free: bool = False


Judge = Callable[[Figure, int, Candidate, int], Verdict]
"""Compares one end of a figure with one of the numbers that a fact bears."""


class Pair(NamedTuple):
    """Figures and facts that stand for each other, by index, and how well they agree.

    One of both sides may be empty: a figure without a fact, a fact without a figure.
    """

    figures: tuple[int, ...]
    facts: tuple[int, ...]
    verdict: Verdict = Verdict.VALUE


def align(
    figures: Sequence[Figure],
    facts: Sequence[Candidate],
    optional: Callable[[Figure], bool],
    judge: Judge | None = None,
) -> list[Pair]:
    """Return the pairs of the cheapest alignment, in order."""
    if not figures and not facts:
        return []
    judged = judge or _judge
    rows, columns = len(figures), len(facts)
    if rows == columns and all(_are_one(figures[k], facts[k], judged) for k in range(rows)):
        return [Pair((k,), (k,), Verdict.AGREES) for k in range(rows)]
    cost = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    step: list[list[Pair | None]] = [[None] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            if i == rows and j == columns:
                continue
            best, chosen = float("inf"), None
            for pair, price in _steps(figures, facts, i, j, optional, judged):
                total = price + cost[i + len(pair.figures)][j + len(pair.facts)]
                if total < best:
                    best, chosen = total, pair
            cost[i][j], step[i][j] = best, chosen
    pairs: list[Pair] = []
    i = j = 0
    while (taken := step[i][j]) is not None:
        pairs.append(taken)
        i, j = i + len(taken.figures), j + len(taken.facts)
    return pairs


def _are_one(figure: Figure, fact: Candidate, judge: Judge) -> bool:
    """Whether a figure and a fact agree wholly, so that no cheaper alignment can be found."""
    if figure.kind is Kind.PROPORTION or len(fact.borne) != 1 or len(figure.ends) != 1:
        return False
    return judge(figure, 0, fact, 0) is Verdict.AGREES


def _judge(figure: Figure, end: int, candidate: Candidate, number: int) -> Verdict:
    return compare(figure, end, candidate.borne[number])


def _steps(
    figures: Sequence[Figure],
    facts: Sequence[Candidate],
    i: int,
    j: int,
    optional: Callable[[Figure], bool],
    judge: Judge,
) -> list[tuple[Pair, float]]:
    found: list[tuple[Pair, float]] = []
    if i < len(figures) and j < len(facts):
        figure, fact = figures[i], facts[j]
        ends, numbers = max(1, len(figure.ends)), len(fact.borne)
        if figure.kind is Kind.PROPORTION:
            found.extend(_shared(figure, facts, i, j, judge))
        if ends == numbers:
            verdict = _worst(judge(figure, k, fact, k) for k in range(ends))
            words = _IN_WORDS if figure.kind is Kind.PROPORTION else 0.0
            found.append((Pair((i,), (j,), verdict), _COSTS[verdict] + words))
        elif ends == 1:
            spread = fact.borne[0].spread is not None and figure.hedge is Hedge.ABOUT
            verdict = judge(figure, 0, fact, 0) if spread else Verdict.VALUE
            found.append((Pair((i,), (j,), verdict), _COSTS[verdict]))
            if i + 1 < len(figures) and len(figures[i + 1].ends) == 1:
                verdict = _worst([judge(figure, 0, fact, 0), judge(figures[i + 1], 0, fact, 1)])
                if verdict is Verdict.AGREES:
                    found.append((Pair((i, i + 1), (j,), verdict), 0.0))
        elif j + 1 < len(facts) and len(facts[j + 1].borne) == 1:
            verdict = _worst([judge(figure, 0, fact, 0), judge(figure, 1, facts[j + 1], 0)])
            found.append((Pair((i,), (j, j + 1), verdict), _COSTS[verdict]))
        else:
            found.append((Pair((i,), (j,), Verdict.VALUE), _COSTS[Verdict.VALUE]))
    if i < len(figures):
        found.append((Pair((i,), ()), _OPTIONAL if optional(figures[i]) else _LEFT_OVER))
    if j < len(facts):
        found.append((Pair((), (j,)), 0.0 if facts[j].free else _LEFT_OVER))
    return found


def _shared(
    figure: Figure,
    facts: Sequence[Candidate],
    i: int,
    j: int,
    judge: Judge,
) -> list[tuple[Pair, float]]:
    """A proportion in words may be said of several shares at once: "fewer than half, twice"."""
    found: list[tuple[Pair, float]] = []
    for end in range(j, len(facts)):
        if judge(figure, 0, facts[end], 0) is not Verdict.AGREES:
            break
        if end > j:
            price = _IN_WORDS * (end + 1 - j)
            found.append((Pair((i,), tuple(range(j, end + 1)), Verdict.AGREES), price))
    return found


def _worst(verdicts: Iterable[Verdict]) -> Verdict:
    return max(verdicts, key=_COSTS.__getitem__)


def robbed(
    figures: Sequence[Figure],
    facts: Sequence[Candidate],
    pairs: Sequence[Pair],
    judge: Judge,
) -> int | None:
    """The index of a figure in digits whose fact went to a proportion in words.

    That happens where the figures stand in another order than their facts.
    """
    lost = [pair.figures[0] for pair in pairs if pair.figures and not pair.facts]
    for pair in pairs:
        if not (pair.figures and figures[pair.figures[0]].kind is Kind.PROPORTION):
            continue
        for index in lost:
            digits = figures[index].kind is not Kind.PROPORTION
            taken = (judge(figures[index], 0, facts[fact], 0) for fact in pair.facts)
            if digits and Verdict.AGREES in taken:
                return index
    return None


def in_another_order(
    figures: Sequence[Figure],
    facts: Sequence[Candidate],
    judge: Judge | None = None,
) -> bool:
    """Whether every figure has its fact, only not in this order."""
    judged = judge or _judge
    if len(figures) != len(facts) or len(figures) < 2:
        return False
    left = list(facts)
    for figure in figures:
        ends = max(1, len(figure.ends))
        for fact in left:
            if len(fact.borne) == ends and all(
                judged(figure, k, fact, k) is Verdict.AGREES for k in range(ends)
            ):
                left.remove(fact)
                break
        else:
            return False
    return True
