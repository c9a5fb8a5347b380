"""Text → tokens for the reader of figures: numbers, words, signs, with their offsets."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import NamedTuple

from build_scripts.read.notation.text_words import words_in
from build_scripts.read.notation.words import Lexicon

_TOKEN = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?!\d)|[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>[^\w\s]|_|\d+)"
)


class TextToken(NamedTuple):
    """A number, a word or a sign; `glued` is whether it follows the one before without a space,
    `lower` the text in lower case.
    """

    kind: str
    text: str
    start: int
    end: int
    glued: bool
    lower: str = ""


_token = tuple.__new__
"""Makes a `TextToken` without asking for its defaults: one in five of all calls of a check."""
END = TextToken("end", "", 0, 0, False)
MARGIN = 16
_MARGIN = (END,) * MARGIN
_FAR = sys.maxsize


def tokenize(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[TextToken]:
    """Return the tokens of `text`, with what overlaps `taken` (ascending spans) left out.

    `MARGIN` nothings follow the last one, so that a reader may look ahead, and back from the first,
    without asking whether there is a token.
    """
    tokens: list[TextToken] = []
    spans = iter((*taken, (_FAR, _FAR)))
    begun, ended = next(spans)
    last = -1
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while ended <= start:
            begun, ended = next(spans)
        if begun < end:
            last = -1
            if not tokens or tokens[-1][0] != "end":
                tokens.append(TextToken("end", "", begun, ended, False))
            continue
        kind, value = match.lastgroup, match[0]
        # `US` before `$` belongs to the sign
        if value != "US" or not text.startswith("$", end):
            tokens.append(
                _token(TextToken, (kind, value, start, end, start == last, value.lower()))
            )
        last = end
    tokens.extend(_MARGIN)
    return tokens


def masked_spans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The spans of names with digits and of fixed phrases, which hold no figures."""
    if lexicon.masked_words.isdisjoint(words_in(text)):
        return []
    return [match.span() for match in lexicon.masked.finditer(text)]
