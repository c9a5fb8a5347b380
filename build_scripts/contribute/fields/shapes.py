"""The fields of records as data: what each may hold, whether it is needed, what it means.

Skeletons, editor schemas and the field reference are made from this, and from nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from build_scripts.model.fields import LISTED, Kind
from build_scripts.model.records import MERE_WORDS

_PATH = re.compile(r"\S+/\S+: ")


@dataclass(frozen=True)
class Shape:
    """What a field holds.

    `kind` for a text, `choices` for one of a few words, `record` for keys of their own. `many` says
    how often: once, in a list, by name, or a list by each name. A lone item may stand for a `short`
    list, mere words for a `short` record.
    """

    kind: Kind | None = None
    choices: tuple[str, ...] = ()
    record: type[BaseModel] | None = None
    many: Literal["", "list", "names", "lists by name"] = ""
    short: bool = False


@dataclass(frozen=True)
class Field:
    """A field of a record.

    `default` is what it is when it is left out, as a file would say it; `item` is the type of one
    value.
    """

    name: str
    shape: Shape
    needed: bool
    description: str
    default: str
    item: Any


def fields_of(record: type[BaseModel]) -> Iterator[Field]:
    """The fields of a record, in the order of its file."""
    for name, info in record.model_fields.items():
        default = info.get_default()
        shape = shape_of(info.annotation, tuple(info.metadata))
        inside = get_args(info.annotation)
        yield Field(
            name,
            shape,
            info.is_required(),
            str(info.description or ""),
            default if isinstance(default, str) else "false" if default is False else "",
            inside[0] if shape.many else Annotated[info.annotation, *info.metadata, ""],
        )


def meaning_of(record: type[BaseModel]) -> str:
    """What a record is, in the words of its docstring, without the path that may stand first."""
    words = _PATH.sub("", " ".join((record.__doc__ or "").split("\n\n", maxsplit=1)[0].split()))
    return words[:1].upper() + words[1:]


def records_in(record: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The record and all records inside it, each once, in the order of the file."""
    seen: list[type[BaseModel]] = []
    queue = [record]
    while queue:
        found = queue.pop(0)
        if found not in seen:
            seen.append(found)
            queue.extend(f.shape.record for f in fields_of(found) if f.shape.record is not None)
    yield from seen


def shape_of(annotation: Any, marks: tuple[Any, ...] = ()) -> Shape:
    """What a type admits; `marks` are the validators that stand beside it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return shape_of(annotation.__origin__, (*annotation.__metadata__, *marks))
    if origin in (Union, UnionType):
        return shape_of(next(arg for arg in get_args(annotation) if arg is not type(None)), marks)
    if origin is Literal:
        return Shape(choices=get_args(annotation))
    if origin is tuple:
        item = shape_of(get_args(annotation)[0])
        return replace(item, many="list", short=LISTED in marks)
    if origin is dict:
        item = shape_of(get_args(annotation)[1])
        return replace(item, many="lists by name" if item.many else "names")
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(record=annotation, short=MERE_WORDS in marks)
    return Shape(kind=next(mark for mark in marks if isinstance(mark, Kind)))
