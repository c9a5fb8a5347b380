"""The page of downloads: every file for machines and for taking away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_scripts.model.typography import smart
from build_scripts.write.exports.catalogue import part_paths
from build_scripts.write.exports.common import (
    CLAIM_REVIEWS,
    CLAIMS,
    CORRECTIONS_ATOM,
    CORRECTIONS_JSON,
    DATAPACKAGE,
    EVIDENCE,
    FEED_ATOM,
    FEED_JSON,
    SOURCES_BIB,
    SOURCES_CSL,
    SPEAKERS,
    SUMS,
    table_path,
)
from build_scripts.write.plain import plain_line
from build_scripts.write.site import Site, Written

_FILES = (
    ("Everything", "everything", ((SUMS, "The SHA-256 of every file of this site"),)),
    (
        "The publication as data",
        "records",
        (
            (CLAIMS, "Every claim with its verdict, readings and margins"),
            (EVIDENCE, "Every document and fact, with its words and uses"),
            (SPEAKERS, "Every speaker, with the claims checked"),
            (CLAIM_REVIEWS, "All ClaimReview records in one feed"),
            (DATAPACKAGE, "The tables, described as a Frictionless data package"),
            (SOURCES_CSL, "The sources as CSL-JSON"),
            (SOURCES_BIB, "The sources as BibTeX"),
        ),
    ),
    (
        "Feeds",
        "feeds",
        (
            (FEED_ATOM, "New checks, as Atom"),
            (FEED_JSON, "New checks, as JSON Feed"),
            (CORRECTIONS_ATOM, "Corrections, as Atom"),
            (CORRECTIONS_JSON, "Corrections, as JSON Feed"),
        ),
    ),
)


def pages(site: Site) -> Iterator[Written]:
    """The page of downloads."""
    tables = _tables(site)
    groups = [*_documents(site, described=bool(tables["files"])), tables, _charts(site)]
    if site.bundle:
        what = "The whole site to take away; it works from a folder, without a connection"
        groups[0]["files"].insert(0, {"path": site.bundle, "name": site.bundle, "what": what})
    matter = {
        "title": "Data and downloads",
        "description": "Everything that this site says, for machines and for taking away.",
        "kind": "data",
    }
    values = {"groups": groups, "verify": "verify" in site.publication.pages}
    yield site.write(site.addresses.page("list", "data"), "data.md.j2", matter, values)


def _documents(site: Site, *, described: bool) -> list[dict[str, Any]]:
    """The groups of `_FILES`, each document with all of its parts.

    With `described` there are tables, and so a package that describes them.
    """
    return [
        {
            "title": title,
            "id": id,
            "files": [
                {"path": part, "name": part.rpartition("/")[2], "what": what}
                for path, what in files
                if described or path != DATAPACKAGE
                for part in part_paths(path, _count(site, path))
            ],
        }
        for title, id, files in _FILES
    ]


def _tables(site: Site) -> dict[str, Any]:
    files = [
        {
            "path": table_path(str(fact.table)),
            "name": str(fact.table),
            "what": smart(plain_line(fact.says or evidence.title)),
        }
        for evidence in site.publication.evidence.values()
        for fact in evidence.facts.values()
        if fact.table is not None
    ]
    return {"title": "Tables of our evidence", "id": "tables", "files": files}


def _charts(site: Site) -> dict[str, Any]:
    files = [
        {
            "path": site.addresses.chart(key, "csv"),
            "name": f"{key}.csv",
            "what": smart(file.drawing.title),
        }
        for key, file in site.charts.items()
    ]
    return {"title": "Data behind the charts", "id": "charts", "files": files}


def _count(site: Site, path: str) -> int:
    """How many records a document is made of that has parts where they are many; else 0."""
    publication = site.publication
    records = {
        CLAIMS: site.uses.slugs,
        EVIDENCE: publication.evidence,
        SPEAKERS: publication.speakers,
    }
    return len(records.get(path, ()))
