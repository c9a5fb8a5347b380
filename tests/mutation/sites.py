"""Where a change can be made: the texts of the published content that readers see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.link.articles import LinkedArticle, cited_texts
from build_scripts.link.charts import chart_texts
from build_scripts.link.publication import Publication
from build_scripts.model.records import Evidence, Fact, Page, Speaker, Topic
from build_scripts.model.tables import Table
from build_scripts.model.text import Text


@dataclass(frozen=True)
class Site:
    """A text with its place: the record it belongs to, and what kind of text it is.

    `kind` is `prose` (bound by citations), `citations` (a text with its citations), `tested` (bound
    by readings), `says`, `value`, `when`, `quote`, `formula`, `cell`, `label` or `claim`. `facts`
    names the facts of an evidence file that hold the text.
    """

    unit: tuple[str, str]
    path: str
    kind: str
    text: Text
    facts: tuple[str, ...] = ()


def sites(publication: Publication) -> Iterator[Site]:
    """Every text of the published content, in a fixed order."""
    paths = publication.library.paths
    for slug in publication.articles:
        yield from _article(("claims", slug), paths["claims"][slug], publication.article(slug))
    for key, evidence in publication.evidence.items():
        yield from _evidence(("evidence", key), paths["evidence"][key], evidence, publication)
    for key, chart in publication.charts.items():
        unit, path = ("charts", key), paths["charts"][key]
        for bound in chart_texts(publication, chart):
            yield from (Site(unit, path, "prose", block.text) for block in bound.prose.blocks)
        raw = (chart.title, chart.subtitle, chart.alt, chart.note)
        yield from (Site(unit, path, "citations", text) for text in raw if text is not None)
        yield from (Site(unit, path, "label", row.label) for row in chart.rows)
    for kind, key, record in _small(publication):
        text = record.body if isinstance(record, Page) else record.text
        if text is not None:
            yield from _free((kind, key), paths[kind][key], text, publication)


def _small(publication: Publication) -> Iterator[tuple[str, str, Topic | Speaker | Page]]:
    for kind in ("topics", "speakers", "pages"):
        for key, record in getattr(publication, kind).items():
            if not isinstance(record, Page) or record.figures is None:
                yield kind, key, record


def _free(unit: tuple[str, str], path: str, text: Text, publication: Publication) -> Iterator[Site]:
    for block in publication.bind("text", text).prose.blocks:
        yield Site(unit, path, "prose", block.text)
    yield Site(unit, path, "citations", text)


def _article(unit: tuple[str, str], path: str, linked: LinkedArticle) -> Iterator[Site]:
    for bound in linked.texts:
        tested = bound.where in ("title", "paraphrase") or bound.where.startswith("readings.")
        kind = "tested" if tested else "prose"
        yield from (Site(unit, path, kind, block.text) for block in bound.prose.blocks)
    for _, raw in cited_texts(linked.article):
        yield Site(unit, path, "citations", raw)
    claim = linked.front.claim
    for text in (claim.text, claim.translation):
        if text is not None:
            yield Site(unit, path, "claim", text)


def _evidence(
    unit: tuple[str, str], path: str, evidence: Evidence, publication: Publication
) -> Iterator[Site]:
    for text in (evidence.caveat, evidence.how, evidence.why_secondary, evidence.interest):
        if text is not None:
            yield from _free(unit, path, text, publication)
    for name, quote in evidence.quotes.items():
        holders = tuple(str(key) for key, fact in evidence.facts.items() if fact.quote == name)
        yield Site(unit, path, "quote", quote.text, holders)
        if quote.translation is not None:
            yield Site(unit, path, "quote", quote.translation, holders)
    for key, fact in evidence.facts.items():
        for kind, text in _fact_texts(fact):
            yield Site(unit, path, kind, text, (str(key),))
        table = publication.library.table(unit[1], str(key)) if fact.table is not None else None
        if table is not None:
            yield from _cells(unit, table, str(key))


def _cells(unit: tuple[str, str], table: Table, fact: str) -> Iterator[Site]:
    for row in table.rows:
        for column in table.quantity_columns:
            if row.get(column):
                yield Site(unit, table.path, "cell", row[column], (fact,))


def _fact_texts(fact: Fact) -> Iterator[tuple[str, Text]]:
    named = (
        ("says", fact.says),
        ("tested", fact.asks),
        ("value", fact.value),
        ("formula", fact.formula),
    )
    yield from ((kind, text) for kind, text in named if text is not None)
    yield from (("when", when.text) for when in fact.when)
