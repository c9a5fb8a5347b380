"""Structured data on the data behind charts and tables: https://schema.org/Dataset as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.dates import Period
from build_scripts.model.refs import FactRef
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.claim_review import CONTEXT, licence, terms
from build_scripts.write.exports.common import Json, table_path, terms_of, without_blanks
from build_scripts.write.exports.sources import Sources, chart_facts
from build_scripts.write.plain import plain_line, plain_words

_ENDINGS = {"csv": "text/csv", "svg": "image/svg+xml", "png": "image/png"}


class Download(NamedTuple):
    """A file with data: its media type (`text/csv`) and its path from the site's root."""

    media: str
    path: str


def chart_dataset(publication: Publication, chart: str, page: str, addresses: Addresses) -> Json:
    """The Dataset behind a chart on the page at that path; raises KeyError for an unknown chart."""
    spec = publication.charts[chart]
    if spec.claim is not None:
        linked = publication.article(str(spec.claim))
        refs = tuple(reading.test.ref for reading in linked.readings)
    else:
        refs = chart_facts(spec)
    words = [_ended(plain_words(text)) for text in (spec.subtitle, spec.alt, spec.note) if text]
    name = plain_line(spec.title)
    downloads = [
        Download(media, addresses.chart(chart, ending)) for ending, media in _ENDINGS.items()
    ]
    return _dataset(publication, name, " ".join(words), page, refs, downloads, addresses)


def table_dataset(
    publication: Publication, evidence: str, fact: str, page: str, addresses: Addresses
) -> Json:
    """The Dataset of a fact that is a table, described on the page at that path.

    Raises KeyError when there is no such fact or it is no table.
    """
    record = publication.evidence[evidence]
    entry = record.facts[fact]  # type: ignore[index]
    if entry.table is None or entry.says is None:
        raise KeyError(f"{evidence}:{fact} is not a table")
    name = plain_line(entry.says)
    words = [name, *(plain_words(text) for text in (record.how, record.caveat) if text)]
    downloads = [Download("text/csv", table_path(str(entry.table)))]
    found = _dataset(
        publication,
        name,
        " ".join(words),
        page,
        [FactRef(evidence, fact)],
        downloads,
        addresses,
    )
    if own := terms_of(record):
        found["license"] = terms(own)
    return found


def _dataset(
    publication: Publication,
    name: str,
    description: str,
    page: str,
    refs: Iterable[FactRef],
    downloads: Sequence[Download],
    addresses: Addresses,
) -> Json:
    refs = tuple(refs)
    documents = Sources(publication).of_facts(refs)
    return without_blanks(
        {
            "@context": CONTEXT,
            "@type": "Dataset",
            "name": name,
            "description": description,
            "url": addresses.absolute(page),
            "inLanguage": str(publication.settings.language),
            "isAccessibleForFree": True,
            "license": licence(publication),
            "creator": {
                "@type": "Organization",
                "name": str(publication.settings.name),
                "url": addresses.absolute(""),
            },
            "temporalCoverage": _coverage(publication, refs),
            "isBasedOn": [
                str(url)
                for name in documents
                if (url := publication.evidence[name].url) is not None
            ],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": download.media,
                    "contentUrl": addresses.absolute(download.path),
                }
                for download in downloads
            ],
        }
    )


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def _coverage(publication: Publication, refs: Iterable[FactRef]) -> str:
    """From the first day to the last that the facts are about, as an ISO 8601 interval."""
    periods: list[Period] = []
    for ref in refs:
        try:
            periods.extend(publication.fact(ref).periods)
        except (UnknownFact, BrokenFact):
            continue
    if not periods:
        return ""
    start = min((period.start for period in periods), key=lambda day: day.first)
    end = max((period.end for period in periods), key=lambda day: day.last)
    return start.iso() if start == end else f"{start.iso()}/{end.iso()}"
