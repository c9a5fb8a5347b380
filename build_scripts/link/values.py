"""What a stated value means as an interval.

A hedge in a source is part of what it says: "about four" is computed as what rounds to four,
"more than 50" as everything above it, a margin as the source gives it.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from build_scripts.model.figures import Figure, Hedge
from build_scripts.model.interval import End, Interval
from build_scripts.model.quantity import IN_PERCENT, Quantity

ZERO = End(Fraction(0))


def rounding_place(value: Fraction, digits: Fraction) -> Fraction:
    """The place value to which a hedged number was rounded.

    That is the last digit written; noughts at the end of a whole number count only up to two
    significant digits: 10,000 is rounded to 1,000, 5.2 million to 0.1 million, 4 to 1.
    """
    if value == 0 or value.denominator != 1:
        return digits
    whole = abs(value.numerator)
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    two_digits = Fraction(10) ** max(0, len(str(whole)) - 2)
    return max(digits, min(Fraction(10) ** zeros, two_digits))


def stated_quantity(figure: Figure) -> Quantity | None:
    """The quantity a stated figure means, its hedge applied; None when it has none."""
    if figure.quantity is None:
        return None
    interval = figure.quantity.interval
    low, high = interval.low.value, interval.high.value
    if figure.hedge is Hedge.EXACT or low is None or high is None:
        return figure.quantity
    half = rounding_place(high, figure.digits) / 2
    meant = {
        Hedge.ABOUT: Interval(End(low - half), End(high + half, True)),
        Hedge.NEARLY: Interval(End(low - half), End(high, True)),
        Hedge.JUST_OVER: Interval(End(high, True), End(high + 2 * half)),
        Hedge.OVER: Interval(End(high, True), End(None)),
        Hedge.AT_LEAST: Interval(End(low), End(None)),
        Hedge.UNDER: Interval(ZERO, End(high, True)),
        Hedge.AT_MOST: Interval(ZERO, End(high)),
    }[figure.hedge]
    return replace(figure.quantity, interval=meant)


def with_margin(quantity: Quantity, margin: Quantity) -> Quantity:
    """A value widened by the margin its source gives: a percentage of it, or an amount."""
    middle = quantity.interval.middle
    width = margin.interval.high.value
    if middle is None or width is None:
        return quantity
    if margin.unit == IN_PERCENT and quantity.unit != IN_PERCENT:
        width = abs(middle) * width / 100
    return replace(quantity, interval=Interval.between(middle - width, middle + width))
