"""Entries → an inverted index with the weights of BM25, precomputed as small integers.

The formula is BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009, section 3.6): the occurrences of a word are summed with the weights of their fields
and saturate together. A query adds up `idf × level` over its words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.write.search.entries import CALCULATION, KINDS, SOURCE, Entry

LEVELS = 8
"""Steps of the part of BM25 that depends on the entry, from 1."""
MOST = 3000
"""Entries kept for one word, the weightiest first: a word of so many entries decides little."""
IDF_SCALE = 10
_SATURATION = 1.2
_LENGTH_COUNTS = 0.5
_PRIOR = {SOURCE: 0.6, CALCULATION: 0.5}


@dataclass(frozen=True)
class Postings:
    """Where a word occurs: `idf` in tenths of a nat; (number of the entry, level), ascending."""

    idf: int
    found: tuple[tuple[int, int], ...]


def build_index(entries: Sequence[Entry]) -> Mapping[str, Postings]:
    """The postings of every word, in the order in which JavaScript compares strings."""
    average = _average_lengths(entries)
    found: dict[str, list[tuple[int, int]]] = {}
    for number, entry in enumerate(entries):
        length = entry.length / average[entry.kind]
        room = _SATURATION * (1 - _LENGTH_COUNTS + _LENGTH_COUNTS * length)
        prior = _PRIOR.get(entry.kind, 1.0)
        for word, tenths in entry.words.items():
            share = tenths / (tenths + 10 * room)
            found.setdefault(word, []).append((number, max(1, math.ceil(LEVELS * share * prior))))
    return {
        word: Postings(_idf(len(found[word]), len(entries)), _weightiest(found[word]))
        for word in sorted(found, key=utf16)
    }


def utf16(word: str) -> bytes:
    """What JavaScript compares strings by: their UTF-16 units."""
    return word.encode("utf-16-be")


def _idf(holders: int, entries: int) -> int:
    return max(1, round(IDF_SCALE * math.log(1 + (entries - holders + 0.5) / (holders + 0.5))))


def _weightiest(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    if len(found) <= MOST:
        return tuple(found)
    kept = sorted(found, key=lambda posting: (-posting[1], posting[0]))[:MOST]
    return tuple(sorted(kept))


def _average_lengths(entries: Sequence[Entry]) -> Mapping[str, float]:
    """The average length of the entries of each kind: a speaker is not short for an article."""
    lengths: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for entry in entries:
        lengths[entry.kind].append(entry.length)
    return {kind: max(1.0, sum(of) / max(1, len(of))) for kind, of in lengths.items()}
