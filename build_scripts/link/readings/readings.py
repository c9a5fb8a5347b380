"""What readings come to, and how far each is from another outcome."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from build_scripts.link.facts import Facts
from build_scripts.link.readings.margins import margins
from build_scripts.model.linked import LinkedFact, LinkedReading, Outcome
from build_scripts.model.records import Reading
from build_scripts.model.refs import FactRef


def link_reading(reading: Reading, test: LinkedFact, speaker: str, facts: Facts) -> LinkedReading:
    """Compute one reading of a claim by that speaker."""
    own = own_inputs(test, speaker, facts)
    outcome = outcome_of(test, own)
    decides = outcome is not Outcome.UNDETERMINED or not own
    find_margins = partial(margins, test, facts)
    return LinkedReading(reading.means, test, outcome, decides, own, find_margins)


def own_inputs(test: LinkedFact, speaker: str, facts: Facts) -> tuple[FactRef, ...]:
    """The quoted facts a test rests on, through calculations, that speak for the speaker."""
    return tuple(
        fact.ref
        for fact in facts.inputs_of(test.ref)
        if not fact.computed and speaker in fact.speaks_for
    )


def outcome_of(test: LinkedFact, own: Sequence[FactRef]) -> Outcome:
    """What a test comes to; one that holds is only asserted where it has own inputs."""
    if test.truth is None:
        return Outcome.UNDETERMINED
    if not test.truth:
        return Outcome.FAILS
    return Outcome.ASSERTED if own else Outcome.HOLDS
