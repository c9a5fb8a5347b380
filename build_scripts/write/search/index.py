"""Entries → an inverted index with the weights of BM25, precomputed as small integers.

The formula is BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond", 2009, section 3.6): the occurrences of a word are summed with the weights of their fields
and saturate together. A query adds up `idf × level` over its words.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.write.search.entries import (
    CALCULATION,
    CLAIM,
    KINDS,
    SOURCE,
    SPEAKER,
    TOPIC,
    Entry,
)

LEVELS = 16
"""Steps of the part of BM25 that depends on the entry, from 1."""
MOST = 2000
"""Entries kept for one word, the weightiest first: a word of so many entries decides little."""
IDF_SCALE = 10
_SATURATION = 1.2
_LENGTH_COUNTS = 0.5
_PRIOR = {CLAIM: 0.9, SPEAKER: 1.0, TOPIC: 1.0, SOURCE: 0.55, CALCULATION: 0.45}


@dataclass(frozen=True)
class Postings:
    """Where a word occurs: `idf` in tenths of a nat, and a posting per entry, ascending.

    A posting is `entry * LEVELS + level - 1`: one number, because there are millions.
    """

    idf: int
    found: Sequence[int]


def build_index(entries: Sequence[Entry]) -> Mapping[str, Postings]:
    """The postings of every word, in the order in which JavaScript compares strings."""
    average = _average_lengths(entries)
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
    for number, entry in enumerate(entries):
        room = 1 - _LENGTH_COUNTS + _LENGTH_COUNTS * entry.length / average[entry.kind]
        levels = _levels(set(entry.words.values()), 10 * _SATURATION * room, _PRIOR[entry.kind])
        first = number * LEVELS - 1
        for word, tenths in entry.words.items():
            found[word].append(first + levels[tenths])
    return {
        word: Postings(_idf(len(found[word]), len(entries)), _weightiest(found[word]))
        for word in sorted(found, key=utf16)
    }


def utf16(word: str) -> bytes:
    """What JavaScript compares strings by: their UTF-16 units."""
    return word.encode("utf-16-be")


def _levels(weights: Iterable[int], room: float, prior: float) -> Mapping[int, int]:
    return {weight: max(1, round(LEVELS * prior * weight / (weight + room))) for weight in weights}


def _idf(holders: int, entries: int) -> int:
    return max(1, round(IDF_SCALE * math.log(1 + (entries - holders + 0.5) / (holders + 0.5))))


def _weightiest(found: Sequence[int]) -> Sequence[int]:
    if len(found) <= MOST:
        return found
    kept = sorted(found, key=lambda posting: (-(posting % LEVELS), posting))[:MOST]
    return sorted(kept)


def _average_lengths(entries: Sequence[Entry]) -> Mapping[str, float]:
    """The average length of the entries of each kind: a speaker is not short for an article."""
    lengths: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for entry in entries:
        lengths[entry.kind].append(entry.length)
    return {kind: max(1.0, sum(of) / max(1, len(of))) for kind, of in lengths.items()}
