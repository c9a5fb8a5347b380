"""Structured data for search engines and collectors of fact-checks: JSON-LD by schema.org.

ClaimReview: https://schema.org/ClaimReview and Google's guide to fact-check markup; where a claim
was said stands in its `description`. Feed: https://schema.org/DataFeed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from build_scripts.link.articles import LinkedArticle
from build_scripts.link.publication import Publication
from build_scripts.model.frame import Verdict
from build_scripts.model.records import Claim, Evidence, Speaker
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.common import (
    CLAIM_REVIEWS,
    Json,
    licence_of,
    modified,
    records_bytes,
    without_blanks,
)
from build_scripts.write.exports.sources import Sources
from build_scripts.write.plain import plain_line, plain_text, plain_words

CONTEXT = "https://schema.org"
_POLICIES = {
    "correctionsPolicy": "corrections",
    "publishingPrinciples": "standards",
    "verificationFactCheckingPolicy": "method",
    "ownershipFundingInfo": "about",
    "actionableFeedbackPolicy": "contribute",
}
"""Which page written by hand holds which policy."""
_FIRST = frozenset({"transcript", "statement"})
"""Kinds of document in which words stand first, where the document is primary."""
_UNKNOWN = frozenset({"not known", "unknown"})
_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def has_review(publication: Publication, slug: str) -> bool:
    """Whether an article has a ClaimReview: neither a draft nor a withdrawn article has one."""
    front = publication.articles[slug].front
    return not front.draft and front.withdrawn is None


def claim_review(
    publication: Publication, slug: str, addresses: Addresses, sources: Sources | None = None
) -> Json:
    """The ClaimReview of an article; `sources` may be shared between calls.

    Raises KeyError for an unknown slug and LookupError for one without a review (`has_review`).
    """
    if not has_review(publication, slug):
        raise LookupError(f"{slug} is a draft or withdrawn: it has no ClaimReview")
    linked = publication.article(slug)
    front = linked.front
    url = addresses.absolute(addresses.page("claim", slug))
    documents = (sources or Sources(publication)).of_article(linked)
    return without_blanks(
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "@id": f"{url}#claimreview",
            "url": url,
            "headline": plain_text(linked.text("title")),
            "claimReviewed": plain_text(linked.text("paraphrase")),
            "reviewRating": _rating(publication.verdicts[str(front.verdict)], linked),
            "itemReviewed": _claim(publication, front.claim, addresses),
            "author": organisation(publication, addresses),
            "datePublished": front.published.text,
            "dateModified": modified(front),
            "inLanguage": str(publication.settings.language),
            "license": licence(publication),
            "isBasedOn": [_work(publication.evidence[name]) for name in documents],
            "correction": _corrections(linked, url),
        }
    )


def review_feed(
    publication: Publication, reviews: Iterable[Json], addresses: Addresses, today: date
) -> bytes:
    """The feed of all reviews (schema.org DataFeed) as JSON-LD, in the order given."""
    head = {
        "@context": CONTEXT,
        "@type": "DataFeed",
        "name": f"{publication.settings.name}: all reviews of claims",
        "url": addresses.absolute(CLAIM_REVIEWS),
        "dateModified": today.isoformat(),
        "inLanguage": str(publication.settings.language),
        "license": licence(publication),
        "provider": organisation(publication, addresses),
    }
    items = (
        {
            "@type": "DataFeedItem",
            "dateCreated": review["datePublished"],
            "dateModified": review["dateModified"],
            "item": {key: value for key, value in review.items() if key != "@context"},
        }
        for review in reviews
    )
    return records_bytes(head, "dataFeedElement", items)


def organisation(publication: Publication, addresses: Addresses) -> Json:
    """The publication as the author of its reviews, with its policies where their pages exist."""
    home = addresses.absolute("")
    policies = {
        name: addresses.absolute(addresses.page("page", page))
        for name, page in _POLICIES.items()
        if page in publication.pages
    }
    # The policy on verification belongs to NewsMediaOrganization alone; readers of the markup
    # that know no subtypes look for Organization.
    return {
        "@type": ["Organization", "NewsMediaOrganization"],
        "@id": f"{home}#organization",
        "name": str(publication.settings.name),
        "url": home,
        **policies,
    }


def script_safe(value: Any) -> str:
    """JSON for the inside of a `<script>` element: nothing in it can end the element."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_SCRIPT)


