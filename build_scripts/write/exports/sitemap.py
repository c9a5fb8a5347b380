"""sitemap.xml (https://www.sitemaps.org/protocol.html) and robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.common import ROBOTS, SITEMAP

LIMIT = 50_000
"""How many addresses one sitemap may hold."""
_UNLISTED = frozenset({"404.html"})
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class Entry(NamedTuple):
    """A page: its path from the site's root, and the day of its last change where it is known."""

    path: str
    changed: str = ""


def dated(pages: Iterable[Entry], changes: Mapping[str, str]) -> Iterator[Entry]:
    """Pages with the days of their last change, by path, where they bear none themselves.

    Error pages are left out.
    """
    for entry in pages:
        if entry.path not in _UNLISTED:
            yield Entry(entry.path, entry.changed or changes.get(entry.path, ""))


def sitemaps(
    pages: Iterable[Entry], addresses: Addresses, limit: int = LIMIT
) -> Mapping[str, bytes]:
    """sitemap.xml with these pages, each once; beyond `limit` an index of numbered parts."""
    entries = sorted({addresses.absolute(entry.path): entry for entry in pages}.values())
    if len(entries) <= limit:
        return {SITEMAP: _document("urlset", "url", entries, addresses)}
    files: dict[str, bytes] = {}
    parts: list[Entry] = []
    for number, start in enumerate(range(0, len(entries), limit), 1):
        some = entries[start : start + limit]
        path = f"sitemap-{number}.xml"
        files[path] = _document("urlset", "url", some, addresses)
        parts.append(Entry(path, max(entry.changed for entry in some)))
    return {SITEMAP: _document("sitemapindex", "sitemap", parts, addresses), **files}


def robots(addresses: Addresses) -> Mapping[str, bytes]:
    """robots.txt: everything may be read; where the sitemap lies."""
    text = f"User-agent: *\nAllow: /\n\nSitemap: {addresses.absolute(SITEMAP)}\n"
    return {ROBOTS: text.encode()}


def _document(root: str, item: str, entries: Iterable[Entry], addresses: Addresses) -> bytes:
    top = ET.Element(root, {"xmlns": _NAMESPACE})
    for entry in entries:
        element = ET.SubElement(top, item)
        ET.SubElement(element, "loc").text = addresses.absolute(entry.path)
        if entry.changed:
            ET.SubElement(element, "lastmod").text = entry.changed
    ET.indent(top, " ")
    text: str = ET.tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()
