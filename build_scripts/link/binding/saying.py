"""What a fact says of itself, held against its own value, date, quote and inputs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from build_scripts.link.binding.counted import unnamed
from build_scripts.link.binding.dates import dated, out_of_order
from build_scripts.link.binding.directions import directions, nearest_direction
from build_scripts.link.binding.matching import Verdict, compare, is_share
from build_scripts.link.binding.polarity import names_ratio, supported_proportion
from build_scripts.link.binding.quotations import words_of
from build_scripts.link.facts import Facts
from build_scripts.model.bindings import Finding
from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.linked import LinkedFact
from build_scripts.model.text import Text
from build_scripts.read.notation.figures import read_figures


def agrees(figure: Figure, fact: LinkedFact) -> bool:
    """Whether a figure is the whole value of a fact."""
    borne, ends = fact.borne, len(figure.ends)
    if ends > 1:
        judged = (compare(figure, k, one) for k, one in enumerate(borne))
        return len(borne) == ends and all(verdict is Verdict.AGREES for verdict in judged)
    if not borne or (borne[0].spread is not None and figure.hedge is not Hedge.ABOUT):
        return False
    return compare(figure, 0, borne[0]) is Verdict.AGREES


class Siblings:
    """The facts of one file, found by the numbers they state, so that none is held in vain."""

    def __init__(self, facts: Sequence[LinkedFact] = ()) -> None:
        self._facts = facts

    @cached_property
    def _computed(self) -> Sequence[LinkedFact]:
        return [fact for fact in self._facts if fact.stated is None]

    @cached_property
    def _stated(self) -> Mapping[Fraction, Sequence[LinkedFact]]:
        """The facts by each number they state; few sentences name another's, and most need none."""
        found: dict[Fraction, list[LinkedFact]] = {}
        for fact in self._facts:
            for end in fact.stated.ends if fact.stated is not None else ():
                found.setdefault(end, []).append(fact)
        return found

    def near(self, figure: Figure) -> list[LinkedFact]:
        """The facts whose value a figure may be."""
        found = [fact for end in figure.ends for fact in self._stated.get(end, ())]
        return [*found, *self._computed]


def check_sentence(
    text: Text, own: LinkedFact, facts: Facts, siblings: Siblings | None = None
) -> list[Finding]:
    """Hold a fact's sentence against what the fact knows.

    `siblings` are the other facts of its file, whose values it may name, with their dates.
    Findings are of the kind `says-not-value`, `direction-mismatch` or `unclear-figure`.
    """
    figures = read_figures(text, facts.lexicon)
    stated = {figure.start for figure in figures if _states(figure, own)}
    others = [figure for figure in figures if figure.start not in stated]
    known = _known(others, own, facts, siblings or Siblings())
    findings: list[Finding] = []
    for figure in figures:
        if figure.start in stated:
            findings.extend(_direction(text, figure, own))
            findings.extend(_noun(figure, own, facts))
        else:
            findings.extend(_unbacked(text, figure, known))
    if own.quantity is not None and not stated and not findings:
        findings.append(Finding("says-not-value", text.place(), str(text), (own,), "missing"))
    dates = list(_own_dates(own, facts))
    if dates:  # what the sentence dates otherwise follows from them
        findings = [finding for finding in findings if finding.detail != "date"]
    findings.extend(dates)
    findings.extend(_against_quote(text, own))
    if not findings:
        findings.extend(_late_date(text, figures, own, facts))
    return findings


def _states(figure: Figure, own: LinkedFact) -> bool:
    return figure.kind not in (Kind.UNCLEAR, Kind.DATE) and agrees(figure, own)


class _Known(NamedTuple):
    """What a fact's sentence may name beside its value and the figures of its quote."""

    own: LinkedFact
    facts: Facts
    siblings: Siblings
    inputs: tuple[LinkedFact, ...]
    periods: list[Period]


def _known(others: Sequence[Figure], own: LinkedFact, facts: Facts, siblings: Siblings) -> _Known:
    inputs = facts.inputs_of(own.ref) if own.inputs else ()
    # A fact with dates of its own speaks of these; its quote and inputs may name others beside.
    periods = [when.period for when in own.record.when] or _periods(own, inputs, facts)
    named = [
        fact
        for figure in others
        if figure.quantity is not None
        for fact in _beside(figure, own, siblings, facts)
        if fact.ref != own.ref and agrees(figure, fact)
    ]
    periods.extend(period for fact in named for period in fact.periods)
    return _Known(own, facts, siblings, inputs, periods)


def _unbacked(text: Text, figure: Figure, known: _Known) -> Iterable[Finding]:
    """A figure that is not the fact's value, nor anything else that its sentence may name."""
    if figure.kind is Kind.UNCLEAR:
        place = text.place(figure.start, figure.end)
        yield Finding("unclear-figure", place, figure.text, help=figure.advice)
    elif figure.kind is Kind.DATE:
        if figure.period is None or not dated(figure.period, known.periods):
            yield _not_its_value(text, figure, known.own, "date")
    elif not _backed(text, figure, known):
        yield _not_its_value(text, figure, known.own)


def _not_its_value(text: Text, figure: Figure, own: LinkedFact, detail: str = "") -> Finding:
    place = text.place(figure.start, figure.end)
    words = f"{figure.hedge} {figure.text}".lstrip()
    return Finding("says-not-value", place, words, (own,), detail)


