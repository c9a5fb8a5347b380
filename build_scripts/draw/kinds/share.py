"""Parts of a whole, unfolded: each part stands where the one before it ended."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from build_scripts.draw.canvas.canvas import SMALL, Anchor, Canvas, middle_baseline
from build_scripts.draw.canvas.colours import text_on
from build_scripts.draw.canvas.labels import RowLabels, row_labels
from build_scripts.draw.canvas.scale import Scale, domain
from build_scripts.draw.data import Drawing, Mark, sorted_marks

_BAR, _GAP, _ROOM = 17.0, 9.0, 7.0
_ROUNDING = 2.0


def draw_share(drawing: Drawing, canvas: Canvas) -> None:
    """A track to each part stands for the whole; groups are wholes of their own."""
    wholes: dict[str, list[Mark]] = {}
    for mark in sorted_marks(drawing):
        wholes.setdefault(mark.group, []).append(mark)
    widest = max(canvas.measure(mark.text, bold=True) for mark in drawing.marks)
    # On a track of this width every value has room behind its part, before it or on it.
    need = 3 * widest + 4 * _ROOM + 2.0
    labels = row_labels(canvas, [mark.label for mark in drawing.marks], need=need)
    top = canvas.top
    for place, (name, parts) in enumerate(wholes.items()):
        if len(wholes) > 1:
            top = canvas.lines(canvas.left, top, canvas.wrap(name, canvas.span), bold=True) + 4.0
        percent = [100.0] if drawing.unit == "%" else []
        low, high = domain([sum(mark.value for mark in parts), *percent])
        scale = Scale(low, high, canvas.left + labels.column, canvas.right)
        if place == 0 and percent:
            top = _ends(canvas, scale, top)
        top = _cascade(drawing, canvas, scale, labels, parts, top) + 2 * _GAP
    canvas.bottom = top - 2 * _GAP


def _ends(canvas: Canvas, scale: Scale, top: float) -> float:
    baseline = top + SMALL
    canvas.text(scale.start, baseline, "0", size=SMALL, colour="muted")
    canvas.text(scale.end, baseline, "100%", size=SMALL, colour="muted", anchor="end")
    return baseline + 7.0


def _cascade(
    drawing: Drawing,
    canvas: Canvas,
    scale: Scale,
    labels: RowLabels,
    parts: Sequence[Mark],
    top: float,
) -> float:
    """The parts of one whole; their values stand under the labels where one finds no room."""
    edges = list(
        itertools.pairwise(
            map(scale, itertools.accumulate((mark.value for mark in parts), initial=0.0))
        )
    )
    spots = [_spot(canvas, mark, edge, scale) for mark, edge in zip(parts, edges, strict=True)]
    previous: float | None = None
    for mark, (start, end), spot in zip(parts, edges, spots, strict=True):
        if not labels.beside:
            top = canvas.lines(canvas.left, top, labels.lines[mark.label]) + 3.0
        if None in spots:
            lines = canvas.wrap(mark.text, canvas.span, bold=True)
            top = canvas.lines(canvas.left, top - 3.0, lines, bold=True) + 3.0
        height = max(_BAR, labels.height(mark.label)) if labels.beside else _BAR
        bar = top + (height - _BAR) / 2
        if labels.beside:
            text = top + (height - labels.height(mark.label)) / 2
            canvas.lines(canvas.left, text, labels.lines[mark.label])
        colour = "accent" if drawing.has_accent(mark) else "neutral"
        canvas.rect(scale.start, bar, scale.end - scale.start, _BAR, "track")
        if previous is not None and labels.beside:
            canvas.line([(start, previous), (start, bar)], "neutral", width=0.8)
        canvas.rect(start, bar, max(end - start, 1.0), _BAR, colour)
        if spot is not None and None not in spots:
            x, anchor, on_part = spot
            shade, baseline = text_on(colour) if on_part else "ink", middle_baseline(bar + _BAR / 2)
            canvas.text(x, baseline, mark.text, bold=True, colour=shade, anchor=anchor)
        previous = bar + _BAR
        top += height + _GAP
    return top - _GAP


def _spot(
    canvas: Canvas, mark: Mark, edge: tuple[float, float], scale: Scale
) -> tuple[float, Anchor, bool] | None:
    """Where a value has room: behind its part, before it, or on it; None for nowhere."""
    (start, end), width = edge, canvas.measure(mark.text, bold=True)
    if end + _ROOM + width <= scale.end - 2.0:
        return end + _ROOM, "start", False
    if start - _ROOM - width >= scale.start:
        return start - _ROOM, "end", False
    if end - start >= width + 2 * _ROOM:
        return start + _ROOM, "start", True
    return None
