"""Bars in rows: plain, and in groups of one bar per series."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.draw.canvas.canvas import (
    BODY,
    SMALL,
    Canvas,
    block_height,
    middle_baseline,
)
from build_scripts.draw.canvas.colours import text_in
from build_scripts.draw.canvas.labels import (
    GAP,
    RowLabels,
    row_labels,
    threshold_label,
    threshold_line,
    threshold_lines,
    without,
)
from build_scripts.draw.canvas.scale import Scale
from build_scripts.draw.data import Drawing, Mark, sorted_marks
from build_scripts.draw.kinds.bar_marks import ROOM, Bars, Gap, colours_of, fitted, room_for

_BAR, _THIN = 17.0, 15.0
_AT_RIGHT, _SERIES = 0.3, 0.4
"""The shares of the width that names of groups may take at the right, and before their bars."""
_ROW_GAP, _SERIES_GAP, _RUN_IN = 11.0, 4.0, 6.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar with its label: `top` to `bottom` is the row, `bar` the upper edge of the bar."""

    mark: Mark
    top: float
    bar: float
    bottom: float


def in_sections(marks: Sequence[Mark]) -> bool:
    """Whether the groups follow one another, each with rows of its own: then they are headings."""
    groups = [mark.group for mark in marks]
    runs = sum(a != b for a, b in itertools.pairwise(groups)) + 1
    alone = len({mark.label for mark in marks}) == len(marks)
    return alone and 1 < len(set(groups)) == runs < len(marks)


def draw_plain(drawing: Drawing, canvas: Canvas) -> None:
    """One bar to a row. Groups are headings, or else named at the right or below."""
    marks = sorted_marks(drawing)
    sections = in_sections(marks)
    groups = list(dict.fromkeys(mark.group for mark in marks))
    named = len(groups) > 1 and not sections
    room = room_for(canvas, marks)
    widest = max(canvas.measure(group, SMALL) for group in groups)
    aside = named and not canvas.narrow and widest <= canvas.span * _AT_RIGHT
    texts = [mark.label for mark in marks] + (groups if named and not aside else [])
    labels = row_labels(canvas, texts, need=room)
    at_right = aside and labels.beside
    under = named and not at_right
    right = canvas.right
    if at_right:
        right -= widest + GAP
    limit = drawing.threshold.value if drawing.threshold else None
    scale = fitted(canvas, marks, canvas.left + labels.column, right, limit)
    start = _header(drawing, canvas)
    rows = _plan(canvas, marks, labels, start, under=under, sections=sections)
    colours = colours_of(drawing, marks)
    heads = _headings(canvas, rows, colours) if sections else []
    for row in rows:
        group = row.mark.group
        colour = text_in(colours[row.mark.label, group])
        _label(canvas, labels, row, colour if under else "")
        if at_right:
            baseline = middle_baseline(row.bar + _BAR / 2, SMALL)
            canvas.text(canvas.right, baseline, group, size=SMALL, colour=colour, anchor="end")
    if labels.beside:
        zero = scale(0.0)
        for span in _beside(heads, zero, [(rows[0].top - 2.0, rows[-1].bottom + 2.0)]):
            canvas.line([(zero, y) for y in span], "ink")
    spans = [(start - 2.0, rows[-1].bottom + 2.0)]
    if limit is not None:
        spans = _beside(heads, scale(limit), spans)
    if not labels.beside:
        spans = [(row.bar - 4.0, row.bar + _BAR + 4.0) for row in rows]
    placed = [(row.mark, row.bar) for row in rows]
    _bars_with_line(drawing, canvas, scale, placed, _BAR, spans)
    canvas.bottom = spans[-1][1] + 1.0


