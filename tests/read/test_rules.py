"""Every rule of reading has its published help, and no help is left over."""

import ast
from pathlib import Path

from build_scripts.check.other_rules import RULES as OTHERS
from build_scripts.read.rules import RULES

ENGINE = Path(__file__).parents[2] / "build_scripts"
MODULES = [
    *(path for path in sorted((ENGINE / "read").rglob("*.py")) if path.name != "rules.py"),
    ENGINE / "fingerprints.py",  # it knows every file by its digest, and so which are copies
]


def words_of(module: Path) -> set[str]:
    tree = ast.parse(module.read_text("utf-8"))
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def rules_used() -> set[str]:
    """The second word of each Problem(place, rule, …), and of our own short forms of it."""
    used: set[str] = set()
    for module in MODULES:
        tree = ast.parse(module.read_text("utf-8"))
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and len(call.args) > 1:
                name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
                name = call.func.id if isinstance(call.func, ast.Name) else name
                rule = call.args[1]
                if name in ("Problem", "_report", "_refuse") and isinstance(rule, ast.Constant):
                    used.add(str(rule.value))
    return used


def test_every_rule_has_help() -> None:
    assert rules_used() - set(RULES) - set(OTHERS) == set()


def test_no_help_is_left_over() -> None:
    written = set.union(*(words_of(module) for module in MODULES))
    assert set(RULES) - written == set()
