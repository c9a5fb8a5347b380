"""Quantities in tokens: a number with its sign, currency, scale, range, unit, rate and bounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.interval import Interval
from build_scripts.model.quantity import BARE, IN_PERCENT, TIMES, Quantity, Unit
from build_scripts.read.notation.hedges import read_hedge
from build_scripts.read.notation.nouns import (
    read_currency_noun,
    read_noun,
    read_rate,
    read_share,
    unit_of,
)
from build_scripts.read.notation.numbers import NumberRead, read_number
from build_scripts.read.notation.tokens import TextToken
from build_scripts.read.notation.unclear import DOZENS, JOINTS, is_spaced_thousand
from build_scripts.read.notation.words import CURRENCY_CODES, CURRENCY_SIGNS, STOPS, Lexicon

_DASHES = frozenset("–—-−")
_SIGNS = {"-": -1, "−": -1, "–": -1, "+": 1}

_LINKS = frozenset({*_DASHES, "to", "and"})
_BEHIND = {
    ("or", "more"): Hedge.AT_LEAST,
    ("at", "least"): Hedge.AT_LEAST,
    ("or", "fewer"): Hedge.AT_MOST,
    ("or", "less"): Hedge.AT_MOST,
    ("at", "most"): Hedge.AT_MOST,
    ("or", "so"): Hedge.ABOUT,
}
_BEGIN_BEHIND = frozenset({"+", "-", "of", *(first for first, _ in _BEHIND)})
_WHOLE = 5
"""So many words may stand between `of` and a bound behind it."""


class _Opening(NamedTuple):
    """What stands before the digits: `begin` is where the figure begins, `end` where they do."""

    begin: int
    end: int
    sign: int
    between: bool
    currency: str
    percent: bool


def read_quantity(
    text: str, tokens: Sequence[TextToken], index: int, lexicon: Lexicon
) -> tuple[Figure, int] | None:
    """Read the quantity that begins at `index`, and the index after it; None when none does."""
    opening = _opening(tokens, index)
    if opening is None:
        return None
    number = read_number(tokens, opening.end) or _one(tokens, opening.end, opening.between)
    if number is None or _misspelt(tokens, opening.end, number):
        return None
    share = read_share(tokens, number.end)
    unit, position = share or (IN_PERCENT if opening.percent else None, number.end)
    high, position, unit = _range(tokens, position, unit, opening)
    currency = opening.currency
    if unit is None and not currency:
        after = read_currency_noun(tokens, position)
        if after is not None:
            currency, position = after
    noun, end = "", position
    if unit is None:
        unit, noun, end = _counted(tokens, position, currency, lexicon)
        noun = text[tokens[position].start : tokens[end - 1].end] if end > position else noun
    low, digits = _carried(number, high) if high else (number.value, number.digits)
    start, stop = tokens[opening.begin].start, tokens[end - 1].end
    hedge, hedge_start = read_hedge(tokens, opening.begin)
    if opening.between and hedge is Hedge.EXACT:  # "nearly between" is a hedge, though an odd one
        hedge, hedge_start = read_hedge(tokens, opening.begin - 1)
        hedge_start = start if hedge is Hedge.EXACT else hedge_start
    timed = unit.over and unit.over[0] in TIMES and not unit.under
    figure = Figure(
        start,
        stop,
        Kind.DURATION if timed else Kind.QUANTITY,
        text[start:stop],
        Quantity(_interval(low, high.value if high else None, opening.sign), unit),
        hedge,
        hedge_start,
        digits,
        noun,
        opening.sign != 0,
        ends=(low, high.value) if high else (low,),
    )
    return _postfix_bound(text, tokens, figure, end, lexicon)


def _opening(tokens: Sequence[TextToken], index: int) -> _Opening | None:
    """Read a sign, `between`, a currency, a leading %; None where a sign is no sign."""
    begin, sign, token = index, 0, tokens[index]
    if token.kind == "number":
        return _Opening(index, index, 0, False, "", False)
    if token.lower == "minus":
        sign, index = -1, index + 1
    elif token.text in _SIGNS and not token.glued and tokens[index + 1].glued:
        after = tokens[index + 1]
        currency = after.text in CURRENCY_SIGNS or after.text in CURRENCY_CODES
        if after.kind != "number" and not currency:
            return None
        sign, index = _SIGNS[token.text], index + 1
    between = tokens[index].lower == "between"
    if between:
        begin = index = index + 1
    code, index = _currency_before(tokens, index)
    unbound = tokens[index - 1].kind != "number"
    percent = tokens[index].text == "%" and unbound and tokens[index + 1].glued
    return _Opening(begin, index + percent, sign, between, code, percent)


def _one(tokens: Sequence[TextToken], index: int, between: bool) -> NumberRead | None:
    """The word `one` where a number follows that it belongs to: `one to three`, `one or two`."""
    link = tokens[index + 1].lower
    if tokens[index].lower != "one" or link not in (("and",) if between else ("to", "or")):
        return None
    following = read_number(tokens, index + 2)
    if following is None:
        return None
    return NumberRead(Fraction(1), Fraction(1), index + 1, in_words=True)


def _currency_before(tokens: Sequence[TextToken], index: int) -> tuple[str, int]:
    token = tokens[index]
    if token.text in CURRENCY_SIGNS:
        return CURRENCY_SIGNS[token.text], index + 1
    if token.text in CURRENCY_CODES and tokens[index + 1].kind == "number":
        return token.text, index + 1
    return "", index


def _misspelt(tokens: Sequence[TextToken], index: int, number: NumberRead) -> bool:
    """`T-90`, `155mm`, `5.2m`, `10000`, `7,5`: digits that are not written in the notation."""
    first, after = tokens[index], tokens[number.end]
    before = tokens[index - 1]
    if after.lower in DOZENS:
        return True
    if first.kind != "number":
        return False
    if len(first.text) > 4 and "," not in first.text and len(first.text.partition(".")[0]) > 4:
        return True
    if after.text in JOINTS and after.glued and tokens[number.end + 1].glued:
        return tokens[number.end + 1].kind == "number"
    if first.glued and (before.kind == "word" or _joined(tokens, index)):
        return True
    return after.glued if after.kind == "word" else is_spaced_thousand(first, after)


def _joined(tokens: Sequence[TextToken], index: int) -> bool:
    """Whether digits hang on what stands before them: `T-90`, `$-5`, `1/3`."""
    joint, before = tokens[index - 1], tokens[index - 2]
    if joint.text == "." and (before.kind == "word" or not joint.glued):
        return True
    if not joint.glued:
        return False
    if joint.text == "-":
        return before.kind == "word" or before.text in CURRENCY_SIGNS
    return joint.text in JOINTS and before.kind == "number"


def _range(
    tokens: Sequence[TextToken], position: int, unit: Unit | None, opening: _Opening
) -> tuple[NumberRead | None, int, Unit | None]:
    """Read the second end of a range, if one follows: its number, its end, the unit of both."""
    none = None, position, unit
    link = tokens[position]
    if link.lower not in _LINKS:
        return none
    dash = link.text in _DASHES and link.glued and tokens[position + 1].glued
    if not (link.lower == "and" if opening.between else dash or link.lower == "to"):
        return none
    currency, index = _currency_before(tokens, position + 1)
    second = read_number(tokens, index)
    if second is None or (dash and tokens[index].kind != "number"):
        return none
    share = read_share(tokens, second.end)
    end = share[1] if share else second.end
    glued = tokens[end].kind == "word" and tokens[end].glued
    other_unit = unit is not None and (share is None or share[0] != unit)
    if glued or other_unit or currency not in ("", opening.currency):
        return none
    return second, end, share[0] if share else unit


def _carried(first: NumberRead, second: NumberRead) -> tuple[Fraction, Fraction]:
    """The first end of a range, and the place of the last digit written of both.

    The first end takes the scale of the second: $1–2 billion, 11 to 12,000.
    """
    factor = 1
    if first.scale == 1 and not first.grouped and first.value < 1000:
        if second.scale > 1:
            factor = second.scale
        elif second.grouped and first.value * 1000 <= second.value:
            factor = 1000
    return first.value * factor, min(first.digits * factor, second.digits)


def _counted(
    tokens: Sequence[TextToken], position: int, currency: str, lexicon: Lexicon
) -> tuple[Unit, str, int]:
    """The unit of what follows a number, the noun, and the index after both."""
    noun, end = "", position
    if not currency:
        if tokens[position].lower == "times":
            return BARE, "times", position + 1
        hyphen = tokens[position]
        if hyphen.text == "-" and hyphen.glued and tokens[position + 1].kind == "word":
            found = read_noun(tokens, position + 1, lexicon, reach=1)
        else:
            found = read_noun(tokens, position, lexicon)
        if found is not None:
            noun, _, end = found
    reach = 1 if noun or currency else 4
    for step in range(reach):
        rate = read_rate(tokens, end + step)
        if rate is not None:
            return unit_of(noun, currency, rate[0]), noun, rate[1]
        word = tokens[end + step]
        if word.kind != "word" or word.lower in STOPS:
            break
    return unit_of(noun, currency, ""), noun, end


def _interval(low: Fraction, high: Fraction | None, sign: int) -> Interval:
    if high is None:
        return Interval.point(-low if sign < 0 else low)
    ends = sorted((low, high))
    return Interval.between(*ends) if sign >= 0 else -Interval.between(*ends)


def _postfix_bound(
    text: str, tokens: Sequence[TextToken], figure: Figure, end: int, lexicon: Lexicon
) -> tuple[Figure, int]:
    """`50 or more states`, `30+`, `50 at most`, `50-odd`, `2% of GDP or more`: a bound behind."""
    if tokens[end].lower not in _BEGIN_BEHIND:
        return figure, end
    if tokens[end].lower == "of":
        end, whole = _behind_whole(tokens, end), end
        if end == whole:
            return figure, whole
    if tokens[end].text == "+" and tokens[end].glued:
        hedge, end = Hedge.AT_LEAST, end + 1
    elif tokens[end].text == "-" and tokens[end + 1].lower == "odd":
        hedge, end = Hedge.ABOUT, end + 2
    else:
        found = _BEHIND.get((tokens[end].lower, tokens[end + 1].lower))
        after = tokens[end + 2]
        if found is None or after.kind == "number" or after.lower == "than":
            return figure, end
        hedge, end = found, end + 2
    quantity, noun = figure.quantity, figure.noun
    if quantity is not None and quantity.unit == BARE and not noun:
        first = end
        unit, noun, end = _counted(tokens, first, "", lexicon)
        noun = text[tokens[first].start : tokens[end - 1].end] if end > first else noun
        quantity = replace(quantity, unit=unit)
    stop = tokens[end - 1].end
    return figure._replace(
        hedge=hedge,
        end=stop,
        text=text[figure.start : stop],
        noun=noun,
        quantity=quantity,
    ), end


def _behind_whole(tokens: Sequence[TextToken], index: int) -> int:
    """The index of `or` in `of GDP or more`, which begins at `index`; else `index` itself."""
    for at in range(index + 1, index + 2 + _WHOLE):
        if tokens[at].kind != "word":
            break
        if tokens[at].lower == "or":
            than = tokens[at + 2].lower == "than"
            known = (tokens[at].lower, tokens[at + 1].lower) in _BEHIND
            return at if known and not than else index
    return index
