"""The first page: what this is, the newest checks, the split of verdicts, the corrections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from build_scripts.model.typography import smart
from build_scripts.write.exports.sources import shown_charts
from build_scripts.write.pages.log import all_corrections
from build_scripts.write.plain import plain_line
from build_scripts.write.prose import Pen
from build_scripts.write.site import Site, Written, svg

_NEWEST = 8
_TALLEST = 400.0


def pages(site: Site) -> Iterator[Written]:
    """The home page."""
    newest = [site.entry(slug) for slug in site.uses.slugs[: _NEWEST + 1]]
    # What was withdrawn stays in the list, with a word that says so, and leads no page.
    lead = next((entry for entry in newest if not entry.withdrawn), None)
    values = {
        "lead": lead,
        "lead_words": site.claim_words(lead.slug) if lead else "",
        "lead_venue": _venue(site, lead.slug) if lead else "",
        "lead_chart": _picture(site, lead.slug) if lead else None,
        "others": [entry for entry in newest if entry is not lead],
        "counts": verdict_counts(site),
        "corrections": all_corrections(site, Pen(site.addresses, "index.html"))[:3],
        "tally": _tally(site),
        "pages": list(site.publication.pages),
    }
    matter = {
        "title": str(site.publication.settings.name),
        "canonical": site.addresses.absolute(""),
        "description": str(site.publication.settings.tagline),
        "kind": "home",
    }
    yield site.write("index.html", "home.md.j2", matter, values)


def verdict_counts(site: Site) -> list[dict[str, Any]]:
    """How many articles have which verdict, in the order of the scale."""
    found = [site.entry(slug) for slug in site.uses.slugs]
    return [
        {
            "verdict": verdict,
            "count": sum(entry.verdict is verdict and not entry.withdrawn for entry in found),
        }
        for verdict in site.publication.verdicts.values()
    ]


def _venue(site: Site, slug: str) -> str:
    return smart(plain_line(site.publication.articles[slug].front.claim.venue))


def _picture(site: Site, slug: str) -> dict[str, Any] | None:
    """The first chart of an article that is not too tall to stand beside its summary."""
    shown = shown_charts(site.publication.article(slug))
    found = [
        key for key in shown if key in site.charts and site.charts[key].narrow_height <= _TALLEST
    ]
    if not found:
        return None
    file = site.charts[found[0]]
    return {
        "anchor": f"chart-{found[0]}",
        "title": smart(file.drawing.title),
        "subtitle": smart(file.drawing.subtitle),
        "source": file.drawing.source,
        "drawing": svg(file.narrow),
    }


def _tally(site: Site) -> list[dict[str, Any]]:
    publication = site.publication
    documents = [one for one in publication.evidence.values() if one.kind != "calculation"]
    primary = sum(one.tier == "primary" for one in documents)
    facts = [fact for one in publication.evidence.values() for fact in one.facts.values()]
    computed = sum(fact.formula is not None for fact in facts)
    claims, evidence = (site.addresses.page("list", name) for name in ("claims", "evidence"))
    return [
        {"name": "claims checked", "count": len(site.uses.slugs), "href": claims},
        {"name": "source documents", "count": len(documents), "href": evidence},
        {"name": "of them primary", "count": primary, "href": ""},
        {"name": "recorded facts", "count": len(facts), "href": ""},
        {"name": "of them computed by us", "count": computed, "href": ""},
    ]
