"""docs/fields.md: every field of every file, from the records themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import BaseModel

from build_scripts.contribute.fields.shapes import Field, Shape, fields_of, meaning_of, records_in
from build_scripts.model.charts import CHART_KINDS, Chart
from build_scripts.model.frame import Settings, Verdict, Vocabulary
from build_scripts.model.records import (
    DOCUMENTS_NEED,
    DOCUMENTS_NEED_ONE,
    Evidence,
    Front,
    PageFront,
    Speaker,
    Topic,
)

PATH = "docs/fields.md"


def _and(names: Sequence[str]) -> str:
    *first, last = (f"`{name}`" for name in names)
    return f"{', '.join(first)} and {last}" if first else last


_FILES: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("Articles", "`content/claims/<slug>.md`, between the lines of three dashes", Front),
    ("Evidence", "`content/evidence/<id>.yml`", Evidence),
    ("Speakers", "`content/speakers/<id>.yml`", Speaker),
    ("Topics", "`content/topics/<id>.yml`", Topic),
    ("Charts", "`charts/<id>.yml`", Chart),
    ("The rating scale", "`content/verdicts.yml`, a list", Verdict),
    ("Words", "`content/words.yml`", Vocabulary),
    ("The publication", "`content/publication.yml`", Settings),
    ("Pages", "`docs/<id>.md`, between lines of three dashes, which may be missing", PageFront),
)
_NOTES: Mapping[type[BaseModel], tuple[str, ...]] = {
    Evidence: (
        f"A document needs {_and(DOCUMENTS_NEED)} as well, and of each of these pairs one: "
        f"{', '.join(' or '.join(f'`{n}`' for n in names) for names in DOCUMENTS_NEED_ONE)}. "
        "A calculation has none of them. A fact needs `says` or, where its formula compares, "
        "`asks`. A quote in another language than English needs its `translation`.\n",
    ),
    Chart: (
        "Each kind is drawn from fields of its own; for bars and shares `table`, `label` and "
        "`values` may stand in place of `rows`.\n",
        "| kind | needs |\n|---|---|\n"
        + "".join(f"| `{kind}` | {_and(traits.needs)} |\n" for kind, traits in CHART_KINDS.items()),
    ),
}
_HEAD = """\
---
title: Fields
description: Every field of every file, what it holds and what it means.
figures: generated from the engine's own records; the numbers on it are examples
---
# Fields

Every file is made of the fields below and no others. How values are written is described under
[Notation](notation.md), how to begin under [Contribute](contribute.md).

This page is generated (`python -m build_scripts fields`) from the same records that read the files.
"""


def reference() -> str:
    """The text of docs/fields.md."""
    parts = [_HEAD]
    for title, where, record in _FILES:
        parts.append(f"## {title}\n\n{meaning_of(record)} In {where}.\n")
        parts.extend(_NOTES.get(record, ()))
        for part in records_in(record):
            if part is not record:
                parts.append(f"### {_heading(part)}\n\n{meaning_of(part)}\n")
            parts.append("\n".join(_table(part)) + "\n")
    return "\n".join(parts)


def _table(record: type[BaseModel]) -> Iterator[str]:
    yield "| field | holds | needed | meaning |"
    yield "|---|---|---|---|"
    for field in fields_of(record):
        needed = "yes" if field.needed else f"no: {field.default}" if field.default else "no"
        yield f"| `{field.name}` | {_holds(field)} | {needed} | {_plain(field.description)} |"


def _holds(field: Field) -> str:
    shape = field.shape
    one = _one(shape)
    if shape.many == "list":
        return f"{one}, or a list" if shape.short else f"list of: {one}"
    return {"names": f"by name: {one}", "lists by name": f"by name, list of: {one}"}.get(
        shape.many, one
    )


def _one(shape: Shape) -> str:
    if shape.record is not None:
        name = f"keys of *{_heading(shape.record).lower()}*"
        return f"text, or {name}" if shape.short else name
    if shape.choices:
        return ", ".join(f"`{choice}`" for choice in shape.choices)
    return shape.kind.name if shape.kind is not None else ""


def _heading(record: type[BaseModel]) -> str:
    return record.__name__


def _plain(text: str) -> str:
    return text.replace("|", "\\|")
