"""Nodes become records; what does not fit becomes problems at the key or the value at fault."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from build_scripts.model.records import Record
from build_scripts.model.text import Text, shown
from build_scripts.problems import Place, Problem
from build_scripts.read.records.curly import MARKS, curly_values
from build_scripts.read.records.requirements import requirements
from build_scripts.read.suggest import did_you_mean, nearest
from build_scripts.read.yaml.nodes import Mapping, Node, Scalar, kind_in_words, plain

MAX_PROBLEMS = 50
R = TypeVar("R", bound=Record)

_NEEDED = {
    "is_instance_of": ("text", "write its words on the same line"),
    "model_type": ("keys with values", "write each key on a line of its own below, indented"),
    "dict_type": ("keys with values", "write each key on a line of its own below, indented"),
    "tuple_type": ("a list", "write [a, b], or each item on a line of its own after a dash"),
}


class _Spot(NamedTuple):
    """Where an error stands: its value, the key that holds it, and the records around both.

    `key` is that of the value itself, None for an item of a list; `field` the nearest key above.
    `owner` is the record whose field that is; `record` the one that `value` should be.
    """

    value: Node
    key: Text | None
    field: Text | None
    owner: type[BaseModel] | None
    record: type[BaseModel] | None

    @property
    def name(self) -> str:
        return shown(self.key) if self.key else "this item"

    @property
    def place(self) -> Place:
        """The value's place; its key's when the value is no text."""
        if self.key is not None and not (isinstance(self.value, Scalar) and self.value.text):
            return self.key.place()
        return self.value.place


def read_record(model: type[R], node: Node, path: str) -> tuple[R | None, list[Problem]]:
    """Read a record from the root of a YAML file.

    Returns None when a field cannot be read. A record whose fields fit, but not each other, is
    returned with its problems, so that what refers to it is not reported as well.
    """
    if not isinstance(node, Mapping):
        advice = f"the keys are {', '.join(model.model_fields)}"
        message = f"the file must be keys with values, not {kind_in_words(node)}"
        return None, [Problem(node.place, "wrong-type", message, advice)]
    record = None
    problems: list[Problem] = []
    try:
        record = model.model_validate(plain(node))
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        problems += islice(_problems(errors, model, node, path), MAX_PROBLEMS)
    problems += islice(requirements(model, node), MAX_PROBLEMS)
    problems += islice(curly_values(node), MAX_PROBLEMS)
    return record, sorted(problems)


def _problems(
    errors: list[ErrorDetails], model: type[Record], node: Mapping, path: str
) -> Iterator[Problem]:
    left = list(_too_far_left(errors, model, node))
    if left:  # one mistake, not one for each key and for the entry that is left empty
        place, name = left[0]
        advice = f"it belongs to an entry of {name!r}: indent it, and the keys after it, "
        yield Problem(
            place,
            "wrong-type",
            f"a key of an entry stands beside the entries of {name!r}",
            f"{advice}by two spaces more than the entry's name",
        )
        errors = [error for error in errors if error["loc"][:1] != (name,)]
    # a misspelt key is one mistake, not an unknown key and a missing one
    misspelt: set[tuple[int | str, ...]] = set()
    for error in errors:
        if error["type"] == "extra_forbidden" and len(misspelt) < MAX_PROBLEMS:
            spot = _spot(model, node, error["loc"])
            fields = spot.owner.model_fields if spot.owner else {}
            misspelt.add((*error["loc"][:-1], nearest(str(error["loc"][-1]), fields)))
            yield _unknown_key(spot, fields)
    for error in errors:
        if error["type"] == "missing":
            if error["loc"] not in misspelt:
                yield _missing_key(error, model, node, path)
        elif error["type"] != "extra_forbidden":
            yield _bad_value(error, _spot(model, node, error["loc"]))


def _too_far_left(
    errors: list[ErrorDetails], model: type[Record], node: Mapping
) -> Iterator[tuple[Place, str]]:
    """Keys of entries that stand where the names of entries do, with the field of the entries:
    `says` beside the names of facts.
    """
    for error in errors:
        if error["type"] == "model_type" and len(error["loc"]) == 2:
            spot = _spot(model, node, error["loc"])
            fields = spot.record.model_fields if spot.record else {}
            text = isinstance(spot.value, Scalar) and bool(spot.value.text)
            if text and spot.key is not None and str(spot.key) in fields:
                yield spot.key.place(), str(error["loc"][0])


def _unknown_key(spot: _Spot, fields: dict[str, Any]) -> Problem:
    key = cast(Text, spot.key)
    above = _belongs_below(spot.value, fields)
    if above:
        advice = f"it looks like one of {above!r}: indent it and what is below it by two spaces"
        return Problem(key.place(), "unknown-key", f"unknown key {shown(key)}", advice)
    message = f"unknown key {shown(key)}{did_you_mean(key, fields)}"
    advice = f"the keys here are {', '.join(fields)}"
    return Problem(key.place(), "unknown-key", message, advice)


def _belongs_below(value: Node, fields: dict[str, Any]) -> str:
    """The field by name, such as `facts`, whose entries have the keys of a value."""
    keys = set(map(str, value.entries)) if isinstance(value, Mapping) else set()
    for name, field in fields.items() if keys else ():
        shape = _bare(field.annotation)
        entry = _record(_bare(get_args(shape)[1])) if get_origin(shape) is dict else None
        if entry and keys <= set(entry.model_fields):
            return name
    return ""


def _missing_key(error: ErrorDetails, model: type[Record], node: Mapping, path: str) -> Problem:
    name = str(error["loc"][-1])
    spot = _spot(model, node, error["loc"][:-1])
    meaning = spot.record.model_fields[name].description if spot.record else ""
    place, holder = spot.place, f"{spot.name} has"
    if spot.value is node:
        place, holder = Place(path, node.place.line), "there is"
    return Problem(place, "missing-key", f"{holder} no key {name!r}", f"{name}: {meaning}")


def _bad_value(error: ErrorDetails, spot: _Spot) -> Problem:
    kind = error["type"]
    if error["loc"][-1] == "[key]" and spot.key is not None:
        return Problem(spot.key.place(), "bad-value", f"key {_words(error)}", "rename it")
    if isinstance(spot.value, Scalar) and not spot.value.text.strip():
        advice = "write its value, or take it out"
        return Problem(spot.place, "bad-value", f"{spot.name} is empty", advice)
    if kind == "literal_error":
        return _no_choice(spot, _choices(str(error.get("ctx", {}).get("expected", ""))))
    if kind in _NEEDED:
        needed, advice = _NEEDED[kind]
        if kind == "model_type" and spot.record:
            advice = f"its keys are {', '.join(spot.record.model_fields)}: {advice}"
        return _wrong_type(spot, needed, advice)
    curly = isinstance(spot.value, Scalar) and spot.value.text[0] in MARKS
    advice = "take the curly quotation marks out" if curly else _meaning(spot)
    return Problem(spot.place, "bad-value", _words(error), advice)


def _no_choice(spot: _Spot, choices: list[str]) -> Problem:
    listed = f"it is one of {', '.join(choices)}"
    if not isinstance(spot.value, Scalar):
        return _wrong_type(spot, "text", listed)
    value = spot.value.text
    message = f"{spot.name} cannot be {shown(value)}{did_you_mean(value, choices)}"
    return Problem(spot.place, "bad-value", message, listed)


def _wrong_type(spot: _Spot, needed: str, advice: str) -> Problem:
    message = f"{spot.name} must be {needed}, not {kind_in_words(spot.value)}"
    return Problem(spot.place, "wrong-type", message, advice)


def _words(error: ErrorDetails) -> str:
    """The words of our own ValueError, else pydantic's in lower case."""
    cause = error.get("ctx", {}).get("error")
    return str(cause) if cause else error["msg"][:1].lower() + error["msg"][1:]


