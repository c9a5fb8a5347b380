"""Upright bars, for values in the order of time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from build_scripts.draw.canvas.axis import horizontal_grid, tick_column, time_labels
from build_scripts.draw.canvas.canvas import SMALL, Canvas, block_height
from build_scripts.draw.canvas.labels import threshold_lines
from build_scripts.draw.canvas.scale import Scale, domain, nice_ticks
from build_scripts.draw.data import Drawing, Mark

_YEAR = re.compile(r"(\d{4})\b")
_FEWEST = 6
_HEIGHT_WIDE, _HEIGHT_NARROW = 230.0, 190.0


def in_years(drawing: Drawing) -> bool:
    """Whether the labels are many, and years or periods in ascending order."""
    if len(drawing.marks) < _FEWEST or drawing.sort != "as given":
        return False
    years = [_YEAR.match(mark.label) for mark in drawing.marks]
    if not all(years) or any(mark.low < 0 for mark in drawing.marks):
        return False
    numbers = [int(year[1]) for year in years if year]
    return all(a < b for a, b in itertools.pairwise(numbers))


def draw_columns(drawing: Drawing, canvas: Canvas) -> None:
    """A column to each mark, with its value above it where all values find room."""
    marks = drawing.marks
    size = SMALL
    widest = max(canvas.measure(mark.text, size, bold=True) for mark in marks)
    all_named = widest + 2.0 <= canvas.span / len(marks)
    numbers = [mark.high for mark in marks]
    threshold = drawing.threshold
    low, high = domain([*numbers, *([threshold.value] if threshold else [])])
    top = canvas.top + size * (1.5 if all_named else 2.3)
    base = top + (_HEIGHT_NARROW if canvas.narrow else _HEIGHT_WIDE)
    if all_named:
        left, scale = canvas.left, Scale(low, high, base, top)
    else:
        ticks = nice_ticks(low, high, 4)
        left = tick_column(canvas, ticks, drawing.unit)
        scale = Scale(ticks[0], ticks[-1], base, top)
        horizontal_grid(canvas, scale, ticks, drawing.unit, left)
    pitch = (canvas.right - left) / len(marks)
    bar = min(pitch - 2.0, max(pitch * 0.72, 3.0), 46.0)
    centres = [left + (place + 0.5) * pitch for place in range(len(marks))]
    _columns(drawing, canvas, scale, centres, bar)
    named = marks if all_named else _telling(drawing)
    for mark, centre in zip(marks, centres, strict=True):
        if mark in named:
            canvas.text(
                centre, scale(mark.high) - 5.0, mark.text, size=size, bold=True, anchor="middle"
            )
    canvas.line([(left, base), (canvas.right, base)], "ink")
    canvas.bottom = time_labels(canvas, [mark.label for mark in marks], centres, base)
    if threshold:
        _threshold(drawing, canvas, scale(threshold.value), left)


def _columns(
    drawing: Drawing, canvas: Canvas, scale: Scale, centres: Sequence[float], bar: float
) -> None:
    zero = scale(0.0)
    boxes: dict[str, list[tuple[float, float, float, float]]] = {"neutral": [], "accent": []}
    for mark, centre in zip(drawing.marks, centres, strict=True):
        marked = not drawing.highlight or mark.label in drawing.highlight
        box = (centre - bar / 2, scale(mark.low), bar, max(zero - scale(mark.low), 0.8))
        boxes["accent" if marked else "neutral"].append(box)
        if scale(mark.low) - scale(mark.high) > 2.0:
            canvas.frames(
                [(box[0], scale(mark.high), bar, scale(mark.low) - scale(mark.high))],
                "accent" if marked else "neutral",
            )
    for colour, group in boxes.items():
        canvas.rects(group, colour)


def _telling(drawing: Drawing) -> list[Mark]:
    """The marks whose values a reader wants first: highlighted ones, else ends and extremes."""
    marks = drawing.marks
    if drawing.highlight:
        return [mark for mark in marks if mark.label in drawing.highlight]
    highest = max(marks, key=lambda mark: mark.value)
    lowest = min(marks, key=lambda mark: mark.value)
    return [marks[0], highest, lowest, marks[-1]]


def _threshold(drawing: Drawing, canvas: Canvas, y: float, left: float) -> None:
    if drawing.threshold:
        lines = threshold_lines(canvas, drawing.threshold)
        canvas.line([(left, y), (canvas.right, y)], "paper", width=4.0)
        canvas.line([(left, y), (canvas.right, y)], "ink", width=1.6)
        canvas.lines(left, y - block_height(lines, SMALL) - 3.0, lines, size=SMALL, bold=True)
