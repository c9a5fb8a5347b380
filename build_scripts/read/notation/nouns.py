"""What follows a number: percent, currency, noun, rate."""

from __future__ import annotations

from functools import lru_cache

from build_scripts.model.quantity import BARE, IN_PERCENT, IN_POINTS, Unit
from build_scripts.read.notation.tokens import Tokens
from build_scripts.read.notation.words import (
    CURRENCY_CODES,
    CURRENCY_NOUNS,
    RATE_ADVERBS,
    STOPS,
    TIME,
    Lexicon,
)

_REACH = 5
_SHARES = frozenset({"%", "-", "percent", "pc", "per", "percentage"})
_RATE_STARTS = frozenset({"/", "a", "an", "per", "each", "every"})
_NOT_RATES = frozenset({"ago", "later", "earlier", "before", "after", "old"})


def read_share(tokens: Tokens, index: int) -> tuple[Unit, int] | None:
    """Read `%`, `per cent`, `percent`, `percentage points`; None when none stands at `index`."""
    first, second = tokens.lower[index], tokens.lower[index + 1]
    if first not in _SHARES:
        return None
    if first == "%":
        return IN_PERCENT, index + 1
    if first == "-" and second in ("percent", "per", "percentage"):
        return read_share(tokens, index + 1)
    if first in ("percent", "pc"):
        return IN_PERCENT, index + 1
    if first == "per" and second == "cent":
        return IN_PERCENT, index + 2
    if first == "percentage" and second in ("point", "points"):
        return IN_POINTS, index + 2
    if first == "percentage" and second == "-":
        after = tokens.lower[index + 2]
        return (IN_POINTS, index + 3) if after in ("point", "points") else None
    return None


def read_currency_noun(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read `dollars`, `US dollars`, `EUR`: the currency's code; None when none stands there."""
    if tokens.text[index] == "US":
        index += 1
    word, code = tokens.lower[index], tokens.text[index]
    if word in CURRENCY_NOUNS:
        return CURRENCY_NOUNS[word], index + 1
    if code in CURRENCY_CODES:
        return code, index + 1
    return None


def read_noun(
    tokens: Tokens, index: int, lexicon: Lexicon, reach: int = _REACH
) -> tuple[str, int, int] | None:
    """Find the counted noun after a number: the last unit noun of the `reach` words that follow.

    Returns its canonical form, the index where it begins and the one after it; None when the
    words up to the next stop hold none.
    """
    best: tuple[str, int, int] | None = None
    position, steps = index, 0
    while steps < reach:
        word = tokens.lower[position]
        if word == "-" and tokens.glued[position] and tokens.glued[position + 1]:
            position += 1
            continue
        if tokens.kind[position] != "word":
            break
        noun = None
        if word in lexicon.lengths or word in TIME:
            noun = _longest_noun(tokens, position, lexicon)
        if noun is not None:
            best = (noun[0], position, noun[1])
            position = noun[1]
            steps += 1
            continue
        if word in STOPS:
            break
        position += 1
        steps += 1
    return best


def _longest_noun(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[str, int] | None:
    first = tokens.lower[index]
    for count in range(lexicon.lengths.get(first, 0), 0, -1):
        name = " ".join(tokens.lower[index : index + count])
        words = tokens.kind[index : index + count].count("word")
        if name in lexicon.nouns and words == count:
            return lexicon.nouns[name], index + count
    return (TIME[first], index + 1) if first in TIME else None


def read_rate(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Read `a day`, `per year`, `monthly`: the unit of time; None when none stands there."""
    first = tokens.lower[index]
    if first in RATE_ADVERBS:
        return RATE_ADVERBS[first], index + 1
    if first in _RATE_STARTS:
        unit = tokens.lower[index + 1]
        if unit in TIME and TIME[unit] == unit and tokens.lower[index + 2] not in _NOT_RATES:
            return unit, index + 2
    return None


@lru_cache(maxsize=1024)
def unit_of(noun: str, currency: str, rate: str) -> Unit:
    """The unit of a counted noun or a currency, a unit of time being below the line."""
    over = (currency,) if currency else (noun,) if noun else ()
    if not over and not rate:
        return BARE
    return Unit(over, (rate,) if rate else ())
