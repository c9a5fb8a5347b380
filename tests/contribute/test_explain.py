"""`explain` knows every rule that a problem can name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.check.catalogue import all_rules
from build_scripts.contribute.custody.trace import UnknownName
from build_scripts.contribute.explain import explain, listing
from build_scripts.model.bindings import Finding
from build_scripts.problems import Problem, Severity

ENGINE = Path(__file__).parents[2] / "build_scripts"
STAGES = ("read", "link", "check", "contribute")
_RULE = re.compile(r"[a-z]+(-[a-z0-9]+)+")


def named_rules() -> Iterator[tuple[str, str]]:
    """The rule of each Problem(place, rule, …) and Finding(rule, …) on content, with its file."""
    places = {Problem.__name__: 1, Finding.__name__: 0}
    for path in sorted(path for stage in STAGES for path in (ENGINE / stage).rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                continue
            for keyword in call.keywords:
                if keyword.arg == "rule" and isinstance(keyword.value, ast.Constant):
                    yield str(keyword.value.value), path.name
            at = places.get(call.func.id)
            if at is not None and len(call.args) > at and isinstance(call.args[at], ast.Constant):
                yield str(call.args[at].value), path.name  # type: ignore[attr-defined]


def test_every_rule_that_a_problem_names_has_help() -> None:
    used = {name: where for name, where in named_rules() if _RULE.fullmatch(name)}
    assert len(used) > 40
    assert {name: where for name, where in used.items() if name not in all_rules()} == {}


def weights() -> Iterator[tuple[str, Severity]]:
    """The rule of each Problem(place, rule, …) on content, and what that problem weighs."""
    for path in sorted(path for stage in STAGES for path in (ENGINE / stage).rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == Problem.__name__:
                rule = call.args[1] if len(call.args) > 1 else None
                given = ast.unparse(call)
                if isinstance(rule, ast.Constant) and rule.value:
                    notice = "Severity.NOTICE" in given
                    yield str(rule.value), Severity.NOTICE if notice else Severity.ERROR


def test_a_rule_weighs_what_its_problems_weigh() -> None:
    found = set(weights())
    assert ("line-ends", Severity.NOTICE) in found
    known = all_rules()
    assert {name: known[name].severity for name, _ in found} == dict(found)


@pytest.mark.parametrize("name", all_rules())
def test_help_begins_with_a_sentence_and_shows_what_is_bad_beside_what_is_good(name: str) -> None:
    text = all_rules()[name].text
    first = text.split("\n\n", maxsplit=1)[0]
    assert first[0].isupper() or first[0] in '"`'
    assert first.endswith(".")
    assert ("bad:" in text.lower()) == ("good:" in text.lower())
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)


def test_a_rule_is_explained_with_its_weight_and_examples() -> None:
    assert explain("figure-order") == (
        "figure-order (stops publication)\n\n"
        "The figures of a sentence and the facts of its citation stand in different orders.\n\n"
        "Figures and facts are matched in order, so that a reader knows which source bears which."
        "\n\n"
        "Bad:  31 states in 2019, 12 in 2023 [@sipri:buyers.2023; @sipri:buyers.2019].\n"
        "Good: 31 states in 2019, 12 in 2023 [@sipri:buyers.2019; @sipri:buyers.2023].\n"
    )


def test_a_rule_as_problems_show_it() -> None:
    assert explain("[long-summary]").startswith("long-summary (a notice)\n")


def test_a_misspelt_rule() -> None:
    with pytest.raises(UnknownName) as caught:
        explain("figure-ordre")
    assert str(caught.value) == (
        "there is no rule 'figure-ordre'; did you mean 'figure-order'?; `explain` alone lists all"
    )


def test_all_rules_are_listed() -> None:
    lines = listing().splitlines()
    assert [line.split()[0] for line in lines[:-2]] == sorted(all_rules())
    assert lines[-1] == f"{len(all_rules())} rules; `explain RULE` tells more about one."
    assert "figure-order                  The figures of a sentence and" in listing()
