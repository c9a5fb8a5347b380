"""The words of a text, to know soon what it cannot hold."""

from __future__ import annotations

from functools import lru_cache


class _Parting(dict[int, int]):
    r"""Every character of a word as it is, every other as a space: what `\w` tells apart."""

    def __missing__(self, code: int) -> int:
        self[code] = code if chr(code).isalnum() or code == ord("_") else ord(" ")
        return self[code]


_PARTING = _Parting()


@lru_cache(maxsize=4096)
def words_in(text: str) -> frozenset[str]:
    r"""Every word of a text, in lower case, parted as `\b` parts them in a pattern.

    Most texts hold none of the words that a rule looks for. A pattern of them all takes much longer
    to find that out than one set of words that all rules share.
    """
    return frozenset(text.lower().translate(_PARTING).split())
