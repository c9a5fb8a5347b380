"""Every kind in every width: words fit, and stand clear of each other."""

from __future__ import annotations

import itertools

import pytest

from build_scripts.draw.canvas.canvas import NARROW, WIDE, Canvas, Shape, Words
from build_scripts.draw.canvas.colours import text_on
from build_scripts.draw.data import Drawing
from build_scripts.draw.paint import framed, sketch
from build_scripts.model.typography import smart
from tests.draw.harsh import harsh
from tests.draw.samples import all_samples, wordy

DRAWINGS = [*all_samples(), *wordy(), *harsh()]


def canvases(drawing: Drawing) -> list[Canvas]:
    return [
        sketch(drawing, WIDE),
        sketch(drawing, NARROW),
        framed(drawing),
        framed(drawing, slack=1.13),
    ]


def overlap(a: Words, b: Words) -> bool:
    ours, theirs = a.box, b.box
    across = min(ours[2], theirs[2]) - max(ours[0], theirs[0])
    down = min(ours[3], theirs[3]) - max(ours[1], theirs[1])
    return across > 0.5 and down > 1.5


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.id)
def test_words_lie_inside_the_view_box(drawing: Drawing) -> None:
    for canvas in canvases(drawing):
        for words in canvas.words:
            left, top, right, bottom = words.box
            assert left >= -0.5, words
            assert right <= canvas.width + 0.5, words
            assert top >= -0.5, words
            assert bottom <= canvas.bottom + 1.0, words


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.id)
def test_shapes_lie_inside_the_view_box(drawing: Drawing) -> None:
    for canvas in canvases(drawing):
        for shape in canvas.shapes:
            if not isinstance(shape, Words):
                for x, y in shape.points:
                    assert -0.5 <= x <= canvas.width + 0.5, shape
                    assert -0.5 <= y <= canvas.bottom + 0.5, shape


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.id)
def test_no_two_words_overlap(drawing: Drawing) -> None:
    for canvas in canvases(drawing):
        clashes = [(a, b) for a, b in itertools.combinations(canvas.words, 2) if overlap(a, b)]
        assert not clashes


def fill_at(canvas: Canvas, x: float, y: float) -> str:
    """The colour of the topmost rectangle at a point; that of the page where there is none."""
    found = "paper"
    for shape in canvas.shapes:
        if isinstance(shape, Shape) and shape.fill and shape.verbs.startswith("MLLLZ"):
            for place in range(0, len(shape.points), 4):
                (left, top), _, (right, bottom), _ = shape.points[place : place + 4]
                if left < x < right and top < y < bottom:
                    found = shape.fill
    return found


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.id)
def test_words_have_the_colour_for_what_they_lie_on(drawing: Drawing) -> None:
    for canvas in canvases(drawing):
        for words in canvas.words:
            left, top, right, bottom = words.box
            ends = (left + 1.5, (left + right) / 2, right - 1.5)
            grounds = {fill_at(canvas, x, (top + bottom) / 2) for x in ends}
            marks = grounds - {"paper", "track"}
            if words.colour.startswith("on-"):
                assert grounds == marks, words
                assert {text_on(colour) for colour in marks} == {words.colour}, words
            else:
                assert not marks, words


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.id)
def test_text_is_no_smaller_than_a_phone_can_show(drawing: Drawing) -> None:
    assert min(words.size for words in sketch(drawing, NARROW).words) >= 11.0


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.id)
def test_every_label_of_the_data_is_drawn(drawing: Drawing) -> None:
    for width in (WIDE, NARROW):
        shown = " ".join(words.text for words in sketch(drawing, width).words)
        shown = shown.replace("- ", "").lower()
        for mark in drawing.marks if len(drawing.marks) < 20 else ():
            for word in smart(mark.label).lower().split():
                if len(word) < 20:
                    assert word in shown
        for cell in drawing.cells:
            assert smart(cell.label).lower().split()[0] in shown
        for line in drawing.lines:
            assert smart(line.label).lower().split()[0] in shown


def test_apostrophes_are_those_of_print() -> None:
    canvas = Canvas(WIDE)
    canvas.text(0, 20, "Russia's own count")
    assert [words.text for words in canvas.words] == ["Russia’s own count"]
