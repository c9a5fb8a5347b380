"""How problems speak of facts: the words of the source, the value, the formula filled in."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.link.printing import print_number, print_quantity
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import BARE


def value_of(fact: LinkedFact) -> str:
    """A fact's value as a contributor would write it."""
    if fact.record.value is not None:
        return str(fact.record.value)
    if fact.quantity is not None:
        return print_quantity(fact.quantity)
    if fact.is_test:
        return {True: "yes", False: "no", None: "undetermined"}[fact.truth]
    return "no quantity"


def as_percent(fact: LinkedFact) -> str:
    """A ratio as prose may write it, behind its value: `, or 1.28%`; empty for other units."""
    middle = fact.quantity.interval.middle if fact.quantity is not None else None
    if middle is None or fact.quantity is None or fact.quantity.unit != BARE or not fact.computed:
        return ""
    return f", or {print_number(middle * 100, 3)}%"


def values_of(facts: Sequence[LinkedFact]) -> str:
    """Facts with their values, in order."""
    return ", ".join(f"{fact.ref} ({value_of(fact)})" for fact in facts)


def source_of(fact: LinkedFact) -> str:
    """What stands behind a fact: the source's words and place, or the formula."""
    if fact.quote is not None:
        where = fact.record.where or fact.quote.where
        return f"the source's words are “{fact.quote.text}”" + (f", {where}" if where else "")
    if fact.record.formula is not None:
        return f"it is computed: {' '.join(fact.record.formula.split())} = {value_of(fact)}"
    return f"it says: {fact.sentence}"
