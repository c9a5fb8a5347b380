"""Markdown parsing that keeps the place of every inline token.

markdown-it-py gives lines but no columns. Its state object is told every character it takes, so a
subclass that notes the position of the first one is enough.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import isStrSpace, normalizeReference
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from build_scripts.model.refs import REFERENCE

__all__ = ["isStrSpace", "markdown"]


class PositionedState(StateInline):
    """Writes the source offset of each token into `token.meta["from"]`."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self._pending_from = -1

    def append_pending(self, text: str) -> None:
        """Add characters to the text under way, and note where the first of them stands."""
        if self._pending_from < 0:
            self._pending_from = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:
        """Close the text under way as a token."""
        token = super().pushPending()
        token.meta["from"] = max(self._pending_from, 0)
        self._pending_from = -1
        return token

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        """Add a token that begins where the parser stands."""
        token = super().push(ttype, tag, nesting)
        begin = self.pos
        if len(self.tokens) > 1 and self.tokens[-2].type == "text":
            before = self.tokens[-2]  # of two stars, each is pushed while the parser stands still
            begin = max(begin, int(before.meta["from"]) + len(before.content))
        token.meta.setdefault("from", begin)
        return token


class PositionedInline(ParserInline):
    """The inline parser with positions."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Parse the inline content of a block into `tokens`, as the parser above does."""
        state = PositionedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


_UNSIGNED = re.compile(rf"\[@?{REFERENCE}(?:;\s*@?{REFERENCE})*\](?![\[(])")


_BEGINNINGS = re.compile(r"[\n!&*<\[\\\]_`~]")
"""Where one of the inline rules can begin or end; the parser stops at more signs, for plugins."""


def _citation(state: StateInline, silent: bool) -> bool:
    """The rule for `[@a:x; @b:y]`: everything to the closing bracket.

    `[a:x]`, to which no address is given, is one whose @ was forgotten.
    """
    if not state.src.startswith("[", state.pos):
        return False
    end = state.src.find("]", state.pos)
    if end < 0:
        return False
    if not state.src.startswith("[@", state.pos):
        known = state.env.get("references", {})
        label = normalizeReference(state.src[state.pos + 1 : end])
        if label in known or not _UNSIGNED.match(state.src, state.pos):
            return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = state.src[state.pos + 1 : end]
        token.meta["from"] = state.pos
    state.pos = end + 1
    return True


def markdown() -> MarkdownIt:
    """CommonMark with tables, without HTML, whose inline tokens know their positions."""
    md = MarkdownIt("commonmark", {"html": False}).enable("table")
    positioned = PositionedInline()
    positioned.ruler.before("link", "citation", _citation)
    positioned.ruler.disable(["html_inline", "linkify"])
    positioned.terminator_re = _BEGINNINGS
    positioned.ruler2.disable(["fragments_join"])
    md.inline = positioned
    md.core.ruler.disable(["normalize", "text_join"])  # a file's lines end in a line feed already
    md.disable(["html_block", "html_inline"], ignoreInvalid=True)
    return md
