"""What `check --since` finds, in short forms to assert on."""

import re
from pathlib import Path

from build_scripts.contribute.account.corrections import changes_since
from build_scripts.problems import Problem
from tests.contribute.samples import load

FLAGS = "content/evidence/port-flags.csv"
_COMMIT = re.compile(r"\b[0-9a-f]{12}\b")


def found(root: Path, since: str) -> list[Problem]:
    """What has changed since a revision without a correction entry."""
    return changes_since(load(root), since)


def messages(root: Path, since: str) -> list[str]:
    """What is found, with the commit of every message written as REV."""
    return [said(problem) for problem in found(root, since)]


def said(problem: Problem) -> str:
    """A problem in a line, with the commit written as REV."""
    return _COMMIT.sub("REV", f"{problem.message} [{problem.rule}]")
