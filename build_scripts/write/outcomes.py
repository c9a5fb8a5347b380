"""What came of an article's readings, in one line under the verdict that follows from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from build_scripts.model.linked import Outcome

_VERBS = {
    Outcome.HOLDS: ("holds", "hold"),
    Outcome.FAILS: ("fails", "fail"),
    Outcome.ASSERTED: ("is asserted", "are asserted"),
    Outcome.UNDETERMINED: ("is undetermined", "are undetermined"),
}


def tally(outcomes: Iterable[Outcome]) -> str:
    """How many readings came out how: "Of 5 readings 3 fail, 1 is asserted, 1 is undetermined."

    Empty where there are no readings.
    """
    counts = Counter(outcomes)
    total = counts.total()
    came = [(counts[one], _VERBS[one][counts[one] > 1]) for one in _VERBS if counts[one]]
    if len(came) == 1:
        verb = came[0][1]
        return f"All {total} readings {verb}." if total > 1 else f"The one reading {verb}."
    return f"Of {total} readings {', '.join(f'{n} {verb}' for n, verb in came)}." if came else ""
