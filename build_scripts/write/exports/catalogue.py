"""The publication as data: claims.json and speakers.json; evidence.json is made beside.

Each document is made of one record per claim, evidence file or speaker, which can be kept apart.
Texts are plain, without citations; days are ISO 8601 as precise as they are known; addresses are
complete; references are those of the citations, `evidence:fact.row.column`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from build_scripts.link.articles import LinkedArticle
from build_scripts.link.publication import Publication
from build_scripts.model.linked import LinkedReading
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.claim_review import correction_words
from build_scripts.write.exports.common import (
    Json,
    author_names,
    modified,
    records_bytes,
    reviewer_names,
    without_blanks,
)
from build_scripts.write.exports.sources import Sources, cited_facts, meaning_of, shown_charts
from build_scripts.write.plain import plain_line, plain_text, plain_words

MOST = 1000
"""Records of a document; what is more goes on in a next part, as lists of pages do."""


def document(
    publication: Publication,
    path: str,
    name: str,
    records: Sequence[Json],
    addresses: Addresses,
    today: date,
) -> Mapping[str, bytes]:
    """A document of records at a path: who publishes it, of which day it is, under which terms.

    Beyond `MOST` records it goes on at `…-2.json`: `count` is that of all parts, and every part but
    the last names its `next`.
    """
    settings = publication.settings
    head: Json = {
        "publication": str(settings.name),
        "site": addresses.absolute(""),
        "as_of": today.isoformat(),
        "licence": plain_words(settings.licence_content),
        "language": str(settings.language),
        "count": len(records),
    }
    paths = part_paths(path, len(records))
    starts = range(0, MOST * len(paths), MOST)
    following = [{"next": addresses.absolute(other)} for other in paths[1:]]
    return {
        here: records_bytes(head | more, name, records[start : start + MOST])
        for here, start, more in zip(paths, starts, [*following, {}], strict=True)
    }


def part_paths(path: str, count: int) -> list[str]:
    """Where the parts of a document of so many records lie; the first is at its own path."""
    stem, dot, suffix = path.rpartition(".")
    numbers = range(2, max(-(-count // MOST), 1) + 1)
    return [path, *(f"{stem}-{number}{dot}{suffix}" for number in numbers)]


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
                    "venue": plain_line(claim.venue),
                    "said_in": str(claim.said_in),
                }
            ),
            "verdict": str(front.verdict),
            "verdict_label": str(verdict.label),
            "rating": int(verdict.rating) if verdict.rating is not None else None,
            "summary": plain_text(linked.text("summary")),
            "readings": [_reading(linked, reading) for reading in linked.readings],
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
            "reviewed_by": reviewer_names(front, publication.settings),
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


def speaker_records(
    publication: Publication, claims: Iterable[Json], addresses: Addresses
) -> list[Json]:
    """What speakers.json says: every speaker with the claims checked and the split of verdicts.

    Withdrawn articles are listed and not counted.
    """
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
                "role": plain_line(speaker.role),
                "affiliation": str(speaker.affiliation or ""),
                "same_as": [str(address) for address in speaker.same_as],
                "text": plain_words(speaker.text or ""),
                "claims": [claim["id"] for claim in said.get(name, ())],
                "verdicts": _split(publication, said.get(name, ())),
            }
        )
        for name, speaker in publication.speakers.items()
    ]


def _reading(linked: LinkedArticle, reading: LinkedReading) -> Json:
    return {
        "means": plain_text(meaning_of(linked, reading)),
        "holds_if": str(reading.test.ref),
        "outcome": str(reading.outcome),
        "decides": reading.decides,
        "margins": [{"fact": str(margin.ref), "text": margin.words} for margin in reading.margins],
    }


def _reply(linked: LinkedArticle) -> Json:
    reply = linked.front.reply
    texts = {
        name: plain_text(linked.text(f"reply.{name}"))
        for name in ("why", "channel", "outcome")
        if getattr(reply, name) is not None
    }
    return {"asked": reply.asked, **texts}


def _split(publication: Publication, claims: Iterable[Json]) -> Json:
    counts = dict.fromkeys(publication.verdicts, 0)
    for claim in claims:
        counts[claim["verdict"]] += "withdrawn" not in claim
    return {verdict: count for verdict, count in counts.items() if count}
