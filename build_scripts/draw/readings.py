"""Each reading of a claim: what was counted, what would make it true, what came of it.

The thresholds of all readings stand under each other, whatever their units: each bar is drawn
relative to what its own reading needs.
"""

from __future__ import annotations

from build_scripts.draw.canvas import BODY, SMALL, Canvas, middle_baseline
from build_scripts.draw.colours import text_in, text_on
from build_scripts.draw.data import Drawing, ReadingMark
from build_scripts.draw.scale import Scale, domain

_BAR, _GAP, _ROOM = 17.0, 18.0, 7.0
_SIGN = 5.0
_SIGN_GAP = 6.0
_REACH = 1.6
"""Beyond this many times the threshold a bar is cut off, with an arrow."""
_WORDS = {
    "holds": "Holds",
    "fails": "Fails",
    "asserted": "Asserted",
    "undetermined": "Undetermined",
}
_COLOURS = {
    "holds": "accent",
    "fails": "accent-2",
    "asserted": "neutral",
    "undetermined": "neutral",
}


def draw_readings(drawing: Drawing, canvas: Canvas) -> None:
    """A block to each reading: its meaning and outcome, its bar, what it needs, its margin."""
    measured = [reading for reading in drawing.readings if _is_measured(reading)]
    needs = {(reading.threshold_text, reading.holds_above) for reading in measured}
    alike = len(needs) == 1 and len(measured) > 1
    top, explained = canvas.top, False
    for reading in drawing.readings:
        top = _head(canvas, reading, top) + 4.0
        if not _is_measured(reading):
            words = " ".join(part for part in (reading.value_text, reading.threshold_text) if part)
            lines = canvas.wrap(words, canvas.span, bold=True)
            top = canvas.lines(canvas.left, top, lines, bold=True)
            needed = ""
        else:
            top = _measured(canvas, reading, top)
            # One need that all share is said once, at the first bar.
            needed = "" if alike and explained else reading.threshold_text
            explained = True
        top = _foot(canvas, reading, needed, top) + _GAP
    canvas.bottom = top - _GAP + 2.0


def _is_measured(reading: ReadingMark) -> bool:
    return None not in (reading.low, reading.high, reading.threshold)


def _head(canvas: Canvas, reading: ReadingMark, top: float) -> float:
    words = _WORDS[reading.outcome]
    colour = text_in(_COLOURS[reading.outcome])
    baseline = top + 0.94 * BODY
    width = canvas.text(canvas.right, baseline, words, bold=True, colour=colour, anchor="end").width
    x = canvas.right - width - _SIGN - _SIGN_GAP
    _sign(canvas, reading.outcome, x, baseline - 0.33 * BODY, colour)
    means = reading.means[:1].upper() + reading.means[1:]
    room = x - _SIGN - 14.0 - canvas.left
    return canvas.lines(canvas.left, top, canvas.wrap(means, room))


def _sign(canvas: Canvas, outcome: str, x: float, y: float, colour: str) -> None:
    """A tick, a cross, a ring or a question mark, drawn because no typeface has them all."""
    r = _SIGN
    if outcome == "holds":
        canvas.line([(x - r, y), (x - r / 3, y + r * 0.8), (x + r, y - r)], colour, width=2.2)
    elif outcome == "fails":
        r *= 0.85
        canvas.line([(x - r, y - r), (x + r, y + r)], colour, width=2.2)
        canvas.line([(x - r, y + r), (x + r, y - r)], colour, width=2.2)
    elif outcome == "asserted":
        canvas.dot(x, y, r - 0.6, "", stroke=colour)
    else:
        canvas.text(x, y + 0.33 * BODY, "?", bold=True, colour=colour, anchor="middle")


