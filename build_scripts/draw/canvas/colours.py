"""The palette, for light and dark pages. `theme/stylesheet.py` makes CSS variables of it.

Contrast against both grounds of a theme is at least 3:1 for marks and 4.5:1 for text (WCAG 2.2,
1.4.11 and 1.4.3). The accents reach 4.5:1, so that a label may have the colour of what it names and
text may stand in a bar. The hues stay apart for the three kinds of colour blindness; still, every
mark has its name beside it. `grid` and `track` carry no meaning.
"""

from __future__ import annotations

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "ink": "#1b2126",
    "muted": "#59636d",
    "grid": "#d3d7da",
    "track": "#eceeef",
    "paper": "#ffffff",
    "on-mark": "#ffffff",
    "accent": "#0b5c8a",
    "accent-2": "#b4490f",
    "accent-3": "#5a1f4a",
    "accent-4": "#2a5a20",
    "neutral": "#878f97",
    "on-neutral": "#14181c",
}
DARK: Mapping[str, str] = {
    "ink": "#eceff1",
    "muted": "#a3adb6",
    "grid": "#3a4148",
    "track": "#262c31",
    "paper": "#14171a",
    "on-mark": "#14171a",
    "accent": "#63b0e0",
    "accent-2": "#f09457",
    "accent-3": "#f2b8d0",
    "accent-4": "#cfe6a8",
    "neutral": "#7d8892",
    "on-neutral": "#0b0d0f",
}
VERDICTS: Mapping[str, str] = {
    "true": "#17683f",
    "half-true": "#705300",
    "misleading": "#a1450b",
    "false": "#a31d2c",
    "unproven": "#4d5765",
}
"""The colours of verdicts, on light and behind white; a verdict has a shape and a word as well."""
DARK_VERDICTS: Mapping[str, str] = {
    "true": "#6fcb9c",
    "half-true": "#dcbf56",
    "misleading": "#f3a06a",
    "false": "#ff938f",
    "unproven": "#b0bbc7",
}
_QUIET = "neutral"
SERIES = ("accent", "accent-2", "neutral", "accent-3", "accent-4")
"""The colours of series, in order; a chart with more of them repeats the order."""


def text_in(colour: str) -> str:
    """The colour of words that name a mark of a colour: the grey of marks is too pale for text."""
    return "muted" if colour == _QUIET else colour


def text_on(colour: str) -> str:
    """The colour of words that stand on a mark of a colour."""
    return "on-neutral" if colour == _QUIET else "on-mark"


def _sentinels() -> dict[str, str]:
    return {name: f"#fe01{place:02x}" for place, name in enumerate(LIGHT)}


SENTINELS: Mapping[str, str] = _sentinels()
"""Colours that nothing else has: what is drawn in them becomes a CSS variable."""


def themed(svg: str) -> str:
    """Replace sentinel colours by CSS variables whose fallback is the light colour."""
    for name, sentinel in SENTINELS.items():
        svg = svg.replace(sentinel, f"var(--chart-{name},{LIGHT[name]})")
    return svg
