"""Prints how many changes of each operator are caught, and every survivor.

python -m tests.mutation [PART OF A PATH] [OPERATOR] [renewed]

With `renewed`, changes of tables are made once more with the table's checksum renewed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.mutation.engine import Laboratory
from tests.mutation.explained import why
from tests.mutation.operators import BY_KIND
from tests.mutation.score import renewed, run_on_all_cores
from tests.mutation.sites import sites

if __name__ == "__main__":
    began = time.perf_counter()
    laboratory = Laboratory(Path(__file__).resolve().parents[2])
    if sys.argv[1:] == ["renewed"]:
        print("{} of {} cells caught with the checksum renewed".format(*renewed(laboratory)))
        sys.exit()
    operators = {name for named in BY_KIND.values() for name in named} & set(sys.argv)
    parts = [word for word in sys.argv[1:] if word not in operators]
    chosen = [
        site
        for site in sites(laboratory.publication)
        if not parts or any(part in site.path for part in parts)
    ]
    score = run_on_all_cores(laboratory, chosen, operators)
    for mutant in score.survivors:
        print(f"survived: {mutant}\n    why: {why(mutant)}")
    print(score.table())
    print(f"{time.perf_counter() - began:.0f} s")
