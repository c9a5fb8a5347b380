"""The tables of the evidence as a Data Package: datapackage.json and the CSV files.

Format: https://datapackage.org/standard/data-package/ version 2.0. `unit` of a field and `rows` are
ours; the standard admits properties of one's own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.records import Evidence
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.common import (
    DATAPACKAGE,
    Json,
    licence_of,
    table_path,
    terms_of,
    without_blanks,
)
from build_scripts.write.exports.sources import Sources
from build_scripts.write.plain import plain_line, plain_words

_PROFILES = "https://datapackage.org/profiles/2.0"
_INTEGER = re.compile(r"-?[0-9]+\Z")
_YEAR = re.compile(r"[0-9]{4}\Z")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_DATES = (("date", _DAY), ("yearmonth", _MONTH), ("year", _YEAR))


def tables_of(publication: Publication, name: str) -> Iterator[tuple[str, Table]]:
    """The facts of an evidence file that are tables, with their tables."""
    for key, record in publication.evidence[name].facts.items():
        if record.table is not None:
            try:
                yield str(key), publication.table(FactRef(name, str(key)))
            except (UnknownFact, BrokenFact):
                continue


def table_files(publication: Publication, name: str) -> Mapping[str, bytes]:
    """The CSV files of an evidence file, byte for byte, by their paths on the site."""
    files: dict[str, bytes] = {}
    for _, table in tables_of(publication, name):
        path = table_path(table.path.rpartition("/")[2])
        files[path] = publication.library.bytes_of(table.path)
    return files


def table_resources(
    publication: Publication, name: str, addresses: Addresses, sources: Sources
) -> list[Json]:
    """The Data Resources of an evidence file, one for each of its tables."""
    return [
        _resource(publication, name, fact, table, addresses, sources)
        for fact, table in tables_of(publication, name)
    ]


def datapackage(
    publication: Publication, resources: Iterable[Json], addresses: Addresses, today: date
) -> Json:
    """The Data Package of all tables; `today` is the day of the content."""
    settings = publication.settings
    name = re.sub("[^a-z0-9]+", "-", f"{settings.name} tables".lower()).strip("-")
    terms = plain_words(settings.licence_content)
    return without_blanks(
        {
            "$schema": f"{_PROFILES}/datapackage.json",
            "name": name,
            "id": addresses.absolute(DATAPACKAGE),
            "title": f"{settings.name}: the tables behind the figures",
            "description": plain_words(settings.tagline),
            "homepage": addresses.absolute(""),
            "created": f"{today.isoformat()}T00:00:00Z",
            "licenses": [_licence(terms, addresses.absolute(""))],
            "contributors": [{"title": str(settings.desk.name), "roles": ["creator"]}],
            "resources": list(resources),
        }
    )


def _resource(
    publication: Publication,
    name: str,
    fact: str,
    table: Table,
    addresses: Addresses,
    sources: Sources,
) -> Json:
    evidence = publication.evidence[name]
    record = evidence.facts[fact]  # type: ignore[index]
    data = publication.library.bytes_of(table.path)
    page = addresses.absolute(addresses.page("evidence", name))
    # Paths in a descriptor are relative to it.
    path = table_path(table.path.rpartition("/")[2]).removeprefix("data/")
    about = [_plain(evidence.how), _plain(evidence.caveat)]
    behind = [name, *sources.of_facts([FactRef(name, fact)])]
    return without_blanks(
        {
            "$schema": f"{_PROFILES}/dataresource.json",
            "name": f"{name}.{fact}",
            "type": "table",
            "path": path,
            "title": plain_line(record.says or evidence.title),
            "description": " ".join(filter(None, about)),
            "homepage": addresses.absolute(addresses.fact(name, fact)),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(data),
            "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
            "rows": len(table.rows),
            "schema": _schema(table),
            "sources": [
                _source(other, publication.evidence[other], addresses)
                for other in dict.fromkeys(behind)
            ],
            "licenses": [_licence(terms, page)] if (terms := terms_of(evidence)) else [],
        }
    )


def _schema(table: Table) -> Json:
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(table, name, unit) for name, unit in table.units.items()],
        "primaryKey": [table.key],
        "missingValues": [""],
    }


def _field(table: Table, name: str, unit: str) -> Json:
    cells = [str(row[name]).strip() for row in table.rows]
    cells = [cell for cell in cells if cell]
    field: Json = {"name": name, "type": _type(unit, cells)}
    if unit in ("year", "date"):
        return field | ({} if field["type"] != "string" else {"description": "a date or a period"})
    if name == table.sources:
        field["description"] = "evidence, or evidence:fact, that the row comes from"
    return field if unit == "text" else field | {"unit": unit}


def _type(unit: str, cells: list[str]) -> str:
    if unit == "text":
        return "string"
    if unit in ("year", "date"):
        fits = (kind for kind, pattern in _DATES if all(map(pattern.match, cells)))
        return next(fits, "string") if cells else "string"
    return "integer" if all(map(_INTEGER.match, cells)) else "number"


def _source(name: str, evidence: Evidence, addresses: Addresses) -> Json:
    page = addresses.absolute(addresses.page("evidence", name))
    return {"title": plain_line(evidence.title), "path": str(evidence.url or page)}


def _licence(words: str, page: str) -> Json:
    """Terms under a known name, or in words with the page on which they stand."""
    known = licence_of(words)
    if known:
        return {"name": known[0], "path": known[1], "title": words}
    return {"title": words, "path": page}


def _plain(text: str | None) -> str:
    return plain_words(text) if text is not None else ""
