"""Which verdicts the outcomes of readings admit."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.model.frame import Verdict
from build_scripts.model.linked import Outcome


def admits(verdict: Verdict, outcomes: Iterable[Outcome]) -> bool:
    """Whether a verdict fits the outcomes of the readings that decide.

    Each entry of `needs` must occur (`holds or asserted` is met by either), none of `excludes` may.
    """
    found = {str(outcome) for outcome in outcomes}
    needed = all(found & set(str(need).split(" or ")) for need in verdict.needs)
    return needed and not found & {str(name) for name in verdict.excludes}


def admitted(verdicts: Iterable[Verdict], outcomes: Iterable[Outcome]) -> list[str]:
    """The ids of all verdicts that fit, in the order of the scale."""
    outcomes = list(outcomes)
    return [str(verdict.id) for verdict in verdicts if admits(verdict, outcomes)]
