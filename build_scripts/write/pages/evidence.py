"""The page of one evidence file: the document, its facts, and who uses them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from build_scripts.link.evidence import bound_texts
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.model.records import Evidence
from build_scripts.model.refs import FactRef
from build_scripts.model.typography import smart
from build_scripts.write.addresses import relative
from build_scripts.write.exports.claim_review import script_safe
from build_scripts.write.exports.datasets import table_dataset
from build_scripts.write.fact_cards import fact_card
from build_scripts.write.parts import note_cards, table_part
from build_scripts.write.plain import plain_line, plain_words
from build_scripts.write.prose import Pen
from build_scripts.write.site import Site, Written

_BOUND = "why_secondary interest how caveat".split()
_PLAIN = "no_url no_archive undated licence".split()

_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "hi": "Hindi",
    "hu": "Hungarian",
    "hy": "Armenian",
    "it": "Italian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""Names of languages by the first part of their codes; another is shown by its code."""


def pages(site: Site) -> Iterator[Written]:
    """One page per evidence file."""
    for name in site.publication.evidence:
        yield evidence_page(site, name)


def evidence_page(site: Site, name: str) -> Written:
    """The page of one evidence file; raises KeyError."""
    path = site.addresses.page("evidence", name)
    evidence = site.publication.evidence[name]
    title = smart(plain_line(evidence.title))
    pen = Pen(site.addresses, path, numbered=False)
    bound = bound_texts(name, evidence, site.publication.facts)
    said = {where: pen.line(text) for where, text in bound.items()}
    values = {
        "title": title,
        "evidence": evidence,
        "texts": {
            **{key: said.get(key, "") for key in _BOUND},
            **{key: smart(plain_words(getattr(evidence, key) or "")) for key in _PLAIN},
        },
        "speaks_for": [
            {"id": str(who), "name": str(site.publication.speakers[str(who)].name)}
            for who in evidence.speaks_for
            if str(who) in site.publication.speakers
        ],
        "language": _foreign(str(evidence.language or "")),
        "facts": list(_facts(site, name, evidence, path)),
        "withdrawn": evidence.withdrawn
        and {
            "date": str(evidence.withdrawn.date.period),
            "why": said["withdrawn.why"],
        },
        "articles": site.entries(site.uses.of_evidence.get(name, [])),
        "cards": note_cards(site, path, pen.notes),
    }
    matter = {
        "title": title,
        "description": _description(evidence, title),
        "kind": "evidence",
        "source": f"content/evidence/{name}.yml",
        "jsonld": list(_structured(site, name, evidence, path)),
    }
    return site.write(path, "evidence.md.j2", matter, values)


def _foreign(language: str) -> str:
    """A language that needs our translations, by its name; "" for English of any sort."""
    sort = language.partition("-")[0]
    return "" if sort in ("", "en") else _LANGUAGES.get(sort, language)


def _structured(site: Site, name: str, evidence: Evidence, path: str) -> Iterator[Markup]:
    """What the page says of its tables to machines."""
    for key, record in evidence.facts.items():
        if record.table is not None and record.says is not None:
            found = table_dataset(site.publication, name, str(key), path, site.addresses)
            yield Markup(script_safe(found))  # noqa: S704  (escaped for scripts)


def _description(evidence: Evidence, title: str) -> str:
    if evidence.kind == "calculation":
        return f"A calculation of ours: {title}."
    by = f" by {evidence.publisher}" if evidence.publisher else ""
    return f"What we use of “{title}”{by}, word for word, and where we use it."


def _facts(site: Site, name: str, evidence: Evidence, path: str) -> Iterator[dict[str, Any]]:
    for key, record in evidence.facts.items():
        ref = FactRef(name, str(key))
        try:
            fact = site.publication.fact(ref)
        except (UnknownFact, BrokenFact):
            continue
        yield {
            "card": fact_card(site.publication, fact, path, site.addresses),
            "table": table_part(site, path, ref) if record.table is not None else None,
            "confirmed": [_link(site, path, FactRef.parse(one)) for one in record.confirmed_by],
            "single": plain_words(record.single_source_reason or ""),
            "uses": list(_uses(site, path, ref)),
        }


def _link(site: Site, path: str, ref: FactRef) -> dict[str, str]:
    home = site.addresses.fact(ref.evidence, ref.anchor)
    return {"name": str(ref), "href": relative(path, home)}


def _uses(site: Site, path: str, ref: FactRef) -> Iterator[dict[str, str]]:
    uses = site.uses.of_fact(ref)
    for slug in uses.articles:
        href = relative(path, site.addresses.page("claim", slug))
        yield {"kind": "article", "name": site.entry(slug).title, "href": href}
    for key in uses.charts:
        for slug in site.uses.chart_articles.get(key, []):
            anchor = f"#chart-{key}" if key in site.charts else ""
            href = relative(path, site.addresses.page("claim", slug)) + anchor
            chart = plain_line(site.publication.charts[key].title)
            yield {"kind": "chart", "name": chart, "href": href}
    for kind, others in (
        ("calculation", uses.computed),
        ("table", uses.tables),
        ("confirmed fact", uses.confirmed),
    ):
        for other in others:
            fact = site.publication.facts.find(other)
            words = plain_line(fact.sentence) if fact else str(other)
            yield {"kind": kind, **_link(site, path, other), "name": words}
    for kind, id in uses.pages:
        href = relative(path, site.addresses.page(kind, id))
        yield {"kind": kind, "name": _title(site, kind, id), "href": href}


def _title(site: Site, kind: str, id: str) -> str:
    publication = site.publication
    if kind == "speaker":
        return str(publication.speakers[id].name)
    if kind == "evidence":
        return plain_line(publication.evidence[id].title)
    return plain_line((publication.topics if kind == "topic" else publication.pages)[id].title)
