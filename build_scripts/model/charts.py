"""Chart specifications: what to draw, without numbers of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from pydantic import Field

from build_scripts.model.fields import Id, Key, Ref, Words
from build_scripts.model.records import Record
from build_scripts.model.text import Text

ChartKind = Literal["bar", "line", "share", "waffle", "range", "readings"]
Layout = Literal["plain", "grouped", "stacked"]
Sort = Literal["descending", "ascending", "as given"]


class Traits(NamedTuple):
    """What a kind of chart shows, and the fields it takes beside the texts that all have.

    Where `allows` has `table`, a table with its `label` and `values` may stand for the rows. Marks
    that are `parts` of a whole are never below zero. With `spread` an approximate value is drawn
    from end to end, and not as the number that stands for it.
    """

    shows: Literal["marks", "lines", "cells", "readings"]
    needs: tuple[str, ...]
    allows: tuple[str, ...] = ()
    parts: bool = False
    spread: bool = False

    @property
    def rows_or_table(self) -> bool:
        """Whether a table may stand for the rows that it needs."""
        return "rows" in self.needs and "table" in self.allows


_OF_TABLE = ("table", "label", "values", "where", "sort", "highlight")
CHART_KINDS: Mapping[str, Traits] = {
    "bar": Traits("marks", ("rows",), (*_OF_TABLE, "layout", "threshold")),
    "share": Traits("marks", ("rows",), _OF_TABLE, parts=True),
    "line": Traits("lines", ("series",), ("threshold", "highlight")),
    "waffle": Traits("cells", ("table", "label", "groups"), ("where", "threshold")),
    "range": Traits("marks", ("rows", "threshold"), ("sort", "highlight"), spread=True),
    "readings": Traits("readings", ("claim",)),
}
"""Every `ChartKind`; `draw/kinds/__init__.py` has the functions that draw them."""


class Row(Record):
    """One mark: a fact with its label."""

    fact: Ref = Field(description="The fact that is drawn.")
    label: Words = Field(description="What the reader calls it.")
    group: Words | None = Field(None, description="The group or series it belongs to.")


class Threshold(Record):
    """A line that the marks are held against."""

    fact: Ref = Field(description="The fact that gives its place.")
    label: Words = Field(description="What the line means.")


class Series(Record):
    """One line: two columns of a table."""

    label: Words = Field(description="What the line is called.")
    table: Ref = Field(description="The fact that is a table.")
    x: Key = Field(description="The column along the axis.")
    y: Key = Field(description="The column that is drawn.")
    where: Words | None = Field(None, description="A condition on rows.")


class Group(Record):
    """The cells of a waffle that meet a condition."""

    label: Words = Field(description="What they have in common.")
    where: Words | None = Field(None, description="A condition on rows; none takes the rest.")


class Chart(Record):
    """charts/<id>.yml: a drawing of facts."""

    kind: ChartKind = Field(description="How it is drawn.")
    title: Words = Field(description="The finding, with citations.")
    subtitle: Words = Field(description="What is counted, where and when.")
    alt: Words = Field(description="The finding for those who cannot see it.")
    note: Words | None = Field(None, description="What limits it.")
    rows: tuple[Row, ...] = Field((), description="For bar, share and range: the facts.")
    table: Ref | None = Field(
        None, description="For bar, share and waffle: a fact that is a table."
    )
    label: Key | None = Field(None, description="The table's column of labels.")
    values: tuple[Key, ...] = Field((), description="The table's columns that are drawn.")
    where: Words | None = Field(None, description="A condition on the table's rows.")
    sort: Sort = Field("as given", description="The order of marks.")
    layout: Layout = Field("plain", description="For bar: how several values stand together.")
    highlight: tuple[Words, ...] = Field((), description="Labels drawn in the accent colour.")
    series: tuple[Series, ...] = Field((), description="For line: the lines.")
    groups: tuple[Group, ...] = Field((), description="For waffle: the groups, first match wins.")
    threshold: Threshold | None = Field(None, description="A line to hold the marks against.")
    claim: Id | None = Field(None, description="For readings: the article's slug.")

    @property
    def drawn(self) -> tuple[Text, ...]:
        """The facts and tables that it draws, in the order of its file; its texts cite others."""
        return (
            *(row.fact for row in self.rows),
            *([self.table] if self.table is not None else []),
            *(series.table for series in self.series),
            *([self.threshold.fact] if self.threshold is not None else []),
        )
