"""Text → tokens for the reader of figures: numbers, words, signs, with their offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.read.notation.text_words import words_in
from build_scripts.read.notation.words import Lexicon

_TOKEN = re.compile(
    r"[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?!\d)|[0-9]+(?:\.[0-9]+)?"
    r"|[^\w\s]|_|\d+"
)
"""A word, a number or a sign. Spaces apart, they cover a text without gaps."""
MARGIN = 16


class _Kinds(dict[str, str]):
    """The kind of a token by its first character."""

    def __missing__(self, first: str) -> str:
        word = first.isalnum() and not first.isdecimal()
        self[first] = "word" if word else "sign"
        return self[first]


_KINDS = _Kinds(dict.fromkeys("0123456789", "number"))
_NO_TEXT = ("",) * MARGIN
_NO_KIND = ("end",) * MARGIN
_NOT_GLUED = (False,) * MARGIN


@dataclass(slots=True)
class Tokens:
    """The numbers, words and signs of a text, in columns.

    `lower` is the text in lower case; `kind` is number, word, sign, or gap where something was
    left out; `glued` is whether a token follows the one before without a space. `MARGIN` nothings
    of the kind `end` follow the last one, so that a reader may look ahead, and back from the first,
    without asking whether there is a token.
    """

    text: list[str]
    lower: list[str]
    kind: list[str]
    start: list[int]
    glued: list[bool]

    def end(self, index: int) -> int:
        """The offset where a token ends."""
        return self.start[index] + len(self.text[index])

    def delete(self, first: int, last: int) -> None:
        """Delete the tokens from `first` to before `last`."""
        for column in (self.text, self.lower, self.kind, self.start, self.glued):
            del column[first:last]


def tokenize(text: str, taken: Sequence[tuple[int, int]] = ()) -> Tokens:
    """Return the tokens of `text`, with a gap for those that overlap `taken` (ascending spans)."""
    texts: list[str] = []
    kinds: list[str] = []
    starts: list[int] = []
    glued: list[bool] = []
    end = 0
    for piece in text.split():
        begin = text.index(piece, end)
        end = begin + len(piece)
        if piece.isalpha():  # most are a word, and need no pattern
            texts.append(piece)
            kinds.append("word")
            starts.append(begin)
            glued.append(False)
            continue
        start = begin
        for word in _TOKEN.findall(piece):
            texts.append(word)
            kinds.append(_KINDS[word[0]])
            starts.append(start)
            glued.append(start > begin)
            start += len(word)
    tokens = Tokens(texts, [word.lower() for word in texts], kinds, starts, glued)
    for first, last in taken:
        _leave_out(tokens, first, last)
    if "US$" in text:
        _leave_out_us(tokens)
    texts.extend(_NO_TEXT)
    tokens.lower.extend(_NO_TEXT)
    kinds.extend(_NO_KIND)
    glued.extend(_NOT_GLUED)
    return tokens


def _leave_out(tokens: Tokens, begun: int, ended: int) -> None:
    """Put one gap in the place of what overlaps a span; gaps side by side are one."""
    first = bisect_right(tokens.start, begun)
    if first and tokens.end(first - 1) > begun:
        first -= 1
    last = bisect_left(tokens.start, ended, first)
    if first == last:
        return
    if last < len(tokens.glued):
        tokens.glued[last] = False
    if first and tokens.kind[first - 1] == "gap":
        tokens.delete(first, last)
    else:
        if first + 1 < last:
            tokens.delete(first + 1, last)
        tokens.text[first] = tokens.lower[first] = ""
        tokens.kind[first] = "gap"
        tokens.glued[first] = False


def _leave_out_us(tokens: Tokens) -> None:
    """Leave out `US` before `$`, which belongs to the sign."""
    for index in range(len(tokens.text) - 1, 0, -1):
        sign = tokens.text[index] == "$" and tokens.glued[index]
        if sign and tokens.text[index - 1] == "US":
            tokens.delete(index - 1, index)


def masked_spans(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The spans of names with digits and of fixed phrases, which hold no figures."""
    if lexicon.masked_words.isdisjoint(words_in(text)):
        return []
    return [match.span() for match in lexicon.masked.finditer(text)]
