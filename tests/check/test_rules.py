"""Every rule has planted content that breaks it, and healthy content on which all are silent."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from build_scripts.check import run  # noqa: F401  (importing it registers the rules)
from build_scripts.check.rules import RULES
from tests.check.casework import TESTS, Case, build, cases, found, told, underlined


def _all(folder: str) -> list[tuple[str, Case]]:
    return [
        (path.stem, case) for path in sorted((TESTS / folder).glob("*.txt")) for case in cases(path)
    ]


PLANTED, HEALTHY = _all("planted"), _all("healthy")


def _ids(pairs: list[tuple[str, Case]]) -> list[str]:
    return [f"{rule}: {case.name}" for rule, case in pairs]


@pytest.mark.parametrize(("rule", "case"), PLANTED, ids=_ids(PLANTED))
def test_planted_content_gives_just_the_problems_it_expects(
    rule: str, case: Case, tmp_path: Path
) -> None:
    root = build(case, tmp_path)
    problems = found(root)
    shown = "\n".join(told(problem, root) for problem in problems)
    expected = Counter((one.rule, one.path, one.line) for one in case.expected)
    assert rule in {one.rule for one in case.expected}, "the case does not expect its own rule"
    assert Counter((p.rule, p.place.path, p.place.line) for p in problems) == expected, shown
    for one in case.expected:
        there = [
            problem
            for problem in problems
            if (problem.rule, problem.place.path, problem.place.line)
            == (one.rule, one.path, one.line)
        ]
        if one.words:
            assert one.words in [underlined(problem, root) for problem in there], shown
        if one.message:
            assert one.message in [problem.message for problem in there], shown


@pytest.mark.parametrize(("rule", "case"), HEALTHY, ids=_ids(HEALTHY))
def test_healthy_content_gives_no_problem(rule: str, case: Case, tmp_path: Path) -> None:
    root = build(case, tmp_path)
    assert not case.expected
    assert [told(problem, root) for problem in found(root)] == []


def test_the_base_is_healthy(tmp_path: Path) -> None:
    assert found(build(Case("base"), tmp_path)) == []


def test_every_rule_has_planted_and_healthy_content() -> None:
    for folder, pairs in (("planted", PLANTED), ("healthy", HEALTHY)):
        missing = set(RULES) - {rule for rule, _ in pairs}
        assert not missing, f"no tests/{folder}/<rule>.txt for {sorted(missing)}"


def test_every_rule_has_an_exact_message() -> None:
    worded = {one.rule for _, case in PLANTED for one in case.expected if one.message}
    assert set(RULES) - worded == set()


def test_names_of_cases_are_distinct() -> None:
    for pairs in (PLANTED, HEALTHY):
        assert [key for key, count in Counter(_ids(pairs)).items() if count > 1] == []
