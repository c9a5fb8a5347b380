"""Contrast, and colours that stay apart for those who see fewer."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping

import pytest

from build_scripts.draw.canvas.colours import (
    DARK,
    LIGHT,
    SENTINELS,
    SERIES,
    text_in,
    text_on,
    themed,
)

GROUNDS = [(LIGHT, "#ffffff"), (LIGHT, "#faf9f7"), (DARK, "#14171a"), (DARK, "#1e2227")]
MARKS = ("accent", "accent-2", "accent-3", "accent-4", "neutral")
# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
BLINDNESS = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
               (0.004733, 0.691367, 0.303900)),
}  # fmt: skip


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(a: str, b: str) -> float:
    light = sorted(
        0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (linear(a), linear(b))
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(rgb: list[float]) -> tuple[float, float, float]:
    r, g, b = (min(1.0, max(0.0, part)) for part in rgb)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(a: str, b: str, matrix: tuple[tuple[float, ...], ...]) -> float:
    seen = [
        lab([sum(w * part for w, part in zip(row, linear(c), strict=True)) for row in matrix])
        for c in (a, b)
    ]
    return math.dist(*seen)


@pytest.mark.parametrize(("palette", "ground"), GROUNDS)
def test_marks_and_text_stand_out(palette: Mapping[str, str], ground: str) -> None:
    for name in MARKS:
        assert contrast(palette[name], ground) >= 3
        assert contrast(palette[text_in(name)], ground) >= 4.5
        assert contrast(palette[text_on(name)], palette[name]) >= 4.5
    for name in ("ink", "muted"):
        assert contrast(palette[name], ground) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_the_first_series_stay_apart(palette: Mapping[str, str], blindness: str) -> None:
    for a, b in itertools.combinations(SERIES[:3], 2):
        assert distance(palette[a], palette[b], BLINDNESS[blindness]) > 18, (a, b)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_no_two_marks_look_alike(palette: Mapping[str, str], blindness: str) -> None:
    for a, b in itertools.combinations(MARKS, 2):
        assert distance(palette[a], palette[b], BLINDNESS[blindness]) > 10, (a, b)


def test_sentinels_are_like_no_colour_and_become_variables() -> None:
    assert not set(SENTINELS.values()) & {*LIGHT.values(), *DARK.values()}
    assert len(set(SENTINELS.values())) == len(SENTINELS)
    svg = f'<path fill="{SENTINELS["accent-2"]}"/>'
    assert themed(svg) == f'<path fill="var(--chart-accent-2,{LIGHT["accent-2"]})"/>'
