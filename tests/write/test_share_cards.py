"""What a page says of itself where its link is shared."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from build_scripts.write.exports.common import public_slugs
from build_scripts.write.share_cards import card_words, share_cards
from build_scripts.write.tree import write_pages
from tests.write.exports.sample import SITE, small

TODAY = date(2026, 11, 23)


def test_every_article_that_is_no_draft_has_a_card(tmp_path: Path) -> None:
    publication = small(tmp_path)
    cards = share_cards(publication, SITE)
    assert [card.id for card in cards] == [
        "countercheck",
        *(f"claim-{slug}" for slug in public_slugs(publication)),
    ]
    assert "claim-draft" not in [card.id for card in cards]


def test_a_card_says_who_said_what_and_what_came_of_it(tmp_path: Path) -> None:
    cards = {card.id: card for card in share_cards(small(tmp_path), SITE)}
    card = cards["claim-towns"]
    assert card.claim == "The two towns have 3,000 people."
    assert card.verdicts == (("false", "False"),)
    assert card.address == "facts.example/base/claims/towns.html"
    assert card_words(card).endswith(
        ": The two towns have 3,000 people. The verdict of Town Facts: False."
    )
    assert cards["countercheck"].address == "facts.example/base"


def test_a_withdrawn_check_shows_no_verdict(tmp_path: Path) -> None:
    cards = {card.id: card for card in share_cards(small(tmp_path), SITE)}
    assert cards["claim-gone"].verdicts == (("withdrawn", "Withdrawn"),)


@pytest.mark.parametrize(
    ("page", "card"),
    [("claims/towns", "claim-towns"), ("index", "countercheck"), ("topics/towns", "countercheck")],
)
def test_pages_name_their_card_by_its_full_address(tmp_path: Path, page: str, card: str) -> None:
    pages = tmp_path / "pages"
    write_pages(small(tmp_path / "small"), pages, {}, SITE, TODAY)
    text = (pages / f"{page}.md").read_text("utf-8")
    assert f'image: "{SITE}assets/share/{card}.png"' in text
    assert re.search(r'^image_alt: ".+"$', text, re.MULTILINE)


def test_cards_stay_when_pages_are_written_and_those_of_nobody_go(tmp_path: Path) -> None:
    publication = small(tmp_path / "small")
    folder = tmp_path / "pages/assets/share"
    folder.mkdir(parents=True)
    for name in ("claim-towns", "claim-deleted"):
        (folder / f"{name}.png").write_bytes(b"")
    write_pages(publication, tmp_path / "pages", {}, SITE, TODAY)
    assert [path.name for path in folder.iterdir()] == ["claim-towns.png"]
