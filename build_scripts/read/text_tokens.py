"""Text → tokens for the reader of figures: numbers, words, signs, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from build_scripts.read.words import Lexicon

_TOKEN = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?!\d)|[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>US\$|[^\w\s]|_|\d+)"
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


def tokenize(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[TextToken]:
    """Return the tokens of `text`, with what overlaps `taken` (ascending spans) left out.

    `MARGIN` nothings follow the last one, so that a reader may look ahead, and back from the first,
    without asking whether there is a token.
    """
    tokens: list[TextToken] = []
    last = -1
    spans = iter(taken)
    span = next(spans, None)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while span is not None and span[1] <= start:
            span = next(spans, None)
        if span is not None and span[0] < end:
            last = -1
            if not tokens or tokens[-1].kind != "end":
                tokens.append(TextToken("end", "", span[0], span[1], False))
            continue
        kind = match.lastgroup or "sign"
        value = match[0]
        if kind == "word" and value == "US" and text.startswith("$", end):
            kind = "skip"
        if kind != "skip":
            glued = start == last or (last == start - 2 and text[last:start] == "US")
            tokens.append(_token(TextToken, (kind, value, start, end, glued, value.lower())))
        last = end
    tokens.extend(_MARGIN)
    return tokens


def masked_spans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The spans of names with digits and of fixed phrases, which hold no figures."""
    if lexicon.masked is None:
        return []
    return [match.span() for match in lexicon.masked.finditer(text)]
