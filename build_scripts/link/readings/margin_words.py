"""Margins in words for readers.

holds with 100 countries; it would fail at 96 or fewer
fails with 6 states; 91 more states would be needed
holds with $314 billion; it would fail at $326.6 billion or more, 4.0% more
"""

from __future__ import annotations

import math
from fractions import Fraction

from build_scripts.link.printing import print_quantity
from build_scripts.link.readings.flips import Flip
from build_scripts.model.figures import Figure
from build_scripts.model.interval import Truth
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import BARE, IN_PERCENT, IN_POINTS, Quantity
from build_scripts.read.notation.figures import read_figures
from build_scripts.read.notation.words import Lexicon

_NOW = {True: "holds", False: "fails", None: "undetermined"}
_THEN = {True: "would hold", False: "would fail", None: "would be undetermined"}
_SIGNIFICANT = 4


def margin_words(
    fact: LinkedFact,
    now: Quantity,
    truth: Truth,
    flip: Flip | None,
    lexicon: Lexicon,
    *,
    whole: bool = False,
) -> str:
    """Say how far a test that now comes to `truth` is from another outcome.

    `now` is the fact's value, printed as its own sentence has it; with `whole` it is a count.
    """
    figure = _figure(fact, now, lexicon)
    stands = f"{_NOW[truth]} with {_printed_now(fact, now, figure)}"
    if flip is None:
        return f"{stands}; no other value of this alone would change it"
    then = _THEN[flip.becomes]
    if flip.both:
        return f"{stands}; it {then} at any other value"
    shown = _printed(Quantity.of(flip.at, now.unit), figure)
    if flip.only:
        return f"{stands}; it {then} at exactly {shown}"
    if whole:
        return f"{stands}; {_counted(now, truth, flip, then, figure)}"
    more = "more" if flip.upward else "less"
    at = f"at {shown} or {more}"
    if not flip.included:
        at = f"{'above' if flip.upward else 'below'} {shown}"
    return f"{stands}; it {then} {at}{_change(now, flip)}"


def _counted(now: Quantity, truth: Truth, flip: Flip, then: str, figure: Figure | None) -> str:
    value = now.interval.low.value
    if truth is False and flip.becomes and flip.upward and now.interval.is_point and value:
        missing = flip.at - value
        noun = f" {figure.noun}" if figure and figure.noun and missing > 1 else ""
        return f"{int(missing):,} more{noun} would be needed"
    return f"it {then} at {int(flip.at):,} or {'more' if flip.upward else 'fewer'}"


def _figure(fact: LinkedFact, now: Quantity, lexicon: Lexicon) -> Figure | None:
    """The figure of the fact's own sentence that states its value; of a cell there is none."""
    if fact.ref.row:
        return None
    stated = fact.stated.quantity if fact.stated and fact.stated.quantity else now
    for figure in read_figures(str(fact.sentence), lexicon):
        if figure.quantity is not None and _states(figure, figure.quantity, stated):
            return figure
    return None


def _states(figure: Figure, shown: Quantity, value: Quantity) -> bool:
    """Whether a figure is that value, rounded to the digits that it shows."""
    if value.unit == BARE and shown.unit == IN_PERCENT:
        value = Quantity(value.interval.scaled(100), IN_PERCENT)
    if BARE not in (value.unit, shown.unit) and value.unit.over != shown.unit.over:
        return False
    pairs = ((value.interval.low, shown.interval.low), (value.interval.high, shown.interval.high))
    return all(
        a.value == b.value or (a.value and b.value and abs(a.value - b.value) <= figure.digits / 2)
        for a, b in pairs
    )


def _printed_now(fact: LinkedFact, now: Quantity, figure: Figure | None) -> str:
    if figure is None:
        return _printed(now, None)
    text = str(fact.sentence)
    hedge = text[figure.hedge_start : figure.start]
    return hedge + text[figure.start : figure.end].replace(" and ", " to ")


def _printed(quantity: Quantity, figure: Figure | None) -> str:
    """A quantity with the noun, or as the percentage, that the fact's sentence has."""
    written = figure.quantity.unit if figure and figure.quantity else quantity.unit
    if quantity.unit == BARE and written == IN_PERCENT:
        quantity = Quantity(quantity.interval.scaled(100), IN_PERCENT)
    shown = print_quantity(quantity, _SIGNIFICANT)
    exact = shown == print_quantity(quantity, 4 * _SIGNIFICANT)
    if figure and figure.noun and not quantity.unit.under:
        noun = f" {quantity.unit}"
        shown = shown.removesuffix(noun if quantity.unit.over else "") + f" {figure.noun}"
    return shown if exact else f"about {shown}"


def _change(now: Quantity, flip: Flip) -> str:
    """`, 4.0% more`: the way to the flip as a part of the present value."""
    value = now.interval.low.value
    if not now.interval.is_point or not value or now.unit in (BARE, IN_PERCENT, IN_POINTS):
        return ""
    ratio = flip.at / value
    if ratio >= 2:
        return f", {_rounded(ratio)} times as much"
    if ratio <= 0:
        return ""
    change = _rounded(abs(ratio - 1) * 100)
    return f", {change}% {'more' if flip.upward else 'less'}" if change != "0" else ""


def _rounded(value: Fraction) -> str:
    """Two significant digits, half up, all of them before the point."""
    if not value:
        return "0"
    places = max(0, 1 - math.floor(math.log10(value)))
    digits = math.floor(value * 10**places + Fraction(1, 2))
    whole, rest = divmod(digits, 10**places)
    return f"{whole:,}.{str(rest).zfill(places)}" if places else f"{whole:,}"
