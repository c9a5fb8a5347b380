"""A record that has changed for readers: what became of it, and each change with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from pydantic import BaseModel

from build_scripts.model.fields import When
from build_scripts.problems import Place

State = Literal["new", "changed", "renamed", "withdrawn", "stands again", "no longer published"]


@dataclass(frozen=True)
class Change:
    """One thing that reads otherwise: `was` is empty where it is new, `now` where it is gone."""

    what: str
    was: str
    now: str
    place: Place | None = None


@dataclass(frozen=True)
class Changed:
    """One record: its sort (articles, evidence, …), its file, its title, what became of it.

    `notes` are sentences about it, without a full stop; `changes` go in reading order.
    """

    sort: str
    path: str
    title: str
    state: State
    notes: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def words(value: Any) -> str:
    """A value of a record on one line, as a file would say it; "" for none."""
    if value is None:
        return ""
    if isinstance(value, When):
        return str(value.period)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, BaseModel):
        named = ((name, words(getattr(value, name))) for name in type(value).model_fields)
        return "; ".join(f"{name}: {text}" for name, text in named if text)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {words(one)}" for name, one in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(words(one) for one in value)
    return " ".join(str(value).split())


def field_changes(
    was: BaseModel, now: BaseModel, names: Iterable[str] = (), *, prefix: str = ""
) -> Iterator[Change]:
    """The fields of a record that differ, by default all, in the order of its file."""
    for name in names or type(now).model_fields:
        old, new = words(getattr(was, name)), words(getattr(now, name))
        if old != new:
            text = getattr(now, name)
            place = text.place() if hasattr(text, "place") else None
            yield Change(f"{prefix}{name.replace('_', ' ')}", old, new, place)


def paragraphs(was: str, now: str) -> str:
    """How many paragraphs of a text changed, came and went; "" where none did."""
    counts = {"changed": 0, "new": 0, "removed": 0}
    old, new = _paragraphs(was), _paragraphs(now)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            both = min(i2 - i1, j2 - j1)
            counts["changed"] += both
            counts["removed"] += i2 - i1 - both
            counts["new"] += j2 - j1 - both
    found = [f"{number} {name}" for name, number in counts.items() if number]
    return f"paragraphs of the text: {', '.join(found)}" if found else ""


def _paragraphs(text: str) -> list[str]:
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    return [part for part in parts if part]
