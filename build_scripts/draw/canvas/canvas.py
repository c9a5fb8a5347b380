"""A sheet to draw on: shapes and words in pixels, y downwards, recorded and rendered later.

A kind of chart draws between `left` and `right` from `top` down, and says where it ended with
`bottom`. Colours are names from `colours`. Words stand on their baseline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from build_scripts.draw.canvas.metrics import text_width, wrapped
from build_scripts.model.typography import smart

WIDE, NARROW = 720, 312
BODY, SMALL = 14.0, 12.5
LEADING = 1.25
ASCENT, DESCENT = 0.72, 0.22
Anchor = Literal["start", "middle", "end"]
XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A path: `verbs` has one of M L C Z for each step; M and L take a point, C three, Z none."""

    verbs: str
    points: tuple[XY, ...]
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `y` is its baseline, `width` as measured in the typeface."""

    x: float
    y: float
    text: str
    width: float
    size: float
    bold: bool
    colour: str
    anchor: Anchor
    serif: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the ink."""
        left = self.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.anchor] * self.width
        return left, self.y - ASCENT * self.size, left + self.width, self.y + DESCENT * self.size


class Canvas:
    """Records what is drawn, in order."""

    def __init__(
        self, width: float, *, margin: float = 0.0, top: float = 0.0, slack: float = 1.0
    ) -> None:
        """`slack` is how much wider than measured a text may turn out in another typeface."""
        self.width = width
        self.slack = slack
        self.left = margin + 1.0
        self.right = width - margin - 1.0
        self.top = top
        self.bottom = top
        self.shapes: list[Shape | Words] = []

    @property
    def narrow(self) -> bool:
        """Whether this is the drawing for a phone."""
        return self.width < (WIDE + NARROW) / 2

    @property
    def span(self) -> float:
        """The width that a kind may use."""
        return self.right - self.left

    @property
    def words(self) -> list[Words]:
        """All texts so far."""
        return [shape for shape in self.shapes if isinstance(shape, Words)]

    def rect(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled rectangle; a negative width runs to the left."""
        self.rects([(x, y, width, height)], fill)

    def rects(self, boxes: Sequence[tuple[float, float, float, float]], fill: str) -> None:
        """Many filled rectangles of one colour as one shape: x, y, width, height of each."""
        if boxes:
            verbs, points = _boxes(boxes)
            self.shapes.append(Shape(verbs, points, fill=fill))

    def frames(
        self,
        boxes: Sequence[tuple[float, float, float, float]],
        stroke: str,
        *,
        width: float = 1.2,
        fill: str = "",
    ) -> None:
        """Many outlined rectangles; the stroke lies inside them."""
        if boxes:
            inset = width / 2
            verbs, points = _boxes(
                [(x + inset, y + inset, w - width, h - width) for x, y, w, h in boxes]
            )
            self.shapes.append(Shape(verbs, points, fill=fill, stroke=stroke, width=width))

    def line(
        self,
        points: Sequence[XY],
        stroke: str,
        *,
        width: float = 1.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A line through points; `dash` is in pixels."""
        verbs = "M" + "L" * (len(points) - 1)
        self.shapes.append(Shape(verbs, tuple(points), stroke=stroke, width=width, dash=dash))

    def polygon(self, points: Sequence[XY], fill: str) -> None:
        """A filled polygon."""
        verbs = "M" + "L" * (len(points) - 1) + "Z"
        self.shapes.append(Shape(verbs, tuple(points), fill=fill))

    def dot(self, x: float, y: float, radius: float, fill: str, *, stroke: str = "") -> None:
        """A disc; with a stroke, a ring around it."""
        self.shapes.append(
            Shape("MCCCCZ", _circle(x, y, radius), fill=fill, stroke=stroke, width=1.6)
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = BODY,
        bold: bool = False,
        colour: str = "ink",
        anchor: Anchor = "start",
    ) -> Words:
        """One line of text on its baseline, with the quotation marks of print."""
        text = smart(text)
        words = Words(x, y, text, self.measure(text, size, bold=bold), size, bold, colour, anchor)
        if text:
            self.shapes.append(words)
        return words

    def lines(
        self,
        x: float,
        top: float,
        lines: Sequence[str],
        *,
        size: float = BODY,
        bold: bool = False,
        colour: str = "ink",
        anchor: Anchor = "start",
    ) -> float:
        """Lines of text whose first line begins at `top`; returns where the last one ends."""
        for place, line in enumerate(lines):
            baseline = top + (place * LEADING + 1.0) * size - 0.06 * size
            self.text(x, baseline, line, size=size, bold=bold, colour=colour, anchor=anchor)
        return top + block_height(lines, size)

    def measure(self, text: str, size: float = BODY, *, bold: bool = False) -> float:
        """The width of a line of text."""
        return text_width(text, size, bold=bold) * self.slack

    def wrap(self, text: str, width: float, size: float = BODY, *, bold: bool = False) -> list[str]:
        """Text broken into lines of at most `width`."""
        return wrapped(text, width / self.slack, size, bold=bold)


def block_height(lines: Sequence[str], size: float = BODY) -> float:
    """How tall lines of text stand."""
    return len(lines) * LEADING * size


def middle_baseline(y: float, size: float = BODY) -> float:
    """The baseline of a line of text whose digits are centred on `y`."""
    return y + 0.33 * size


def _boxes(
    boxes: Sequence[tuple[float, float, float, float]],
) -> tuple[str, tuple[XY, ...]]:
    points: list[XY] = []
    for x, y, width, height in boxes:
        points += [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    return "MLLLZ" * len(boxes), tuple(points)


def _circle(x: float, y: float, radius: float) -> tuple[XY, ...]:
    # 0.5523 is the usual handle of a cubic curve for a quarter of a circle.
    k = 0.5523 * radius
    return (
        (x + radius, y),
        *((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
        *((x - k, y + radius), (x - radius, y + k), (x - radius, y)),
        *((x - radius, y - k), (x - k, y - radius), (x, y - radius)),
        *((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
    )
