"""From a chart's specification to a drawing: facts looked up, units made one, values printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from build_scripts.draw.data import (
    Drawing,
    Line,
    Mark,
    Point,
    ThresholdLine,
    stacked_marks,
)
from build_scripts.draw.resolve.cells import cells_of
from build_scripts.draw.resolve.credits import source_line
from build_scripts.draw.resolve.entries import (
    Entry,
    Undrawable,
    given,
    line_entries,
    row_entries,
    table_entries,
    threshold_entry,
)
from build_scripts.draw.resolve.readings import readings_of
from build_scripts.draw.resolve.values import Values, unified
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.model.charts import CHART_KINDS, Chart
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.problems import Problem
from build_scripts.read.prose import parse_line
from build_scripts.read.suggest import did_you_mean

_LOOSE = re.compile(r"\s+([.,;:!?)])")
"""What a citation leaves behind before the end of a sentence."""

_ALL_ROUNDED = 102.0
"""So much percent may parts that were rounded come to together."""

if TYPE_CHECKING:
    from build_scripts.link.publication import Publication

RULE = "undrawable-chart"


@dataclass(frozen=True)
class Resolved:
    """A chart's drawing, or why there is none.

    Neither is given where a fact is unknown or broken: that is reported where facts are checked.
    """

    drawing: Drawing | None
    problems: tuple[Problem, ...] = ()


def resolve(publication: Publication, key: str, chart: Chart) -> Resolved:
    """Look up what the chart `key` shows; everything that forbids it is a problem with a place."""
    try:
        drawing = _BY_SHOWN[CHART_KINDS[chart.kind].shows](publication, key, chart)
    except Undrawable as fault:
        return Resolved(None, (Problem(fault.place, RULE, fault.message, fault.help),))
    except (UnknownFact, BrokenFact, KeyError):
        return Resolved(None)
    problems = tuple(_unmatched_highlights(drawing, chart))
    return Resolved(None if problems else drawing, problems)


def plain(text: Text | None) -> str:
    """A text as readers see it on a drawing: one line, without citations and markup."""
    if text is None:
        return ""
    words = " ".join(" ".join(block.text for block in parse_line(text).blocks).split())
    return _LOOSE.sub(r"\1", words)


def _base(publication: Publication, key: str, chart: Chart, refs: Sequence[FactRef]) -> Drawing:
    return Drawing(
        id=key,
        kind=chart.kind,
        title=plain(chart.title),
        subtitle=plain(chart.subtitle),
        alt=plain(chart.alt),
        note=plain(chart.note),
        source=source_line(publication, refs),
        layout=chart.layout,
        sort=chart.sort,
        highlight=tuple(plain(label) for label in chart.highlight),
    )


def _marks(publication: Publication, key: str, chart: Chart) -> Drawing:
    """Bars, parts and intervals."""
    traits = CHART_KINDS[chart.kind]
    if chart.table is not None:
        entries = table_entries(publication, chart)
    else:
        entries = row_entries(publication, chart)
    if not entries:
        raise Undrawable(chart.title.place(), "nothing is left to draw", "no row has a quantity")
    limit = threshold_entry(publication, chart)
    values = unified(
        [*entries, *([limit] if limit else [])], publication.lexicon, exact=not traits.spread
    )
    marks = [_mark(entry, values, place) for place, entry in enumerate(entries)]
    if traits.parts or chart.layout == "stacked":
        _refuse_negative(entries, marks)
    if traits.parts and values.unit == "%":
        _refuse_more_than_all(entries, marks)
    refs = [entry.fact.ref for entry in entries]
    return replace(
        _base(publication, key, chart, refs),
        unit=values.unit,
        marks=tuple(marks),
        threshold=_threshold(limit, values),
    )


def _mark(entry: Entry, values: Values, place: int) -> Mark:
    low, high, open_low, open_high = values.ends(place)
    text, ref = values.texts[place], str(entry.fact.ref)
    return Mark(entry.label, entry.group, low, high, text, ref, open_low, open_high)


def _threshold(limit: Entry | None, values: Values) -> ThresholdLine | None:
    if limit is None:
        return None
    low, high, *_ = values.ends(-1)
    return ThresholdLine((low + high) / 2, limit.label, values.texts[-1])


def _refuse_negative(entries: Sequence[Entry], marks: Sequence[Mark]) -> None:
    for entry, mark in zip(entries, marks, strict=True):
        if mark.low < 0:
            raise Undrawable(
                entry.place,
                f"{mark.text} of {entry.label!r} is below zero and no part of a whole",
                "draw it as plain bars",
            )


def _refuse_more_than_all(entries: Sequence[Entry], marks: Sequence[Mark]) -> None:
    totals: dict[str, float] = {}
    for entry, mark in zip(entries, marks, strict=True):
        totals[mark.group] = totals.get(mark.group, 0.0) + mark.value
        if totals[mark.group] > _ALL_ROUNDED:
            raise Undrawable(
                entry.place,
                f"with {entry.label!r} the parts are {totals[mark.group]:.4g}% of the whole",
                "draw what is no part of one whole as plain bars",
            )


def _lines(publication: Publication, key: str, chart: Chart) -> Drawing:
    lines = [line_entries(publication, series) for series in chart.series]
    flat = [entry for line in lines for entry in line]
    limit = threshold_entry(publication, chart)
    values = unified([*flat, *([limit] if limit else [])], publication.lexicon, exact=True)
    drawn: list[Line] = []
    place = 0
    for series, entries in zip(chart.series, lines, strict=True):
        points = []
        for entry in entries:
            low, high, *_ = values.ends(place)
            at, value = entry.at or 0.0, (low + high) / 2
            points.append(Point(at, value, entry.label, values.texts[place], str(entry.fact.ref)))
            place += 1
        drawn.append(Line(plain(series.label), tuple(sorted(points, key=lambda p: p.x))))
    return replace(
        _base(publication, key, chart, [entry.fact.ref for entry in flat]),
        unit=values.unit,
        lines=tuple(drawn),
        threshold=_threshold(limit, values),
    )


def _cells(publication: Publication, key: str, chart: Chart) -> Drawing:
    cells, refs = cells_of(publication, chart)
    limit = threshold_entry(publication, chart)
    drawing = replace(
        _base(publication, key, chart, refs),
        cells=cells,
        groups=tuple(plain(group.label) for group in chart.groups),
    )
    if limit is None:
        return drawing
    line = _threshold(limit, unified([limit], publication.lexicon, exact=True))
    if line is not None and not 1 <= round(line.value) <= len(cells):
        raise Undrawable(
            limit.place,
            f"the line would stand after {line.text} cells, and there are {len(cells)}",
            "hold the cells against a number of them, or leave the threshold out",
        )
    return replace(drawing, threshold=line)


def _readings(publication: Publication, key: str, chart: Chart) -> Drawing:
    marks, refs = readings_of(publication, str(given(chart, "claim", chart.claim)))
    return replace(_base(publication, key, chart, refs), readings=marks)


def _unmatched_highlights(drawing: Drawing, chart: Chart) -> list[Problem]:
    stacked = drawing.layout == "stacked"
    # Of a stacked bar the parts have colours, and not the whole.
    parts = {mark.group for mark in stacked_marks(drawing)}
    labels = {mark.label for mark in drawing.marks} | {line.label for line in drawing.lines}
    names = parts if stacked else parts | labels
    none, help = "nothing", "highlight a label of this chart"
    if stacked:
        none, help = "no part", "highlight a part of the bars"
    return [
        Problem(
            label.place(),
            RULE,
            f"{none} is labelled {str(label)!r}{did_you_mean(str(label), names)}",
            help,
        )
        for label in chart.highlight
        if plain(label) not in names
    ]


_BY_SHOWN: dict[str, Callable[[Publication, str, Chart], Drawing]] = {
    "marks": _marks,
    "lines": _lines,
    "cells": _cells,
    "readings": _readings,
}
