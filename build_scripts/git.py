"""Git as the engine calls it: fixed arguments, no shell, bounded in time, never asked to fetch."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_OF_HOOKS = frozenset(
    "GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX GIT_OBJECT_DIRECTORY GIT_COMMON_DIR".split()
)
"""What git sets for its hooks: another repository, or its index, is not what is asked for here."""
_QUIET = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
}


def git(
    root: Path, *arguments: str, given: bytes = b"", seconds: int
) -> subprocess.CompletedProcess[bytes]:
    """Call git in the repository of `root`, with `given` as its input; a failure is in the result.

    Raises FileNotFoundError where git is not installed, and subprocess.TimeoutExpired.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    return subprocess.run(
        ["git", "-C", str(root), *arguments],
        input=given,
        capture_output=True,
        timeout=seconds,
        check=False,
        env=environment | _QUIET,
    )
