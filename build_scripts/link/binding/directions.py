"""Direction words: rose and fell, above and below, more and fewer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from build_scripts.link.binding.clauses import one_of, sentences, span_at
from build_scripts.read.notation.text_words import words_in
from build_scripts.read.notation.words import CARDINALS, FRACTIONS, TENS

_UP = (
    "rose risen rise rises rising grew grown grow grows growing increased increase increases "
    "increasing climbed climbs up gained gains higher larger greater above jumped soared "
    "expanded widened raised raises raising added ahead surplus beyond"
)
_DOWN = (
    "fell fallen fall falls falling dropped drop drops dropping declined decline declines "
    "declining decreased decrease decreases decreasing down shrank shrunk shrink shrinks lost "
    "lower smaller reduced cut cuts below slid sank dwindled behind shortfall fewer"
)
DIRECTIONS = dict.fromkeys(_UP.split(), 1) | dict.fromkeys(_DOWN.split(), -1)
_COMPARED = {"more": 1, "less": -1}
_BOUNDS = {"over": 1, "under": -1}
"""Directions only before a line: "under the ceiling"; otherwise hedges, or places."""
LINES = "line|ceiling|limit|threshold|mark|floor"
"""What a chart or a claim draws a line with."""
POSITIONS = frozenset(
    "up down above below beyond higher lower larger smaller greater more less fewer ahead "
    "behind over under".split()
)
"""Direction words that compare places rather than tell of a change."""

EXTREMES = dict.fromkeys("highest largest biggest greatest".split(), 1) | dict.fromkeys(
    "lowest smallest fewest".split(), -1
)
"""Words that are judged where the sentence of the fact has one, and ask for nothing else."""
_EXTREME = re.compile(rf"\b(?:{'|'.join(EXTREMES)})\b", re.IGNORECASE)
_WORDS = frozenset({*DIRECTIONS, *_COMPARED, *_BOUNDS})
_BEFORE_A_LINE = rf"(?= (?:the|a|this|that|its) (?:{LINES})\b)"
_DIRECTION = re.compile(
    rf"\b{one_of((*DIRECTIONS, *_COMPARED, *(word + _BEFORE_A_LINE for word in _BOUNDS)))}\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:an? )?(?:[\d$€£]|(?:one|" + "|".join((*CARDINALS, *TENS, *FRACTIONS)) + r")\b)"
_NOT_A_DIRECTION = re.compile(
    rf"\b(?:(?:more|less|fewer|greater) than {_NUMBER}|more (?:likely|or less)"
    r"|(?:lower|upper|higher) (?:end|house|limit|court|education)s?"
    r"|up to|(?:make|makes|made|take|takes|took|give|gave|set|end|ended|turn|turned|build|built) up"
    r"|(?:he|she|it|they) added|added (?:up|that\b|:)"
    r"|(?:as|see|said|shown|named|mentioned|list|table|chart) (?:above|below))",
    re.IGNORECASE,
)
_AMOUNT = (
    r"(?:[\d%]|\b(?:times|cent|percent|points|hundred|thousand|[a-z]+illion|half|third|quarter)) $"
)
_STATE = (
    r"|\b(?:is|are|was|were|went|goes|gone|came|comes|far|close|just|well|fell|lags?|lagged|stays?"
    r"|stayed|remains?|remained|sharply|slightly|further) $"
)
_LINE_OR_NUMBER = rf"\s(?:it\b|(?:the|a|this|that|its) (?:{LINES})\b|[\d$€£])"
_PERCENT = r"|\s[$€£]?\d[\d.,]* ?(?:%|per ?cent|percentage|times)"
_NEVER = r"(?!)"
_ONLY: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    word: (re.compile(before), re.compile(after))
    for words, before, after in (
        ("more less", _AMOUNT, r"(?: [\w’'-]+){0,6} than\b"),
        ("up down", _AMOUNT + _STATE + r"|[,;(–] $|^$", r"\s(?:by|from|on|against)\b" + _PERCENT),
        ("ahead behind", _AMOUNT + _STATE, r"\sby\b"),
        ("beyond", _NEVER, _LINE_OR_NUMBER),
    )
    for word in words.split()
}
"""What must stand before or behind a word that is often something else: "ended up with", "ahead of
the vote", "beyond doubt", "more precise".
"""
Word = tuple[int, int, int]


@lru_cache(maxsize=4096)
def _directions(text: str) -> tuple[Word, ...]:
    if _WORDS.isdisjoint(words_in(str(text))):  # a Text would not be known from its reading
        return ()
    excluded = [match.span() for match in _NOT_A_DIRECTION.finditer(text)]
    found: list[Word] = []
    for match in _DIRECTION.finditer(text):
        word = match[0].lower()
        if any(a <= match.start() < b for a, b in excluded):
            continue
        if (word in _ONLY and not _told(word, text, match)) or _is_name(text, match):
            continue
        sense = DIRECTIONS.get(word) or _COMPARED.get(word) or _BOUNDS[word]
        found.append((*match.span(), sense))
    return tuple(found)


def _told(word: str, text: str, match: re.Match[str]) -> bool:
    """Whether what stands around a word of many meanings makes it a direction."""
    before, after = _ONLY[word]
    start = max(0, match.start() - 12)
    return bool(before.search(text[start : match.start()]) or after.match(text, match.end()))


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word begins a name: Lower Saxony, Greater London."""
    following = text[match.end() + 1 : match.end() + 2]
    return match[0] in ("Lower", "Higher", "Greater") and following.isupper()


def directions(text: str, start: int, end: int) -> list[Word]:
    """The direction words between two offsets: start, end, and +1 or -1."""
    return [word for word in _directions(text) if start <= word[0] and word[1] <= end]


def extremes(text: str, start: int, end: int) -> list[Word]:
    """The words for the most and the least between two offsets: start, end, and +1 or -1."""
    found = _EXTREME.finditer(text, start, end) if "est" in text else ()
    return [(*match.span(), EXTREMES[match[0].lower()]) for match in found]


def nearest_direction(text: str, start: int, end: int) -> Word | None:
    """The direction word nearest to the figure from `start` to `end`, in its sentence."""
    return nearest(directions(text, *span_at(sentences(text), start)), start, end)


def nearest(words: list[Word], start: int, end: int) -> Word | None:
    """The word nearest to the stretch from `start` to `end`, and not in it."""
    outside = [word for word in words if word[1] <= start or word[0] >= end]
    return min(outside, key=lambda word: max(start - word[1], word[0] - end), default=None)