def _late_date(
    text: Text, figures: Sequence[Figure], own: LinkedFact, facts: Facts
) -> Iterable[Finding]:
    """A date that stands before another, though the fact has them in the opposite order."""
    dates = [(figure, own.ref) for figure in figures if figure.kind is Kind.DATE]
    late = out_of_order(dates, facts)
    if late is not None:
        yield _not_its_value(text, late, own, "order")


def _beside(
    figure: Figure, own: LinkedFact, siblings: Siblings, facts: Facts
) -> Sequence[LinkedFact]:
    """The siblings that a figure may name: none where an input of the fact counts such things.

    "The ceiling of 1.6%" must be the ceiling that goes into the formula, not another percentage.
    """
    inputs = (facts.find(ref) for ref in own.inputs)
    borne = [borne for fact in inputs if fact is not None for borne in fact.borne[:1]]
    if any(compare(figure, 0, one) is not Verdict.UNIT for one in borne):
        return ()
    return siblings.near(figure)


def _own_dates(own: LinkedFact, facts: Facts) -> Iterable[Finding]:
    """A computed fact that gives a date of its own, though its inputs have others.

    A table counted as a whole has columns of many dates and says nothing of which was meant.
    """
    if not own.computed:
        return
    inputs = [fact for ref in own.inputs if (fact := facts.find(ref)) is not None]
    if any(fact.record.table and not fact.ref.row for fact in inputs):
        return
    known = [period for fact in inputs for period in fact.periods]
    for when in own.record.when if known else ():
        if not any(_covers(period, when.period) for period in known):
            yield Finding("when-not-in-inputs", when.text.place(), str(when.text), (own, *inputs))


def _covers(known: Period, stated: Period) -> bool:
    return dated(stated, [known]) or (
        known.start.first <= stated.start.first and stated.end.last <= known.end.last
    )


def _direction(text: Text, figure: Figure, own: LinkedFact) -> Iterable[Finding]:
    middle = own.quantity.interval.middle if own.quantity else None
    if own.stated is None or not own.stated.signed or middle is None or figure.signed:
        return
    word = nearest_direction(text, figure.start, figure.end)
    if word is None or word[2] != (1 if middle > 0 else -1):
        start, end = (word[0], word[1]) if word else (figure.start, figure.end)
        yield Finding(
            "direction-mismatch",
            text.place(start, end),
            text[start:end],
            (own,),
            "" if word else "none",
        )


def _noun(figure: Figure, own: LinkedFact, facts: Facts) -> Iterable[Finding]:
    """A value that counts what neither the fact's sentence nor its quote speaks of."""
    value = own.record.value
    noun = unnamed(figure, own, facts.lexicon) if value is not None else ""
    if value is not None and noun:
        yield Finding("says-not-value", value.place(), noun, (own,), "noun")


def _against_quote(text: Text, own: LinkedFact) -> Iterable[Finding]:
    """A direction word of the sentence where the quote has only words of the opposite sense."""
    said = directions(text, 0, len(text))
    if not said or (own.stated is not None and own.stated.signed):
        return
    quoted = {w[2] for words in words_of(own.quote) for w in directions(words, 0, len(words))}
    if not quoted or quoted & {word[2] for word in said}:
        return
    for start, end, _ in said[:1]:
        place = text.place(start, end)
        yield Finding("direction-mismatch", place, text[start:end], (own,), "quote")


def _quoted_figures(own: LinkedFact, facts: Facts) -> tuple[Figure, ...]:
    return tuple(
        figure for words in words_of(own.quote) for figure in read_figures(words, facts.lexicon)
    )


def _backed(text: Text, figure: Figure, known: _Known) -> bool:
    own, facts = known.own, known.facts
    if any(_same(figure, other) for other in _quoted_figures(own, facts)):
        return True
    beside = [*known.inputs, *_beside(figure, own, known.siblings, facts)]
    if figure.kind is Kind.PROPORTION:
        shares = [f for f in (own, *beside) if f.quantity and is_share(f.quantity.unit)]
        tests = [fact for fact in (own, *beside) if fact.computed]
        if any(names_ratio(figure, test, facts) for test in tests):
            return True
        return supported_proportion(text, figure, shares, (), None, facts) is not None
    if figure.kind is Kind.DURATION and _length(figure, own.periods):
        return True
    return any(agrees(figure, fact) for fact in beside)


def _periods(own: LinkedFact, inputs: Sequence[LinkedFact], facts: Facts) -> list[Period]:
    periods = [period for fact in (own, *inputs) for period in fact.periods]
    quoted = _quoted_figures(own, facts)
    periods.extend(other.period for other in quoted if other.period is not None)
    return periods


def _length(figure: Figure, periods: Iterable[Period]) -> bool:
    unit = figure.quantity.unit.over if figure.quantity else ()
    return unit == ("year",) and any(figure.ends[0] in (p.years, p.years - 1) for p in periods)


def _same(figure: Figure, other: Figure) -> bool:
    if figure.kind is not other.kind or figure.quantity is None or other.quantity is None:
        return False
    return figure.quantity.interval == other.quantity.interval and figure.hedge == other.hedge
