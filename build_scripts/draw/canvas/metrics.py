"""How wide text is in the real typeface, and where it breaks into lines. Lengths are pixels."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from matplotlib.ft2font import FT2Font, LoadFlags

from build_scripts.draw.canvas.fonts import face_of, font_paths

SLACK = 1.02
"""Browsers place glyphs on fractions of pixels of their own; a little room keeps labels apart."""
_ELLIPSIS = "…"
_SPACES = re.compile(r"[ \t\n]+")


@cache
def _face(place: int) -> FT2Font:
    return FT2Font(str(font_paths()[place]))


@cache
def _advance(character: str, place: int) -> float:
    """The advance of one character in units of the font size."""
    face = _face(place)
    if not face.get_char_index(ord(character)):
        # Browsers take such a character from another typeface; most of these are square.
        return 1.0
    glyph = face.load_char(ord(character), flags=LoadFlags.NO_SCALE)
    return float(glyph.horiAdvance) / float(face.units_per_EM)


def text_width(text: str, size: float, *, bold: bool = False, serif: bool = False) -> float:
    """The width of a line of text, without kerning."""
    return _width(text, size, face_of(bold=bold, serif=serif))


def _width(text: str, size: float, place: int) -> float:
    return sum(_advance(character, place) for character in text) * size * SLACK


def wrapped(
    text: str, width: float, size: float, *, bold: bool = False, serif: bool = False
) -> list[str]:
    """Break text into lines of at most `width`, evenly; a word that is wider is broken.

    It gets a hyphen there, unless it is written without spaces anyway, as Chinese is.
    """
    face = face_of(bold=bold, serif=serif)
    lines = _filled(text, width, size, face)
    if len(lines) < 2:
        return lines
    # The narrowest width that needs no more lines avoids a last line of a single word.
    words = max(_width(word, size, face) for word in _words(text))
    low, high = min(width, max(width * 0.5, words)), width
    if len(_filled(text, low, size, face)) == len(lines):
        return _filled(text, low, size, face)
    for _ in range(5):
        middle = (low + high) / 2
        if len(_filled(text, middle, size, face)) > len(lines):
            low = middle
        else:
            high = middle
    return _filled(text, high, size, face)


def _filled(text: str, width: float, size: float, face: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in _words(text):
        for piece in _pieces(word, width, size, face):
            candidate = f"{current} {piece}" if current else piece
            if current and _width(candidate, size, face) > width:
                lines.append(current)
                current = piece
            else:
                current = candidate
    return [*lines, current] if current else lines


def _words(text: str) -> list[str]:
    """What stands between spaces; a no-break space (which `split` would take) joins."""
    return [word for word in _SPACES.split(text) if word]


def _pieces(word: str, width: float, size: float, face: int) -> list[str]:
    if _width(word, size, face) <= width:
        return [word]
    pieces, current = [], ""
    for character in word:
        hyphen = "" if unicodedata.east_asian_width(character) in "WF" else "-"
        if current and _width(current + character + hyphen, size, face) > width:
            pieces.append(current + hyphen)
            current = character
        else:
            current += character
    return [*pieces, current]


def shortened(
    text: str, width: float, size: float, *, bold: bool = False, serif: bool = False
) -> str:
    """The text, or as much of it as fits in `width` with an ellipsis."""
    if text_width(text, size, bold=bold, serif=serif) <= width:
        return text
    while text and text_width(text + _ELLIPSIS, size, bold=bold, serif=serif) > width:
        text = text[:-1].rstrip()
    return text + _ELLIPSIS
