"""Where labels stand: beside or above rows, spread apart, at a line they explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.draw.canvas.canvas import SMALL, Canvas, block_height
from build_scripts.draw.data import ThresholdLine

BESIDE_NARROW, BESIDE_WIDE = 0.34, 0.40
GAP = 12.0
Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class RowLabels:
    """How the rows of a chart are labelled: beside the bars in a column, or above them."""

    beside: bool
    column: float
    lines: dict[str, list[str]]

    def height(self, label: str) -> float:
        """How tall the lines of a label stand."""
        return block_height(self.lines[label])


def row_labels(
    canvas: Canvas, labels: Sequence[str], *, need: float = 0.0, reserve: float = 0.0
) -> RowLabels:
    """Choose a column beside the bars where labels are short or the drawing is wide.

    `need` is the width that has to remain for bars and values beside such a column; `reserve` is
    kept free at the right of labels that stand above.
    """
    widest = max(canvas.measure(label) for label in labels)
    limit = canvas.span * (BESIDE_NARROW if canvas.narrow else BESIDE_WIDE)
    if widest <= limit or not canvas.narrow:
        lines = {label: canvas.wrap(label, limit) for label in labels}
        column = max(canvas.measure(line) for part in lines.values() for line in part) + GAP
        if column + need <= canvas.span:
            return RowLabels(True, column, lines)
    lines = {label: canvas.wrap(label, canvas.span - reserve) for label in labels}
    return RowLabels(False, 0.0, lines)


def spread(
    centres: Sequence[float], sizes: Sequence[float], low: float, high: float, gap: float
) -> list[float]:
    """Centres as near as possible to those wanted, so that labels of these sizes stay apart.

    Least squares by pooling neighbours that violate the order (isotonic regression), then held
    between `low` and `high`; where there is too little room, the last ones overflow at `high`.
    """
    order = sorted(range(len(centres)), key=lambda place: centres[place])
    offsets: list[float] = []
    for rank, place in enumerate(order):
        if rank == 0:
            offsets.append(0.0)
        else:
            before = order[rank - 1]
            offsets.append(offsets[-1] + (sizes[before] + sizes[place]) / 2 + gap)
    pools: list[tuple[float, int]] = []
    for rank, place in enumerate(order):
        pools.append((centres[place] - offsets[rank], 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    wanted = [mean for mean, count in pools for _ in range(count)]
    result = [0.0] * len(centres)
    if order:
        floor = low + sizes[order[0]] / 2
        ceiling = high - sizes[order[-1]] / 2 - offsets[-1]
        for rank, place in enumerate(order):
            held = max(floor, min(wanted[rank], ceiling))
            result[place] = held + offsets[rank]
    return result


def touching(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return min(one[2], other[2]) > max(one[0], other[0]) and (
        min(one[3], other[3]) > max(one[1], other[1])
    )


def threshold_label(canvas: Canvas, threshold: ThresholdLine, x: float, top: float) -> float:
    """Write what a vertical line at `x` means, centred on it where there is room.

    Returns where the words end.
    """
    lines = threshold_lines(canvas, threshold)
    half = max(canvas.measure(line, SMALL, bold=True) for line in lines) / 2
    centre = max(canvas.left + half, min(x, canvas.right - half))
    return canvas.lines(centre, top, lines, size=SMALL, bold=True, anchor="middle")


def threshold_lines(canvas: Canvas, threshold: ThresholdLine) -> list[str]:
    """The words of a threshold, broken into lines."""
    width = canvas.span * (0.8 if canvas.narrow else 0.45)
    return canvas.wrap(threshold_words(threshold), width, SMALL, bold=True)


def threshold_words(threshold: ThresholdLine) -> str:
    """What a threshold means, with its value."""
    words = ": ".join(part for part in (threshold.label, threshold.text) if part)
    return words[:1].upper() + words[1:]


def threshold_line(canvas: Canvas, x: float, spans: Sequence[tuple[float, float]]) -> None:
    """Draw a vertical line through the spans, cased so that it stands out from bars."""
    for top, bottom in spans:
        canvas.line([(x, top), (x, bottom)], "paper", width=4.0)
    for top, bottom in spans:
        canvas.line([(x, top), (x, bottom)], "ink", width=1.6)


def without(
    spans: Sequence[tuple[float, float]], gaps: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The spans of a line, along it, with the gaps taken out where it makes way for words."""
    left = list(spans)
    for upper, lower in gaps:
        left = [
            piece
            for top, bottom in left
            for piece in ((top, min(bottom, upper)), (max(top, lower), bottom))
            if piece[1] - piece[0] > 1.0
        ]
    return left
