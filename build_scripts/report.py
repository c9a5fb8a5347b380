"""Problems for people and for machines: text, GitHub annotations, JSON."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from textwrap import fill

from build_scripts.model.text import visible
from build_scripts.problems import Problem, Severity

_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.NOTICE: "\x1b[33m"}
_OFF = "\x1b[0m"
_WIDEST, _NARROWEST = 100, 40


def as_text(
    problems: Sequence[Problem], root: Path, *, colour: bool = False, width: int = 0
) -> str:
    """Each problem with its source line, a caret and its help.

    `width` are the columns of a terminal: nothing is wider, so that a caret stands under its words.
    With 0, for files and programs, messages and help are one line each.
    """
    lines: dict[str, list[str]] = {}
    return "\n".join(_one(problem, root, lines, colour, width) for problem in problems)


def _one(
    problem: Problem, root: Path, lines: dict[str, list[str]], colour: bool, width: int
) -> str:
    place, head = problem.place, f"{problem.severity}:"
    said = f"{visible(str(place))}: {head} {visible(problem.message)} [{problem.rule}]"
    parts = [_wrapped(said, width)]
    if colour:
        parts[0] = parts[0].replace(head, f"{_COLOURS[problem.severity]}{head}{_OFF}", 1)
    if place.path not in lines:
        lines[place.path] = _lines(root / place.path)
    source = lines[place.path]
    if 0 < place.line <= len(source):
        room = min(_WIDEST, max(_NARROWEST, width - 8)) if width else _WIDEST
        shown, start = _window(visible(source[place.line - 1]), place.column, room)
        caret = "^" * max(1, _columns(shown[start : start + place.length]))
        parts.append(f"{place.line:>5} | {shown}")
        parts.append(f"      | {' ' * _columns(shown[:start])}{caret}")
    if problem.help:
        parts.append(_wrapped(f"  help: {visible(problem.help)}", width))
    return "\n".join(parts) + "\n"


def _wrapped(line: str, width: int) -> str:
    """A line in lines of a terminal, broken at spaces only: names and sums stay whole."""
    if not width:
        return line
    return fill(
        line,
        max(_NARROWEST, width),
        subsequent_indent=" " * 8,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", errors="replace").split("\n")
    except OSError:
        return []


def _window(line: str, column: int, width: int) -> tuple[str, int]:
    """The part of a long line around a column, and where the column is in it."""
    start = column - 1
    if len(line) <= width:
        return line, start
    begin = max(0, min(start - width // 3, len(line) - width))
    shown = line[begin : begin + width]
    if begin:
        shown, start = "…" + shown[1:], start - begin
    if begin + width < len(line):
        shown = shown[:-1] + "…"
    return shown, start


def _columns(text: str) -> int:
    """How many columns a terminal gives to a text: two for East Asian wide characters, none for
    marks that stand above or below the letter before.
    """
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(bool(unicodedata.combining(character)) for character in text)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that annotate the changed lines.

    Format: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    return "\n".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    place = problem.place
    fields = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": problem.rule,
    }
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in fields.items())
    message = problem.message + (f"\n{problem.help}" if problem.help else "")
    return f"::{problem.severity} {properties}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with rule, severity, path, line, column, length, message, help."""
    found = []
    for problem in problems:
        place = problem.place._asdict()
        found.append(
            {
                "rule": problem.rule,
                "severity": str(problem.severity),
                **place,
                "message": problem.message,
                "help": problem.help,
            }
        )
    return json.dumps(found, ensure_ascii=False, indent=2)


def summary(problems: Sequence[Problem]) -> str:
    """One line that says how many problems remain."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    notices = len(problems) - errors
    noted = f", {counted(notices, 'notice')}" if notices else ""
    if errors:
        files = len({p.place.path for p in problems if p.severity is Severity.ERROR})
        return (
            f"{counted(errors, 'problem')} in {counted(files, 'file')}{noted}. "
            "Thank you for checking; `explain RULE` tells more about any of them."
        )
    return f"No problems{noted}. Thank you for checking."


def counted(number: int, noun: str) -> str:
    """A number of things: "1 notice", "2,000 notices"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
