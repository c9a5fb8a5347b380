"""Facts that are tables, and the cells of tables as facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from build_scripts.link.cells import cell_value, cell_words, row_periods, row_sources
from build_scripts.link.faults import UnknownFact, not_there
from build_scripts.link.stated import quote_of, sentence_of, speaks_for_whom
from build_scripts.model.linked import LinkedFact
from build_scripts.model.records import Evidence, Fact
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.model.text import Text
from build_scripts.read.notation.units import parse_unit
from build_scripts.read.notation.words import Lexicon


class Lookup(Protocol):
    """What a cell asks of the facts: its table, and the sources of its row."""

    @property
    def evidence(self) -> Mapping[str, Evidence]:
        """All evidence by id."""

    @property
    def lexicon(self) -> Lexicon:
        """The nouns that mean the same, for the units of columns."""

    def table(self, ref: FactRef) -> Table:
        """The table of a fact; raises BrokenFact when it is bad."""

    def find(self, ref: FactRef) -> LinkedFact | None:
        """A fact, or None where it is unknown or broken."""


def table_fact(ref: FactRef, evidence: Evidence, record: Fact) -> LinkedFact:
    """Link a fact that is a table as a whole: it has no quantity."""
    name, quote = quote_of(evidence, record)
    return LinkedFact(
        ref,
        record,
        evidence,
        sentence_of(record),
        periods=tuple(when.period for when in record.when),
        quote=quote,
        quote_name=name,
        speaks_for=speaks_for_whom(evidence, record, None),
    )


def cell_fact(ref: FactRef, evidence: Evidence, record: Fact, facts: Lookup) -> LinkedFact:
    """Link a cell of a table: its row and column are those of `ref`.

    Its dates and quote are those of its row. Raises UnknownFact where there is no such cell,
    BrokenFact where the table is bad.
    """
    table = facts.table(ref)
    row = table.row(ref.row)
    if row is None:
        keys = [str(other.get(table.key, "")) for other in table.rows]
        raise not_there(f"the table {ref.whole} has no row {ref.row!r}", ref.row, keys)
    column = _column(ref, table)
    cell = row.get(column, Text(""))
    scale, unit = parse_unit(table.units[column], facts.lexicon.nouns)
    stated, quantity = cell_value(cell, scale, unit)
    sources = tuple(row_sources(row.get(table.sources, Text("")) if table.sources else Text("")))
    speaks_for = speaks_for_whom(evidence, record, None)
    for source in sources:
        other = facts.evidence.get(source.evidence)
        speaks_for |= frozenset(other.speaks_for if other else ())
    quoted = _row_quote(sources, facts)
    return LinkedFact(
        ref,
        record,
        evidence,
        f"{sentence_of(record)} {cell_words(table, ref.row, column, cell)}",
        quantity,
        stated=stated,
        periods=row_periods(table, row) or tuple(when.period for when in record.when),
        quote=quoted.quote if quoted else None,
        quote_name=quoted.quote_name if quoted else "",
        speaks_for=speaks_for,
        sources=sources,
    )


def _column(ref: FactRef, table: Table) -> str:
    columns = table.quantity_columns
    if ref.column:
        if ref.column not in columns:
            message = f"the table {ref.whole} has no column of quantities {ref.column!r}"
            raise not_there(message, ref.column, columns)
        return ref.column
    if len(columns) != 1:
        raise UnknownFact(
            f"{ref} does not say which column",
            f"write {' or '.join(f'{ref}.{column}' for column in columns)}"
            if columns
            else f"no column of {ref.whole} has numbers: cite the table as {ref.whole}",
        )
    return columns[0]


def _row_quote(sources: tuple[FactRef, ...], facts: Lookup) -> LinkedFact | None:
    for source in sources:
        fact = facts.find(source) if source.fact else None
        if fact is not None and fact.quote is not None:
            return fact
    return None
