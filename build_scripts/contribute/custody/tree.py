"""Trees of lines, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_OFF = "\x1b[0m"


class Style(StrEnum):
    """How a head stands out where colours are shown: ANSI SGR sequences (ECMA-48, 8.3.117)."""

    PLAIN = ""
    TITLE = "\x1b[1m"
    FIGURE = "\x1b[33m"
    FACT = "\x1b[36m"


@dataclass(frozen=True, slots=True)
class Branch:
    """A head, lines that belong to it, and what hangs below."""

    head: str
    lines: tuple[str, ...] = ()
    branches: tuple[Branch, ...] = ()
    style: Style = Style.PLAIN


def render(tree: Branch, *, colour: bool = False) -> str:
    """The tree as lines of text that end with a line feed; the same tree gives the same text."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(tree, "", "", colour=colour))


def _lines(tree: Branch, first: str, rest: str, *, colour: bool) -> Iterator[str]:
    head = f"{tree.style}{tree.head}{_OFF}" if colour and tree.style else tree.head
    yield first + head
    below = rest + ("│  " if tree.branches else "   " if first else "")
    for line in tree.lines:
        yield below + line
    for number, branch in enumerate(tree.branches, 1):
        last = number == len(tree.branches)
        yield from _lines(
            branch,
            rest + ("└─ " if last else "├─ "),
            rest + ("   " if last else "│  "),
            colour=colour,
        )
