"""What a rule is, and the list of all rules.

A rule is a generator with the decorator `@rule`. Its name is the function's in words
(`unsupported_figure` is `unsupported-figure`), its docstring is the published help. It yields
problems made with `at`; name and severity are added here.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from build_scripts.problems import Place, Problem, Severity

Subject = Literal[
    "finding", "article", "evidence", "chart", "speaker", "topic", "page", "publication"
]


@dataclass(frozen=True)
class Rule:
    """One editorial rule: its name, its published help, what it looks at, how much it weighs."""

    name: str
    help: str
    subject: Subject
    severity: Severity
    function: Callable[..., Iterable[Problem]]

    def check(self, *subject: Any) -> Iterator[Problem]:
        """The problems of one subject, under the rule's name and severity."""
        return self.named(self.function(*subject))

    def named(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield problems that were found elsewhere under the rule's name and severity."""
        for problem in problems:
            yield self.signed(problem)

    def signed(self, problem: Problem) -> Problem:
        """A problem under the rule's name and severity."""
        return replace(problem, rule=self.name, severity=self.severity)


RULES: dict[str, Rule] = {}


def rule(
    subject: Subject, severity: Severity = Severity.ERROR
) -> Callable[[Callable[..., Iterable[Problem]]], Callable[..., Iterable[Problem]]]:
    """Register a generator as the rule of its name; it is called once for each such subject.

    A rule of `finding` takes a `Finding` of its own kind. The others take the publication, and with
    it: of `article` and `evidence` the linked record; of `chart`, `speaker` and `topic` the id and
    the record; of `page` the id, the record and its bound body; of `publication` nothing more.
    """

    def register(
        function: Callable[..., Iterable[Problem]],
    ) -> Callable[..., Iterable[Problem]]:
        name = function.__name__.replace("_", "-")
        if name in RULES:
            raise ValueError(f"two rules are named {name}")
        RULES[name] = Rule(name, inspect.getdoc(function) or "", subject, severity, function)
        return function

    return register


def at(place: Place, message: str, help: str = "", begins: str = "") -> Problem:
    """A problem of the rule that yields it."""
    return Problem(place, "", message, help, begins=begins)


def rules_for(subject: Subject) -> list[Rule]:
    """All rules that look at one kind of subject."""
    return [one for one in RULES.values() if one.subject == subject]


def ask(subject: Subject, *given: Any) -> Iterator[Problem]:
    """What all rules of one kind of subject say of it; they are called with `given`."""
    for one in rules_for(subject):
        for problem in one.function(*given):
            yield one.signed(problem)
