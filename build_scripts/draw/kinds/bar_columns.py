"""Upright bars, for values in the order of time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from build_scripts.draw.canvas.axis import horizontal_grid, tick_column, time_labels
from build_scripts.draw.canvas.canvas import ASCENT, SMALL, Canvas
from build_scripts.draw.canvas.labels import Box, threshold_lines, touching, without
from build_scripts.draw.canvas.scale import Scale, domain, nice_ticks
from build_scripts.draw.data import Drawing, Mark

_YEAR = re.compile(r"(\d{4})\b")
_FEWEST = 6
_HEIGHT_WIDE, _HEIGHT_NARROW = 230.0, 190.0
_KEY, _LINE = 18.0, 1.6


def in_years(drawing: Drawing) -> bool:
    """Whether the labels are many, and years or periods in ascending order, and no end is open."""
    if len(drawing.marks) < _FEWEST or drawing.sort != "as given":
        return False
    years = [_YEAR.match(mark.label) for mark in drawing.marks]
    if not all(years) or any(
        mark.low < 0 or mark.open_low or mark.open_high for mark in drawing.marks
    ):
        return False
    numbers = [int(year[1]) for year in years if year]
    return all(a < b for a, b in itertools.pairwise(numbers))


def draw_columns(drawing: Drawing, canvas: Canvas) -> None:
    """A column to each mark, with its value above it where all values find room."""
    marks, threshold = drawing.marks, drawing.threshold
    widest = max(canvas.measure(mark.text, SMALL, bold=True) for mark in marks)
    all_named = widest + 2.0 <= canvas.span / len(marks)
    line = [threshold.value] if threshold else []
    low, high = domain([*(mark.high for mark in marks), *line])
    top = _header(drawing, canvas) + SMALL * (1.5 if all_named else 2.3)
    base = top + (_HEIGHT_NARROW if canvas.narrow else _HEIGHT_WIDE)
    if all_named:
        left, scale = canvas.left, Scale(low, high, base, top)
    else:
        ticks = nice_ticks(low, high, 4)
        left = tick_column(canvas, ticks, drawing.unit)
        scale = Scale(ticks[0], ticks[-1], base, top)
        horizontal_grid(canvas, scale, ticks, drawing.unit, left)
    pitch = (canvas.right - left) / len(marks)
    bar = min(pitch * 0.72, 46.0)
    centres = [left + (place + 0.5) * pitch for place in range(len(marks))]
    _columns(drawing, canvas, scale, centres, bar)
    boxes = [
        (centre - bar / 2, scale(mark.high), centre + bar / 2, scale(0.0))
        for mark, centre in zip(marks, centres, strict=True)
    ]
    values = _values(canvas, left, marks, boxes, marks if all_named else _telling(drawing))
    canvas.line([(left, scale(0.0)), (canvas.right, scale(0.0))], "ink")
    canvas.bottom = time_labels(canvas, [mark.label for mark in marks], centres, base)
    if threshold:
        _line_across(canvas, left, scale(threshold.value), values)


def _header(drawing: Drawing, canvas: Canvas) -> float:
    """Write what a line across the columns means behind a piece of it; return where that ends.

    Above the columns, because at the line they would stand in its way.
    """
    if not drawing.threshold:
        return canvas.top
    lines, y = threshold_lines(canvas, drawing.threshold), canvas.top + 0.6 * SMALL
    canvas.line([(canvas.left, y), (canvas.left + _KEY, y)], "ink", width=_LINE)
    return canvas.lines(canvas.left + _KEY + 6.0, canvas.top, lines, size=SMALL, bold=True) + 6.0


def _columns(
    drawing: Drawing, canvas: Canvas, scale: Scale, centres: Sequence[float], bar: float
) -> None:
    zero = scale(0.0)
    boxes: dict[str, list[tuple[float, float, float, float]]] = {"neutral": [], "accent": []}
    for mark, centre in zip(drawing.marks, centres, strict=True):
        colour, x = "accent" if drawing.has_accent(mark) else "neutral", centre - bar / 2
        low, high = scale(mark.low), scale(mark.high)
        boxes[colour].append((x, low, bar, max(zero - low, 0.8)))
        if low - high > 2.0:
            canvas.frames([(x, high, bar, low - high)], colour)
    for colour, group in boxes.items():
        canvas.rects(group, colour)


def _telling(drawing: Drawing) -> list[Mark]:
    """The marks whose values a reader wants first: highlighted ones, else extremes and ends."""
    marks = drawing.marks
    if drawing.highlight:
        return [mark for mark in marks if drawing.has_accent(mark)]
    highest = max(marks, key=lambda mark: mark.value)
    lowest = min(marks, key=lambda mark: mark.value)
    return [highest, marks[-1], marks[0], lowest]


def _values(
    canvas: Canvas,
    left: float,
    marks: Sequence[Mark],
    columns: Sequence[Box],
    named: Sequence[Mark],
) -> list[Box]:
    """Write values above their columns, unless one would lie on another value or column.

    Those named first have the right of way. Returns where values stand.
    """
    written: dict[Mark, Box] = {}
    for mark in named:
        column = columns[marks.index(mark)]
        half = canvas.measure(mark.text, SMALL, bold=True) / 2
        x = max(left + half, min((column[0] + column[2]) / 2, canvas.right - half))
        bottom = column[1] - 5.0
        box = (x - half, bottom - ASCENT * SMALL, x + half, bottom)
        in_the_way = [*written.values(), *(other for other in columns if other is not column)]
        if not any(touching(box, other) for other in in_the_way):
            written[mark] = box
    for mark in marks:
        if mark in written:
            x0, _, x1, bottom = written[mark]
            canvas.text((x0 + x1) / 2, bottom, mark.text, size=SMALL, bold=True, anchor="middle")
    return list(written.values())


def _line_across(canvas: Canvas, left: float, y: float, values: Sequence[Box]) -> None:
    """A line over the columns, with gaps where it would run through a value."""
    gaps = [(x0 - 3.0, x1 + 3.0) for x0, top, x1, bottom in values if top - 3.0 < y < bottom + 3.0]
    pieces = without([(left, canvas.right)], gaps)
    for colour, width in (("paper", 4.0), ("ink", _LINE)):
        for start, end in pieces:
            canvas.line([(start, y), (end, y)], colour, width=width)