def _rating(verdict: Verdict, linked: LinkedArticle) -> Json:
    rating: Json = {
        "@type": "Rating",
        "alternateName": str(verdict.label),
        "ratingExplanation": " ".join(plain_text(linked.text("summary")).split()),
    }
    if verdict.rating is not None:
        rating |= {"ratingValue": int(verdict.rating), "worstRating": 1, "bestRating": 5}
    return rating


def _claim(publication: Publication, claim: Claim, addresses: Addresses) -> Json:
    translation = claim.translation and {
        "@type": "CreativeWork",
        "text": str(claim.translation),
        "inLanguage": str(publication.settings.language),
    }
    found: Json = {
        "@type": "Claim",
        "text": str(claim.text),
        "description": plain_line(claim.venue),
        "inLanguage": str(claim.language or publication.settings.language),
        "workTranslation": translation,
        "datePublished": claim.date.period.start.iso(),
    }
    speaker = publication.speakers.get(str(claim.speaker))
    if speaker is not None:
        found["author"] = _speaker(speaker)
    evidence = publication.evidence.get(str(claim.said_in))
    own = addresses.absolute("")
    if evidence is not None and not str(evidence.url or "").startswith(own):
        first = evidence.tier == "primary" and evidence.kind in _FIRST
        found["firstAppearance" if first else "appearance"] = _work(evidence, full=True)
    return without_blanks(found)


def _speaker(speaker: Speaker) -> Json:
    return without_blanks(
        {
            "@type": "Person" if speaker.kind == "person" else "Organization",
            "name": str(speaker.name),
            "description": plain_line(speaker.role),
            "sameAs": [str(address) for address in speaker.same_as],
        }
    )


def _work(evidence: Evidence, *, full: bool = False) -> Json:
    # Never Dataset: search engines would take it for one that is offered here.
    work: Json = {
        "@type": "CreativeWork",
        "name": plain_line(evidence.title),
        "url": str(evidence.url or ""),
    }
    if full:
        name = known_publisher(evidence)
        work |= {
            "publisher": {"@type": "Organization", "name": name} if name else None,
            "datePublished": evidence.published.period.start.iso() if evidence.published else "",
            "inLanguage": str(evidence.language or ""),
            "archivedAt": str(evidence.archived or ""),
        }
    return without_blanks(work)


def known_publisher(evidence: Evidence) -> str:
    """The publisher of a document, "" where it is not known."""
    name = str(evidence.publisher or "").strip()
    return "" if name.lower() in _UNKNOWN else name


def _corrections(linked: LinkedArticle, url: str) -> list[Json]:
    return [
        {
            "@type": "CorrectionComment",
            "datePublished": entry.date.text,
            "text": correction_words(linked, number),
            "url": url,
        }
        for number, entry in enumerate(linked.front.corrections)
    ]


def correction_words(linked: LinkedArticle, number: int) -> str:
    """An entry of an article's corrections in plain sentences, with the words before and after."""
    entry = linked.front.corrections[number]

    def words(name: str) -> str:
        return " ".join(plain_text(linked.text(f"corrections.{number}.{name}")).split())

    return (
        f"{entry.kind.capitalize()} correction. {words('what')} "
        f"Before: {_quoted(words('was'))} Now: {_quoted(words('now'))} {words('why')}"
    )


def _quoted(words: str) -> str:
    return f"“{words}”" if words.endswith((".", "!", "?")) else f"“{words}”."


def licence(publication: Publication) -> str | Json:
    """The licence of the publication's own words."""
    return terms(plain_words(publication.settings.licence_content))


def terms(words: str) -> str | Json:
    """Terms as a `license` of schema.org, which is never mere text: the address of a licence that
    is known by this name, else a work that is called so.
    """
    known = licence_of(words)
    return known[1] if known else {"@type": "CreativeWork", "name": words}
