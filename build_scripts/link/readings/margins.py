"""How far a reading is from another outcome, one input at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from build_scripts.link.facts import Facts
from build_scripts.link.readings.flips import Domain, find_flip
from build_scripts.link.readings.margin_words import margin_words
from build_scripts.link.readings.what_if import WhatIf
from build_scripts.model.formulas import Call, Formula, Number, Operation, Reference, parts
from build_scripts.model.linked import LinkedFact, Margin
from build_scripts.model.quantity import BARE, IN_PERCENT, TIMES, Quantity
from build_scripts.model.refs import FactRef
from build_scripts.read.notation.words import CURRENCY_CODES

_MOST_WHOLE = 10_000
"""From here on a count is a magnitude: nobody counts 4.5 million shells one by one."""


def margins(test: LinkedFact, facts: Facts) -> tuple[Margin, ...]:
    """Return a margin for each input of a test, in the order in which its formula names them.

    The inputs are quoted facts and cells of tables, counts over tables, and the calculations that
    the test itself names.
    """
    closure = {fact.ref: fact for fact in facts.inputs_of(test.ref)}
    return tuple(
        _margin(test, fact, fact.quantity, facts, closure)
        for fact in _inputs(test, closure)
        if fact.quantity is not None
    )


def _margin(
    test: LinkedFact,
    fact: LinkedFact,
    now: Quantity,
    facts: Facts,
    closure: Mapping[FactRef, LinkedFact],
) -> Margin:
    domain = _domain(fact, now, closure)
    what_if = WhatIf(test, fact.ref, now.unit, facts, closure)
    flip = find_flip(what_if, now.interval, test.truth, domain)
    words = margin_words(fact, now, test.truth, flip, facts.lexicon, whole=domain.whole)
    flips_at = Quantity.of(flip.at, now.unit) if flip else None
    return Margin(fact.ref, now, flips_at, words)


def _inputs(test: LinkedFact, closure: Mapping[FactRef, LinkedFact]) -> Iterator[LinkedFact]:
    """The facts whose values may be varied; those that the test names itself come first."""
    named = [name for name in test.inputs if name in closure]
    for name in named:
        if closure[name].is_test:
            named.extend(inner for inner in closure[name].inputs if inner in closure)
    seen = set()
    for name in (*named, *closure):
        fact = closure[name]
        varied = not fact.computed or name in named or _counts(fact.formula)
        if name not in seen and varied and not fact.is_test:
            yield fact
        seen.add(name)


def _counts(formula: Formula | None) -> bool:
    """Whether a formula takes the rows of a table."""
    return formula is not None and any(
        isinstance(part, Call) and part.table is not None for part in parts(formula)
    )


def _domain(fact: LinkedFact, now: Quantity, closure: Mapping[FactRef, LinkedFact]) -> Domain:
    """The values that a fact may have; only what is signed or computed may be below nought."""
    low = now.interval.low.value
    signed = fact.stated is not None and fact.stated.signed
    counted = isinstance(fact.formula, Call) and fact.formula.function == "count"
    stays_above = low is not None and low >= 0 and not signed and (counted or not fact.computed)
    ends = [end.value for end in (now.interval.low, now.interval.high) if end.value is not None]
    whole = (_counts_things(now) or _is_whole(fact.formula, closure)) and all(
        end.denominator == 1 and abs(end) < _MOST_WHOLE for end in ends
    )
    return Domain(whole, Fraction(0) if stays_above else None)


def _counts_things(now: Quantity) -> bool:
    """Whether a unit counts things one by one: no money, share, time or rate."""
    if now.unit.under or now.unit == BARE:
        return False
    return not any(
        base in CURRENCY_CODES or base in TIMES or base in IN_PERCENT.over or " " in base
        for base in now.unit.over
    )


def _is_whole(formula: Formula | None, closure: Mapping[FactRef, LinkedFact]) -> bool:
    """Whether a formula can only give whole numbers: counts, their sums and differences."""
    if isinstance(formula, Number):
        return formula.value.denominator == 1
    if isinstance(formula, Reference):
        fact = closure.get(formula.ref)
        if fact is None or fact.quantity is None:
            return False
        if fact.computed:
            return _is_whole(fact.formula, closure)
        return _counts_things(fact.quantity)
    if isinstance(formula, Call):
        return formula.function == "count"
    if isinstance(formula, Operation) and formula.operator in ("+", "-"):
        return all(_is_whole(operand, closure) for operand in formula.operands)
    return False
