"""The typeface of charts: files of a package, never a font of the machine."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

SANS_FAMILY = "Source Sans Pro"
"""The name that the files carry; the site's own subsets are called Countercheck Sans."""

REGULAR, BOLD = 0, 1
"""Positions in `sans_font_paths()`. Bold is the semibold: the heavy weight that the site loads."""

_FACES = ("Regular", "Semibold", "It")


def sans_font_paths() -> list[Path]:
    """Return the TrueType files of the sans: regular, semibold, italic."""
    folder = Path(str(resources.files("font_source_sans_pro"))) / "files"
    return [folder / f"SourceSansPro-{face}.ttf" for face in _FACES]
