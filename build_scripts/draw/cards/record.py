"""What a share card says. `share_card` draws it, and imports much that a build may not need."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 1200, 630
"""In pixels: the size that readers of Open Graph ask for, at a ratio of 1.91 to 1."""


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What a card says. Without a claim it is the card of the publication itself.

    `verdicts` are pairs of name and label: the verdict on the claim, or the whole scale.
    """

    id: str
    name: str
    address: str
    verdicts: tuple[tuple[str, str], ...]
    claim: str = ""
    said: str = ""
    tagline: str = ""
