"""Who uses what: the links back, from facts to all that names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from build_scripts.link.articles import LinkedArticle
from build_scripts.link.evidence import free_texts
from build_scripts.link.publication import Publication
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.read.prose import parse_prose
from build_scripts.write.exports.common import public_slugs
from build_scripts.write.exports.sources import (
    Sources,
    chart_facts,
    cited_facts,
    named_facts,
    shown_charts,
    shown_tables,
    sources_of_rows,
)


@dataclass
class FactUses:
    """What names one fact, in order.

    Articles and charts by id; facts that are computed from it, tables of which a row is taken from
    it, facts that it confirms; pages of other texts by their kind and id.
    """

    articles: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    computed: list[FactRef] = field(default_factory=list)
    tables: list[FactRef] = field(default_factory=list)
    confirmed: list[FactRef] = field(default_factory=list)
    pages: list[tuple[str, str]] = field(default_factory=list)


class Uses:
    """All links back of a publication, found in one pass over its records."""

    def __init__(self, publication: Publication) -> None:
        self.slugs = tuple(public_slugs(publication))
        self.of_speaker: dict[str, list[str]] = {}
        self.of_topic: dict[str, list[str]] = {}
        self.of_evidence: dict[str, list[str]] = {}
        """The articles that rest on an evidence, also through calculations and tables."""
        self.chart_articles: dict[str, list[str]] = {}
        self.related: dict[str, list[str]] = {}
        self._facts: dict[FactRef, FactUses] = {}
        sources = Sources(publication)
        for slug in self.slugs:
            self._take_article(publication.article(slug), sources)
        for key, chart in publication.charts.items():
            for ref in chart_facts(chart):
                _add(self._of(ref).charts, key)
        for key in publication.evidence:
            self._take_evidence(publication, key)
        for kind, id, text in _free_texts(publication):
            for ref in named_facts(parse_prose(text)):
                if (kind, id) != ("evidence", ref.evidence):
                    _add(self._of(ref).pages, (kind, id))

    def of_fact(self, ref: FactRef) -> FactUses:
        """What names a fact or one of its cells."""
        return self._facts.get(ref.whole, FactUses())

    def _of(self, ref: FactRef) -> FactUses:
        return self._facts.setdefault(ref.whole, FactUses())

    def _take_article(self, linked: LinkedArticle, sources: Sources) -> None:
        front, slug = linked.front, linked.slug
        _file(self.of_speaker, [str(front.claim.speaker)], slug)
        _file(self.of_topic, map(str, front.topics), slug)
        _file(self.chart_articles, shown_charts(linked), slug)
        _file(self.of_evidence, sources.evidence_of(linked), slug)
        for ref in (*cited_facts(linked), *shown_tables(linked.text("body").prose)):
            _add(self._of(ref).articles, slug)
        for other in map(str, front.related):
            for one, to in ((slug, other), (other, slug)):
                if to not in (known := self.related.setdefault(one, [])):
                    known.append(to)

    def _take_evidence(self, publication: Publication, key: str) -> None:
        for name, record in publication.evidence[key].facts.items():
            ref = FactRef(key, str(name))
            for other in record.confirmed_by:
                _add(self._of(FactRef.parse(other)).confirmed, ref)
            if record.formula is not None:
                fact = publication.facts.find(ref)
                for source in fact.inputs if fact is not None else ():
                    _add(self._of(source).computed, ref)
            elif record.table is not None:
                for source in sources_of_rows(publication, ref):
                    _add(self._of(source).tables, ref)


def _free_texts(publication: Publication) -> Iterator[tuple[str, str, Text]]:
    """The texts of speakers, topics, evidence and hand-written pages, with kind and id of each."""
    for name, speaker in publication.speakers.items():
        yield "speaker", name, speaker.role
        if speaker.text is not None:
            yield "speaker", name, speaker.text
    for name, evidence in publication.evidence.items():
        yield from (("evidence", name, text) for text in free_texts(evidence).values())
    yield from (("topic", name, topic.text) for name, topic in publication.topics.items())
    yield from (("page", name, page.body) for name, page in publication.pages.items())


def _file(shelf: dict[str, list[str]], names: Iterable[str], slug: str) -> None:
    for name in names:
        _add(shelf.setdefault(name, []), slug)


def _add(entries: list[Any], entry: Any) -> None:
    """Add an entry once; what is named again is named by the record that is looked at."""
    if entries[-1:] != [entry]:
        entries.append(entry)
