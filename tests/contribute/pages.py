"""The examples of a page of docs/: its fenced blocks, with the words that introduce each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from build_scripts.read.article import split_front_matter

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Example:
    """A fenced block: its language, its text, the paragraph before it, and its line in the file."""

    language: str
    text: str
    before: str
    line: int


def examples(page: str) -> list[Example]:
    """The fenced blocks of docs/<page>.md in order."""
    path = f"docs/{page}.md"
    text = (ROOT / path).read_text("utf-8")
    parts, problems = split_front_matter(text, path)
    assert parts is not None, problems
    first = text.count("\n", 0, text.index(str(parts.body))) + 1
    return list(_examples(str(parts.body), first))


def _examples(body: str, first: int) -> Iterator[Example]:
    before = ""
    for token in MarkdownIt().parse(body):
        if token.type == "inline":
            before = " ".join(token.content.split())
        elif token.type == "fence":
            line = first + (token.map[0] if token.map else 0)
            yield Example(token.info.strip(), token.content, before, line)
            before = ""
