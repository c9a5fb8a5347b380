"""A cell for each member of a set, group after group, against a count that matters."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.draw.canvas.canvas import BODY, SMALL, Canvas, block_height, middle_baseline
from build_scripts.draw.canvas.colours import text_in, text_on
from build_scripts.draw.canvas.labels import threshold_lines
from build_scripts.draw.data import CODE, Cell, Drawing

_FILLS = ("accent-2", "accent", "accent-4", "neutral", "accent-3")
_PAD, _SMALLEST = 2.0, 11.0


@dataclass(frozen=True, slots=True)
class _Grid:
    columns: int
    pitch: float
    height: float
    size: float
    lines: int


def draw_waffle(drawing: Drawing, canvas: Canvas) -> None:
    """Cells in reading order. The threshold's line comes after as many cells as it says."""
    grid = _grid(drawing.cells, canvas)
    members = {
        group: [cell for cell in drawing.cells if cell.group == group] for group in _groups(drawing)
    }
    rest = _rest(members)
    limit = round(drawing.threshold.value) if drawing.threshold else 0
    top, before = canvas.top, 0
    for place, (name, cells) in enumerate(members.items()):
        # The rest is outlined, so that the other groups stand out.
        hollow = name == rest
        fill = "" if hollow else _fill(place, len(members))
        top = _heading(canvas, name, len(cells), fill or "ink", top)
        cut = limit - before if before < limit <= before + len(cells) else 0
        top = _block(drawing, canvas, grid, cells, fill, top, cut) + 14.0
        before += len(cells)
    canvas.bottom = top - 14.0 + 1.0


def _fill(place: int, groups: int) -> str:
    return "accent" if groups == 1 else _FILLS[place % len(_FILLS)]


def _rest(members: Mapping[str, Sequence[Cell]]) -> str:
    """The group that is more than half of the cells, or else the last of several."""
    total = sum(map(len, members.values()))
    large = [name for name, cells in members.items() if 2 * len(cells) > total]
    return (large or list(members)[-1:])[0] if len(members) > 1 else ""


def _groups(drawing: Drawing) -> list[str]:
    used = {cell.group for cell in drawing.cells}
    return [group for group in drawing.groups if group in used] + [
        group
        for group in dict.fromkeys(cell.group for cell in drawing.cells)
        if group not in drawing.groups
    ]


def _grid(cells: tuple[Cell, ...], canvas: Canvas) -> _Grid:
    """Square cells for codes; for names, cells as wide as the longest needs in two lines."""
    longest = max((cell.label for cell in cells), key=canvas.measure)
    if len(longest) <= CODE:
        # Codes of three letters fit; wider ones take cells of which fewer stand in a row.
        least = canvas.measure(longest, _SMALLEST) + _PAD + 1.0
        columns = min(10 if canvas.narrow else 20, int(canvas.span // least))
        pitch = canvas.span / columns
        size = min(SMALL, (pitch - _PAD - 1.0) / canvas.measure(longest, 1.0))
        return _Grid(columns, pitch, max(pitch * 0.82, 24.0), round(size, 1), 1)
    size = SMALL - 1.0
    widest = max(
        canvas.measure(line, size) for cell in cells for line in canvas.wrap(cell.label, 84.0, size)
    )
    columns = max(1, int(canvas.span // (widest + 12.0)))
    lines = max(len(canvas.wrap(cell.label, 84.0, size)) for cell in cells)
    return _Grid(columns, canvas.span / columns, lines * size * 1.2 + 10.0, size, lines)


def _heading(canvas: Canvas, name: str, count: int, colour: str, top: float) -> float:
    number = f"{count:,}"
    words = canvas.text(canvas.left, top + BODY, number, bold=True, colour=text_in(colour))
    x = canvas.left + words.width + 6.0
    lines = canvas.wrap(name, canvas.right - x)
    return canvas.lines(x, top + 0.06 * BODY, lines, colour="ink") + 5.0


def _block(
    drawing: Drawing,
    canvas: Canvas,
    grid: _Grid,
    cells: list[Cell],
    fill: str,
    top: float,
    cut: int,
) -> float:
    """Draw one group's cells; with a `cut`, a line after that many and room for its words."""
    shift = 0.0
    if cut and drawing.threshold:
        shift = block_height(threshold_lines(canvas, drawing.threshold), SMALL) + 8.0
    boxes = []
    cut_row = (cut - 1) // grid.columns if cut else len(cells)
    for place in range(len(cells)):
        row, column = divmod(place, grid.columns)
        x = canvas.left + column * grid.pitch
        y = top + row * grid.height + (shift if row > cut_row else 0.0)
        boxes.append((x, y, grid.pitch - _PAD, grid.height - _PAD))
    if fill:
        canvas.rects(boxes, fill)
    else:
        canvas.frames(boxes, "neutral", width=1.0)
    for cell, box in zip(cells, boxes, strict=True):
        _label(canvas, grid, cell, box[0], box[1], text_on(fill) if fill else "ink")
    rows = math.ceil(len(cells) / grid.columns)
    bottom = top + rows * grid.height + (shift if rows > cut_row + 1 else 0.0)
    if cut:
        bottom = max(bottom, _cut(drawing, canvas, grid, cut, top) + 4.0)
    return bottom


def _label(canvas: Canvas, grid: _Grid, cell: Cell, x: float, y: float, colour: str) -> None:
    lines = [cell.label]
    if grid.lines > 1:
        lines = canvas.wrap(cell.label, 84.0, grid.size)
    centre_x, centre_y = x + (grid.pitch - _PAD) / 2, y + (grid.height - _PAD) / 2
    for place, line in enumerate(lines):
        offset = (place - (len(lines) - 1) / 2) * grid.size * 1.15
        baseline = middle_baseline(centre_y + offset, grid.size)
        canvas.text(centre_x, baseline, line, size=grid.size, colour=colour, anchor="middle")


def _cut(drawing: Drawing, canvas: Canvas, grid: _Grid, cut: int, top: float) -> float:
    """A stepped line below and behind the last cell that counts, with its words under it."""
    if not drawing.threshold:
        return top
    row, column = divmod(cut - 1, grid.columns)
    x = canvas.left + (column + 1) * grid.pitch - _PAD / 2
    upper, lower = top + row * grid.height - _PAD / 2, top + (row + 1) * grid.height - _PAD / 2
    points = [(canvas.left, lower + 1.0), (x, lower + 1.0), (x, upper)]
    if column + 1 < grid.columns and row > 0:
        points.append((canvas.right, upper))
    canvas.line(points, "ink", width=2.0)
    lines = threshold_lines(canvas, drawing.threshold)
    return canvas.lines(canvas.left, lower + 4.0, lines, size=SMALL, bold=True)
