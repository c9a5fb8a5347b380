"""The lists: claims, evidence, speakers, topics. Beyond 100 entries they go on to a next page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from build_scripts.model.records import Evidence
from build_scripts.write.addresses import relative
from build_scripts.write.exports.claim_review import known_publisher
from build_scripts.write.plain import plain_line, plain_words
from build_scripts.write.site import Entry, Site, Written

MOST = 100


@dataclass(frozen=True)
class Row:
    """One line of a list of records."""

    path: str
    title: str
    meta: str = ""
    aside: str = ""
    evidence: Evidence | None = None
    group: str = ""


def pages(site: Site) -> Iterator[Written]:
    """All lists."""
    yield from _claims(site)
    yield from _evidence(site)
    yield from _speakers(site)
    yield from _topics(site)


def _claims(site: Site) -> Iterator[Written]:
    entries = [site.entry(slug) for slug in site.uses.slugs]
    chunks = _chunks(entries)
    intro = "Everything we have checked, the newest first."
    for number, chunk in enumerate(chunks, 1):
        years = [
            {
                "title": f"Published in {year}" if _years(entries) > 1 else "",
                "id": f"y{year}",
                "checks": list(found),
                "rows": [],
            }
            for year, found in groupby(chunk, key=lambda entry: entry.iso[:4])
        ]
        yield _page(site, "claims", "Claims", intro, years, number, len(chunks))


def _years(entries: Sequence[Entry]) -> int:
    return len({entry.iso[:4] for entry in entries})


def _evidence(site: Site) -> Iterator[Written]:
    rows = sorted(
        (_evidence_row(site, name, one) for name, one in site.publication.evidence.items()),
        key=lambda row: (row.group != "Calculations of ours", row.title.casefold(), row.path),
    )
    intro = (
        f"Every document and calculation that articles rest on, {len(rows)} in all. "
        "Each page gives the words we use, where they stand, how we saw them, and who uses them."
    )
    yield from _rows(site, "evidence", "Evidence", intro, rows)


def _evidence_row(site: Site, name: str, evidence: Evidence) -> Row:
    ours = evidence.kind == "calculation"
    uses = len(site.uses.of_evidence.get(name, []))
    date = str(evidence.published.period) if evidence.published else ""
    meta = " · ".join(part for part in (known_publisher(evidence), date) if part)
    aside = f"{len(evidence.facts)} {'fact' if len(evidence.facts) == 1 else 'facts'}"
    if uses:
        aside += f", used by {uses} {'article' if uses == 1 else 'articles'}"
    if evidence.withdrawn is not None:
        aside = "withdrawn"
    return Row(
        site.addresses.page("evidence", name),
        plain_line(evidence.title),
        meta or ("computed from recorded facts" if ours else ""),
        aside,
        evidence,
        "Calculations of ours" if ours else "Documents",
    )


def _speakers(site: Site) -> Iterator[Written]:
    rows = [
        Row(
            site.addresses.page("speaker", name),
            str(one.name),
            plain_line(one.role),
            _counted(site.uses.of_speaker.get(name, [])),
        )
        for name, one in site.publication.speakers.items()
    ]
    intro = "Whose claims we checked. Whom we check follows from what was said, not from a quota."
    rows.sort(key=lambda row: row.title.rpartition(" ")[2].casefold())
    yield from _rows(site, "speakers", "Speakers", intro, rows)


def _topics(site: Site) -> Iterator[Written]:
    rows = [
        Row(
            site.addresses.page("topic", name),
            plain_line(one.title),
            plain_words(one.text),
            _counted(site.uses.of_topic.get(name, [])),
        )
        for name, one in site.publication.topics.items()
    ]
    intro = "What the claims are about."
    yield from _rows(site, "topics", "Topics", intro, rows)


def _counted(slugs: Sequence[str]) -> str:
    return "1 check" if len(slugs) == 1 else f"{len(slugs)} checks"


def _rows(site: Site, id: str, title: str, intro: str, rows: Sequence[Row]) -> Iterator[Written]:
    chunks = _chunks(rows)
    for number, chunk in enumerate(chunks, 1):
        groups = [
            {"title": name, "id": name.lower().replace(" ", "-"), "checks": [], "rows": list(found)}
            for name, found in groupby(chunk, key=lambda row: row.group)
        ]
        yield _page(site, id, title, intro, groups, number, len(chunks))


def _chunks(entries: Sequence[Any]) -> list[Sequence[Any]]:
    return [entries[start : start + MOST] for start in range(0, len(entries), MOST)] or [[]]


def _page(
    site: Site, id: str, title: str, intro: str, groups: list[Any], number: int, total: int
) -> Written:
    path = site.addresses.list_page(id, number)
    numbers = [
        {
            "number": n,
            "current": n == number,
            "href": relative(path, site.addresses.list_page(id, n)),
        }
        for n in range(1, total + 1)
    ]
    shown = f"{title}, page {number}" if number > 1 else title
    matter = {"title": shown, "description": intro, "kind": "list"}
    values = {"title": shown, "intro": intro, "groups": groups, "numbers": numbers}
    return site.write(path, "list.md.j2", matter, values)
