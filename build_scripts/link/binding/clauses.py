"""Sentences and clauses of a text: where a denial or a direction reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from build_scripts.read.notation.text_words import words_in

_SENTENCE = re.compile(r"[.!?\n](?:(?<=\n)\n|(?<!\n)(?P<between>[”\"’)]*\s+)(?=[“\"(]?[A-Z\d]))")


def one_of(words: Iterable[str]) -> str:
    """A pattern of the first of these that fits; a look at the letter spares most trials."""
    words = tuple(words)
    letters = sorted({word[0] for word in words})
    return f"(?=[{''.join(letters)}])(?:{'|'.join(words)})"


_JOINTS = "– — but while whereas although though yet however and".split()
_CLAUSE = re.compile(rf"[,;:()\s](?:(?<!\s)\s|(?<=\s){one_of(_JOINTS)}\s)", re.I)
_WORDS = frozenset("not no none never neither nor cannot nobody nowhere".split())
_SIGNS = _WORDS | {"t"}
"""One of them is in every text that denies; the letter is the end of "don't"."""
_NEGATION = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS))}|[a-z]+n[’']t)\b", re.I)
_GOES_ON = re.compile(
    r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would) (?:not|never)\b", re.I
)
"""The beginning of a clause that has its subject in the clause before it."""
_NOT_A_NEGATION = re.compile(r"\b(?:not only|no (?:more|less|fewer|later) than|no doubt)\b", re.I)


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences of a text."""
    return _split(text, 0, len(text), _SENTENCE)


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the clauses of a text."""
    found: list[tuple[int, int]] = []
    for start, end in sentences(text):
        found.extend(_split(text, start, end, _CLAUSE))
    return tuple(found)


def _split(
    text: str, start: int, end: int, pattern: re.Pattern[str]
) -> tuple[tuple[int, int], ...]:
    parts: list[tuple[int, int]] = []
    for match in pattern.finditer(text, start, end):
        stop = match.start(match.lastindex or 0)
        if stop > start:
            parts.append((start, stop))
        start = match.end()
    if start < end:
        parts.append((start, end))
    return tuple(parts)


def span_at(spans: tuple[tuple[int, int], ...], offset: int) -> tuple[int, int]:
    """The span that holds `offset`, or the one before it."""
    before = (0, 0)
    for span in spans:
        if span[0] > offset:
            break
        before = span
    return before


def negations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of negating words between two offsets."""
    return [span for span in _negations(text) if start <= span[0] and span[1] <= end]


@lru_cache(maxsize=4096)
def _negations(text: str) -> tuple[tuple[int, int], ...]:
    if _SIGNS.isdisjoint(words_in(str(text))):  # a Text would not be known from its reading
        return ()
    excluded = [match.span() for match in _NOT_A_NEGATION.finditer(text)]
    return tuple(
        match.span()
        for match in _NEGATION.finditer(text)
        if not any(a <= match.start() < b for a, b in excluded)
    )


def find_number(text: str, number: str) -> int:
    """Where a number, or a word that is one, stands by itself in a text; -1 where it does not."""
    lower, wanted = text.lower(), number.lower()
    at = lower.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        before, after = lower[at - 1 : at], lower[end : end + 1]
        if not (_in_word(before) or _in_word(after) or before in {".", ","}):
            return at
        at = lower.find(wanted, at + 1)
    return -1


def _in_word(character: str) -> bool:
    """Whether it is a letter, a digit or an underscore; nothing at all is none."""
    return character.isalnum() or character == "_"


def is_negated(text: str, offset: int) -> bool:
    """Whether the clause that holds `offset` is negated (an odd number of times)."""
    return bool(_negations(text)) and _odd(text, span_at(clauses(text), offset))


def denies(text: str, offset: int, *, expected: bool) -> bool:
    """Whether the text denies what it says at `offset`.

    The clause decides; or the first clause behind it without digits, if that goes on with a verb
    ("52 members, or 27%, did not vote"), or if a denial is expected.
    """
    if not _negations(text):
        return False
    if is_negated(text, offset):
        return True
    end = span_at(sentences(text), offset)[1]
    own = span_at(clauses(text), offset)
    for clause in clauses(text):
        if own[1] <= clause[0] < end and not any(c.isdigit() for c in text[slice(*clause)]):
            goes_on = expected or _GOES_ON.match(text, *clause) is not None
            return goes_on and _odd(text, clause)
    return False


def _odd(text: str, span: tuple[int, int]) -> bool:
    return len(negations(text, *span)) % 2 == 1
