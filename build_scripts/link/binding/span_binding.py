"""The figures of one span → the facts that its citation group cites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_scripts.link.binding.align import Candidate, Pair, align, in_another_order, robbed
from build_scripts.link.binding.aspects import new_aspects
from build_scripts.link.binding.counted import other_nouns
from build_scripts.link.binding.dates import period_lengths
from build_scripts.link.binding.matching import Verdict, compare, compare_proportion, is_share
from build_scripts.link.binding.polarity import is_opposite, pair_ratio, supported_proportion
from build_scripts.link.binding.quotations import occurs, words_of
from build_scripts.link.binding.repeats import Repeats
from build_scripts.link.binding.saying import agrees
from build_scripts.link.binding.spans import Span
from build_scripts.link.facts import Facts
from build_scripts.model.bindings import Bound, Finding, Role
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.linked import LinkedFact
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text

_NONE_WORDS = ("no ", "none", "not a single", "nobody", "never")


@dataclass
class SpanBinder:
    """Binds the quantities and proportions of one span, adding to `bounds` and `findings`.

    `own` are facts that may be stated without a citation, `spoken` words that may be quoted without
    one; `quoted` are the stretches of the block that are quotations. `placed` is what came of it:
    each bound figure with its fact.
    """

    span: Span
    facts: Facts
    repeats: Repeats
    own: Sequence[LinkedFact]
    spoken: Sequence[str]
    quoted: Sequence[tuple[int, int]]
    bounds: list[Bound]
    findings: list[Finding]
    placed: list[tuple[Figure, LinkedFact]] = field(default_factory=list)

    @property
    def text(self) -> Text:
        """The text of the block that the span is part of."""
        return self.span.block.text

    def bind(self, figures: Sequence[Figure]) -> list[tuple[Figure, LinkedFact]]:
        """Bind the figures of the span, dates left out; return each with the fact it stands for."""
        unclear = [figure for figure in figures if figure.kind is Kind.UNCLEAR]
        for figure in unclear:
            self._fault("unclear-figure", figure, advice=figure.advice)
        counted = [f for f in figures if f.kind not in (Kind.DATE, Kind.UNCLEAR)]
        if not self.span.complete:
            self.repeats.add_faulty(self.text, counted)
            return []
        candidates = [
            Candidate(fact, fact.borne, bool(unclear) or self._free(fact))
            for fact in self.span.facts
            if fact.borne
        ]
        pairs = align(counted, candidates, self._optional, self._judge)
        misplaced = self._misplaced(counted, candidates, pairs)
        if misplaced is not None:
            ordered = tuple(candidate.fact for candidate in candidates)
            self._fault("figure-order", counted[misplaced], ordered)
            self.repeats.add_faulty(self.text, counted)
            return []
        for pair in pairs:
            self._pair(pair, counted, candidates)
        for pair in pairs:
            if pair.figures and not pair.facts:
                self._loose_proportion(counted[pair.figures[0]])
        return self.placed

    # What a figure and a fact are to each other.

    def _judge(self, figure: Figure, end: int, candidate: Candidate, number: int) -> Verdict:
        """Compare them; a proportion with regard to what sentence and fact deny."""
        borne = candidate.borne[number]
        if figure.kind is Kind.PROPORTION:
            opposite = is_opposite(self.text, figure, candidate.fact)
            return compare_proportion(figure, borne, opposite=opposite)
        return compare(figure, end, borne)

    def _free(self, fact: LinkedFact) -> bool:
        """Whether a fact with a quantity may stand without a figure of its own."""
        for start, end in self.quoted:
            words = self.text[start:end]
            if not self.span.start <= start < self.span.end:
                continue
            if occurs(words, words_of(fact.quote)) or (
                fact.quote is not None and not self._quoted_in(words)
            ):
                return True  # what is misquoted may be any of them: one problem is enough
        if fact.quantity is None or fact.quantity.interval.high.value != 0:
            return False
        around = self.text[self.span.start : self.span.end].lower()
        return any(word in around for word in _NONE_WORDS)

    def _quoted_in(self, words: str) -> bool:
        """Whether words of a quotation stand in the claim, or in a quote that the span cites."""
        if occurs(words, self.spoken):
            return True
        return any(occurs(words, words_of(fact.quote)) for fact in self.span.facts)

    def _optional(self, figure: Figure) -> bool:
        """Whether a figure may stand without a fact of its group."""
        if figure.kind is Kind.PROPORTION:
            return True
        if figure.kind is Kind.DURATION and self._is_length(figure):
            return True
        return self._repeated(figure) is not None

    def _is_length(self, figure: Figure) -> bool:
        """Whether a duration is that of a period the span cites or names."""
        return figure.ends[0] in period_lengths(self.text, self.span.facts, figure)

    def _repeated(self, figure: Figure) -> FactRef | None:
        """The fact of an earlier figure that this one repeats, or one that needs no citation."""
        ref = self.repeats.find(self.text, figure)
        if ref is not None:
            return ref
        return next((fact.ref for fact in self.own if agrees(figure, fact)), None)

    def _misplaced(
        self, figures: Sequence[Figure], candidates: Sequence[Candidate], pairs: Sequence[Pair]
    ) -> int | None:
        """The index of a figure that shows that figures and facts stand in different orders."""
        wrong = [pair for pair in pairs if pair.figures and pair.verdict is not Verdict.AGREES]
        if wrong and in_another_order(figures, candidates, self._judge):
            return wrong[0].figures[0]
        return robbed(figures, candidates, pairs, self._judge)

    # What comes of a pair.

    def _pair(self, pair: Pair, figures: Sequence[Figure], candidates: Sequence[Candidate]) -> None:
        if not pair.figures:
            candidate = candidates[pair.facts[0]]
            if not candidate.free:
                self.findings.append(self._unused(candidate.fact))
            return
        figure = figures[pair.figures[0]]
        if not pair.facts:
            self._unpaired(figure)
            return
        facts = tuple(candidates[index].fact for index in pair.facts)
        if pair.verdict is not Verdict.AGREES:
            self._disagreement(figure, pair.verdict, facts, candidates[pair.facts[0]])
            return
        for index in pair.figures:
            self.placed.append((figures[index], facts[0]))
            self._bound(figures[index], Role.FACT, facts[0].ref)
            self.repeats.add(self.text, figures[index], facts[0].ref)
        self.placed.extend((figure, fact) for fact in facts[1:])
        self.findings.extend(new_aspects(self.text, figure, facts[0], self.placed, self.findings))
        reach = self.span.start, self.span.end
        self.findings.extend(other_nouns(self.text, figure, facts[0], *reach, self.facts.lexicon))

    def _unused(self, fact: LinkedFact) -> Finding:
        cited = self.span.group.cited if self.span.group else ()
        places = (one.place for one in reversed(cited) if one.ref == fact.ref)
        place = next(places, self.text.place())
        return Finding("unused-citation", place, str(fact.ref), (fact,))

    def _unpaired(self, figure: Figure) -> None:
        """A figure without a fact of its group: a repeat, the length of a period, or a fault."""
        if figure.kind is Kind.PROPORTION:
            return
        ref = self._repeated(figure)
        if ref is not None:
            self._bound(figure, Role.REPEAT, ref)
            fact = self.facts.find(ref) if ref.fact else None
            if fact is not None:
                self.placed.append((figure, fact))
            return
        if figure.kind is Kind.DURATION and self._is_length(figure):
            return
        self._fault("unsupported-figure", figure, self.span.facts)
        self.repeats.add_faulty(self.text, [figure])

    def _loose_proportion(self, figure: Figure) -> None:
        """A proportion word without a fact of its own: the shares beside it must agree."""
        if figure.kind is not Kind.PROPORTION:
            return
        cited = self.span.facts
        shares = [fact for fact in cited if fact.quantity and is_share(fact.quantity.unit)]
        tests = [fact for fact in cited if fact.computed and fact not in shares]
        ratio = pair_ratio(self.text, self.placed, figure)
        source = supported_proportion(self.text, figure, shares, tests, ratio, self.facts)
        if source is not None:
            self._bound(figure, Role.FACT, source.ref)
        else:
            self._fault("proportion-mismatch", figure, tuple(shares or tests))

    def _disagreement(
        self,
        figure: Figure,
        verdict: Verdict,
        facts: tuple[LinkedFact, ...],
        candidate: Candidate,
    ) -> None:
        first = candidate.borne[0]
        right = tuple(abs(one.value) for one in candidate.borne)
        meant = figure._replace(ends=right, hedge=first.hedge)
        self.repeats.add_faulty(self.text, [figure, meant])
        if figure.kind is Kind.PROPORTION:
            self._fault("proportion-mismatch", figure, facts)
        elif verdict is Verdict.HEDGE:
            start = figure.hedge_start if figure.hedge is not Hedge.EXACT else figure.start
            place = self.text.place(start, figure.end)
            shown = self.text[start : figure.end]
            self.findings.append(Finding("hedge-mismatch", place, shown, facts))
        else:
            detail = "unit" if verdict is Verdict.UNIT else ""
            self._fault("figure-mismatch", figure, facts, detail)

    def _bound(self, figure: Figure, role: Role, ref: FactRef) -> None:
        self.bounds.append(Bound(self.span.block.number, figure.start, figure.end, role, ref))

    def _fault(
        self,
        kind: str,
        figure: Figure,
        facts: tuple[LinkedFact, ...] = (),
        detail: str = "",
        advice: str = "",
    ) -> None:
        place = self.text.place(figure.start, figure.end)
        self.findings.append(Finding(kind, place, figure.text, facts, detail, advice))
