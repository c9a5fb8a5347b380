"""Texts that need no citation because readings stand behind them: titles, paraphrases, meanings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.link.binding.asked import asked_findings, limit_refs
from build_scripts.link.binding.clauses import is_negated
from build_scripts.link.binding.dates import dated
from build_scripts.link.binding.matching import is_share
from build_scripts.link.binding.polarity import limits, names_ratio, supported_proportion
from build_scripts.link.binding.saying import agrees
from build_scripts.link.facts import Facts
from build_scripts.model.bindings import Bound, BoundText, Finding, Role
from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.formulas import Formula, Number, Reference, references
from build_scripts.model.linked import LinkedFact, LinkedReading, Outcome
from build_scripts.model.quantity import BARE, IN_PERCENT
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.read.notation.figures import read_figures
from build_scripts.read.prose import parse_line


@dataclass(frozen=True)
class Backing:
    """What such a text may rest on: the tests, all their inputs, the claim's own date.

    `periods` are what the tests are about: their own dates, or else those of their inputs. The
    dates of `said_in`, the evidence of the claim itself, are those of the speech, not of what the
    claim is about.
    """

    tests: Sequence[LinkedFact]
    known: Sequence[LinkedFact]
    dates: Sequence[Period]
    readings: Sequence[LinkedReading] = ()
    said_in: str = ""
    complete: bool = True
    """False where a test could not be computed, so that nothing can be said of the texts."""
    periods: Sequence[Period] = ()

    def limits(self, hedge: Hedge) -> Iterator[tuple[LinkedFact, Formula, Formula]]:
        """What a test's comparison of the hedge's kind holds against what, behind the test.

        "More than 5" names what stands after > or before <, "5" what stands beside =.
        """
        for test in self.tests:
            if test.formula is not None:
                yield from ((test, *both) for both in limits(test.formula, hedge))


def backing(
    tests: Iterable[LinkedFact], dates: Sequence[Period], facts: Facts, said_in: str = ""
) -> Backing:
    """Gather the tests with everything they rest on."""
    tests = list(tests)
    known: dict[FactRef, LinkedFact] = {}
    periods: list[Period] = []
    for test in tests:
        inputs = facts.inputs_of(test.ref)
        for fact in (test, *inputs):
            known.setdefault(fact.ref, fact)
        for fact in (test,) if test.record.when else inputs:
            if fact.ref.evidence != said_in:
                periods.extend(fact.periods if fact.ref.row else _own(fact))
    return Backing(tests, tuple(known.values()), dates, said_in=said_in, periods=periods)


def _own(fact: LinkedFact) -> list[Period]:
    return [when.period for when in fact.record.when]


def bind_tested(
    where: str, text: Text, support: Backing, facts: Facts, *, asserts: bool = False
) -> BoundText:
    """Bind a text to the tests and their inputs.

    With `asserts` (a title) a proportion must also agree with how the readings come out; without
    it (a paraphrase, a meaning) the readings need only test that proportion.
    """
    prose = parse_line(text)
    block = prose.blocks[0]
    bounds: list[Bound] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    stated: list[tuple[Figure, LinkedFact]] = []
    for figure in read_figures(block.text, facts.lexicon):
        place = block.text.place(figure.start, figure.end)
        if figure.kind is Kind.UNCLEAR:
            findings.append(Finding("unclear-figure", place, figure.text, help=figure.advice))
        elif not support.complete:
            continue
        elif figure.kind is Kind.DATE:
            if figure.text in seen or not _dated(figure, support):
                near = tuple(support.tests)
                findings.append(Finding("unsupported-date", place, figure.text, near))
            seen.add(figure.text)
        elif figure.kind is Kind.PROPORTION:
            if not _proportion(block.text, figure, support, facts, asserts=asserts):
                near = tuple(support.tests)
                findings.append(Finding("proportion-mismatch", place, figure.text, near))
        else:
            named = _states(figure, support)
            if named is not None:
                stated.append((figure, named))
                bounds.append(Bound(0, figure.start, figure.end, Role.FACT, named.ref))
            else:
                near = tuple(support.tests)
                findings.append(Finding("unsupported-figure", place, figure.text, near, "tested"))
    if support.complete:
        tests, readings = support.tests, support.readings
        findings.extend(asked_findings(block.text, stated, tests, readings, facts, asserts=asserts))
    return BoundText(where, prose, tuple(bounds), tuple(findings))


def _dated(figure: Figure, support: Backing) -> bool:
    """Whether a date is one of a test's; the claim's own is free if it names the month."""
    if figure.period is None:
        return False
    if dated(figure.period, support.periods):
        return True
    free = bool(figure.period.start.month) or not support.periods
    return free and dated(figure.period, support.dates)


def _states(figure: Figure, support: Backing) -> LinkedFact | None:
    """The fact whose value a figure is.

    "Under 1.5%" may name the exact 1.5% that a test compares with, or a number written there.
    """
    for fact in support.known:
        if agrees(figure, fact):
            return fact
    unit = figure.quantity.unit if figure.quantity else None
    exact = figure._replace(hedge=Hedge.EXACT)
    for test, limit, held in support.limits(figure.hedge):
        right = isinstance(limit, Reference) and limit.ref in limit_refs(test)
        named = [fact for fact in support.known if right and fact.ref in references(limit)]
        if figure.hedge is not Hedge.EXACT and any(agrees(exact, fact) for fact in named):
            return test
        if isinstance(limit, Number) and figure.ends == (limit.value,):
            counted = [fact.quantity for fact in support.known if fact.ref in references(held)]
            units = {quantity.unit for quantity in counted if quantity is not None}
            if unit in units | {BARE, IN_PERCENT}:  # a bare number takes the other side's unit
                return test
    return None


def _proportion(
    text: Text, figure: Figure, support: Backing, facts: Facts, *, asserts: bool
) -> bool:
    if not asserts:
        return any(names_ratio(figure, test, facts) for test in support.tests)
    shares = [fact for fact in support.known if fact.quantity and is_share(fact.quantity.unit)]
    if supported_proportion(text, figure, shares, (), None, facts) is not None:
        return True
    outcomes = {
        reading.outcome for reading in support.readings if names_ratio(figure, reading.test, facts)
    }
    if is_negated(text, figure.start):
        return Outcome.FAILS in outcomes and Outcome.HOLDS not in outcomes
    return Outcome.HOLDS in outcomes
