"""Each reading of a claim: what was counted, what would make it true, what came of it.

The thresholds of all readings stand under each other, whatever their units: each bar is drawn
relative to what its own reading needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.draw.canvas.canvas import BODY, SMALL, Canvas, middle_baseline
from build_scripts.draw.canvas.colours import text_in, text_on
from build_scripts.draw.canvas.scale import Scale, domain
from build_scripts.draw.data import Drawing, ReadingMark, extent
from build_scripts.model.linked import Outcome

_BAR, _GAP, _ROOM = 17.0, 18.0, 7.0
_SIGN = 5.0
_SIGN_GAP = 6.0
_TIP = 9.0
_REACH = 1.6
"""Beyond this many times the threshold a bar is cut off, with an arrow."""
_COLOURS = {
    Outcome.HOLDS: "accent",
    Outcome.FAILS: "accent-2",
    Outcome.ASSERTED: "neutral",
    Outcome.UNDETERMINED: "neutral",
}


def draw_readings(drawing: Drawing, canvas: Canvas) -> None:
    """A block to each reading: its meaning and outcome, its bar, what it needs, its margin."""
    measured = [reading for reading in drawing.readings if _is_measured(reading)]
    needs = {reading.threshold_text for reading in measured}
    alike = len(needs) == 1 and len(measured) > 1
    top, explained = canvas.top, False
    for reading in drawing.readings:
        if reading.means:
            top = _head(canvas, reading, top) + 4.0
        elif top > canvas.top:
            top -= _GAP - 8.0
        if not _is_measured(reading):
            words = " ".join(part for part in (reading.value_text, reading.threshold_text) if part)
            lines = canvas.wrap(words, canvas.span, bold=True)
            top = canvas.lines(canvas.left, top, lines, bold=True)
            needed = count = ""
        else:
            top, written = _measured(canvas, reading, top)
            count = "" if written else reading.value_text
            # One need that all share is said once, at the first bar.
            needed = "" if alike and explained else reading.threshold_text
            explained = True
        top = _foot(canvas, reading, needed, count, top) + _GAP
    canvas.bottom = top - _GAP + 2.0


def _is_measured(reading: ReadingMark) -> bool:
    return None not in (reading.low, reading.high, reading.threshold)


def _head(canvas: Canvas, reading: ReadingMark, top: float) -> float:
    words = reading.outcome.label
    colour = text_in(_COLOURS[reading.outcome])
    baseline = top + 0.94 * BODY
    width = canvas.text(canvas.right, baseline, words, bold=True, colour=colour, anchor="end").width
    x = canvas.right - width - _SIGN - _SIGN_GAP
    _sign(canvas, reading.outcome, x, baseline - 0.33 * BODY, colour)
    means = reading.means[:1].upper() + reading.means[1:]
    room = x - _SIGN - 14.0 - canvas.left
    return canvas.lines(canvas.left, top, canvas.wrap(means, room))


def _sign(canvas: Canvas, outcome: Outcome, x: float, y: float, colour: str) -> None:
    """A tick, a cross, a ring or a question mark, drawn because no typeface has them all."""
    r = _SIGN
    if outcome is Outcome.HOLDS:
        canvas.line([(x - r, y), (x - r / 3, y + r * 0.8), (x + r, y - r)], colour, width=2.2)
    elif outcome is Outcome.FAILS:
        r *= 0.85
        canvas.line([(x - r, y - r), (x + r, y + r)], colour, width=2.2)
        canvas.line([(x - r, y + r), (x + r, y - r)], colour, width=2.2)
    elif outcome is Outcome.ASSERTED:
        canvas.dot(x, y, r - 0.6, "", stroke=colour)
    else:
        canvas.text(x, y + 0.33 * BODY, "?", bold=True, colour=colour, anchor="middle")


def _measured(canvas: Canvas, reading: ReadingMark, top: float) -> tuple[float, bool]:
    """Draw the bar on its track; returns where it ends, and whether the count found room in it."""
    low, high, threshold = reading.low or 0.0, reading.high or 0.0, reading.threshold or 0.0
    scale = _scale(canvas, low, high, threshold)
    line, upper = scale(threshold), top + 4.0
    canvas.rect(scale.start, upper, scale.end - scale.start, _BAR, "track")
    pieces = _bar(canvas, reading, scale, upper)
    if scale.low < 0:
        # Above and below the track, so that it runs through no words.
        for end in (upper - 4.0, upper + _BAR):
            canvas.line([(scale(0.0), end), (scale(0.0), end + 4.0)], "muted")
    for colour, width in (("paper", 5.0), ("ink", 2.0)):
        ends = [(line, upper - 4.0), (line, upper + _BAR + 4.0)]
        canvas.line(ends, colour, width=width)
    written = _count(canvas, reading, pieces, line, upper + _BAR / 2)
    return upper + _BAR + 4.0, written


def _scale(canvas: Canvas, low: float, high: float, threshold: float) -> Scale:
    """A scale on which a positive threshold always has the same place."""
    if threshold > 0 and low >= 0:
        return Scale(0.0, threshold * _REACH, canvas.left, canvas.right)
    return Scale(*domain([low * 1.1, high * 1.1, threshold * 1.3]), canvas.left, canvas.right)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the track where words may stand: behind the bar, in it, in its outline."""

    start: float
    end: float
    colour: str
    at_end: bool


