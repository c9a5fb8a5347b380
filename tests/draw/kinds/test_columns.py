"""Columns in the order of time: a line across them, what is uncertain, and whose values stand."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from build_scripts.draw.canvas.canvas import NARROW, WIDE, Canvas, Shape
from build_scripts.draw.data import Drawing, ThresholdLine
from build_scripts.draw.kinds.bar_columns import in_years
from build_scripts.draw.paint import sketch
from tests.draw.kinds.test_kinds import boxes, filled
from tests.draw.samples import exporters, mark, recipients
from tests.draw.test_layout import overlap

LINE = ThresholdLine(30, "A promise", "30 states")


def values(drawing: Drawing, width: float) -> list[str]:
    """The values that stand at columns, from left to right."""
    known = {one.text for one in drawing.marks}
    bold = [words.text for words in sketch(drawing, width).words if words.bold]
    return [text for text in bold if text in known]


def lines_of(drawing: Drawing, width: float) -> list[Shape]:
    """What is drawn of a line across the columns: a piece beside its words, then those across."""
    shapes = sketch(drawing, width).shapes
    return [s for s in shapes if isinstance(s, Shape) and s.stroke == "ink" and s.width == 1.6]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_line_lies_across_all_columns_with_its_words_above_them(width: float) -> None:
    drawing = replace(recipients(), threshold=LINE)
    canvas = sketch(drawing, width)
    without = sketch(recipients(), width)
    key, *across = lines_of(drawing, width)
    axis = min(s.points[0][0] for s in without.shapes if isinstance(s, Shape) and s.stroke == "ink")
    assert across[0].points[0][0] == pytest.approx(axis)
    assert across[-1].points[1][0] == canvas.right
    (words,) = [one for one in canvas.words if one.text == "A promise: 30 states"]
    assert words.box[1] < key.points[0][1] < words.box[3]
    assert key.points[1][0] < words.box[0]
    assert words.box[3] < min(top for _, top, *_ in boxes_of(canvas))
    assert not [pair for pair in itertools.combinations(canvas.words, 2) if overlap(*pair)]


def boxes_of(canvas: Canvas) -> list[tuple[float, float, float, float]]:
    """The columns of a drawing."""
    return [box for s in filled(canvas, "accent", "neutral") for box in boxes(s)]


def test_a_line_runs_through_no_value() -> None:
    drawing = replace(recipients(), threshold=ThresholdLine(27.2, "A promise", "27 states"))
    _, *pieces = lines_of(drawing, WIDE)
    assert len(pieces) > 3
    for piece in pieces:
        (start, y), (end, _) = piece.points
        for words in sketch(drawing, WIDE).words:
            left, top, right, bottom = words.box
            assert not (top < y < bottom and left < end and start < right), words


def test_columns_stand_on_zero_where_a_line_lies_below_it() -> None:
    drawing = replace(recipients(), threshold=ThresholdLine(-20, "A promise", "−20"))
    canvas = sketch(drawing, WIDE)
    feet = {round(box[3], 6) for box in boxes_of(canvas)}
    across = [
        round(s.points[0][1], 6)
        for s in canvas.shapes
        if isinstance(s, Shape)
        and s.stroke == "ink"
        and s.points[1] == (canvas.right, s.points[0][1])
    ]
    assert feet <= set(across)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("count", [7, 30, 200])
def test_columns_have_room_however_many_they_are(count: int, width: float) -> None:
    marks = tuple(
        mark(str(1800 + place), 5e9 + place % 7 * 1e9, f"about ${5 + place % 7} billion")
        for place in range(count)
    )
    canvas = sketch(replace(recipients(), marks=marks, highlight=()), width)
    columns = sorted(box for box in boxes_of(canvas))
    assert all(left < right for left, _, right, _ in columns)
    assert all(a[2] < b[0] for a, b in itertools.pairwise(columns))


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("counts", [(9, 8, 7, 6, 5, 4, 3, 2), (2, 3, 4, 5, 6, 7, 8, 9)])
def test_a_long_value_lies_on_no_other_column_and_in_the_drawing(
    counts: tuple[int, ...], width: float
) -> None:
    marks = tuple(
        mark(str(2000 + place), count * 1e9, f"about $1,00{count},000,000 a year")
        for place, count in enumerate(counts)
    )
    canvas = sketch(replace(recipients(), marks=marks, highlight=()), width)
    shown = [words for words in canvas.words if words.bold]
    assert "about $1,009,000,000 a year" in {words.text for words in shown}
    for words in shown:
        left, top, right, bottom = words.box
        assert left >= canvas.left - 0.1
        assert right <= canvas.right + 0.1
        for box in boxes_of(canvas):
            assert not (left < box[2] and box[0] < right and top < box[3] and box[1] < bottom - 3)


@pytest.mark.parametrize("end", ["open_low", "open_high"])
def test_values_without_an_end_lie_in_rows_which_show_it(end: str) -> None:
    marks = recipients().marks
    unsure = replace(marks[0], open_low=end == "open_low", open_high=end == "open_high")
    assert in_years(recipients())
    assert not in_years(replace(recipients(), marks=(unsure, *marks[1:])))


def test_a_narrow_drawing_names_the_columns_that_are_marked() -> None:
    assert values(recipients(), NARROW) == ["31", "12"]


def test_the_columns_of_a_marked_group_have_the_accent() -> None:
    marks = tuple(
        replace(one, group="late" if place > 20 else "early")
        for place, one in enumerate(recipients().marks)
    )
    canvas = sketch(replace(recipients(), marks=marks, highlight=("late",)), WIDE)
    assert len([box for s in filled(canvas, "accent") for box in boxes(s)]) == 3


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
