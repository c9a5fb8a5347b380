"""The evidence as data: evidence.json, as `catalogue` describes such documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.linked import LinkedFact
from build_scripts.model.records import Evidence, Fact
from build_scripts.model.refs import FactRef
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.common import Json, table_path, without_blanks
from build_scripts.write.exports.quantities import period_json, quote_json, value_json
from build_scripts.write.exports.text_fragment import link_to_words
from build_scripts.write.plain import plain_line, plain_words


def evidence_record(publication: Publication, name: str, addresses: Addresses) -> Json:
    """What evidence.json says of one evidence file; raises KeyError."""
    evidence = publication.evidence[name]
    page = addresses.absolute(addresses.page("evidence", name))
    facts = {str(key): _fact(publication, name, str(key), addresses) for key in evidence.facts}
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
            "withdrawn": _withdrawn(evidence),
            "formerly": [str(former) for former in evidence.formerly],
            "quotes": {
                str(key): quote_json(quote, evidence, page)
                for key, quote in evidence.quotes.items()
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


def _seen(evidence: Evidence) -> Json | None:
    seen = evidence.seen
    if seen is None:
        return None
    return without_blanks(
        {"how": str(seen.how), "when": str(seen.when.text), "note": str(seen.note or "")}
    )


def _withdrawn(evidence: Evidence) -> Json | None:
    if evidence.withdrawn is None:
        return None
    withdrawn = evidence.withdrawn
    return {"date": str(withdrawn.date.text), "why": _plain(withdrawn.why)}


def _fact(publication: Publication, evidence: str, name: str, addresses: Addresses) -> Json | None:
    """One fact; None where it cannot be computed, which the check reports."""
    try:
        fact = publication.fact(FactRef(evidence, name))
    except (UnknownFact, BrokenFact):
        return None
    record = fact.record
    page = addresses.absolute(addresses.page("evidence", evidence))
    return without_blanks(
        {
            "url": addresses.absolute(addresses.fact(evidence, fact.ref.anchor)),
            "says": plain_line(record.says or ""),
            "asks": plain_line(record.asks or ""),
            "value": value_json(fact),
            "outcome": _outcome(fact) if fact.is_test else "",
            "when": [period_json(period) for period in fact.periods],
            "quote": fact.quote_name,
            "words": quote_json(fact.quote, fact.evidence, page, str(record.where or ""))
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


def _plain(text: str | None) -> str:
    return plain_words(text) if text is not None else ""
