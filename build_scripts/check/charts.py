"""Rules on charts: what a label states is what its fact says."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.check.rules import at, rule
from build_scripts.link.binding.dates import dated
from build_scripts.link.binding.polarity import names_ratio
from build_scripts.link.binding.saying import agrees
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.charts import Chart
from build_scripts.model.figures import Figure, Kind
from build_scripts.model.linked import LinkedFact
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.problems import Problem
from build_scripts.read.notation.figures import read_figures


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
