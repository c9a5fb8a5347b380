"""Who uses what: the links back, from facts to articles, charts and calculations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.refs import FactRef
from build_scripts.write.exports.common import public_slugs
from build_scripts.write.exports.sources import chart_facts, cited_facts, shown_charts


@dataclass
class FactUses:
    """The articles, charts and facts that name one fact, in order."""

    articles: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    facts: list[FactRef] = field(default_factory=list)


class Uses:
    """All links back of a publication, found in one pass over its articles, charts and facts."""

    def __init__(self, publication: Publication) -> None:
        self.slugs = tuple(public_slugs(publication))
        self.of_speaker: dict[str, list[str]] = {}
        self.of_topic: dict[str, list[str]] = {}
        self.of_evidence: dict[str, list[str]] = {}
        self.chart_articles: dict[str, list[str]] = {}
        self.related: dict[str, list[str]] = {}
        self._facts: dict[FactRef, FactUses] = {}
        for slug in self.slugs:
            self._take_article(publication, slug)
        for key, chart in publication.charts.items():
            for ref in chart_facts(chart):
                _add(self._of(ref).charts, key)
        self._take_calculations(publication)

    def of_fact(self, ref: FactRef) -> FactUses:
        """What names a fact or one of its cells."""
        return self._facts.get(ref.whole, FactUses())

    def _of(self, ref: FactRef) -> FactUses:
        return self._facts.setdefault(ref.whole, FactUses())

    def _take_article(self, publication: Publication, slug: str) -> None:
        linked = publication.article(slug)
        front = linked.front
        _file(self.of_speaker, [str(front.claim.speaker)], slug)
        _file(self.of_topic, map(str, front.topics), slug)
        charts = shown_charts(linked)
        _file(self.chart_articles, charts, slug)
        cited = cited_facts(linked)
        for ref in cited:
            _add(self._of(ref).articles, slug)
        drawn = [
            ref
            for key in charts
            if (chart := publication.charts.get(key)) is not None
            for ref in chart_facts(chart)
        ]
        names = dict.fromkeys([str(front.claim.said_in), *(r.evidence for r in (*cited, *drawn))])
        _file(self.of_evidence, names, slug)
        for other in map(str, front.related):
            _add(self.related.setdefault(slug, []), other)
            _add(self.related.setdefault(other, []), slug)

    def _take_calculations(self, publication: Publication) -> None:
        for key, evidence in publication.evidence.items():
            for name, record in evidence.facts.items():
                if record.formula is None:
                    continue
                ref = FactRef(key, str(name))
                try:
                    inputs = publication.fact(ref).inputs
                except (UnknownFact, BrokenFact):
                    continue
                for source in inputs:
                    _add(self._of(source).facts, ref)


def _file(shelf: dict[str, list[str]], names: Iterable[str], slug: str) -> None:
    for name in names:
        _add(shelf.setdefault(name, []), slug)


def _add(entries: list[Any], entry: Any) -> None:
    if entry not in entries:
        entries.append(entry)
