"""Prose and its citations → which figure is borne by which fact, and what does not hold.

A citation group covers the text of its block before it, back to the previous group or the start
of the block. `Binder` goes through the texts of one record in the order a reader meets them,
because a figure that repeats one bound earlier needs no new citation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from build_scripts.link.binding.align import Candidate, Pair, align, in_another_order, robbed
from build_scripts.link.binding.aspects import changes_between, new_aspects
from build_scripts.link.binding.bearing import Around, direction_findings
from build_scripts.link.binding.block_dates import bind_dates
from build_scripts.link.binding.block_quotations import bind_quotations
from build_scripts.link.binding.counted import other_nouns
from build_scripts.link.binding.dates import period_lengths
from build_scripts.link.binding.matching import Verdict, compare, compare_proportion, is_share
from build_scripts.link.binding.polarity import is_opposite, pair_ratio, supported_proportion
from build_scripts.link.binding.quotations import occurs, words_of
from build_scripts.link.binding.repeats import Repeats
from build_scripts.link.binding.saying import agrees
from build_scripts.link.binding.spans import Span, spans_of
from build_scripts.link.facts import Facts
from build_scripts.model.bindings import Bound, BoundText, Finding, Role
from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.linked import LinkedFact
from build_scripts.model.prose import Block
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.read.notation.figures import read_figures
from build_scripts.read.prose import parse_line, parse_prose

_NONE_WORDS = ("no ", "none", "not a single", "nobody", "never")


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
    used_exemptions: set[str] = field(default_factory=set)

    def bind(self, where: str, text: Text, *, line: bool = False) -> BoundText:
        """Bind one text; with `line` it has no block markup (titles, labels)."""
        prose = parse_line(text) if line else parse_prose(text)
        bounds: list[Bound] = []
        findings: list[Finding] = []
        for block in prose.blocks:
            self._block(block, bounds, findings)
        return BoundText(where, prose, tuple(bounds), tuple(findings))

    def _block(self, block: Block, bounds: list[Bound], findings: list[Finding]) -> None:
        figures = read_figures(block.text, self.facts.lexicon)
        spans = spans_of(block, self.facts, findings)
        quoted = bind_quotations(block, spans, self.spoken, self.facts.lexicon, bounds, findings)
        figures = tuple(
            figure
            for figure in figures
            if not any(start <= figure.start and figure.end <= end for start, end in quoted)
            and not self._exempted(block, figure, bounds)
        )
        placed: list[tuple[Figure, LinkedFact]] = []
        for span in spans:
            inside = [f for f in figures if span.start <= f.start < span.end]
            if not inside and not span.facts:
                continue
            placed.extend(self._span(span, inside, quoted, bounds, findings))
        findings.extend(changes_between(block.text, placed))
        backed = frozenset(bound.start for bound in bounds if bound.block == block.number)
        around = Around(figures, placed, spans, quoted, self.line, backed)
        findings.extend(direction_findings(block.text, around, findings))
        dates = [figure for figure in figures if figure.kind is Kind.DATE]
        dated, undated = bind_dates(block, dates, spans, placed, self.dates, self.facts)
        bounds.extend(dated)
        findings.extend(undated)

    def _exempted(self, block: Block, figure: Figure, bounds: list[Bound]) -> bool:
        for exemption in self.exempt:
            at = block.text.find(exemption)
            if at >= 0 and at <= figure.start and figure.end <= at + len(exemption):
                self.used_exemptions.add(str(exemption))
                bounds.append(Bound(block.number, figure.start, figure.end, Role.EXEMPT, None))
                return True
        return False

    # Quantities and proportions.

    def _span(
        self,
        span: Span,
        figures: Sequence[Figure],
        quoted: Sequence[tuple[int, int]],
        bounds: list[Bound],
        findings: list[Finding],
    ) -> list[tuple[Figure, LinkedFact]]:
        text = span.block.text
        unclear = [figure for figure in figures if figure.kind is Kind.UNCLEAR]
        for figure in unclear:
            place = text.place(figure.start, figure.end)
            findings.append(Finding("unclear-figure", place, figure.text, help=figure.advice))
        counted = [f for f in figures if f.kind not in (Kind.DATE, Kind.UNCLEAR)]
        candidates = [
            Candidate(fact, fact.borne, bool(unclear) or self._free(fact, span, quoted))
            for fact in span.facts
            if fact.borne
        ]
        if not span.complete:
            self.repeats.add_faulty(text, counted)
            return []

        def judge(figure: Figure, end: int, candidate: Candidate, number: int) -> Verdict:
            return _judge(text, figure, end, candidate, number)

        pairs = align(counted, candidates, lambda figure: self._optional(figure, span), judge)
        wrong = [pair for pair in pairs if pair.figures and pair.verdict is not Verdict.AGREES]
        misplaced = robbed(counted, candidates, pairs, judge)
        if wrong and in_another_order(counted, candidates, judge):
            misplaced = wrong[0].figures[0]
        if misplaced is not None:
            first = counted[misplaced]
            place = text.place(first.start, first.end)
            ordered = tuple(candidate.fact for candidate in candidates)
            findings.append(Finding("figure-order", place, first.text, ordered))
            self.repeats.add_faulty(text, counted)
            return []
        placed: list[tuple[Figure, LinkedFact]] = []
        for pair in pairs:
            self._pair(pair, counted, candidates, span, placed, bounds, findings)
        self._loose_proportions(span, counted, pairs, placed, bounds, findings)
        return placed

    def _free(self, fact: LinkedFact, span: Span, quoted: Sequence[tuple[int, int]]) -> bool:
        """Whether a fact with a quantity may stand without a figure of its own."""
        text = span.block.text
        for start, end in quoted:
            words = text[start:end]
            if not span.start <= start < span.end:
                continue
            if occurs(words, words_of(fact.quote)) or (
                fact.quote is not None and not self._quoted_in(words, span.facts)
            ):
                return True  # what is misquoted may be any of them: one problem is enough
        zero = fact.quantity is not None and fact.quantity.interval.high.value == 0
        around = text[span.start : span.end].lower()
        return zero and any(word in around for word in _NONE_WORDS)

    def _quoted_in(self, words: str, facts: Sequence[LinkedFact]) -> bool:
        spoken = occurs(words, self.spoken)
        return spoken or any(occurs(words, words_of(fact.quote)) for fact in facts)

    def _optional(self, figure: Figure, span: Span) -> bool:
        """Whether a figure may stand without a fact of its group."""
        if figure.kind is Kind.PROPORTION:
            return True
        if figure.kind is Kind.DURATION:
            lengths = period_lengths(span.block.text, span.facts, figure)
            return figure.ends[0] in lengths or self._repeated(span.block.text, figure) is not None
        return self._repeated(span.block.text, figure) is not None

    def _repeated(self, text: str, figure: Figure) -> FactRef | None:
        ref = self.repeats.find(text, figure)
        if ref is not None:
            return ref
        return next((fact.ref for fact in self.own if agrees(figure, fact)), None)

    def _pair(
        self,
        pair: Pair,
        figures: Sequence[Figure],
        candidates: Sequence[Candidate],
        span: Span,
        placed: list[tuple[Figure, LinkedFact]],
        bounds: list[Bound],
        findings: list[Finding],
    ) -> None:
        block = span.block
        if not pair.figures:
            candidate = candidates[pair.facts[0]]
            if not candidate.free:
                findings.append(self._unused(candidate.fact, span))
            return
        figure = figures[pair.figures[0]]
        if not pair.facts:
            self._unpaired(figure, span, placed, bounds, findings)
            return
        facts = tuple(candidates[index].fact for index in pair.facts)
        if pair.verdict is not Verdict.AGREES:
            right = tuple(abs(one.value) for one in candidates[pair.facts[0]].borne)
            hedge = candidates[pair.facts[0]].borne[0].hedge
            self.repeats.add_faulty(block.text, [figure, figure._replace(ends=right, hedge=hedge)])
            findings.append(_disagreement(figure, pair.verdict, facts, block))
            return
        for index in pair.figures:
            placed.append((figures[index], facts[0]))
            self._record(figures[index], facts[0], block, bounds)
        placed.extend((figure, fact) for fact in facts[1:])
        findings.extend(new_aspects(block.text, figure, facts[0], placed, findings))
        reach = span.start, span.end
        findings.extend(other_nouns(block.text, figure, facts[0], *reach, self.facts.lexicon))

    def _record(self, figure: Figure, fact: LinkedFact, block: Block, bounds: list[Bound]) -> None:
        bounds.append(Bound(block.number, figure.start, figure.end, Role.FACT, fact.ref))
        self.repeats.add(block.text, figure, fact.ref)

    def _unused(self, fact: LinkedFact, span: Span) -> Finding:
        group = span.group
        place = group.place if group else span.block.text.place()
        for cited in group.cited if group else ():
            if cited.ref == fact.ref:
                place = cited.place
        return Finding("unused-citation", place, str(fact.ref), (fact,))

    def _unpaired(
        self,
        figure: Figure,
        span: Span,
        placed: list[tuple[Figure, LinkedFact]],
        bounds: list[Bound],
        findings: list[Finding],
    ) -> None:
        block = span.block
        if figure.kind is Kind.PROPORTION:
            return
        ref = self._repeated(span.block.text, figure)
        if ref is not None:
            bounds.append(Bound(block.number, figure.start, figure.end, Role.REPEAT, ref))
            fact = self.facts.find(ref) if ref.fact else None
            if fact is not None:
                placed.append((figure, fact))
            return
        if figure.kind is Kind.DURATION and self._optional(figure, span):
            return
        place = block.text.place(figure.start, figure.end)
        findings.append(Finding("unsupported-figure", place, figure.text, span.facts))
        self.repeats.add_faulty(block.text, [figure])

    def _loose_proportions(
        self,
        span: Span,
        figures: Sequence[Figure],
        pairs: Iterable[Pair],
        placed: Sequence[tuple[Figure, LinkedFact]],
        bounds: list[Bound],
        findings: list[Finding],
    ) -> None:
        """Proportion words without a fact of their own: the shares beside them must agree."""
        for pair in pairs:
            if pair.facts or not pair.figures:
                continue
            figure = figures[pair.figures[0]]
            if figure.kind is not Kind.PROPORTION:
                continue
            shares = [fact for fact in span.facts if fact.quantity and is_share(fact.quantity.unit)]
            tests = [fact for fact in span.facts if fact.computed and fact not in shares]
            ratio = pair_ratio(span.block.text, placed, figure)
            source = supported_proportion(span.block.text, figure, shares, tests, ratio, self.facts)
            place = span.block.text.place(figure.start, figure.end)
            if source is not None:
                bounds.append(
                    Bound(span.block.number, figure.start, figure.end, Role.FACT, source.ref)
                )
            else:
                findings.append(
                    Finding("proportion-mismatch", place, figure.text, tuple(shares or tests))
                )


def _judge(text: Text, figure: Figure, end: int, candidate: Candidate, number: int) -> Verdict:
    """Compare a figure with a fact; a proportion with regard to what sentence and fact deny."""
    borne = candidate.borne[number]
    if figure.kind is Kind.PROPORTION:
        opposite = is_opposite(text, figure, candidate.fact)
        return compare_proportion(figure, borne, opposite=opposite)
    return compare(figure, end, borne)


def _disagreement(
    figure: Figure, verdict: Verdict, facts: tuple[LinkedFact, ...], block: Block
) -> Finding:
    start = figure.hedge_start if figure.hedge is not Hedge.EXACT else figure.start
    if figure.kind is Kind.PROPORTION:
        place = block.text.place(figure.start, figure.end)
        return Finding("proportion-mismatch", place, figure.text, facts)
    if verdict is Verdict.HEDGE:
        place = block.text.place(start, figure.end)
        return Finding("hedge-mismatch", place, block.text[start : figure.end], facts)
    place = block.text.place(figure.start, figure.end)
    detail = "unit" if verdict is Verdict.UNIT else ""
    return Finding("figure-mismatch", place, figure.text, facts, detail)
