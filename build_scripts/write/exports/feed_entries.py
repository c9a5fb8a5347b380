"""What feeds carry: an entry for each article, correction and withdrawal, as plain text.

Ids are tag URIs (RFC 4151) of the site, the day of first publication and the article's first slug:
they outlive a new title and a new slug.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from build_scripts.link.articles import LinkedArticle
from build_scripts.link.publication import Publication
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.claim_review import correction_words, has_review
from build_scripts.write.exports.common import author_names, modified
from build_scripts.write.plain import plain_line, plain_text, plain_words


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; days are written YYYY-MM-DD, texts are plain.

    `topics` are pairs of a topic's id and its title.
    """

    id: str
    url: str
    title: str
    summary: str
    content: str
    published: str
    updated: str
    authors: tuple[str, ...]
    topics: tuple[tuple[str, str], ...] = ()
    language: str = ""


def article_entry(publication: Publication, slug: str, addresses: Addresses) -> Entry | None:
    """The entry of an article; None for a draft and for one that was withdrawn."""
    if not has_review(publication, slug):
        return None
    linked = publication.article(slug)
    front, claim = linked.front, linked.front.claim
    speaker = publication.speakers.get(str(claim.speaker))
    name = str(speaker.name) if speaker else str(claim.speaker)
    said = f"{name}, {claim.date.period.start}, {plain_line(claim.venue)}"
    verdict = publication.verdicts[str(front.verdict)]
    summary = plain_text(linked.text("summary"))
    content = [f"Claim: “{_unquoted(str(claim.text))}”"]
    if claim.translation is not None:
        content.append(f"In English: “{_unquoted(str(claim.translation))}”")
    content += [said, f"Verdict: {verdict.label}. {verdict.meaning}", summary]
    return Entry(
        id=_tag(linked, addresses),
        url=addresses.absolute(addresses.page("claim", slug)),
        title=plain_text(linked.text("title")),
        summary=f"{verdict.label}. {' '.join(summary.split())}",
        content="\n\n".join(content),
        published=str(front.published.text),
        updated=modified(front),
        authors=tuple(author_names(front, publication.settings)),
        topics=tuple(_topics(publication, linked)),
        language=str(publication.settings.language),
    )


def correction_entries(
    publication: Publication, slug: str, addresses: Addresses
) -> tuple[Entry, ...]:
    """The entries of an article's corrections, and of its withdrawal; none for a draft."""
    linked = publication.article(slug)
    if linked.front.draft:
        return ()
    return tuple(_corrections(publication, linked, addresses))


def evidence_entries(
    publication: Publication, name: str, addresses: Addresses
) -> tuple[Entry, ...]:
    """The entry of an evidence file that was withdrawn; none of one that stands.

    An article that turns to other evidence for the same figure has nothing to correct, so that
    only this entry tells those who relied on the withdrawn one.
    """
    evidence = publication.evidence[name]
    if evidence.withdrawn is None:
        return ()
    day, why = str(evidence.withdrawn.date.text), plain_words(evidence.withdrawn.why)
    site = urlsplit(addresses.absolute(""))
    first = str(evidence.formerly[0]) if evidence.formerly else name
    entry = Entry(
        id=f"tag:{site.hostname},{day}:{site.path}evidence/{first}#withdrawn",
        url=addresses.absolute(addresses.page("evidence", name)),
        title=f"Withdrawn evidence: {plain_line(evidence.title)}",
        summary=why,
        content=why,
        published=day,
        updated=day,
        authors=(str(publication.settings.desk.name),),
        language=str(publication.settings.language),
    )
    return (entry,)


def _corrections(
    publication: Publication, linked: LinkedArticle, addresses: Addresses
) -> Iterator[Entry]:
    front = linked.front
    title = plain_text(linked.text("title"))
    url = addresses.absolute(addresses.page("claim", linked.slug))
    names = tuple(author_names(front, publication.settings))
    language = str(publication.settings.language)
    found: list[tuple[str, str, str, str]] = []
    for number, entry in enumerate(front.corrections):
        # The words tell two entries of a day apart, wherever later ones are added.
        key = hashlib.sha256(f"{entry.was}\0{entry.now}".encode()).hexdigest()[:8]
        heading = f"{entry.kind.capitalize()} correction: {title}"
        found.append((str(entry.date.text), key, heading, correction_words(linked, number)))
    if front.withdrawn is not None:
        why = plain_text(linked.text("withdrawn.why"))
        found.append((str(front.withdrawn.date.text), "withdrawn", f"Withdrawn: {title}", why))
    for day, key, heading, words in found:
        yield Entry(
            id=f"{_tag(linked, addresses)}#{day}-{key}",
            url=url,
            title=heading,
            summary=" ".join(words.split()),
            content=words,
            published=day,
            updated=day,
            authors=names,
            topics=tuple(_topics(publication, linked)),
            language=language,
        )


def _tag(linked: LinkedArticle, addresses: Addresses) -> str:
    front = linked.front
    site = urlsplit(addresses.absolute(""))
    slug = str(front.formerly[0]) if front.formerly else linked.slug
    day = front.published.text
    return f"tag:{site.hostname},{day}:{site.path}claims/{slug}"


def _topics(publication: Publication, linked: LinkedArticle) -> Iterator[tuple[str, str]]:
    for name in linked.front.topics:
        topic = publication.topics.get(str(name))
        if topic is not None:
            yield str(name), plain_words(topic.title)


def _unquoted(words: str) -> str:
    """Words without quotation marks around the whole of them."""
    return words.strip().strip('“”"')
