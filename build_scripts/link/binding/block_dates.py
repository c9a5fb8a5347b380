"""The dates of a block, bound to the facts they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.link.binding.dates import DateContext, Placed, bind_date, out_of_order
from build_scripts.link.binding.spans import Span
from build_scripts.link.facts import Facts
from build_scripts.model.bindings import Bound, Finding, Role
from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure
from build_scripts.model.prose import Block
from build_scripts.model.refs import FactRef


def bind_dates(
    block: Block,
    dates: Sequence[Figure],
    spans: Sequence[Span],
    placed: Placed,
    free: Sequence[Period],
    facts: Facts,
) -> tuple[list[Bound], list[Finding]]:
    """Bind each date; `placed` are the block's bound figures, `free` periods that need no fact."""
    bounds: list[Bound] = []
    findings: list[Finding] = []
    bound: list[tuple[Figure, FactRef]] = []
    for date in dates:
        span = next((s for s in spans if s.start <= date.start < s.end), None)
        if span is None or not span.complete:
            continue
        stated = [other for other in dates if span.start <= other.start < span.end]
        context = DateContext(block.text, placed, span.facts, free, stated)
        ref, supported = bind_date(date, context)
        if supported:
            if ref is not None:
                bound.append((date, ref))
            bounds.append(Bound(block.number, date.start, date.end, Role.DATE, ref))
        else:
            near = span.facts or tuple(fact for _, fact in placed)
            place = block.text.place(date.start, date.end)
            findings.append(Finding("unsupported-date", place, date.text, near))
    late = out_of_order(bound, facts)
    if late is not None:
        place = block.text.place(late.start, late.end)
        near = tuple(fact for _, fact in placed)
        findings.append(Finding("unsupported-date", place, late.text, near, "order"))
    return bounds, findings
