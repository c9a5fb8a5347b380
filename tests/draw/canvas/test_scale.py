from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.draw.canvas.scale import Scale, domain, nice_ticks, tick_texts


def test_a_scale_holds_zero() -> None:
    assert domain([3, 5]) == (0, 5)
    assert domain([-3, 5]) == (-3, 5)
    assert domain([0]) == (0, 1)
    assert Scale(0, 50, 100, 200)(25) == 150


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 37, [0, 10, 20, 30, 40]),
        (0, 1.89, [0, 0.5, 1, 1.5, 2]),
        (-53, 47, [-60, -40, -20, 0, 20, 40, 60]),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert nice_ticks(low, high, 5) == pytest.approx(expected)


@given(
    numbers=st.lists(st.floats(-1e12, 1e12, allow_subnormal=False), min_size=1, max_size=5),
    most=st.integers(2, 8),
)
def test_ticks_enclose_the_data(numbers: list[float], most: int) -> None:
    low, high = domain(numbers)
    ticks = nice_ticks(low, high, most)
    slack = 1e-6 * (high - low)
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
    assert 0 in ticks
    assert len(ticks) <= most + 3


@pytest.mark.parametrize(
    ("ticks", "unit", "texts", "caption"),
    [
        ([0, 0.5, 1, 1.5], "%", ["0", "0.5%", "1.0%", "1.5%"], ""),
        ([0, 1000, 2000], "states", ["0", "1,000", "2,000"], "states"),
        ([0, 5e11, 1e12], "USD", ["0", "$0.5", "$1.0"], "trillion"),
        ([-2e6, 0, 2e6], "shells / year", ["−2", "0", "2"], "million shells / year"),
        ([0, 1e-9, 2e-9], "grams", ["0", "0.000000001", "0.000000002"], "grams"),
        ([0, 1], "EUR a year", ["0", "€1"], "a year"),
    ],
)
def test_ticks_are_printed(ticks: list[float], unit: str, texts: list[str], caption: str) -> None:
    assert tick_texts(ticks, unit) == (texts, caption)
