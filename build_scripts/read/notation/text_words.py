"""The words of a text, to know soon what it cannot hold."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def words_in(text: str) -> frozenset[str]:
    r"""Every word of a text, in lower case, parted as `\b` parts them in a pattern.

    Most texts hold none of the words that a rule looks for. A pattern of them all takes much longer
    to find that out than one set of words that all rules share.
    """
    return frozenset(_WORD.findall(text.lower()))
