"""Prose and its citations → which figure is borne by which fact, and what does not hold.

A citation group covers the text of its block before it, back to the previous group or the start
of the block. `Binder` goes through the texts of one record in the order a reader meets them,
because a figure that repeats one bound earlier needs no new citation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_scripts.link.binding.aspects import changes_between
from build_scripts.link.binding.bearing import Around, direction_findings
from build_scripts.link.binding.block_dates import DatesOf, bind_dates
from build_scripts.link.binding.block_quotations import bind_quotations
from build_scripts.link.binding.denials import denial_findings
from build_scripts.link.binding.early import early_citations
from build_scripts.link.binding.repeats import Repeats
from build_scripts.link.binding.span_binding import SpanBinder
from build_scripts.link.binding.spans import spans_of
from build_scripts.link.facts import Facts
from build_scripts.model.bindings import Bound, BoundText, Finding, Role
from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure, Kind
from build_scripts.model.linked import LinkedFact
from build_scripts.model.prose import Block
from build_scripts.model.text import Text
from build_scripts.problems import Place
from build_scripts.read.notation.figures import read_figures
from build_scripts.read.prose import parse_line, parse_prose


@dataclass
class Binder:
    """Binds the texts of one record; `spoken` are words that need no citation (the claim's).

    `dates` are the periods that any text of the record may name: the claim's date. `own` are facts
    that its texts may state without citing them: those of an evidence file in its own caveat.
    `line` is the fact that a chart draws a line at.
    """

    facts: Facts
    spoken: tuple[str, ...] = ()
    dates: tuple[Period, ...] = ()
    exempt: tuple[Text, ...] = ()
    own: tuple[LinkedFact, ...] = ()
    line: LinkedFact | None = None
    repeats: Repeats = field(default_factory=Repeats)
    used_exemptions: dict[str, list[Place]] = field(default_factory=dict)

    def bind(self, where: str, text: Text, *, line: bool = False) -> BoundText:
        """Bind one text; with `line` it has no block markup (titles, labels)."""
        prose = parse_line(text) if line else parse_prose(text)
        bounds: list[Bound] = []
        findings: list[Finding] = []
        for block in prose.blocks:
            bound, found = self._block(block)
            bounds.extend(bound)
            findings.extend(found)
        return BoundText(where, prose, tuple(bounds), tuple(findings))

    def _block(self, block: Block) -> tuple[list[Bound], list[Finding]]:
        bounds: list[Bound] = []
        findings: list[Finding] = []
        figures = read_figures(block.text, self.facts.lexicon)
        spans = spans_of(block, self.facts, findings)
        quoted = bind_quotations(block, spans, self.spoken, self.facts.lexicon, bounds, findings)
        if quoted or self.exempt:
            figures = tuple(
                figure
                for figure in figures
                if not any(start <= figure.start and figure.end <= end for start, end in quoted)
                and not self._exempted(block, figure, bounds)
            )
        if not figures and not block.groups:
            return bounds, findings
        placed: list[tuple[Figure, LinkedFact]] = []
        for span in spans:
            inside = [f for f in figures if span.start <= f.start < span.end]
            if not inside and not span.facts:
                continue
            binder = SpanBinder(
                span, self.facts, self.repeats, self.own, self.spoken, quoted, bounds, findings
            )
            placed.extend(binder.bind(inside))
        unborne: Sequence[Figure] = ()
        if findings:
            findings, unborne = early_citations(spans, figures, placed, findings)
        findings.extend(changes_between(block.text, placed))
        backed = frozenset([bound.start for bound in bounds])
        around = Around(figures, placed, spans, quoted, self.line, backed)
        findings.extend(direction_findings(block.text, around, findings))
        findings.extend(denial_findings(spans, quoted))
        dates = [figure for figure in figures if figure.kind is Kind.DATE]
        around_dates = DatesOf(block, spans, placed, self.dates, unborne)
        dated, undated = bind_dates(dates, around_dates, self.facts)
        return [*bounds, *dated], [*findings, *undated]

    def _exempted(self, block: Block, figure: Figure, bounds: list[Bound]) -> bool:
        for exemption in self.exempt:
            at = block.text.find(exemption)
            if at >= 0 and at <= figure.start and figure.end <= at + len(exemption):
                place = block.text.place(at, at + len(exemption))
                places = self.used_exemptions.setdefault(str(exemption), [])
                if place not in places:
                    places.append(place)
                bounds.append(Bound(block.number, figure.start, figure.end, Role.EXEMPT, None))
                return True
        return False
