"""One deliberately awful publication, and everything that is to be said of it.

Where a message was changed on purpose, `python -m tests.check.test_awful` writes the list anew;
read what changed before it is committed.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from build_scripts.problems import Problem
from build_scripts.report import as_text
from tests.check.casework import BASE, found

AWFUL = Path(__file__).parent / "awful"
GOLDEN = AWFUL / "problems.txt"


def problems(root: Path) -> list[Problem]:
    """Everything that is wrong with the awful publication, which is written under `root`."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for folder in ("content", "charts"):
        shutil.copytree(AWFUL / folder, root / folder, dirs_exist_ok=True)
    return found(root)


def report(root: Path) -> str:
    """What a contributor would see in the terminal."""
    return as_text(problems(root), root)


def test_messages_speak_as_compilers_do(tmp_path: Path) -> None:
    """In lower case, without a full stop; nothing of how they are made shows through."""
    said = problems(tmp_path)
    assert len({problem.rule for problem in said}) > 30
    for problem in said:
        assert not problem.message[0].isupper(), problem.message
        assert not problem.message.endswith("."), problem.message
        assert problem.message == " ".join(problem.message.split())
        assert "None" not in problem.message + problem.help


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    assert report(tmp_path) == GOLDEN.read_text("utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        GOLDEN.write_text(report(Path(folder)), "utf-8")
