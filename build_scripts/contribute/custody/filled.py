"""Formulas with their numbers filled in."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.check.wording import value_of
from build_scripts.link.facts import Facts
from build_scripts.link.formulas.evaluate import FormulaFault, evaluate
from build_scripts.link.formulas.rows import matching
from build_scripts.link.printing import print_quantity
from build_scripts.model.formulas import Call, Formula, Operation, Reference
from build_scripts.model.linked import LinkedFact
from build_scripts.read.formulas.printing import print_formula

_FEW = 12


def filled(fact: LinkedFact, facts: Facts) -> str:
    """A computed fact's formula, with a number in place of each fact and each function over rows.

    `count(ledger:members where csto is given) - 1` becomes `6 - 1 = 5`.
    """
    text = fact.record.formula
    if fact.formula is None or text is None:
        return ""
    pieces, at = [], 0
    for part in _replaced(fact.formula):
        pieces += [text[at : part.start], _number(part, facts)]
        at = part.end
    numbers = " ".join(("".join(pieces) + text[at:]).split())
    value = value_of(fact)
    return value if numbers == value else f"{numbers} = {value}"


def counted_rows(fact: LinkedFact, facts: Facts) -> Iterator[str]:
    """For each function over a table's rows with a condition: which rows it takes."""
    if fact.formula is None:
        return
    for part in _replaced(fact.formula):
        if isinstance(part, Call) and part.table is not None and part.condition is not None:
            table = facts.table(part.table.ref)
            rows = matching(table, part.condition)
            keys = [str(row[table.key]) for row in rows]
            more = f" and {len(keys) - _FEW} more" if len(keys) > _FEW else ""
            named = f": {', '.join(keys[:_FEW])}{more}" if keys else ""
            yield f"{print_formula(part)} takes {len(rows)} of {len(table.rows)} rows{named}"


def _replaced(formula: Formula) -> Iterator[Reference | Call]:
    """The parts that stand for one number each, from left to right."""
    if isinstance(formula, Reference):
        yield formula
    elif isinstance(formula, Operation):
        for operand in formula.operands:
            yield from _replaced(operand)
    elif isinstance(formula, Call):
        if formula.table is not None or formula.function == "days":
            yield formula
        else:
            for argument in formula.arguments:
                yield from _replaced(argument)


def _number(part: Reference | Call, facts: Facts) -> str:
    if isinstance(part, Reference):
        return value_of(facts.get(part.ref))
    try:
        value = evaluate(part, facts).value
    except FormulaFault:
        value = None
    return print_quantity(value) if value is not None else print_formula(part)
