"""What an article, a chart or a fact rests on: words and facts cited, the documents behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_scripts.link.articles import LinkedArticle
from build_scripts.link.binding.quotations import occurs, words_of
from build_scripts.link.cells import row_sources
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import BoundText
from build_scripts.model.charts import Chart
from build_scripts.model.linked import LinkedReading
from build_scripts.model.prose import Prose
from build_scripts.model.records import Claim, Evidence, Quote
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.read.prose import parse_prose


def cited_facts(linked: LinkedArticle) -> tuple[FactRef, ...]:
    """The facts that an article names, each once, in reading order: readings, then citations."""
    tests = (FactRef.parse(reading.holds_if) for reading in linked.front.readings)
    cited = (ref for text in linked.texts for ref in _groups(text.prose))
    return tuple(dict.fromkeys([*tests, *cited]))


def named_facts(prose: Prose) -> tuple[FactRef, ...]:
    """The facts that a text cites, and those whose tables it shows, each once."""
    return tuple(dict.fromkeys([*_groups(prose), *shown_tables(prose)]))


def quote_of_claim(claim: Claim, evidence: Evidence) -> Quote | None:
    """The quote of the evidence in `said_in` that holds the claim's words; the first of several."""
    quotes = evidence.quotes.values()
    return next((quote for quote in quotes if occurs(claim.text, words_of(quote))), None)


def meaning_of(linked: LinkedArticle, reading: LinkedReading) -> BoundText:
    """The text of what a reading means, as it is bound."""
    records = linked.front.readings
    place = next(n for n, record in enumerate(records) if record.means is reading.means)
    return linked.text(f"readings.{place}")


def shown_charts(linked: LinkedArticle) -> tuple[str, ...]:
    """The ids of the charts in an article's body, in order."""
    return tuple(dict.fromkeys(_shown(linked.text("body").prose, "chart")))


def shown_tables(prose: Prose) -> tuple[FactRef, ...]:
    """The facts whose tables a text shows, in order."""
    return tuple(FactRef.parse(name) for name in _shown(prose, "table") if ":" in name)


def chart_facts(chart: Chart) -> tuple[FactRef, ...]:
    """The facts that a chart draws or cites, each once; its readings are left out."""
    texts = (chart.title, chart.subtitle, chart.alt, chart.note)
    cited = (ref for text in texts if text is not None for ref in _groups(parse_prose(text)))
    return tuple(dict.fromkeys([*map(FactRef.parse, chart.drawn), *cited]))


class Sources:
    """Documents behind facts. What was found for a fact is kept, for all who cite it."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._behind: dict[FactRef, tuple[str, ...]] = {}

    def of_article(self, linked: LinkedArticle) -> tuple[str, ...]:
        """The ids of the documents that an article rests on, charts included, as first cited.

        The document that holds the claim's own words is the first.
        """
        return tuple(filter(self._is_document, self.evidence_of(linked)))

    def of_facts(self, refs: Iterable[FactRef]) -> tuple[str, ...]:
        """The ids of the documents behind facts, through calculations and rows of tables."""
        return tuple(filter(self._is_document, self._of_all(refs)))

    def evidence_of(self, linked: LinkedArticle) -> tuple[str, ...]:
        """The ids of all evidence that an article rests on: documents, and calculations of ours."""
        refs = [*cited_facts(linked), *shown_tables(linked.text("body").prose)]
        for name in shown_charts(linked):
            chart = self._publication.charts.get(name)
            refs.extend(chart_facts(chart) if chart else ())
        said_in = str(linked.front.claim.said_in)
        first = [said_in] if said_in in self._publication.evidence else []
        return tuple(dict.fromkeys([*first, *self._of_all(refs)]))

    def _of_all(self, refs: Iterable[FactRef]) -> Iterator[str]:
        yield from dict.fromkeys(name for ref in refs for name in self._of(ref))

    def _is_document(self, name: str) -> bool:
        return self._publication.evidence[name].kind != "calculation"

    def _of(self, ref: FactRef) -> tuple[str, ...]:
        if ref not in self._behind:
            self._behind[ref] = ()  # ends a cycle, which the check reports
            self._behind[ref] = tuple(dict.fromkeys(self._find(ref)))
        return self._behind[ref]

    def _find(self, ref: FactRef) -> Iterator[str]:
        evidence = self._publication.evidence.get(ref.evidence)
        if evidence is None:
            return
        yield ref.evidence
        if not ref.fact:
            return
        try:
            fact = self._publication.fact(ref)
        except (UnknownFact, BrokenFact):
            return
        inside = [*fact.inputs, *fact.sources]
        if fact.record.table is not None and not ref.row:
            inside.extend(sources_of_rows(self._publication, ref))
        for other in inside:
            yield from self._of(other)


def sources_of_rows(publication: Publication, ref: FactRef) -> Iterable[FactRef]:
    """The facts and documents that the rows of a fact's table are taken from, each once.

    None where the table cannot be read.
    """
    try:
        table = publication.table(ref)
    except (UnknownFact, BrokenFact):
        return ()
    if not table.sources:
        return ()
    cells = dict.fromkeys(row.get(table.sources, Text("")) for row in table.rows)
    return dict.fromkeys(source for cell in cells for source in row_sources(cell))


def _groups(prose: Prose) -> Iterator[FactRef]:
    for block in prose.blocks:
        for group in block.groups:
            yield from (cited.ref for cited in group.cited if cited.ref is not None)


def _shown(prose: Prose, scheme: str) -> Iterator[str]:
    """What the images of a text name that are of that scheme: charts or tables."""
    for block in prose.blocks:
        for link in block.links:
            kind, _, name = link.target.partition(":")
            if link.image and kind == scheme:
                yield name
