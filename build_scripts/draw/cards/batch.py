"""Many share cards at once, each drawn once for what it says, and kept in the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from build_scripts.draw.batch import deliver, shelf_of, side_by_side
from build_scripts.draw.cards.record import ShareCard

_ENDING = "png"


def draw_cards(
    cards: Sequence[ShareCard], out_dir: Path, cache_dir: Path, jobs: int = 2
) -> list[str]:
    """Put `<id>.png` of every card into `out_dir`; return the ids of those that had to be drawn.

    A card is drawn when the cache holds none that says the same. Files that are as they should be
    are not written again. Ids must differ; ValueError otherwise.
    """
    if len({card.id for card in cards}) < len(cards):
        raise ValueError("two share cards have the same id")
    shelf = shelf_of(cache_dir, "share")
    places = [(card, shelf / f"{_digest(card)}.{_ENDING}") for card in cards]
    missing = [(card, path) for card, path in places if not path.exists()]
    if missing:
        shelf.mkdir(parents=True, exist_ok=True)
        side_by_side(_draw_one, missing, cache_dir, jobs)
    out_dir.mkdir(parents=True, exist_ok=True)
    for card, path in places:
        deliver(path, out_dir / f"{card.id}.{_ENDING}")
    return [card.id for card, _ in missing]


def _digest(card: ShareCard) -> str:
    return hashlib.sha256(repr(card).encode()).hexdigest()[:32]


def _draw_one(pair: tuple[ShareCard, Path]) -> None:
    from build_scripts.draw.canvas.render import png_of
    from build_scripts.draw.cards.card import PALETTE, sheet

    card, path = pair
    draft = path.with_suffix(".new")
    draft.write_bytes(png_of(sheet(card), PALETTE, scale=1))
    # At one stroke, so that a drawing that was broken off counts as missing.
    draft.replace(path)
