"""Feeds of articles and of corrections and withdrawals: Atom (RFC 4287) and JSON Feed 1.1.

Both forms carry the same entries as plain text. Ids are tag URIs (RFC 4151) of the site, the day of
first publication and the article's first slug: they outlive a new title and a new slug.
https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from build_scripts.link.articles import LinkedArticle
from build_scripts.link.publication import Publication
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.claim_review import correction_words, has_review
from build_scripts.write.exports.common import (
    CORRECTIONS_ATOM,
    CORRECTIONS_JSON,
    FEED_ATOM,
    FEED_JSON,
    Json,
    author_names,
    json_bytes,
    modified,
    without_blanks,
)
from build_scripts.write.plain import plain_line, plain_text, plain_words

NEWEST = 100
"""How many entries a feed carries: readers fetch it again and again."""
_CORRECTIONS = "Every change of a published verdict, figure or quote, and every withdrawal"
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets)."""


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
    said = f"{name}, {claim.date.period.start}, {claim.venue}"
    verdict = publication.verdicts[str(front.verdict)]
    summary = plain_text(linked.text("summary"))
    content = [f"Claim: “{_unquoted(str(claim.text))}”"]
    if claim.translation is not None:
        content.append(f"In English: “{_unquoted(str(claim.translation))}”")
    content += [said, f"Verdict: {verdict.label}. {verdict.meaning}", summary]
    return Entry(
        _tag(linked, addresses),
        addresses.absolute(addresses.page("claim", slug)),
        plain_text(linked.text("title")),
        f"{verdict.label}. {' '.join(summary.split())}",
        "\n\n".join(content),
        str(front.published.text),
        modified(front),
        tuple(author_names(front, publication.settings)),
        tuple(_topics(publication, linked)),
        str(publication.settings.language),
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
        f"tag:{site.hostname},{day}:{site.path}evidence/{first}#withdrawn",
        addresses.absolute(addresses.page("evidence", name)),
        f"Withdrawn evidence: {plain_line(evidence.title)}",
        why,
        why,
        day,
        day,
        (str(publication.settings.desk.name),),
        language=str(publication.settings.language),
    )
    return (entry,)


def atom(
    publication: Publication,
    entries: Iterable[Entry],
    addresses: Addresses,
    today: date,
    *,
    corrections: bool = False,
) -> bytes:
    """The newest of these entries as an Atom feed; `today` dates a feed without any."""
    title, what, path, page, _ = _frame(publication, addresses, corrections)
    entries = newest(entries)
    language = str(publication.settings.language)
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    here = addresses.absolute(path)
    _add(feed, "id", here)
    _add(feed, "title", title)
    _add(feed, "subtitle", what)
    _add(feed, "updated", _moment(max((e.updated for e in entries), default=today.isoformat())))
    _add(feed, "link", rel="self", type="application/atom+xml", href=here)
    _add(feed, "link", rel="alternate", type="text/html", href=page)
    author = ET.SubElement(feed, "author")
    _add(author, "name", str(publication.settings.desk.name))
    _add(author, "uri", addresses.absolute(""))
    _add(feed, "rights", plain_words(publication.settings.licence_content))
    for entry in entries:
        _add_entry(feed, entry)
    ET.indent(feed, " ")
    text: str = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def json_feed(
    publication: Publication,
    entries: Iterable[Entry],
    addresses: Addresses,
    *,
    corrections: bool = False,
) -> bytes:
    """The newest of these entries as a JSON Feed."""
    title, what, _, page, path = _frame(publication, addresses, corrections)
    settings = publication.settings
    return json_bytes(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "home_page_url": page,
            "feed_url": addresses.absolute(path),
            "description": what,
            "language": str(settings.language),
            "authors": [{"name": str(settings.desk.name), "url": addresses.absolute("")}],
            "items": [_item(entry) for entry in newest(entries)],
        }
    )


def newest(entries: Iterable[Entry]) -> list[Entry]:
    """The entries a feed carries, the newest first."""
    ordered = sorted(entries, key=lambda entry: entry.id)
    ordered.sort(key=lambda entry: (entry.published, entry.updated), reverse=True)
    return ordered[:NEWEST]


def _frame(
    publication: Publication, addresses: Addresses, corrections: bool
) -> tuple[str, str, str, str, str]:
    """A feed's title, what it holds, its Atom path, the address of its page, its JSON path."""
    name = str(publication.settings.name)
    if corrections:
        log = addresses.absolute(addresses.page("log", "corrections"))
        return f"{name}: corrections", _CORRECTIONS, CORRECTIONS_ATOM, log, CORRECTIONS_JSON
    what = plain_words(publication.settings.tagline)
    return name, what, FEED_ATOM, addresses.absolute(""), FEED_JSON


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
            f"{_tag(linked, addresses)}#{day}-{key}",
            url,
            heading,
            " ".join(words.split()),
            words,
            day,
            day,
            names,
            tuple(_topics(publication, linked)),
            language,
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


def _item(entry: Entry) -> Json:
    return without_blanks(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            "content_text": entry.content,
            "date_published": _moment(entry.published),
            "date_modified": _moment(entry.updated),
            "authors": [{"name": name} for name in entry.authors],
            "tags": [title for _, title in entry.topics],
            "language": entry.language,
        }
    )


def _add_entry(feed: ET.Element, entry: Entry) -> None:
    element = ET.SubElement(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "link", rel="alternate", type="text/html", href=entry.url)
    _add(element, "published", _moment(entry.published))
    _add(element, "updated", _moment(entry.updated))
    for name in entry.authors:
        _add(ET.SubElement(element, "author"), "name", name)
    for term, label in entry.topics:
        _add(element, "category", term=term, label=label)
    _add(element, "summary", entry.summary, type="text")
    _add(element, "content", entry.content, type="text")


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> None:
    safe = {key: _NOT_XML.sub("", value) for key, value in attributes.items()}
    element = ET.SubElement(parent, name, safe)
    if text is not None:
        element.text = _NOT_XML.sub("", text)


def _moment(day: str) -> str:
    """A day as RFC 3339 wants it: with a time and a zone."""
    return f"{day}T00:00:00Z"
