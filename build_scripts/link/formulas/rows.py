"""Rows of a table that meet a condition.

An empty cell equals nothing and is neither above nor below any number. A word that no cell of its
column holds is a fault: a slip of spelling must not become a count of nought.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from build_scripts.link.faults import FormulaFault
from build_scripts.model.dates import Period
from build_scripts.model.formulas import Condition
from build_scripts.model.interval import Interval, Truth, less, less_or_equal
from build_scripts.model.tables import Table
from build_scripts.model.text import Text
from build_scripts.read.notation.units import UnitFault, cell_reader
from build_scripts.read.suggest import did_you_mean

Row = Mapping[str, Text]

_plain = cell_reader({})
_ORDERS: Mapping[str, Callable[[Interval, Interval], Truth]] = {
    "<": less,
    "<=": less_or_equal,
    ">": lambda cell, limit: less(limit, cell),
    ">=": lambda cell, limit: less_or_equal(limit, cell),
}


def matching(table: Table, condition: Condition | None) -> tuple[Row, ...]:
    """Return the rows that meet the condition, in the table's order. Raises FormulaFault."""
    if condition is None:
        return table.rows
    _check(table, condition)
    return tuple(row for row in table.rows if _meets(table, row, condition))


def check_column(table: Table, column: str, start: int, end: int) -> None:
    """Raise FormulaFault unless the table has that column."""
    known = [*table.units, table.key]
    if column not in known:
        raise FormulaFault(
            f"column {column!r} is unknown{did_you_mean(column, known)}",
            start,
            end,
            f"the columns are {', '.join(dict.fromkeys(known))}",
        )


def _check(table: Table, condition: Condition) -> None:
    for part in condition.parts:
        _check(table, part)
    if not condition.column:
        return
    check_column(table, condition.column, condition.start, condition.end)
    if condition.operator not in ("=", "!="):
        return
    if not any(_equals(table, row, condition) for row in table.rows):
        words = {str(row.get(condition.column, "")) for row in table.rows} - {""}
        few = f"its words are {', '.join(sorted(words))}" if len(words) <= 12 else ""
        raise FormulaFault(
            f"no row has {condition.column} = {condition.value!r}"
            f"{did_you_mean(condition.value, sorted(words))}",
            condition.start,
            condition.end,
            few or "write the word as the table has it",
        )


def _meets(table: Table, row: Row, condition: Condition) -> bool:
    operator = condition.operator
    if operator == "and":
        return all(_meets(table, row, part) for part in condition.parts)
    if operator == "or":
        return any(_meets(table, row, part) for part in condition.parts)
    if operator == "not":
        return not _meets(table, row, condition.parts[0])
    if operator in ("=", "!="):
        return _equals(table, row, condition) is (operator == "=")
    filled = bool(row.get(condition.column, "").strip())
    if operator in ("given", "empty"):
        return filled is (operator == "given")
    return filled and _in_order(table, row, condition)


def _equals(table: Table, row: Row, condition: Condition) -> bool:
    cell = row.get(condition.column, "")
    if cell == condition.value:
        return True
    if not cell or condition.column not in table.quantity_columns:
        return False
    try:
        return _plain(cell, "") == _plain(condition.value, "")
    except UnitFault:
        return False


def _in_order(table: Table, row: Row, condition: Condition) -> bool:
    cell = row[condition.column]
    limit = _plain(condition.value, "").interval
    truth = _ORDERS[condition.operator](_number(table, row, condition), limit)
    if truth is None:
        raise FormulaFault(
            f"row {row[table.key]!s} is neither in nor out: its {condition.column} is {cell!s}",
            condition.start,
            condition.end,
            "compare with a number outside that range",
        )
    return truth


def _number(table: Table, row: Row, condition: Condition) -> Interval:
    """The cell as a number; a date or a period as its years."""
    cell = row[condition.column]
    try:
        if table.units.get(condition.column) in ("year", "date"):
            period = Period.parse(cell)
            return Interval.between(period.start.year, period.end.year)
        return _plain(cell, "").interval
    except ValueError:
        raise FormulaFault(
            f"row {row[table.key]!s} cannot be compared: its {condition.column} is {cell!s}",
            condition.start,
            condition.end,
            f"only numbers have an order; write {condition.column} = word for words",
        ) from None
