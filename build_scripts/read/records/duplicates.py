"""Lists in which an entry is written twice: a slip, as when two versions of a file are joined."""

from __future__ import annotations

from collections.abc import Hashable

from build_scripts.problems import Problem
from build_scripts.read.yaml.nodes import Mapping, Node, Scalar, Sequence


def duplicates(node: Node) -> list[Problem]:
    """A problem for every entry of a list, at any depth, that stands above it already."""
    found: list[Problem] = []
    _look(node, found)
    return found


def _look(node: Node, found: list[Problem]) -> None:
    if isinstance(node, Mapping):
        for inner in node.entries.values():
            if type(inner) is not Scalar:  # most values are, and hold no list
                _look(inner, found)
    elif isinstance(node, Sequence):
        known: dict[Hashable, Node] = {}
        for item in node.items:
            first = known.setdefault(_frozen(item), item)
            if first is not item:
                message = f"this entry is written twice; first on line {first.place.line}"
                advice = "take one of the two out"
                found.append(Problem(item.place, "duplicate-item", message, advice))
            _look(item, found)


def _frozen(node: Node) -> Hashable:
    """What a node holds, without places and the order of keys."""
    if isinstance(node, Scalar):
        return str(node.text)
    if isinstance(node, Mapping):
        return frozenset((str(key), _frozen(value)) for key, value in node.entries.items())
    return tuple(_frozen(item) for item in node.items)
