"""What readings come to: they hold, fail, or stay undetermined."""

from __future__ import annotations

from build_scripts.link.facts import Facts
from build_scripts.model.linked import LinkedFact, LinkedReading, Outcome
from build_scripts.model.records import Reading


def link_reading(reading: Reading, test: LinkedFact, speaker: str, facts: Facts) -> LinkedReading:
    """The outcome of one reading."""
    own = tuple(
        fact.ref
        for fact in facts.inputs_of(test.ref)
        if not fact.computed and speaker in fact.speaks_for
    )
    if test.truth is None:
        outcome = Outcome.UNDETERMINED
    elif not test.truth:
        outcome = Outcome.FAILS
    else:
        outcome = Outcome.ASSERTED if own else Outcome.HOLDS
    decides = outcome is not Outcome.UNDETERMINED or not own
    return LinkedReading(reading.means, test, outcome, decides, own, ())
