"""The texts of a chart: title, subtitle, alternative text and note, bound by their citations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_scripts.link.binding.binding import Binder
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import BoundText
from build_scripts.model.charts import Chart
from build_scripts.model.dates import Period
from build_scripts.model.refs import FactRef


def chart_texts(publication: Publication, chart: Chart) -> list[BoundText]:
    """The texts of a chart that are bound by citations, in reading order."""
    drawn = tuple(_drawn_periods(publication, chart))
    limit = chart.threshold
    line = publication.facts.find(FactRef.parse(limit.fact)) if limit is not None else None
    binder = Binder(publication.facts, dates=drawn, line=line)
    named = (
        ("title", chart.title),
        ("subtitle", chart.subtitle),
        ("alt", chart.alt),
        ("note", chart.note),
    )
    bound = [binder.bind(where, text) for where, text in named if text is not None]
    if all(publication.facts.find(FactRef.parse(ref)) is not None for ref in chart.drawn):
        return bound
    # a fact that cannot be read is reported where it is; nobody knows which dates it has
    return [
        replace(text, findings=tuple(f for f in text.findings if f.kind != "unsupported-date"))
        for text in bound
    ]


def _drawn_periods(publication: Publication, chart: Chart) -> Iterator[Period]:
    for ref in chart.drawn:
        fact = publication.facts.find(FactRef.parse(ref))
        if fact is not None:
            yield from fact.periods
