"""What all exports share: where things lie, dates, JSON, the licence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from build_scripts.link.publication import Publication
from build_scripts.model.dates import PartialDate
from build_scripts.model.frame import Settings
from build_scripts.model.records import Evidence, Front
from build_scripts.write.plain import plain_words

Json = dict[str, Any]

FEED_ATOM, FEED_JSON = "feed.xml", "feed.json"
CORRECTIONS_ATOM, CORRECTIONS_JSON = "corrections.xml", "corrections.json"
CLAIM_REVIEWS = "data/claimreview.json"
CLAIMS, EVIDENCE, SPEAKERS = "data/claims.json", "data/evidence.json", "data/speakers.json"
DATAPACKAGE = "data/datapackage.json"
SOURCES_CSL, SOURCES_BIB = "data/sources.csl.json", "data/sources.bib"
SITEMAP, ROBOTS, SUMS = "sitemap.xml", "robots.txt", "SHA256SUMS"

_LICENCES = {
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC BY-SA 4.0": ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0 1.0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "Public Domain Dedication and License": (
        "ODC-PDDL-1.0",
        "https://opendatacommons.org/licenses/pddl/1-0/",
    ),
}
"""Licences by the name the publication uses: the SPDX id and the address of the text."""


def table_path(file: str) -> str:
    """Where a CSV file of the evidence lies, by its name in the repository."""
    return f"data/tables/{file}"


def review_path(slug: str) -> str:
    """Where the ClaimReview of an article lies as a file of its own."""
    return f"data/claims/{slug}.claimreview.json"


def csl_path(slug: str) -> str:
    """Where the CSL-JSON of an article lies."""
    return f"data/claims/{slug}.csl.json"


def bibtex_path(slug: str) -> str:
    """Where the BibTeX of an article lies."""
    return f"data/claims/{slug}.bib"


def public_slugs(publication: Publication) -> Iterator[str]:
    """The slugs of all articles but drafts, the newest first.

    Of those published on one day the newest claim comes first, and then the slug decides.
    """
    fronts = {
        slug: article.front
        for slug, article in sorted(publication.articles.items())
        if not article.front.draft
    }

    def age(slug: str) -> tuple[PartialDate, PartialDate]:
        front = fronts[slug]
        return front.published.period.start, front.claim.date.period.start

    return iter(sorted(fronts, key=age, reverse=True))


def modified(front: Front) -> str:
    """The day of an article's last change, as YYYY-MM-DD."""
    days = [front.published.period.start, *(entry.date.period.start for entry in front.corrections)]
    if front.withdrawn is not None:
        days.append(front.withdrawn.date.period.start)
    return max(days).iso()


def author_names(front: Front, settings: Settings) -> list[str]:
    """The names under which an article is signed; raises KeyError for one who is not declared."""
    return [settings.signing[name] for name in front.authors]


def reviewer_names(front: Front, settings: Settings) -> list[str]:
    """The names of who reviewed an article; raises KeyError for one who is not declared."""
    return [settings.signing[name] for name in front.reviewed_by]


def licence_of(words: str) -> tuple[str, str] | None:
    """The SPDX id and the address of a licence that is known by this name."""
    return _LICENCES.get(" ".join(words.split()))


def terms_of(evidence: Evidence) -> str:
    """The terms of the tables of an evidence file in words; "" where they are the publication's.

    Figures taken over from a document are quoted: no licence of ours covers them.
    """
    if evidence.licence is not None:
        return plain_words(evidence.licence)
    if evidence.kind == "calculation":
        return ""
    return f"Figures quoted with credit to {evidence.publisher}, under its own terms"


def json_bytes(value: Any) -> bytes:
    """JSON (RFC 8259) in UTF-8, in the order given; the same value is always the same bytes."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def records_bytes(head: Json, name: str, records: Iterable[Json]) -> bytes:
    """A JSON object: `head` and, under `name`, an array of records, each on its own line."""
    start = json.dumps(head, ensure_ascii=False, indent=1, allow_nan=False).removesuffix("\n}")
    return f'{start},\n "{name}": {_array(records)}}}\n'.encode()


def json_lines(records: Iterable[Json]) -> bytes:
    """A JSON array of records, each on a line of its own."""
    return f"{_array(records)}\n".encode()


def _array(records: Iterable[Json]) -> str:
    lines = ",\n".join(
        json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        for record in records
    )
    return f"[\n{lines}\n]"


def without_blanks(record: Json) -> Json:
    """The record without entries that are None, "" or empty lists and mappings."""
    return {key: value for key, value in record.items() if value not in (None, "", [], {}, ())}
