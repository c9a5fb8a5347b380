"""What titles, paraphrases, meanings and questions ask, held against the comparisons of the tests.

Such texts carry no citations, so their words of more and less, their limits, and the order of their
figures are judged by the formulas that stand behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.link.binding.bearing import compared_ways
from build_scripts.link.binding.clauses import clauses, is_negated, negations, one_of, span_at
from build_scripts.link.binding.directions import LINES, directions
from build_scripts.link.facts import Facts
from build_scripts.model.bindings import Finding
from build_scripts.model.figures import Figure, Hedge
from build_scripts.model.formulas import Operation, Reference, parts
from build_scripts.model.linked import LinkedFact, LinkedReading, Outcome
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text

Stated = Sequence[tuple[Figure, LinkedFact]]
_UP = "more larger higher greater above over exceeded exceeds exceed reached reaches reach".split()
_DOWN = "fewer less smaller lower below under within".split()
_WAYS = (
    dict.fromkeys((*_UP, "at least", "as many as", "as much as", "as many", "as much"), 1)
    | dict.fromkeys((*_DOWN, "at most"), -1)
)  # fmt: skip
_ASKED = re.compile(
    rf"\b{one_of(('no (?:more|less|fewer) than', *sorted(_WAYS, key=len, reverse=True)))}\b",
    re.IGNORECASE,
)
_INEQUALITIES = frozenset({">", ">=", "<", "<="})
_NAMED_A_LINE = re.compile(rf"\b(?:{LINES}) (?:of|at) $", re.IGNORECASE)


def asked_findings(
    text: Text,
    stated: Stated,
    tests: Sequence[LinkedFact],
    readings: Sequence[LinkedReading],
    facts: Facts,
    *,
    asserts: bool,
) -> Iterator[Finding]:
    """Findings on the words of a text that states what its tests know.

    `stated` are its figures with the facts they are; with `asserts` it says how `readings` come
    out, without it what they ask.
    """
    turned = list(_directions(text, stated, tests, readings if asserts else None, facts))
    yield from turned
    yield from _limits(text, stated, tests)
    yield from _order(text, stated, tests)
    if len(tests) == 1 and not asserts and not turned:
        yield from _question(text, tests[0])


def _directions(
    text: Text,
    stated: Stated,
    tests: Sequence[LinkedFact],
    readings: Sequence[LinkedReading] | None,
    facts: Facts,
) -> Iterator[Finding]:
    """Direction words beside a figure: the tests that know the figure must compare that way."""
    for start, end, sense in directions(text, 0, len(text)):
        clause = span_at(clauses(text), start)
        inside = [pair for pair in stated if clause[0] <= pair[0].start < clause[1]]
        if not inside or any(f.hedge_start <= start < f.end for f, _ in inside):
            continue
        named = {fact.ref for _, fact in inside}
        concerned = tuple(
            test
            for test in tests
            if named & {test.ref, *(fact.ref for fact in facts.inputs_of(test.ref))}
        )
        behind = {fact.ref for figure, fact in inside if figure.start >= end}
        nearest = tuple(test for test in concerned if behind & limit_refs(test)) or concerned
        ways = {way for test in nearest for way in _ways(test, readings)}
        meant = -sense if is_negated(text, start) else sense
        if ways != {meant}:
            place = text.place(start, end)
            yield Finding("direction-mismatch", place, text[start:end], nearest, "asked")


def _ways(test: LinkedFact, readings: Sequence[LinkedReading] | None) -> list[int]:
    """The ways a test compares; where a text asserts, the ways that came out."""
    ways = compared_ways(test.formula)
    if readings is None:
        return ways
    outcome = next((one.outcome for one in readings if one.test.ref == test.ref), None)
    if outcome in (Outcome.HOLDS, Outcome.ASSERTED):
        return ways
    return [-way for way in ways] if outcome is Outcome.FAILS else []


def _limits(text: Text, stated: Stated, tests: Sequence[LinkedFact]) -> Iterator[Finding]:
    """A figure that is the limit of a test, but is not said to be one: "1.5%" for "under 1.5%"."""
    for figure, fact in stated:
        if figure.hedge is not Hedge.EXACT:
            continue
        start = span_at(clauses(text), figure.start)[0]
        if _NAMED_A_LINE.search(text, start, figure.start):
            continue
        if _ASKED.search(text, start, figure.start):
            continue
        for test in tests:
            if fact.ref in limit_refs(test):
                place = text.place(figure.start, figure.end)
                yield Finding("hedge-mismatch", place, figure.text, (fact, test), "limit")
                break


def limit_refs(test: LinkedFact) -> set[FactRef]:
    """The facts that a test compares with, by more or less, just as they are."""
    if test.formula is None:
        return set()
    operators = (node for node in parts(test.formula) if isinstance(node, Operation))
    return {
        node.operands[1].ref
        for node in operators
        if node.operator in _INEQUALITIES and isinstance(node.operands[1], Reference)
    }


def _order(text: Text, stated: Stated, tests: Sequence[LinkedFact]) -> Iterator[Finding]:
    """Figures that a test holds equal to something stand in its order: 27% and 31%."""
    for test in tests:
        last = -1
        for figure, fact in stated:
            at = _equal_at(test, fact)
            if at is None:
                continue
            if at < last:
                place = text.place(figure.start, figure.end)
                yield Finding("figure-order", place, figure.text, (test,), "asked")
                break
            last = at


def _equal_at(test: LinkedFact, fact: LinkedFact) -> int | None:
    """Which of a test's equations names a fact."""
    equations = [
        node
        for node in (parts(test.formula) if test.formula is not None else ())
        if isinstance(node, Operation) and node.operator == "="
    ]
    for number, equation in enumerate(equations):
        for side in equation.operands:
            if isinstance(side, Reference) and side.ref == fact.ref:
                return number
    return None


def _question(text: Text, test: LinkedFact) -> Iterator[Finding]:
    """All words of more and less of one question against the comparisons behind it."""
    found = [match for match in _ASKED.finditer(text) if match[0].lower() in _WAYS]
    asked = [_WAYS[match[0].lower()] for match in found]
    ways = compared_ways(test.formula)
    if not asked or not ways or negations(text, 0, len(text)):
        return
    one_way = len(set(asked)) == len(set(ways)) == 1
    against = asked[0] != ways[0] if one_way else len(asked) == len(ways) and asked != ways
    if against:
        wrong = next(k for k, way in enumerate(asked) if way != ways[min(k, len(ways) - 1)])
        place = text.place(*found[wrong].span())
        yield Finding("direction-mismatch", place, found[wrong][0], (test,), "asked")
