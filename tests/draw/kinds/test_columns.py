"""Columns in the order of time: a line across them, what is uncertain, and whose values stand."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from build_scripts.draw.canvas.canvas import NARROW, WIDE, Shape
from build_scripts.draw.data import Drawing, ThresholdLine
from build_scripts.draw.paint import sketch
from tests.draw.samples import exporters, mark, recipients
from tests.draw.test_layout import overlap

LINE = ThresholdLine(30, "A promise", "30 states")


def values(drawing: Drawing, width: float) -> list[str]:
    """The values that stand at columns, from left to right."""
    known = {one.text for one in drawing.marks}
    bold = [words.text for words in sketch(drawing, width).words if words.bold]
    return [text for text in bold if text in known]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_line_lies_across_all_columns_with_its_words_clear_of_others(width: float) -> None:
    drawing = replace(recipients(), threshold=LINE)
    canvas = sketch(drawing, width)
    without = sketch(recipients(), width)
    lines = [s for s in canvas.shapes if isinstance(s, Shape) and s.stroke == "ink"]
    (across,) = [line for line in lines if line.width == 1.6]
    (left, height), (right, other) = across.points
    assert height == other
    assert right == canvas.right
    axis = min(s.points[0][0] for s in without.shapes if isinstance(s, Shape) and s.stroke == "ink")
    assert left == pytest.approx(axis)
    (words,) = [one for one in canvas.words if one.text == "A promise: 30 states"]
    assert words.box[3] <= height
    assert not [pair for pair in itertools.combinations(canvas.words, 2) if overlap(*pair)]


def test_a_narrow_drawing_names_the_columns_that_are_marked() -> None:
    assert values(recipients(), NARROW) == ["31", "12"]


def test_a_narrow_drawing_without_marked_columns_names_ends_and_extremes() -> None:
    assert values(replace(recipients(), highlight=()), NARROW) == ["22", "37", "12"]


def test_a_wide_drawing_names_all_columns() -> None:
    assert values(recipients(), WIDE) == [one.text for one in recipients().marks]


@pytest.mark.parametrize("reach", [0.0, 3.0])
def test_what_is_uncertain_of_a_column_is_a_frame_upon_it(reach: float) -> None:
    marks = tuple(
        mark(str(2000 + place), value, low=value - reach, high=value + reach)
        for place, value in enumerate((20.0, 24.0, 30.0, 22.0, 28.0, 26.0, 25.0))
    )
    canvas = sketch(replace(recipients(), highlight=("2002",), marks=marks), WIDE)
    frames = [s for s in canvas.shapes if isinstance(s, Shape) and s.verbs == "MLLLZ"]
    framed = {colour: sum(s.stroke == colour for s in frames) for colour in ("accent", "neutral")}
    assert framed == ({"accent": 1, "neutral": 6} if reach else {"accent": 0, "neutral": 0})


def test_the_line_that_is_marked_alone_has_the_accent() -> None:
    strokes = [
        {s.stroke for s in sketch(drawing, WIDE).shapes if isinstance(s, Shape)}
        for drawing in (replace(exporters(), highlight=("Russia",)), exporters())
    ]
    assert {"accent", "neutral"} == strokes[0] - {"", "grid", "ink"}
    assert {"accent", "accent-2", "neutral"} == strokes[1] - {"", "grid", "ink"}
