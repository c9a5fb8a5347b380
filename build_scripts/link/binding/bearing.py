"""What bears a direction word: two figures that it compares, or the fact beside it.

"Rose", "above", "fewer" beside a figure say something that can be wrong while every figure is
right. Such a word must follow from two cited figures, or agree with what a cited fact says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from build_scripts.link.binding.aspects import Placed, moves, signed
from build_scripts.link.binding.clauses import clauses, sentences, span_at
from build_scripts.link.binding.directions import LINES, POSITIONS, Word, directions
from build_scripts.link.binding.matching import is_currency
from build_scripts.link.binding.quotations import words_of
from build_scripts.link.binding.spans import Span
from build_scripts.model.bindings import Finding
from build_scripts.model.figures import Figure, Kind
from build_scripts.model.formulas import Formula, Operation, parts
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import BARE, IN_PERCENT
from build_scripts.model.text import Text

_COUNTED = (Kind.QUANTITY, Kind.PROPORTION)
_THE_LINE = re.compile(rf"\s(?:it|(?:the|that|this|its) (?:{LINES}))\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom $", re.IGNORECASE)
_FEW_WORDS = 6


class Around(NamedTuple):
    """What stands around the direction words of a block.

    `figures` are all of the block's own, `placed` those that are bound, with their facts, `backed`
    where those begin that need nothing more. `spared` are stretches that are not ours to judge:
    quotations. `line` is the threshold of a chart.
    """

    figures: Sequence[Figure]
    placed: Placed
    spans: Sequence[Span]
    spared: Sequence[tuple[int, int]] = ()
    line: LinkedFact | None = None
    backed: frozenset[int] = frozenset()


def direction_findings(text: Text, around: Around, known: Sequence[Finding]) -> Iterator[Finding]:
    """Findings on direction words beside bound figures that nothing bears, or that go wrong.

    `known` are findings so far: a word that has one already is passed over, and so is a clause
    with a figure that is not backed.
    """
    words = directions(text, 0, len(text))
    if not words:
        return
    places = {finding.place for finding in known}
    moved = {word for word, _, _, _ in moves(text, around.placed)}
    for word in words:
        start, end, sense = word
        place = text.place(start, end)
        if word in moved or place in places or not _judged(word, around):
            continue
        clause = span_at(clauses(text), start)
        inside = [f for f in around.figures if clause[0] <= f.start < clause[1]]
        inside = [figure for figure in inside if figure.kind in _COUNTED]
        if not inside or any(figure.start not in around.backed for figure in inside):
            continue
        senses, facts = _senses(text, word, clause, around)
        if not senses:
            near = min(inside, key=lambda figure: _distance(word, figure))
            detail = f"open {near.text}"
            yield Finding("direction-mismatch", place, text[start:end], facts, detail)
        elif sense not in senses:
            yield Finding("direction-mismatch", place, text[start:end], facts, "against")


def _judged(word: Word, around: Around) -> bool:
    start = word[0]
    hedged = any(figure.hedge_start <= start < figure.end for figure in around.figures)
    return not hedged and not any(a <= start < b for a, b in around.spared)


def _senses(
    text: Text, word: Word, clause: tuple[int, int], around: Around
) -> tuple[set[int], tuple[LinkedFact, ...]]:
    """The senses a word may have, and the facts that decide; none where nothing decides."""
    for compare in (_compared, _came_from):
        decided = compare(text, word, clause, around)
        if decided is not None:
            return decided
    pairs = [pair for pair in around.placed if clause[0] <= pair[0].start < clause[1]]
    pairs.sort(key=lambda pair: _distance(word, pair[0]))
    for _, fact in pairs:
        senses = senses_of(fact)
        if senses:
            return senses, (fact,)
    cited = next((span.facts for span in around.spans if span.start <= word[0] < span.end), ())
    senses = {sense for fact in cited for sense in senses_of(fact)}
    return senses, tuple(cited) or tuple(fact for _, fact in pairs)


def senses_of(fact: LinkedFact) -> set[int]:
    """The directions that a fact has: by its sign, in its sentence, else in its quote.

    A test has the direction that it asks for, or the other one where the answer is no.
    """
    sign = signed(fact)
    if sign:
        return {sign}
    sentence = str(fact.record.says or fact.record.asks or "")
    senses = {word[2] for word in directions(sentence, 0, len(sentence))}
    if fact.is_test:
        senses = senses or set(compared_ways(fact.formula))
        return set() if fact.truth is None else {s if fact.truth else -s for s in senses}
    if senses:
        return senses
    return {word[2] for text in words_of(fact.quote) for word in directions(text, 0, len(text))}


def compared_ways(formula: Formula | None) -> list[int]:
    """What the comparisons of a formula ask for, in order: +1 for more, -1 for less."""
    if formula is None:
        return []
    operators = [node.operator for node in parts(formula) if isinstance(node, Operation)]
    ways = {">": 1, ">=": 1, "<": -1, "<=": -1}
    return [ways[operator] for operator in operators if operator in ways]


def _compared(
    text: Text, word: Word, clause: tuple[int, int], around: Around
) -> tuple[set[int], tuple[LinkedFact, ...]] | None:
    """The sense of "90 states, below the line of 97": of the first figure against the second."""
    start, end, _ = word
    if text[start:end].lower() not in POSITIONS - {"up", "down"}:
        return None
    sentence = span_at(sentences(text), start)
    before = [pair for pair in around.placed if sentence[0] <= pair[0].start < start]
    after = [pair for pair in around.placed if end <= pair[0].start < sentence[1]]
    if around.line is not None and _THE_LINE.match(text, end):
        return _against_line(word, clause, before, after, around.line)
    if before and not text[before[-1][0].end : start].strip():
        return None  # "21% more than 5" tells by how much
    if not _near(text, end, after):
        return None
    other = before[-1] if before else after[1] if len(after) > 1 else None
    return _difference(other[1], after[0][1]) if other else None


def _came_from(
    text: Text, word: Word, clause: tuple[int, int], around: Around
) -> tuple[set[int], tuple[LinkedFact, ...]] | None:
    """The sense of "12 bridges, down from 24", and of "rose to 40 from 24"."""
    end = span_at(sentences(text), word[0])[1]
    for (_, now), (figure, then) in pairwise(around.placed):
        begin = min(figure.hedge_start, figure.start)
        if word[1] <= figure.start < end and _FROM.search(text, word[0], begin):
            return _difference(now, then)
    return None


def _against_line(
    word: Word, clause: tuple[int, int], before: Placed, after: Placed, line: LinkedFact
) -> tuple[set[int], tuple[LinkedFact, ...]] | None:
    """The sense of "ends below the line at 1.24%", where a chart has a line."""
    others = [pair for pair in (*before, *after) if pair[1].borne != line.borne]
    here = [pair for pair in others if clause[0] <= pair[0].start < clause[1]]
    if here:
        return _difference(min(here, key=lambda pair: _distance(word, pair[0]))[1], line)
    earlier = [pair for pair in others if pair[0].start < word[0]]
    return _difference((earlier or others)[-1 if earlier else 0][1], line) if others else None


def _near(text: Text, end: int, after: Placed) -> bool:
    """Whether the next figure follows within a few words, in the same clause."""
    if not after:
        return False
    between = text[end : after[0][0].start]
    clause = span_at(clauses(text), end)
    return len(between.split()) <= _FEW_WORDS and after[0][0].start < clause[1]


def _difference(
    one: LinkedFact, other: LinkedFact
) -> tuple[set[int], tuple[LinkedFact, ...]] | None:
    first, second = _ends(one, other), _ends(other, one)
    if not first or not second:
        return None
    low, high = first[0] - second[-1], first[-1] - second[0]
    if low > 0 or high < 0:
        return {1 if low > 0 else -1}, (one, other)
    return None


def _ends(fact: LinkedFact, beside: LinkedFact) -> list[Fraction]:
    """The numbers of a fact in the unit of another; none where they cannot be compared.

    A count without a noun goes with any count; a ratio with a percentage.
    """
    own, others = fact.borne, beside.borne
    units = {borne.unit for borne in (*own, *others)}
    if len(units) > 1 and (BARE not in units or any(is_currency(unit) for unit in units)):
        return []
    factor = 100 if IN_PERCENT in units and own and own[0].unit == BARE else 1
    return [borne.value * factor for borne in own]


def _distance(word: Word, figure: Figure) -> int:
    return max(figure.start - word[1], word[0] - figure.end)
