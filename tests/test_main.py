"""`python -m build_scripts` before anything is installed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("command", ["check", "site", "--help"])
def test_a_python_without_the_packages_is_told_what_to_do(command: str) -> None:
    # -S leaves the installed packages out, as a Python has it that nobody prepared.
    done = subprocess.run(
        [sys.executable, "-S", "-m", "build_scripts", command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("error: ")
    assert (
        " is not installed in this Python; run `python3 -m build_scripts.environment`" in lines[0]
    )


def test_with_the_packages_it_is_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "build_scripts", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.startswith("usage: countercheck ")
