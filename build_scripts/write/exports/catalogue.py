"""The publication as data: claims.json, evidence.json, speakers.json.

Each document is made of one record per claim, fact or speaker, so that records can be kept apart.
Texts are plain, without citations; days are ISO 8601 as precise as they are known; addresses are
complete; references are those of the citations, `evidence:fact.row.column`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from build_scripts.link.articles import LinkedArticle
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.linked import LinkedFact, LinkedReading
from build_scripts.model.records import Evidence, Fact
from build_scripts.model.refs import FactRef
from build_scripts.write.exports.claim_review import correction_words
from build_scripts.write.exports.common import (
    Addresses,
    Json,
    author_names,
    modified,
    table_path,
    without_blanks,
)
from build_scripts.write.exports.quantities import period_json, quote_json, value_json
from build_scripts.write.exports.sources import Sources, cited_facts, shown_charts
from build_scripts.write.exports.text_fragment import link_to_words
from build_scripts.write.plain import plain_line, plain_text, plain_words


def document(
    publication: Publication,
    name: str,
    records: Sequence[Json],
    addresses: Addresses,
    today: date,
) -> Json:
    """A document of records: who publishes it, of which day it is, under which terms."""
    settings = publication.settings
    return {
        "publication": str(settings.name),
        "site": addresses.absolute(""),
        "as_of": today.isoformat(),
        "licence": plain_words(settings.licence_content),
        "language": str(settings.language),
        "count": len(records),
        name: records,
    }


def claim_record(
    publication: Publication, slug: str, addresses: Addresses, sources: Sources
) -> Json:
    """What claims.json says of one article; raises KeyError."""
    linked = publication.article(slug)
    front, claim = linked.front, linked.front.claim
    verdict = publication.verdicts[str(front.verdict)]
    speaker = publication.speakers.get(str(claim.speaker))
    return without_blanks(
        {
            "id": slug,
            "url": addresses.absolute(addresses.page("claim", slug)),
            "title": plain_text(linked.text("title")),
            "claim": without_blanks(
                {
                    "text": str(claim.text),
                    "language": str(claim.language or publication.settings.language),
                    "translation": str(claim.translation or ""),
                    "paraphrase": plain_text(linked.text("paraphrase")),
                    "speaker": str(claim.speaker),
                    "speaker_name": str(speaker.name) if speaker else "",
                    "date": claim.date.period.start.iso(),
                    "venue": str(claim.venue),
                    "said_in": str(claim.said_in),
                }
            ),
            "verdict": str(front.verdict),
            "verdict_label": str(verdict.label),
            "rating": int(verdict.rating) if verdict.rating is not None else None,
            "summary": plain_text(linked.text("summary")),
            "readings": [
                _reading(linked, number, reading) for number, reading in enumerate(linked.readings)
            ],
            "untested": [
                {
                    "means": plain_text(linked.text(f"untested.{number}")),
                    "why": plain_text(linked.text(f"untested.{number}.why")),
                }
                for number in range(len(front.untested))
            ],
            "gets_right": plain_text(linked.text("gets_right")),
            "why_checked": plain_text(linked.text("why_checked")),
            "reply": _reply(linked),
            "topics": [str(name) for name in front.topics],
            "authors": author_names(front, publication.settings),
            "reviewed_by": [str(name) for name in front.reviewed_by],
            "published": str(front.published.text),
            "modified": modified(front),
            "corrections": [
                {
                    "date": str(entry.date.text),
                    "kind": str(entry.kind),
                    "text": correction_words(linked, number),
                }
                for number, entry in enumerate(front.corrections)
            ],
            "withdrawn": front.withdrawn
            and {
                "date": str(front.withdrawn.date.text),
                "why": plain_text(linked.text("withdrawn.why")),
            },
            "formerly": [str(name) for name in front.formerly],
            "related": [str(name) for name in front.related],
            "facts": [str(ref) for ref in cited_facts(linked)],
            "sources": list(sources.of_article(linked)),
            "charts": list(shown_charts(linked)),
        }
    )


def evidence_record(publication: Publication, name: str, addresses: Addresses) -> Json:
    """What evidence.json says of one evidence file; raises KeyError."""
    evidence = publication.evidence[name]
    page = addresses.absolute(addresses.page("evidence", name))
    facts = {str(key): _fact(publication, name, str(key), page) for key in evidence.facts}
    return without_blanks(
        {
            "id": name,
            "url": page,
            "title": plain_line(evidence.title),
            "title_is": str(evidence.title_is),
            "kind": str(evidence.kind),
            "publisher": str(evidence.publisher or ""),
            "tier": str(evidence.tier or ""),
            "why_secondary": _plain(evidence.why_secondary),
            "origin": str(evidence.origin or ""),
            "source": str(evidence.url or ""),
            "no_source": _plain(evidence.no_url),
            "archived": str(evidence.archived or ""),
            "no_archive": _plain(evidence.no_archive),
            "published": evidence.published.period.start.iso() if evidence.published else "",
            "undated": _plain(evidence.undated),
            "seen": _seen(evidence),
            "language": str(evidence.language or ""),
            "interest": _plain(evidence.interest),
            "speaks_for": [str(speaker) for speaker in evidence.speaks_for],
            "how": _plain(evidence.how),
            "caveat": _plain(evidence.caveat),
            "licence": _plain(evidence.licence),
            "quotes": {
                str(key): quote_json(quote, evidence) for key, quote in evidence.quotes.items()
            },
            "facts": {key: fact for key, fact in facts.items() if fact is not None},
        }
    )


def with_uses(evidence: Iterable[Json], claims: Iterable[Json]) -> list[Json]:
    """The records of evidence, each of its facts with the articles that cite it."""
    uses: dict[str, dict[str, list[str]]] = {}
    for claim in claims:
        for cited in dict.fromkeys(str(FactRef.parse(ref).whole) for ref in claim["facts"]):
            home, _, fact = cited.partition(":")
            uses.setdefault(home, {}).setdefault(fact, []).append(claim["id"])
    return [_with_uses(record, uses.get(record["id"], {})) for record in evidence]


def speaker_records(
    publication: Publication, claims: Iterable[Json], addresses: Addresses
) -> list[Json]:
    """What speakers.json says: every speaker with the claims checked and the split of verdicts."""
    said: dict[str, list[Json]] = {}
    for claim in claims:
        said.setdefault(claim["claim"]["speaker"], []).append(claim)
    return [
        without_blanks(
            {
                "id": name,
                "url": addresses.absolute(addresses.page("speaker", name)),
                "name": str(speaker.name),
                "kind": str(speaker.kind),
                "role": str(speaker.role),
                "affiliation": str(speaker.affiliation or ""),
                "same_as": [str(address) for address in speaker.same_as],
                "text": _plain(speaker.text),
                "claims": [claim["id"] for claim in said.get(name, ())],
                "verdicts": _split(publication, said.get(name, ())),
            }
        )
        for name, speaker in publication.speakers.items()
    ]


def _plain(text: str | None) -> str:
    return plain_words(text) if text is not None else ""


def _reading(linked: LinkedArticle, number: int, reading: LinkedReading) -> Json:
    return {
        "means": _means(linked, number, reading),
        "holds_if": str(reading.test.ref),
        "outcome": str(reading.outcome),
        "decides": reading.decides,
        "margins": [{"fact": str(margin.ref), "text": margin.words} for margin in reading.margins],
    }


def _means(linked: LinkedArticle, number: int, reading: LinkedReading) -> str:
    for place, record in enumerate(linked.front.readings):
        if record.means is reading.means:
            return plain_text(linked.text(f"readings.{place}"))
    return plain_text(linked.text(f"readings.{number}"))


def _reply(linked: LinkedArticle) -> Json:
    reply = linked.front.reply
    texts = {
        name: plain_text(linked.text(f"reply.{name}"))
        for name in ("why", "channel", "outcome")
        if getattr(reply, name) is not None
    }
    return {"asked": reply.asked, **texts}


def _seen(evidence: Evidence) -> Json | None:
    seen = evidence.seen
    if seen is None:
        return None
    return without_blanks(
        {"how": str(seen.how), "when": str(seen.when.text), "note": str(seen.note or "")}
    )


def _fact(publication: Publication, evidence: str, name: str, page: str) -> Json | None:
    """One fact; None where it cannot be computed, which the check reports."""
    try:
        fact = publication.fact(FactRef(evidence, name))
    except (UnknownFact, BrokenFact):
        return None
    record = fact.record
    return without_blanks(
        {
            "url": f"{page}#{fact.ref.anchor}",
            "says": str(record.says or ""),
            "asks": str(record.asks or ""),
            "value": value_json(fact),
            "outcome": _outcome(fact) if fact.is_test else "",
            "when": [period_json(period) for period in fact.periods],
            "quote": fact.quote_name,
            "words": quote_json(fact.quote, fact.evidence, str(record.where or ""))
            if fact.quote is not None and not fact.quote_name
            else None,
            "where": str(record.where or ""),
            "link": _link(fact),
            "within": str(record.within or ""),
            "formula": " ".join(str(record.formula or "").split()),
            "inputs": [str(ref) for ref in fact.inputs],
            "table": _table(record),
            "speaks_for": sorted(fact.speaks_for),
            "confirmed_by": [str(ref) for ref in record.confirmed_by],
            "single_source_reason": _plain(record.single_source_reason),
        }
    )


def _link(fact: LinkedFact) -> str:
    """Where the words of a fact stand in its own document."""
    url, quote = fact.evidence.url, fact.quote
    if url is None or quote is None:
        return ""
    return link_to_words(str(url), str(quote.text), str(quote.where or fact.record.where or ""))


def _outcome(fact: LinkedFact) -> str:
    return {True: "holds", False: "fails", None: "undetermined"}[fact.truth]


def _table(record: Fact) -> Json | None:
    if record.table is None:
        return None
    return without_blanks(
        {
            "path": table_path(str(record.table)),
            "key": str(record.key or ""),
            "columns": {str(name): str(unit) for name, unit in record.columns.items()},
            "sources": str(record.sources or ""),
            "sha256": str(record.sha256 or ""),
        }
    )


def _with_uses(record: Json, uses: Mapping[str, Sequence[str]]) -> Json:
    facts = {
        name: fact | ({"used_by": list(uses[name])} if name in uses else {})
        for name, fact in record.get("facts", {}).items()
    }
    return record | ({"facts": facts} if facts else {})


def _split(publication: Publication, claims: Iterable[Json]) -> Json:
    counts = dict.fromkeys(publication.verdicts, 0)
    for claim in claims:
        counts[claim["verdict"]] += 1
    return {verdict: count for verdict, count in counts.items() if count}
