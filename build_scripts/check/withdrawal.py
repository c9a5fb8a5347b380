"""Rules on what was withdrawn or renamed: nothing rests on it, an address leads to one page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from build_scripts.check.rules import at, rule
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.cells import row_sources
from build_scripts.link.evidence import LinkedEvidence
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import BoundText
from build_scripts.model.charts import Chart
from build_scripts.model.prose import Cited
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.problems import Place, Problem

_ELSEWHERE = (
    "cite other evidence, and say under `corrections:` what changed; or withdraw the article too: "
    "withdrawn: {date: …, why: …}"
)
_OTHER = "name other evidence"


@rule("article")
def withdrawn_evidence(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """Something that is published rests on evidence that was withdrawn.

    Evidence is withdrawn because it no longer serves. What rested on it changes with it: cite other
    evidence and say so under `corrections:`, or withdraw the article too. This holds for articles,
    charts, calculations, confirmations and rows of tables, and for texts of speakers, topics and
    pages.

    Bad:  un.yml has withdrawn: {date: 2026-12-01, why: …}, and an article cites [@un:members]
    Good: the same article cites [@un-2026:members], with an entry under `corrections:`
    """
    front = linked.front
    if front.withdrawn is not None:
        return
    named = [(str(front.claim.said_in), front.claim.said_in.place())]
    named += [(FactRef.parse(r.holds_if).evidence, r.holds_if.place()) for r in front.readings]
    yield from _withdrawn(publication, [*named, *cited(linked.texts)], _ELSEWHERE)


def cited(texts: Collection[BoundText]) -> list[tuple[str, Cited]]:
    """The evidence that texts cite, each time with where they do."""
    return [
        (one.ref.evidence, one)
        for text in texts
        for block in text.prose.blocks
        for group in block.groups
        for one in group.cited
        if one.ref is not None
    ]


def withdrawn_in_texts(publication: Publication, texts: Collection[BoundText]) -> Iterator[Problem]:
    """Citations of withdrawn evidence in the texts of a speaker, a topic, a page or a chart."""
    yield from _withdrawn(publication, cited(texts), _OTHER)


def withdrawn_in_chart(publication: Publication, chart: Chart) -> Iterator[Problem]:
    """Facts of withdrawn evidence that a chart draws."""
    named = [(FactRef.parse(ref).evidence, ref.place()) for ref in chart.drawn]
    yield from _withdrawn(publication, named, _OTHER)


def withdrawn_in_evidence(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """Withdrawn evidence in formulas, confirmations and rows of evidence that stands."""
    if linked.evidence.withdrawn is not None:
        return
    named: list[tuple[str, Place]] = []
    for fact in linked.facts:
        if fact.record.formula is not None:
            place = fact.record.formula.place()
            named += [(ref.evidence, place) for ref in fact.inputs]
        named += [(FactRef.parse(one).evidence, one.place()) for one in fact.record.confirmed_by]
        if fact.record.table is not None:
            named += _row_sources(publication, linked.id, fact.ref.fact)
    others = [(name, place) for name, place in dict.fromkeys(named) if name != linked.id]
    yield from _withdrawn(publication, others, _OTHER)


def _row_sources(publication: Publication, evidence: str, fact: str) -> Iterator[tuple[str, Place]]:
    table = publication.library.table(evidence, fact)
    if table is None or not table.sources:
        return
    for row in table.rows:
        cell = row[table.sources]
        yield from ((source.evidence, cell.place()) for source in row_sources(cell))


def _withdrawn(
    publication: Publication, named: Sequence[tuple[str, Place | Cited]], advice: str
) -> Iterator[Problem]:
    for name in dict.fromkeys(name for name, _ in named):
        evidence = publication.evidence.get(name)
        if evidence is None or evidence.withdrawn is None:
            continue
        day = evidence.withdrawn.date.period
        for where in [where for other, where in named if other == name]:
            place = where.place if isinstance(where, Cited) else where
            yield at(place, f"evidence {name} was withdrawn on {day}", advice)


@rule("article")
def taken_address(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """A former name under `formerly:` is the name of another record, or another has it too.

    An address leads to one page. This holds for articles, and for evidence.

    Bad:  formerly: [ships], and there is an article content/claims/ships.md
    Good: formerly: [most-ships], and nothing else has that name or had it
    """
    others = {
        slug: article.front.formerly
        for slug, article in (publication.articles.items() if linked.front.formerly else ())
        if slug != linked.slug
    }
    yield from _taken(linked.slug, "article", linked.front.formerly, others, publication, "claims")


def taken_by_evidence(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """The same, of evidence."""
    own = linked.evidence.formerly
    others = {
        key: evidence.formerly
        for key, evidence in (publication.evidence.items() if own else ())
        if key != linked.id
    }
    yield from _taken(linked.id, "evidence", own, others, publication, "evidence")


def _taken(
    own: str,
    what: str,
    formerly: Sequence[Text],
    others: dict[str, tuple[Text, ...]],
    publication: Publication,
    shelf: str,
) -> Iterator[Problem]:
    for name in formerly:
        too = next((key for key, names in others.items() if name in names), "")
        if name == own:
            message = f"{str(name)!r} is the present name of this {what}"
        elif name in publication.library.paths[shelf]:
            message = f"{str(name)!r} is the name of another {what} now"
        elif too:
            message = f"{str(name)!r} is also a former name of {too}"
        else:
            continue
        yield at(name.place(), message, "leave it out here: an address leads to one page")
