"""What stands for a page where its link is shared: a picture, and the words in its place."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.draw.cards.record import ShareCard
from build_scripts.link.publication import Publication
from build_scripts.model.typography import smart
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.common import public_slugs
from build_scripts.write.plain import plain_text

PLAIN = "countercheck"
"""The picture of every page that has none of its own. No article has this name: theirs begin with
`claim-`."""
_WITHDRAWN = ("withdrawn", "Withdrawn")


def share_cards(publication: Publication, site_url: str) -> list[ShareCard]:
    """The card of the publication itself, and one for each article that is no draft."""
    addresses = Addresses(site_url)
    return [_plain(publication, addresses), *_of_articles(publication, addresses)]


def article_card(slug: str) -> str:
    """The id of an article's card."""
    return f"claim-{slug}"


def card_words(card: ShareCard) -> str:
    """What a card says, for those who do not see it."""
    if not card.claim:
        return f"{card.name}: {card.tagline}"
    ((_, label),) = card.verdicts
    return f"{card.said}: {card.claim} The verdict of {card.name}: {label}."


def _plain(publication: Publication, addresses: Addresses) -> ShareCard:
    settings = publication.settings
    scale = tuple((one.slug, str(one.label)) for one in publication.verdicts.values())
    return ShareCard(
        id=PLAIN,
        name=str(settings.name),
        address=_shown(addresses.absolute("")),
        verdicts=scale,
        tagline=str(settings.tagline),
    )


def _of_articles(publication: Publication, addresses: Addresses) -> Iterator[ShareCard]:
    for slug in public_slugs(publication):
        linked = publication.article(slug)
        front = linked.front
        speaker = publication.speakers[str(front.claim.speaker)]
        verdict = publication.verdicts[str(front.verdict)]
        yield ShareCard(
            id=article_card(slug),
            name=str(publication.settings.name),
            address=_shown(addresses.absolute(addresses.page("claim", slug))),
            verdicts=(_WITHDRAWN if front.withdrawn else (verdict.slug, str(verdict.label)),),
            claim=smart(plain_text(linked.text("paraphrase"))),
            said=f"{speaker.name}, {front.claim.date.period.start}",
        )


def _shown(address: str) -> str:
    return address.partition("//")[2].rstrip("/")
