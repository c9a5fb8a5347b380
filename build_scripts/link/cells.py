"""Cells and rows of tables: what they hold as figures, dates and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure, Kind
from build_scripts.model.quantity import Quantity, Unit
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.model.text import Text


def cell_value(cell: Text, scale: Fraction, unit: Unit) -> tuple[Figure | None, Quantity | None]:
    """A cell's figure and quantity; an empty cell has neither."""
    digits = cell.strip().replace(",", "")
    if not digits:
        return None, None
    value = Fraction(digits) * scale
    place = Fraction(1, 10 ** len(digits.partition(".")[2])) * scale
    quantity = Quantity.of(value, unit)
    figure = Figure(0, len(cell), Kind.QUANTITY, str(cell), quantity, digits=place, ends=(value,))
    return figure, quantity


def cell_words(table: Table, row: str, column: str, cell: Text) -> str:
    """A cell as a line of words: its row, its column where there are several, what it holds."""
    named = f"{row}, {column.replace('_', ' ')}" if len(table.quantity_columns) > 1 else row
    return f"{named}: {f'{int(cell):,}' if cell.isdecimal() else cell}"


def row_periods(table: Table, row: Mapping[str, Text]) -> tuple[Period, ...]:
    """The dates and years that a row holds."""
    periods: list[Period] = []
    for column, unit in table.units.items():
        if unit in ("year", "date") and row[column]:
            try:
                periods.append(Period.parse(row[column]))
            except ValueError:
                continue
    return tuple(periods)


def row_sources(cell: Text) -> Iterable[FactRef]:
    """The references in a cell of sources; one that names a whole document has no fact."""
    for name in (piece.strip() for piece in cell.split(";")):
        if name:
            evidence, _, fact = name.partition(":")
            yield FactRef.parse(name) if fact else FactRef(evidence, "")
