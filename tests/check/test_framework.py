"""What a rule is: a generator with a name, a help, a subject and a severity."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from build_scripts.check import run  # noqa: F401  (importing it registers the rules)
from build_scripts.check.rules import RULES, Subject, at, rule, rules_for
from build_scripts.problems import Place, Problem, Severity
from tests.check.casework import Case, build, found


@pytest.fixture
def own_rules() -> Iterator[None]:
    before = dict(RULES)
    yield
    RULES.clear()
    RULES.update(before)


@pytest.mark.usefixtures("own_rules")
def test_a_rule_is_named_after_its_function() -> None:
    @rule("topic", Severity.NOTICE)
    def too_green(subject: str) -> Iterator[Problem]:
        """A topic is too green.

        Bad:  green
        Good: blue
        """
        yield at(Place("content/topics/a.yml"), f"topic {subject} is too green", "paint it")

    made = RULES["too-green"]
    assert made.help == "A topic is too green.\n\nBad:  green\nGood: blue"
    assert made in rules_for("topic")
    assert list(made.check("a")) == [
        Problem(
            Place("content/topics/a.yml"),
            "too-green",
            "topic a is too green",
            "paint it",
            Severity.NOTICE,
        )
    ]


@pytest.mark.usefixtures("own_rules")
def test_two_rules_of_one_name_are_refused() -> None:
    def bad_link(subject: str) -> Iterator[Problem]:
        yield at(Place("a"), subject)

    with pytest.raises(ValueError, match="two rules are named bad-link"):
        rule("topic")(bad_link)


@pytest.mark.usefixtures("own_rules")
@pytest.mark.parametrize("subject", [one for one in get_args(Subject) if one != "finding"])
def test_a_rule_is_asked_of_every_kind_of_subject(subject: Subject, tmp_path: Path) -> None:
    @rule(subject)
    def seen_at_all(*given: object) -> Iterator[Problem]:
        yield at(Place("a"), f"{len(given)} things were given")

    assert {problem.rule for problem in found(build(Case("base"), tmp_path))} == {"seen-at-all"}
