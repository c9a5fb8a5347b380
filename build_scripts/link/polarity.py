"""Yes and no: negations around figures, and what proportion words rest on.

What a sentence denies is judged against what its fact denies: a fact that says "received no arms"
is cited rightly by a sentence that denies, wrongly by one that affirms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from build_scripts.link.clauses import clauses, is_negated, negations, span_at
from build_scripts.link.facts import Facts
from build_scripts.link.matching import Verdict, borne_by, compare_proportion, proportion_holds
from build_scripts.model.figures import Figure, Kind
from build_scripts.model.formulas import Call, Formula, Number, Operation
from build_scripts.model.linked import LinkedFact


def fact_denies(fact: LinkedFact) -> bool:
    """Whether the sentence of a fact is negated."""
    sentence = str(fact.record.says or fact.record.asks or "")
    return len(negations(sentence, 0, len(sentence))) % 2 == 1


def opposed(text: str, figure: Figure, fact: LinkedFact) -> bool:
    """Whether the figure's clause denies what its fact affirms, or the other way round."""
    if figure.kind is Kind.PROPORTION:
        return False
    return is_negated(text, figure.start) is not fact_denies(fact)


def pair_ratio(
    text: str, placed: Sequence[tuple[Figure, LinkedFact]], figure: Figure
) -> tuple[Fraction, LinkedFact] | None:
    """The ratio of "A of the B" in the sentence or just after `figure`: value, and the fact of A."""
    for (first, fact), (second, whole) in zip(placed, placed[1:], strict=False):
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
    denied = is_negated(text, figure.start)
    for share in shares:
        opposite = denied is not fact_denies(share)
        for borne in borne_by(share):
            if compare_proportion(figure, borne, opposite=opposite) is Verdict.AGREES:
                return share
    if ratio is not None:
        opposite = denied is not fact_denies(ratio[1])
        if proportion_holds(figure, ratio[0]) is not opposite:
            return ratio[1]
    for test in tests:
        if test.truth is not None and test.truth is not denied and names_ratio(figure, test, facts):
            return test
    return None


def names_ratio(figure: Figure, test: LinkedFact, facts: Facts) -> bool:
    """Whether a comparison, or a formula it rests on, holds something against that proportion.

    A half, and so a majority, is a division by 2 or a constant of 0.5 or 50.
    """
    constants = {
        number for fact in (test, *facts.inputs_of(test.ref)) for number in _constants(fact)
    }
    ratios = {c for c in constants} | {1 / c for c in constants if c} | {c / 100 for c in constants}
    interval = figure.quantity.interval if figure.quantity else None
    if interval is None or interval.low.value is None or interval.high.value is None:
        return False
    if interval.is_point:
        return any(proportion_holds(figure, ratio) for ratio in ratios)
    return Fraction(1, 2) in ratios


def _constants(fact: LinkedFact) -> Iterator[Fraction]:
    if fact.formula is not None:
        yield from _numbers(fact.formula)


def _numbers(formula: Formula) -> Iterator[Fraction]:
    if isinstance(formula, Number):
        yield formula.value
    elif isinstance(formula, Operation):
        for operand in formula.operands:
            yield from _numbers(operand)
    elif isinstance(formula, Call):
        for argument in formula.arguments:
            yield from _numbers(argument)


def sentence_denies(text: str, figure: Figure) -> bool:
    """Whether the clause of a figure is negated."""
    start, end = span_at(clauses(text), figure.start)
    return len(negations(text, start, end)) % 2 == 1
