"""Units as columns of tables name them, and the cells of such columns.

Notation of a unit: `states`, `%`, `percentage points`, `USD`, `$`, `billion USD`, `€ billion`,
`million rounds a year`, `dollars per person`; nothing at all is a bare number. A noun of several
words is read by its last one that is known (`UN members`), or by its last. Notation of a cell:
digits with an optional sign, thousands commas and decimals; `20–27.5` is a range, `>50` and
`<50` are bounds, the latter of what is counted, so never below nought.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache

from build_scripts.model.interval import End, Interval
from build_scripts.model.quantity import IN_PERCENT, IN_POINTS, Quantity, Unit
from build_scripts.read.notation.words import (
    CURRENCY_CODES,
    CURRENCY_NOUNS,
    CURRENCY_SIGNS,
    RATE_ADVERBS,
    SCALES,
    TIME,
)

CellReader = Callable[[str, str], Quantity]
"""Reads the text of a cell in the unit of its column."""

_RATE = re.compile(r"(?:\s+(?:a|an|per|each|every)\s+|\s*/\s*)(?P<base>[^\s/]+)\Z", re.IGNORECASE)
_RATE_ADVERB = re.compile(rf"\s+(?P<adverb>{'|'.join(RATE_ADVERBS)})\Z", re.IGNORECASE)
_SHARES = {
    **dict.fromkeys(("%", "percent", "per cent", "pc"), IN_PERCENT),
    **dict.fromkeys(("percentage points", "percentage point", "% points"), IN_POINTS),
}
_OF_WHAT = re.compile(r"(?<=%|t) of .*")
_SIGNS = sorted(CURRENCY_SIGNS, key=len, reverse=True)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_CELL = re.compile(
    rf"(?P<sign>[-−+])?(?P<low>{_NUMBER})(?:\s?[–-]\s?(?P<high>{_NUMBER}))?\Z", re.ASCII
)
_BOUND = re.compile(rf"(?P<bound>>|<(?!\s?[0.]+\Z))\s?(?P<end>{_NUMBER})\Z", re.ASCII)
_NOUGHT = End(Fraction(0))


class UnitFault(ValueError):
    """A unit or a cell that cannot be read; the message names it."""


def parse_unit(text: str, synonyms: Mapping[str, str]) -> tuple[Fraction, Unit]:
    """Read a unit; return the factor of its scale word and the unit itself.

    `synonyms` maps nouns in lower case to the noun that is printed. Raises UnitFault when the
    text holds digits, or signs that belong to no unit.
    """
    words = " ".join(text.split())
    if any(character.isdigit() for character in words):
        raise UnitFault(f"unit {words!r} holds digits; the number belongs in the cells")
    under: list[str] = []
    while words.lower() != "per cent":
        rate = _RATE.search(words) or _RATE_ADVERB.search(words)
        if rate is None:
            break
        found = rate.groupdict()
        base = found.get("base") or RATE_ADVERBS[found["adverb"].lower()]
        if base.lower() == "cent":
            break
        under.append(_noun(base, synonyms))
        words = words[: rate.start()]
    scale, over = _scaled(words, synonyms)
    return scale, Unit(over, tuple(sorted(under)))


def cell_quantity(text: str, unit: str, synonyms: Mapping[str, str]) -> Quantity:
    """Read the cell of a column with that unit. Raises UnitFault."""
    scale, parsed = parse_unit(unit, synonyms)
    return Quantity(_cell_interval(text).scaled(scale), parsed)


def cell_reader(synonyms: Mapping[str, str]) -> CellReader:
    """Return `cell_quantity` with these synonyms, which reads each unit only once."""

    @cache
    def unit_of(unit: str) -> tuple[Fraction, Unit]:
        return parse_unit(unit, synonyms)

    def read(text: str, unit: str) -> Quantity:
        scale, parsed = unit_of(unit)
        interval = _cell_interval(text)
        return Quantity(interval if scale == 1 else interval.scaled(scale), parsed)

    return read


def _cell_interval(text: str) -> Interval:
    cell = text.strip()
    bound = _BOUND.match(cell)
    if bound:
        end = End(_number(bound["end"]), True)
        return Interval(end, End(None)) if bound["bound"] == ">" else Interval(_NOUGHT, end)
    match = _CELL.match(cell)
    if match is None:
        raise UnitFault(f"cell {cell!r} is not a number such as 1,200, -5.5 or 20–27.5")
    low = _number(match["low"])
    interval = Interval.between(low, _number(match["high"]) if match["high"] else low)
    return -interval if match["sign"] in ("-", "−") else interval


def _number(digits: str) -> Fraction:
    return Fraction(digits.replace(",", ""))


def _scaled(words: str, synonyms: Mapping[str, str]) -> tuple[Fraction, tuple[str, ...]]:
    """The factor and the counted thing of a unit without its rate."""
    share = _SHARES.get(_OF_WHAT.sub("", words.lower()))
    if share is not None:
        return Fraction(1), share.over
    scale = Fraction(1)
    rest = []
    for word in _without_sign(words).split():
        if word.lower() in SCALES:
            scale *= SCALES[word.lower()]
        else:
            rest.append(word)
    if rest == ["times"]:
        return scale, ()
    currency = _currency(words, rest)
    if currency:
        return scale, (currency,)
    return scale, (_noun(" ".join(rest), synonyms),) if rest else ()


def _without_sign(words: str) -> str:
    for sign in _SIGNS:
        words = words.replace(sign, " ")
    return words


def _currency(words: str, rest: list[str]) -> str:
    """The currency's code, of a sign in `words` or of the words that are left; "" for none."""
    if not rest:
        return next((CURRENCY_SIGNS[sign] for sign in _SIGNS if sign in words), "")
    if rest[0] in ("US", "U.S.") and len(rest) == 2:
        rest = rest[1:]
    if len(rest) > 1:
        return ""
    return rest[0] if rest[0] in CURRENCY_CODES else CURRENCY_NOUNS.get(rest[0].lower(), "")


def _noun(words: str, synonyms: Mapping[str, str]) -> str:
    """The noun that is printed: of the longest known ending, else the last word."""
    parts = words.lower().split()
    for first in range(len(parts)):
        name = " ".join(parts[first:])
        if name in synonyms:
            return synonyms[name]
    last = parts[-1]
    if not re.fullmatch(r"[^\W_]+(?:[-'’][^\W_]+)*", last):
        raise UnitFault(f"unit {words!r} is no word, currency or %")
    return TIME.get(last, last)
