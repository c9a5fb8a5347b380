"""The dates of a block, bound to the facts they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from build_scripts.link.binding.clauses import clauses, sentences, span_at
from build_scripts.link.binding.dates import (
    DateContext,
    Placed,
    bind_date,
    distance,
    out_of_order,
)
from build_scripts.link.binding.spans import Span
from build_scripts.link.facts import Facts
from build_scripts.model.bindings import Bound, Finding, Role
from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure
from build_scripts.model.prose import Block
from build_scripts.model.refs import FactRef


class DatesOf(NamedTuple):
    """What stands around the dates of a block.

    `placed` are its bound figures, `free` the periods that need no fact, `unborne` the figures that
    no fact bears, which is reported.
    """

    block: Block
    spans: Sequence[Span]
    placed: Placed
    free: Sequence[Period]
    unborne: Sequence[Figure]


def bind_dates(
    dates: Sequence[Figure], around: DatesOf, facts: Facts
) -> tuple[list[Bound], list[Finding]]:
    """Bind each date; one beside a figure that no fact bears is judged when the figure is cited."""
    block, spans, placed, free, _ = around
    bounds: list[Bound] = []
    findings: list[Finding] = []
    bound: list[tuple[Figure, FactRef]] = []
    for span in spans:
        stated = [date for date in dates if span.start <= date.start < span.end]
        context = DateContext(block.text, placed, span.facts, free, stated)
        for date in stated if span.complete else ():
            ref, supported = bind_date(date, context)
            if supported:
                if ref is not None:
                    bound.append((date, ref))
                bounds.append(Bound(block.number, date.start, date.end, Role.DATE, ref))
            elif not _beside_unborne(date, around):
                near = span.facts or tuple(fact for _, fact in placed)
                place = block.text.place(date.start, date.end)
                findings.append(Finding("unsupported-date", place, date.text, near))
    late = out_of_order(bound, facts)
    if late is not None:
        place = block.text.place(late.start, late.end)
        near = tuple(fact for _, fact in placed)
        findings.append(Finding("unsupported-date", place, late.text, near, "order"))
    return bounds, findings


def _beside_unborne(date: Figure, around: DatesOf) -> bool:
    """Whether the figure nearest to a date, in its clause or else its sentence, has no fact."""
    text = around.block.text
    for reach in (clauses, sentences) if around.unborne else ():
        start, end = span_at(reach(text), date.start)
        figures = [*around.unborne, *(figure for figure, _ in around.placed)]
        near = [figure for figure in figures if start <= figure.start < end]
        if near:
            return min(near, key=lambda figure: distance(date, figure)) in around.unborne
    return False
