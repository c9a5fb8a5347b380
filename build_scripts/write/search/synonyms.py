"""Other words for what a claim is about, so that a reader's own words find it.

They stand in the index only, with little weight: whoever asks for "America" finds what speaks of
the United States, after whatever has the word itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.write.search.words import stems

GROUPS: tuple[tuple[str, ...], ...] = (
    ("United States", "US", "USA", "America", "American", "Washington"),
    ("United Kingdom", "UK", "Britain", "British"),
    ("United Nations", "UN", "General Assembly"),
    ("European Union", "EU"),
    ("Russia", "Russian", "Moscow", "Kremlin"),
    ("Ukraine", "Ukrainian", "Kyiv", "Kiev"),
    ("China", "Chinese", "Beijing"),
    ("Germany", "German"),
    ("France", "French"),
    ("country", "countries", "nation", "nations", "state", "states"),
    ("arms", "weapon", "weapons", "weaponry"),
    ("ammunition", "shells", "munitions", "artillery rounds"),
    ("ally", "allies", "alliance", "alliances", "allied"),
    ("military", "army", "armed forces", "troops", "soldiers"),
    ("defence", "defense", "military"),
    ("spending", "spent", "spends", "spend", "expenditure", "budget"),
    ("aid", "help", "assistance", "support"),
    ("exporter", "exports", "export", "seller", "sells", "sales", "sold"),
    ("produce", "produces", "production", "makes", "made", "manufactures", "output"),
    ("isolated", "isolation", "alone"),
    ("GDP", "gross domestic product", "economy"),
    ("percent", "per cent", "percentage", "share"),
    ("vote", "votes", "voted", "ballot"),
)
"""Each group is a set of words that readers use for one another."""


def _alternative(phrase: str) -> str:
    # "us" is another word than "US".
    found = re.escape(phrase)
    return found if phrase.isupper() else f"(?i:{found})"


def _pattern(group: tuple[str, ...]) -> re.Pattern[str]:
    alternatives = "|".join(map(_alternative, sorted(group, key=len, reverse=True)))
    return re.compile(rf"(?<![^\W_])(?:{alternatives})(?![^\W_])")


_GROUPS = tuple((_pattern(group), tuple(stems(" ".join(group)))) for group in GROUPS)


def synonyms(text: str) -> Iterator[str]:
    """The stems of all words of each group that the text has a word of."""
    for pattern, group in _GROUPS:
        if pattern.search(text):
            yield from dict.fromkeys(group)
