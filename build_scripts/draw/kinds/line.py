"""Lines through time, each named at its end."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.draw.canvas.axis import horizontal_grid, tick_column, time_labels
from build_scripts.draw.canvas.canvas import BODY, LEADING, SMALL, Canvas
from build_scripts.draw.canvas.colours import SERIES, text_in
from build_scripts.draw.canvas.labels import Box, spread, threshold_words, touching
from build_scripts.draw.canvas.scale import Scale, domain, nice_ticks, tick_texts
from build_scripts.draw.data import Drawing, Line, Point

_HEIGHT_WIDE, _HEIGHT_NARROW = 300.0, 250.0
_DOT = 3.2
_LABEL_GAP = 12.0
_NAME_GAP = 3.0
_NAMES_ABOVE, _NAMES_BELOW = 12.0, 6.0
"""So far beyond the plot the names of lines may reach."""


@dataclass(frozen=True, slots=True)
class _Plot:
    canvas: Canvas
    x: Scale
    y: Scale
    left: float
    right: float

    def at(self, point: Point) -> tuple[float, float]:
        return self.x(point.x), self.y(point.y)


def draw_line(drawing: Drawing, canvas: Canvas) -> None:
    """Lines from zero up. Where a step of time is missing, the line is dashed."""
    points = [point for line in drawing.lines for point in line.points]
    threshold = drawing.threshold
    low, high = domain([p.y for p in points] + ([threshold.value] if threshold else []))
    ticks = nice_ticks(low, high, 5)
    caption = tick_texts(ticks, drawing.unit)[1]
    top = canvas.top + (29.0 if caption else 10.0)
    left = tick_column(canvas, ticks, drawing.unit)
    names = _names(drawing, canvas)
    base = top + max(_HEIGHT_NARROW if canvas.narrow else _HEIGHT_WIDE, _stacked(names))
    column = max(canvas.measure(text, bold=True) for lines in names for text in lines)
    right = canvas.right - column - _LABEL_GAP
    first, last = min(p.x for p in points), max(p.x for p in points)
    plot = _Plot(
        canvas,
        Scale(first, last if last > first else first + 1, left + 10.0, right - 2.0),
        Scale(ticks[0], ticks[-1], base, top),
        left,
        right,
    )
    horizontal_grid(canvas, plot.y, ticks, drawing.unit, left, right=right)
    canvas.line([(left, plot.y(0.0)), (right, plot.y(0.0))], "ink")
    colours = _colours(drawing)
    step = _step(drawing.lines)
    for line, colour in zip(reversed(drawing.lines), reversed(colours), strict=True):
        _draw_one(plot, line, colour, step)
    below = (canvas.left, base, canvas.right, math.inf)
    taken = [_caption(canvas, caption, top), below]
    taken += _end_labels(plot, drawing.lines, names, colours)
    if threshold:
        taken.append(_threshold(plot, drawing, taken))
    _first_values(plot, drawing.lines, colours, taken)
    texts = _times(points)
    places = [plot.x(x) for x in texts]
    canvas.bottom = time_labels(canvas, list(texts.values()), places, base)


def _caption(canvas: Canvas, caption: str, top: float) -> Box:
    """Where the unit stands above the topmost tick."""
    return (canvas.left, canvas.top, canvas.left + canvas.measure(caption, SMALL), top - 8.0)


def _stacked(names: Sequence[Sequence[str]]) -> float:
    """How tall a plot has to be for all end labels, one above the other."""
    heights = [len(lines) * LEADING * BODY + _NAME_GAP for lines in names]
    return sum(heights) - _NAME_GAP - _NAMES_ABOVE - _NAMES_BELOW


def _times(points: Sequence[Point]) -> dict[float, str]:
    """What may stand along the axis: every year between the ends, or else each point's time."""
    texts = dict(sorted((point.x, point.x_text) for point in points))
    if all(text == f"{x:.0f}" for x, text in texts.items()):
        return {float(year): str(year) for year in range(int(min(texts)), int(max(texts)) + 1)}
    return texts


def _colours(drawing: Drawing) -> list[str]:
    if drawing.highlight:
        return [
            "accent" if line.label in drawing.highlight else "neutral" for line in drawing.lines
        ]
    return [SERIES[place % len(SERIES)] for place in range(len(drawing.lines))]


def _step(lines: Sequence[Line]) -> float:
    """The smallest distance between neighbouring points: what counts as no gap."""
    return min(
        (
            b.x - a.x
            for line in lines
            for a, b in zip(line.points, line.points[1:], strict=False)
            if b.x > a.x
        ),
        default=1.0,
    )


def _draw_one(plot: _Plot, line: Line, colour: str, step: float) -> None:
    run: list[tuple[float, float]] = []
    for before, point in zip((None, *line.points), line.points, strict=False):
        if before and point.x - before.x > step * 1.5:
            _solid(plot, run, colour)
            run = []
            plot.canvas.line([plot.at(before), plot.at(point)], colour, width=1.2, dash=(3.0, 3.0))
        run.append(plot.at(point))
    _solid(plot, run, colour)
    for point in line.points:
        plot.canvas.dot(*plot.at(point), _DOT, colour)


