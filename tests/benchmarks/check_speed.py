"""How long checking takes, cold and after one edit, and how much memory.

    python -m tests.benchmarks.check_speed 100 1000 10000
    python -m tests.benchmarks.check_speed --figures 20 10000

Without `--figures`, claims are measured twice: with the figures of a short fact-check, and with
those of a long one. Seconds depend on the machine; compare the ratios of one run.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.arguments import arguments
from tests.benchmarks.generate import ROOT, generate

_SHORT, _LONG = 12, 30
"""How many figures a fact-check binds."""


def _run(root: Path) -> tuple[float, str]:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "build_scripts", "--root", str(root), "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (done.stdout or done.stderr).strip().splitlines()
    return time.perf_counter() - began, lines[-1] if lines else "no output"


def measure(claims: int, figures: int) -> None:
    """Print one row: claims, seconds cold, unchanged and after one edit, peak memory.

    The memory is that of the largest process; a check of many records has two beside the first.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "publication"
        generate(root, claims, figures)
        cold, said = _run(root)
        warm, _ = _run(root)
        article = root / "content/claims/claim-a.md"
        article.write_text(article.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")
        edited, _ = _run(root)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{claims:>7,} claims of {figures} figures: cold {cold:6.1f} s, unchanged {warm:5.2f} s, "
        f"one edit {edited:5.2f} s, peak {peak:5.0f} MB — {said}",
        flush=True,
    )


if __name__ == "__main__":
    parser = arguments(__doc__, [100, 1000])
    parser.add_argument("--figures", type=int, help="bound figures in each claim, instead of both")
    given = parser.parse_args()
    for size in given.claims:
        for figures in (given.figures,) if given.figures else (_SHORT, _LONG):
            measure(size, figures)
