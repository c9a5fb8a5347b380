"""Stacked bars: parts end to end, named above the first bar that has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.draw.canvas.canvas import SMALL, Canvas, block_height, middle_baseline
from build_scripts.draw.canvas.colours import text_in, text_on
from build_scripts.draw.canvas.labels import (
    row_labels,
    spread,
    threshold_label,
    threshold_line,
    threshold_lines,
    without,
)
from build_scripts.draw.canvas.scale import Scale, domain
from build_scripts.draw.data import Drawing, Mark, stacked_marks

_BAR, _GAP, _SEAM = 24.0, 12.0, 1.5
_LEADER, _LEADER_BELOW = 9.0, 5.0
_LEVEL = SMALL * 1.25
_NAME_GAP, _VALUE_GAP = 10.0, 6.0
_HOLLOW = "hollow"
_ORDER = ("accent", "accent-2", "neutral", _HOLLOW, "accent-3", "accent-4")


@dataclass(frozen=True, slots=True)
class _Stack:
    """What all bars share; `line` is the pixel of a threshold."""

    canvas: Canvas
    scale: Scale
    colours: Mapping[str, str]
    line: float | None


def draw_stacked(drawing: Drawing, canvas: Canvas) -> None:
    """A bar to each label, made of its groups; a value stands in its part, or below it."""
    bars: dict[str, list[Mark]] = {}
    for mark in stacked_marks(drawing):
        bars.setdefault(mark.label, []).append(mark)
    labels = row_labels(canvas, list(bars))
    totals = [sum(mark.value for mark in parts) for parts in bars.values()]
    limit = [drawing.threshold.value] if drawing.threshold else []
    whole = [100.0] if drawing.unit == "%" else []
    ends = domain([*totals, *limit, *whole])
    scale = Scale(*ends, canvas.left + labels.column, canvas.right)
    line = scale(drawing.threshold.value) if drawing.threshold else None
    stack = _Stack(canvas, scale, _colours(drawing, bars), line)
    top, named = canvas.top, set[str]()
    spans, gaps = list[tuple[float, float]](), list[tuple[float, float]]()
    for label, parts in bars.items():
        fresh = [mark.group for mark in parts if mark.group not in {*named, label}]
        named |= {mark.group for mark in parts}
        if not labels.beside:
            top = canvas.lines(canvas.left, top, labels.lines[label]) + 3.0
        listed = _too_many(stack, fresh)
        if fresh and not listed:
            top = _name_parts(stack, parts, fresh, top)
        height = max(_BAR, labels.height(label)) if labels.beside else _BAR
        bar = top + (height - _BAR) / 2
        if labels.beside:
            text = top + (height - labels.height(label)) / 2
            canvas.lines(canvas.left, text, labels.lines[label])
        spans.append((bar, bar + _BAR))
        left_over = _draw_parts(stack, parts, bar)
        top += height
        if listed or _too_wide(stack, [mark.text for mark, _ in left_over]):
            top = _list_parts(stack, parts, top)
        elif left_over:
            below = bar + _BAR
            crossed = _values_below(stack, left_over, below)
            top = max(top, below + _LEADER_BELOW + SMALL)
            gaps += [(below, below + _LEADER_BELOW + _LEVEL)] if crossed else []
        top += _GAP
    canvas.bottom = top - _GAP + 1.0
    if drawing.threshold:
        if labels.beside:
            spans = without([(max(canvas.top, spans[0][0] - 4.0), canvas.bottom + 6.0)], gaps)
        else:
            spans = [(upper - 3.0, lower + 3.0) for upper, lower in spans]
        _threshold(drawing, canvas, scale, spans)


def _colours(drawing: Drawing, bars: Mapping[str, Sequence[Mark]]) -> dict[str, str]:
    groups = list(dict.fromkeys(mark.group for parts in bars.values() for mark in parts))
    if drawing.highlight:
        return {name: "accent" if name in drawing.highlight else "neutral" for name in groups}
    if len(groups) > len(_ORDER):
        # More parts than colours: one colour, the parts told apart by seams and names.
        return dict.fromkeys(groups, "accent")
    return dict(zip(groups, _ORDER, strict=False))


def _edges(scale: Scale, parts: Sequence[Mark]) -> list[tuple[float, float]]:
    edges, total = [], 0.0
    for mark in parts:
        edges.append((scale(total), scale(total + mark.value)))
        total += mark.value
    return edges


def _draw_parts(stack: _Stack, parts: Sequence[Mark], top: float) -> list[tuple[Mark, float]]:
    """Draw the parts with their values; return those without room, each with its middle."""
    canvas, edges = stack.canvas, _edges(stack.scale, parts)
    for mark, (start, end) in zip(parts, edges, strict=True):
        seam = _SEAM if mark is not parts[-1] and end - start > 2 * _SEAM else 0.0
        width, colour = max(end - start - seam, 0.8), stack.colours[mark.group]
        if colour == _HOLLOW:
            canvas.frames([(start, top, width, _BAR)], "neutral", width=1.5)
        else:
            canvas.rect(start, top, width, _BAR, colour)
    left_over: list[tuple[Mark, float]] = []
    for mark, (start, end) in zip(parts, edges, strict=True):
        width = canvas.measure(mark.text, SMALL, bold=True)
        seam = _SEAM if mark is not parts[-1] else 0.0
        centre = _centre(start, end - seam, width, stack.line)
        if centre is None:
            left_over.append((mark, (start + end - seam) / 2))
        else:
            colour = stack.colours[mark.group]
            shade = "ink" if colour == _HOLLOW else text_on(colour)
            baseline = middle_baseline(top + _BAR / 2, SMALL)
            canvas.text(
                centre, baseline, mark.text, size=SMALL, bold=True, colour=shade, anchor="middle"
            )
    return left_over


def _values_below(stack: _Stack, values: Sequence[tuple[Mark, float]], top: float) -> bool:
    """Write values under the parts that are too narrow for them, each at a short leader.

    Returns whether the line of the threshold would run through one of them.
    """
    words = [(mark.text, mark.group, centre) for mark, centre in values]
    leader, baseline = (top + 1.5, top + _LEADER_BELOW), top + _LEADER_BELOW + 0.94 * SMALL
    spans = _write_apart(stack, words, leader, baseline, _VALUE_GAP)
    line = stack.line
    return line is not None and any(left - 3.0 < line < right + 3.0 for left, right in spans)


def _write_apart(
    stack: _Stack,
    words: Sequence[tuple[str, str, float]],
    leader: tuple[float, float],
    baseline: float,
    gap: float,
) -> list[tuple[float, float]]:
    """Write texts in the colours of their groups as near to their middles as there is room.

    A leader runs from the part to the words, between two heights. Returns from where to where each
    text stands.
    """
    canvas = stack.canvas
    widths = [canvas.measure(text, SMALL, bold=True) for text, *_ in words]
    centres = [centre for *_, centre in words]
    places = spread(centres, widths, canvas.left, canvas.right, gap)
    for (text, group, centre), width, place in zip(words, widths, places, strict=True):
        colour = stack.colours[group]
        colour = "muted" if colour == _HOLLOW else text_in(colour)
        knee = min(place + width / 2 - 3.0, max(place - width / 2 + 3.0, centre))
        canvas.line([(centre, leader[0]), (knee, leader[1])], colour)
        canvas.text(place, baseline, text, size=SMALL, bold=True, colour=colour, anchor="middle")
    return [
        (place - width / 2, place + width / 2) for place, width in zip(places, widths, strict=True)
    ]


def _centre(start: float, end: float, width: float, line: float | None) -> float | None:
    """Where a value is centred in its part, clear of a line through it; None without room."""
    pieces = [(start, end)]
    if line is not None and start < line < end and abs((start + end) / 2 - line) < width / 2 + 5.0:
        pieces = [(start, line - 3.0), (line + 3.0, end)]
    widest = max(pieces, key=lambda piece: piece[1] - piece[0])
    return sum(widest) / 2 if width + 2.5 <= widest[1] - widest[0] else None


def _too_many(stack: _Stack, names: Sequence[str]) -> bool:
    """Whether names find no room side by side above a bar."""
    return len(names) > len(_ORDER) or _too_wide(stack, names)


def _too_wide(stack: _Stack, words: Sequence[str]) -> bool:
    widths = [stack.canvas.measure(one, SMALL, bold=True) + _NAME_GAP for one in words]
    return sum(widths) > stack.canvas.span + _NAME_GAP


def _list_parts(stack: _Stack, parts: Sequence[Mark], top: float) -> float:
    """Many parts are named in a list under their bar, in the order of the bar."""
    canvas, left = stack.canvas, stack.scale.start
    words = ", ".join(f"{mark.group} {mark.text}".replace(" ", "\u00a0") for mark in parts)
    lines = canvas.wrap(words, canvas.right - left, SMALL)
    return canvas.lines(left, top + 4.0, lines, size=SMALL, colour="muted")


def _name_parts(stack: _Stack, parts: Sequence[Mark], names: Sequence[str], top: float) -> float:
    """Write the names of parts above their bar, with leaders; returns where the bar begins."""
    edges = dict(zip((mark.group for mark in parts), _edges(stack.scale, parts), strict=True))
    words = [(name, name, sum(edges[name]) / 2) for name in names]
    bar, baseline = top + _LEVEL + _LEADER, top + 0.94 * SMALL
    _write_apart(stack, words, (bar - 1.5, baseline + 3.5), baseline, _NAME_GAP)
    return bar


def _threshold(
    drawing: Drawing, canvas: Canvas, scale: Scale, spans: Sequence[tuple[float, float]]
) -> None:
    """A line through the bars, explained below them because names of parts stand above."""
    if not drawing.threshold:
        return
    x, foot = scale(drawing.threshold.value), canvas.bottom + 6.0
    threshold_line(canvas, x, spans)
    threshold_label(canvas, drawing.threshold, x, foot + 2.0)
    lines = threshold_lines(canvas, drawing.threshold)
    canvas.bottom = foot + 5.0 + block_height(lines, SMALL)
