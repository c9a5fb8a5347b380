"""The keys of one record in its file: which are there, and the problems of those that are not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from pydantic import BaseModel

from build_scripts.model.text import Text, shown
from build_scripts.problems import Place, Problem
from build_scripts.read.suggest import nearest
from build_scripts.read.yaml.nodes import Mapping, Scalar, Sequence

_UNKNOWN_LOOKED_AT = 10
_NOTHING = Text("")


class Keys(NamedTuple):
    """The keys of one record.

    `name` is the key that holds it, None at the root of a file and in a list.
    """

    model: type[BaseModel]
    node: Mapping
    name: Text | None

    @property
    def place(self) -> Place:
        """Where its missing keys are reported."""
        return self.node.place if self.name is None else self.name.place()

    @classmethod
    def of_file(cls, model: type[BaseModel], node: Mapping) -> Keys:
        """The keys at the root of a file, or of an item of its list."""
        return cls(model, node, None)

    def at(self, name: str, model: type[BaseModel]) -> Keys | None:
        """The keys of the record under a key; None when there is none."""
        inner, key = self.node.get(name), self.node.key(name)
        if not isinstance(inner, Mapping) or key is None:
            return None
        return Keys(model, inner, key)

    def inside(self, name: str, model: type[BaseModel], words: bool = False) -> Iterator[Keys]:
        """The keys of every record by its name: of each fact under `facts`.

        With `words`, a record written as mere words counts as one without keys.
        """
        outer = self.node.get(name)
        for key, inner in outer.entries.items() if isinstance(outer, Mapping) else ():
            if isinstance(inner, Mapping):
                yield Keys(model, inner, key)
            elif words:
                yield Keys(model, Mapping({}, inner.place), key)

    def items(self, name: str, model: type[BaseModel]) -> list[Keys]:
        """The keys of every record of a list."""
        outer = self.node.get(name)
        return [
            Keys(model, item, None)
            for item in (outer.items if isinstance(outer, Sequence) else ())
            if isinstance(item, Mapping)
        ]

    def has(self, name: str) -> bool:
        """Whether a key is there and not an empty list."""
        value = self.node.entries.get(name)  # type: ignore[call-overload]
        if value is None or type(value) is Scalar:
            return value is not None
        return bool(value.entries if isinstance(value, Mapping) else value.items)

    def text(self, name: str) -> Text:
        """The value of a key, when it is text; else an empty one."""
        value = self.node.get(name)
        return value.text if isinstance(value, Scalar) else _NOTHING

    def need(self, name: str, why: str = "") -> Iterator[Problem]:
        """Yield a problem when a key is missing."""
        if not self.has(name) and not self.misspelt(name):
            yield self._missing(f"no key {name!r}", why, name)

    def need_one(self, name: str, other: str) -> Iterator[Problem]:
        """Yield a problem when not exactly one of two keys is there."""
        yield from self.exclude(name, other)
        if not any(self.has(one) or self.misspelt(one) for one in (name, other)):
            yield self._missing(f"neither {name!r} nor {other!r}", "", name, other)

    def exclude(self, name: str, *others: str) -> Iterator[Problem]:
        """Yield a problem for every key that stands beside one that excludes it."""
        names = [one for one in (name, *others) if self.has(one)]
        if len(names) < 2:
            return
        there = [key for one in names if (key := self.node.key(one))]
        for key in there[1:]:
            yield Problem(
                key.place(),
                "conflicting-keys",
                f"{shown(key)} cannot stand beside {shown(there[0])}",
                "keep one of the two",
            )

    def stray(self, name: str, where: str, advice: str) -> Iterator[Problem]:
        """Yield a problem when a key is there that does not belong here."""
        if self.has(name) and (key := self.node.key(name)):
            message = f"{shown(key)} does not belong to {where}"
            yield Problem(key.place(), "conflicting-keys", message, advice)

    def _missing(self, what: str, why: str, *names: str) -> Problem:
        holder = f"{shown(self.name)} has" if self.name else "there is"
        meaning = " ".join(f"{one}: {self.model.model_fields[one].description}" for one in names)
        advice = f"{why}. {meaning}" if why else meaning
        return Problem(self.place, "missing-key", f"{holder} {what}", advice)

    def misspelt(self, name: str) -> bool:
        """Whether an unknown key is most like the missing one: that is reported already."""
        fields = self.model.model_fields
        unknown = islice(
            (key for key in self.node.entries if key not in fields), _UNKNOWN_LOOKED_AT
        )
        return any(nearest(key, fields) == name for key in unknown)
