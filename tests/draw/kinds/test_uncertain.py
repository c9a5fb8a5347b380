"""Bars of what is not known exactly: only what is certain is solid."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.draw.canvas.canvas import NARROW, WIDE, Canvas, Shape
from build_scripts.draw.data import Mark, ReadingMark, ThresholdLine, extent
from build_scripts.draw.paint import sketch
from build_scripts.model.linked import Outcome
from tests.draw.kinds.test_kinds import boxes, filled
from tests.draw.samples import mark, reach, readings, shells

AT_MOST = Mark("A", "", 50, 50, "at most 50", "s:f", open_low=True)
LESS = Mark("A", "", -50, -50, "less than −50", "s:f", open_low=True)
BEYOND = Mark("A", "", -10, -10, "more than −10", "s:f", open_high=True)
EXACT = mark("B", 40)


def drawn(*marks: Mark, width: float = WIDE) -> Canvas:
    return sketch(
        replace(reach(), marks=marks, threshold=None, highlight=(), sort="as given"), width
    )


def outlined(canvas: Canvas) -> list[tuple[float, float, float, float]]:
    return [
        boxes(s)[0]
        for s in canvas.shapes
        if isinstance(s, Shape) and s.stroke and s.verbs == "MLLLZ"
    ]


@pytest.mark.parametrize(
    ("low", "high", "open_low", "open_high", "expected"),
    [
        (5, 5, False, False, (5, 5, 5, 0)),
        (2, 5, False, False, (2, 2, 5, 0)),
        (-5, -2, False, False, (-2, -5, -2, 0)),
        (-5, 2, False, False, (0, -5, 2, 0)),
        (50, 50, False, True, (50, 50, 50, 1)),
        (50, 50, True, False, (0, 0, 50, 0)),
        (-50, -50, True, False, (-50, -50, -50, -1)),
        (-10, -10, False, True, (0, -10, 0, 0)),
    ],
)
def test_what_is_certain_of_a_value_reaches_from_zero_to_its_nearer_end(
    low: float, high: float, open_low: bool, open_high: bool, expected: tuple[float, ...]
) -> None:
    assert extent(low, high, open_low=open_low, open_high=open_high) == expected


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("unsure", [AT_MOST, BEYOND, mark("A", 0, "−9 to 5", low=-9, high=5)])
def test_a_bar_of_which_nothing_is_certain_is_only_outlined(unsure: Mark, width: float) -> None:
    canvas = drawn(unsure, EXACT, width=width)
    first, second = (boxes(s)[0] for s in filled(canvas, "accent") if s.verbs == "MLLLZ")
    assert first[2] - first[0] < 1
    per_state = (second[2] - second[0]) / 40
    (frame,) = outlined(canvas)
    span = {"at most 50": 50, "more than −10": 10, "−9 to 5": 14}[unsure.text]
    assert frame[2] - frame[0] == pytest.approx(span * per_state, abs=1.3)
    (words,) = [words for words in canvas.words if words.text == unsure.text]
    assert words.box[0] > frame[2] or words.box[2] < frame[0]


def test_a_value_without_a_lower_end_has_an_arrow_to_the_left() -> None:
    canvas = drawn(LESS, EXACT)
    (arrow,) = [s for s in filled(canvas, "accent") if s.verbs == "MLLZ"]
    bar = boxes(filled(canvas, "accent")[0])[0]
    assert arrow.points[1][0] < bar[0] < bar[2]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_line_makes_way_for_the_value_of_a_bar_below_zero(width: float) -> None:
    marks = (mark("A", -5), mark("B", -0.3), mark("C", -4))
    line = ThresholdLine(-0.4, "A promise", "−0.4")
    canvas = sketch(replace(reach(), marks=marks, threshold=line, highlight=()), width)
    lines = [s for s in canvas.shapes if isinstance(s, Shape) and s.stroke == "ink" and s.width > 1]
    assert len(lines) == 2
    for words in canvas.words:
        for (x, top), (_, bottom) in (s.points for s in lines):
            left, upper, right, lower = words.box
            assert not (left < x < right and top < lower and upper < bottom), words


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(
    ("low", "high", "open_low"), [(50, 50, True), (-50, 50, False), (-50, -50, True)]
)
def test_a_count_of_which_nothing_is_certain_is_only_outlined(
    low: float, high: float, open_low: bool, width: float
) -> None:
    reading = ReadingMark(
        "A", "so many", "needs more than 60", Outcome.UNDETERMINED, low, high, 60.0,
        open_low=open_low,
    )  # fmt: skip
    canvas = sketch(replace(readings(), readings=(reading,)), width)
    solid = [s for s in filled(canvas, "neutral") if s.verbs == "MLLLZ"]
    arrows = [s for s in filled(canvas, "neutral") if s.verbs == "MLLZ"]
    certain = high < 0
    assert (len(solid), len(outlined(canvas)), len(arrows)) == ((1, 0, 1) if certain else (0, 1, 0))


@pytest.mark.parametrize("low", [-5.0, 5.0])
def test_a_scale_that_goes_below_zero_shows_where_zero_is(low: float) -> None:
    reading = ReadingMark("A", "so many", "needs more", Outcome.FAILS, low, low, 60.0)
    canvas = sketch(replace(readings(), readings=(reading,)), WIDE)
    zero = [s.points[0][0] for s in canvas.shapes if isinstance(s, Shape) and s.stroke == "muted"]
    bar = boxes(filled(canvas, "accent-2")[0])[0]
    assert zero == ([pytest.approx(bar[2])] * 2 if low < 0 else [])


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_an_arrow_to_the_left_leaves_the_labels_of_a_range_alone(width: float) -> None:
    marks = tuple(
        Mark(label, "", 1, 1, "at most 1", "s:f", open_low=True)
        for label in ("Russia", "States of the EU, by what they can make in a year")
    )
    canvas = sketch(replace(shells(), marks=marks, threshold=ThresholdLine(30, "A", "30")), width)
    arrows = [s for s in filled(canvas, "accent") if s.verbs == "MLLZ"]
    assert len(arrows) == 2
    for arrow in arrows:
        tip, y = arrow.points[1]
        assert tip >= canvas.left
        for words in canvas.words:
            left, top, right, bottom = words.box
            assert not (left < tip < right and top < y < bottom), words
