"""Parts that several kinds of pages share: charts, tables, cards, sources, bodies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from markupsafe import Markup

from build_scripts.draw.data import Rows
from build_scripts.link.cells import row_sources
from build_scripts.link.charts import chart_texts
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.model.bindings import BoundText
from build_scripts.model.records import Evidence
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.model.text import Text
from build_scripts.model.typography import smart
from build_scripts.write.addresses import relative
from build_scripts.write.exports.common import table_path
from build_scripts.write.fact_cards import FactCard, fact_card
from build_scripts.write.plain import plain_line
from build_scripts.write.prose import NOTHING, Notes, Pen, Piece
from build_scripts.write.site import Site, svg

_TAG = re.compile(r"<sup\b.*?</sup>|<[^>]+>", re.DOTALL)
_NOT_ID = re.compile(r"[^a-z0-9]+")
_SPAN = re.compile(r"\b(\d{4}) (\d{2})\b")
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?\Z")
_NUMBER = re.compile(r"-?\d{5,}(\.\d+)?\Z")


@dataclass(frozen=True)
class ChartPart:
    """A chart as a page shows it; paths are relative to the site's root."""

    id: str
    title: Markup
    subtitle: Markup
    note: Markup
    source: str
    wide: Markup
    narrow: Markup
    header: tuple[str, ...]
    rows: list[list[dict[str, str]]]
    svg: str
    png: str
    csv: str


@dataclass(frozen=True)
class BodyPart:
    """A piece of a body, ready for its template."""

    html: Markup = NOTHING
    level: int = 0
    text: str = ""
    id: str = ""
    chart: ChartPart | None = None
    table: dict[str, Any] | None = None


@dataclass(frozen=True)
class SourcePart:
    """A numbered source."""

    id: str
    title: str
    evidence: Evidence


def body_parts(site: Site, pen: Pen, text: BoundText, taken: Iterable[str] = ()) -> list[BodyPart]:
    """The pieces of a body; ids of headings avoid those that are `taken`."""
    ids = set(taken)
    return [_body_part(site, pen, piece, ids) for piece in pen.pieces(text)]


def _body_part(site: Site, pen: Pen, piece: Piece, ids: set[str]) -> BodyPart:
    if piece.level:
        words = unescape(_TAG.sub("", piece.html))
        return BodyPart(level=piece.level, text=words, id=_heading_id(words, ids))
    if not piece.figure:
        return BodyPart(html=piece.html)
    scheme, _, name = piece.figure.partition(":")
    if scheme == "table":
        ref = FactRef.parse(name)
        return BodyPart(table=table_part(site, pen.page, ref, anchored=False))
    chart = chart_part(site, pen, name)
    return BodyPart(chart=chart) if chart else BodyPart()


def _heading_id(words: str, ids: set[str]) -> str:
    base = _NOT_ID.sub("-", words.lower()).strip("-") or "part"
    name, number = base, 2
    while name in ids:
        name, number = f"{base}-{number}", number + 1
    ids.add(name)
    return name


def chart_part(site: Site, pen: Pen, key: str) -> ChartPart | None:
    """A chart for a page; None when it could not be drawn."""
    file, record = site.charts.get(key), site.publication.charts.get(key)
    if file is None or record is None:
        return None
    texts = {text.where: text for text in chart_texts(site.publication, record)}
    note = pen.line(texts["note"]) if "note" in texts else Markup("")
    where = site.addresses.chart
    return ChartPart(
        id=key,
        title=pen.line(texts["title"]),
        subtitle=pen.line(texts["subtitle"]),
        note=note,
        source=file.drawing.source,
        wide=svg(file.wide),
        narrow=svg(file.narrow),
        header=file.rows.header,
        rows=_chart_rows(site, pen.page, file.rows),
        svg=where(key, "svg"),
        png=where(key, "png"),
        csv=where(key, "csv"),
    )


def _chart_rows(site: Site, page: str, table: Rows) -> list[list[dict[str, str]]]:
    """The data of a chart as cells; the name of a fact leads to the fact."""
    facts = {place for place, name in enumerate(table.header) if name == "Fact"}

    def cell(place: int, words: str) -> dict[str, str]:
        if place not in facts or not words:
            return {"text": smart(words), "href": ""}
        ref = FactRef.parse(words)
        home = site.addresses.fact(ref.evidence, ref.anchor)
        return {"text": words, "href": relative(page, home)}

    return [[cell(place, words) for place, words in enumerate(row)] for row in table.rows]


