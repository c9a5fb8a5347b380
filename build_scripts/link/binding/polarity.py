"""Yes and no: negations around figures, and what proportion words rest on.

What a sentence denies is judged against what its fact denies: a fact that says "received no arms"
is cited rightly by a sentence that denies, wrongly by one that affirms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from build_scripts.link.binding.clauses import denies, find_number, is_negated, negations
from build_scripts.link.binding.matching import Verdict, compare_proportion, proportion_holds
from build_scripts.link.facts import Facts
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.formulas import Formula, Number, Operation, Reference, parts
from build_scripts.model.linked import LinkedFact


def fact_denies(fact: LinkedFact, number: str = "") -> bool:
    """Whether the sentence of a fact is negated; where it states `number`, that clause decides."""
    sentence = fact.record.says or fact.record.asks or ""
    denials = negations(sentence, 0, len(sentence))
    at = find_number(sentence, number) if denials and number else -1
    if at >= 0:
        return denies(sentence, at, expected=True)
    return len(denials) % 2 == 1


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
        part, total = fact.borne, whole.borne
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
        for borne in share.borne:
            if compare_proportion(figure, borne, opposite=opposite) is Verdict.AGREES:
                return share
    if ratio is not None:
        opposite = is_opposite(text, figure, ratio[1])
        if proportion_holds(figure, ratio[0]) is not opposite:
            return ratio[1]
    denied = is_negated(text, figure.start)
    for test in tests:
        if test.quantity is not None and names_ratio(figure, test, facts):
            return test
        if test.truth is not None and test.truth is not denied and names_ratio(figure, test, facts):
            return test
    return None


def names_ratio(figure: Figure, fact: LinkedFact, facts: Facts) -> bool:
    """Whether a formula names that proportion, as what it compares with or as what it computes.

    A half is a division by 2 or the number 0.5 or 50; a quarter more is 1.25. In a comparison it
    must stand on the side, and beside the operator, that the word means: `x > y / 2` is "most" and
    "more than half", `x < y / 10` "fewer than one in ten".
    """
    interval = figure.quantity.interval if figure.quantity else None
    if interval is None or fact.formula is None:
        return False
    if fact.is_test:
        named = [limit for test in _tests(fact, facts) for limit in _limits(figure, test)]
    else:
        named = [fact.formula]
    ratios = [ratio for formula in named for ratio in _ratios(formula, facts)]
    if interval.is_point:
        exact = figure._replace(hedge=Hedge.EXACT)
        return any(proportion_holds(exact, ratio) for ratio in ratios)
    return interval.low.open and Fraction(1, 2) in ratios


_Sides = tuple[frozenset[str], frozenset[str]]
_OVER: _Sides = (frozenset({">", ">="}), frozenset({"<", "<="}))
_UNDER: _Sides = (frozenset({"<", "<="}), frozenset({">", ">="}))
_EQUAL: _Sides = (frozenset({"="}), frozenset({"="}))
SIDES: Mapping[Hedge, _Sides] = {
    Hedge.EXACT: _EQUAL,
    Hedge.OVER: _OVER,
    Hedge.AT_LEAST: _OVER,
    Hedge.UNDER: _UNDER,
    Hedge.AT_MOST: _UNDER,
}
"""The operators after which, and before which, a number of that hedge stands."""


def limits(formula: Formula, hedge: Hedge) -> Iterator[tuple[Formula, Formula]]:
    """What a formula's comparisons hold something above, below or equal to, by the hedge.

    Each limit comes with what is held against it.
    """
    right, left = SIDES.get(hedge, (frozenset(), frozenset()))
    for node in parts(formula):
        if isinstance(node, Operation) and node.operator in right:
            yield node.operands[1], node.operands[0]
        if isinstance(node, Operation) and node.operator in left:
            yield node.operands[0], node.operands[1]


def _limits(figure: Figure, test: LinkedFact) -> Iterator[Formula]:
    is_range = figure.quantity is not None and not figure.quantity.interval.is_point
    hedge = Hedge.OVER if is_range else figure.hedge
    for limit, _ in limits(test.formula, hedge) if test.formula is not None else ():
        yield limit


def _tests(fact: LinkedFact, facts: Facts) -> Iterator[LinkedFact]:
    """A test and the tests that it joins by and, or, not."""
    yield fact
    for ref in fact.inputs:
        other = facts.find(ref)
        if other is not None and other.is_test:
            yield other


def _ratios(formula: Formula, facts: Facts, depth: int = 1) -> list[Fraction]:
    """The proportions a formula stands for: of a division, a factor, a number, or a named fact."""
    if isinstance(formula, Number):
        return [formula.value, formula.value / 100]
    if isinstance(formula, Reference):
        named = facts.find(formula.ref) if depth else None
        source = named.formula if named is not None else None
        return _ratios(source, facts, depth - 1) if source is not None else []
    if not isinstance(formula, Operation) or not formula.operands:
        return []
    first, last = formula.operands[0], formula.operands[-1]
    if formula.operator == "/" and isinstance(last, Number) and last.value:
        top = first.value if isinstance(first, Number) else Fraction(1)
        return [top / last.value]
    if formula.operator == "*" and (isinstance(last, Number) or isinstance(first, Number)):
        factor = last.value if isinstance(last, Number) else first.value  # type: ignore[union-attr]
        return [factor, abs(1 - factor)]
    return [ratio for operand in formula.operands for ratio in _ratios(operand, facts, depth)]
