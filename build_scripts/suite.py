"""Run everything that must pass before a change is merged: style, types, tests.

All steps run even when an early one fails, so that one run shows everything.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Step(NamedTuple):
    """One tool of the suite: its name for people, and its module with arguments."""

    name: str
    command: tuple[str, ...]


def steps(pytest_arguments: Sequence[str] = ()) -> tuple[Step, ...]:
    """Return the steps in order; the arguments go to pytest alone."""
    return (
        Step("style", ("ruff", "check", "--quiet")),
        Step("format", ("ruff", "format", "--check", "--quiet")),
        Step("types", ("mypy", "--no-error-summary")),
        # two processes: what the smallest machine has
        Step("tests", ("pytest", "-q", "-n", "2", "--dist", "worksteal", *pytest_arguments)),
    )


def run(step: Step, root: Path) -> bool:
    """Run one step in the repository's root and report it; return whether it passed."""
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-m", *step.command], cwd=root, check=False)
    verdict = "passed" if done.returncode == 0 else f"FAILED (exit {done.returncode})"
    print(f"{step.name}: {verdict}, {time.monotonic() - began:.0f} s", flush=True)
    return done.returncode == 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all steps; return 0 when every one passed, else 1."""
    given = sys.argv[1:] if arguments is None else arguments
    failed = [step.name for step in steps(given) if not run(step, ROOT)]
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
