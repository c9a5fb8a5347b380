"""Chart specifications: what to draw, without numbers of their own."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from build_scripts.model.fields import Id, Key, Ref, Words
from build_scripts.model.records import Record


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

    kind: Literal["bar", "line", "share", "waffle", "range", "readings"] = Field(
        description="How it is drawn."
    )
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
    sort: Literal["descending", "ascending", "as given"] = Field(
        "as given", description="The order of marks."
    )
    layout: Literal["plain", "grouped", "stacked"] = Field(
        "plain", description="For bar: how several values stand together."
    )
    highlight: tuple[Words, ...] = Field((), description="Labels drawn in the accent colour.")
    series: tuple[Series, ...] = Field((), description="For line: the lines.")
    groups: tuple[Group, ...] = Field((), description="For waffle: the groups, first match wins.")
    threshold: Threshold | None = Field(None, description="A line to hold the marks against.")
    claim: Id | None = Field(None, description="For readings: the article's slug.")
