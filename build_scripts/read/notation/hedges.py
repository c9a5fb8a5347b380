"""Hedges and bounds: about, nearly, more than, at least."""

from __future__ import annotations

from build_scripts.model.figures import Hedge
from build_scripts.read.notation.tokens import Tokens
from build_scripts.read.notation.words import HEDGES

_BY_LAST: dict[str, list[tuple[tuple[str, ...], Hedge]]] = {}
for _words, _hedge in HEDGES:
    _BY_LAST.setdefault(_words[-1], []).append((_words, _hedge))


def read_hedge(tokens: Tokens, index: int) -> tuple[Hedge, int]:
    """Return the hedge that ends just before `index`, and where it begins in the text.

    An indefinite article may stand between: `more than a third`. Before `the` it is a comparison.
    """
    end = index - 1 if tokens.lower[index - 1] in ("a", "an") else index
    for words, hedge in _BY_LAST.get(tokens.lower[end - 1], ()):
        start = end - len(words)
        if words[0] in ("<", ">") and tokens.glued[start]:
            continue  # <i>12 is no bound
        if start >= 0 and tuple(tokens.lower[start:end]) == words:
            return hedge, tokens.start[start]
    return Hedge.EXACT, tokens.start[index]