def _solid(plot: _Plot, run: Sequence[tuple[float, float]], colour: str) -> None:
    if len(run) > 1:
        plot.canvas.line(run, colour, width=2.4)


def _names(drawing: Drawing, canvas: Canvas) -> list[list[str]]:
    """The lines of each end label: the name, then the last value."""
    limit = canvas.span * (0.345 if canvas.narrow else 0.24)
    names = []
    for line in drawing.lines:
        value = line.points[-1].y_text
        together = f"{line.label} {value}"
        if canvas.measure(together, bold=True) <= limit:
            names.append([together])
        else:
            parts = (line.label, value)
            names.append([text for part in parts for text in canvas.wrap(part, limit, bold=True)])
    return names


def _end_labels(
    plot: _Plot, lines: Sequence[Line], names: Sequence[list[str]], colours: Sequence[str]
) -> Iterator[Box]:
    sizes = [len(text) * LEADING * BODY for text in names]
    wanted = [plot.y(line.points[-1].y) for line in lines]
    centres = spread(
        wanted, sizes, plot.y.end - _NAMES_ABOVE, plot.y.start + _NAMES_BELOW, _NAME_GAP
    )
    x = plot.right + _LABEL_GAP
    for line, text, colour, size, centre in zip(lines, names, colours, sizes, centres, strict=True):
        end = plot.at(line.points[-1])
        if abs(centre - end[1]) > size / 2 + 2.0 or plot.right - end[0] > 12.0:
            plot.canvas.line([(end[0] + 5.0, end[1]), (x - 3.0, centre)], colour, width=0.8)
        plot.canvas.lines(x, centre - size / 2, text, bold=True, colour=text_in(colour))
        yield (x, centre - size / 2, plot.canvas.right, centre + size / 2)


def _threshold(plot: _Plot, drawing: Drawing, taken: Sequence[Box]) -> Box:
    """A line across the plot; its words stand on the side where fewer points are in the way.

    They stand in the drawing and on no other words, as far as there is such a place.
    """
    threshold, canvas = drawing.threshold, plot.canvas
    if not threshold:
        return (0.0, 0.0, 0.0, 0.0)
    y = plot.y(threshold.value)
    canvas.line([(plot.left, y), (plot.right, y)], "ink", width=1.6)
    words = threshold_words(threshold)
    traces = list(_traces(plot, drawing.lines))

    def crossings(spot: tuple[Box, list[str]]) -> tuple[bool, int]:
        left, top, right, bottom = spot[0]
        around = (left - 3, top - 3, right + 3, bottom + 3)
        unfit = top < canvas.top or any(touching(spot[0], other) for other in taken)
        return unfit, sum(_inside(point, around) for point in traces)

    box, lines = min(_spots(plot, words, y), key=crossings)
    canvas.lines(box[0], box[1], lines, size=SMALL, bold=True)
    return box


def _spots(plot: _Plot, words: str, y: float) -> Iterator[tuple[Box, list[str]]]:
    """Where the words of a line across the plot may stand, those of fewer lines first."""
    span = plot.right - plot.left
    for share in (0.9, 0.5):
        lines = plot.canvas.wrap(words, span * share, SMALL, bold=True)
        height = len(lines) * LEADING * SMALL
        width = max(plot.canvas.measure(line, SMALL, bold=True) for line in lines)
        for x in (plot.left + 2.0, plot.right - width - 2.0, (plot.left + plot.right - width) / 2):
            for top in (y - height - 3.0, y + 3.0):
                yield (x, top, x + width, top + height), lines


def _traces(plot: _Plot, lines: Sequence[Line]) -> Iterator[tuple[float, float]]:
    """Points along the lines, close enough to tell whether words would cover them."""
    for line in lines:
        at = [plot.at(point) for point in line.points]
        yield from at
        for (ax, ay), (bx, by) in itertools.pairwise(at):
            for part in range(1, 12):
                yield ax + (bx - ax) * part / 12, ay + (by - ay) * part / 12


def _inside(point: tuple[float, float], box: Box) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _first_values(
    plot: _Plot, lines: Sequence[Line], colours: Sequence[str], taken: list[Box]
) -> None:
    """The value at the beginning of each line, above or below it, where it is not in the way."""
    traces = list(_traces(plot, lines))
    for line, colour in zip(lines, colours, strict=True):
        point = line.points[0]
        if len(line.points) < 2:
            continue
        x, y = plot.at(point)
        width = plot.canvas.measure(point.y_text, SMALL, bold=True)
        start = max(plot.left, min(x - width / 2, plot.right - width))
        for baseline in (y - 8.0, y + 8.0 + 0.72 * SMALL):
            box = (start - 1, baseline - 0.75 * SMALL, start + width + 1, baseline + 1.0)
            if any(_inside(trace, box) for trace in traces) or any(
                touching(box, other) for other in taken
            ):
                continue
            words = point.y_text
            plot.canvas.text(start, baseline, words, size=SMALL, bold=True, colour=text_in(colour))
            taken.append(box)
            break
