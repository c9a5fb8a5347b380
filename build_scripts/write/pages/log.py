"""The log of all corrections and withdrawals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_scripts.model.records import Withdrawal
from build_scripts.model.typography import smart
from build_scripts.write.pages.claim import corrections_of
from build_scripts.write.parts import note_cards
from build_scripts.write.plain import plain_line, plain_words
from build_scripts.write.prose import Pen
from build_scripts.write.site import Site, Written


def pages(site: Site) -> Iterator[Written]:
    """The log."""
    path = site.addresses.page("log", "corrections")
    matter = {
        "title": "Log of corrections",
        "description": "Withdrawals, and every change of a published verdict, figure or quote.",
        "kind": "log",
    }
    pen = Pen(site.addresses, path, numbered=False)
    values = {"entries": all_corrections(site, pen), "cards": note_cards(site, path, pen.notes)}
    yield site.write(path, "corrections.md.j2", matter, values)


def all_corrections(site: Site, pen: Pen) -> list[dict[str, Any]]:
    """Every correction and withdrawal, newest first, in words that are written by `pen`.

    Each names what it is of: `page` and `slug` are its page, `anchor` the place there.
    """
    found = [
        {**one, **_article(site, slug)}
        for slug in site.uses.slugs
        if site.publication.articles[slug].front.corrections
        for one in corrections_of(pen, site.publication.article(slug))
    ]
    found += [
        {
            **_withdrawal(withdrawn),
            **_article(site, slug),
            "why": pen.blocks(site.publication.article(slug).text("withdrawn.why")),
        }
        for slug in site.uses.slugs
        if (withdrawn := site.publication.articles[slug].front.withdrawn) is not None
    ]
    found += [
        {
            **_withdrawal(evidence.withdrawn),
            "page": "evidence",
            "slug": name,
            "anchor": "",
            "title": smart(plain_line(evidence.title)),
            "why": smart(plain_words(evidence.withdrawn.why)),
        }
        for name, evidence in site.publication.evidence.items()
        if evidence.withdrawn is not None
    ]
    return sorted(found, key=lambda one: str(one["iso"]), reverse=True)


def _article(site: Site, slug: str) -> dict[str, str]:
    title = site.entry(slug).title
    return {"page": "claim", "slug": slug, "anchor": "corrections", "title": title}


def _withdrawal(withdrawn: Withdrawal) -> dict[str, str]:
    period = withdrawn.date.period
    return {"kind": "withdrawn", "date": str(period), "iso": period.start.iso()}
