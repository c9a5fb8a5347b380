"""Yes and no: negations around figures, and what proportion words rest on.

What a sentence denies is judged against what its fact denies: a fact that says "received no arms"
is cited rightly by a sentence that denies, wrongly by one that affirms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from build_scripts.link.clauses import denies, find_number, is_negated, negations
from build_scripts.link.facts import Facts
from build_scripts.link.matching import Verdict, borne_by, compare_proportion, proportion_holds
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.formulas import Number, Operation, parts
from build_scripts.model.linked import LinkedFact


def fact_denies(fact: LinkedFact, number: str = "") -> bool:
    """Whether the sentence of a fact is negated; where it states `number`, that clause decides."""
    sentence = str(fact.record.says or fact.record.asks or "")
    at = find_number(sentence, number) if number else -1
    if at >= 0:
        return denies(sentence, at, expected=True)
    return len(negations(sentence, 0, len(sentence))) % 2 == 1


def opposed(text: str, figure: Figure, fact: LinkedFact) -> bool:
    """Whether the figure's clause denies what its fact affirms, or the other way round."""
    return figure.kind is not Kind.PROPORTION and is_opposite(text, figure, fact)


def is_opposite(text: str, figure: Figure, fact: LinkedFact) -> bool:
    """Whether a figure and its fact stand on different sides of a denial."""
    denied = fact_denies(fact, figure.text.split()[0])
    return denies(text, figure.start, expected=denied) is not denied


def pair_ratio(
    text: str, placed: Sequence[tuple[Figure, LinkedFact]], figure: Figure
) -> tuple[Fraction, LinkedFact] | None:
    """The ratio of "A of the B" near `figure`: its value, and the fact of A."""
    for (first, fact), (second, whole) in pairwise(placed):
        between = text[first.end : second.start].split()
        if "of" not in between or len(between) > 4:
            continue
        if abs(first.start - figure.start) > 160:
            continue
        part, total = borne_by(fact), borne_by(whole)
        if part and total and total[0].value:
            return part[0].value / total[0].value, fact
    return None


def supported_proportion(
    text: str,
    figure: Figure,
    shares: Iterable[LinkedFact],
    tests: Iterable[LinkedFact],
    ratio: tuple[Fraction, LinkedFact] | None,
    facts: Facts,
) -> LinkedFact | None:
    """The fact that a proportion word rests on; None when none agrees with it."""
    for share in shares:
        opposite = is_opposite(text, figure, share)
        for borne in borne_by(share):
            if compare_proportion(figure, borne, opposite=opposite) is Verdict.AGREES:
                return share
    if ratio is not None:
        opposite = is_opposite(text, figure, ratio[1])
        if proportion_holds(figure, ratio[0]) is not opposite:
            return ratio[1]
    denied = is_negated(text, figure.start)
    for test in tests:
        if test.quantity is not None and names_ratio(figure, test, facts, deep=False):
            return test
        if test.truth is not None and test.truth is not denied and names_ratio(figure, test, facts):
            return test
    return None


def names_ratio(figure: Figure, fact: LinkedFact, facts: Facts, *, deep: bool = True) -> bool:
    """Whether a formula, or with `deep` one that it names, names that proportion.

    A half is a division by 2 or a constant of 0.5 or 50; a quarter more is 1.25. A comparison must
    be of the word's kind: > and < for a majority or "more than half", = for "half".
    """
    interval = figure.quantity.interval if figure.quantity else None
    if interval is None or interval.low.value is None or interval.high.value is None:
        return False
    inputs = [facts.find(ref) for ref in fact.inputs] if deep else []
    known = [fact, *(other for other in inputs if other is not None)]
    if fact.is_test and not any(_compares(figure, test) for test in known if test.is_test):
        return False
    constants = {number for other in known for number in constants_of(other)}
    ratios = constants | {1 / c for c in constants if c} | {c / 100 for c in constants}
    ratios |= {abs(1 - c) for c in constants}
    if interval.is_point:
        exact = replace(figure, hedge=Hedge.EXACT)
        return any(proportion_holds(exact, ratio) for ratio in ratios)
    return interval.low.open and Fraction(1, 2) in ratios


_KINDS: Mapping[Hedge, frozenset[str]] = {
    Hedge.EXACT: frozenset({"="}),
    Hedge.OVER: frozenset({">", "<"}),
    Hedge.UNDER: frozenset({">", "<"}),
    Hedge.AT_LEAST: frozenset({">=", "<="}),
    Hedge.AT_MOST: frozenset({">=", "<="}),
}


def _compares(figure: Figure, test: LinkedFact) -> bool:
    """Whether a test has a comparison of the kind that a proportion word means."""
    is_range = figure.quantity is not None and not figure.quantity.interval.is_point
    wanted = _KINDS[Hedge.OVER] if is_range else _KINDS.get(figure.hedge, frozenset())
    return test.formula is not None and any(
        isinstance(node, Operation) and node.operator in wanted for node in parts(test.formula)
    )


def constants_of(fact: LinkedFact) -> Iterator[Fraction]:
    """The numbers written in a fact's formula."""
    if fact.formula is not None:
        for node in parts(fact.formula):
            if isinstance(node, Number):
                yield node.value
