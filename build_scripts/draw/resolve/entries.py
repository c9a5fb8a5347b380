"""What a specification names, looked up: each mark as a fact with its label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_scripts.link.faults import FormulaFault
from build_scripts.link.formulas.rows import matching
from build_scripts.model.charts import Chart, Series
from build_scripts.model.dates import Period
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import Quantity
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.model.text import Text
from build_scripts.problems import Place
from build_scripts.read.formulas.conditions import parse_condition
from build_scripts.read.formulas.tokens import FormulaSyntax
from build_scripts.read.suggest import did_you_mean

if TYPE_CHECKING:
    from build_scripts.link.publication import Publication

TIMES = frozenset({"year", "date"})


class Undrawable(ValueError):
    """Why a chart cannot be drawn, where that is written, and what to do."""

    def __init__(self, place: Place, message: str, help: str) -> None:
        super().__init__(message)
        self.place, self.message, self.help = place, message, help


@dataclass(frozen=True)
class Entry:
    """A fact that is drawn. `place` is where the specification names it; `at` its time as years."""

    label: str
    group: str
    fact: LinkedFact
    quantity: Quantity
    place: Place
    at: float | None = None


def row_entries(publication: Publication, chart: Chart) -> list[Entry]:
    """The facts of `rows`. Raises Undrawable for one without a quantity."""
    return [
        _entry(publication, row.fact, str(row.label), str(row.group or "")) for row in chart.rows
    ]


def threshold_entry(publication: Publication, chart: Chart) -> Entry | None:
    """The fact of the threshold; None where there is none."""
    if chart.threshold is None:
        return None
    return _entry(publication, chart.threshold.fact, str(chart.threshold.label), "")


def _entry(publication: Publication, ref: Text, label: str, group: str) -> Entry:
    fact = publication.fact(FactRef.parse(ref))
    if fact.quantity is None:
        raise Undrawable(
            ref.place(), f"{ref} has no quantity", "only a fact with a quantity can be drawn"
        )
    return Entry(_one_line(label), _one_line(group), fact, fact.quantity, ref.place())


def table_entries(publication: Publication, chart: Chart) -> list[Entry]:
    """The cells of a table's columns, row by row; empty cells are left out."""
    ref = FactRef.parse(given(chart, "table", chart.table))
    table = publication.table(ref)
    labels = checked_column(table, given(chart, "label", chart.label))
    for column in chart.values:
        _check_quantities(table, column)
    return [
        entry
        for row in rows_where(table, chart.where)
        for column in chart.values
        for entry in _cell(publication, ref, table, row, column, row[labels], len(chart.values) > 1)
    ]


def _cell(
    publication: Publication,
    ref: FactRef,
    table: Table,
    row: Mapping[str, Text],
    column: Text,
    label: str,
    named: bool,
) -> Iterator[Entry]:
    fact = publication.fact(FactRef(ref.evidence, ref.fact, str(row[table.key]), str(column)))
    if fact.quantity is not None:
        group = str(column).replace("_", " ") if named else ""
        yield Entry(_one_line(label), group, fact, fact.quantity, column.place())


def line_entries(publication: Publication, series: Series) -> list[Entry]:
    """The points of a series. Raises Undrawable where there are none, or `x` is no time."""
    ref = FactRef.parse(series.table)
    table = publication.table(ref)
    x = checked_column(table, series.x)
    if table.units.get(x) not in TIMES:
        times = [name for name, unit in table.units.items() if unit in TIMES]
        raise Undrawable(
            series.x.place(),
            f"column {x!r} holds no times but {table.units.get(x, 'text')}",
            f"the columns with times are {', '.join(times) or 'none'}",
        )
    _check_quantities(table, series.y)
    entries = []
    for row in rows_where(table, series.where):
        for entry in _cell(publication, ref, table, row, series.y, row[x], False):
            period = Period.parse(row[x])
            at = period.start.year + max(0, period.start.month - 1) / 12
            entries.append(Entry(str(period), "", entry.fact, entry.quantity, entry.place, at))
    if not entries:
        raise Undrawable(
            series.label.place(), f"the line {str(series.label)!r} has no points", "widen `where`"
        )
    return entries


def rows_where(table: Table, where: Text | None) -> tuple[Mapping[str, Text], ...]:
    """The rows that meet a condition; all of them without one. Raises Undrawable."""
    if where is None:
        return table.rows
    try:
        return matching(table, parse_condition(where))
    except (FormulaFault, FormulaSyntax) as fault:
        place = where.place(fault.start, fault.end)
        raise Undrawable(place, fault.message, fault.help) from None


def given(chart: Chart, name: str, value: Text | None) -> Text:
    """A field that this kind of chart has. Raises Undrawable where it is missing."""
    if value is None:
        raise Undrawable(
            chart.title.place(), f"a {chart.kind} chart lacks {name!r}", f"give its {name}"
        )
    return value


def checked_column(table: Table, column: Text) -> str:
    """The name of a column that the table has. Raises Undrawable."""
    if column not in table.units:
        raise Undrawable(
            column.place(),
            f"column {str(column)!r} is unknown{did_you_mean(column, table.units)}",
            f"the columns are {', '.join(table.units)}",
        )
    return str(column)


def _check_quantities(table: Table, column: Text) -> None:
    if checked_column(table, column) not in table.quantity_columns:
        raise Undrawable(
            column.place(),
            f"column {str(column)!r} holds no quantities but {table.units[str(column)]}",
            f"the columns with quantities are {', '.join(table.quantity_columns) or 'none'}",
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())
