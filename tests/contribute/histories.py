"""Real git histories, of the sample and of this repository, for tests that compare revisions."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.contribute.pages import ROOT
from tests.contribute.samples import ARTICLE, edit

_LEFT_OUT = (
    ".git",
    ".venv",
    ".cache",
    "build",
    ".hypothesis",
    "__pycache__",
    "tests",
    ".ruff_cache",
)
ENTRY = (
    "\ncorrections:\n  - {{date: 2026-12-01, kind: {kind}, what: a number, was: {was}, now: {now}, "
    "why: it was misread}}\npublished:"
)


def git(root: Path, *arguments: str) -> str:
    """What git prints; a failure is one of the test."""
    return subprocess.run(
        ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True
    ).stdout.strip()


def commit(root: Path, message: str = "a change") -> str:
    """Commit everything; the short name of the commit."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "--short=12", "HEAD")


def start(root: Path) -> None:
    """A new repository."""
    git(root, "init", "-q", "-b", "main", "--template=")
    for name, value in (("user.name", "A"), ("user.email", "a@a.example")):
        git(root, "config", name, value)
    git(root, "config", "commit.gpgsign", "false")


def correct(root: Path, was: str, now: str, kind: str = "minor") -> None:
    """Add an entry under `corrections:`."""
    entry = ENTRY.format(kind=kind, was=was, now=now)
    edit(root, ARTICLE, ("\npublished:", entry))


def published(folder: Path) -> Path:
    """The repository as it is here, as a new contributor would find it."""
    home = folder / "published"
    shutil.copytree(ROOT, home, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    start(home)
    commit(home, "Publish")
    return home
