"""Every rule there is, with its help and its weight: of checking, of reading, and of all else."""

from __future__ import annotations

from typing import NamedTuple

from build_scripts.check import run  # noqa: F401  (importing registers the rules)
from build_scripts.check.other_rules import RULES as OTHERS
from build_scripts.check.rules import RULES
from build_scripts.problems import Severity
from build_scripts.read.rules import RULES as READING

_NOTICES = frozenset({"unnamed-change", "uncompared-article", "byte-order-mark", "line-ends"})
"""The rules without a function whose problems never stop publication."""


class Help(NamedTuple):
    """What is published of a rule: its help, and how much it weighs."""

    text: str
    severity: Severity


def all_rules() -> dict[str, Help]:
    """The help of every rule, by name, in the order of the alphabet."""
    found = {name: Help(rule.help, rule.severity) for name, rule in RULES.items()}
    for name, text in {**READING, **OTHERS}.items():
        found[name] = Help(text, Severity.NOTICE if name in _NOTICES else Severity.ERROR)
    return dict(sorted(found.items()))