def _measured(canvas: Canvas, reading: ReadingMark, top: float) -> float:
    low, high, threshold = reading.low or 0.0, reading.high or 0.0, reading.threshold or 0.0
    scale = _scale(canvas, low, high, threshold)
    line, upper = scale(threshold), top + 4.0
    middle = upper + _BAR / 2
    canvas.rect(scale.start, upper, scale.end - scale.start, _BAR, "track")
    end = _bar(canvas, reading, scale, upper)
    for colour, width in (("paper", 5.0), ("ink", 2.0)):
        ends = [(line, upper - 4.0), (line, upper + _BAR + 4.0)]
        canvas.line(ends, colour, width=width)
    _count(canvas, reading, end, line, scale, middle)
    return upper + _BAR + 4.0


def _scale(canvas: Canvas, low: float, high: float, threshold: float) -> Scale:
    """A scale on which a positive threshold always has the same place."""
    if threshold > 0 and low >= 0:
        return Scale(0.0, threshold * _REACH, canvas.left, canvas.right)
    return Scale(*domain([low * 1.1, high * 1.1, threshold * 1.3]), canvas.left, canvas.right)


def _bar(canvas: Canvas, reading: ReadingMark, scale: Scale, top: float) -> float:
    """Draw the count; one that is the speaker's own, or not exact, is outlined."""
    colour, limit = _COLOURS[reading.outcome], scale.end - 12.0
    low, high = scale(reading.low or 0.0), scale(reading.high or 0.0)
    cut = high > limit
    low, high, zero = min(low, limit), min(high, limit), scale(max(scale.low, 0.0))
    start, stop = min(zero, low), max(zero, low)
    if reading.outcome == "asserted":
        boxes = [(start, top, max(stop, high) - start, _BAR)]
        canvas.frames(boxes, colour, width=2.0, fill="paper")
    else:
        canvas.rect(start, top, max(stop - start, 2.0), _BAR, colour)
        if high - low > 2.0:
            canvas.frames([(low, top, high - low, _BAR)], colour, width=1.8, fill="paper")
    end = max(stop, high)
    if cut:
        canvas.polygon([(end, top), (end + 9.0, top + _BAR / 2), (end, top + _BAR)], colour)
        end += 9.0
    return end


def _count(
    canvas: Canvas, reading: ReadingMark, end: float, line: float, scale: Scale, middle: float
) -> None:
    """Write the count behind its bar, or in it where the line or the edge is in the way."""
    width, baseline = canvas.measure(reading.value_text, bold=True), middle_baseline(middle)
    x = end + _ROOM
    clear = x + width <= scale.end - 2.0 and not x - 4.0 < line < x + width + 5.0
    exact = reading.low == reading.high
    if not clear and exact and end - scale.start > width + 3 * _ROOM:
        hollow = reading.outcome == "asserted"
        shade = "ink" if hollow else text_on(_COLOURS[reading.outcome])
        inside = end - _ROOM
        if inside - width - 4.0 < line < end:
            inside = line - _ROOM
        canvas.text(inside, baseline, reading.value_text, bold=True, colour=shade, anchor="end")
        return
    x = x if clear else max(x, line + _ROOM)
    canvas.text(min(x, scale.end - width - 2.0), baseline, reading.value_text, bold=True)


def _foot(canvas: Canvas, reading: ReadingMark, needed: str, top: float) -> float:
    """What the reading needs, under its line, and the margin: on one line where they fit."""
    end = top
    margin_top, margin_room = top, canvas.span
    if needed and reading.threshold is not None:
        line = _scale(canvas, reading.low or 0.0, reading.high or 0.0, reading.threshold)
        words = canvas.wrap(needed[:1].upper() + needed[1:], canvas.span * 0.6, SMALL, bold=True)
        half = max(canvas.measure(text, SMALL, bold=True) for text in words) / 2
        x = max(canvas.left + half, min(line(reading.threshold), canvas.right - half))
        end = canvas.lines(x, top + 1.0, words, size=SMALL, bold=True, anchor="middle")
        margin_room = x - half - 16.0 - canvas.left
    if reading.margin:
        if canvas.measure(reading.margin, SMALL) > margin_room:
            margin_top, margin_room = end, canvas.span
        lines = canvas.wrap(reading.margin, margin_room, SMALL)
        end = max(
            end, canvas.lines(canvas.left, margin_top + 1.0, lines, size=SMALL, colour="muted")
        )
    return end
