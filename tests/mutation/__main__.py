"""Prints how many changes of each operator are caught, and every survivor.

python -m tests.mutation [PART OF A PATH]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.mutation.engine import Laboratory, run
from tests.mutation.sites import sites

if __name__ == "__main__":
    began = time.perf_counter()
    laboratory = Laboratory(Path(__file__).resolve().parents[2])
    chosen = [
        site
        for site in sites(laboratory.publication)
        if not sys.argv[1:] or any(part in site.path for part in sys.argv[1:])
    ]
    score = run(laboratory, chosen)
    for mutant in score.survivors:
        print(f"survived: {mutant}")
    for name, made in sorted(score.made.items()):
        print(f"{name:28} {score.caught[name]:5} of {made:5}  {score.caught[name] / made:7.2%}")
    print(f"in all {score.share():.2%} of {sum(score.made.values())}", end=", ")
    print(f"{time.perf_counter() - began:.0f} s")
    print(f"counted apart: {dict(score.still_true)} stay true, {dict(score.first_hand)} first-hand")
