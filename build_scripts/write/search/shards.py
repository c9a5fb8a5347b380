"""The index as classic scripts, each small: browsers read them over http and from `file://`.

`search/index.js` is the directory; `search/words/N.js` holds a stretch of the alphabet, one line
per word: the word, its idf, its postings; `search/entries/N.js` holds what results show of a block
of entries. Every script is one call, `countercheck.shard(name, edition, data)`; the data is JSON.
A browser that holds scripts of two editions notices by the edition.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from build_scripts.write.search.entries import KINDS, Entry
from build_scripts.write.search.index import LEVELS, Postings, utf16
from build_scripts.write.search.words import LONGEST, STOPS

FOLDER = "search"
BOUND = 6_000
"""Bytes of the words in one shard; with all its postings a word fits in among 200,000 entries."""
BLOCK = 4
"""Entries in one block."""
_LAST, _MORE = 45, 46
"""A character below `_LAST` ends a number, one of the `_MORE` others goes on."""
_SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")


def scripts(
    entries: Sequence[Entry], index: Mapping[str, Postings], verdicts: Mapping[str, tuple[str, str]]
) -> dict[str, bytes]:
    """All scripts by their paths on the site.

    `verdicts` maps the id of each verdict to its label and the class of its badge.
    """
    order = {verdict: place for place, verdict in enumerate(verdicts)}
    stretches = list(cut(index))
    data: dict[str, Any] = {
        f"words/{number}": "\n".join(lines) for number, (_, lines) in enumerate(stretches)
    }
    for start in range(0, len(entries), BLOCK):
        block = entries[start : start + BLOCK]
        data[f"entries/{start // BLOCK}"] = [_shown(entry, order) for entry in block]
    data["index"] = {
        "entries": len(entries),
        "block": BLOCK,
        "levels": LEVELS,
        "longest": LONGEST,
        "kinds": KINDS,
        "verdicts": list(verdicts.values()),
        "stops": " ".join(STOPS),
        "starts": "\n".join(first for first, _ in stretches),
    }
    edition = hashlib.sha256(_json(data).encode()).hexdigest()[:12]
    return {
        f"{FOLDER}/{name}.js": _call(name, edition, content).encode("ascii")
        for name, content in data.items()
    }


def cut(index: Mapping[str, Postings]) -> Iterator[tuple[str, list[str]]]:
    """Stretches of the sorted words: what sorts not after their first word, and their lines.

    The first stretch begins with "": every word has its place in exactly one stretch.
    """
    first, lines, size, before = "", list[str](), 0, ""
    for word, postings in index.items():
        line = f"{word} {postings.idf} {packed(postings.found)}"
        bytes_ = len(_json(line))
        if lines and size + bytes_ > BOUND:
            yield first, lines
            first, lines, size = _between(before, word), [], 0
        lines.append(line)
        size += bytes_
        before = word
    yield first, lines


def packed(found: Iterable[int]) -> str:
    """Postings as printable characters: for each the step from the one before, and the level."""
    signs: list[str] = []
    before = -1
    for posting in found:
        entry = posting // LEVELS
        value = posting - (before + 1) * LEVELS
        before = entry
        while value >= _LAST:
            signs.append(_SIGNS[_LAST + value % _MORE])
            value //= _MORE
        signs.append(_SIGNS[value])
    return "".join(signs)


def _between(before: str, word: str) -> str:
    """The shortest beginning of `word` that sorts after `before`."""
    lengths = range(1, len(word) + 1)
    return next(word[:n] for n in lengths if utf16(word[:n]) > utf16(before))


def _shown(entry: Entry, verdicts: Mapping[str, int]) -> list[Any]:
    kind = KINDS.index(entry.kind)
    return [kind, entry.path, entry.title, entry.note, verdicts.get(entry.verdict, -1)]


def _call(name: str, edition: str, content: object) -> str:
    return f"countercheck.shard({_json(name)},{_json(edition)},{_json(content)});\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
