"""The nearest known name, for messages."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST_NAME = 80


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known name most like `word`, or an empty string when none is near."""
    if len(word) > _LONGEST_NAME:
        return ""
    by_small = {name.lower(): str(name) for name in known}
    found = get_close_matches(word.lower(), by_small, n=1, cutoff=0.6)
    return by_small[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean 'x'?` with the nearest known name, or an empty string."""
    name = nearest(word, known)
    return f"; did you mean {name!r}?" if name else ""
