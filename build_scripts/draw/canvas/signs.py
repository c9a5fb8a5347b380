"""The shapes of verdicts, so that none is told by its colour alone.

They stand on a grid of 24 by 24, as in the templates of the pages (`templates/macros.j2`): who
changes one changes both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from build_scripts.draw.canvas.canvas import XY, Canvas, Shape

_GRID = 24.0
_MIDDLE = (12.0, 12.0)


def draw_sign(
    canvas: Canvas, verdict: str, corner: XY, size: float, colours: tuple[str, str]
) -> None:
    """Draw the shape of a verdict into a square of `size` with its upper left at `corner`.

    `colours` are those of the shape and of what is cut out of it; a verdict without a shape of its
    own has that of "unproven".
    """
    _SIGNS.get(verdict, _unproven)(_Pen(canvas, corner, size / _GRID), *colours)


class _Pen:
    """Draws on the grid."""

    def __init__(self, canvas: Canvas, corner: XY, unit: float) -> None:
        self.canvas = canvas
        self.corner = corner
        self.unit = unit

    def at(self, *points: XY) -> list[XY]:
        """Points of the grid on the canvas."""
        left, top = self.corner
        return [(left + x * self.unit, top + y * self.unit) for x, y in points]

    def line(self, *points: XY, colour: str, width: float, dash: tuple[float, ...] = ()) -> None:
        """A stroke through points."""
        dashes = tuple(length * self.unit for length in dash)
        self.canvas.line(self.at(*points), colour, width=width * self.unit, dash=dashes)

    def area(self, *points: XY, colour: str) -> None:
        """A filled polygon."""
        self.canvas.polygon(self.at(*points), colour)

    def disc(self, radius: float, colour: str) -> None:
        """A disc around the middle."""
        ((x, y),) = self.at(_MIDDLE)
        self.canvas.dot(x, y, radius * self.unit, colour)


def _true(pen: _Pen, colour: str, cut: str) -> None:
    pen.disc(11.0, colour)
    pen.line((6.5, 12.4), (10.2, 16.2), (17.5, 8.0), colour=cut, width=2.6)


def _half_true(pen: _Pen, colour: str, cut: str) -> None:
    pen.disc(11.0, colour)
    pen.disc(8.6, cut)
    # The left half; 0.5523 is the usual handle of a cubic curve for a quarter of a circle.
    r, k = 8.7, 0.5523 * 8.7
    half = ((0, -r), (-k, -r), (-r, -k), (-r, 0), (-r, k), (-k, r), (0, r))
    points = pen.at(*((12.0 + x, 12.0 + y) for x, y in half))
    pen.canvas.shapes.append(Shape("MCCZ", tuple(points), fill=colour))


def _misleading(pen: _Pen, colour: str, cut: str) -> None:
    pen.area((12.0, 1.6), (23.0, 21.4), (1.0, 21.4), colour=colour)
    pen.line((12.0, 8.6), (12.0, 14.8), colour=cut, width=2.4)
    pen.line((12.0, 17.2), (12.0, 19.2), colour=cut, width=2.4)


def _false(pen: _Pen, colour: str, cut: str) -> None:
    corners = ((7.4, 1.0), (16.6, 1.0), (23.0, 7.4), (23.0, 16.6))
    pen.area(*corners, *((_GRID - x, _GRID - y) for x, y in corners), colour=colour)
    pen.line((7.6, 7.6), (16.4, 16.4), colour=cut, width=2.6)
    pen.line((16.4, 7.6), (7.6, 16.4), colour=cut, width=2.6)


def _unproven(pen: _Pen, colour: str, cut: str) -> None:
    """An open square: nothing is cut out of it."""
    low, high, dash = 1.0, 23.0, (3.7, 2.4)
    for side in (low + 1.2, high - 1.2):
        pen.line((low, side), (high, side), colour=colour, width=2.4, dash=dash)
        pen.line((side, low), (side, high), colour=colour, width=2.4, dash=dash)
    pen.line((7.0, 12.0), (17.0, 12.0), colour=colour, width=2.6)


_SIGNS: Mapping[str, Callable[[_Pen, str, str], None]] = {
    "true": _true,
    "half-true": _half_true,
    "misleading": _misleading,
    "false": _false,
}
