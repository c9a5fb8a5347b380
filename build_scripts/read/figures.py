"""The one reader of figures: for prose, values, quotes, translations and chart texts.

The notation is described for contributors in `docs/notation.md`. Reading never raises: what
looks like a figure and is not written in the notation comes back as the kind `unclear`, with
advice on how to write it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.interval import Interval
from build_scripts.model.quantity import BARE, IN_PERCENT, Quantity, Unit
from build_scripts.read.hedges import read_hedge
from build_scripts.read.nouns import (
    read_currency_noun,
    read_noun,
    read_rate,
    read_share,
    unit_of,
)
from build_scripts.read.numbers import NumberRead, read_number
from build_scripts.read.proportions import read_proportion
from build_scripts.read.stated_dates import read_dates
from build_scripts.read.text_tokens import MARGIN, TextToken, masked_spans, tokenize
from build_scripts.read.unclear import read_unclear
from build_scripts.read.words import (
    BEGINNINGS,
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    MAY_HOLD_FIGURES,
    SCALES,
    STOPS,
    TIME,
    Lexicon,
)

_DASHES = frozenset("–—-−")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_SIGNS = {"-": -1, "−": -1, "–": -1, "+": 1}


def read_figures(text: str, lexicon: Lexicon) -> tuple[Figure, ...]:
    """Return every figure of `text` in order, without overlaps."""
    if not MAY_HOLD_FIGURES.search(text):
        return ()
    return _read_figures(str(text), lexicon)


@lru_cache(maxsize=4096)
def _read_figures(text: str, lexicon: Lexicon) -> tuple[Figure, ...]:
    masked = masked_spans(text, lexicon)
    dates = [date for date in read_dates(text) if not _inside(date, masked)]
    taken = sorted([*masked, *((date.start, date.end) for date in dates)])
    tokens = tokenize(text, taken)
    found = [*dates]
    index = 0
    while index < len(tokens) - MARGIN:
        if tokens[index].kind == "word" and not _may_begin(tokens[index]):
            index += 1
            continue
        figure, index = _figure_at(text, tokens, index, lexicon)
        if figure is not None:
            found.append(figure)
    return tuple(sorted((_clear(figure, text, lexicon) for figure in found), key=_start))


def read_value(text: str, lexicon: Lexicon) -> Figure | None:
    """Read a text that is one quantity and nothing else (`-53%`, `more than 50 states`).

    An unknown noun becomes a unit of its own. None when it is no quantity, or more than one.
    """
    text = text.strip()
    tokens = tokenize(text, masked_spans(text, lexicon))
    for index in range(len(tokens) - MARGIN):
        quantity = _quantity(text, tokens, index, lexicon)
        if quantity is None:
            continue
        figure, end = quantity
        if text[: figure.hedge_start].strip():
            return None
        rest = text[figure.end :].strip()
        if not rest:
            return figure
        if figure.quantity is None or figure.quantity.unit != BARE:
            return None
        if any(token.kind == "number" for token in tokens[end:]):
            return None
        unit = Unit((rest.split()[-1].lower(),))
        return replace(
            figure,
            end=len(text),
            text=text[figure.start :],
            noun=rest,
            quantity=Quantity(figure.quantity.interval, unit),
        )
    return None


def _may_begin(token: TextToken) -> bool:
    """Whether a figure may begin with this word; most words are passed over here."""
    return token.lower in BEGINNINGS or not token.text.isascii()


def _start(figure: Figure) -> int:
    return figure.start


def _inside(figure: Figure, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= figure.start and figure.end <= end for start, end in spans)


def _clear(figure: Figure, text: str, lexicon: Lexicon) -> Figure:
    """A bare year with a unit noun behind it is a number without its comma."""
    if figure.kind is not Kind.DATE or len(figure.text) != 4 or not figure.text.isdigit():
        return figure
    tokens = tokenize(text[figure.end : figure.end + 40])
    following = tokens[0].lower
    scale = following in SCALES or following in ("percent", "per")
    counted = following in lexicon.nouns and tokens[1].lower not in ("in", "of")
    if not (scale or counted):
        return figure
    advice = f"write {int(figure.text):,} if it is a number; a year stands alone"
    return replace(figure, kind=Kind.UNCLEAR, period=None, advice=advice)


def _figure_at(
    text: str, tokens: Sequence[TextToken], index: int, lexicon: Lexicon
) -> tuple[Figure | None, int]:
    """The figure that begins at `index`, and the index to go on from."""
    ordinal = _ordinal(tokens, index)
    if ordinal:
        return None, ordinal
    proportion = read_proportion(tokens, index, lexicon)
    if proportion is not None:
        start, end = tokens[index].start, tokens[proportion.end - 1].end
        hedge, hedge_start = read_hedge(tokens, index)
        quantity = Quantity(proportion.interval)
        return (
            Figure(start, end, Kind.PROPORTION, text[start:end], quantity, hedge, hedge_start),
            proportion.end,
        )
    found = _quantity(text, tokens, index, lexicon)
    if found is not None:
        return found
    return read_unclear(text, tokens, index)


def _ordinal(tokens: Sequence[TextToken], index: int) -> int:
    """The index after `20th` or `2nd`, which are ranks and no figures; 0 when there is none."""
    following = tokens[index + 1]
    is_rank = tokens[index].kind == "number" and following.glued and following.lower in _ORDINALS
    return index + 2 if is_rank else 0


def _quantity(
    text: str, tokens: Sequence[TextToken], index: int, lexicon: Lexicon
) -> tuple[Figure, int] | None:
    begin = index
    sign = 0
    token = tokens[index]
    if token.text in _SIGNS and not token.glued and tokens[index + 1].glued:
        if tokens[index + 1].kind != "number" and (tokens[index + 1].text not in CURRENCY_SIGNS):
            return None
        sign, index = _SIGNS[token.text], index + 1
    between = tokens[index].lower == "between"
    if between:
        index += 1
    currency, index = _currency_before(tokens, index)
    leading = tokens[index]
    unbound = tokens[index - 1].kind != "number"
    leads = leading.text == "%" and unbound and tokens[index + 1].glued
    if leads:
        index += 1
    number = read_number(tokens, index)
    if number is None or _misspelt(tokens, index, number):
        return None
    if between:
        begin = index if not currency else index - 1
    unit, currency, position = _unit_of_first(tokens, number.end, currency)
    if leads and unit is None:
        unit = IN_PERCENT
    high, position, unit, currency = _range(tokens, number, position, unit, currency, between)
    if unit is None and not currency:
        after = read_currency_noun(tokens, position)
        if after is not None:
            currency, position = after
    noun, noun_words = "", ""
    end = position
    if unit is None:
        unit, noun, end = _counted(tokens, position, currency, lexicon)
        noun_words = text[tokens[position].start : tokens[end - 1].end] if end > position else ""
    low, digits = number.value, number.digits
    if high is not None:
        low, digits = _carried(number, high), min(number.digits, high.digits)
    start = tokens[begin].start
    interval = _interval(low, high.value if high else None, sign)
    hedge, hedge_start = read_hedge(tokens, begin)
    kind = Kind.QUANTITY
    if unit.over and unit.over[0] in TIME.values() and not unit.under:
        kind = Kind.DURATION
    stop = tokens[end - 1].end
    figure = Figure(
        start,
        stop,
        kind,
        text[start:stop],
        Quantity(interval, unit),
        hedge,
        hedge_start,
        digits,
        noun_words or noun,
        sign != 0,
        ends=(low,) if high is None else (low, high.value),
    )
    return _postfix_bound(tokens, figure, end)


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
    if first.kind != "number":
        return False
    if len(first.text.partition(".")[0]) > 4 and "," not in first.text:
        return True
    if after.text == "," and after.glued and tokens[number.end + 1].glued:
        return tokens[number.end + 1].kind == "number"
    if first.glued and before.kind == "word":
        return True
    if first.glued and before.text == "-" and tokens[index - 2].kind == "word":
        return before.glued
    return after.kind == "word" and after.glued


def _unit_of_first(
    tokens: Sequence[TextToken], position: int, currency: str
) -> tuple[Unit | None, str, int]:
    share = read_share(tokens, position)
    if share is not None:
        return share[0], currency, share[1]
    return None, currency, position


def _range(
    tokens: Sequence[TextToken],
    first: NumberRead,
    position: int,
    unit: Unit | None,
    currency: str,
    between: bool,
) -> tuple[NumberRead | None, int, Unit | None, str]:
    """Read the second end of a range, if one follows: its number, and the unit both have."""
    link = tokens[position]
    dash = link.text in _DASHES and link.glued and tokens[position + 1].glued
    if between:
        joined = link.lower == "and"
    else:
        joined = dash or link.lower == "to"
    if not joined:
        return None, position, unit, currency
    second_currency, index = _currency_before(tokens, position + 1)
    second = read_number(tokens, index)
    if second is None or (dash and tokens[index].kind != "number"):
        return None, position, unit, currency
    if second_currency and second_currency != currency:
        return None, position, unit, currency
    share = read_share(tokens, second.end)
    end = share[1] if share else second.end
    after = tokens[end]
    if after.kind == "word" and after.glued:
        return None, position, unit, currency
    if unit is not None and (share is None or share[0] != unit):
        return None, position, unit, currency
    return second, end, share[0] if share else unit, currency


def _carried(first: NumberRead, second: NumberRead) -> Fraction:
    """The first end of a range with the scale of the second: $1–2 billion, 11 to 12,000."""
    if first.scale > 1 or first.value == 0:
        return first.value
    if second.scale > 1:
        return first.value * second.scale
    if second.grouped and not first.grouped and first.value < 1000 <= second.value:
        if first.value * 1000 <= second.value:
            return first.value * 1000
    return first.value


def _counted(
    tokens: Sequence[TextToken], position: int, currency: str, lexicon: Lexicon
) -> tuple[Unit, str, int]:
    """The unit of what follows a number, the noun, and the index after both."""
    noun, end = "", position
    if not currency:
        if tokens[position].lower == "times":
            return BARE, "times", position + 1
        hyphen = tokens[position]
        begin = position
        if hyphen.text == "-" and hyphen.glued and tokens[position + 1].kind == "word":
            begin = position + 1
        found = read_noun(tokens, begin, lexicon)
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


def _postfix_bound(tokens: Sequence[TextToken], figure: Figure, end: int) -> tuple[Figure, int]:
    """`50 or more`, `30+`: a bound that stands behind."""
    words = (tokens[end].lower, tokens[end + 1].lower)
    if words == ("or", "more"):
        return replace(figure, hedge=Hedge.AT_LEAST, end=tokens[end + 1].end), end + 2
    if words[0] == "+" and tokens[end].glued:
        return replace(figure, hedge=Hedge.AT_LEAST, end=tokens[end].end), end + 1
    return figure, end


def shares(figure: Figure) -> bool:
    """Whether a figure is a percentage, a ratio or a proportion in words."""
    return figure.kind is Kind.PROPORTION or (
        figure.quantity is not None and figure.quantity.unit in (BARE, IN_PERCENT)
    )