def draw_grouped(drawing: Drawing, canvas: Canvas) -> None:
    """Bars in groups: a group for each label, in it a named bar for each series."""
    groups: dict[str, list[Mark]] = {}
    for mark in sorted_marks(drawing):
        groups.setdefault(mark.label, []).append(mark)
    marks = [mark for members in groups.values() for mark in members]
    names, series = _series(canvas, marks)
    labels = row_labels(canvas, list(groups), need=series + room_for(canvas, marks))
    if canvas.narrow or not labels.beside:
        labels = RowLabels(
            False, 0.0, {text: canvas.wrap(text, canvas.span, bold=True) for text in groups}
        )
    left = canvas.left + labels.column + series
    limit = drawing.threshold.value if drawing.threshold else None
    scale = fitted(canvas, marks, left, canvas.right, limit)
    start = _header(drawing, canvas)
    rows, bottom = _grouped_rows(canvas, labels, groups, names, start)
    for mark, top in rows:
        lines = names[mark.group]
        upper = top + (_THIN - block_height(lines, SMALL)) / 2
        x = left - GAP + 4.0
        canvas.lines(x, upper, lines, size=SMALL, colour="muted", anchor="end")
    spans = [(start - 2.0, bottom + 2.0)]
    if not labels.beside:
        spans = [(top - 3.0, top + _THIN + 3.0) for _, top in rows]
    _bars_with_line(drawing, canvas, scale, rows, _THIN, spans)
    canvas.bottom = max(bottom, spans[-1][1]) + 1.0


def _series(canvas: Canvas, marks: Sequence[Mark]) -> tuple[dict[str, list[str]], float]:
    """The names of series in lines, and how wide their column is."""
    limit = canvas.span * (_SERIES if canvas.narrow else _AT_RIGHT)
    names = {mark.group: canvas.wrap(mark.group, limit, SMALL) for mark in marks}
    return names, max(canvas.measure(one, SMALL) for lines in names.values() for one in lines) + GAP


def _header(drawing: Drawing, canvas: Canvas) -> float:
    """Where rows begin: below the words of the threshold."""
    if not drawing.threshold:
        return canvas.top + 2.0
    return canvas.top + block_height(threshold_lines(canvas, drawing.threshold), SMALL) + 6.0


def _bars_with_line(
    drawing: Drawing,
    canvas: Canvas,
    scale: Scale,
    rows: Sequence[tuple[Mark, float]],
    height: float,
    spans: Sequence[tuple[float, float]],
) -> None:
    """Draw the bars with their values, then the threshold over them, with gaps for values."""
    threshold = drawing.threshold
    x = scale(threshold.value) if threshold else None
    bars = Bars(canvas, scale, x)
    colours = colours_of(drawing, [mark for mark, _ in rows])
    gaps = [bars.draw(mark, top, height, colours[mark.label, mark.group]) for mark, top in rows]
    if threshold and x is not None:
        threshold_label(canvas, threshold, x, canvas.top)
        threshold_line(canvas, x, without(spans, [gap for gap in gaps if gap]))


def _plan(
    canvas: Canvas,
    marks: Sequence[Mark],
    labels: RowLabels,
    top: float,
    *,
    under: bool,
    sections: bool,
) -> list[_Row]:
    rows: list[_Row] = []
    for mark in marks:
        if sections and (not rows or rows[-1].mark.group != mark.group):
            top += _heading_height(canvas, mark) + (_ROW_GAP if rows else 0.0)
        text = labels.height(mark.label)
        if labels.beside:
            height = max(_BAR, text + (_group_height(canvas, labels, mark) if under else 0.0))
            rows.append(_Row(mark, top, top + (height - _BAR) / 2, top + height))
            top += height + _ROW_GAP
        else:
            own_line = under and not _fits_behind(canvas, labels, mark)
            bar = top + text + (_group_height(canvas, labels, mark) if own_line else 0.0) + 4.0
            rows.append(_Row(mark, top, bar, bar + _BAR))
            top = bar + _BAR + _ROW_GAP + 4.0
    return rows


