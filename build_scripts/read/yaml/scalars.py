"""Where each character of a YAML value stands in its file.

PyYAML tells where a value begins and ends; what lies between depends on its style: escapes,
doubled apostrophes, folded lines, indentation (https://yaml.org/spec/1.2.2/#chapter-7-flow-style-productions
and chapter 8). The same rules are followed here once more to find the place of each character.
"""

from __future__ import annotations

import re

from build_scripts.model.text import Spans, Text

_FOLD = r"(?P<fold>[ \t]*\n(?:[ \t]*\n)*[ \t]*)"
_RUN = r"(?:[^\n \t{stop}]|[ \t]++(?!\n))+"
_PIECES = {
    "": re.compile(_FOLD + "|" + _RUN.format(stop="")),
    "'": re.compile(_FOLD + r"|(?P<one>'')|" + _RUN.format(stop="'")),
    '"': re.compile(
        r"(?P<joint>\\\n[ \t]*(?:\n[ \t]*)*)|"
        + _FOLD
        + r"|(?P<one>\\(?:x..|u.{4}|U.{8}|.))|"
        + _RUN.format(stop=r"\\")
    ),
}


def scalar_text(value: str, style: str, raw: str, path: str, line: int, column: int) -> Text:
    """Return a YAML value as a text with places.

    `raw` is the value as the file writes it, which begins at `line` and `column` (from 1), quotes
    or the header of a block included; it is not the value itself.
    """
    if style in ("|", ">"):
        spans = _block_spans(value, style, raw, line)
    elif style and raw[1:-1] == value:
        return Text(value, path, ((0, line, column + 1),))
    else:
        spans = _flow_spans(value, style, raw, line, column)
    return Text(value, path, spans or ((0, line, column),))


def _flow_spans(value: str, style: str, raw: str, line: int, column: int) -> Spans:
    """The spans of a plain or quoted value; none when it does not come out as long as `value`."""
    begin, end = (1, len(raw) - 1) if style else (0, len(raw))
    spans = []
    offset, shift = 0, column  # a character at index i of raw stands in column i + shift
    known = (0, 0)  # the line, and column minus offset, of the latest span
    for piece in _PIECES[style].finditer(raw, begin, end):
        breaks = 0
        if (line, piece.start() + shift - offset) != known:
            known = (line, piece.start() + shift - offset)
            spans.append((offset, line, piece.start() + shift))
        if piece.lastgroup is None:
            offset += piece.end() - piece.start()
        elif piece.lastgroup == "one":
            offset += 1
        else:
            breaks = piece[0].count("\n")
            offset += breaks - 1 or (piece.lastgroup == "fold")
        if breaks:
            line += breaks
            shift = -(raw.rindex("\n", 0, piece.end()))
    return tuple(spans) if offset == len(value) else ()


def _block_spans(value: str, style: str, raw: str, line: int) -> Spans:
    """The spans of a literal or folded block, whose header stands on `line`."""
    written = raw.split("\n")[1:]
    indent = _indent(value, written)
    if style == "|":
        spans, offset = [], 0
        for number, words in enumerate(value.split("\n"), 1):
            spans.append((offset, line + number, indent + 1))
            offset += len(words) + 1
        return tuple(spans)
    return _folded_spans(value, [words[indent:] for words in written], line, indent)


def _folded_spans(value: str, written: list[str], line: int, indent: int) -> Spans:
    spans: list[tuple[int, int, int]] = []
    offset = 0
    for number, words in enumerate(written, 1):
        if not words:
            continue
        before = offset
        while value.startswith("\n", offset):
            offset += 1
        if offset == before and spans:
            offset += 1  # the space that a folded line end becomes
        if not value.startswith(words, offset):
            break
        spans.append((offset, line + number, indent + 1))
        offset += len(words)
    return tuple(spans)


def _indent(value: str, written: list[str]) -> int:
    """How far a block is indented: what its first line with words has more than its value."""
    first = next((words for words in written if words.strip(" ")), "")
    kept = value.lstrip("\n")
    return (len(first) - len(first.lstrip(" "))) - (len(kept) - len(kept.lstrip(" ")))
