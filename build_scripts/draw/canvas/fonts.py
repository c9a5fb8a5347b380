"""The typefaces of drawings: files of packages, never a font of the machine."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

SANS_FAMILY = "Source Sans Pro"
"""The name that the files carry; the site's own subsets are called Countercheck Sans."""

REGULAR, BOLD, ITALIC, SERIF, SERIF_BOLD = range(5)
"""Positions in `font_paths()`. Bold is the semibold: the heavy weight that the site loads."""

_SANS = ("Regular", "Semibold", "It")
_SERIF = ("Regular", "Semibold")


def sans_font_paths() -> list[Path]:
    """Return the TrueType files of the sans: regular, semibold, italic."""
    return [_files("font_source_sans_pro") / f"SourceSansPro-{face}.ttf" for face in _SANS]


def font_paths() -> list[Path]:
    """Return the TrueType files of the sans, then of the serif: regular, semibold."""
    folder = _files("font_source_serif_pro")
    return [*sans_font_paths(), *(folder / f"SourceSerifPro-{face}.ttf" for face in _SERIF)]


def face_of(*, bold: bool = False, serif: bool = False) -> int:
    """The position of a face in `font_paths()`."""
    if serif:
        return SERIF_BOLD if bold else SERIF
    return BOLD if bold else REGULAR


def _files(package: str) -> Path:
    return Path(str(resources.files(package))) / "files"
