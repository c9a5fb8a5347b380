"""Bars: one to a row, in groups, stacked, or upright where the labels are years."""

from __future__ import annotations

from build_scripts.draw.canvas.canvas import Canvas
from build_scripts.draw.data import Drawing
from build_scripts.draw.kinds.bar_columns import draw_columns, in_years
from build_scripts.draw.kinds.bar_rows import draw_grouped, draw_plain, in_sections
from build_scripts.draw.kinds.bar_stacked import draw_stacked


def draw_bar(drawing: Drawing, canvas: Canvas) -> None:
    """Draw bars from zero, each with its value beside it."""
    if drawing.layout == "stacked":
        draw_stacked(drawing, canvas)
    elif drawing.layout == "grouped" and not in_sections(drawing.marks):
        draw_grouped(drawing, canvas)
    elif in_years(drawing):
        draw_columns(drawing, canvas)
    else:
        draw_plain(drawing, canvas)
