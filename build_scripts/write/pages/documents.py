"""Pages written by hand in docs/."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.write.imprint import imprint
from build_scripts.write.parts import body_parts, note_cards, source_parts
from build_scripts.write.plain import plain_line
from build_scripts.write.prose import Pen
from build_scripts.write.site import Site, Written

_ABOUT = "about"
"""The page that says who answers for the publication, in the words of its settings."""
_IDS = ("sources", "imprint")


def pages(site: Site) -> Iterator[Written]:
    """One page per file of docs/."""
    for name in site.publication.pages:
        yield _page(site, name)


def _page(site: Site, name: str) -> Written:
    """A page written by hand; raises KeyError."""
    path = site.addresses.page("page", name)
    page = site.publication.pages[name]
    pen = Pen(site.addresses, path)
    pieces = body_parts(site, pen, site.publication.bind("body", page.body), _IDS)
    title = plain_line(page.title)
    if pieces and pieces[0].level and pieces[0].text == title:
        del pieces[0]
    values = {
        "title": title,
        "pieces": pieces,
        "imprint": imprint(site.publication.settings) if name == _ABOUT else {},
        "sources": list(source_parts(site, pen.notes.sources)),
        "source_numbers": pen.notes.sources,
        "cards": note_cards(site, path, pen.notes),
    }
    matter = {
        "title": title,
        "description": plain_line(page.description) if page.description else "",
        "kind": "page",
        "source": f"docs/{name}.md",
    }
    return site.write(path, "page.md.j2", matter, values)
