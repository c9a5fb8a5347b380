"""All outputs for machines at once, put together from what each article and each evidence gives.

`of_article` and `of_evidence` hold all the work and depend on their record and what it rests on,
so that a caller can keep their results; `documents` only puts them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from build_scripts.link.publication import Publication
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports import catalogue, datapackage, feed_entries, feeds, sitemap
from build_scripts.write.exports.bibliography import cite, source_bibtex, source_csl
from build_scripts.write.exports.claim_review import claim_review, has_review, review_feed
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
    Json,
    bibtex_path,
    csl_path,
    json_bytes,
    json_lines,
    review_path,
)
from build_scripts.write.exports.evidence_catalogue import evidence_record, with_uses
from build_scripts.write.exports.sources import Sources


@dataclass(frozen=True)
class ArticleExport:
    """What one article gives: its own files by path, and its part in the documents of all."""

    files: Mapping[str, bytes]
    claim: Json
    review: Json | None
    entry: feed_entries.Entry | None
    corrections: tuple[feed_entries.Entry, ...]


@dataclass(frozen=True)
class EvidenceExport:
    """What one evidence file gives: its tables by path, and its part in the documents of all."""

    files: Mapping[str, bytes]
    evidence: Json
    resources: Sequence[Json]
    csl: Json | None
    bibtex: str
    corrections: tuple[feed_entries.Entry, ...]


def all_exports(
    publication: Publication,
    addresses: Addresses,
    today: date,
    pages: Iterable[sitemap.Entry],
) -> Mapping[str, bytes]:
    """Every export by its path on the site.

    `today` is the day of the last commit to the content; `pages` are those of the sitemap: the days
    of their changes are filled in where records know them. Drafts give nothing.
    """
    sources = Sources(publication)
    articles = [
        of_article(publication, slug, addresses, sources)
        for slug, article in publication.articles.items()
        if not article.front.draft
    ]
    evidence = [of_evidence(publication, name, addresses, sources) for name in publication.evidence]
    return documents(publication, articles, evidence, addresses, today, pages)


def of_article(
    publication: Publication, slug: str, addresses: Addresses, sources: Sources
) -> ArticleExport:
    """What an article that is no draft gives; raises KeyError."""
    citation = cite(publication, slug, addresses)
    files = {
        csl_path(slug): json_bytes([citation.csl]),
        bibtex_path(slug): citation.bibtex.encode(),
    }
    review = None
    if has_review(publication, slug):
        review = claim_review(publication, slug, addresses, sources)
        files[review_path(slug)] = json_bytes(review)
    return ArticleExport(
        files,
        catalogue.claim_record(publication, slug, addresses, sources),
        review,
        feed_entries.article_entry(publication, slug, addresses),
        feed_entries.correction_entries(publication, slug, addresses),
    )


def of_evidence(
    publication: Publication, name: str, addresses: Addresses, sources: Sources
) -> EvidenceExport:
    """What an evidence file gives; raises KeyError."""
    return EvidenceExport(
        datapackage.table_files(publication, name),
        evidence_record(publication, name, addresses),
        datapackage.table_resources(publication, name, addresses, sources),
        source_csl(publication, name),
        source_bibtex(publication, name),
        feed_entries.evidence_entries(publication, name, addresses),
    )


def documents(
    publication: Publication,
    articles: Sequence[ArticleExport],
    evidence: Sequence[EvidenceExport],
    addresses: Addresses,
    today: date,
    pages: Iterable[sitemap.Entry],
) -> Mapping[str, bytes]:
    """Every export, from what the articles and the evidence give; `pages` as in `all_exports`."""
    articles = sorted(articles, key=lambda one: str(one.claim["id"]))
    articles.sort(key=lambda one: str(one.claim["published"]), reverse=True)
    claims = [article.claim for article in articles]
    reviews = [article.review for article in articles if article.review is not None]
    entries = [article.entry for article in articles if article.entry is not None]
    corrections = [entry for article in articles for entry in article.corrections]
    corrections += [entry for one in evidence for entry in one.corrections]
    known = with_uses((one.evidence for one in evidence), claims)
    speakers = catalogue.speaker_records(publication, claims, addresses)
    resources = [resource for one in evidence for resource in one.resources]
    files: dict[str, bytes] = {}
    for own in (*(one.files for one in articles), *(one.files for one in evidence)):
        files.update(own)
    for path, name, records in (
        (CLAIMS, "claims", claims),
        (EVIDENCE, "evidence", known),
        (SPEAKERS, "speakers", speakers),
    ):
        files.update(catalogue.document(publication, path, name, records, addresses, today))
    files[CLAIM_REVIEWS] = review_feed(publication, reviews, addresses, today)
    if resources:  # a package without any is none
        package = datapackage.datapackage(publication, resources, addresses, today)
        files[DATAPACKAGE] = json_bytes(package)
    files[SOURCES_CSL] = json_lines(one.csl for one in evidence if one.csl is not None)
    files[SOURCES_BIB] = "\n".join(one.bibtex for one in evidence if one.bibtex).encode()
    files[FEED_ATOM] = feeds.atom(publication, entries, addresses, today)
    files[FEED_JSON] = feeds.json_feed(publication, entries, addresses)
    files[CORRECTIONS_ATOM] = feeds.atom(
        publication, corrections, addresses, today, corrections=True
    )
    files[CORRECTIONS_JSON] = feeds.json_feed(publication, corrections, addresses, corrections=True)
    changes = {addresses.page("claim", claim["id"]): claim["modified"] for claim in claims}
    files.update(sitemap.sitemaps(sitemap.dated(pages, changes), addresses))
    files.update(sitemap.robots(addresses))
    return files
