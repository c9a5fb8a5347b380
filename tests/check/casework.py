"""Cases of content: small changes to the healthy publication under `tests/base`.

A file of cases holds, for each, a name and the changed files:

    === a figure without a citation
    --- content/claims/bridges.md
    -the line as it stands in the base
    +the line as the case has it <!-- expect: unsupported-figure "31" -->
    ! the exact message of that problem

Lines with `-` are found in the base and give way to the lines with `+` after them; without any, the
lines are put at the end, or make a new file. `--- path gone` takes a file away. The marker
`# expect:` or `<!-- expect: … -->` stands on the line of the problem, and is taken out before the
files are written; the words it quotes are those that are underlined.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from build_scripts.checking import check
from build_scripts.problems import Problem

TESTS = Path(__file__).resolve().parent.parent
BASE = TESTS / "base"
TODAY = date(2026, 11, 23)
"""The day on which cases are looked at."""
_MARKER = re.compile(r"\s*(?:<!--|#) expect: (?P<rules>.*?)(?: -->)?$")
_RULE = re.compile(r'([a-z-]+)(?: "([^"]*)")?(?:; |$)')


@dataclass(frozen=True)
class Expected:
    """One problem that a case must give; `words` and `message` are "" where they do not matter."""

    rule: str
    path: str
    line: int
    words: str = ""
    message: str = ""


@dataclass
class Case:
    """One case: its name, its files (None: taken away), and the problems it must give."""

    name: str
    files: dict[str, str | None] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)


def cases(path: Path) -> Iterator[Case]:
    """Read the cases of a file."""
    for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, *files = re.split(r"^--- ", part, flags=re.MULTILINE)
        case = Case(name.strip())
        for file in files:
            head, _, changes = file.partition("\n")
            _change(case, head.strip(), changes.splitlines())
        yield case


def _change(case: Case, target: str, changes: list[str]) -> None:
    if target.endswith(" gone"):
        case.files[target.removesuffix(" gone")] = None
        return
    base = BASE / target
    lines = base.read_text("utf-8").splitlines() if base.exists() else []
    written: list[tuple[str, list[str]]] = [(line, []) for line in lines]
    at = len(written)
    removed: list[str] = []
    for change in [*changes, "."]:
        sign, text = change[:1], change[1:]
        if sign == "-":
            removed.append(text)
            continue
        if removed:
            at = _position([line for line, _ in written], removed, case.name)
            del written[at : at + len(removed)]
            removed = []
        if sign == "+":
            written.insert(at, (text, []))
            at += 1
        elif sign == "!":
            written[at - 1][1].append(text.strip())
    for number, (line, messages) in enumerate(written, 1):
        marker = _MARKER.search(line)
        rules = _RULE.findall(marker["rules"]) if marker else []
        for index, (rule, words) in enumerate(rules):
            message = messages[index] if index < len(messages) else ""
            case.expected.append(Expected(rule, target, number, words, message))
    case.files[target] = "\n".join(_MARKER.sub("", line) for line, _ in written) + "\n"


def _position(lines: list[str], wanted: list[str], name: str) -> int:
    found = [at for at in range(len(lines)) if lines[at : at + len(wanted)] == wanted]
    if len(found) != 1:
        raise LookupError(f"{name}: {len(found)} places in the base have {wanted[0]!r}")
    return found[0]


def build(case: Case, root: Path) -> Path:
    """Write the publication of a case under `root`."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for name, text in case.files.items():
        path = root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    return root


def found(root: Path) -> list[Problem]:
    """Everything that is wrong with a publication."""
    return list(check(root, cached=False, today=TODAY).problems)


def told(problem: Problem, root: Path) -> str:
    """A problem in a line, with the words it underlines, for a test's own report."""
    return f"{problem.place}: {problem.rule} “{underlined(problem, root)}” {problem.message}"


def underlined(problem: Problem, root: Path) -> str:
    """The words at a problem's place."""
    path = root / problem.place.path
    lines = path.read_text("utf-8").split("\n") if path.is_file() else []
    if not 0 < problem.place.line <= len(lines):
        return ""
    start = problem.place.column - 1
    return lines[problem.place.line - 1][start : start + problem.place.length]