def table_part(
    site: Site, page: str, ref: FactRef, *, anchored: bool = True
) -> dict[str, Any] | None:
    """A fact's table for a page, None when it is broken.

    With `anchored` every row has its id, and the names are those by which it is cited; otherwise
    they are for reading.
    """
    try:
        fact, table = site.publication.fact(ref), site.publication.table(ref)
    except (UnknownFact, BrokenFact):
        return None
    file = str(fact.record.table)
    names = list(table.units) if anchored else columns_to_read(table)
    home = site.addresses.fact(ref.evidence, ref.anchor)
    return {
        "says": plain_line(fact.sentence),
        "caption": "" if anchored else plain_line(fact.sentence),
        "columns": [_column(name, table) for name in names],
        "rows": [
            {
                "id": f"{ref.anchor}-{row[table.key]}" if anchored else "",
                "cells": [
                    _cell(page, name, row.get(name, Text("")), table, site, cited=anchored)
                    for name in names
                ],
            }
            for row in table.rows
        ],
        "csv": relative(page, table_path(file)),
        "href": "" if anchored else relative(page, home),
    }


def columns_to_read(table: Table) -> list[str]:
    """The columns without the key, where another one names every row in words of its own."""
    others = [name for name in table.units if name not in (table.key, table.sources)]
    for name in others:
        words = {row.get(name, Text("")) for row in table.rows} - {""}
        if table.units[name] == "text" and len(words) == len(table.rows):
            return [name for name in table.units if name != table.key]
    return list(table.units)


def _column(name: str, table: Table) -> dict[str, Any]:
    number = name in table.quantity_columns
    unit = table.units[name] if number else ""
    words = _SPAN.sub(r"\1–\2", name.replace("_", " "))
    # A column of states that is called "states" need not say so twice.
    return {"name": words, "unit": "" if unit == words else unit, "number": number}


def _cell(
    page: str, name: str, cell: Text, table: Table, site: Site, *, cited: bool
) -> dict[str, Any]:
    links: list[dict[str, str]] = []
    if name == table.sources and cell:
        refs = list(row_sources(cell))
        if not cited:
            refs = list({ref.evidence: ref for ref in refs}.values())
        names = source_names(refs) if cited else [_publisher(site, ref) for ref in refs]
        for ref, words in zip(refs, names, strict=True):
            home = site.addresses.page("evidence", ref.evidence)
            home += f"#{ref.anchor}" if ref.fact else ""
            links.append({"name": words, "href": relative(page, home)})
    number = name in table.quantity_columns
    words = f"{int(cell):,}" if number and _NUMBER.match(cell) and "." not in cell else str(cell)
    day = bool(_DAY.match(cell))
    return {"text": words, "number": number, "day": day, "links": links}


def _publisher(site: Site, ref: FactRef) -> str:
    evidence = site.publication.evidence.get(ref.evidence)
    return str(evidence.publisher or evidence.title) if evidence else ref.evidence


def source_names(refs: Sequence[FactRef]) -> list[str]:
    """The sources of a row: a document by its name; several facts of one tell which they are."""
    counts = Counter(ref.evidence for ref in refs)
    names: list[str] = []
    for place, ref in enumerate(refs):
        if counts[ref.evidence] == 1 or not ref.fact:
            names.append(ref.evidence)
        elif place and refs[place - 1].evidence == ref.evidence:
            names.append(ref.fact)
        else:
            names.append(str(ref.whole))
    return names


def note_cards(site: Site, page: str, notes: Notes) -> list[tuple[FactCard, int]]:
    """The cards of all facts that the texts of a page refer to, with their numbers."""
    found: list[tuple[FactCard, int]] = []
    for ref, number in notes.facts.items():
        try:
            fact = site.publication.fact(ref)
        except (UnknownFact, BrokenFact):
            continue
        found.append((fact_card(site.publication, fact, page, site.addresses), number))
    return found


def source_parts(site: Site, names: Iterable[str]) -> Iterator[SourcePart]:
    """The sources of these ids that exist."""
    for name in names:
        evidence = site.publication.evidence.get(name)
        if evidence is not None:
            yield SourcePart(name, smart(plain_line(evidence.title)), evidence)
