"""Drawings that hardly anybody would make, and that still have to be legible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_scripts.draw.data import Cell, Drawing, Line, Mark, Point, ReadingMark, ThresholdLine
from build_scripts.model.linked import Outcome
from tests.draw.samples import mark

WORDS = "A label of very many words that no column beside the bars could ever hold on one line"
WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
LONG = "1,234,567 thousand tonnes of oil"
_BASE = Drawing("harsh", "bar", "A title", "A subtitle", "An alternative", unit="states")
_LINE = ThresholdLine(4.0, "A threshold", "4 states")


def harsh() -> tuple[Drawing, ...]:
    """Each of them under a name of its own."""
    return tuple(
        replace(drawing, id=f"harsh-{name}")
        for part in (_rows(), _groups(), _lines(), _ranges(), _parts())
        for name, drawing in part
    )


def _series(label: str, values: tuple[float, ...], text: str = "{:g}") -> Line:
    points = (
        Point(2000 + place, value, str(2000 + place), text.format(value), "s:f")
        for place, value in enumerate(values)
    )
    return Line(label, tuple(points))


def _rows() -> Iterator[tuple[str, Drawing]]:
    below = Mark("A", "", -50, -50, "less than −50", "s:f", open_low=True)
    at_most = Mark("B", "", 50, 50, "at most 50", "s:f", open_low=True)
    across = mark("C", 0, "−90 to 50", low=-90, high=50)
    long = tuple(mark(name, value, LONG) for name, value in (("Allocated", 5), ("Planned", 3)))
    yield "open", replace(_BASE, marks=(below, at_most, across))
    yield "no-value", replace(_BASE, marks=(mark("A", 0), mark("B", 0)), threshold=_LINE)
    yield "far-line", replace(_BASE, marks=(mark("A", 1),), threshold=replace(_LINE, value=-1e6))
    yield "orders", replace(_BASE, marks=tuple(mark(f"10^{n}", 10.0**n) for n in range(-9, 13, 3)))
    yield "long-values", replace(_BASE, marks=long, threshold=_LINE)
    yield "forty", replace(_BASE, marks=tuple(mark(f"Row {n}", n) for n in range(40)))


def _groups() -> Iterator[tuple[str, Drawing]]:
    one, other = WORDS, f"Another: {WORDS}"
    marks = (mark("A", 1, group=one), mark("B", 2, group=other), mark("C", 3, group=one))
    yield "groups", replace(_BASE, marks=marks)
    yield "groups-grouped", replace(_BASE, marks=marks, layout="grouped", threshold=_LINE)
    yield "sections", replace(_BASE, marks=(marks[0], marks[2], marks[1]), threshold=_LINE)
    parts = tuple(mark("A", value, group=f"{WORD}{value}") for value in (1, 2))
    yield "stack", replace(_BASE, marks=parts, layout="stacked", threshold=_LINE)
    names = tuple(Cell("WWWW", "G") for _ in range(40))
    yield "codes", replace(_BASE, kind="waffle", cells=names, groups=("G",))


def _lines() -> Iterator[tuple[str, Drawing]]:
    many = tuple(_series(f"A line of a long name {n}", (n, n + 1, 5)) for n in range(14))
    high = ThresholdLine(10, WORDS, "")
    tonnes = "about {:g} thousand tonnes of oil"
    base = replace(_BASE, kind="line")
    yield "many-lines", replace(base, lines=many)
    yield "from-zero", replace(base, lines=(_series("A", (0, 5, 0, 5)),))
    yield "below-zero", replace(base, lines=(_series("A", (-5, -3, -9)),))
    yield "high-line", replace(base, lines=(_series("A", (1, 3, 2)),), threshold=high)
    yield "long-last", replace(base, lines=(_series(WORD, (1, 3, 2), tonnes),))


def _ranges() -> Iterator[tuple[str, Drawing]]:
    base = replace(_BASE, kind="range", threshold=_LINE)
    low = Mark("B", "", 1, 1, "at most 1", "s:f", open_low=True)
    long = mark("A label of words", 0, f"between {LONG} and {LONG}", low=1, high=2)
    tiny = mark("A", 0, "1 to 2 millionths", low=1e-6, high=2e-6)
    huge = mark("A", 0, "many", low=1e18, high=2e19)
    yield "range-open", replace(base, marks=(replace(low, label=WORDS), low))
    yield "range-values", replace(base, marks=(long, mark("B", 5)))
    yield "range-tiny", replace(base, marks=(tiny,), threshold=replace(_LINE, value=3e-6))
    yield "range-huge", replace(base, marks=(huge,), threshold=replace(_LINE, value=5e19))


def _parts() -> Iterator[tuple[str, Drawing]]:
    base = replace(_BASE, kind="share")
    yield "long-parts", replace(base, marks=tuple(mark(f"Part {n}", 5, LONG) for n in range(3)))
    yield "wordy-parts", replace(base, marks=tuple(mark(WORDS + str(n), 5, LONG) for n in range(5)))
    counts = (
        ReadingMark("a", "at most 5 states", "needs more than 3", Outcome.UNDETERMINED, 5, 5, 3.0,
                    open_low=True),
        ReadingMark("b", "−5% to 8%", "needs less than −3%", Outcome.UNDETERMINED, -5, 8, -3.0),
        ReadingMark("c", LONG, f"needs more than {LONG}", Outcome.ASSERTED, 4, 4, 3.0, WORDS),
    )  # fmt: skip
    yield "counts", replace(_BASE, kind="readings", readings=counts)
