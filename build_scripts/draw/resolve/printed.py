"""Values as a chart prints them: with signs and scales, without the noun, which the subtitle says.

A stated value is printed as its source has it, a computed one as the fact's own sentence has it; a
ratio that is drawn in percent is printed so, however it was written. A computed value that its
sentence does not state is rounded, half up, to three digits of the largest value, with two of its
own at least.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction

from build_scripts.link.binding.saying import agrees
from build_scripts.link.printing import print_quantity
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.interval import End, Interval
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import BARE, IN_PERCENT, Quantity, Unit
from build_scripts.read.notation.figures import read_figures
from build_scripts.read.notation.words import Lexicon

_LONGEST = 12
"""More digits than any value has: what has been rounded already is printed whole."""
_EXACT = 4
"""So many significant digits of a computed value may stand unrounded: 984.4."""


def printed(fact: LinkedFact, quantity: Quantity, step: Fraction, lexicon: Lexicon) -> str:
    """The value of a fact, `quantity` in the chart's unit; `step` is the place of rounding."""
    stated = fact.stated
    if stated is not None and _as_share(fact.quantity, quantity):
        text = _about(stated, quantity) + print_quantity(quantity, _LONGEST)
    elif stated is not None and fact.ref.row:
        text = _cell(stated, quantity)
    elif stated is not None:
        text = _as_written(stated, stated.hedge)
    else:
        figure = _in_sentence(fact, lexicon)
        if figure is None or _as_share(figure.quantity, quantity):
            text = _computed(quantity, step)
        else:
            text = _as_written(figure, figure.hedge)
    return _without_noun(text, quantity.unit).replace("-", "−", text.startswith("-"))


def _as_share(written: Quantity | None, quantity: Quantity) -> bool:
    """Whether a ratio that is written as a plain number is drawn in percent."""
    return written is not None and written.unit == BARE and quantity.unit == IN_PERCENT


def _about(stated: Figure, quantity: Quantity) -> str:
    return "about " if stated.hedge is Hedge.ABOUT and quantity.interval.is_point else ""


def common_step(quantities: Iterable[Quantity]) -> Fraction:
    """The place to which computed values are rounded: three digits of the largest."""
    ends = [
        abs(end.value)
        for quantity in quantities
        for end in (quantity.interval.low, quantity.interval.high)
        if end.value
    ]
    return place_of(max(ends, default=Fraction(1)), 3)


def place_of(value: Fraction, digits: int) -> Fraction:
    """The place value of the last of so many significant digits."""
    return Fraction(10) ** (math.floor(math.log10(abs(value))) + 1 - digits)


def _cell(stated: Figure, quantity: Quantity) -> str:
    """A cell with its own digits: a table says 34.0, not 34."""
    if quantity.unit == IN_PERCENT and stated.hedge is Hedge.EXACT:
        return f"{stated.text}%"
    return print_quantity(quantity, _LONGEST)


def _as_written(figure: Figure, hedge: Hedge) -> str:
    text = f"{hedge.value} {figure.text}".strip().replace(" and ", " to ")
    return text.removesuffix(figure.noun).rstrip() if figure.noun else text


def _in_sentence(fact: LinkedFact, lexicon: Lexicon) -> Figure | None:
    """The figure in digits by which a fact's own sentence states its value."""
    for figure in read_figures(str(fact.sentence), lexicon):
        digits = any(character.isdigit() for character in figure.text)
        if figure.kind is Kind.QUANTITY and digits and agrees(figure, fact):
            return figure
    return None


def _computed(quantity: Quantity, step: Fraction) -> str:
    low, high = (_rounded(end, step) for end in (quantity.interval.low, quantity.interval.high))
    text = print_quantity(Quantity(Interval(low, high), quantity.unit), _LONGEST)
    together = low.value == high.value and not quantity.interval.is_point
    return f"about {text}" if together else text


def _rounded(end: End, step: Fraction) -> End:
    if not end.value or _significant(end.value) <= _EXACT:
        return end
    place = min(step, place_of(end.value, 2))
    steps = math.floor(abs(end.value) / place + Fraction(1, 2))
    return End(steps * place * (1 if end.value > 0 else -1), end.open)


def _significant(value: Fraction) -> int:
    """How many significant digits write a number exactly, or one more than `_EXACT`."""
    return next(
        (
            digits
            for digits in range(1, _EXACT + 1)
            if (value / place_of(value, digits)).denominator == 1
        ),
        _EXACT + 1,
    )


def _without_noun(text: str, unit: Unit) -> str:
    if unit.under or len(unit.over) != 1 or unit == IN_PERCENT:
        return text
    return text.removesuffix(f" {unit.over[0]}")
