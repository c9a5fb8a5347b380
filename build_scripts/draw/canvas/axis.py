"""Axes: a grid for values, labels for time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from build_scripts.draw.canvas.canvas import SMALL, Canvas, middle_baseline
from build_scripts.draw.canvas.scale import Scale, tick_texts

_YEAR = re.compile(r"(\d{4})\b")
_MOST, _NEAR = 8, 0.6
_STEPS = (1, 2, 5, 10, 20, 25, 50)


def tick_column(canvas: Canvas, ticks: Sequence[float], unit: str) -> float:
    """Where a plot begins at the right of its tick labels."""
    texts, _ = tick_texts(ticks, unit)
    return canvas.left + max(canvas.measure(text, SMALL) for text in texts) + 8.0


def horizontal_grid(
    canvas: Canvas,
    scale: Scale,
    ticks: Sequence[float],
    unit: str,
    left: float,
    *,
    right: float | None = None,
) -> None:
    """Lines across the plot with tick labels at their left, the unit above the topmost."""
    texts, caption = tick_texts(ticks, unit)
    for tick, text in zip(ticks, texts, strict=True):
        y = scale(tick)
        if tick != 0:
            canvas.line([(left, y), (right or canvas.right, y)], "grid")
        baseline = middle_baseline(y, SMALL)
        canvas.text(left - 8.0, baseline, text, size=SMALL, colour="muted", anchor="end")
    if caption:
        y = scale(ticks[-1]) - 13.0
        canvas.text(canvas.left, y, caption, size=SMALL, colour="muted")


def time_labels(
    canvas: Canvas, labels: Sequence[str], places: Sequence[float], base: float
) -> float:
    """Labels below a base line, as many as find room; returns where they end.

    The first and the last always stand; between them those of round years, or every n-th.
    """
    chosen = _chosen(canvas, labels, places)
    baseline = base + 7.0 + SMALL
    for place in chosen:
        canvas.line([(places[place], base), (places[place], base + 4.0)], "ink")
        width = canvas.measure(labels[place], SMALL)
        x = max(canvas.left + width / 2, min(places[place], canvas.right - width / 2))
        canvas.text(x, baseline, labels[place], size=SMALL, colour="muted", anchor="middle")
    return baseline + 5.0


def _chosen(canvas: Canvas, labels: Sequence[str], places: Sequence[float]) -> list[int]:
    last = len(labels) - 1
    ends = list(dict.fromkeys((0, last)))
    years = [_YEAR.match(label) for label in labels]
    times = [int(year[1]) if year else place for place, year in enumerate(years)]
    for step in _STEPS:
        round_times = [i for i in range(1, last) if times[i] % step == 0]
        # Next to an end, a label that is much closer than the step would look like a slip.
        between = [
            i
            for i in round_times
            if all(
                abs(times[i] - times[end]) >= _NEAR * step
                and _apart(canvas, labels, places, i, end)
                for end in ends
            )
        ]
        few = len(between) <= _MOST and len(round_times) - len(between) <= 2
        if few and all(
            _apart(canvas, labels, places, a, b) for a, b in itertools.pairwise(between)
        ):
            return sorted({*ends, *between})
    return ends


def _apart(canvas: Canvas, labels: Sequence[str], places: Sequence[float], a: int, b: int) -> bool:
    widths = canvas.measure(labels[a], SMALL) + canvas.measure(labels[b], SMALL)
    return abs(places[a] - places[b]) >= widths / 2 + 14.0
