"""read → link → check → draw → write → publish, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from build_scripts.check.run import check_frame, check_unit, units
from build_scripts.link.publication import Publication
from build_scripts.problems import Problem
from build_scripts.read.library import Library


@dataclass(frozen=True)
class Checked:
    """What a check found."""

    problems: tuple[Problem, ...]
    units: int


def check(root: Path) -> Checked:
    """Check everything under `root`."""
    publication = Publication(Library(root))
    problems = check_frame(publication)
    todo = units(publication)
    for unit in todo:
        problems.extend(check_unit(publication, unit))
    return Checked(tuple(sorted(set(problems))), len(todo))
