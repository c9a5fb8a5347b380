"""Quantities in tokens: a number with its sign, currency, scale, range, unit, rate and bounds."""

from __future__ import annotations

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
from build_scripts.read.notation.tokens import Tokens
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
    text: str, tokens: Tokens, index: int, lexicon: Lexicon
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
        noun = text[tokens.start[position] : tokens.end(end - 1)] if end > position else noun
    low, digits = _carried(number, high) if high else (number.value, number.digits)
    start, stop = tokens.start[opening.begin], tokens.end(end - 1)
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


def _opening(tokens: Tokens, index: int) -> _Opening | None:
    """Read a sign, `between`, a currency, a leading %; None where a sign is no sign."""
    begin, sign, word = index, 0, tokens.lower[index]
    if tokens.kind[index] == "number":
        return _Opening(index, index, 0, False, "", False)
    if word == "minus":
        sign, index = -1, index + 1
    elif word in _SIGNS and not tokens.glued[index] and tokens.glued[index + 1]:
        after = tokens.text[index + 1]
        currency = after in CURRENCY_SIGNS or after in CURRENCY_CODES
        if tokens.kind[index + 1] != "number" and not currency:
            return None
        sign, index = _SIGNS[word], index + 1
    between = tokens.lower[index] == "between"
    if between:
        begin = index = index + 1
    code, index = _currency_before(tokens, index)
    unbound = tokens.kind[index - 1] != "number"
    percent = tokens.text[index] == "%" and unbound and tokens.glued[index + 1]
    return _Opening(begin, index + percent, sign, between, code, percent)


def _one(tokens: Tokens, index: int, between: bool) -> NumberRead | None:
    """The word `one` where a number follows that it belongs to: `one to three`, `one or two`."""
    link = tokens.lower[index + 1]
    if tokens.lower[index] != "one" or link not in (("and",) if between else ("to", "or")):
        return None
    following = read_number(tokens, index + 2)
    if following is None:
        return None
    return NumberRead(Fraction(1), Fraction(1), index + 1, in_words=True)


def _currency_before(tokens: Tokens, index: int) -> tuple[str, int]:
    word = tokens.text[index]
    if word in CURRENCY_SIGNS:
        return CURRENCY_SIGNS[word], index + 1
    if word in CURRENCY_CODES and tokens.kind[index + 1] == "number":
        return word, index + 1
    return "", index


def _misspelt(tokens: Tokens, index: int, number: NumberRead) -> bool:
    """`T-90`, `155mm`, `5.2m`, `10000`, `7,5`: digits that are not written in the notation."""
    digits, end = tokens.text[index], number.end
    if tokens.lower[end] in DOZENS:
        return True
    if tokens.kind[index] != "number":
        return False
    if len(digits) > 4 and "," not in digits and len(digits.partition(".")[0]) > 4:
        return True
    if tokens.text[end] in JOINTS and tokens.glued[end] and tokens.glued[end + 1]:
        return tokens.kind[end + 1] == "number"
    if tokens.glued[index] and (tokens.kind[index - 1] == "word" or _joined(tokens, index)):
        return True
    if tokens.kind[end] == "word":
        return tokens.glued[end]
    return is_spaced_thousand(tokens, index, end)


def _joined(tokens: Tokens, index: int) -> bool:
    """Whether digits hang on what stands before them: `T-90`, `$-5`, `1/3`."""
    joint, glued, before = tokens.text[index - 1], tokens.glued[index - 1], tokens.kind[index - 2]
    if joint == "." and (before == "word" or not glued):
        return True
    if not glued:
        return False
    if joint == "-":
        return before == "word" or tokens.text[index - 2] in CURRENCY_SIGNS
    return joint in JOINTS and before == "number"


def _range(
    tokens: Tokens, position: int, unit: Unit | None, opening: _Opening
) -> tuple[NumberRead | None, int, Unit | None]:
    """Read the second end of a range, if one follows: its number, its end, the unit of both."""
    none = None, position, unit
    link = tokens.lower[position]
    if link not in _LINKS:
        return none
    dash = link in _DASHES and tokens.glued[position] and tokens.glued[position + 1]
    if not (link == "and" if opening.between else dash or link == "to"):
        return none
    currency, index = _currency_before(tokens, position + 1)
    second = read_number(tokens, index)
    if second is None or (dash and tokens.kind[index] != "number"):
        return none
    share = read_share(tokens, second.end)
    end = share[1] if share else second.end
    glued = tokens.kind[end] == "word" and tokens.glued[end]
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
    tokens: Tokens, position: int, currency: str, lexicon: Lexicon
) -> tuple[Unit, str, int]:
    """The unit of what follows a number, the noun, and the index after both."""
    noun, end = "", position
    if not currency:
        if tokens.lower[position] == "times":
            return BARE, "times", position + 1
        hyphen = tokens.text[position] == "-" and tokens.glued[position]
        if hyphen and tokens.kind[position + 1] == "word":
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
        if tokens.kind[end + step] != "word" or tokens.lower[end + step] in STOPS:
            break
    return unit_of(noun, currency, ""), noun, end


def _interval(low: Fraction, high: Fraction | None, sign: int) -> Interval:
    if high is None:
        return Interval.point(-low if sign < 0 else low)
    ends = sorted((low, high))
    return Interval.between(*ends) if sign >= 0 else -Interval.between(*ends)


def _postfix_bound(
    text: str, tokens: Tokens, figure: Figure, end: int, lexicon: Lexicon
) -> tuple[Figure, int]:
    """`50 or more states`, `30+`, `50 at most`, `50-odd`, `2% of GDP or more`: a bound behind."""
    if tokens.lower[end] not in _BEGIN_BEHIND:
        return figure, end
    if tokens.lower[end] == "of":
        end, whole = _behind_whole(tokens, end), end
        if end == whole:
            return figure, whole
    if tokens.text[end] == "+" and tokens.glued[end]:
        hedge, end = Hedge.AT_LEAST, end + 1
    elif tokens.text[end] == "-" and tokens.lower[end + 1] == "odd":
        hedge, end = Hedge.ABOUT, end + 2
    else:
        found = _BEHIND.get((tokens.lower[end], tokens.lower[end + 1]))
        if found is None or tokens.kind[end + 2] == "number" or tokens.lower[end + 2] == "than":
            return figure, end
        hedge, end = found, end + 2
    quantity, noun = figure.quantity, figure.noun
    if quantity is not None and quantity.unit == BARE and not noun:
        first = end
        unit, noun, end = _counted(tokens, first, "", lexicon)
        noun = text[tokens.start[first] : tokens.end(end - 1)] if end > first else noun
        quantity = replace(quantity, unit=unit)
    stop = tokens.end(end - 1)
    return figure._replace(
        hedge=hedge,
        end=stop,
        text=text[figure.start : stop],
        noun=noun,
        quantity=quantity,
    ), end


def _behind_whole(tokens: Tokens, index: int) -> int:
    """The index of `or` in `of GDP or more`, which begins at `index`; else `index` itself."""
    for at in range(index + 1, index + 2 + _WHOLE):
        if tokens.kind[at] != "word":
            break
        if tokens.lower[at] == "or":
            than = tokens.lower[at + 2] == "than"
            known = (tokens.lower[at], tokens.lower[at + 1]) in _BEHIND
            return at if known and not than else index
    return index
