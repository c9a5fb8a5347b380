"""The scripts: complete, small, in order, the same every time, and nothing but data."""

import json
import random
import re
from collections.abc import Mapping
from typing import Any

import pytest

from build_scripts.write.search.entries import CLAIM, KINDS, Entry
from build_scripts.write.search.index import LEVELS, MOST, Postings, build_index, utf16
from build_scripts.write.search.shards import BLOCK, BOUND, cut, packed, scripts

_CALL = re.compile(r'countercheck\.shard\("([a-z0-9/]+)","([0-9a-f]{12})",(.*)\);\n\Z', re.DOTALL)
VERDICTS = {"true": ("True", "verdict--true"), "false": ("False", "verdict--false")}


def unpacked(text: str) -> list[int]:
    """What search-engine.js reads: postings."""
    signs = [chr(code) for code in range(35, 127) if chr(code) != "\\"]
    found: list[int] = []
    value, unit, entry = 0, 1, -1
    for sign in map(signs.index, text):
        if sign >= 45:
            value += (sign - 45) * unit
            unit *= 46
            continue
        value += sign * unit
        entry += 1 + value // LEVELS
        found.append(entry * LEVELS + value % LEVELS)
        value, unit = 0, 1
    return found


def entry(number: int, words: Mapping[str, int], verdict: str = "") -> Entry:
    return Entry(CLAIM, f"claims/{number}.html", f"Title {number}", "note", verdict, dict(words), 9)


def data(files: Mapping[str, bytes]) -> dict[str, Any]:
    """The data of every script by its name; every script is one call of one edition."""
    found, editions = {}, set()
    for path, content in files.items():
        match = _CALL.match(content.decode("ascii"))
        assert match is not None, path
        assert path == f"search/{match[1]}.js"
        editions.add(match[2])
        found[match[1]] = json.loads(match[3])
    assert len(editions) == 1
    return found


def many(count: int) -> list[Entry]:
    rng = random.Random(3)  # noqa: S311  (no secret depends on it)
    letters = "abcdeжß国"
    return [
        entry(
            number,
            {
                "".join(rng.choices(letters, k=rng.randrange(1, 7))): rng.randrange(1, 99)
                for _ in range(40)
            },
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("seed", range(5))
def test_packed_postings_come_back(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  (no secret depends on it)
    postings = sorted(rng.sample(range(10 ** rng.randrange(3, 7)), 200))
    by_entry = {posting // LEVELS: posting for posting in postings}
    assert unpacked(packed(by_entry.values())) == list(by_entry.values())


def test_packed_postings_need_no_escape() -> None:
    text = packed(entry * LEVELS + entry % LEVELS for entry in range(0, 90_000, 7))
    assert json.dumps(text) == f'"{text}"'
    assert " " not in text


def test_every_word_stands_once_in_its_shard() -> None:
    entries = many(300)
    index = build_index(entries)
    found = data(scripts(entries, index, VERDICTS))
    starts = found["index"]["starts"].split("\n")
    assert starts[0] == ""
    assert starts == sorted(starts, key=utf16)
    assert len(starts) > 3
    seen = []
    for number, start in enumerate(starts):
        lines = [line.split(" ") for line in found[f"words/{number}"].split("\n")]
        end = starts[number + 1] if number + 1 < len(starts) else "\uffff" * 9
        for word, idf, postings in lines:
            assert utf16(start) <= utf16(word) < utf16(end)
            assert int(idf) == index[word].idf
            assert unpacked(postings) == list(index[word].found)
            seen.append(word)
    assert seen == list(index)


def test_no_shard_is_larger_than_the_bound() -> None:
    # As many postings as are kept for a word, among 200,000 entries, and Cyrillic words.
    far = [number * 100 * LEVELS + 7 for number in range(MOST)]
    index = {f"ж{number:05}": Postings(50, far if number % 7 == 0 else [1]) for number in range(99)}
    sizes = [len(json.dumps("\n".join(lines))) for _, lines in cut(index)]
    assert max(sizes) <= BOUND + 2
    assert len(sizes) > 7


def test_entries_stand_in_blocks() -> None:
    entries = [entry(number, {"word": 1}, "false") for number in range(BLOCK + 1)]
    found = data(scripts(entries, build_index(entries), VERDICTS))
    assert len(found["entries/0"]) == BLOCK
    assert found["entries/1"] == [
        [KINDS.index(CLAIM), f"claims/{BLOCK}.html", f"Title {BLOCK}", "note", 1]
    ]
    assert found["index"]["entries"] == BLOCK + 1
    assert found["index"]["verdicts"] == [["True", "verdict--true"], ["False", "verdict--false"]]


def test_an_entry_without_a_verdict_shows_none() -> None:
    entries = [entry(0, {"word": 1})]
    assert data(scripts(entries, build_index(entries), VERDICTS))["entries/0"][0][4] == -1


def test_the_same_entries_make_the_same_bytes_and_others_another_edition() -> None:
    one, two = many(20), many(21)
    first = scripts(one, build_index(one), VERDICTS)
    assert first == scripts(many(20), build_index(many(20)), VERDICTS)
    other = scripts(two, build_index(two), VERDICTS)
    assert first["search/index.js"].split(b",")[1] != other["search/index.js"].split(b",")[1]


def test_an_empty_publication_has_an_empty_index() -> None:
    found = data(scripts([], build_index([]), VERDICTS))
    assert found["words/0"] == ""
    assert found["index"]["entries"] == 0


def test_texts_stay_data() -> None:
    title = "</script>\u2028`${alert(1)}`\\\"');alert(1)//\x00"
    hostile = Entry(CLAIM, "claims/a.html", title, title, "", {"a": 1}, 1)
    files = scripts([hostile], build_index([hostile]), VERDICTS)
    assert data(files)["entries/0"][0][2:4] == [title, title]
