"""Figures: quantities, proportions and dates as they stand in text."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from build_scripts.model.dates import Period
from build_scripts.model.quantity import Quantity


class Kind(StrEnum):
    """What a figure is."""

    QUANTITY = "quantity"
    PROPORTION = "proportion"
    DATE = "date"
    DURATION = "duration"
    UNCLEAR = "unclear"


class Hedge(StrEnum):
    """What a figure says about its own exactness."""

    EXACT = ""
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    OVER = "more than"
    UNDER = "under"
    AT_LEAST = "at least"
    AT_MOST = "up to"


class Figure(NamedTuple):
    """One figure in a text.

    `start` and `end` are offsets of the figure with its sign, currency, scale and unit, without
    its hedge; `hedge_start` is where the hedge begins (equal to `start` when there is none).
    `quantity` holds the value as written, without the hedge applied: a range is its interval.
    `digits` is the place value of the last digit written (1/10 for 5.2, 100,000 for 5.2 million):
    the figure stands for what rounds to it. `ends` are the numbers in the order written, two of
    them for a range. `noun` is the noun as written, "" when there is none.
    """

    start: int
    end: int
    kind: Kind
    text: str
    quantity: Quantity | None = None
    hedge: Hedge = Hedge.EXACT
    hedge_start: int = 0
    digits: Fraction = Fraction(1)
    noun: str = ""
    signed: bool = False
    period: Period | None = None
    advice: str = ""
    ends: tuple[Fraction, ...] = ()
