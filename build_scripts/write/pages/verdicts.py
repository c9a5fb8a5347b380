"""The rating scale, with the articles at each of its steps."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.write.site import Site, Written


def pages(site: Site) -> Iterator[Written]:
    """The page of all verdicts."""
    path = site.addresses.page("list", "verdicts")
    found = [site.entry(slug) for slug in site.uses.slugs]
    steps = [
        {
            "verdict": verdict,
            "id": verdict.slug,
            "needs": " and ".join(f"a reading that {_verb(one)}" for one in verdict.needs),
            "excludes": " and ".join(f"one that {_verb(one)}" for one in verdict.excludes),
            "articles": [one for one in found if one.verdict is verdict and not one.withdrawn],
        }
        for verdict in site.publication.verdicts.values()
    ]
    matter = {
        "title": "The rating scale",
        "description": "What each verdict means, and which outcomes of readings it admits.",
        "kind": "verdicts",
        "source": "content/verdicts.yml",
    }
    yield site.write(path, "verdicts.md.j2", matter, {"verdicts": steps})


def _verb(outcome: str) -> str:
    return outcome.replace("undetermined", "is undetermined").replace("asserted", "is asserted")
