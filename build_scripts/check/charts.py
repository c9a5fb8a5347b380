"""The texts of a chart: title, subtitle, alternative text, note and labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_scripts.check.rules import at, rule
from build_scripts.link.binding.binding import Binder
from build_scripts.link.binding.dates import dated
from build_scripts.link.binding.polarity import names_ratio
from build_scripts.link.binding.saying import agrees
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import BoundText
from build_scripts.model.charts import Chart
from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure, Kind
from build_scripts.model.linked import LinkedFact
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.problems import Problem
from build_scripts.read.notation.figures import read_figures


def chart_texts(publication: Publication, chart: Chart) -> list[BoundText]:
    """The texts of a chart that are bound by citations, in reading order."""
    drawn = tuple(_drawn_periods(publication, chart))
    line = chart.threshold and publication.facts.find(FactRef.parse(chart.threshold.fact))
    binder = Binder(publication.facts, dates=drawn, line=line or None)
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


@rule("chart")
def label_mismatch(publication: Publication, key: str, chart: Chart) -> Iterator[Problem]:
    """A label states a figure or a date that its own fact does not have.

    Bad:  {fact: sipri:buyers.2019, label: In 2018}
    Good: {fact: sipri:buyers.2019, label: In 2019}
    """
    for label, ref in _labels(chart):
        try:
            fact = publication.fact(FactRef.parse(ref))
        except (UnknownFact, BrokenFact):
            continue
        inputs = publication.facts.inputs_of(fact.ref)
        for figure in read_figures(label, publication.lexicon):
            known = (fact,) if figure.kind is Kind.DATE and fact.record.when else (fact, *inputs)
            fits = any(_fits(figure, other, publication) for other in known)
            if not (fits or publication.soundness.any_unsound([fact])):
                yield at(
                    label.place(figure.start, figure.end),
                    f"label states {' '.join(figure.text.split())}, which {ref} does not",
                    f"the fact says: {fact.sentence}",
                )


def _drawn_periods(publication: Publication, chart: Chart) -> Iterator[Period]:
    for ref in chart.drawn:
        fact = publication.facts.find(FactRef.parse(ref))
        if fact is not None:
            yield from fact.periods


def _labels(chart: Chart) -> Iterator[tuple[Text, Text]]:
    for row in chart.rows:
        yield row.label, row.fact
        if row.group is not None:
            yield row.group, row.fact
    for series in chart.series:
        yield series.label, series.table
    if chart.table is not None:
        for group in chart.groups:
            yield group.label, chart.table
    if chart.threshold is not None:
        yield chart.threshold.label, chart.threshold.fact


def _fits(figure: Figure, fact: LinkedFact, publication: Publication) -> bool:
    if figure.kind is Kind.PROPORTION and names_ratio(figure, fact, publication.facts):
        return True
    if figure.kind is Kind.DATE and figure.period is not None:
        own = [when.period for when in fact.record.when]
        return dated(figure.period, own or fact.periods)
    return agrees(figure, fact)
