"""Prose as it was parsed: blocks of plain text with citations, links and images.

The same parse is checked and rendered. `tokens` are markdown-it's; an inline child token whose
`meta` holds `at` stands at that offset of its block's plain text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.token import Token

from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.problems import Place


class Cited(NamedTuple):
    """One `@evidence:fact` of a citation group; `ref` is None when it cannot be read.

    One whose @ was forgotten has its `ref` all the same. `words` are those between the signs of the
    group; they begin at `start` of `source`.
    """

    ref: FactRef | None
    words: str
    source: Text
    start: int

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.source.place(self.start, self.start + len(self.words))


class Group(NamedTuple):
    """A citation group `[@a:x; @b:y]`, after `position` characters of its block's text.

    It stands from `start` to `end` of `source`.
    """

    position: int
    cited: tuple[Cited, ...]
    source: Text
    start: int
    end: int

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.source.place(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image: the plain text from `start` to `end`, and where it leads.

    `words` are those between an image's brackets.
    """

    target: str
    start: int
    end: int
    image: bool
    place: Place
    words: str = ""


class Block(NamedTuple):
    """A paragraph, heading, list item, table row or quotation: one unit of binding.

    `text` is what a reader sees without citations and code; a character of code, or of an address
    that stands for itself, is U+FFFC.
    `number` is its place among the document's blocks.
    """

    kind: str
    number: int
    text: Text
    groups: tuple[Group, ...]
    links: tuple[Link, ...]
    level: int = 0


@dataclass(frozen=True)
class Prose:
    """A parsed text: its blocks in order, and the tokens to render."""

    source: Text
    blocks: tuple[Block, ...]
    tokens: Sequence[Token]
