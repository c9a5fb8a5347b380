"""Rules on references: every id leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from build_scripts.check.rules import at, rule
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.evidence import LinkedEvidence
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import BoundText
from build_scripts.model.charts import Chart
from build_scripts.model.fields import as_id
from build_scripts.model.prose import Block, Link
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text, shown
from build_scripts.problems import Place, Problem
from build_scripts.read.suggest import did_you_mean

RECORD_SCHEMES = {
    "claim": "claims",
    "speaker": "speakers",
    "topic": "topics",
    "evidence": "evidence",
    "chart": "charts",
}
WEB_SCHEMES = frozenset({"https", "http", "mailto"})


def unknown(place: Place, what: str, name: str, known: Collection[str]) -> Problem:
    """The problem that there is no record of that id."""
    listed = ", ".join(sorted(known)[:8]) + (" …" if len(known) > 8 else "")
    near = did_you_mean(name, known)
    advice = f"there are: {listed or 'none yet'}"
    if not near and what in RECORD_SCHEMES and as_id(name) == name:
        advice += f"; to begin one: python -m build_scripts new {what} {name}"
    return at(place, f"there is no {what} {name!r}{near}", advice)


def _ids(publication: Publication, kind: str) -> Collection[str]:
    return publication.library.paths[kind]


def _check_ids(
    publication: Publication, kind: str, what: str, names: Collection[Text]
) -> Iterator[Problem]:
    known = _ids(publication, kind)
    for name in names:
        if str(name) not in known:
            yield unknown(name.place(), what, str(name), known)


@rule("article")
def unknown_record(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """The front matter names a speaker, topic, evidence, article or author that does not exist.

    Bad:  speaker: vladmir-putin
    Good: speaker: vladimir-putin   (content/speakers/vladimir-putin.yml)

    Bad:  authors: [mara-lind]
    Good: authors: [mara-lind]   (content/publication.yml has people: {mara-lind: Mara Lind})
    """
    front = linked.front
    yield from _check_ids(publication, "speakers", "speaker", [front.claim.speaker])
    yield from _check_ids(publication, "evidence", "evidence", [front.claim.said_in])
    yield from _check_ids(publication, "topics", "topic", front.topics)
    yield from _check_ids(publication, "claims", "article", front.related)
    if publication.library.settings is not None:
        signing = publication.settings.signing
        for what, names in (("author", front.authors), ("reviewer", front.reviewed_by)):
            yield from (_nobody(name, what, signing) for name in names if str(name) not in signing)


def _nobody(name: Text, what: str, signing: Collection[str]) -> Problem:
    problem = unknown(name.place(), what, str(name), signing)
    advice = f"to add one, write under `people` in content/publication.yml: {name}: The Name"
    return replace(problem, help=f"{problem.help}; {advice}")


@rule("evidence")
def unknown_side(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """Evidence says it speaks for a speaker that does not exist."""
    evidence = linked.evidence
    named = list(evidence.speaks_for)
    for fact in evidence.facts.values():
        named.extend(fact.speaks_for or ())
    for quote in evidence.quotes.values():
        named.extend(quote.speaks_for or ())
    yield from _check_ids(publication, "speakers", "speaker", named)


@rule("evidence")
def unknown_confirmation(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """`confirmed_by` names a fact that does not exist, or one of the same origin.

    Two reports of one origin are one source: a confirmation comes from another.
    """
    for fact in linked.evidence.facts.values():
        for ref in fact.confirmed_by:
            try:
                other = publication.fact(FactRef.parse(ref))
            except UnknownFact as fault:
                yield at(ref.place(), fault.message, fault.help)
                continue
            except BrokenFact:
                continue
            if other.evidence.origin and other.evidence.origin == linked.evidence.origin:
                yield at(
                    ref.place(),
                    f"{ref} has the same origin, {other.evidence.origin}",
                    "name a fact of another origin, or give `single_source_reason`",
                )


def link_problems(
    publication: Publication, texts: Collection[BoundText], *, draft: bool = False
) -> Iterator[Problem]:
    """The problems of links and images in bound texts; those of a `draft` may lead to others."""
    for text in texts:
        firsts: dict[str, Place] = {}
        for block in text.prose.blocks:
            for link in block.links:
                if link.image:
                    problem = (
                        _image_problem(publication, link)
                        or _lost_image(text, block, link)
                        or _second_chart(link, firsts.setdefault(link.target, link.place))
                    )
                else:
                    problem = _link_problem(publication, link, draft=draft)
                if problem is not None:
                    yield problem


def _link_problem(publication: Publication, link: Link, *, draft: bool) -> Problem | None:
    scheme, _, name = link.target.partition(":")
    if scheme in RECORD_SCHEMES and scheme != "chart":
        return _record_problem(publication, link, scheme, name.partition("#")[0], draft=draft)
    if scheme in WEB_SCHEMES:
        parts = urlsplit(link.target)
        return None if parts.netloc or scheme == "mailto" else _bad(link)
    if scheme == "page" or (not scheme.startswith("javascript") and link.target.endswith(".md")):
        page = link.target.removesuffix(".md").removeprefix("page:")
        known = _ids(publication, "pages")
        if page in known:
            return None
        name = page.rpartition("/")[2]
        for scheme, kind in RECORD_SCHEMES.items():
            if name in _ids(publication, kind):
                return at(link.place, f"there is no page {page!r}", f"write {scheme}:{name}")
        return unknown(link.place, "page", page, known)
    return None if link.target.startswith("#") and len(link.target) > 1 else _bad(link)


def _record_problem(
    publication: Publication, link: Link, scheme: str, name: str, *, draft: bool
) -> Problem | None:
    name, _, fact = name.partition(":") if scheme == "evidence" else (name, "", "")
    known = _ids(publication, RECORD_SCHEMES[scheme])
    if name not in known:
        return unknown(link.place, scheme, name, known)
    if fact:
        try:
            publication.fact(FactRef.parse(f"{name}:{fact}").whole)
        except UnknownFact as fault:
            return at(link.place, fault.message, fault.help)
        except BrokenFact:
            return None
    article = publication.articles.get(name) if scheme == "claim" and not draft else None
    if article is None or not article.front.draft:
        return None
    message = f"{link.target} leads to a draft, which has no page"
    return at(link.place, message, "publish it first, or take the link out")


def _lost_image(text: BoundText, block: Block, link: Link) -> Problem | None:
    """An image where no page shows it: only a body has charts and tables, between its blocks."""
    if text.where != "body":
        message = f"image {link.target!r} would be shown nowhere: this text has only words"
        return at(link.place, message, "charts and tables stand in the body of an article")
    if block.kind == "paragraph" and len(block.links) == 1 and not block.text.strip():
        return None
    message = f"image {link.target!r} stands among words and would be shown nowhere"
    return at(link.place, message, "give it a paragraph of its own, with empty lines around it")


def _second_chart(link: Link, first: Place) -> Problem | None:
    """A chart shown twice: each has one address on its page."""
    if link.place == first or not link.target.startswith("chart:"):
        return None
    message = f"{link.target} is shown twice; first on line {first.line}"
    return at(link.place, message, "show it once")


def _image_problem(publication: Publication, link: Link) -> Problem | None:
    scheme, _, name = link.target.partition(":")
    if link.words:
        message = f"the words {shown(link.words)} in the brackets of an image are shown nowhere"
        return at(link.place, message, "take them out; a chart has its own `alt`")
    if scheme == "chart":
        known = _ids(publication, "charts")
        return None if name in known else unknown(link.place, "chart", name, known)
    if scheme == "table":
        try:
            publication.table(FactRef.parse(name))
        except (UnknownFact, ValueError) as fault:
            return at(link.place, f"image {link.target!r}: {fault}", "write table:evidence:fact")
        except BrokenFact:
            return None
        return None
    return at(
        link.place,
        f"image {link.target!r} is neither a chart nor a table of ours",
        "images are chart:<id> or table:<evidence>:<fact>",
    )


def _bad(link: Link) -> Problem:
    return at(
        link.place,
        f"link target {link.target!r} is not allowed",
        "use claim:, speaker:, topic:, evidence: with an id, or an address with https://, "
        "http:// or mailto:",
    )


@rule("article")
def bad_link(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """A link or image in the text leads nowhere or is of a kind that is not allowed.

    Links to our records use claim:, speaker:, topic: and evidence:; charts are images at chart:,
    tables images at table:, each a paragraph of its own in the body. Everything else must be
    https:, http: or mailto:.

    Bad:  [his page](speakers/putin.html), ![](graph.png)
    Good: [his page](speaker:vladimir-putin), ![](chart:russian-arms)
    """
    yield from link_problems(publication, linked.texts, draft=linked.front.draft)


@rule("chart")
def unknown_in_chart(publication: Publication, key: str, chart: Chart) -> Iterator[Problem]:
    """A chart names a fact, a table or an article that does not exist."""
    for ref in chart.drawn:
        try:
            publication.fact(FactRef.parse(ref))
        except UnknownFact as fault:
            yield at(ref.place(), fault.message, fault.help)
        except BrokenFact:
            continue
    if chart.claim is not None and str(chart.claim) not in _ids(publication, "claims"):
        yield unknown(chart.claim.place(), "article", str(chart.claim), _ids(publication, "claims"))
