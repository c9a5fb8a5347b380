"""The house: content flows down one street, and imports only point down it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ENGINE = ROOT / "build_scripts"
STREET = (
    ("problems", "git", "processes"),
    ("model",),
    ("read",),
    ("link",),
    ("check", "fingerprints", "standing", "surroundings"),
    ("draw",),
    ("theme",),
    ("write",),
    ("publish",),
    ("contribute",),
    ("checking",),
    ("pipeline", "report"),
    ("environment",),
    ("cli", "suite"),
    ("__main__",),
)
"""The rooms from the ground floor up: each knows those before it, and none beside it."""
TALKATIVE = {"cli", "__main__", "environment", "suite"}
LONGEST = 330
FILES = sorted(ENGINE.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(ENGINE).parts[0].removesuffix(".py")


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def _imported(path: Path) -> Iterator[str]:
    """The rooms of the house that a module imports from, wherever the import stands."""
    for node in ast.walk(_tree(path)):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [node.module or ""]
            if node.module == "build_scripts":
                names = [f"build_scripts.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            head, _, rest = name.partition(".")
            if head == "build_scripts" and rest:
                yield rest.partition(".")[0]
            elif head == "tests":
                yield "tests"


def _floor(room: str) -> int:
    return next(number for number, rooms in enumerate(STREET) if room in rooms)


def test_every_room_stands_on_the_street() -> None:
    rooms = {_room(path) for path in FILES} - {"__init__"}
    assert rooms == {room for rooms in STREET for room in rooms}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_imports_point_down(path: Path) -> None:
    room = _room(path)
    if room == "__init__":
        return
    for other in _imported(path):
        assert other != "tests", "the engine does not know its tests"
        assert other == room or _floor(other) < _floor(room), f"{room} may not import {other}"


def _public(body: list[ast.stmt]) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_what_is_public_says_what_it_does(path: Path) -> None:
    tree = _tree(path)
    assert ast.get_docstring(tree) or not tree.body, "a module says what it is for"
    for node in _public(tree.body):
        assert ast.get_docstring(node), f"{node.name} on line {node.lineno} has no docstring"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < LONGEST


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_only_the_command_line_prints(path: Path) -> None:
    if _room(path) in TALKATIVE:
        return
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "input", "breakpoint"), f"line {node.lineno}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_nothing_is_evaluated_or_left_for_later(path: Path) -> None:
    text = path.read_text("utf-8")
    for later in ("TO" + "DO", "FIX" + "ME", "XX" + "X"):
        assert later not in text
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("eval", "exec", "compile", "__import__")


def test_matplotlib_and_mkdocs_are_imported_only_when_they_are_needed() -> None:
    for path in FILES:
        for node in _tree(path).body:
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            heavy = {name.partition(".")[0] for name in names} & {"matplotlib", "mkdocs"}
            assert not heavy or _room(path) in ("draw", "publish"), f"{path} imports {heavy}"


def test_the_tests_mirror_the_engine() -> None:
    def folders(top: Path, files: str) -> set[str]:
        return {path.parent.relative_to(top).as_posix() for path in top.rglob(files)}

    rooms, tested = folders(ENGINE, "*.py"), folders(ROOT / "tests", "test_*.py")
    assert {room for room in rooms if "/" not in room} - tested == set()
    inner = {folder for folder in tested if folder.partition("/")[0] in rooms}
    assert inner - rooms == set(), "tests of a folder are in a folder of its name"
