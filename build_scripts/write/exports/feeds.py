"""Feeds of articles and of corrections and withdrawals: Atom (RFC 4287) and JSON Feed 1.1.

Both forms carry the same entries, those of `feed_entries`. https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from xml.etree import ElementTree as ET

from build_scripts.link.publication import Publication
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.common import (
    CORRECTIONS_ATOM,
    CORRECTIONS_JSON,
    FEED_ATOM,
    FEED_JSON,
    Json,
    json_bytes,
    without_blanks,
)
from build_scripts.write.exports.feed_entries import Entry
from build_scripts.write.plain import plain_words

NEWEST = 100
"""How many entries a feed carries: readers fetch it again and again."""
_CORRECTIONS = "Every change of a published verdict, figure or quote, and every withdrawal"
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets)."""


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
