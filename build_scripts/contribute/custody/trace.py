"""`trace CLAIM`: the chain of every figure of an article, from the reader's words to the source."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.contribute.custody.chains import Chains, document_lines, quote_lines
from build_scripts.contribute.custody.tree import Branch, Style
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import Bound, BoundText, Role
from build_scripts.read.suggest import did_you_mean
from build_scripts.write.exports.sources import quote_of_claim


class UnknownName(LookupError):
    """A name that leads nowhere; the message suggests the nearest."""


def trace(publication: Publication, slug: str, line: int | None = None) -> Branch:
    """The tree of an article; with `line`, of the figures that stand on that line of its file.

    Raises UnknownName when there is no article of that slug, or no figure on that line.
    """
    slug = slug.removeprefix("content/claims/").removesuffix(".md")
    if slug not in publication.articles:
        known = publication.library.paths["claims"]
        if slug in known:
            raise UnknownName(f"{known[slug]} cannot be read; `check {known[slug]}` says why")
        raise UnknownName(f"there is no article {slug!r}{did_you_mean(slug, known)}")
    article = publication.article(slug)
    chains = Chains(publication)
    branches = (
        [] if line is not None else [_claim(publication, article), *_readings(article, chains)]
    )
    for text in article.texts:
        figures = tuple(_figures(article, text, chains, line))
        if figures:
            branches.append(Branch(text.where, branches=figures, style=Style.TITLE))
    if not branches:
        raise UnknownName(f"no bound figure stands on line {line} of this article")
    path = publication.library.paths["claims"][slug]
    head = f"{article.front.title} ({path}), verdict: {article.front.verdict}"
    return Branch(head, branches=tuple(branches), style=Style.TITLE)


def _claim(publication: Publication, article: LinkedArticle) -> Branch:
    claim = article.front.claim
    said = f"{claim.speaker}, {claim.date.period}, {claim.venue}"
    source = publication.evidence.get(claim.said_in)
    lines: list[str] = []
    if source is not None:
        quote = quote_of_claim(claim, source)
        if quote is not None:
            lines.extend(quote_lines(quote))
        lines.extend(document_lines(source))
    document = Branch(str(claim.said_in), tuple(lines), style=Style.FACT)
    words = " ".join(claim.text.split())
    return Branch("claim", (f"“{words}”", said), (document,), Style.TITLE)


def _readings(article: LinkedArticle, chains: Chains) -> Iterator[Branch]:
    branches = []
    for reading in article.readings:
        decides = "" if reading.decides else ", decides nothing"
        head = f"{' '.join(reading.means.split())} [{reading.outcome}{decides}]"
        own = tuple(f"the speaker's own evidence: {ref}" for ref in reading.own_inputs)
        branches.append(Branch(head, own, (chains.fact(reading.test.ref),), Style.FIGURE))
    if branches:
        yield Branch("readings", branches=tuple(branches), style=Style.TITLE)


def _figures(
    article: LinkedArticle, text: BoundText, chains: Chains, line: int | None
) -> Iterator[Branch]:
    for bound in sorted(text.bounds, key=lambda bound: (bound.block, bound.start, bound.end)):
        words = text.prose.blocks[bound.block].text
        place = words.place(bound.start, bound.end)
        if line is not None and place.line != line:
            continue
        shown = " ".join(words[bound.start : bound.end].split())
        head = f"{place.line}:{place.column} “{shown}”"
        chain = (chains.fact(bound.ref),) if bound.ref is not None else ()
        yield Branch(head, tuple(_why(article, bound, shown)), chain, Style.FIGURE)


def _why(article: LinkedArticle, bound: Bound, shown: str) -> Iterator[str]:
    """What is to be said of a figure itself, before its fact."""
    if bound.role is Role.REPEAT:
        yield "repeats a figure bound earlier"
    elif bound.role is Role.EXEMPT:
        entries = article.front.unchecked
        yield from (f"exempt: {e.why}" for e in entries if shown in " ".join(e.text.split()))
    elif bound.ref is None:
        yield "the claim's own words" if bound.role is Role.QUOTATION else "the claim's own date"
