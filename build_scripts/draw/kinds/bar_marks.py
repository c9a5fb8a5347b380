"""Single bars: how long, in which colour, where the value stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.draw.canvas.canvas import BODY, Anchor, Canvas, middle_baseline
from build_scripts.draw.canvas.colours import SERIES, text_on
from build_scripts.draw.canvas.scale import Scale, domain
from build_scripts.draw.data import Drawing, Mark, extent

ROOM = 7.0
_LEAST = 60.0
"""Bars of which the longest is shorter than this show little."""
_ARROW = 7.0
_SLIVER = 5.0
"""An interval shorter than this is only roundings, and is not told apart."""
Gap = tuple[float, float]
"""From where to where, downwards, a line has to make way for words."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Draws bars on one scale; `line` is the pixel of a threshold."""

    canvas: Canvas
    scale: Scale
    line: float | None

    def draw(self, mark: Mark, top: float, height: float, colour: str) -> Gap | None:
        """One bar with its value: solid as far as is certain, outlined as far as may be."""
        canvas, zero = self.canvas, self.scale(0.0)
        bar = extent(mark.low, mark.high, open_low=mark.open_low, open_high=mark.open_high)
        sure, left, right = (self.scale(number) for number in (bar.sure, bar.low, bar.high))
        canvas.rect(min(zero, sure), top, max(abs(sure - zero), 0.8), height, colour)
        if right - left > _SLIVER:
            canvas.frames([(left, top, right - left, height)], colour)
        far = right if mark.value >= 0 else left
        if bar.way:
            far = self._arrow(far, top, height, colour, bar.way)
        return self._value(mark, far, top + height / 2, colour)

    def _arrow(self, x: float, top: float, height: float, colour: str, way: int) -> float:
        middle, x = top + height / 2, x + 2.5 * way
        tip = (x + _ARROW * way, middle)
        self.canvas.polygon([(x, top + 1.5), tip, (x, top + height - 1.5)], colour)
        return tip[0]

    def _value(self, mark: Mark, far: float, middle: float, colour: str) -> Gap | None:
        canvas, baseline = self.canvas, middle_baseline(middle)
        way = 1 if mark.value >= 0 else -1
        behind: Anchor = "start" if way > 0 else "end"
        before: Anchor = "end" if way > 0 else "start"
        width = canvas.measure(mark.text, bold=True)
        in_the_way = self.line is not None and -1.0 < (self.line - far) * way < ROOM + width + 4.0
        plain = mark.low == mark.high and not (mark.open_low or mark.open_high)
        if in_the_way and plain and abs(far - self.scale(0.0)) > width + 3 * ROOM:
            inside, shade = far - ROOM * way, text_on(colour)
            canvas.text(inside, baseline, mark.text, bold=True, colour=shade, anchor=before)
            return None
        canvas.text(far + ROOM * way, baseline, mark.text, bold=True, anchor=behind)
        return (middle - 0.62 * BODY, middle + 0.62 * BODY) if in_the_way else None


def room_for(canvas: Canvas, marks: Sequence[Mark]) -> float:
    """The width that bars with their values need at least."""
    return _LEAST + max(_room(canvas, mark) for mark in marks)


def fitted(
    canvas: Canvas, marks: Sequence[Mark], left: float, right: float, threshold: float | None
) -> Scale:
    """The scale on which every bar, and the value at its end, finds room."""
    ends = [number for mark in marks for number in (mark.low, mark.high)]
    low, high = domain([*ends, *([threshold] if threshold is not None else [])])
    below = [_room(canvas, mark) for mark in marks if mark.value < 0]
    left += max(below, default=0.0)
    limit = right
    for mark in marks:
        if mark.value >= 0 and mark.high > low:
            reach = right - _room(canvas, mark) - left
            limit = min(limit, left + reach * (high - low) / (mark.high - low))
    return Scale(low, high, left, max(limit, left + 20.0))


def _room(canvas: Canvas, mark: Mark) -> float:
    arrow = _ARROW + 3.0 if mark.open_high or mark.open_low else 0.0
    return canvas.measure(mark.text, bold=True) + ROOM + arrow


def colours_of(drawing: Drawing, marks: Sequence[Mark]) -> dict[tuple[str, str], str]:
    """The colour of each mark by label and group: highlighted, by group, or all alike."""
    groups = list(dict.fromkeys(mark.group for mark in marks))
    by_group = {group: SERIES[place % len(SERIES)] for place, group in enumerate(groups)}
    colours = {}
    for mark in marks:
        colour = by_group[mark.group]
        if drawing.highlight:
            colour = "accent" if drawing.has_accent(mark) else "neutral"
        colours[mark.label, mark.group] = colour
    return colours
