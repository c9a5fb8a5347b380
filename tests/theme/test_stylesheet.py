"""The stylesheet: whole, from our own files, and legible in light and dark."""

from __future__ import annotations

import re

import pytest

from build_scripts.draw.canvas.colours import DARK, DARK_VERDICTS, LIGHT, VERDICTS
from build_scripts.theme.stylesheet import FOLDER, PARTS, PATH, stylesheet

_VALUE = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6});")


def _values(part: str) -> dict[str, str]:
    return dict(_VALUE.findall((FOLDER / "styles" / f"{part}.css").read_text("utf-8")))


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_part_has_its_file_and_every_file_is_a_part() -> None:
    files = {path.stem for path in (FOLDER / "styles").glob("*.css")}
    # dark.css holds declarations only, which go in under the conditions of dark
    assert files - set(PARTS) == {"dark"}
    assert set(PARTS) - files == set()


def test_addresses_lead_to_our_own_files() -> None:
    addresses = re.findall(r'url\("([^"]+)"\)', stylesheet())
    assert len(addresses) == 14
    for address in addresses:
        assert (FOLDER / PATH).parent.joinpath(address).resolve().is_file(), address


def test_nothing_is_lost_when_it_is_made_small() -> None:
    css = stylesheet()
    assert "/*" not in css
    assert "\n" not in css.rstrip("\n")
    assert css.count("{") == css.count("}")
    assert "grid-template-columns: minmax(0,1fr) 17.5rem" in css


def test_every_colour_of_a_chart_is_a_variable_in_light_and_in_dark() -> None:
    css = stylesheet()
    assert set(LIGHT) == set(DARK)
    for name in LIGHT:
        assert f"--chart-{name}:{LIGHT[name]};" in css
        assert f"--chart-{name}:{DARK[name]};" in css


def test_dark_holds_with_and_without_a_choice() -> None:
    css = stylesheet()
    assert css.count(f"--chart-ink:{DARK['ink']}") == 2
    assert "prefers-color-scheme:dark" in css
    assert ':root:not([data-scheme="light"])' in css


@pytest.mark.parametrize(
    ("part", "palette", "verdicts"),
    [("tokens", LIGHT, VERDICTS), ("dark", DARK, DARK_VERDICTS)],
    ids=["light", "dark"],
)
def test_verdicts_are_legible(part: str, palette: dict[str, str], verdicts: dict[str, str]) -> None:
    values = _values(part)
    css = stylesheet()
    for ground in (palette["paper"], values["raised"]):
        for name, colour in verdicts.items():
            assert f"--{name}:{colour};" in css
            assert _contrast(colour, ground) >= 4.5, (name, ground)
        for name in ("ink", "muted", "accent"):
            assert _contrast(palette[name], ground) >= 4.5, (name, ground)


@pytest.mark.parametrize(
    ("part", "palette"), [("tokens", LIGHT), ("dark", DARK)], ids=["light", "dark"]
)
def test_marked_words_are_legible(part: str, palette: dict[str, str]) -> None:
    assert _contrast(palette["ink"], _values(part)["marker"]) >= 4.5
