"""Pages at former addresses: each leads to the page that the record has now.

They are no pages of their own: no list, sitemap or search knows them.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.write.addresses import relative
from build_scripts.write.plain import plain_line
from build_scripts.write.site import Site, Written


def pages(site: Site) -> Iterator[Written]:
    """One page per former name of a published article, and of evidence."""
    for slug in site.uses.slugs:
        for former in site.publication.articles[slug].front.formerly:
            yield _page(site, "claim", str(former), slug, site.entry(slug).title)
    for key, evidence in site.publication.evidence.items():
        for former in evidence.formerly:
            yield _page(site, "evidence", str(former), key, plain_line(evidence.title))


def _page(site: Site, kind: str, former: str, present: str, title: str) -> Written:
    path, target = (site.addresses.page(kind, name) for name in (former, present))
    matter = {
        "title": title,
        "description": "This page has another address now.",
        "kind": "moved",
        "moved": relative(path, target),
        "canonical": site.addresses.absolute(target),
        "noindex": True,
    }
    return site.write(path, "moved.md.j2", matter, {"title": title, "target": target})
