"""Direction words: rose and fell, above and below, more and fewer."""

from __future__ import annotations

import re
from functools import lru_cache

from build_scripts.link.clauses import sentences, span_at
from build_scripts.read.words import CARDINALS, FRACTIONS, TENS

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
"""Directions only beside an amount or before "than": "21% more", but not "more precise"."""
_BOUNDS = {"over": 1, "under": -1}
"""Directions only before a line: "under the ceiling"; otherwise hedges, or places."""
LINES = "line|ceiling|limit|threshold|mark|floor"
"""What a chart or a claim draws a line with."""
POSITIONS = frozenset(
    "up down above below beyond higher lower larger smaller greater more less fewer ahead "
    "behind over under".split()
)
"""Direction words that compare places rather than tell of a change."""

_WORDS = frozenset({*DIRECTIONS, *_COMPARED, *_BOUNDS})
_LETTERS = re.compile("[a-z]+")
_DIRECTION = re.compile(
    r"\b(?:" + "|".join((*DIRECTIONS, *_COMPARED)) + r"|(?:over|under)(?= (?:the|a|this|that|its) "
    rf"(?:{LINES})\b))\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:an? )?(?:[\d$€£]|(?:one|" + "|".join((*CARDINALS, *TENS, *FRACTIONS)) + r")\b)"
_NOT_A_DIRECTION = re.compile(
    r"\b(?:up to|broken down|(?:turn|make|set|take|add)s? up|(?:turned|made|set|added) up"
    rf"|(?:more|less|fewer|greater) than {_NUMBER}"
    r"|(?:lower|upper|higher) (?:end|house|limit)s?)",
    re.IGNORECASE,
)
_AFTER_AN_AMOUNT = re.compile(
    r"(?:[\d%]|\b(?:times|cent|percent|points|hundred|thousand|[a-z]+illion|half|third|quarter)) $"
)
_BEFORE_THAN = re.compile(r"(?: [\w’'-]+){0,6} than\b")
Word = tuple[int, int, int]


@lru_cache(maxsize=4096)
def _directions(text: str) -> tuple[Word, ...]:
    if _WORDS.isdisjoint(_LETTERS.findall(text.lower())):
        return ()  # most texts, and much sooner than the pattern finds out
    excluded = [match.span() for match in _NOT_A_DIRECTION.finditer(text)]
    found: list[Word] = []
    for match in _DIRECTION.finditer(text):
        word = match[0].lower()
        if any(a <= match.start() < b for a, b in excluded):
            continue
        if word in _COMPARED and not (
            _AFTER_AN_AMOUNT.search(text[max(0, match.start() - 12) : match.start()])
            or _BEFORE_THAN.match(text, match.end())
        ):
            continue
        sense = DIRECTIONS.get(word) or _COMPARED.get(word) or _BOUNDS[word]
        found.append((*match.span(), sense))
    return tuple(found)


def directions(text: str, start: int, end: int) -> list[Word]:
    """The direction words between two offsets: start, end, and +1 or -1."""
    return [word for word in _directions(str(text)) if start <= word[0] and word[1] <= end]


def nearest_direction(text: str, start: int, end: int) -> Word | None:
    """The direction word nearest to the figure from `start` to `end`, in its sentence."""
    return nearest(directions(text, *span_at(sentences(text), start)), start, end)


def nearest(words: list[Word], start: int, end: int) -> Word | None:
    """The word nearest to the stretch from `start` to `end`, and not in it."""
    outside = [word for word in words if word[1] <= start or word[0] >= end]
    return min(outside, key=lambda word: max(start - word[1], word[0] - end), default=None)
