"""Skeletons of files: every field with its meaning, those with a value filled in.

A field without a value stands there as a comment; who needs it takes the # away.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Collection, Iterator, Mapping

from pydantic import BaseModel

from build_scripts.contribute.fields.shapes import Field, Shape, fields_of
from build_scripts.model.fields import TEXT

_WIDTH = 96
_PLAIN = re.compile(r"[A-Za-z0-9$€£][^\n\t]*\Z")
_NOT_PLAIN = re.compile(r"(?:null|true|false|yes|no|on|off)\Z|.*(?::\s|\s#|:\Z|\s\Z)", re.I)
_EXAMPLES = {
    "origin": "sipri",
    "speaks_for": "a-speaker",
    "reviewed_by": "a-reviewer",
    "related": "another-article",
    "formerly": "an-old-name",
    "claim": "an-article",
    "key": "year",
    "columns": "{year: year, states: states, source: text}",
    "sources": "source",
    "label": "name",
    "values": "states",
    "x": "year",
    "y": "states",
}  # where the sort of a field does not tell whose id or which column it holds
_SPACES = re.compile(r"\S+(?: \S+)*\Z")


def skeleton(
    record: type[BaseModel], values: Mapping[str, str], without: Collection[str] = ()
) -> str:
    """The YAML of a record; `values` are what its fields hold, by path.

    `without` are fields that this one cannot have.
    """
    return "".join(f"{line.rstrip()}\n" for line in _lines(record, values, without))


def yaml_text(value: str, within: str = "") -> str:
    """A text as a YAML value that is read as exactly this text; `within` a list in brackets."""
    plain = _PLAIN.match(value) and not _NOT_PLAIN.match(value)
    if plain and not (within and re.search(r"[\[\]{},]", value)):
        return value
    return json.dumps(value, ensure_ascii=False)


def _lines(
    record: type[BaseModel], values: Mapping[str, str], without: Collection[str] = ()
) -> Iterator[str]:
    for field in fields_of(record):
        if field.name in without:
            continue
        inside = {
            path.partition(".")[2]: value
            for path, value in values.items()
            if path.startswith(f"{field.name}.")
        }
        yield from textwrap.wrap(
            _meaning(field), _WIDTH, initial_indent="# ", subsequent_indent="# "
        )
        if field.name in values:
            yield from _value(field, values[field.name])
        elif inside and field.shape.record is not None:
            yield f"{field.name}:"
            yield from _indented(_lines(field.shape.record, inside), field.shape)
        else:
            yield from (f"# {line}" for line in _example(field))


def _meaning(field: Field) -> str:
    shape = field.shape
    if shape.choices:
        return f"{field.description} One of: {', '.join(shape.choices)}."
    return field.description


def _value(field: Field, value: str) -> Iterator[str]:
    if field.shape.many == "list":
        items = (yaml_text(item.strip(), "[") for item in value.split(",") if item.strip())
        yield f"{field.name}: [{', '.join(items)}]"
    elif _folds(field, value):
        yield f"{field.name}: >-"
        yield from textwrap.wrap(
            value,
            _WIDTH,
            initial_indent="  ",
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    else:
        yield f"{field.name}: {_written(field, value)}"


def _written(field: Field, value: str) -> str:
    return yaml_text(value) if field.shape.kind is TEXT else value


def _folds(field: Field, value: str) -> bool:
    """Whether a long text may be folded: only one whose words stand one space apart."""
    long = len(field.name) + len(value) > _WIDTH
    return long and field.shape.kind is TEXT and bool(_SPACES.match(value))


def _indented(lines: Iterator[str], shape: Shape) -> Iterator[str]:
    """Lines of a record inside another; in a list its first key stands behind a dash."""
    if shape.many != "list":
        yield from (f"  {line}" for line in lines)
        return
    dash = True
    for line in lines:
        comment = line.startswith("#")
        yield f"  - {line}" if dash and not comment else f"    {line}"
        dash = dash and comment


def _example(field: Field) -> Iterator[str]:
    """The field as an example; the fields inside it with their meaning beside them."""
    shape = field.shape
    if shape.record is None:
        yield f"{field.name}: {_example_value(field)}"
        return
    yield f"{field.name}:"
    first, rest = {"list": ("  - ", "    "), "names": ("    ", "    ")}.get(
        shape.many, ("  ", "  ")
    )
    if shape.many == "names":
        yield "  a-name:"
    for number, part in enumerate(fields_of(shape.record)):
        lead = rest if number else first
        written = f"{part.name}: {_example_value(part)}"
        yield f"{lead}{written}  # {_meaning(part)}"


def _example_value(field: Field) -> str:
    shape = field.shape
    one = field.default or (shape.choices[0] if shape.choices else "")
    if not one and shape.kind is not None:
        one = shape.kind.example
        if shape.kind is not TEXT or shape.many == "names":
            one = _EXAMPLES.get(field.name, one)
    if shape.many == "names" and field.name in _EXAMPLES:
        return one
    if shape.record is not None or shape.many in ("names", "lists by name"):
        return "{}"
    return f"[{yaml_text(one, '[')}]" if shape.many == "list" and not shape.short else one
