"""Formulas as trees: numbers, references, operators, functions over tables.

The grammar is written in `read/formulas/formula.py`, the arithmetic in
`link/formulas/evaluate.py`. `start` and `end` are offsets in the formula's text, for
problems with places; two formulas are equal when they say the same, wherever their parts stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from build_scripts.model.refs import FactRef

ARITHMETIC = frozenset("+-*/")
COMPARISONS = frozenset({">", ">=", "<", "<=", "=", "!="})
FUNCTIONS = ("count", "sum", "min", "max", "value", "days")


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the formula, never negative: minus is an operation."""

    value: Fraction
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A fact, a row or a cell.

    Inside a call over a table `ref` has a column and no row, or neither for `count`.
    """

    ref: FactRef
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with its operands: + - * / > >= < <= = != and or not, and minus with one.

    `and` and `or` have two operands or more.
    """

    operator: str
    operands: tuple[Formula, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row must meet: a column against a word, or and/or/not of conditions.

    `operator` is one of = != > >= < <= given empty and or not; only the last three have `parts`,
    only the first six a `value`.
    """

    operator: str
    column: str = ""
    value: str = ""
    parts: tuple[Condition, ...] = ()
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function: count, sum, min, max, value over a table's rows; min, max, days over facts."""

    function: str
    arguments: tuple[Formula, ...]
    condition: Condition | None = None
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def table(self) -> Reference | None:
        """The table, or the column of one, whose rows it takes; None for a call over facts."""
        first = self.arguments[0]
        if self.function == "days" or len(self.arguments) > 1 or not isinstance(first, Reference):
            return None
        return first


Formula = Number | Reference | Operation | Call


def parts(formula: Formula) -> Iterator[Formula]:
    """The formula and everything inside it, from left to right; conditions are left out."""
    waiting = [formula]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, Operation):
            waiting += reversed(part.operands)
        elif isinstance(part, Call):
            waiting += reversed(part.arguments)


def references(formula: Formula) -> tuple[FactRef, ...]:
    """The facts a formula names, each once, in order; a table's column counts as the table."""
    found = (
        part.ref if part.ref.row else part.ref.whole
        for part in parts(formula)
        if isinstance(part, Reference)
    )
    return tuple(dict.fromkeys(found))
