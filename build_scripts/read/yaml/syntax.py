"""Broken YAML as problems, in words that a contributor understands."""

from __future__ import annotations

from typing import Any

import yaml

from build_scripts.problems import Place, Problem
from build_scripts.read.files import hidden_character
from build_scripts.read.yaml import layout_mistakes as layout
from build_scripts.read.yaml import value_mistakes as values
from build_scripts.read.yaml.fault import Fault, Finding

_JUDGES = (
    values.unclosed_quotation,
    values.escape,
    values.second_colon,
    layout.no_colon,
    layout.list_beside_key,
    values.text_beside_block,
    values.quotation_open_above,
    values.text_after_quotation,
    values.text_after_bracket,
    values.bad_beginning,
    values.unclosed_bracket,
    layout.directive,
    layout.second_part,
    layout.out_of_line,
)
"""What libyaml and PyYAML expected is seldom what a person did, which the line itself shows.

The first finding decides.
"""


def syntax_problem(
    error: yaml.MarkedYAMLError, text: str, path: str, first_line: int = 1
) -> Problem:
    """Return what is wrong with broken YAML, and where."""
    mark: Any = error.problem_mark or error.context_mark
    began: Any = error.context_mark or mark
    lines = text.split("\n")
    if mark is None:
        found = Finding(0, 0, "this is not YAML", "")
    else:
        fault = Fault(
            error.problem or "",
            error.context or "",
            mark.line,
            mark.column,
            began.line,
            began.column,
            lines,
        )
        found = next((f for judge in _JUDGES if (f := judge(fault))), _unknown(fault))
    last = max(0, len(lines) - 1 - (len(lines) > 1 and not lines[-1]))
    line = min(found.line, last)
    column = found.column if line == found.line else len(lines[line])
    place = Place(path, line + first_line, column + 1)
    return Problem(place, "yaml-syntax", found.message, found.advice)


def character_problem(position: int, text: str, path: str, first_line: int = 1) -> Problem:
    """Return the problem of the character at an offset that YAML does not allow."""
    position = min(max(0, position), max(0, len(text) - 1))
    line_start = text.rfind("\n", 0, position) + 1
    line = text.count("\n", 0, position) + first_line
    return hidden_character(
        text[position : position + 1] or "\0", Place(path, line, position - line_start + 1)
    )


def _unknown(fault: Fault) -> Finding:
    """The finding where nothing better is known."""
    return Finding(
        fault.line,
        fault.column,
        "this cannot be read as YAML",
        "compare with a file that works; text with signs of its own needs quotation marks",
    )
