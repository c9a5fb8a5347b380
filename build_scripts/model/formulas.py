"""Formulas as trees: numbers, references, operators, functions over tables.

The grammar is written in `read/formula.py`, the arithmetic in `link/evaluate.py`. `start` and `end` are
offsets in the formula's text, for problems with places.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from build_scripts.model.refs import FactRef


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in the formula."""

    value: Fraction
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A fact, a row or a cell."""

    ref: FactRef
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with its operands: + - * / > >= < <= = != and or not, and minus with one."""

    operator: str
    operands: tuple[Formula, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row must meet: a column against a word, or and/or/not of conditions.

    `operator` is one of = != > >= < <= given empty and or not.
    """

    operator: str
    column: str = ""
    value: str = ""
    parts: tuple[Condition, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """A function: count, sum, min, max, value over a table's rows; min, max, days over facts."""

    function: str
    arguments: tuple[Formula, ...]
    condition: Condition | None
    start: int
    end: int


Formula = Number | Reference | Operation | Call
