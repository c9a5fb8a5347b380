"""Dates in prose: which fact a year, a month or a day belongs to.

A date must be the `when` of a figure in its own clause; where the clause has none, of the figure
just before or after it, or of a fact cited with it. The claim's own date and a cited source's date
of publication need no such fact, unless a figure with a date of its own stands in the clause.
Several dates of one fact stand in the order of its `when`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from build_scripts.link.binding.clauses import clauses, sentences, span_at
from build_scripts.link.facts import Facts
from build_scripts.model.dates import PartialDate, Period
from build_scripts.model.figures import Figure
from build_scripts.model.linked import LinkedFact
from build_scripts.model.refs import FactRef
from build_scripts.read.notation.dates import read_dates

Placed = Sequence[tuple[Figure, LinkedFact]]


class DateContext(NamedTuple):
    """What stands around a date: the text, the bound figures of its block, the cited facts.

    `free` are the periods that need no fact, `dates` all dates of the span.
    """

    text: str
    placed: Placed
    facts: Sequence[LinkedFact]
    free: Sequence[Period]
    dates: Sequence[Figure] = ()


def bind_date(date: Figure, context: DateContext) -> tuple[FactRef | None, bool]:
    """Return the fact a date belongs to (None for the claim's own), and whether it is backed."""
    if date.period is None:
        return None, False
    start, end = span_at(clauses(context.text), date.start)
    own = _nearest(date, [pair for pair in context.placed if start <= pair[0].start < end])
    idle = [fact for fact in context.facts if fact.quantity is None and fact.periods]
    partner = _partner(date, context, idle)
    if partner is not None:
        found = _dated(date.period, [*own, partner])
        return (found.ref, True) if found else (None, False)
    found = _dated(date.period, own) or _dated(date.period, idle)
    if found is not None:
        return found.ref, True
    sentence = span_at(sentences(context.text), date.start)
    beside = [pair for pair in context.placed if sentence[0] <= pair[0].start < sentence[1]]
    near = own or [*_neighbours(date, beside), *context.facts]
    found = _dated(date.period, near)
    if found is not None:
        return found.ref, True
    if any(fact.periods for fact in near) and not _second(date, context, near):
        return None, False
    if any(_said(date.period, period) for period in context.free):
        return None, True
    for fact in context.facts:
        published = fact.evidence.published
        if published is not None and _said(date.period, published.period):
            return fact.ref, True
    return None, False


def _nearest(date: Figure, pairs: Placed) -> list[LinkedFact]:
    """The dated fact of the figure nearest to a date; all of a range's."""
    near = [(distance(date, figure), fact) for figure, fact in pairs if fact.periods]
    least = min([far for far, _ in near], default=0)
    return [fact for far, fact in near if far == least]


def distance(date: Figure, figure: Figure) -> int:
    """The characters between a date and a figure."""
    return max(figure.start - date.end, date.start - figure.end)


def _second(date: Figure, context: DateContext, near: Sequence[LinkedFact]) -> bool:
    """Whether a date, given to the month, stands in a sentence beside one that a fact has.

    "Putin said in January 2026 that it was 30 states in 2025": the first is the source's own date.
    """
    start, end = span_at(sentences(context.text), date.start)
    others = [
        other
        for other in context.dates
        if other is not date and start <= other.start < end and other.period is not None
    ]
    precise = date.period is not None and bool(date.period.start.month)
    return precise and any(
        _dated(other.period, near) is not None for other in others if other.period is not None
    )


def _partner(date: Figure, context: DateContext, idle: Sequence[LinkedFact]) -> LinkedFact | None:
    """The figureless fact that a date stands for, where a span has as many dates as such facts."""
    if not idle or len(idle) != len(context.dates):
        return None
    return next(
        (fact for other, fact in zip(context.dates, idle, strict=True) if other is date), None
    )


def out_of_order(dates: Sequence[tuple[Figure, FactRef]], facts: Facts) -> Figure | None:
    """The first date that stands before an earlier one of the same fact ("from 2023 to 2022").

    Only facts with several dates have an order: that of their `when`.
    """
    reached: dict[FactRef, int] = {}
    for date, ref in dates:
        fact = facts.find(ref)
        if fact is None or date.period is None:
            continue
        periods = fact.periods
        if fact.computed:
            periods = tuple(when.period for when in fact.record.when)
        if not periods or (len(periods) == 1 and periods[0].single):
            continue
        ends = [end for period in periods for end in _ends(period)]
        after = reached.get(ref, 0)
        begin = next(
            (k for k in range(after, len(ends)) if ends[k].admits(date.period.start)), None
        )
        if begin is None:
            return date
        reached[ref] = begin + (1 if date.period.single else 2)
    return None


def _ends(period: Period) -> tuple[PartialDate, ...]:
    return (period.start,) if period.single else (period.start, period.end)


def _neighbours(date: Figure, placed: Iterable[tuple[Figure, LinkedFact]]) -> list[LinkedFact]:
    before = [(figure, fact) for figure, fact in placed if figure.start < date.start]
    after = [(figure, fact) for figure, fact in placed if figure.start > date.start]
    near: list[LinkedFact] = []
    if before:
        near.append(max(before, key=lambda pair: pair[0].start)[1])
    if after:
        near.append(min(after, key=lambda pair: pair[0].start)[1])
    return near


def _dated(stated: Period, facts: Iterable[LinkedFact]) -> LinkedFact | None:
    for fact in facts:
        if any(_said(stated, period) for period in fact.periods):
            return fact
    return None


def _said(stated: Period, known: Period) -> bool:
    """Whether a stated date is a known period, one of its ends, or less precise than that."""
    if stated.single:
        return known.start.admits(stated.start) or known.end.admits(stated.start)
    return known.start.admits(stated.start) and known.end.admits(stated.end)


def dated(stated: Period, known: Iterable[Period]) -> bool:
    """Whether a stated date is one of the known periods, or an end of one."""
    return any(_said(stated, period) for period in known)


def _between(text: str, dates: Sequence[Figure]) -> Iterator[Period]:
    """The periods of "between 2018 and 2023" and "from 2018 to 2023"."""
    for first, last in pairwise(dates):
        word = text[: first.start].rstrip().rpartition(" ")[2].lower()
        joint = {"between": "and", "from": "to"}.get(word)
        if joint is None or text[first.end : last.start].strip() != joint:
            continue
        if first.period is not None and last.period is not None:
            yield Period(first.period.start, last.period.end)


def period_lengths(text: str, facts: Iterable[LinkedFact], duration: Figure) -> set[Fraction]:
    """The lengths, in the unit of `duration`, of the periods that text and facts name."""
    unit = duration.quantity.unit.over[0] if duration.quantity else ""
    dates = [figure for figure in read_dates(text) if figure.period is not None]
    periods = [figure.period for figure in dates if figure.period is not None]
    periods.extend(_between(text, dates))
    periods.extend(period for fact in facts for period in fact.periods)
    lengths: set[Fraction] = set()
    for period in periods:
        if unit == "year" and not period.single:
            lengths |= {Fraction(period.years), Fraction(period.years - 1)}
        elif unit == "month" and period.start.month:
            months = (period.end.year - period.start.year) * 12
            months += period.end.month - period.start.month
            lengths |= {Fraction(months), Fraction(months + 1)}
        elif unit == "day" and period.start.day:
            lengths.add(Fraction((period.end.last - period.start.first).days))
    return lengths
