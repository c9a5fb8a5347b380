"""`impact EVIDENCE[:FACT[.ROW]]`: what would have to be looked at again if a source were wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_scripts.check.wording import value_of
from build_scripts.contribute.custody.reach import Affected, affected, mentioning, parse_source
from build_scripts.contribute.custody.tree import Branch, Style
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.charts import chart_texts
from build_scripts.link.evidence import link_evidence
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import BoundText
from build_scripts.model.linked import LinkedReading
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.problems import Place


def impact(publication: Publication, name: str) -> Branch:
    """The tree of what rests on a source; raises UnknownName when there is no such source."""
    found = affected(publication, parse_source(publication, name))
    slugs = mentioning(publication, "claims", found.evidence)
    articles = [publication.article(slug) for slug in slugs if slug in publication.articles]
    readings = {article.slug: _readings(publication, article, found) for article in articles}
    figures = [branch for article in articles for branch in _article(publication, article, found)]
    sections = (
        ("facts computed from it, or taken from it", list(_facts(publication, found))),
        ("facts that it confirms", list(_confirmed(publication, found))),
        ("caveats and other texts of evidence", list(_evidence(publication, found))),
        ("readings and verdicts", [b for a in articles for b in _verdict(a, readings[a.slug])]),
        ("articles", figures),
        ("charts", list(_charts(publication, found, readings))),
        ("speakers, topics and pages", list(_others(publication, found))),
    )
    branches = tuple(
        Branch(title, branches=tuple(inside), style=Style.TITLE)
        for title, inside in sections
        if inside
    )
    if not branches:
        return Branch(f"nothing rests on {found.source}", style=Style.TITLE)
    return Branch(f"if {found.source} were wrong, look again at", (), branches, Style.TITLE)


def _facts(publication: Publication, found: Affected) -> Iterator[Branch]:
    for ref, steps in found.steps.items():
        fact = publication.facts.find(ref)
        valued = fact is not None and (fact.quantity is not None or fact.is_test)
        value = f" = {value_of(fact)}" if fact is not None and valued else ""
        how = "directly" if steps == 1 else f"through {found.via[ref]}"
        yield Branch(f"{ref}{value}, {how}", style=Style.FACT)


def _confirmed(publication: Publication, found: Affected) -> Iterator[Branch]:
    for key in mentioning(publication, "evidence", [found.source.ref.evidence]):
        evidence = publication.evidence.get(key)
        for name, fact in evidence.facts.items() if evidence is not None else ():
            refs = [str(ref) for ref in fact.confirmed_by if found.source.holds(FactRef.parse(ref))]
            if refs:
                yield Branch(f"{key}:{name}, by {', '.join(refs)}", style=Style.FACT)


def _evidence(publication: Publication, found: Affected) -> Iterator[Branch]:
    """The texts beside the facts of an evidence: its caveat, how it was made, its interest."""
    for key in mentioning(publication, "evidence", found.evidence):
        evidence = publication.evidence.get(key)
        if evidence is None:
            continue
        texts = link_evidence(key, evidence, publication.facts).texts
        lines = [line for text in texts for line in _in_text(text, found)]
        if lines:
            path = publication.library.paths["evidence"][key]
            yield Branch(path, branches=tuple(_listed(lines)), style=Style.FIGURE)


def _readings(
    publication: Publication, article: LinkedArticle, found: Affected
) -> list[LinkedReading]:
    return [
        reading
        for reading in article.readings
        if found.has(reading.test.ref)
        or any(found.has(fact.ref) for fact in publication.facts.inputs_of(reading.test.ref))
    ]


def _verdict(article: LinkedArticle, readings: list[LinkedReading]) -> Iterator[Branch]:
    if readings:
        inside = tuple(
            Branch(f"{' '.join(reading.means.split())} [{reading.outcome}], {reading.test.ref}")
            for reading in readings
        )
        yield Branch(f"{article.slug}, verdict: {article.front.verdict}", branches=inside)


def _article(publication: Publication, article: LinkedArticle, found: Affected) -> Iterator[Branch]:
    lines: list[tuple[Place, str]] = []
    claim = article.front.claim
    if not found.source.ref.fact and str(claim.said_in) == found.source.ref.evidence:
        lines.append((claim.said_in.place(), "the words of the claim"))
    for text in article.texts:
        lines.extend(_in_text(text, found))
    if lines:
        path = publication.library.paths["claims"][article.slug]
        yield Branch(path, branches=tuple(_listed(lines)), style=Style.FIGURE)


def _in_text(text: BoundText, found: Affected) -> Iterator[tuple[Place, str]]:
    """The words of a text that rest on the source, and its citations that bear no figure."""
    for block in text.prose.blocks:
        bounds = [bound for bound in text.bounds if bound.block == block.number]
        for bound in bounds:
            if bound.ref is not None and found.has(bound.ref):
                words = " ".join(block.text[bound.start : bound.end].split())
                place = block.text.place(bound.start, bound.end)
                yield place, f"“{words}” ({_name(bound.ref)})"
        borne = {bound.ref for bound in bounds}
        for group in block.groups:
            for cited in group.cited:
                if cited.ref is not None and found.has(cited.ref) and cited.ref not in borne:
                    yield cited.place, f"cited ({cited.ref})"
        for link in block.links:
            scheme, _, name = link.target.partition(":")
            if scheme == "table" and name.count(":") == 1 and found.has(FactRef.parse(name)):
                yield link.place, f"table ({name})"


def _name(ref: FactRef) -> str:
    return str(ref) if ref.fact else ref.evidence


def _listed(lines: Iterable[tuple[Place, str]]) -> Iterator[Branch]:
    for place, words in sorted(set(lines)):
        yield Branch(f"{place.line}:{place.column} {words}")


def _charts(
    publication: Publication, found: Affected, readings: dict[str, list[LinkedReading]]
) -> Iterator[Branch]:
    names = {*found.evidence, *(slug for slug, touched in readings.items() if touched)}
    for key in mentioning(publication, "charts", names):
        chart = publication.charts.get(key)
        if chart is None:
            continue
        drawn = [(ref.place(), f"drawn ({ref})") for ref in chart.drawn if _has(found, ref)]
        if chart.claim is not None and readings.get(str(chart.claim)):
            drawn.append((chart.claim.place(), f"readings of {chart.claim}"))
        for text in chart_texts(publication, chart):
            drawn.extend(_in_text(text, found))
        if drawn:
            path = publication.library.paths["charts"][key]
            yield Branch(path, branches=tuple(_listed(drawn)), style=Style.FIGURE)


def _has(found: Affected, ref: str) -> bool:
    return found.has(FactRef.parse(ref))


def _others(publication: Publication, found: Affected) -> Iterator[Branch]:
    for kind in ("speakers", "topics", "pages"):
        for key in mentioning(publication, kind, found.evidence):
            lines: list[tuple[Place, str]] = []
            for text in _free_texts(publication, kind, key):
                lines.extend(_in_text(publication.bind(kind, text), found))
            if lines:
                path = publication.library.paths[kind][key]
                yield Branch(path, branches=tuple(_listed(lines)), style=Style.FIGURE)


def _free_texts(publication: Publication, kind: str, key: str) -> Iterator[Text]:
    """The bound texts of a speaker, a topic or a page; none of one that cannot be read."""
    if kind == "speakers" and (speaker := publication.speakers.get(key)) is not None:
        yield speaker.role
        if speaker.text is not None:
            yield speaker.text
    elif kind == "topics" and (topic := publication.topics.get(key)) is not None:
        yield topic.text
    elif kind == "pages" and (page := publication.pages.get(key)) is not None:
        yield page.body
