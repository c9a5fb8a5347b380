"""Makes all changes, in as many processes as there are cores, and counts what was caught."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Collection, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from tests.mutation.engine import Laboratory, Mutant
from tests.mutation.judging import is_first_hand, stays_true
from tests.mutation.operators import APART
from tests.mutation.sites import Site, sites


@dataclass
class Score:
    """How many changes of each operator were made and caught; survivors are named.

    Counted apart: changes that stay true, first-hand entries, and operators that are no promise of
    the checks, as `(operator, caught)`. `unmade` are changes that the file has no place for.
    """

    made: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    survivors: list[Mutant] = field(default_factory=list)
    still_true: Counter[str] = field(default_factory=Counter)
    first_hand: Counter[str] = field(default_factory=Counter)
    unmade: Counter[str] = field(default_factory=Counter)
    apart: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def share(self) -> float:
        """The share of all changes that was caught."""
        return sum(self.caught.values()) / max(1, sum(self.made.values()))

    def add(self, other: Score) -> None:
        """Take in the counts of another part."""
        for name in ("made", "caught", "still_true", "first_hand", "unmade", "apart"):
            getattr(self, name).update(getattr(other, name))
        self.survivors.extend(other.survivors)

    def table(self) -> str:
        """What was caught of each operator, in lines; then what is counted apart."""
        rows = [
            f"{name:24} {self.caught[name]:5} of {made:5}  {self.caught[name] / made:7.2%}"
            for name, made in sorted(self.made.items())
        ]
        rows.append(f"in all {self.share():.2%} of {sum(self.made.values())}")
        rows.append(f"apart, still true: {dict(self.still_true)}")
        rows.append(f"apart, first-hand: {dict(self.first_hand)}")
        rows.append(f"apart, not made: {dict(self.unmade)}")
        for name in sorted({name for name, _ in self.apart}):
            caught, missed = self.apart[name, True], self.apart[name, False]
            rows.append(f"apart, {name}: {caught} of {caught + missed} caught")
        return "\n".join(rows)


def run(laboratory: Laboratory, chosen: Sequence[Site], operators: Collection[str] = ()) -> Score:
    """Make every change of the chosen texts, by the named operators (default: all), and count."""
    score = Score()
    for site in chosen:
        for mutant in laboratory.mutants(site):
            if not operators or mutant.operator in operators:
                _count(laboratory, mutant, score)
    return score


def _count(laboratory: Laboratory, mutant: Mutant, score: Score) -> None:
    caught = laboratory.caught(mutant)
    if caught is None:
        score.unmade[mutant.operator] += 1
        return
    if mutant.operator in APART:
        score.apart[mutant.operator, caught] += 1
    elif not caught and stays_true(laboratory, mutant):
        score.still_true[mutant.operator] += 1
    elif not caught and is_first_hand(laboratory, mutant):
        score.first_hand[mutant.site.kind] += 1
    else:
        score.made[mutant.operator] += 1
        score.caught[mutant.operator] += caught
        if not caught:
            score.survivors.append(mutant)


_DEALT = 25
_bench: list[tuple[Laboratory, Sequence[Site], Collection[str]]] = []


def run_on_all_cores(
    laboratory: Laboratory, chosen: Sequence[Site], operators: Collection[str] = ()
) -> Score:
    """The same, with the texts dealt out to a process for each core."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return run(laboratory, chosen, operators)
    score = Score()
    _bench.append((laboratory, chosen, operators))
    fork = multiprocessing.get_context("fork")  # the laboratory is read once, and shared
    try:
        with ProcessPoolExecutor(mp_context=fork) as pool:
            for part in pool.map(_part, range(0, len(chosen), _DEALT)):
                score.add(part)
    finally:
        _bench.pop()
    return score


def _part(first: int) -> Score:
    laboratory, chosen, operators = _bench[-1]
    return run(laboratory, chosen[first : first + _DEALT], operators)


def renewed(laboratory: Laboratory) -> tuple[int, int]:
    """How many changed cells of tables are caught, and of how many, if their checksum is renewed.

    The checksum catches all of them. This tells what is left for who vouches for a wrong table.
    """
    caught = made = 0
    for site in sites(laboratory.publication):
        for mutant in laboratory.mutants(site) if site.kind == "cell" else ():
            outcome = laboratory.caught(mutant, vouched=True)
            made += outcome is not None
            caught += bool(outcome)
    return caught, made
