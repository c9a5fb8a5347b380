"""Quotation marks and apostrophes as they are printed.

Contributors type straight ones. One character becomes one character, so that places in the text
stay what they are. Words of sources are never touched.
"""

from __future__ import annotations

import re

_STRAIGHT = re.compile("[\"']")
_BEFORE_OPENING = frozenset(" \t\n\u00a0(‘“[–—-/")


def smart(text: str) -> str:
    """A text of our own with curly quotation marks and apostrophes, of the same length."""
    return _STRAIGHT.sub(_curly, text)


def _curly(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    opening = at == 0 or text[at - 1] in _BEFORE_OPENING
    if match[0] == '"':
        return "“" if opening else "”"
    return "‘" if opening and not text[at + 1 : at + 2].isdigit() else "’"
