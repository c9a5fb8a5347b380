"""Intervals and points against a line; an end without bound is an arrow."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.draw.canvas.canvas import SMALL, Canvas, block_height
from build_scripts.draw.canvas.colours import SERIES
from build_scripts.draw.canvas.labels import (
    GAP,
    row_labels,
    threshold_label,
    threshold_line,
    threshold_lines,
)
from build_scripts.draw.canvas.scale import Scale, domain, nice_ticks, tick_texts
from build_scripts.draw.data import Drawing, Mark, sorted_marks

_BAR, _DOT = 9.0, 5.5
_ROW_GAP = 13.0
_ARROW_REACH = 26.0
_VALUES = 0.5
"""The share of the width that values may take; longer ones are broken into lines."""
_LEAST = 100.0
"""A scale that is shorter than this shows little."""


def draw_range(drawing: Drawing, canvas: Canvas) -> None:
    """A bar from the low to the high end of each interval, its value as printed at the right."""
    marks = sorted_marks(drawing)
    threshold = drawing.threshold
    values = [canvas.wrap(mark.text, canvas.span * _VALUES, bold=True) for mark in marks]
    column = max(canvas.measure(line, bold=True) for lines in values for line in lines) + GAP
    labels = row_labels(
        canvas, [mark.label for mark in marks], need=column + _LEAST, reserve=column
    )
    right = canvas.right - (column if labels.beside else 0.0)
    numbers = [number for mark in marks for number in (mark.low, mark.high)]
    ends = domain([*numbers, *([threshold.value] if threshold else [])])
    before = _ARROW_REACH if any(mark.open_low for mark in marks) else _DOT
    start = canvas.left + labels.column + before
    ticks, scale = _ticks(canvas, ends, drawing.unit, (start, right - _ARROW_REACH))
    top = canvas.top
    if threshold:
        top += block_height(threshold_lines(canvas, threshold), SMALL) + 8.0
    plot_top = top
    places: list[float] = []
    for mark, lines in zip(marks, values, strict=True):
        label, value = labels.height(mark.label), block_height(lines)
        tall = max(label, value)
        height = max(20.0, tall) if labels.beside else tall
        down = 0.5 if labels.beside else 0.0
        canvas.lines(canvas.left, top + (height - label) * down, labels.lines[mark.label])
        at = top + (height - value) * down
        canvas.lines(canvas.right, at, lines, bold=True, anchor="end")
        places.append(top + height / 2 if labels.beside else top + height + 10.0)
        top += height + (0.0 if labels.beside else 20.0) + _ROW_GAP
    base = top - _ROW_GAP + 8.0
    bands = [(plot_top - 4.0, base)] if labels.beside else [(y - 10.0, y + 10.0) for y in places]
    _axis(drawing, canvas, scale, ticks, bands, base)
    if threshold:
        threshold_label(canvas, threshold, scale(threshold.value), canvas.top)
        threshold_line(canvas, scale(threshold.value), bands)
    colours = _colours(drawing, marks)
    for mark, y, colour in zip(marks, places, colours, strict=True):
        _interval(canvas, scale, mark, y, colour)


def _ticks(
    canvas: Canvas, ends: tuple[float, float], unit: str, pixels: tuple[float, float]
) -> tuple[list[float], Scale]:
    """As many ticks as find room side by side, and the scale from the first to the last."""
    for most in range(4 if canvas.narrow else 6, 0, -1):
        ticks = nice_ticks(*ends, most)
        scale = Scale(ticks[0], ticks[-1], *pixels)
        widest = max(canvas.measure(text, SMALL) for text in tick_texts(ticks, unit)[0])
        if widest + 8.0 <= scale(ticks[1]) - scale(ticks[0]):
            break
    return ticks, scale


def _colours(drawing: Drawing, marks: Sequence[Mark]) -> list[str]:
    groups = list(dict.fromkeys(mark.group for mark in marks))
    if drawing.highlight:
        return ["accent" if drawing.has_accent(mark) else "neutral" for mark in marks]
    return [SERIES[groups.index(mark.group) % len(SERIES)] for mark in marks]


def _interval(canvas: Canvas, scale: Scale, mark: Mark, y: float, colour: str) -> None:
    low, high = scale(mark.low), scale(mark.high)
    if not (mark.open_low or mark.open_high) and high - low < 3.0:
        canvas.dot((low + high) / 2, y, _DOT, colour, stroke="paper")
        return
    if mark.open_high:
        high = max(high, low + _ARROW_REACH - 8.0)
        _arrow(canvas, high, y, 1, colour)
    if mark.open_low:
        low = min(low, high - _ARROW_REACH + 8.0)
        _arrow(canvas, low, y, -1, colour)
    canvas.rect(low, y - _BAR / 2, high - low, _BAR, colour)


def _arrow(canvas: Canvas, x: float, y: float, way: int, colour: str) -> None:
    canvas.polygon([(x - way * 0.5, y - 8.0), (x + way * 9.0, y), (x - way * 0.5, y + 8.0)], colour)


def _axis(
    drawing: Drawing,
    canvas: Canvas,
    scale: Scale,
    ticks: Sequence[float],
    bands: Sequence[tuple[float, float]],
    base: float,
) -> None:
    texts, caption = tick_texts(ticks, drawing.unit)
    for tick, text in zip(ticks, texts, strict=True):
        x = scale(tick)
        for top, bottom in bands:
            canvas.line([(x, top), (x, bottom)], "grid")
        half = canvas.measure(text, SMALL) / 2
        x = max(canvas.left + half, min(x, canvas.right - half))
        canvas.text(x, base + 5.0 + SMALL, text, size=SMALL, colour="muted", anchor="middle")
    canvas.bottom = base + 10.0 + SMALL
    if caption:
        baseline = base + 8.0 + 2.25 * SMALL
        canvas.text(scale.start - _DOT, baseline, caption, size=SMALL, colour="muted")
        canvas.bottom = baseline + 5.0
