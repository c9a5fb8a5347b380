"""Where everything lies on the site: the only place that knows paths.

Paths are relative to the site's root, without a leading slash; `../` appears only in `relative`.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote_to_bytes

_FOLDERS = {
    "claim": "claims",
    "evidence": "evidence",
    "speaker": "speakers",
    "topic": "topics",
    "rule": "rules",
}
_OURS = re.compile(
    "(?:index|corrections-log|data|rules|verdicts|(?:claims|evidence|speakers|topics)(?:-[0-9]+)?)"
    "(?:-page)*"
)
"""Names at the root that our own pages have, and those that pages written by hand get instead."""
_ENCODED = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")
CHARTS = "assets/charts"
SHARE = "assets/share"


def readable(address: str) -> str:
    """An address as it is read: letters of other scripts as such, and not as bytes (RFC 3987).

    Whatever else is encoded stays so: it would end the address, or turn the direction of its text.
    """
    return _ENCODED.sub(_letters, address)


def _letters(encoded: re.Match[str]) -> str:
    try:
        text = unquote_to_bytes(encoded[0]).decode("utf-8")
    except UnicodeDecodeError:
        return encoded[0]
    return text if text.isalnum() else encoded[0]


class Addresses:
    """The addresses of one site; `site_url` ends in a slash."""

    def __init__(self, site_url: str) -> None:
        self.site_url = site_url.rstrip("/") + "/"

    def page(self, kind: str, id: str) -> str:
        """The path of a page: of a record by its kind, a list, a page written by hand.

        Kinds are claim, evidence, speaker, topic, rule; list (claims, evidence, …); log
        (corrections); page (about, method, …). Anything else is a KeyError.
        """
        if kind in _FOLDERS:
            return f"{_FOLDERS[kind]}/{id}.html"
        if kind == "list":
            return f"{id}.html"
        if kind == "log":
            return f"{id}-log.html"
        if kind == "page":
            # A page written by hand takes the place of no other, and loses its own to none.
            return f"{id}-page.html" if _OURS.fullmatch(id) else f"{id}.html"
        raise KeyError(kind)

    def list_page(self, id: str, number: int) -> str:
        """The path of the n-th page of a list, from 1."""
        return self.page("list", id) if number == 1 else f"{id}-{number}.html"

    def fact(self, evidence: str, anchor: str) -> str:
        """The path of a fact: its anchor on the page of its evidence."""
        return f"{self.page('evidence', evidence)}#{anchor}"

    def chart(self, id: str, ending: str) -> str:
        """The path of a chart's download."""
        return f"{CHARTS}/{id}.{ending}"

    def share(self, id: str) -> str:
        """The path of a share card."""
        return f"{SHARE}/{id}.png"

    def absolute(self, path: str) -> str:
        """The full address of a path; "" is the site itself."""
        return self.site_url + ("" if path == "index.html" else path)


def relative(start: str, target: str) -> str:
    """The address of the path `target` as a page at the path `start` writes it."""
    path, hash_, fragment = target.partition("#")
    if path == start and hash_:
        return f"#{fragment}"
    return posixpath.relpath(path, posixpath.dirname(start) or ".") + hash_ + fragment


def source_of(path: str) -> str:
    """The Markdown file that becomes a page."""
    return path.removesuffix(".html") + ".md"


def page_of(source: str) -> str:
    """The page that a Markdown file becomes."""
    return source.removesuffix(".md") + ".html"
