"""Why a change of the published content is not caught: each survivor has its reason here."""

from __future__ import annotations

from tests.mutation.engine import Mutant

_REASONS = (
    (
        "charts/un-votes.yml",
        "swap two citations",
        "“fewer than half” is said of both shares at once; such a word has no order",
    ),
)


def why(mutant: Mutant) -> str:
    """The reason that a change survives."""
    return next(
        (
            reason
            for path, operator, reason in _REASONS
            if mutant.site.path == path and mutant.operator == operator
        ),
        "not explained yet",
    )
