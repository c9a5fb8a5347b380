"""The readings of an article as bars: both sides of the comparison that tests each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from build_scripts.draw.data import ReadingMark
from build_scripts.draw.resolve.values import interval_ends
from build_scripts.link.formulas.arithmetic import comparable
from build_scripts.link.formulas.evaluate import evaluate
from build_scripts.link.printing import print_quantity
from build_scripts.model.formulas import COMPARISONS, Formula, Number, Operation, references
from build_scripts.model.linked import LinkedReading, Outcome
from build_scripts.model.quantity import BARE, IN_PERCENT, Quantity
from build_scripts.model.refs import FactRef

if TYPE_CHECKING:
    from build_scripts.link.facts import Facts
    from build_scripts.link.publication import Publication

_NEEDS = {
    ">": "needs more than",
    ">=": "needs at least",
    "<": "needs less than",
    "<=": "needs at most",
    "=": "needs exactly",
    "!=": "needs anything but",
}
_DIGITS = 4
_MIRRORED = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "=": "=", "!=": "!="}


def readings_of(
    publication: Publication, slug: str
) -> tuple[tuple[ReadingMark, ...], list[FactRef]]:
    """The readings of an article in order, and the facts that test them. Raises KeyError."""
    readings = publication.readings(slug)
    marks = [mark for reading in readings for mark in _marks(publication, reading)]
    return tuple(marks), [reading.test.ref for reading in readings]


def _marks(publication: Publication, reading: LinkedReading) -> list[ReadingMark]:
    """A bar to each comparison: meaning and outcome stand at the first, the margin at the last."""
    ref, means = str(reading.test.ref), " ".join(reading.means.split()).rstrip(".")
    margin = _margin(reading)
    comparisons = _comparisons(reading.test.formula)
    if not comparisons:
        question = " ".join(str(reading.test.sentence).split())
        return [ReadingMark(means, question, "", reading.outcome, margin=margin, ref=ref)]
    marks = []
    for number, comparison in enumerate(comparisons):
        outcome = reading.outcome
        if number > 0:
            outcome = _outcome(comparison, reading, publication.facts)
        mark = _compared(publication, comparison, outcome)
        last = number == len(comparisons) - 1
        marks.append(
            replace(
                mark,
                means=means if number == 0 else "",
                margin=margin if last else "",
                ref=ref,
            )
        )
    return marks


def _margin(reading: LinkedReading) -> str:
    """How far the first input is from another outcome, without what the bar shows already."""
    if not reading.margins:
        return ""
    words = reading.margins[0].words.rpartition("; ")[2]
    return words[:1].upper() + words[1:]


def _comparisons(formula: Formula | None) -> list[Operation]:
    """The comparisons of a test that is one, or several joined by `and` or `or`; else none."""
    if not isinstance(formula, Operation):
        return []
    if formula.operator in COMPARISONS:
        return [formula]
    if formula.operator not in ("and", "or"):
        return []
    inside = [_comparisons(part) for part in formula.operands]
    return [part for found in inside for part in found] if all(inside) else []


def _outcome(test: Operation, reading: LinkedReading, facts: Facts) -> Outcome:
    """What one comparison of a reading comes to; the speaker's own evidence can only assert it."""
    truth = evaluate(test, facts).truth
    if truth is None:
        return Outcome.UNDETERMINED
    if not truth:
        return Outcome.FAILS
    named = references(test)
    behind = {fact.ref for ref in named for fact in facts.inputs_of(ref)}
    own = not behind.union(named).isdisjoint(reading.own_inputs)
    return Outcome.ASSERTED if own else Outcome.HOLDS


def _compared(publication: Publication, test: Operation, outcome: Outcome) -> ReadingMark:
    """A bar for `count > need`, or for `need < count` when only the left side is written out."""
    left, right = (_side(publication, part) for part in test.operands)
    count, need = comparable(test, left, right)
    operator = test.operator
    if isinstance(test.operands[0], Number):
        count, need, operator = need, count, _MIRRORED[operator]
    count, need = _as_shares(count, need)
    low, high, open_low, open_high = interval_ends(count.interval)
    needed_low, needed_high, *_ = interval_ends(need.interval)
    words = _NEEDS[operator] if _is_point(need) else "held against"
    return ReadingMark(
        "",
        _printed(count),
        f"{words} {_printed(need)}",
        outcome,
        low,
        high,
        (needed_low + needed_high) / 2,
        open_low=open_low,
        open_high=open_high,
    )


def _side(publication: Publication, part: Formula) -> Quantity:
    value = evaluate(part, publication.facts).value
    if value is None:
        raise TypeError("a side of a comparison is no quantity")  # it was refused when linked
    return value


def _as_shares(count: Quantity, need: Quantity) -> tuple[Quantity, Quantity]:
    """Ratios of parts to wholes are printed in percent."""
    ends = [end.value for side in (count, need) for end in (side.interval.low, side.interval.high)]
    if count.unit == BARE and all(end is not None and 0 <= end <= 1 for end in ends):
        return (
            Quantity(count.interval.scaled(100), IN_PERCENT),
            Quantity(need.interval.scaled(100), IN_PERCENT),
        )
    return count, need


def _is_point(quantity: Quantity) -> bool:
    return quantity.interval.is_point


def _printed(quantity: Quantity) -> str:
    return print_quantity(quantity, _DIGITS)
