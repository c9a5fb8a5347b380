"""From a canvas to SVG and PNG by matplotlib.

Shapes and words are put straight on the figure: no axes, no layout engine, which is several times
faster. Importing this sets matplotlib's parameters for the process, whose only user it is, so that
no settings file of a machine changes a drawing.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from PIL import Image

from build_scripts.draw.canvas.canvas import Canvas, Shape, Words
from build_scripts.draw.canvas.fonts import BOLD, REGULAR, SERIF, SERIF_BOLD, face_of, font_paths

_POINTS_PER_INCH = 72.0
_SHADES = 96
_CODES = {
    "M": (int(Path.MOVETO),),
    "L": (int(Path.LINETO),),
    "C": (int(Path.CURVE4),) * 3,
    "Z": (int(Path.CLOSEPOLY),),
}

mpl.rcdefaults()
mpl.rcParams.update(
    {
        "svg.fonttype": "none",
        # Ids of clip paths and markers would be random otherwise, and so the bytes.
        "svg.hashsalt": "countercheck",
        "path.simplify": False,
        "text.hinting": "none",
    }
)


def svg_of(canvas: Canvas, palette: Mapping[str, str]) -> bytes:
    """The canvas as matplotlib writes SVG, one unit per pixel, in the palette's colours."""
    # No date and no version: the same drawing has the same bytes on every day.
    return _saved(canvas, palette, format="svg", metadata={"Date": None, "Creator": None})


def png_of(canvas: Canvas, palette: Mapping[str, str], *, scale: int = 2) -> bytes:
    """The canvas, whose height is a whole number, as PNG of `scale` pixels to each of its own."""
    drawn = _saved(canvas, palette, format="rgba", dpi=_POINTS_PER_INCH * scale)
    size = round(canvas.width * scale), round(canvas.bottom * scale)
    image = Image.frombytes("RGBA", size, drawn).convert("RGB")
    # Few colours and their shades: a palette makes the file a quarter of the size.
    few = image.quantize(_SHADES, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.putpalette(_exact(few.getpalette() or [], palette))
    out = io.BytesIO()
    few.save(out, "png", compress_level=6)
    return out.getvalue()


def _saved(canvas: Canvas, palette: Mapping[str, str], **options: Any) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings():
        # Browsers find characters that the typeface lacks elsewhere; in a PNG they stay boxes.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        _figure(canvas, palette).savefig(out, **options)
    return out.getvalue()


def _exact(shades: list[int], palette: Mapping[str, str]) -> list[int]:
    """The shades with those that nearly are a colour of ours made just that: white stays white."""
    colours = [tuple(bytes.fromhex(colour[1:])) for colour in palette.values()]
    exact: list[int] = []
    for place in range(0, len(shades), 3):
        shade = tuple(shades[place : place + 3])
        near = [c for c in colours if max(abs(a - b) for a, b in zip(c, shade, strict=True)) < 3]
        exact += near[0] if near else shade
    return exact


def _figure(canvas: Canvas, palette: Mapping[str, str]) -> Figure:
    width, height = canvas.width / _POINTS_PER_INCH, canvas.bottom / _POINTS_PER_INCH
    figure = Figure(figsize=(width, height), dpi=_POINTS_PER_INCH, frameon=False)
    down = Affine2D().scale(1 / _POINTS_PER_INCH, -1 / _POINTS_PER_INCH).translate(0, height)
    transform = down + figure.dpi_scale_trans
    for shape in canvas.shapes:
        if isinstance(shape, Words):
            figure.add_artist(_text(shape, palette, transform))
        else:
            figure.add_artist(_patch(shape, palette, transform))
    return figure


def _patch(shape: Shape, palette: Mapping[str, str], transform: Transform) -> PathPatch:
    codes: list[int] = []
    points: list[tuple[float, float]] = []
    given = iter(shape.points)
    for verb in shape.verbs:
        codes += _CODES[verb]
        points += [next(given) for _ in _CODES[verb]] if verb != "Z" else [(0.0, 0.0)]
    return PathPatch(
        Path(points, codes),
        facecolor=palette[shape.fill] if shape.fill else "none",
        edgecolor=palette[shape.stroke] if shape.stroke else "none",
        linewidth=shape.width if shape.stroke else 0.0,
        linestyle=(0, tuple(dash / shape.width for dash in shape.dash)) if shape.dash else "solid",
        joinstyle="round",
        capstyle="butt",
        clip_on=False,
        transform=transform,
    )


def _text(words: Words, palette: Mapping[str, str], transform: Transform) -> Text:
    return Text(
        words.x,
        words.y,
        words.text,
        fontproperties=_font(face_of(bold=words.bold, serif=words.serif), words.size),
        color=palette[words.colour],
        ha={"start": "left", "middle": "center", "end": "right"}[words.anchor],
        va="baseline",
        rotation_mode="anchor",
        parse_math=False,
        clip_on=False,
        transform=transform,
    )


@cache
def _font(place: int, size: float) -> FontProperties:
    weight = {REGULAR: 400, BOLD: 600, SERIF: 400, SERIF_BOLD: 600}[place]
    return FontProperties(fname=str(font_paths()[place]), size=size, weight=weight)