def _headings(
    canvas: Canvas, rows: Sequence[_Row], colours: Mapping[tuple[str, str], str]
) -> list[tuple[float, Gap]]:
    """Write the names of sections; return how far to the right and where downwards each stands."""
    before, heads = "", list[tuple[float, Gap]]()
    for row in rows:
        group = row.mark.group
        if group != before:
            colour = text_in(colours[row.mark.label, group])
            lines = canvas.wrap(group, canvas.span, bold=True)
            top = row.top - _heading_height(canvas, row.mark)
            canvas.lines(canvas.left, top, lines, bold=True, colour=colour)
            widest = max(canvas.measure(line, bold=True) for line in lines)
            heads.append((canvas.left + widest, (top - _ROW_GAP + 2.0, row.top - 2.0)))
        before = group
    return heads


def _beside(heads: Sequence[tuple[float, Gap]], x: float, spans: Sequence[Gap]) -> list[Gap]:
    """The spans of a vertical line without those that run through names of sections."""
    return without(spans, [gap for right, gap in heads if right > x - 3.0])


def _heading_height(canvas: Canvas, mark: Mark) -> float:
    return block_height(canvas.wrap(mark.group, canvas.span, bold=True)) + 5.0


def _group_lines(canvas: Canvas, labels: RowLabels, mark: Mark) -> list[str]:
    """The lines of a group that stands under its row's label."""
    return canvas.wrap(mark.group, labels.column - GAP if labels.beside else canvas.span, SMALL)


def _group_height(canvas: Canvas, labels: RowLabels, mark: Mark) -> float:
    return block_height(_group_lines(canvas, labels, mark), SMALL)


def _label(canvas: Canvas, labels: RowLabels, row: _Row, group_colour: str) -> None:
    """The label of a row, with its group behind or under it where that has a colour."""
    lines, top = labels.lines[row.mark.label], row.top
    if labels.beside:
        height = labels.height(row.mark.label)
        height += _group_height(canvas, labels, row.mark) if group_colour else 0.0
        top = (row.top + row.bottom - height) / 2
    end = canvas.lines(canvas.left, top, lines)
    if not group_colour:
        return
    if not labels.beside and _fits_behind(canvas, labels, row.mark):
        x = canvas.left + canvas.measure(lines[-1]) + _RUN_IN
        canvas.text(x, end - 0.31 * BODY, row.mark.group, size=SMALL, colour=group_colour)
    else:
        group = _group_lines(canvas, labels, row.mark)
        canvas.lines(canvas.left, end, group, size=SMALL, colour=group_colour)


def _fits_behind(canvas: Canvas, labels: RowLabels, mark: Mark) -> bool:
    used = canvas.measure(labels.lines[mark.label][-1]) + _RUN_IN
    return used + canvas.measure(mark.group, SMALL) <= canvas.span


def _grouped_rows(
    canvas: Canvas,
    labels: RowLabels,
    groups: Mapping[str, Sequence[Mark]],
    names: Mapping[str, Sequence[str]],
    top: float,
) -> tuple[list[tuple[Mark, float]], float]:
    """Write the labels of groups; return each bar with its upper edge, and where all end."""
    rows: list[tuple[Mark, float]] = []
    bottom = top
    for label, members in groups.items():
        heights = [max(_THIN, block_height(names[mark.group], SMALL)) for mark in members]
        bars = sum(heights) + _SERIES_GAP * (len(members) - 1)
        text = labels.height(label)
        if labels.beside:
            height = max(bars, text)
            canvas.lines(canvas.left, top if bars >= text else top - 1.0, labels.lines[label])
            first = top + (height - bars) / 2 if text > bars else top
        else:
            canvas.lines(canvas.left, top, labels.lines[label], bold=True)
            height, first = text + 4.0 + bars, top + text + 4.0
        for mark, tall in zip(members, heights, strict=True):
            rows.append((mark, first + (tall - _THIN) / 2))
            first += tall + _SERIES_GAP
        bottom = top + height
        top = bottom + 2 * _ROW_GAP - ROOM / 2
    return rows, bottom