def _choices(expected: str) -> list[str]:
    """The values a choice admits, from pydantic's `'a', 'b' or 'c'`."""
    return expected.replace("' or '", "', '").strip("'").split("', '")


def _meaning(spot: _Spot) -> str:
    field = spot.owner.model_fields.get(spot.field) if spot.owner and spot.field else None
    return f"{spot.field}: {field.description}" if field else ""


def _spot(model: type[BaseModel], node: Node, location: tuple[int | str, ...]) -> _Spot:
    """Follow an error's location down to the value it is about, as far as the file goes."""
    key: Text | None = None
    field: Text | None = None
    owner: type[BaseModel] | None = None
    shape: Any = model
    for part in location:
        if part == "[key]" or isinstance(node, Scalar):
            break
        record, shape = _record(shape), _inside(shape, part)
        if isinstance(node, Mapping):
            key = node.key(str(part))
            owner, field = (record, key) if record else (owner, field)
            node = node.entries[key] if key is not None else node
        else:
            key, node = None, node.items[int(part)]
    return _Spot(node, key, field, owner, _record(shape))


def _record(shape: Any) -> type[BaseModel] | None:
    return shape if isinstance(shape, type) and issubclass(shape, BaseModel) else None


def _inside(shape: Any, part: int | str) -> Any:
    """The type of what stands under a key or an index of a type: of a field, an item, an entry."""
    record = _record(shape)
    if record:
        field = record.model_fields.get(str(part))
        return _bare(field.annotation) if field else None
    inner = get_args(shape)
    if not inner:
        return None
    return _bare(inner[1] if get_origin(shape) is dict else inner[0])


def _bare(shape: Any) -> Any:
    """A type without `| None` and without annotations."""
    while get_origin(shape) in (Annotated, Union, UnionType):
        shape = get_args(shape)[0]
    return shape
