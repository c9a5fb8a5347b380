"""Formulas over facts: quantities with their units, comparisons with three outcomes.

A number written in a formula takes the unit of what it is added to, subtracted from or compared
with, percent included: `share > 50` means 50%. In a sum with a percentage, 1 is the whole:
`1 - loans:share` and `100 - loans:share` are the rest. A bare number that is no literal (a count
of rows, a ratio) takes the other unit as well, but beside a percentage it counts as a ratio.
Divided by a quantity, any bare number has that quantity's unit: `12 / rutte:months` is how often
the months go into twelve.

Every input counts as independent of the others, and a fact named twice as two: `a:x - a:x` of an
interval contains more than nought. The result then is wider than it need be, never too narrow.

`and`, `or` and `not` follow Kleene's strong three-valued logic (Introduction to Metamathematics,
1952, section 64).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from build_scripts.link.faults import FormulaFault
from build_scripts.link.formulas.arithmetic import (
    comparable,
    extreme,
    fault_at,
    is_literal,
    quotient,
    summed,
)
from build_scripts.link.formulas.calls import over_rows
from build_scripts.model import interval as intervals
from build_scripts.model.dates import Period
from build_scripts.model.formulas import (
    ARITHMETIC,
    COMPARISONS,
    Call,
    Formula,
    Number,
    Operation,
    Reference,
)
from build_scripts.model.interval import Interval, Truth
from build_scripts.model.quantity import (
    BARE,
    Quantity,
    Unit,
)
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.read.formulas.printing import print_formula
from build_scripts.read.notation.words import Lexicon

__all__ = ["Compared", "FormulaFault", "Lookup", "Result", "evaluate"]

Compared = list[tuple[Interval, Interval]]
"""Both sides of every comparison that was made, in one unit, in the order of the formula."""

_Answer = TypeVar("_Answer")
_DAYS = Unit(("day",))


class Lookup(Protocol):
    """What a formula asks of the facts. Any method may raise FormulaFault without offsets."""

    @property
    def lexicon(self) -> Lexicon:
        """The nouns that mean the same, for the units of columns."""

    def quantity(self, ref: FactRef) -> Quantity:
        """The quantity of a fact, of a row or of a cell."""

    def truth(self, ref: FactRef) -> Truth:
        """The outcome of a fact that is a comparison."""

    def is_test(self, ref: FactRef) -> bool:
        """Whether a fact is a comparison."""

    def table(self, ref: FactRef) -> Table:
        """The table of a fact."""

    def periods(self, ref: FactRef) -> tuple[Period, ...]:
        """The periods a fact is about."""


@dataclass(frozen=True, slots=True)
class Result:
    """A quantity, or the outcome of a comparison."""

    value: Quantity | None = None
    truth: Truth = None
    is_test: bool = False


def evaluate(formula: Formula, lookup: Lookup, compared: Compared | None = None) -> Result:
    """Compute a formula; both sides of each comparison are added to `compared`.

    Raises FormulaFault, and whatever the lookup raises for a fact that is unknown or broken.
    """
    evaluation = _Evaluation(lookup, compared)
    if evaluation.is_test(formula):
        return Result(truth=evaluation.truth(formula), is_test=True)
    return Result(evaluation.quantity(formula))


class _Evaluation:
    """One evaluation: what it asks, and the comparisons it has met."""

    def __init__(self, lookup: Lookup, compared: Compared | None) -> None:
        self._lookup = lookup
        self._compared = compared

    def is_test(self, node: Formula) -> bool:
        """Whether it gives an outcome rather than a quantity."""
        if isinstance(node, Reference):
            return self._ask(node, self._lookup.is_test)
        return isinstance(node, Operation) and node.operator not in ARITHMETIC

    def quantity(self, node: Formula) -> Quantity:
        """Compute what must be a quantity."""
        if isinstance(node, Number):
            return Quantity.of(node.value)
        if self.is_test(node):
            raise fault_at(
                node,
                f"{print_formula(node)} is a comparison, not a quantity",
                "join comparisons with and, or, not",
            )
        if isinstance(node, Reference):
            return self._ask(node, self._lookup.quantity)
        if isinstance(node, Operation):
            return self._arithmetic(node)
        return self._call(node)

    def truth(self, node: Formula) -> Truth:
        """Compute what must be a comparison."""
        if not self.is_test(node):
            raise fault_at(
                node,
                f"{print_formula(node)} is a quantity, not a comparison",
                "compare it with something: un:members > 100",
            )
        if isinstance(node, Reference):
            return self._ask(node, self._lookup.truth)
        if not isinstance(node, Operation):
            raise TypeError(node)
        if node.operator in COMPARISONS:
            return self._comparison(node)
        return _joined(node.operator, [self.truth(operand) for operand in node.operands])

    def _ask(self, node: Reference, question: Callable[[FactRef], _Answer]) -> _Answer:
        try:
            return question(node.ref)
        except FormulaFault as fault:
            if fault.end:
                raise
            raise fault_at(node, fault.message, fault.help) from None

    def _arithmetic(self, node: Operation) -> Quantity:
        if len(node.operands) == 1:
            return -self.quantity(node.operands[0])
        left, right = map(self.quantity, node.operands)
        if node.operator == "*":
            return left * right
        return quotient(node, left, right) if node.operator == "/" else summed(node, left, right)

    def _comparison(self, node: Operation) -> Truth:
        left, right = map(self.quantity, node.operands)
        a, b = comparable(node, left, right)
        if self._compared is not None:
            self._compared.append((a.interval, b.interval))
        return _ORDERS[node.operator](a.interval, b.interval)

    def _call(self, node: Call) -> Quantity:
        column = node.table
        if column is not None:
            table = self._ask(column, self._lookup.table)
            return over_rows(node, column, table, self._lookup.lexicon.nouns)
        if node.function == "days":
            return self._days(node)
        total: Quantity | None = None
        for argument, value in self._values(node):
            total = value if total is None else extreme(node, argument, total, value)
        if total is None:
            raise TypeError(node)
        return total

    def _values(self, node: Call) -> list[tuple[Formula, Quantity]]:
        """The arguments with their values, those of literals in the unit of the others."""
        values = [(argument, self.quantity(argument)) for argument in node.arguments]
        units = (value.unit for argument, value in values if not is_literal(argument))
        unit = next(units, BARE)
        return [
            (argument, Quantity(value.interval, unit) if is_literal(argument) else value)
            for argument, value in values
        ]

    def _days(self, node: Call) -> Quantity:
        """From the first date to the second; of a month or a year, any of its days."""
        first, second = map(self._date, node.arguments)
        least = second.start.first - first.end.last
        most = second.end.last - first.start.first
        return Quantity(Interval.between(least.days, most.days), _DAYS)

    def _date(self, node: Formula) -> Period:
        if not isinstance(node, Reference):
            raise TypeError(node)
        periods = self._ask(node, self._lookup.periods)
        if len(periods) == 1 and periods[0].single:
            return periods[0]
        had = ", ".join(map(str, periods))
        message = f"{node.ref} has {'the dates ' + had if had else 'no date'}"
        raise fault_at(node, message, "days needs facts with one date each")


def _joined(operator: str, truths: Sequence[Truth]) -> Truth:
    if operator == "not":
        return _not(truths[0])
    decisive = operator == "or"
    if decisive in truths:
        return decisive
    return None if None in truths else not decisive


def _not(truth: Truth) -> Truth:
    return None if truth is None else not truth


_ORDERS: Mapping[str, Callable[[Interval, Interval], Truth]] = {
    "<": intervals.less,
    "<=": intervals.less_or_equal,
    ">": lambda a, b: intervals.less(b, a),
    ">=": lambda a, b: intervals.less_or_equal(b, a),
    "=": intervals.equal,
    "!=": lambda a, b: _not(intervals.equal(a, b)),
}
