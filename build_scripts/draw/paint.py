"""From a drawing to files: inline SVG in two widths, SVG and PNG for download.

Importing this imports matplotlib (0.7 s): `batch` does so only when something must be drawn.
"""

from __future__ import annotations

import math

from build_scripts.draw.canvas.canvas import NARROW, SMALL, WIDE, Canvas
from build_scripts.draw.canvas.colours import LIGHT, SENTINELS, themed
from build_scripts.draw.canvas.render import png_of, svg_of
from build_scripts.draw.canvas.svg import clean
from build_scripts.draw.data import Drawing
from build_scripts.draw.kinds import KINDS

_MARGIN = 24.0
_ARIAL = 1.13
_TITLE, _SUBTITLE = 20.0, 14.0


def sketch(drawing: Drawing, width: float) -> Canvas:
    """The drawing laid out at a width in pixels, without title and source."""
    canvas = Canvas(width)
    KINDS[drawing.kind](drawing, canvas)
    canvas.bottom = math.ceil(canvas.bottom)
    return canvas


def draw(drawing: Drawing, width: float) -> bytes:
    """The drawing as SVG for a page: colours are CSS variables, the page sets title and source.

    Two widths of one drawing may stand on one page: ids begin with the drawing's and the width.
    """
    raw = svg_of(sketch(drawing, width), SENTINELS)
    identifier = f"{drawing.id}-{width:.0f}"
    return themed(clean(raw, identifier, drawing.title, drawing.alt)).encode()


def framed(drawing: Drawing, width: float = WIDE, *, slack: float = 1.0) -> Canvas:
    """The drawing with title, subtitle, note and source on a light ground, to stand alone."""
    canvas = Canvas(width, margin=_MARGIN, top=_MARGIN, slack=slack)
    top = _block(canvas, drawing.title, _TITLE, _MARGIN - 4.0, bold=True, colour="ink") + 4.0
    canvas.top = _block(canvas, drawing.subtitle, _SUBTITLE, top) + 16.0
    KINDS[drawing.kind](drawing, canvas)
    bottom = canvas.bottom + 18.0
    canvas.line([(canvas.left, bottom), (canvas.right, bottom)], "grid")
    bottom += 8.0
    for text in (drawing.note, drawing.source):
        if text:
            bottom = _block(canvas, text, SMALL, bottom) + 3.0
    canvas.bottom = math.ceil(bottom + _MARGIN - 8.0)
    ground = Canvas(width)
    ground.rect(0, 0, width, canvas.bottom, "paper")
    canvas.shapes[:0] = ground.shapes
    return canvas


def download_svg(drawing: Drawing) -> bytes:
    """The framed drawing as SVG with concrete colours.

    Where it is opened our typeface may be missing, so it is laid out for one as wide as Arial.
    """
    raw = svg_of(framed(drawing, slack=_ARIAL), LIGHT)
    return clean(raw, f"{drawing.id}-download", drawing.title, drawing.alt).encode()


def download_png(drawing: Drawing) -> bytes:
    """The framed drawing as PNG, two pixels to each of its own."""
    return png_of(framed(drawing), LIGHT)


def paint(drawing: Drawing) -> dict[str, bytes]:
    """All files of a drawing that need matplotlib, by the end of their names."""
    return {
        "wide.svg": draw(drawing, WIDE),
        "narrow.svg": draw(drawing, NARROW),
        "svg": download_svg(drawing),
        "png": download_png(drawing),
    }


def _block(
    canvas: Canvas,
    text: str,
    size: float,
    top: float,
    *,
    bold: bool = False,
    colour: str = "muted",
) -> float:
    lines = canvas.wrap(text, canvas.span, size, bold=bold)
    return canvas.lines(canvas.left, top, lines, size=size, bold=bold, colour=colour)
