"""Why a change of the published content is not caught: each survivor has its reason here."""

from __future__ import annotations

from tests.mutation.engine import Mutant

_REASONS = (
    (
        "charts/un-votes.yml",
        "swap two citations",
        "“fewer than half” is said of both shares at once; such a word has no order",
    ),
    (
        "content/claims/russia-ammunition-nato.md",
        "change a hedge",
        "the hedge stands before one end of a computed range, and is true of that end",
    ),
    (
        "content/claims/us-more-than-next-nine.md",
        "change a hedge",
        "the test of $1 trillion itself allows for rounding, so the hedge says no more",
    ),
    (
        "content/evidence/milex-nine.yml",
        "change a hedge",
        "the test of $1 trillion itself allows for rounding, so the hedge says no more",
    ),
    (
        "content/evidence/times-shells.yml",
        "change a hedge",
        "the source has the share as a word, whose hedge is not held against that of the value",
    ),
)
UNEXPLAINED = "not explained yet"


def why(mutant: Mutant) -> str:
    """The reason that a change survives."""
    return next(
        (
            reason
            for path, operator, reason in _REASONS
            if mutant.site.path == path and mutant.operator == operator
        ),
        UNEXPLAINED,
    )
