"""Text that is measured, broken and spread."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.draw.canvas.labels import spread
from build_scripts.draw.canvas.metrics import text_width, wrapped


def test_bold_is_wider_and_digits_are_all_of_one_width() -> None:
    assert text_width("abc", 14, bold=True) > text_width("abc", 14) > 0
    assert len({round(text_width(digit, 14), 6) for digit in "0123456789"}) == 1


def test_lines_are_even_and_keep_their_words() -> None:
    text = "Received Russian major arms at any time since the year 2000"
    lines = wrapped(text, 200, 14)
    assert " ".join(lines) == text
    assert len(lines) == 2
    widths = [text_width(line, 14) for line in lines]
    assert max(widths) <= 200
    assert min(widths) > 0.6 * max(widths)


def test_a_word_that_is_too_wide_is_broken_and_a_no_break_space_holds() -> None:
    lines = wrapped("Donaudampfschifffahrt", 60, 14)
    assert "".join(lines).replace("-", "") == "Donaudampfschifffahrt"
    assert wrapped("a\u00a0b c", 18, 14) == ["a\u00a0b", "c"]
    assert wrapped("", 60, 14) == []


def test_what_is_written_without_spaces_is_broken_without_hyphens() -> None:
    lines = wrapped("中华人民共和国国务院", 60, 14)
    assert len(lines) > 1
    assert "".join(lines) == "中华人民共和国国务院"


@given(st.text(st.characters(codec="utf-8"), max_size=80), st.floats(40, 400))
def test_no_line_is_too_wide(text: str, width: float) -> None:
    for line in wrapped(text, width, 12.5):
        assert text_width(line.rstrip("-"), 12.5) <= width or len(line) <= 2


@given(
    st.lists(st.floats(0, 300), min_size=1, max_size=8),
    st.lists(st.floats(1, 30), min_size=8, max_size=8),
)
def test_labels_are_spread_apart_in_their_order(centres: list[float], sizes: list[float]) -> None:
    sizes = sizes[: len(centres)]
    found = spread(centres, sizes, 0, 320, 3)
    placed = sorted(zip(found, sizes, strict=True))
    for (a, size_a), (b, size_b) in pairwise(placed):
        assert b - a >= (size_a + size_b) / 2 + 3 - 1e-6
    assert placed[0][0] - placed[0][1] / 2 >= -1e-6
    assert placed[-1][0] + placed[-1][1] / 2 <= 320 + 1e-6


def test_labels_with_room_stay_where_they_belong() -> None:
    assert spread([10, 100, 200], [10, 10, 10], 0, 300, 3) == pytest.approx([10, 100, 200])