def _bar(canvas: Canvas, reading: ReadingMark, scale: Scale, top: float) -> list[_Piece]:
    """Draw the count, and return where words fit; what is not certain, or asserted, is outlined."""
    colour, limit, zero = _COLOURS[reading.outcome], scale.end - _TIP - 3.0, scale(0.0)
    bar = extent(
        reading.low or 0.0,
        reading.high or 0.0,
        open_low=reading.open_low,
        open_high=reading.open_high,
    )
    beyond = bar.way > 0 or scale(bar.high) > limit
    sure, left, right = (min(scale(number), limit) for number in (bar.sure, bar.low, bar.high))
    right = limit if beyond else right
    left = max(left, scale.start + _TIP) if bar.way < 0 else left
    start, stop = min(zero, sure), max(zero, sure)
    end = max(stop, right)
    hollow = reading.outcome is Outcome.ASSERTED
    if hollow:
        start, stop = min(start, left), end
        canvas.frames([(start, top, max(end - start, 3.0), _BAR)], colour, width=2.0, fill="paper")
    else:
        if right - left > 2.0:
            canvas.frames([(left, top, right - left, _BAR)], colour, width=1.8, fill="paper")
        if stop > start or right - left <= 2.0:
            canvas.rect(start, top, max(stop - start, 2.0), _BAR, colour)
    if beyond:
        _tip(canvas, end, top, 1, colour)
    if bar.way < 0:
        _tip(canvas, left, top, -1, colour)
    tip = end + _TIP if beyond else end
    inside = _Piece(start, stop, "ink" if hollow else text_on(colour), True)
    line = scale(reading.threshold or 0.0)
    behind = _Piece(tip, line if tip < line else scale.end, "ink", False)
    beyond_line = _Piece(max(tip, line), scale.end, "ink", False)
    return [behind, inside, _Piece(left, right, "ink", False), beyond_line]


def _tip(canvas: Canvas, x: float, top: float, way: int, colour: str) -> None:
    canvas.polygon([(x, top), (x + _TIP * way, top + _BAR / 2), (x, top + _BAR)], colour)


def _count(
    canvas: Canvas, reading: ReadingMark, pieces: Sequence[_Piece], line: float, middle: float
) -> bool:
    """Write the count where it finds room clear of the line: behind the bar, else in it."""
    need = canvas.measure(reading.value_text, bold=True) + 2 * _ROOM
    baseline = middle_baseline(middle)
    for piece in pieces:
        halves = [(piece.start, piece.end)]
        if piece.start < line < piece.end:
            halves = [(piece.start, line), (line, piece.end)]
        roomy = [half for half in halves if half[1] - half[0] >= need - 1.0]
        if not roomy:
            continue
        words, colour = reading.value_text, piece.colour
        if piece.at_end:
            x = roomy[-1][1] - _ROOM
            canvas.text(x, baseline, words, bold=True, colour=colour, anchor="end")
        else:
            canvas.text(roomy[0][0] + _ROOM, baseline, words, bold=True, colour=colour)
        return True
    return False


def _foot(canvas: Canvas, reading: ReadingMark, needed: str, count: str, top: float) -> float:
    """What the reading needs, under its line, and the margin: on one line where they fit.

    A count that found no room in the bar stands before the margin.
    """
    end = top
    margin = ". ".join(part for part in (count[:1].upper() + count[1:], reading.margin) if part)
    margin_top, margin_room = top, canvas.span
    if needed and reading.threshold is not None:
        line = _scale(canvas, reading.low or 0.0, reading.high or 0.0, reading.threshold)
        words = canvas.wrap(needed[:1].upper() + needed[1:], canvas.span * 0.6, SMALL, bold=True)
        half = max(canvas.measure(text, SMALL, bold=True) for text in words) / 2
        x = max(canvas.left + half, min(line(reading.threshold), canvas.right - half))
        end = canvas.lines(x, top + 1.0, words, size=SMALL, bold=True, anchor="middle")
        margin_room = x - half - 16.0 - canvas.left
    if margin:
        if canvas.measure(margin, SMALL) > margin_room:
            margin_top, margin_room = end, canvas.span
        lines = canvas.wrap(margin, margin_room, SMALL)
        end = max(
            end, canvas.lines(canvas.left, margin_top + 1.0, lines, size=SMALL, colour="muted")
        )
    return end
