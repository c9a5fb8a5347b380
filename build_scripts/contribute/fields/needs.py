"""What a new file needs beside the fields that every record of its sort needs.

The rules are those of `read/records/requirements.py`; a test holds each against the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import BaseModel

from build_scripts.contribute.fields.shapes import Field, fields_of
from build_scripts.model.charts import CHART_KINDS, Chart
from build_scripts.model.records import DOCUMENTS_NEED_ONE, Evidence, Front, Speaker, Topic


class Sort(NamedTuple):
    """A sort of file that contributors make: its folder in the library, and its record."""

    kind: str
    record: type[BaseModel]


SORTS: Mapping[str, Sort] = {
    "claim": Sort("claims", Front),
    "evidence": Sort("evidence", Evidence),
    "speaker": Sort("speakers", Speaker),
    "topic": Sort("topics", Topic),
    "chart": Sort("charts", Chart),
}

Choice = tuple[str, ...]
"""Fields one of which is needed, by path: `claim.text`, `url` or `no_url`."""


def needed(sort: str, given: Mapping[str, str]) -> list[Choice]:
    """What a file needs, in the order in which it is asked for, as far as the answers tell."""
    if sort == "evidence":
        return _evidence(given)
    if sort == "claim":
        return _claim(given)
    if sort == "chart":
        return _chart(given)
    return [(field.name,) for field in fields_of(SORTS[sort].record) if field.needed]


def _evidence(given: Mapping[str, str]) -> list[Choice]:
    found: list[Choice] = [("title",), ("kind",)]
    if given.get("kind") == "calculation":
        return found
    found += [("publisher",), ("tier",)]
    if given.get("tier") == "secondary":
        found.append(("why_secondary",))
    found += [("origin",), *DOCUMENTS_NEED_ONE, ("seen.how",), ("seen.when",)]
    return [*found, ("language",), ("interest",)]


def _claim(given: Mapping[str, str]) -> list[Choice]:
    found: list[Choice] = [("title",)]
    for name in ("text", "paraphrase", "speaker", "date", "venue", "said_in"):
        found.append((f"claim.{name}",))
    language = given.get("claim.language", "en")
    if language.partition("-")[0] != "en":
        found.append(("claim.translation",))
    found += [("readings.means",), ("readings.holds_if",), ("verdict",), ("summary",)]
    found += [("gets_right",), ("why_checked",), ("topics",), ("reply.asked",)]
    asked = given.get("reply.asked") == "true"
    found += [("reply.channel",), ("reply.outcome",)] if asked else [("reply.why",)]
    return [*found, ("authors",), ("published",)]


def _chart(given: Mapping[str, str]) -> list[Choice]:
    found: list[Choice] = [("kind",), ("title",), ("subtitle",), ("alt",)]
    traits = CHART_KINDS.get(given.get("kind", ""))
    drawn = traits.needs if traits is not None else ()
    if traits is not None and traits.rows_or_table and "table" in given:
        drawn = ("table", "label", "values")
    for name in drawn:
        field = field_at(Chart, name)
        inner = fields_of(field.shape.record) if field.shape.record is not None else ()
        paths = [f"{name}.{part.name}" for part in inner if part.needed]
        found += [(path,) for path in paths or [name]]
    return found


def field_at(record: type[BaseModel], path: str) -> Field:
    """The field at a path: `title`, `claim.text`, `rows.fact`; raises KeyError."""
    name, _, rest = path.partition(".")
    field = next((field for field in fields_of(record) if field.name == name), None)
    if field is None:
        raise KeyError(path)
    if not rest:
        return field
    if field.shape.record is None:
        raise KeyError(path)
    return field_at(field.shape.record, rest)


def paths(record: type[BaseModel]) -> list[str]:
    """The paths of all fields that hold text: of the record, and of records once inside it."""
    found: list[str] = []
    for field in fields_of(record):
        inner = field.shape.record
        if inner is None and field.shape.many in ("", "list"):
            found.append(field.name)
        elif inner is not None and field.shape.many in ("", "list"):
            plain = (f for f in fields_of(inner) if f.shape.record is None)
            found += [f"{field.name}.{part.name}" for part in plain]
    return found
