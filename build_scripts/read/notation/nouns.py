"""What follows a number: percent, currency, noun, rate."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from build_scripts.model.quantity import BARE, IN_PERCENT, IN_POINTS, Unit
from build_scripts.read.notation.tokens import TextToken
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


def read_share(tokens: Sequence[TextToken], index: int) -> tuple[Unit, int] | None:
    """Read `%`, `per cent`, `percent`, `percentage points`; None when none stands at `index`."""
    first, second = tokens[index], tokens[index + 1]
    if first.lower not in _SHARES:
        return None
    if first.text == "%":
        return IN_PERCENT, index + 1
    if first.text == "-" and second.lower in ("percent", "per", "percentage"):
        return read_share(tokens, index + 1)
    if first.lower in ("percent", "pc"):
        return IN_PERCENT, index + 1
    if first.lower == "per" and second.lower == "cent":
        return IN_PERCENT, index + 2
    if first.lower == "percentage" and second.lower in ("point", "points"):
        return IN_POINTS, index + 2
    if first.lower == "percentage" and second.text == "-":
        after = tokens[index + 2].lower
        return (IN_POINTS, index + 3) if after in ("point", "points") else None
    return None


def read_currency_noun(tokens: Sequence[TextToken], index: int) -> tuple[str, int] | None:
    """Read `dollars`, `US dollars`, `EUR`: the currency's code; None when none stands there."""
    if tokens[index].text == "US":
        index += 1
    word = tokens[index]
    if word.lower in CURRENCY_NOUNS:
        return CURRENCY_NOUNS[word.lower], index + 1
    if word.text in CURRENCY_CODES:
        return word.text, index + 1
    return None


def read_noun(
    tokens: Sequence[TextToken], index: int, lexicon: Lexicon, reach: int = _REACH
) -> tuple[str, int, int] | None:
    """Find the counted noun after a number: the last unit noun of the `reach` words that follow.

    Returns its canonical form, the index where it begins and the one after it; None when the
    words up to the next stop hold none.
    """
    best: tuple[str, int, int] | None = None
    position, steps = index, 0
    while steps < reach:
        token = tokens[position]
        if token.text == "-" and token.glued and tokens[position + 1].glued:
            position += 1
            continue
        if token.kind != "word":
            break
        noun = None
        if token.lower in lexicon.first_words or token.lower in TIME:
            noun = _longest_noun(tokens, position, lexicon)
        if noun is not None:
            best = (noun[0], position, noun[1])
            position = noun[1]
            steps += 1
            continue
        if token.lower in STOPS:
            break
        position += 1
        steps += 1
    return best


def _longest_noun(
    tokens: Sequence[TextToken], index: int, lexicon: Lexicon
) -> tuple[str, int] | None:
    first = tokens[index].lower
    words: list[str] = []
    for token in tokens[index : index + min(lexicon.longest, 3)]:
        if token.kind != "word":
            break
        words.append(token.lower)
    while words:
        name = " ".join(words)
        if name in lexicon.nouns:
            return lexicon.nouns[name], index + len(words)
        words.pop()
    return (TIME[first], index + 1) if first in TIME else None


def read_rate(tokens: Sequence[TextToken], index: int) -> tuple[str, int] | None:
    """Read `a day`, `per year`, `monthly`: the unit of time; None when none stands there."""
    first = tokens[index]
    if first.lower in RATE_ADVERBS:
        return RATE_ADVERBS[first.lower], index + 1
    if first.lower in _RATE_STARTS:
        unit = tokens[index + 1].lower
        if unit in TIME and TIME[unit] == unit and tokens[index + 2].lower not in _NOT_RATES:
            return unit, index + 2
    return None


@lru_cache(maxsize=1024)
def unit_of(noun: str, currency: str, rate: str) -> Unit:
    """The unit of a counted noun or a currency, a unit of time being below the line."""
    over = (currency,) if currency else (noun,) if noun else ()
    if not over and not rate:
        return BARE
    return Unit(over, (rate,) if rate else ())
