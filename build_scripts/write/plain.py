"""Prose as plain text: what a reader sees, without citations and markup.

Feeds, page titles, structured data and citations carry this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markdown_it.token import Token

from build_scripts.model.bindings import BoundText
from build_scripts.model.prose import Block, Prose
from build_scripts.model.text import Text
from build_scripts.read.prose import CODE, parse_line, parse_prose

_NO_MARKUP = re.compile(r"[^\W\d_][^\\`*_\[\]<>&#~|=\n]*\n?")
"""One line that begins with a letter and has no character of Markdown: parsing changes nothing."""
_CLOSES = frozenset(".,;:!?)]”’")


def plain_text(source: BoundText | Prose) -> str:
    """The text of all blocks without citations, one line each, with an empty line between them."""
    prose = source.prose if isinstance(source, BoundText) else source
    code = _code(prose.tokens)
    lines = (_line(block, code.get(block.number, ())) for block in prose.blocks)
    return "\n\n".join(line for line in lines if line)


def plain_words(text: Text | str) -> str:
    """A text of several paragraphs at most, such as a caveat, on one line without citations."""
    if _NO_MARKUP.fullmatch(text):
        return " ".join(text.split())
    return " ".join(plain_text(parse_prose(_placed(text))).split())


def plain_line(text: Text | str) -> str:
    """A text of one paragraph, such as a title or a label, on one line without citations."""
    if _NO_MARKUP.fullmatch(text):
        return " ".join(text.split())
    return plain_text(parse_line(_placed(text)))


def _placed(text: Text | str) -> Text:
    return text if isinstance(text, Text) else Text(text)


def _line(block: Block, code: Iterable[str]) -> str:
    pieces: list[str] = []
    start = 0
    for group in block.groups:
        piece = block.text[start : group.position]
        following = block.text[group.position : group.position + 1]
        # The space before a citation stays only where a word follows at once.
        if not following or following in _CLOSES or following.isspace():
            piece = piece.rstrip()
        pieces.append(piece)
        start = group.position
    pieces.append(block.text[start:])
    text = "".join(pieces)
    for words in code:
        text = text.replace(CODE * len(words), words, 1)
    return " ".join(text.split())


def _code(tokens: Iterable[Token]) -> Mapping[int, tuple[str, ...]]:
    """The pieces of code of each block, in order."""
    found: dict[int, tuple[str, ...]] = {}
    for token in tokens:
        for child in token.children or ():
            if child.type == "code_inline":
                number = int(child.meta.get("block", 0))
                found[number] = (*found.get(number, ()), child.content)
    return found
