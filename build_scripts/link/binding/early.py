"""Citations that stand before their figures: told once, at the citation, and not at the figure too.

Whoever writes "it had [@a:x] 12 bridges" makes one mistake. The figure is then held for bound, so
that its date is not reported as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_scripts.link.binding.saying import agrees
from build_scripts.link.binding.spans import Span
from build_scripts.model.bindings import Finding
from build_scripts.model.figures import Figure
from build_scripts.model.linked import LinkedFact
from build_scripts.problems import Place

_LEFT = ("unsupported-figure", "figure-mismatch")


def early_citations(
    spans: Sequence[Span],
    figures: Sequence[Figure],
    placed: list[tuple[Figure, LinkedFact]],
    findings: list[Finding],
) -> tuple[list[Finding], list[Figure]]:
    """Join each citation that bears nothing with the figure right behind it, which nothing bears.

    Returns the findings of the block without those of such figures, and the figures that are still
    borne by nothing; `placed` gains the pairs.
    """
    left = {finding.place: finding for finding in findings if finding.kind in _LEFT}
    queue = [finding for finding in findings if finding.kind == "unused-citation"]
    kept = [finding for finding in findings if finding.kind != "unused-citation"]
    for idle in queue:
        span = next((span for span in spans if _cites(span, idle.place)), None)
        figure = _behind(span, spans, figures, idle.facts[0], left) if span else None
        if figure is None:
            kept.append(idle)
            continue
        kept.append(replace(idle, detail=figure.text))
        placed.append((figure, idle.facts[0]))
        taken = left.pop(_place(figure, spans), None)
        if taken is not None:
            kept.remove(taken)
        if taken is not None and taken.kind == "figure-mismatch":
            queue.append(_idle(taken.facts[0], figure, spans, idle))
    open_ = [figure for figure in figures if _kind(left.get(_place(figure, spans))) == _LEFT[0]]
    return kept, open_


def _place(figure: Figure, spans: Sequence[Span]) -> Place:
    return spans[0].block.text.place(figure.start, figure.end)


def _kind(finding: Finding | None) -> str:
    return finding.kind if finding else ""


def _cites(span: Span, place: Place) -> bool:
    return span.group is not None and any(cited.place == place for cited in span.group.cited)


def _behind(
    span: Span,
    spans: Sequence[Span],
    figures: Sequence[Figure],
    fact: LinkedFact,
    left: Mapping[Place, Finding],
) -> Figure | None:
    """The figure of a fact that its citation was put before, in the stretch behind the span."""
    following = next(iter(spans[spans.index(span) + 1 :]), span)
    for figure in figures:
        behind = span.end <= figure.start < following.end
        alone = following.group is None or _place(figure, spans) in left
        if behind and alone and agrees(figure, fact):
            return figure
    return None


def _idle(fact: LinkedFact, figure: Figure, spans: Sequence[Span], like: Finding) -> Finding:
    """That a fact bears nothing, whose citation was held against the figure of another."""
    span = next(span for span in spans if span.start <= figure.start < span.end)
    cited = span.group.cited if span.group else ()
    place = next((one.place for one in cited if one.ref == fact.ref), like.place)
    return Finding("unused-citation", place, str(fact.ref), (fact,))
