"""The one stylesheet of the site, joined from small files and the colours of the charts.

Dark is the system's choice until the reader makes one, so that it holds without JavaScript too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from build_scripts.draw.canvas.colours import DARK, DARK_VERDICTS, LIGHT, VERDICTS

FOLDER = Path(__file__).parent
PATH = "assets/site.css"
"""Where pages look for the stylesheet, from the root of the site."""

# Later parts refine earlier ones; print comes last.
PARTS = "tokens base frame text verdict figure chart lists evidence search print".split()
_DARK = "dark"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_TIGHT = re.compile(r" ?([{};,]) ?")


def stylesheet() -> str:
    """The stylesheet; its addresses are relative to `PATH`."""
    fonts = (FOLDER / "fonts" / "fonts.css").read_text("utf-8")
    parts = [fonts.replace('url("', 'url("../fonts/'), f":root{{{_colours(LIGHT, VERDICTS)}}}"]
    parts.extend(_read(name) for name in PARTS[:-1])
    parts.append(_dark())
    parts.append(_read(PARTS[-1]))
    return "".join(map(_small, parts)) + "\n"


def _read(name: str) -> str:
    return (FOLDER / "styles" / f"{name}.css").read_text("utf-8")


def _dark() -> str:
    """Dark values: on screens, by the reader's choice or else the system's."""
    values = _colours(DARK, DARK_VERDICTS) + _read(_DARK)
    return (
        f'@media screen{{:root[data-scheme="dark"]{{color-scheme:dark;{values}}}}}'
        "@media screen and (prefers-color-scheme:dark)"
        f'{{:root:not([data-scheme="light"]){{{values}}}}}'
        ':root[data-scheme="light"]{color-scheme:light}'
    )


def _colours(palette: Mapping[str, str], verdicts: Mapping[str, str]) -> str:
    charts = "".join(f"--chart-{name}:{value};" for name, value in palette.items())
    return charts + "".join(f"--{name}:{value};" for name, value in verdicts.items())


def _small(css: str) -> str:
    """Without comments and needless space; strings of more than one space would suffer."""
    return _TIGHT.sub(r"\1", _SPACE.sub(" ", _COMMENT.sub("", css))).strip()
