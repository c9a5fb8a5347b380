"""`explain RULE`: the help of a rule; without a name, all rules with their first sentence."""

from __future__ import annotations

from build_scripts.check import run  # noqa: F401  (importing registers the rules)
from build_scripts.check.other_rules import NOTICES
from build_scripts.check.other_rules import RULES as OWN
from build_scripts.check.rules import RULES as CHECKED
from build_scripts.contribute.trace import UnknownName
from build_scripts.problems import Severity
from build_scripts.read.rules import RULES as READ
from build_scripts.read.suggest import did_you_mean

_NOTICES_OF_READING = frozenset({"byte-order-mark", "line-ends"})


def helps() -> dict[str, str]:
    """The published help of every rule, by name."""
    checked = {name: rule.help for name, rule in CHECKED.items()}
    return dict(sorted((OWN | READ | checked).items()))


def severity(name: str) -> Severity:
    """How much a rule weighs."""
    if name in CHECKED:
        return CHECKED[name].severity
    return Severity.NOTICE if name in _NOTICES_OF_READING | NOTICES else Severity.ERROR


def explain(name: str) -> str:
    """The help of one rule as text; raises UnknownName, with the nearest name."""
    known = helps()
    name = name.strip("[]")
    if name not in known:
        raise UnknownName(
            f"there is no rule {name!r}{did_you_mean(name, known)}; `explain` alone lists all"
        )
    weight = "stops publication" if severity(name) is Severity.ERROR else "a notice"
    return f"{name} ({weight})\n\n{known[name]}\n"


def listing() -> str:
    """All rules, one a line, with the first sentence of their help."""
    known = helps()
    width = max(map(len, known))
    lines = [f"{name:<{width}}  {_first_sentence(text)}" for name, text in known.items()]
    return "\n".join(lines) + f"\n\n{len(known)} rules; `explain RULE` tells more about one.\n"


def _first_sentence(text: str) -> str:
    paragraph = " ".join(text.split("\n\n", maxsplit=1)[0].split())
    first, dot, _ = paragraph.partition(". ")
    return first + "." if dot else paragraph
