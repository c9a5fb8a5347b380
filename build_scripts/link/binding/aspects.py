"""What words around a figure add to it: a direction, a denial."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from build_scripts.link.binding.clauses import clauses, find_number, sentences, span_at
from build_scripts.link.binding.directions import (
    POSITIONS,
    Word,
    directions,
    extremes,
    nearest,
    nearest_direction,
)
from build_scripts.link.binding.polarity import opposed
from build_scripts.model.bindings import Finding
from build_scripts.model.figures import Figure, Kind
from build_scripts.model.linked import LinkedFact
from build_scripts.model.text import Text
from build_scripts.read.notation.words import MULTIPLES

Placed = Sequence[tuple[Figure, LinkedFact]]
_FROM = re.compile(r"\bfrom (?:\w+ ){0,3}$")
_TO = re.compile(r"\bto (?:\w+ ){0,2}$")


def aspects(text: Text, figure: Figure, fact: LinkedFact) -> Iterator[Finding]:
    """Findings on the sign and the negation of a figure that otherwise agrees with its fact."""
    if opposed(text, figure, fact):
        place = text.place(figure.start, figure.end)
        yield Finding("negation-mismatch", place, figure.text, (fact,))
    sign = signed(fact)
    if not sign:
        if figure.kind is not Kind.PROPORTION:
            yield from _against_sentence(text, figure, fact)
        return
    if figure.signed:
        middle = figure.quantity.interval.middle if figure.quantity else None
        if middle is not None and (middle > 0) is not (sign > 0):
            place = text.place(figure.start, figure.end)
            yield Finding("direction-mismatch", place, figure.text, (fact,))
        return
    word = nearest_direction(text, figure.start, figure.end)
    if figure.kind is Kind.PROPORTION and (word is None or figure.text.lower() in MULTIPLES):
        return  # "halved" has its direction in itself
    if word is None:
        place = text.place(figure.start, figure.end)
        yield Finding("direction-mismatch", place, figure.text, (fact,), "none")
    elif word[2] != sign:
        start, end = word[0], word[1]
        yield Finding("direction-mismatch", text.place(start, end), text[start:end], (fact,))


def new_aspects(
    text: Text, figure: Figure, fact: LinkedFact, placed: Placed, known: Sequence[Finding]
) -> Iterator[Finding]:
    """The findings of `aspects` that no finding of an earlier figure says: one word is wrong once.

    `placed` are the figures bound so far, `known` the findings.
    """
    found = list(aspects(text, figure, fact))
    if not found:
        return
    places = {finding.place for finding in known}
    clause = span_at(clauses(text), figure.start)
    denied = any(
        clause[0] <= other.start < figure.start and opposed(text, other, its)
        for other, its in placed
        if other is not figure
    )
    for finding in found:
        said = finding.place in places if finding.kind == "direction-mismatch" else denied
        if not said:
            yield finding


def _against_sentence(text: Text, figure: Figure, fact: LinkedFact) -> Iterator[Finding]:
    """Findings where text and fact put words of opposite sense beside the figure: more, highest."""
    sentence = fact.record.says or ""
    for find in (directions, extremes) if not fact.ref.row else (directions,):
        if not find(sentence, 0, len(sentence)) or not find(text, 0, len(text)):
            continue
        number = figure.text.split()[0]
        at = find_number(sentence, number)
        said = _in_clause(sentence, at, at + len(number), find) if at >= 0 else None
        word = _in_clause(text, figure.start, figure.end, find)
        if said is not None and word is not None and word[2] != said[2]:
            place = text.place(word[0], word[1])
            yield Finding("direction-mismatch", place, text[word[0] : word[1]], (fact,), "says")


def _in_clause(
    text: str, start: int, end: int, find: Callable[[str, int, int], list[Word]]
) -> Word | None:
    return nearest(find(text, *span_at(clauses(text), start)), start, end)


def signed(fact: LinkedFact) -> int:
    """The sign that a fact's value carries in words: -1, 1, or 0 where it has none."""
    if fact.quantity is None:
        return 0
    if fact.stated is not None and not fact.stated.signed:
        return 0
    high, low = fact.quantity.interval.high.value, fact.quantity.interval.low.value
    if high is not None and high < 0:
        return -1
    explicit = fact.stated is not None and fact.stated.signed
    return 1 if explicit and low is not None and low > 0 else 0


def changes_between(text: Text, placed: Placed) -> Iterator[Finding]:
    """Findings on "fell from 76% to 36%": the direction word must agree with the two figures."""
    for (start, end, sign), one, other, way in moves(text, placed):
        if way is not sign:
            yield Finding(
                "direction-mismatch", text.place(start, end), text[start:end], (one, other), "pair"
            )


def moves(text: Text, placed: Placed) -> Iterator[tuple[Word, LinkedFact, LinkedFact, int]]:
    """Each "fell from 76% to 36%": the word, the facts of the two figures, and the way they go."""
    for (first, one), (second, other) in pairwise(placed) if "from " in text else ():
        if not _FROM.search(text, 0, _begin(first)):
            continue
        if first is not second and not _TO.search(text, first.end, _begin(second)):
            continue
        before, after = one.borne, other.borne
        if not before or not after or before[0].unit != after[0].unit:
            continue
        sentence = span_at(sentences(text), first.start)
        found = directions(text, sentence[0], first.start)
        words = [word for word in found if text[word[0] : word[1]].lower() not in POSITIONS]
        change = after[-1].value - before[0].value
        if words and change:
            yield words[-1], one, other, 1 if change > 0 else -1


def _begin(figure: Figure) -> int:
    return figure.hedge_start if figure.hedge_start < figure.start else figure.start
