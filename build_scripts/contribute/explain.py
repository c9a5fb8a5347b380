"""`explain RULE`: the help of a rule; without a name, all rules with their first sentence."""

from __future__ import annotations

from build_scripts.check.catalogue import all_rules
from build_scripts.contribute.custody.trace import UnknownName
from build_scripts.problems import Severity
from build_scripts.read.suggest import did_you_mean


def explain(name: str) -> str:
    """The help of one rule as text; raises UnknownName, with the nearest name."""
    known = all_rules()
    name = name.strip("[]")
    if name not in known:
        raise UnknownName(
            f"there is no rule {name!r}{did_you_mean(name, known)}; `explain` alone lists all"
        )
    text, severity = known[name]
    weight = "stops publication" if severity is Severity.ERROR else "a notice"
    return f"{name} ({weight})\n\n{text}\n"


def listing() -> str:
    """All rules, one a line, with the first sentence of their help."""
    known = all_rules()
    width = max(map(len, known))
    lines = [f"{name:<{width}}  {_first_sentence(text)}" for name, (text, _) in known.items()]
    return "\n".join(lines) + f"\n\n{len(known)} rules; `explain RULE` tells more about one.\n"


def _first_sentence(text: str) -> str:
    paragraph = " ".join(text.split("\n\n", maxsplit=1)[0].split())
    first, dot, _ = paragraph.partition(". ")
    return first + "." if dot else paragraph
