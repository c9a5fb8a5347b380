"""Text → the words it is found by. `theme/scripts/search-words.js` does the same to a query.

Letters lose case and accents, numbers their commas ("2,000" is "2000"), English words their
endings (the Snowball stemmer, https://snowballstem.org/algorithms/english/stemmer.html). What the
two programs share as data, the words passed over, travels in the index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

STOPS = tuple(
    """
    a about all also am an and any are as at be because been before being but by can cannot could
    did do does doing done for from had has have having he her him his how i if in into is it its
    just may me more most my no nor not of on or our over she should so some such than that the
    their them then there these they this those through to too was we were what when where which
    while why will with would you your
    """.split()
)
"""English words that say nothing about a subject. "us", "who" and "against" are not among them."""
LONGEST = 40

_POSSESSIVE = re.compile(r"['’ʼ]s(?![^\W_])")
_THOUSANDS = re.compile(r"([0-9]),(?=[0-9]{3}(?![0-9]))")
_DOTTED = re.compile(r"(?<![^\W_])[a-z](?:\.[a-z])+(?![^\W_])")
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[0-9]+(?:\.[0-9]+)+|(?:(?![{_IDEOGRAPHS}])[^\W_])+")
_HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_PLURAL_NUMBER = re.compile(r"([0-9])s\Z")
_LETTERS = re.compile(r"[a-z]+\Z")
_SINGLE = re.compile(r"[a-z]\Z")
_STOPPED = frozenset(STOPS)
_ENGLISH = snowballstemmer.stemmer("english")


def stems(text: str) -> Iterator[str]:
    """The words of a text, stemmed, in order; words that say nothing are left out."""
    for word in words(text):
        yield stem(word)


def words(text: str) -> Iterator[str]:
    """The words of a text, folded but not stemmed, in order.

    A name with letters and digits gives its parts and the whole: "Mi-17" is mi, 17 and mi17. The
    letters of an abbreviation are one word: "U.N." is "un".
    Chinese and Japanese, which set no spaces, are taken character by character.
    """
    text = _THOUSANDS.sub(r"\1", _POSSESSIVE.sub("", folded(text)))
    text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text)
    for match in _WORD.finditer(text):
        word = _PLURAL_NUMBER.sub(r"\1", match[0])
        if word not in _STOPPED and not _SINGLE.match(word):
            yield word[:LONGEST]
    for match in _HYPHENED.finditer(text):
        word = _PLURAL_NUMBER.sub(r"\1", match[0].replace("-", ""))
        if any(map(str.isdigit, word)) and any(map(str.isalpha, word)):
            yield word[:LONGEST]


def folded(text: str) -> str:
    """The text in small letters, without accents, compatibility forms resolved (NFKD)."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] != "M").lower()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded word; what is no English word by its letters stays as it is."""
    return str(_ENGLISH.stemWord(word)) if _LETTERS.match(word) else word
