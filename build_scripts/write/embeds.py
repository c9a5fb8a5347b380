"""The claim card for other people's pages: one file per article, without scripts, for an iframe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from build_scripts.draw.canvas.colours import DARK_VERDICTS, VERDICTS
from build_scripts.write.site import Site, Written

_FRAME, _LINE, _SMALL = 140, 24, 18
"""Pixels of a card without its texts, of a line of claim or title, of a line of the foot."""
_CLAIM_SIGNS, _TITLE_SIGNS, _FOOT_SIGNS = 31, 26, 38
"""Characters that a line holds at 320 pixels in the widest of the typefaces."""


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
            shown=address.partition("//")[2],
            light=_colours(VERDICTS),
            dark=_colours(DARK_VERDICTS),
        )
        # other people's pages name the card by the name that the article had then
        for name in (slug, *site.publication.articles[slug].front.formerly):
            yield Written(embed_path(str(name)), text.lstrip())


def height(site: Site, slug: str) -> int:
    """The height in pixels at which a card is whole on a phone."""
    address = site.addresses.absolute(site.addresses.page("claim", slug))
    claim = _lines(site.claim_words(slug), _CLAIM_SIGNS)
    title = _lines(site.entry(slug).title, _TITLE_SIGNS)
    return _FRAME + _LINE * (claim + title) + _SMALL * _lines(address, _FOOT_SIGNS)


def _lines(text: str, signs: int) -> int:
    return -(-len(text) // signs)


def snippet(site: Site, slug: str) -> Markup:
    """The HTML that puts the card of an article into another page; to be shown as text."""
    address = escape(site.addresses.absolute(embed_path(slug)))
    title = escape(f"{site.publication.settings.name}: {site.entry(slug).title}")
    return Markup(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>'
    ).format(address, title, height(site, slug))


def _colours(verdicts: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in verdicts.items())
