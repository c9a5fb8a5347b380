"""Markdown files in two: the front matter between lines of three dashes, and the body."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_scripts.model.text import Text
from build_scripts.problems import Place, Problem

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_ADVICE = "begin with a line of three dashes, the keys, and another line of three dashes"


class Parts(NamedTuple):
    """A Markdown file: `front` is YAML, which begins on `first_line`; None when there is none."""

    front: str | None
    first_line: int
    body: Text


def split_front_matter(
    text: str, path: str, optional: bool = False
) -> tuple[Parts | None, list[Problem]]:
    """Split a Markdown file into front matter and body.

    Returns None when it has no front matter, unless that is `optional`, or when the front matter
    is not closed. An empty body is a problem of its own.
    """
    opening = _FENCE.match(text)
    if opening is None:
        if not optional or _FENCE.match(text.lstrip()):
            return None, [_missing(text, path)]
        return _with_body(None, text, 0, 1, path)
    closing = _FENCE.search(text, opening.end() + 1)
    if closing is None:
        return None, [
            Problem(
                Place(path, 1, 1, 3),
                "unclosed-front-matter",
                "the front matter that opens here is never closed",
                "put a line of three dashes after its last key",
            )
        ]
    front = text[opening.end() + 1 : closing.start()]
    line = text.count("\n", 0, closing.start()) + 1
    return _with_body(front, text, closing.end() + 1, line + 1, path)


def _with_body(
    front: str | None, text: str, start: int, line: int, path: str
) -> tuple[Parts, list[Problem]]:
    spans, offset = [], 0
    body = text[start:]
    for number, words in enumerate(body.split("\n")):
        spans.append((offset, line + number, 1))
        offset += len(words) + 1
    problems = []
    if not body.strip():
        place = Place(path, max(1, line - 1))
        message = (
            "no text follows the front matter" if front is not None else "nothing is written here"
        )
        rule = "empty-body" if front is not None else "empty-file"
        problems.append(Problem(place, rule, message, "write it below the front matter"))
    return Parts(front, 2, Text(body, path, tuple(spans))), problems


def _missing(text: str, path: str) -> Problem:
    if not text.strip():
        return Problem(Place(path), "empty-file", "nothing is written here", _ADVICE)
    later = _FENCE.search(text)
    if later and not text[: later.start()].strip():
        message = "the front matter must begin on the first line"
        line = text.count("\n", 0, later.start()) + 1
        return Problem(
            Place(path, line, 1, 3), "missing-front-matter", message, "delete what stands above it"
        )
    return Problem(Place(path), "missing-front-matter", "there is no front matter", _ADVICE)
