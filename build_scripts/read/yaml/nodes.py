"""What YAML holds, with places: text, keys with values, lists."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from build_scripts.model.text import Text
from build_scripts.problems import Place

_NOTHING = ("", "~", "null", "Null", "NULL")
"""What stands after a key or a dash where YAML says that there is no value."""


class Scalar(NamedTuple):
    """A value; `style` is empty for a plain one, else the sign it is written with: ' " | >."""

    text: Text
    style: str = ""

    @property
    def place(self) -> Place:
        """The place of its first line."""
        return self.text.place()


class Mapping(NamedTuple):
    """Keys with values, in the order of the file."""

    entries: dict[Text, Node]
    place: Place

    def get(self, name: str) -> Node | None:
        """The value of a key; None when the key is missing."""
        return self.entries.get(name)  # type: ignore[call-overload,no-any-return]

    def key(self, name: str) -> Text | None:
        """The key as it stands in the file; None when it is missing."""
        return next((key for key in self.entries if key == name), None)


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    place: Place


Node: TypeAlias = Scalar | Mapping | Sequence


def plain(node: Node) -> Any:
    """Return a node as the dicts, lists and `Text` that records are validated from."""
    if type(node) is Scalar:
        text, style = node
        return text if style or text not in _NOTHING else text.part(0, 0)
    if type(node) is Mapping:
        return {key: plain(value) for key, value in node.entries.items()}
    return [plain(item) for item in node.items]  # type: ignore[union-attr]


def kind_in_words(node: Node) -> str:
    """What a node is, for messages: text, a list, or keys with values."""
    if isinstance(node, Scalar):
        return "text"
    return "keys with values" if isinstance(node, Mapping) else "a list"
