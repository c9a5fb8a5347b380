"""Scales: from numbers to pixels, with round ticks and their printed form."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
_MOST_DECIMALS = 15
_WORDS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale: `low`..`high` in numbers lies at `start`..`end` in pixels."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, number: float) -> float:
        """The pixel of a number."""
        span = self.high - self.low
        share = (number - self.low) / span if span else 0.0
        return self.start + share * (self.end - self.start)


def domain(numbers: Iterable[float]) -> tuple[float, float]:
    """The ends of a scale that holds all the numbers and zero."""
    numbers = [0.0, *numbers]
    low, high = min(numbers), max(numbers)
    return (low, high) if low < high else (0.0, 1.0)


def nice_step(span: float, most: int) -> float:
    """The smallest of 1, 2, 2.5, 5 × 10ⁿ that divides `span` into at most `most` steps."""
    rough = span / max(1, most)
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (1, 2, 2.5, 5, 10):
        if factor * power >= rough * (1 - 1e-9):
            return factor * power
    return 10 * power


def nice_ticks(low: float, high: float, most: int = 5) -> list[float]:
    """Round numbers from at or below `low` to at or above `high`, with at most `most` steps."""
    step = nice_step(high - low, most)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [place * step for place in range(first, last + 1)]


def tick_texts(ticks: Sequence[float], unit: str) -> tuple[list[str], str]:
    """How ticks are printed, and the words that the axis carries once: `million shells`.

    Thousands have separators; millions and more are counted in words. Percent signs and symbols
    of currencies stand with each number.
    """
    top = max(abs(tick) for tick in ticks)
    size, word = next(((size, word) for size, word in _WORDS if top >= size), (1.0, ""))
    scaled = [tick / size for tick in ticks]
    slip = 1e-6 * (scaled[-1] - scaled[0])
    decimals = 0
    while decimals < _MOST_DECIMALS and any(
        abs(tick - round(tick, decimals)) > slip for tick in scaled
    ):
        decimals += 1
    symbol, rest = _symbol(unit)
    suffix = "%" if rest == "%" else ""
    texts = [_signed(tick, decimals, symbol, suffix) if tick else "0" for tick in scaled]
    return texts, " ".join(part for part in (word, "" if suffix else rest) if part)


def _symbol(unit: str) -> tuple[str, str]:
    head, _, rest = unit.partition(" ")
    return (SYMBOLS[head], rest) if head in SYMBOLS else ("", unit)


def _signed(number: float, decimals: int, symbol: str, suffix: str) -> str:
    sign = "−" if round(number, decimals) < 0 else ""
    return f"{sign}{symbol}{abs(number):,.{decimals}f}{suffix}"
