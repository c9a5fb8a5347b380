"""What each kind of chart promises its readers."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace
from typing import get_args

import pytest

from build_scripts.draw.canvas.canvas import NARROW, WIDE, Canvas, Shape
from build_scripts.draw.data import Drawing, ThresholdLine
from build_scripts.draw.kinds import KINDS
from build_scripts.draw.kinds.bar_columns import in_years
from build_scripts.draw.kinds.bar_rows import in_sections
from build_scripts.draw.paint import sketch
from build_scripts.model.charts import CHART_KINDS, ChartKind
from tests.draw.harsh import harsh
from tests.draw.samples import (
    MAJORITY,
    aid,
    all_samples,
    ceiling,
    changes,
    exporters,
    ladder,
    mark,
    nine,
    people,
    reach,
    readings,
    recipients,
    shares,
    votes,
    waffle,
)


def filled(canvas: Canvas, *colours: str) -> list[Shape]:
    return [s for s in canvas.shapes if isinstance(s, Shape) and s.fill in colours]


def boxes(shape: Shape) -> list[tuple[float, float, float, float]]:
    corners = [shape.points[place : place + 4] for place in range(0, len(shape.points), 4)]
    return [(c[0][0], c[0][1], c[2][0], c[2][1]) for c in corners]


def texts(canvas: Canvas) -> list[str]:
    return [words.text for words in canvas.words]


def test_every_kind_of_the_specification_is_drawn() -> None:
    assert set(KINDS) == set(CHART_KINDS) == set(get_args(ChartKind))
    assert {drawing.kind for drawing in all_samples()} == set(KINDS)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_bars_start_at_zero_and_are_as_long_as_their_values(width: float) -> None:
    drawing = replace(reach(), threshold=None)
    bars = [boxes(s)[0] for s in filled(sketch(drawing, width), "accent", "neutral")]
    assert len({round(bar[0], 6) for bar in bars}) == 1
    per_state = {round((bar[2] - bar[0]) / value, 6) for bar, value in zip(
        bars, (107, 64, 54, 47, 41, 40), strict=True)}  # fmt: skip
    assert len(per_state) == 1


def test_a_negative_bar_runs_to_the_left_of_zero() -> None:
    bars = [boxes(s)[0] for s in filled(sketch(changes(), WIDE), "accent")]
    zero = bars[0][0]
    assert bars[1][0] == zero
    assert bars[2][2] == pytest.approx(zero)


def test_highlighted_bars_alone_have_the_accent() -> None:
    assert len(filled(sketch(reach(), WIDE), "accent")) == 1
    assert len(filled(sketch(replace(reach(), highlight=()), WIDE), "accent")) == 6


@pytest.mark.parametrize("kind", ["bar", "range", "share"])
def test_a_highlighted_group_has_the_accent(kind: ChartKind) -> None:
    marks = tuple(
        replace(one, group=f"Group {place % 2}") for place, one in enumerate(reach().marks)
    )
    drawing = replace(reach(), kind=kind, marks=marks, highlight=("Group 1",))
    accents = [
        s for s in sketch(drawing, WIDE).shapes if isinstance(s, Shape) and s.fill == "accent"
    ]
    assert len(accents) == 3


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("drawing", [ladder(), reach()], ids=lambda drawing: drawing.id)
def test_a_threshold_runs_through_no_words(drawing: Drawing, width: float) -> None:
    canvas = sketch(drawing, width)
    lines = [s for s in canvas.shapes if isinstance(s, Shape) and s.stroke == "ink" and s.width > 1]
    assert lines
    for line in lines:
        (x, top), (_, bottom) = line.points
        for words in canvas.words:
            left, upper, right, lower = words.box
            on_its_bar = words.colour.startswith("on-")
            if left < x < right and not on_its_bar:
                assert min(bottom, lower) - max(top, upper) < 1.0, words


def test_an_open_end_has_an_arrow_and_its_words() -> None:
    canvas = sketch(aid(), WIDE)
    assert "more than $300 billion" in texts(canvas)
    assert [s.verbs for s in filled(canvas, "accent")].count("MLLZ") == 1


def test_years_stand_upright_and_other_labels_in_rows() -> None:
    assert in_years(recipients())
    assert not in_years(reach())
    assert not in_years(replace(recipients(), sort="descending"))
    assert texts(sketch(recipients(), WIDE)).count("37") == 1


def test_groups_that_follow_one_another_are_headings() -> None:
    marks = ladder().marks
    assert not in_sections(marks)
    ordered = tuple(sorted(marks, key=lambda mark: mark.group))
    assert in_sections(ordered)
    canvas = sketch(replace(ladder(), marks=ordered, layout="grouped"), WIDE)
    assert texts(canvas).count("Russian official") == 1


def test_parts_are_named_once_above_the_bars_or_listed_below() -> None:
    assert [texts(sketch(votes(), WIDE)).count(name) for name in ("for", "against")] == [1, 1]
    listed = " ".join(texts(sketch(nine(), NARROW))).replace("\u00a0", " ")
    assert "Saudi Arabia $80.3 billion" in listed


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("drawing", [votes(), people()], ids=lambda drawing: drawing.id)
def test_every_part_of_a_stacked_bar_has_its_value(drawing: Drawing, width: float) -> None:
    canvas = sketch(drawing, width)
    written = Counter(texts(canvas))
    assert written >= Counter(mark.text for mark in drawing.marks)
    below = [w for w in canvas.words if w.text == "5" and not w.colour.startswith("on-")]
    assert len(below) == (3 if drawing.id == "votes" and width == NARROW else 0)


def test_values_below_a_bar_leave_the_next_bar_alone() -> None:
    canvas = sketch(people(), WIDE)
    (value,) = [words for words in canvas.words if words.text == "2.6%"]
    second = max(boxes(s)[0][1] for s in filled(canvas, "accent"))
    assert value.colour == "accent-2"
    assert value.box[3] < second


def test_a_line_makes_way_for_a_value_below_a_bar() -> None:
    # The values of the two bars' second parts stand right under a line at half.
    marks = tuple(
        mark(label, value, f"{value}%", name)
        for label in ("one", "two")
        for name, value in (("yes", 49.5), ("no", 1.0), ("neither", 49.5))
    )
    line = ThresholdLine(50, "Half", "50%")
    canvas = sketch(replace(people(), marks=marks, threshold=line), WIDE)
    values = [words for words in canvas.words if words.text == "1.0%"]
    lines = [s for s in canvas.shapes if isinstance(s, Shape) and s.stroke == "ink" and s.width > 1]
    assert len(values) == 2
    assert len(lines) == 3
    for words in values:
        assert all(s.points[1][1] <= words.box[1] or s.points[0][1] >= words.box[3] for s in lines)


def test_stacked_rows_with_labels_of_their_own_become_parts_of_their_groups() -> None:
    swapped = tuple(replace(m, label=m.group, group=m.label) for m in nine().marks)
    canvas = sketch(replace(nine(), marks=swapped), WIDE)
    assert texts(canvas) == texts(sketch(nine(), WIDE))


def test_a_line_is_dashed_where_a_step_of_time_is_missing() -> None:
    dashed = [s for s in sketch(exporters(), WIDE).shapes if isinstance(s, Shape) and s.dash]
    assert len(dashed) == 2 + 2 + 2
    assert all(len(shape.points) == 2 for shape in dashed)


def test_each_line_is_named_at_its_end_with_its_last_value() -> None:
    shown = texts(sketch(exporters(), WIDE))
    for name in ("United States 42%", "Russia 6.8%", "France 9.8%"):
        assert name in shown
    assert "The ceiling named in the claim: 1.5%" in texts(sketch(ceiling(), WIDE))


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_words_of_a_line_across_the_plot_cover_no_point(width: float) -> None:
    canvas = sketch(ceiling(), width)
    dots = [s.points[0] for s in canvas.shapes if isinstance(s, Shape) and s.verbs == "MCCCCZ"]
    words = [w for w in canvas.words if w.bold and w.colour == "ink"]
    assert " ".join(w.text for w in words) == "The ceiling named in the claim: 1.5%"
    assert len(dots) == 18
    for x, y in dots:
        for left, top, right, bottom in (w.box for w in words):
            assert not (left - 3 < x - 3 < right + 3 and top - 3 < y < bottom + 3)


def test_parts_of_a_whole_stand_end_to_end() -> None:
    bars = [boxes(s)[0] for s in filled(sketch(shares(), WIDE), "accent", "neutral")]
    for before, after in itertools.pairwise(bars):
        assert after[0] == pytest.approx(before[2])
    track = boxes(filled(sketch(shares(), WIDE), "track")[0])[0]
    assert bars[0][0] == pytest.approx(track[0])
    assert bars[-1][2] == pytest.approx(track[2], abs=2)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_waffle_has_a_cell_for_each_state_and_its_line_after_the_ninety_seventh(
    width: float,
) -> None:
    canvas = sketch(waffle(), width)
    cells = [words for words in canvas.words if len(words.text) == 3 and words.text.isupper()]
    assert len({words.text for words in cells}) == 193
    (line,) = [s for s in canvas.shapes if isinstance(s, Shape) and s.width == 2.0]
    start, corner, step, *rest = line.points
    before = [
        words
        for words in cells
        if words.y < step[1] or (words.y < corner[1] and words.x < corner[0])
    ]
    assert len(before) == MAJORITY.value
    assert start[0] == canvas.left
    assert all(point[1] == step[1] for point in rest)


def test_readings_say_their_outcome_in_words_with_a_sign() -> None:
    shown = texts(sketch(readings(), WIDE))
    assert shown.count("Fails") == 4
    for word in ("Asserted", "Undetermined", "Holds", "?"):
        assert shown.count(word) == 1
    assert shown.count("Needs more than 96") == 1


def test_thresholds_of_readings_stand_under_each_other() -> None:
    first, second = readings().readings[:2]
    other = replace(second, low=1e9, high=2e9, threshold=4e9, threshold_text="needs $4 billion")
    canvas = sketch(replace(readings(), readings=(first, other)), WIDE)
    lines = [s for s in canvas.shapes if isinstance(s, Shape) and s.stroke == "ink"]
    assert len({round(shape.points[0][0], 6) for shape in lines}) == 1
    assert "Needs $4 billion" in texts(canvas)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_line_beyond_all_stacked_bars_stands_in_the_drawing(width: float) -> None:
    canvas = sketch(replace(votes(), threshold=ThresholdLine(400, "More than all", "400")), width)
    (x, _), _ = next(s.points for s in canvas.shapes if isinstance(s, Shape) and s.stroke == "ink")
    assert x == canvas.right
    first = boxes(filled(canvas, "accent")[0])[0]
    assert first[2] - first[0] == pytest.approx((x - first[0]) * 100 / 400, abs=2)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_parts_in_percent_lie_on_a_scale_to_the_whole(width: float) -> None:
    for parts in (shares().marks[:1], shares().marks):
        canvas = sketch(replace(shares(), marks=parts), width)
        track = boxes(filled(canvas, "track")[0])[0]
        bar = boxes(filled(canvas, "accent")[0])[0]
        assert (bar[2] - bar[0]) / (track[2] - track[0]) == pytest.approx(0.34)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axis_and_line_run_through_no_name_of_a_section(width: float) -> None:
    (drawing,) = (one for one in harsh() if one.id == "harsh-sections")
    canvas = sketch(replace(drawing, threshold=ThresholdLine(0.5, "A", "")), width)
    lines = [s.points for s in canvas.shapes if isinstance(s, Shape) and s.stroke == "ink"]
    assert len(lines) == 4
    for (x, top), (_, bottom) in lines:
        for words in canvas.words:
            left, upper, right, lower = words.box
            assert not (left < x < right and top < lower and upper < bottom), words


def test_the_words_of_a_line_are_its_meaning_where_its_value_says_nothing() -> None:
    line = ThresholdLine(1.5, "the ceiling named in the claim", "")
    shown = texts(sketch(replace(ceiling(), threshold=line), WIDE))
    assert "The ceiling named in the claim" in shown
