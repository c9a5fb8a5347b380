"""Quotations: words between quotation marks, held against the words of quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_scripts.model.figures import Hedge
from build_scripts.model.records import Quote
from build_scripts.read.notation.figures import read_figures
from build_scripts.read.notation.words import Lexicon

_MARKED = re.compile(r"“([^”]*)”|\"([^\"]*)\"|„([^“”]*)[“”]|«([^»]*)»")
_LONE = re.compile(r"[“”„«»\"](?<![0-9]\")")
"""A quotation mark; the straight one behind a digit may be an inch."""
_GAP = re.compile(r"\[(?:…|\.\.\.)\]?|…\]?|\.\.\.\]?")
_DROPPED = re.compile(r"[\[\]“”„«»\"'‘’*_]")
_EDGES = " .,;:!?–—-"


def marked(text: str) -> list[tuple[int, int]]:
    """The spans of the words between quotation marks, marks left out."""
    found = []
    for match in _MARKED.finditer(text):
        group = next(number for number in range(1, 5) if match[number] is not None)
        found.append(match.span(group))
    return found


def unpaired(text: str) -> int:
    """Where the first quotation mark stands that has no partner; -1 where each has one."""
    if not _LONE.search(text):
        return -1
    left = _MARKED.sub(lambda pair: " " * len(pair[0]), text)
    found = _LONE.search(left)
    return found.start() if found else -1


def plain(words: str) -> str:
    """Words without brackets, quotation marks, case and double spaces."""
    return " ".join(_DROPPED.sub("", words).split()).lower()


def occurs(words: str, sources: Iterable[str]) -> bool:
    """Whether every piece of `words` between ellipses occurs in one source, in order."""
    pieces = [plain(piece).strip(_EDGES) for piece in _GAP.split(words)]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return True
    for source in sources:
        text, at = plain(_GAP.sub(" ", source)), 0
        for piece in pieces:
            found = _find_words(text, piece, at)
            if found < 0:
                break
            at = found + len(piece)
        else:
            return True
    return False


def hedge_left_out(words: str, sources: Iterable[str], lexicon: Lexicon) -> str:
    """The hedge that stands in the source just before a quotation that begins with its figure.

    "" when there is none: "four times" of "approximately four times" is another statement.
    """
    piece = plain(_GAP.split(words)[0]).strip(_EDGES)
    for source in sources:
        text = plain(_GAP.sub(" ", source))
        at = _find_words(text, piece, 0) if piece else -1
        for figure in read_figures(text, lexicon) if at > 0 else ():
            if figure.start == at and figure.hedge is not Hedge.EXACT and figure.hedge_start < at:
                return text[figure.hedge_start : at].strip()
    return ""


def _find_words(text: str, piece: str, at: int) -> int:
    """Where `piece` stands in `text` as whole words."""
    while (at := text.find(piece, at)) >= 0:
        before = text[at - 1] if at else " "
        after = text[at + len(piece)] if at + len(piece) < len(text) else " "
        if not (before.isalnum() or after.isalnum()):
            return at
        at += 1
    return -1


def words_of(quote: Quote | None) -> tuple[str, ...]:
    """The words a quotation may be taken from: the quote and its translation."""
    if quote is None:
        return ()
    return (quote.text,) if quote.translation is None else (quote.text, quote.translation)
