"""Reads the built site as a browser would, and says what is broken.

One pass over every page with the standard library's parser; then links are held against what was
found. The cost is linear in the bytes of the site.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from build_scripts.problems import Place, Problem

_LOADS = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
}
_LOADING_RELATIONS = frozenset(
    "stylesheet icon preload modulepreload prefetch preconnect dns-prefetch manifest".split()
)
_ALLOWED = ("http", "https", "mailto")
_KEPT = 4_000


@dataclass(frozen=True, slots=True)
class _Address:
    """An address in a page, where it stands, and whether a browser loads it by itself."""

    target: str
    line: int
    column: int
    loaded: bool


@dataclass
class _Page:
    ids: set[str] = field(default_factory=set)
    addresses: list[_Address] = field(default_factory=list)
    faults: list[tuple[str, str, str, int, int]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects ids, addresses and faults of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = _Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        values = {name: value or "" for name, value in attrs}
        self._identity(values, line, column)
        for name in _LOADS.get(tag, ()):
            for target in _targets(name, values.get(name, "")):
                self.page.addresses.append(_Address(target, line, column, True))
        if tag == "link":
            loaded = bool(_LOADING_RELATIONS & set(values.get("rel", "").lower().split()))
            if loaded:
                self.page.addresses.append(_Address(values.get("href", ""), line, column, True))
        elif tag in ("a", "area") and "href" in values:
            self.page.addresses.append(_Address(values["href"], line, column, False))
        if tag == "img" and "alt" not in values:
            shown = values.get("src", "")
            self._fault("missing-alt", f"image {shown!r} has no alt text", "state what it shows")
        if "style" in values:
            self._fault(
                "inline-style", f"element <{tag}> has a style of its own", "the policy refuses it"
            )
        if any(name.startswith("on") for name in values):
            self._fault("inline-handler", f"element <{tag}> has a script of its own", "remove it")

    def _identity(self, values: dict[str, str], line: int, column: int) -> None:
        identifier = values.get("id")
        if identifier is None:
            return
        if identifier in self.page.ids:
            message = f"id {identifier!r} occurs twice in the page"
            self._fault("duplicate-id", message, "links would lead to the first one only")
        self.page.ids.add(identifier)

    def _fault(self, rule: str, message: str, advice: str) -> None:
        line, column = self.getpos()
        self.page.faults.append((rule, message, advice, line, column + 1))


def _targets(name: str, value: str) -> Iterator[str]:
    if name == "srcset":
        yield from (part.split()[0] for part in value.split(",") if part.strip())
    elif value:
        yield value


_known: dict[str, _Page] = {}


def inspect_site(site: Path, shown_as: str, site_url: str = "") -> list[Problem]:
    """Every fault of the built pages under `site`, sorted by place.

    Places are named `build/<shown_as>/…`. `site_url` tells which absolute paths are our own.
    """
    pages = {
        path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))
    }
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    base = urlsplit(site_url).path.rstrip("/") + "/"
    problems: list[Problem] = []
    for name, page in pages.items():
        shown = f"build/{shown_as}/{name}"
        for rule, message, advice, line, column in page.faults:
            problems.append(Problem(Place(shown, line, column), rule, message, advice))
        for address in page.addresses:
            fault = _judge(address, name, pages, files, base)
            if fault:
                place = Place(shown, address.line, address.column + 1)
                problems.append(Problem(place, *fault))
    return sorted(set(problems))


def _read(path: Path) -> _Page:
    """What stands in a page; a preview asks again for the same bytes."""
    content = path.read_bytes()
    key = hashlib.sha256(content).hexdigest()
    if key not in _known:
        if len(_known) >= _KEPT:
            _known.clear()
        reader = _Reader()
        reader.feed(content.decode())
        reader.close()
        _known[key] = reader.page
    return _known[key]


def _judge(
    address: _Address, name: str, pages: dict[str, _Page], files: set[str], base: str
) -> tuple[str, str, str] | None:
    """The rule, message and help of a bad address; None for a good one."""
    target = address.target
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        if address.loaded and parts.scheme != "data":
            message = f"{target!r} is loaded from outside this site"
            return "foreign-address", message, "keep a copy among our own files"
        if not address.loaded and parts.scheme not in _ALLOWED:
            message = f"link {target!r} is no web address"
            return "foreign-address", message, "only https, http and mailto leave this site"
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        if not path.startswith(base):
            return (
                "dead-link",
                f"{target!r} leads out of this site",
                "write it relative to the page",
            )
        path = path[len(base) :] or "index.html"
    elif path:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    else:
        path = name
    if path not in files:
        return "dead-link", f"{target!r} leads nowhere", f"there is no file {path} in the site"
    anchor = unquote(parts.fragment)
    if anchor and path in pages and anchor not in pages[path].ids and not anchor.startswith(":~:"):
        return "dead-anchor", f"{target!r} leads to no place in {path}", "no element has this id"
    return None
