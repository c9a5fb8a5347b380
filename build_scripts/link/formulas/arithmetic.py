"""Arithmetic of two operands of a formula, with faults that name both and their units."""

from __future__ import annotations

from build_scripts.link.faults import FormulaFault
from build_scripts.model.formulas import ARITHMETIC, Call, Formula, Number, Operation
from build_scripts.model.interval import UndefinedQuotient, larger, smaller
from build_scripts.model.quantity import (
    BARE,
    IN_PERCENT,
    IN_POINTS,
    Quantity,
    Unit,
    UnitClash,
    alike,
)
from build_scripts.read.formulas.printing import print_formula

_WHOLE = Quantity.of(100, IN_PERCENT)
_ONE = Quantity.of(1)


def fault_at(node: Formula, message: str, help: str) -> FormulaFault:
    """Return the exception for a part of a formula."""
    return FormulaFault(message, node.start, node.end, help)


def is_literal(node: Formula) -> bool:
    """Whether it is a number, or arithmetic of numbers only."""
    if isinstance(node, Operation) and node.operator in ARITHMETIC:
        return all(is_literal(operand) for operand in node.operands)
    return isinstance(node, Number)


def _adapted(node: Operation, left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Both sides, a literal one in the unit of the other."""
    if left.unit == right.unit:
        return left, right
    first, second = map(is_literal, node.operands)
    if first and not second:
        return Quantity(left.interval, right.unit), right
    if second and not first:
        return left, Quantity(right.interval, left.unit)
    return left, right


def comparable(node: Operation, left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Both sides of a comparison in one unit. Raises FormulaFault."""
    a, b = _adapted(node, left, right)
    try:
        return alike(a, b, "compare")
    except UnitClash:
        raise _clash(node, "cannot compare {} with {}", a, b) from None


def summed(node: Operation, left: Quantity, right: Quantity) -> Quantity:
    """The sum or the difference; 1 beside a percentage is the whole. Raises FormulaFault."""
    a, b = _adapted(node, left, right)
    whole = left.unit != right.unit and a.unit == b.unit == IN_PERCENT
    if whole and left == _ONE:
        a = _WHOLE
    if whole and right == _ONE:
        b = _WHOLE
    try:
        if node.operator == "+":
            return a + b
        rest = whole and (left.unit == BARE or b is _WHOLE)
        return Quantity((a - b).interval, IN_PERCENT) if rest else a - b
    except UnitClash:
        if node.operator == "+":
            raise _clash(node, "cannot add {} and {}", left, right) from None
        raise _clash(node, "cannot subtract {1} from {0}", left, right) from None


def quotient(node: Operation, left: Quantity, right: Quantity) -> Quantity:
    """The quotient. Raises FormulaFault."""
    divisor = node.operands[1]
    try:
        return left / right
    except UndefinedQuotient:
        printed = print_formula(divisor)
        message = f"{printed} is 0" if right.interval.is_point else f"{printed} may be 0"
        raise fault_at(divisor, message, "a divisor lies above or below 0 altogether") from None


def extreme(node: Call, argument: Formula, total: Quantity, value: Quantity) -> Quantity:
    """The larger or the smaller of `total` and the next argument. Raises FormulaFault."""
    pick = larger if node.function == "max" else smaller
    try:
        a, b = alike(total, value, "compare")
    except UnitClash:
        message = (
            f"cannot compare {print_formula(argument)} ({_named(value.unit)}) "
            f"with what stands before it ({_named(total.unit)})"
        )
        raise fault_at(argument, message, _unit_help(total, value)) from None
    return Quantity(pick(a.interval, b.interval), a.unit)


def _clash(node: Operation, sentence: str, left: Quantity, right: Quantity) -> FormulaFault:
    sides = (
        f"{print_formula(operand)} ({_named(quantity.unit)})"
        for operand, quantity in zip(node.operands, (left, right), strict=True)
    )
    return fault_at(node, sentence.format(*sides), _unit_help(left, right))


def _named(unit: Unit) -> str:
    return "percent" if unit == IN_PERCENT else str(unit) or "a bare number"


def _unit_help(left: Quantity, right: Quantity) -> str:
    if {left.unit, right.unit} == {IN_PERCENT, IN_POINTS}:
        return "what is left when percentages are subtracted are percentage points"
    return "bring both to one unit; content/words.yml lists the nouns that mean the same"
