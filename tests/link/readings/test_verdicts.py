"""Verdicts against the outcomes of readings: the scale as content/verdicts.yml has it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, combinations
from pathlib import Path

import pytest

from build_scripts.link.readings.verdicts import admits, admitted
from build_scripts.model.frame import Verdict
from build_scripts.model.linked import Outcome
from build_scripts.read.loaders import read_verdicts

HOLDS, FAILS = Outcome.HOLDS, Outcome.FAILS
UNDETERMINED, ASSERTED = Outcome.UNDETERMINED, Outcome.ASSERTED
PATH = Path(__file__).parents[3] / "content/verdicts.yml"


def scale() -> dict[str, Verdict]:
    verdicts, problems = read_verdicts(PATH.read_text(encoding="utf-8"), "content/verdicts.yml")
    assert verdicts is not None, problems
    return {str(verdict.id): verdict for verdict in verdicts}


@pytest.mark.parametrize(
    ("dossier", "verdict", "outcomes"),
    [
        ("flagship", "false", [FAILS, FAILS, FAILS, ASSERTED]),
        ("A, Biden", "half true", [HOLDS, HOLDS, FAILS, FAILS]),
        ("B, Rutte", "unproven", [FAILS, FAILS, UNDETERMINED]),
        ("C, Trump", "false", [FAILS, FAILS, FAILS, FAILS]),
        ("D, Sanders", "true", [HOLDS, HOLDS]),
        ("E, Lou", "misleading", [ASSERTED, FAILS, FAILS]),
        ("R1, Putin 2015", "true", [HOLDS, HOLDS]),
    ],
)
def test_the_dossiers_verdicts_are_admitted(
    dossier: str, verdict: str, outcomes: list[Outcome]
) -> None:
    assert admits(scale()[verdict], outcomes), dossier


@pytest.mark.parametrize(
    ("verdict", "outcomes"),
    [
        ("true", []),
        ("true", [ASSERTED]),
        ("true", [HOLDS, FAILS]),
        ("true", [HOLDS, UNDETERMINED]),
        ("half true", [HOLDS]),
        ("half true", [ASSERTED, FAILS]),
        ("misleading", [FAILS]),
        ("misleading", [HOLDS]),
        ("misleading", [ASSERTED]),
        ("false", [FAILS, HOLDS]),
        ("false", [UNDETERMINED]),
        ("false", [ASSERTED]),
        ("unproven", [FAILS]),
        ("unproven", [HOLDS, UNDETERMINED]),
    ],
)
def test_other_outcomes_are_not(verdict: str, outcomes: list[Outcome]) -> None:
    assert not admits(scale()[verdict], outcomes)


def test_the_table_of_the_design() -> None:
    rules: dict[str, Callable[[tuple[Outcome, ...]], bool]] = {
        "true": lambda o: HOLDS in o and FAILS not in o and UNDETERMINED not in o,
        "half true": lambda o: HOLDS in o and FAILS in o,
        "misleading": lambda o: FAILS in o and (HOLDS in o or ASSERTED in o),
        "false": lambda o: FAILS in o and HOLDS not in o,
        "unproven": lambda o: UNDETERMINED in o and HOLDS not in o,
    }
    sets = chain.from_iterable(combinations(Outcome, size) for size in range(5))
    for outcomes in sets:
        fitting = [name for name, rule in rules.items() if rule(outcomes)]
        assert admitted(scale().values(), outcomes) == fitting
