"""How problems speak of facts: the words of the source, the value, the formula filled in."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.link.printing import print_quantity
from build_scripts.model.linked import LinkedFact


def value_of(fact: LinkedFact) -> str:
    """A fact's value as a contributor would write it."""
    if fact.record.value is not None:
        return str(fact.record.value)
    if fact.quantity is not None:
        return print_quantity(fact.quantity)
    if fact.is_test:
        return {True: "yes", False: "no", None: "undetermined"}[fact.truth]
    return "no quantity"


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
