"""A string that knows where each of its characters stands in its file."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

from pydantic_core import core_schema

from build_scripts.problems import Place

_FAR = 10**9
"""A line beyond all lines, so that a search among spans ends after those of an offset."""
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What could steer a terminal, or make a line look otherwise than it is."""
Spans = tuple[tuple[int, int, int], ...]


class Text(str):
    """A string read from a file, with the place of every character.

    `spans` holds `(offset, line, column)` triples in ascending order of offset: the character at
    `offset` stands at `line` and `column` (both from 1), and those after it follow on that line
    until the next triple. It compares, hashes and prints as the plain string it is.
    """

    __slots__ = ("path", "spans")

    path: str
    spans: Spans

    def __new__(cls, value: str, path: str = "", spans: Spans = ((0, 1, 1),)) -> Text:
        """Make a text of its characters, its file and its spans."""
        text = str.__new__(cls, value)
        text.path = path
        text.spans = spans
        return text

    def __reduce__(self) -> tuple[type[Text], tuple[str, str, Spans]]:
        return (Text, (str(self), self.path, self.spans))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.is_instance_schema(cls, cls_repr="text")

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Return the place of the characters from `start` to `end` (default: to the line's end)."""
        stop = len(self) if end is None else end
        newline = self.find("\n", start, stop)
        if newline >= 0:
            stop = newline
        if len(self.spans) == 1:
            offset, line, column = self.spans[0]
            return Place(self.path, line, column + start - offset, max(1, stop - start))
        line, column = self._at(start)
        following = bisect_right(self.spans, (start, _FAR, 0))
        while following < len(self.spans) and self.spans[following][0] < stop:
            if self.spans[following][1] != line:
                stop = self.spans[following][0]
            following += 1
        last = self._at(stop - 1)[1] if stop > start else column
        return Place(self.path, line, column, max(1, last - column + 1))

    def part(self, start: int, end: int) -> Text:
        """Return the characters from `start` to `end` with their places."""
        return Text(self[start:end], self.path, self.spans_from(start, end))

    def spans_from(self, start: int, end: int, shift: int = 0) -> Spans:
        """Return the spans of a part as a text has them whose first character is at `shift`."""
        spans = self.spans
        first = bisect_right(spans, (start, _FAR, 0))
        last = bisect_right(spans, (end - 1, _FAR, 0), first)
        before, line, column = spans[first - 1 if first else 0]
        begin = (shift, line, column + start - before)
        if first == last:
            return (begin,)
        shift -= start
        return (begin, *((offset + shift, line, col) for offset, line, col in spans[first:last]))

    def _at(self, offset: int) -> tuple[int, int]:
        known = self.spans[max(0, bisect_right(self.spans, (offset, _FAR, 0)) - 1)]
        return known[1], known[2] + offset - known[0]


def shown(value: str, limit: int = 60) -> str:
    """Return a value as messages quote it: on one line, between quotes, cut when it is long."""
    words = " ".join(value.split())
    return repr(words if len(words) <= limit else words[: limit - 1].rstrip() + "…")


def visible(text: str) -> str:
    """Return a text without what could steer a terminal: one visible character for each."""
    return _UNSEEN.sub(lambda match: " " if match[0] in "\t\n" else "\ufffd", text)
