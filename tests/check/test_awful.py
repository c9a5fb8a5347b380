"""One deliberately awful publication, and everything that is to be said of it.

Where a message was changed on purpose, `python -m tests.check.test_awful` writes the list anew;
read what changed before it is committed.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from build_scripts.report import as_text
from tests.check.casework import BASE, found

AWFUL = Path(__file__).parent / "awful"
GOLDEN = AWFUL / "problems.txt"


def report(root: Path) -> str:
    """What a contributor would see in the terminal."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for folder in ("content", "charts"):
        shutil.copytree(AWFUL / folder, root / folder, dirs_exist_ok=True)
    return as_text(found(root), root)


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    assert report(tmp_path) == GOLDEN.read_text("utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        GOLDEN.write_text(report(Path(folder)), "utf-8")
