"""Numbers in tokens: digits with separators, number words, scales, halves."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from build_scripts.read.notation.tokens import Tokens
from build_scripts.read.notation.words import CARDINALS, SCALES, SYMBOLS, TENS, TIME

_ONE = Fraction(1)


class NumberRead(NamedTuple):
    """A number and the tokens it took: `end` is the index after the last of them.

    `digits` is the place value of the last digit written; `scale` is the factor of its scale
    word, 1 without one; `in_words` whether it was written out; `grouped` whether it had commas.
    """

    value: Fraction
    digits: Fraction
    end: int
    scale: int = 1
    in_words: bool = False
    grouped: bool = False


def read_number(tokens: Tokens, index: int) -> NumberRead | None:
    """Read a number that begins at `index`; None when none does, or when it is a lone `one`."""
    kind, word = tokens.kind[index], tokens.lower[index]
    if kind == "number":
        value, digits = _value(word)
        return _with_scale(tokens, NumberRead(value, digits, index + 1, grouped="," in word))
    if word in SYMBOLS:
        return _with_scale(tokens, NumberRead(SYMBOLS[word], Fraction(1), index + 1))
    if kind != "word":
        return None
    if word == "half":
        return _half(tokens, index)
    if word in ("a", "an"):
        return _a_round_number(tokens, index + 1)
    words = _cardinal(tokens, index)
    if words is None:
        return None
    words = _with_scale(tokens, words)
    lone_one = words.value == 1 and words.scale == 1 and words.end == index + 1
    return None if lone_one else words


def _a_round_number(tokens: Tokens, index: int) -> NumberRead | None:
    """`a hundred and five`, `a thousand`; not `a hundred of them`, and `a million` is unclear."""
    if tokens.lower[index] == "hundred" and tokens.lower[index + 1] != "of":
        return _with_scale(tokens, _hundreds(tokens, 1, index))
    if tokens.lower[index] == "thousand" and tokens.lower[index + 1] != "of":
        return _with_scale(tokens, NumberRead(Fraction(1000), Fraction(1000), index + 1, 1, True))
    return None


def _half(tokens: Tokens, index: int) -> NumberRead | None:
    """`half a million`, `half-million`, `half a year`; other halves are proportions."""
    step = index + (2 if tokens.lower[index + 1] in ("a", "an", "-") else 1)
    scale = SCALES.get(tokens.lower[step])
    if scale is not None:
        return NumberRead(Fraction(scale, 2), Fraction(scale, 10), step + 1, scale, True)
    unit = tokens.lower[step]
    if step > index + 1 and (unit in ("per", "percent", "percentage") or unit in TIME):
        return NumberRead(Fraction(1, 2), Fraction(1, 10), step, 1, True)
    return None


@lru_cache(maxsize=4096)  # a number stands in the source, in the fact and in the prose
def _value(text: str) -> tuple[Fraction, Fraction]:
    plain = text.replace(",", "")
    decimals = plain.partition(".")[2]
    if not decimals:
        return Fraction(int(plain.rstrip("."))), _ONE
    return Fraction(plain), Fraction(1, 10 ** len(decimals))


def _with_scale(tokens: Tokens, number: NumberRead) -> NumberRead:
    while True:
        index = number.end
        if (
            number.in_words
            and tokens.lower[index] == "and"
            and tokens.lower[index + 1] == "a"
            and tokens.lower[index + 2] == "half"
        ):
            number = number._replace(
                value=number.value + Fraction(1, 2), digits=Fraction(1, 10), end=index + 3
            )
            index += 3
        if tokens.text[index] == "-" and tokens.lower[index + 1] in SCALES:
            index += 1
        factor = SCALES.get(tokens.lower[index])
        if factor is None:
            return number
        number = number._replace(
            value=number.value * factor,
            digits=number.digits * factor,
            end=index + 1,
            scale=number.scale * (factor if factor > 100 else 1),
        )


def _cardinal(tokens: Tokens, index: int) -> NumberRead | None:
    """Number words below a hundred, `two hundred and five`, `twelve`; scales come later."""
    value = _below_hundred(tokens, index)
    if value is None:
        return None
    number, end = value
    if tokens.lower[end] == "hundred":
        return _hundreds(tokens, number, end)
    return NumberRead(Fraction(number), Fraction(1), end, 1, True)


def _hundreds(tokens: Tokens, number: int, index: int) -> NumberRead:
    """So many hundreds, the word standing at `index`, with what follows: `and ninety-three`."""
    end = index + 1
    rest = _below_hundred(tokens, end + 1 if tokens.lower[end] == "and" else end)
    if rest is None:
        return NumberRead(Fraction(number * 100), Fraction(100), end, 1, True)
    return NumberRead(Fraction(number * 100 + rest[0]), Fraction(1), rest[1], 1, True)


def _below_hundred(tokens: Tokens, index: int) -> tuple[int, int] | None:
    word = tokens.lower[index]
    if word in CARDINALS:
        return CARDINALS[word], index + 1
    if word not in TENS:
        return None
    step = index + 2 if tokens.text[index + 1] == "-" else index + 1
    unit = CARDINALS.get(tokens.lower[step], 0)
    if 1 <= unit <= 9:
        return TENS[word] + unit, step + 1
    return TENS[word], index + 1
