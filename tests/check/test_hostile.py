"""Whatever is written: problems with places, never a traceback."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.report import as_github, as_json, as_text
from tests.check.casework import BASE, found

FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*") if path.is_file())
PIECES = [
    *"@{}#|-0%$~`é中",
    *("", "\n", "\t", "- ", ": ", "[@", "]", "[@survey:good]", "[@register:good.2018]", "---\n"),
    *('"', "“", "”", "> ", "12", "5.2m", "1/0", "most ", "not ", "2024-13-45", "31 June", "about "),
    *("between ", "to ", "\x00", "\ufeff", "\u202e", "&a ", "*a", "!!str ", "null", "1e999", "\\"),
    *("formula: repair:share / 0", "value: ", "when: [", "survey:", "register:good", "[x](claim:)"),
    *("![](table:)", "![](chart:)", "[x](http://)", "<b>", "\r\n", "999999999999999", "half "),
    *("one in 0", "0 in 5", "tenfold", "1,000,000", "2000–1999", "sum(register:good.bridges)"),
]


@st.composite
def changes(draw: st.DrawFn) -> dict[str, bytes]:
    """Some files of the base with pieces taken out, doubled or put in."""
    changed: dict[str, bytes] = {}
    for name in draw(st.lists(st.sampled_from(FILES), min_size=1, max_size=3, unique=True)):
        text = (BASE / name).read_text("utf-8")
        for _ in range(draw(st.integers(1, 4))):
            start = draw(st.integers(0, len(text)))
            end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 3, 10, 80])))
            piece = draw(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)))
            piece = draw(st.sampled_from([piece, text[start:end] * 2]))
            text = text[:start] + piece + text[end:]
        changed[name] = text.encode("utf-8", "surrogatepass")
    return changed


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    return folder


@contextmanager
def changed(root: Path, files: dict[str, bytes]) -> Iterator[None]:
    before = {name: (root / name).read_bytes() for name in files}
    try:
        for name, data in files.items():
            (root / name).write_bytes(data)
        yield
    finally:
        for name, data in before.items():
            (root / name).write_bytes(data)


@settings(max_examples=60)
@given(changes())
def test_every_problem_has_a_place_and_words(root: Path, files: dict[str, bytes]) -> None:
    with changed(root, files):
        problems = found(root)
        for problem in problems:
            path = root / problem.place.path
            text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
            assert 1 <= problem.place.line <= text.count("\n") + 2, problem
            assert problem.place.column >= 1
            assert problem.place.length >= 1
            assert problem.rule
            assert problem.message
            assert "\n" not in problem.message, problem
        assert bool(as_text(problems, root)) == bool(problems)
        notes = as_github(problems).split("\n") if problems else []
        assert all(note.startswith("::") for note in notes)
        assert len(notes) == len(json.loads(as_json(problems))) == len(problems)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"---\n",
        b"---\n---\n",
        b"[]",
        b"{}",
        b"x",
        b"\xff\xfe\x00",
        b"a: &a [*a]",
        b"a:\n\tb: c",
    ],
    ids=["empty", "blank", "dashes", "front", "list", "map", "word", "bytes", "alias", "tab"],
)
def test_a_file_that_holds_nothing_of_use_is_a_problem_of_that_file(
    root: Path, name: str, data: bytes
) -> None:
    with changed(root, {name: data}):
        places = {problem.place.path for problem in found(root)}
    # A table's problem is that it is not the one whose sum its evidence gives.
    assert name.replace(".csv", ".yml") in places or name in places
