"""Intervals and points against a line; an end without bound is an arrow."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.draw.canvas.canvas import BODY, SMALL, Canvas, block_height, middle_baseline
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


def draw_range(drawing: Drawing, canvas: Canvas) -> None:
    """A bar from the low to the high end of each interval, its value as printed at the right."""
    marks = sorted_marks(drawing)
    threshold = drawing.threshold
    values = max(canvas.measure(mark.text, bold=True) for mark in marks) + GAP
    labels = row_labels(canvas, [mark.label for mark in marks], reserve=values)
    right = canvas.right - (values if labels.beside else 0.0)
    numbers = [number for mark in marks for number in (mark.low, mark.high)]
    ends = domain([*numbers, *([threshold.value] if threshold else [])])
    ticks = nice_ticks(*ends, 4 if canvas.narrow else 6)
    before = _ARROW_REACH if any(mark.open_low for mark in marks) else _DOT
    start = canvas.left + labels.column + before
    scale = Scale(ticks[0], ticks[-1], start, right - _ARROW_REACH)
    top = canvas.top
    if threshold:
        top += block_height(threshold_lines(canvas, threshold), SMALL) + 8.0
    plot_top = top
    rows: list[tuple[Mark, float, float]] = []
    for mark in marks:
        text = labels.height(mark.label)
        if labels.beside:
            height = max(20.0, text)
            rows.append((mark, top + (height - text) / 2, top + height / 2))
        else:
            height = text + 20.0
            rows.append((mark, top, top + text + 10.0))
        top += height + _ROW_GAP
    base = top - _ROW_GAP + 8.0
    bands = [(plot_top - 4.0, base)] if labels.beside else [(y - 10.0, y + 10.0) for *_, y in rows]
    _axis(drawing, canvas, scale, ticks, bands, base)
    if threshold:
        threshold_label(canvas, threshold, scale(threshold.value), canvas.top)
        threshold_line(canvas, scale(threshold.value), bands)
    colours = _colours(drawing, marks)
    for (mark, text, y), colour in zip(rows, colours, strict=True):
        canvas.lines(canvas.left, text, labels.lines[mark.label])
        _interval(canvas, scale, mark, y, colour)
        at = middle_baseline(y) if labels.beside else text + 0.94 * BODY
        canvas.text(canvas.right, at, mark.text, bold=True, anchor="end")


def _colours(drawing: Drawing, marks: Sequence[Mark]) -> list[str]:
    groups = list(dict.fromkeys(mark.group for mark in marks))
    if drawing.highlight:
        return ["accent" if mark.label in drawing.highlight else "neutral" for mark in marks]
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
