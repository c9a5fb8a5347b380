"""Share cards: of one size, legible, complete, and drawn once for what they say."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from build_scripts.draw.canvas.colours import VERDICTS
from build_scripts.draw.canvas.render import png_of
from build_scripts.draw.cards.batch import draw_cards
from build_scripts.draw.cards.card import PALETTE, sheet
from build_scripts.draw.cards.record import HEIGHT, WIDTH, ShareCard

CARD = ShareCard(
    id="claim-towns",
    name="Countercheck",
    address="facts.example/claims/towns.html",
    verdicts=(("false", "False"),),
    claim="The two towns have 3,000 people.",
    said="Li Lee, 1 May 2024",
)
PLAIN = ShareCard(
    id="countercheck",
    name="Countercheck",
    address="facts.example",
    verdicts=tuple((name, name.capitalize()) for name in VERDICTS),
    tagline="Fact-checks that a reader can check",
)
CHINESE = replace(CARD, claim="两个城镇有三千人" * 30)
WORDY = replace(
    CARD,
    name="The Independent Fact-Checking Desk of the University of Somewhere",
    said="The Permanent Mission of the Two Towns to the Assembly of Neighbours, 1 September 2024",
    verdicts=(("false", "Not supported by any evidence we found"),),
)
WORDY_PLAIN = replace(
    PLAIN,
    name=WORDY.name,
    tagline="What this publication does for its readers, and how they can check what it says",
    verdicts=tuple((name, f"It is {name} as it was said") for name in VERDICTS),
)
LONG = replace(CARD, claim="Nobody ever counted the people of both of these towns properly. " * 9)


def words(card: ShareCard) -> list[str]:
    return [line.text for line in sheet(card).words]


@pytest.mark.parametrize("card", [CARD, LONG, PLAIN], ids=["claim", "long claim", "plain"])
def test_a_card_has_the_size_that_is_asked_for_and_is_light(card: ShareCard) -> None:
    content = png_of(sheet(card), PALETTE, scale=1)
    with Image.open(BytesIO(content)) as picture:
        assert picture.size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(content) <= 60_000


@pytest.mark.parametrize(
    "card",
    [CARD, LONG, PLAIN, CHINESE, WORDY, WORDY_PLAIN],
    ids=["claim", "long claim", "plain", "Chinese", "wordy", "wordy and plain"],
)
def test_nothing_on_a_card_is_cut_off_or_overlaps(card: ShareCard) -> None:
    boxes = [line.box for line in sheet(card).words]
    for left, top, right, bottom in boxes:
        assert left >= 60
        assert right <= WIDTH - 60
        assert top >= 40
        assert bottom <= HEIGHT - 20
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1], (one, other)


def test_a_card_is_complete_in_itself() -> None:
    said = words(CARD)
    for text in (CARD.name, CARD.address, CARD.said, "False"):
        assert text in said
    assert CARD.claim in " ".join(said)


def test_a_long_claim_ends_after_a_word_with_an_ellipsis() -> None:
    claim = [line.text for line in sheet(LONG).words if line.serif and not line.bold]
    assert LONG.claim.startswith(" ".join(claim).removesuffix("…") + " ")
    assert claim[-1].endswith("…")
    assert words(LONG)[-1] == "False"


def test_a_long_claim_without_spaces_ends_after_a_letter_with_an_ellipsis() -> None:
    claim = "".join(line.text for line in sheet(CHINESE).words if line.serif and not line.bold)
    assert CHINESE.claim.startswith(claim.removesuffix("…"))
    assert len(claim) > 60
    assert claim.endswith("…")


def test_a_long_line_is_set_smaller_and_whole() -> None:
    for text in (WORDY.said, WORDY.name, WORDY.verdicts[0][1]):
        assert text in words(WORDY)
    for text in (WORDY_PLAIN.tagline, *(label for _, label in WORDY_PLAIN.verdicts)):
        assert text in words(WORDY_PLAIN)


def test_a_short_claim_is_set_larger_than_a_long_one() -> None:
    def largest(card: ShareCard) -> float:
        return max(line.size for line in sheet(card).words if line.serif and not line.bold)

    assert largest(CARD) > 1.3 * largest(LONG)


def test_an_address_without_room_gives_way_to_that_of_the_site() -> None:
    card = replace(CARD, address="facts.example/claims/" + "long-" * 20 + ".html")
    assert "facts.example" in words(card)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_the_band_has_the_colour_of_the_verdict(verdict: str) -> None:
    card = replace(CARD, verdicts=((verdict, "Word"),))
    content = png_of(sheet(card), PALETTE, scale=1)
    with Image.open(BytesIO(content)) as picture:
        corner = picture.convert("RGB").getpixel((WIDTH - 1, HEIGHT - 1))
    assert corner == tuple(bytes.fromhex(VERDICTS[verdict][1:]))


def test_verdicts_differ_in_shape_and_not_only_in_colour() -> None:
    shapes = {
        verdict: repr(
            [
                (shape.verbs, shape.points)
                for shape in sheet(replace(CARD, verdicts=((verdict, "Word"),))).shapes
                if not hasattr(shape, "text")
            ]
        )
        for verdict in VERDICTS
    }
    assert len(set(shapes.values())) == len(VERDICTS)


def test_a_verdict_of_another_scale_has_a_card_too() -> None:
    assert "Blue" in words(replace(CARD, verdicts=(("blue", "Blue"),)))


def test_what_says_the_same_is_not_drawn_again(tmp_path: Path) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    assert draw_cards([PLAIN, CARD], out, cache) == ["countercheck", "claim-towns"]
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    assert sorted(before) == ["claim-towns.png", "countercheck.png"]
    assert draw_cards([PLAIN, CARD], out, cache) == []
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == before


def test_another_verdict_is_drawn_anew(tmp_path: Path) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    draw_cards([PLAIN, CARD], out, cache)
    before = (out / "claim-towns.png").read_bytes()
    changed = replace(CARD, verdicts=(("misleading", "Misleading"),))
    assert draw_cards([PLAIN, changed], out, cache) == ["claim-towns"]
    assert (out / "claim-towns.png").read_bytes() != before


def test_a_card_that_was_spoilt_is_put_back_without_drawing(tmp_path: Path) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    draw_cards([CARD], out, cache)
    good = (out / "claim-towns.png").read_bytes()
    (out / "claim-towns.png").write_bytes(b"spoilt")
    assert draw_cards([CARD], out, cache) == []
    assert (out / "claim-towns.png").read_bytes() == good


def test_the_same_card_has_the_same_bytes_everywhere(tmp_path: Path) -> None:
    cards = [replace(CARD, id=f"claim-{number}", claim=f"{number} towns") for number in range(6)]
    draw_cards(cards, tmp_path / "a", tmp_path / "cache-a", jobs=1)
    draw_cards(cards, tmp_path / "b", tmp_path / "cache-b", jobs=2)
    for card in cards:
        name = f"{card.id}.png"
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_two_cards_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the same id"):
        draw_cards([CARD, CARD], tmp_path / "out", tmp_path / "cache")
