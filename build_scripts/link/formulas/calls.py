"""Functions over the rows of a table: count, sum, min, max, value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add

from build_scripts.link.faults import FormulaFault
from build_scripts.link.formulas.rows import Row, check_column, matching
from build_scripts.model.formulas import Call, Reference
from build_scripts.model.interval import Interval, larger, smaller
from build_scripts.model.quantity import Quantity
from build_scripts.model.tables import Table
from build_scripts.read.formulas.printing import print_formula
from build_scripts.read.notation.units import UnitFault, cell_reader
from build_scripts.read.suggest import did_you_mean

_REDUCE = {"sum": add, "min": smaller, "max": larger}
_FEW = 6


def over_rows(call: Call, column: Reference, table: Table, nouns: Mapping[str, str]) -> Quantity:
    """Compute a call over the rows that meet its condition. Raises FormulaFault.

    `count` gives a bare number, the others the unit of the column; `nouns` maps nouns in lower
    case to the one that is printed. The sum of no rows is 0.
    """
    rows = matching(table, call.condition)
    if call.function == "count":
        return Quantity.of(len(rows))
    name = column.ref.column
    _check(column, table)
    if call.function == "value" and len(rows) != 1:
        raise _not_one(call, table, rows)
    read = cell_reader(nouns)
    unit = read("0", table.units[name]).unit
    if not rows:
        if call.function == "sum":
            return Quantity.of(0, unit)
        raise FormulaFault(
            f"{print_formula(call)} finds no row", call.start, call.end, "widen its condition"
        )
    cells = []
    for row in rows:
        if not row.get(name, "").strip():
            raise _empty(call, table, row, name)
        try:
            cells.append(read(row[name], table.units[name]).interval)
        except UnitFault as fault:
            message = f"row {row[table.key]!s} of {column.ref.whole}: {fault}"
            raise FormulaFault(message, column.start, column.end, "mend the table") from None
    if call.function == "value":
        return Quantity(cells[0], unit)
    return Quantity(_reduced(call.function, cells), unit)


def _reduced(function: str, cells: Sequence[Interval]) -> Interval:
    return reduce(_REDUCE[function], cells)


def _check(column: Reference, table: Table) -> None:
    """Raise FormulaFault unless the table has that column, and quantities in it."""
    name = column.ref.column
    check_column(table, name, column.start, column.end)
    known = table.quantity_columns
    if name not in known:
        unit = table.units.get(name, "text")
        raise FormulaFault(
            f"column {name!r} holds no quantities but {unit}{did_you_mean(name, known)}",
            column.start,
            column.end,
            f"the columns with quantities are {', '.join(known) or 'none'}",
        )


def _not_one(call: Call, table: Table, rows: Sequence[Row]) -> FormulaFault:
    keys = [str(row[table.key]) for row in rows]
    few = ", ".join(keys[:_FEW]) + (" …" if len(keys) > _FEW else "")
    found = f"{len(keys)} rows: {few}" if keys else "no row"
    return FormulaFault(
        f"{print_formula(call)} finds {found}",
        call.start,
        call.end,
        f"make its condition fit exactly one row, by {table.key} for instance",
    )


def _empty(call: Call, table: Table, row: Row, name: str) -> FormulaFault:
    where = print_formula(call).removesuffix(")")
    joined = (
        f"{where} and {name} is given)" if call.condition else f"{where} where {name} is given)"
    )
    return FormulaFault(
        f"row {row[table.key]!s} has no {name}",
        call.start,
        call.end,
        f"leave such rows out and say so: {joined}",
    )
