"""Values in curly quotation marks, which a word processor puts where YAML has straight ones.

To YAML curly marks are text: they would stand in the headline of a page. Only fields that hold
a name or a sentence of ours are looked at; a quotation may well begin and end with its marks.
"""

from __future__ import annotations

from build_scripts.model.text import shown
from build_scripts.problems import Problem
from build_scripts.read.yaml.nodes import Mapping, Node, Scalar

MARKS = "“”„‘’"
"""What a word processor makes of straight quotation marks."""
_FIELDS = frozenset(
    """
    title subtitle paraphrase means asks venue publisher name tagline role affiliation label
""".split()
)
_QUOTES = "quotes"
_OPENING, _CLOSING = "“”„‘", "“”’"


def curly_values(node: Node) -> list[Problem]:
    """A problem for every such value that is wrapped in curly marks and in nothing else."""
    found: list[Problem] = []
    _look(node, found)
    return found


def _look(node: Node, found: list[Problem]) -> None:
    if type(node) is Mapping:
        for key, value in node.entries.items():
            if type(value) is not Scalar:
                if key != _QUOTES:
                    _look(value, found)
            elif key in _FIELDS and not value.style and _wrapped(value.text):
                words = value.text[1:-1]
                problem = Problem(
                    value.place,
                    "bad-value",
                    f"the curly quotation marks around {shown(words)} would be part of the text",
                    "take them out; where they belong to the words, "
                    "put single straight ones around all of it",
                )
                found.append(problem)
    elif type(node) is not Scalar:
        for item in node.items:  # type: ignore[union-attr]
            _look(item, found)


def _wrapped(text: str) -> bool:
    """Whether a text begins and ends with a curly mark and has no other, an apostrophe apart."""
    if len(text) < 3 or text[0] not in _OPENING or text[-1] not in _CLOSING:
        return False
    return not any(mark in text[1:-1] for mark in _OPENING)
