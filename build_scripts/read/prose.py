"""Prose in CommonMark with tables → blocks of plain text with citations, links and images."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from build_scripts.model.prose import Block, Cited, Group, Link, Prose
from build_scripts.model.refs import REFERENCE, FactRef
from build_scripts.model.text import Text
from build_scripts.read.positions import markdown

CODE = "\ufffc"
"""What stands for a character of code, or of a bare address, in a block's plain text."""
_REF = re.compile(rf"@?({REFERENCE})\Z")
_FAR = 10**9
"""An offset beyond all offsets."""
_ONE_LINE = re.compile(r"[^\W\d_](?:.*\S)?\n?\Z")
"""A line that begins with a letter, as most texts are: no markup of blocks begins so."""


@cache
def _parser() -> MarkdownIt:
    return markdown()


def parse_prose(source: Text) -> Prose:
    """Parse Markdown; whatever it holds, this never raises."""
    tokens = _paragraph(source) if _ONE_LINE.match(source) else _parser().parse(str(source))
    lines = _LineMap(source)
    blocks: list[Block] = []
    for unit in _units(tokens):
        blocks.append(_block(unit, lines, len(blocks)))
    return Prose(source, tuple(blocks), tokens)


def parse_line(source: Text) -> Prose:
    """Parse a text of one paragraph: a title, a label; block markup is plain text."""
    inline = _inline(str(source), source.count("\n") + 1)
    block = _block(("string", 0, [inline]), _LineMap(source), 0)
    return Prose(source, (block,), [inline])


def _paragraph(line: str) -> list[Token]:
    """What the parser makes of one line that is a paragraph."""
    inline = _inline(line.rstrip("\n"), 1, block=True)
    opening = Token("paragraph_open", "p", 1, map=[0, 1], block=True)
    return [opening, inline, Token("paragraph_close", "p", -1, block=True)]


def _inline(content: str, lines: int, block: bool = False) -> Token:
    children: list[Token] = []
    _parser().inline.parse(content, _parser(), {}, children)
    return Token(
        "inline", "", 0, map=[0, lines], level=1, children=children, content=content, block=block
    )


class _LineMap:
    """Finds where the content of an inline token stands in the source."""

    def __init__(self, source: Text) -> None:
        self.source = source
        self.starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self._taken: dict[int, int] = {}

    def offsets(self, inline: Token) -> list[tuple[int, int]]:
        """Return `(offset in the content, offset in the source)` for each line of the content."""
        first = inline.map[0] if inline.map else 0
        found: list[tuple[int, int]] = []
        position = 0
        for number, line in enumerate(inline.content.split("\n"), first):
            found.append((position, self._find(line, number)))
            position += len(line) + 1
        return found

    def _find(self, line: str, number: int) -> int:
        if number >= len(self.starts):
            return len(self.source)
        start = self.starts[number]
        stop = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.source)
        at = self.source.find(line, max(start, self._taken.get(number, start)), stop)
        if at < 0:
            return start
        self._taken[number] = at + len(line)
        return at


_Unit = tuple[str, int, list[Token]]


def _units(tokens: Sequence[Token]) -> Iterator[_Unit]:
    """Group the inline tokens of a document into units of binding."""
    row: list[Token] | None = None
    quoted = items = 0
    opened = ""
    for token in tokens:
        if token.type == "inline":
            if row is not None:
                row.append(token)
            elif opened:
                yield "heading", int(opened[1]), [token]
                opened = ""
            else:
                yield "quotation" if quoted else "item" if items else "paragraph", 0, [token]
        elif token.type == "blockquote_open":
            quoted += 1
        elif token.type == "blockquote_close":
            quoted -= 1
        elif token.type == "list_item_open":
            items += 1
        elif token.type == "list_item_close":
            items -= 1
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield "row", 0, row
            row = None
        elif token.type == "heading_open":
            opened = token.tag


class _Builder:
    """Gathers the plain text of one block and what stands in it."""

    def __init__(self, lines: _LineMap) -> None:
        self.lines = lines
        self.pieces: list[str] = []
        self.spans: list[tuple[int, int, int]] = []
        self.length = 0
        self.groups: list[Group] = []
        self.links: list[Link] = []
        self._open: list[tuple[int, str, int]] = []
        self._address = False

    def add(self, inline: Token, number: int) -> None:
        offsets = self.lines.offsets(inline)
        for child in inline.children or ():
            at: int = child.meta["from"]
            begin, base = offsets[bisect_right(offsets, (at, _FAR)) - 1]
            child.meta["at"] = self.length
            child.meta["block"] = number
            self._take(child, base + at - begin)

    def _take(self, token: Token, source_offset: int) -> None:
        if token.type in ("text", "text_special"):
            shown = CODE * len(token.content) if self._address else token.content
            self._write(shown, source_offset)
        elif token.type == "code_inline":
            self._write(CODE * len(token.content), source_offset + len(token.markup))
        elif token.type in ("softbreak", "hardbreak"):
            self._write("\n", source_offset)
        elif token.type == "citation":
            self.groups.append(self._group(token, source_offset))
        elif token.type == "link_open":
            self._address = token.markup == "autolink"
            self._open.append((self.length, str(token.attrs.get("href", "")), source_offset))
        elif token.type == "link_close" and self._open:
            self._address = False
            start, target, at = self._open.pop()
            at -= self.lines.source[at - 1 : at] == "["
            place = self.lines.source.place(at, at + self.length - start + 2)
            self.links.append(Link(target, start, self.length, False, place))
        elif token.type == "image":
            place = self.lines.source.place(source_offset, source_offset + 2)
            target = str(token.attrs.get("src", ""))
            words = str(token.content)
            self.links.append(Link(target, self.length, self.length, True, place, words))

    def _write(self, text: str, source_offset: int) -> None:
        if not text:
            return
        stop = source_offset + len(text)
        self.spans.extend(self.lines.source.spans_from(source_offset, stop, self.length))
        self.pieces.append(text)
        self.length += len(text)

    def _group(self, token: Token, source_offset: int) -> Group:
        source = self.lines.source
        cited: list[Cited] = []
        position = source_offset + 1
        for piece in token.content.split(";"):
            words = piece.strip()
            start = position + len(piece) - len(piece.lstrip())
            match = _REF.match(words)
            cited.append(Cited(FactRef.parse(match[1]) if match else None, words, source, start))
            position += len(piece) + 1
        stop = source_offset + len(token.content) + 2
        return Group(self.length, tuple(cited), source, source_offset, stop)


def _block(unit: _Unit, lines: _LineMap, number: int) -> Block:
    kind, level, inlines = unit
    builder = _Builder(lines)
    for index, inline in enumerate(inlines):
        if index:
            builder.pieces.append("\n")
            builder.length += 1
        builder.add(inline, number)
    spans = tuple(builder.spans) or ((0, 1, 1),)
    text = Text("".join(builder.pieces), lines.source.path, spans)
    return Block(kind, number, text, tuple(builder.groups), tuple(builder.links), level)
