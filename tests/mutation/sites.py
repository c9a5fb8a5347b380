"""Where a change can be made: the texts of the published content that readers see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.check.charts import chart_texts
from build_scripts.link.publication import Publication
from build_scripts.model.records import Evidence
from build_scripts.model.text import Text


@dataclass(frozen=True)
class Site:
    """A text with its place: the record it belongs to, and what kind of text it is.

    `kind` is `prose` (bound by citations), `tested` (by readings), `says`, `value`, `when`, `quote`,
    `formula`, `label` or `claim`.
    """

    unit: tuple[str, str]
    path: str
    kind: str
    text: Text


def sites(publication: Publication) -> Iterator[Site]:
    """Every text of the published content, in a fixed order."""
    paths = publication.library.paths
    for slug in publication.articles:
        unit, path = ("claims", slug), paths["claims"][slug]
        linked = publication.article(slug)
        for bound in linked.texts:
            tested = bound.where in ("title", "paraphrase") or bound.where.startswith("readings.")
            for block in bound.prose.blocks:
                yield Site(unit, path, "tested" if tested else "prose", block.text)
        claim = linked.front.claim
        yield Site(unit, path, "claim", claim.text)
        if claim.translation is not None:
            yield Site(unit, path, "claim", claim.translation)
    for key, evidence in publication.evidence.items():
        yield from _evidence(("evidence", key), paths["evidence"][key], evidence, publication)
    for key, chart in publication.charts.items():
        unit, path = ("charts", key), paths["charts"][key]
        for bound in chart_texts(publication, chart):
            for block in bound.prose.blocks:
                yield Site(unit, path, "prose", block.text)
        for label in [row.label for row in chart.rows]:
            yield Site(unit, path, "label", label)
    for kind in ("topics", "speakers"):
        for key, record in getattr(publication, kind).items():
            if record.text is not None:
                for block in publication.bind("text", record.text).prose.blocks:
                    yield Site((kind, key), paths[kind][key], "prose", block.text)


def _evidence(
    unit: tuple[str, str], path: str, evidence: Evidence, publication: Publication
) -> Iterator[Site]:
    for text in (evidence.caveat, evidence.how, evidence.why_secondary):
        if text is not None:
            for block in publication.bind("caveat", text).prose.blocks:
                yield Site(unit, path, "prose", block.text)
    for quote in evidence.quotes.values():
        yield Site(unit, path, "quote", quote.text)
        if quote.translation is not None:
            yield Site(unit, path, "quote", quote.translation)
    for fact in evidence.facts.values():
        if fact.says is not None:
            yield Site(unit, path, "says", fact.says)
        if fact.asks is not None:
            yield Site(unit, path, "tested", fact.asks)
        if fact.value is not None:
            yield Site(unit, path, "value", fact.value)
        for when in fact.when:
            yield Site(unit, path, "when", when.text)
        if fact.formula is not None:
            yield Site(unit, path, "formula", fact.formula)
        if fact.quote is not None and str(fact.quote) not in evidence.quotes:
            yield Site(unit, path, "quote", fact.quote)
