"""The claim card for other people's pages: one file per article, without scripts, for an iframe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from build_scripts.draw.colours import DARK_VERDICTS, VERDICTS
from build_scripts.write.site import Site, Written

HEIGHT = 260
"""In pixels: what a card with a claim of three lines needs on a phone."""


def embed_path(slug: str) -> str:
    """Where the card of an article lies."""
    return f"embed/{slug}.html"


def embeds(site: Site) -> Iterator[Written]:
    """The cards of all articles that are no drafts."""
    template = site.templates.get_template("embed.html.j2")
    for slug in site.uses.slugs:
        address = site.addresses.absolute(site.addresses.page("claim", slug))
        entry = site.entry(slug)
        text = template.render(
            entry=entry,
            words=site.claim_words(slug),
            address=address,
            light=_colours(VERDICTS),
            dark=_colours(DARK_VERDICTS),
        )
        # other people's pages name the card by the name that the article had then
        for name in (slug, *site.publication.articles[slug].front.formerly):
            yield Written(embed_path(str(name)), text.lstrip())


def snippet(site: Site, slug: str) -> Markup:
    """The HTML that puts the card of an article into another page; to be shown as text."""
    address = escape(site.addresses.absolute(embed_path(slug)))
    title = escape(f"{site.publication.settings.name}: {site.entry(slug).title}")
    return Markup(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>'
    ).format(address, title, HEIGHT)


def _colours(verdicts: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in verdicts.items())
