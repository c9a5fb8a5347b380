"""The log of all corrections and withdrawals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_scripts.write.pages.claim import corrections_of
from build_scripts.write.prose import Pen
from build_scripts.write.site import Site, Written


def pages(site: Site) -> Iterator[Written]:
    """The log."""
    path = site.addresses.page("log", "corrections")
    matter = {
        "title": "Log of corrections",
        "description": "Every change of a published verdict, figure or quote.",
        "kind": "log",
    }
    yield site.write(path, "corrections.md.j2", matter, {"entries": all_corrections(site)})


def all_corrections(site: Site) -> list[dict[str, Any]]:
    """Every correction and withdrawal with its article, newest first, for the log's own page."""
    pen = Pen(site.addresses, site.addresses.page("log", "corrections"), numbered=False)
    found = [
        {**one, "slug": slug, "title": site.entry(slug).title}
        for slug in site.uses.slugs
        if site.publication.articles[slug].front.corrections
        for one in corrections_of(pen, site.publication.article(slug))
    ]
    found += [
        {
            "kind": "withdrawn",
            "date": str(withdrawn.date.period),
            "iso": withdrawn.date.period.start.iso(),
            "why": pen.blocks(site.publication.article(slug).text("withdrawn.why")),
            "slug": slug,
            "title": site.entry(slug).title,
        }
        for slug in site.uses.slugs
        if (withdrawn := site.publication.articles[slug].front.withdrawn) is not None
    ]
    return sorted(found, key=lambda one: str(one["iso"]), reverse=True)
