"""What a drawing gets: plain frozen records, independent of how facts are looked up.

Numbers are floats in base units (5.2 million shells is 5_200_000.0); they decide lengths only. What
a reader reads is always the `text` beside them, as the publication prints it.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from typing import NamedTuple

from build_scripts.model.charts import ChartKind, Layout, Sort
from build_scripts.model.linked import Outcome

CODE = 4
"""Keys of up to so many characters stand in the cells of a waffle in place of longer labels."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar, part or interval.

    `label` names the row, `group` the series within it. A point has `low == high`. An open end has
    no bound: its number is then that of the other end.
    """

    label: str
    group: str
    low: float
    high: float
    text: str
    ref: str
    open_low: bool = False
    open_high: bool = False

    @property
    def value(self) -> float:
        """The one number that stands for it: the known end, or the middle of two."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a line: `x_text` and `y_text` are its numbers as printed."""

    x: float
    y: float
    x_text: str
    y_text: str
    ref: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points in ascending order of x."""

    label: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a waffle: `label` stands in it, `name` in the table beside the chart."""

    label: str
    group: str
    name: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class ThresholdLine:
    """A line that marks are held against: where it lies, what it means, its value as printed."""

    value: float
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadingMark:
    """One reading of a claim: what it counts against what would make the claim true.

    `low`, `high` and `threshold` are None where the test is no comparison of two quantities.
    Without `means` it is a further comparison of the reading before it.
    """

    means: str
    value_text: str
    threshold_text: str
    outcome: Outcome
    low: float | None = None
    high: float | None = None
    threshold: float | None = None
    margin: str = ""
    ref: str = ""
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that one chart shows. Texts are plain, without citations."""

    id: str
    kind: ChartKind
    title: str
    subtitle: str
    alt: str
    note: str = ""
    source: str = ""
    unit: str = ""
    layout: Layout = "plain"
    sort: Sort = "as given"
    highlight: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    lines: tuple[Line, ...] = ()
    cells: tuple[Cell, ...] = ()
    groups: tuple[str, ...] = ()
    threshold: ThresholdLine | None = None
    readings: tuple[ReadingMark, ...] = ()

    def has_accent(self, mark: Mark) -> bool:
        """Whether its label or its group is highlighted, or nothing is."""
        return not self.highlight or not {mark.label, mark.group}.isdisjoint(self.highlight)


class Extent(NamedTuple):
    """A bar from zero: solid to `sure`, outlined from `low` to `high`; `way` is that of an arrow.

    `sure` is zero where nothing is certain; `way` is 1 to the right, -1 to the left, 0 for none.
    """

    sure: float
    low: float
    high: float
    way: int


def extent(low: float, high: float, *, open_low: bool, open_high: bool) -> Extent:
    """How far from zero a value lies for certain, and how far it may lie.

    "More than 50" is 50 for certain and has no end; "at most 50" may be anything down to zero, and
    nothing of it is certain.
    """
    way = 1 if open_high and low >= 0 else -1 if open_low and high <= 0 else 0
    low, high = (
        0.0 if open_low and high > 0 else low,
        0.0 if open_high and low < 0 else high,
    )
    return Extent(low if low > 0 else high if high < 0 else 0.0, low, high, way)


@dataclass(frozen=True, slots=True)
class Rows:
    """The data of a chart as a table: every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sorted_marks(drawing: Drawing) -> tuple[Mark, ...]:
    """The marks in the order in which they are drawn; equal values keep the order given."""
    if drawing.sort == "as given":
        return drawing.marks
    descending = drawing.sort == "descending"
    if drawing.layout == "plain":
        return tuple(sorted(drawing.marks, key=lambda mark: mark.value, reverse=descending))
    totals: dict[str, float] = {}
    for mark in drawing.marks:
        totals[mark.label] = totals.get(mark.label, 0.0) + mark.value
    return tuple(sorted(drawing.marks, key=lambda mark: totals[mark.label], reverse=descending))


def stacked_marks(drawing: Drawing) -> tuple[Mark, ...]:
    """The marks in the order drawn, the label of each the bar, and its group the part of that bar.

    Where every label occurs once and groups do not, it is the groups that are bars.
    """
    marks = sorted_marks(drawing)
    labels = {mark.label for mark in marks}
    if len(labels) < len(marks) or len({mark.group for mark in marks}) in (1, len(marks)):
        return marks
    return tuple(replace(mark, label=mark.group, group=mark.label) for mark in marks)


def rows_of(drawing: Drawing) -> Rows:
    """The data of a drawing as text, in the order drawn, for the table beside the chart."""
    if drawing.readings:
        rows = _reading_rows(drawing)
    elif drawing.cells:
        rows = _cell_rows(drawing)
    elif drawing.lines:
        rows = [
            (line.label, point.x_text, point.y_text, point.ref)
            for line in drawing.lines
            for point in line.points
        ]
        rows = [("Line", "At", "Value", "Fact"), *rows]
    else:
        rows = [
            ("Label", "Group", "Value", "Fact"),
            *((mark.label, mark.group, mark.text, mark.ref) for mark in sorted_marks(drawing)),
        ]
        if drawing.threshold:
            line = drawing.threshold
            rows.append((line.label, "", line.text, ""))
    return _without_empty_columns(rows)


def csv_of(drawing: Drawing) -> bytes:
    """The table of `rows_of` as CSV (RFC 4180), with the numbers behind printed values.

    Bars, parts and intervals get the columns `low`, `high` and `unit`; an unbounded end is empty.
    """
    table = rows_of(drawing)
    header, rows = [name.lower() for name in table.header], [list(row) for row in table.rows]
    if drawing.marks:
        header += ["low", "high", "unit"]
        ends = [
            ["" if mark.open_low else _plain(mark.low), "" if mark.open_high else _plain(mark.high)]
            for mark in sorted_marks(drawing)
        ]
        if drawing.threshold:
            ends.append([_plain(drawing.threshold.value)] * 2)
        rows = [[*row, *end, drawing.unit] for row, end in zip(rows, ends, strict=True)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def _plain(number: float) -> str:
    return f"{number:.12g}" if abs(number) < 1e12 else f"{number:.0f}"


def _reading_rows(drawing: Drawing) -> list[tuple[str, ...]]:
    return [
        ("Reading", "Count", "Needed", "Outcome", "Margin", "Fact"),
        *(
            (
                reading.means,
                reading.value_text,
                reading.threshold_text,
                reading.outcome,
                reading.margin,
                reading.ref,
            )
            for reading in drawing.readings
        ),
    ]


def _cell_rows(drawing: Drawing) -> list[tuple[str, ...]]:
    return [
        ("Cell", "Name", "Group", "Fact"),
        *((cell.label, cell.name, cell.group, cell.ref) for cell in drawing.cells),
    ]


def _without_empty_columns(rows: list[tuple[str, ...]]) -> Rows:
    header, body = rows[0], rows[1:]
    kept = [place for place in range(len(header)) if any(row[place] for row in body)]
    picked = [tuple(row[place] for place in kept) for row in rows]
    return Rows(picked[0], tuple(picked[1:]))
