"""JSON Schemas, with which editors complete fields and mark mistakes while one types.

Format: JSON Schema draft-07 (https://json-schema.org/draft-07), which the YAML extension of VS Code
reads. A schema admits what our own reader admits: `verdict: false` is a boolean to other readers of
YAML, and text to ours.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from build_scripts.contribute.fields.needs import SORTS
from build_scripts.contribute.fields.shapes import (
    Field,
    Shape,
    fields_of,
    meaning_of,
    records_in,
)
from build_scripts.model.charts import CHART_KINDS, Chart
from build_scripts.model.fields import FLAG, Kind
from build_scripts.model.records import DOCUMENTS_NEED, DOCUMENTS_NEED_ONE, OF_DOCUMENTS, Evidence

FOLDER = "schemas"
SCHEMAS: Mapping[str, type[BaseModel]] = {
    name if name != "claim" else "article": sort.record for name, sort in SORTS.items()
}

Json = dict[str, Any]


def schema_files() -> dict[str, str]:
    """Every schema as the text of its file, by path in the repository."""
    return {
        f"{FOLDER}/{name}.json": json.dumps(schema(record), ensure_ascii=False, indent=1) + "\n"
        for name, record in SCHEMAS.items()
    }


def schema(record: type[BaseModel]) -> Json:
    """The schema of a record; the records inside it stand under `definitions`."""
    inside = [part for part in records_in(record) if part is not record]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": record.__name__,
        **_object(record),
        **(_CONDITIONS[record]() if record in _CONDITIONS else {}),
        "definitions": {part.__name__: _object(part) for part in inside},
    }


def _object(record: type[BaseModel]) -> Json:
    fields = tuple(fields_of(record))
    return {
        "description": meaning_of(record),
        "type": "object",
        "properties": {field.name: _property(field) for field in fields},
        "required": [field.name for field in fields if field.needed],
        "additionalProperties": False,
    }


def _property(field: Field) -> Json:
    shape = field.shape
    described = {"description": field.description}
    if field.default:
        described["default"] = field.default
    if shape.many == "":
        one = _one(shape)
        return described | ({"allOf": [one]} if "$ref" in one else one)
    listed = {"type": "array", "items": _one(shape)}
    if shape.many == "list":
        return described | ({"anyOf": [_one(shape), listed]} if shape.short else listed)
    inner = listed if shape.many == "lists by name" else _one(shape)
    return described | {"type": "object", "additionalProperties": inner}


def _one(shape: Shape) -> Json:
    if shape.record is not None:
        keys = {"$ref": f"#/definitions/{shape.record.__name__}"}
        return {"anyOf": [{"type": ["string", "number", "boolean"]}, keys]} if shape.short else keys
    if shape.choices:
        return {"enum": list(shape.choices)}
    return _text(shape.kind) if shape.kind is not None else {}


def _text(kind: Kind) -> Json:
    if kind is FLAG:
        return {"enum": [True, False, "true", "false"]}
    types = ["string", *kind.plain]
    found: Json = {"type": types if len(types) > 1 else "string", "minLength": 1}
    if kind.pattern:
        found["pattern"] = kind.pattern
    return found | ({"examples": [kind.example]} if kind.example != "…" else {})


def _of_evidence() -> Json:
    """What a document needs and a calculation must not have."""
    either = [{"anyOf": [{"required": [name]} for name in names]} for names in DOCUMENTS_NEED_ONE]
    return {
        "if": {"properties": {"kind": {"const": "calculation"}}, "required": ["kind"]},
        "then": {"properties": dict.fromkeys(OF_DOCUMENTS, False)},
        "else": {"required": list(DOCUMENTS_NEED), "allOf": either},
    }


def _of_charts() -> Json:
    """What each kind of chart is drawn from."""
    either = {"anyOf": [{"required": ["rows"]}, {"required": ["table", "label", "values"]}]}
    return {
        "allOf": [
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": either if traits.rows_or_table else {"required": list(traits.needs)},
            }
            for kind, traits in CHART_KINDS.items()
        ]
    }


_CONDITIONS = {Evidence: _of_evidence, Chart: _of_charts}
