"""Formulas and conditions, from trees to the notation that `read/formulas/formula.py` reads."""

from __future__ import annotations

import re
from fractions import Fraction

from build_scripts.model.formulas import (
    COMPARISONS,
    Call,
    Condition,
    Formula,
    Number,
    Operation,
    Reference,
)
from build_scripts.read.formulas.tokens import KEYWORDS

_BINDS = (
    {"or": 1, "and": 2, "not": 3} | dict.fromkeys(COMPARISONS, 4) | {"+": 5, "-": 5, "*": 6, "/": 6}
)
_MINUS = 7
_SINGLE = 8
_BARE = re.compile(r'[^\s()",<>=!]+')


def print_formula(formula: Formula) -> str:
    """Return the text that is read as this formula, with no more parentheses than needed."""
    if isinstance(formula, Number):
        return print_number(formula.value)
    if isinstance(formula, Reference):
        return str(formula.ref)
    if isinstance(formula, Call):
        arguments = ", ".join(print_formula(argument) for argument in formula.arguments)
        where = f" where {print_condition(formula.condition)}" if formula.condition else ""
        return f"{formula.function}({arguments}{where})"
    return _operation(formula)


def print_condition(condition: Condition) -> str:
    """Return the text that is read as this condition."""
    operator = condition.operator
    if operator == "not":
        return f"not {_row(condition.parts[0], ('and', 'or'))}"
    if condition.parts:
        loose = ("and", "or") if operator == "and" else ("or",)
        return f" {operator} ".join(_row(part, loose) for part in condition.parts)
    if operator in ("given", "empty"):
        return f"{condition.column} is {operator}"
    value = condition.value
    if not _BARE.fullmatch(value) or value in KEYWORDS:
        value = f'"{value}"'
    return f"{condition.column} {operator} {value}"


def print_number(value: Fraction) -> str:
    """Return a number in plain digits, with decimals as far as they go."""
    whole, rest = divmod(value, 1)
    decimals = ""
    while rest and len(decimals) < 40:
        digit, rest = divmod(rest * 10, 1)
        decimals += str(digit)
    return f"{whole}.{decimals}" if decimals else str(whole)


def _operation(formula: Operation) -> str:
    operator, operands = formula.operator, formula.operands
    if operator == "not":
        return f"not {_inside(operands[0], _BINDS['not'])}"
    if len(operands) == 1:
        return f"-{_inside(operands[0], _MINUS)}"
    binds = _BINDS[operator]
    grouped = operator in ("and", "or") or operator in COMPARISONS
    first = _inside(operands[0], binds + 1 if grouped else binds)
    rest = (_inside(operand, binds + 1) for operand in operands[1:])
    return f" {operator} ".join([first, *rest])


def _inside(formula: Formula, least: int) -> str:
    """An operand, in parentheses where it binds less tightly than `least`."""
    binds = _SINGLE
    if isinstance(formula, Operation):
        is_minus = formula.operator == "-" and len(formula.operands) == 1
        binds = _MINUS if is_minus else _BINDS[formula.operator]
    text = print_formula(formula)
    return text if binds >= least else f"({text})"


def _row(condition: Condition, loose: tuple[str, ...]) -> str:
    text = print_condition(condition)
    return f"({text})" if condition.operator in loose else text
