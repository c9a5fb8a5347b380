"""Proportions in words: most, half, two thirds, one in five, doubled, tenfold."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from build_scripts.model.interval import End, Interval
from build_scripts.read.notation.numbers import read_number
from build_scripts.read.notation.tokens import Tokens
from build_scripts.read.notation.words import (
    CARDINALS,
    FRACTIONS,
    MULTIPLES,
    SCALES,
    STOPS,
    SYMBOLS,
    TIME,
    Lexicon,
)

MAJORITY = Interval(End(Fraction(1, 2), True), End(Fraction(1)))
MINORITY = Interval(End(Fraction(0)), End(Fraction(1, 2), True))
_ORDINAL_HALVES = frozenset(
    {"first", "second", "other", "latter", "next", "last", "each", "better"}
)
_SUPERLATIVE = frozenset({"the", "its", "his", "her", "their", "our", "whose", "second", "third"})
_VERBS = frozenset(
    """
    did do does were are was is have had has would could can will may might
    voted abstained stayed came went got took gave said received bought sold
""".split()
)
_MASSES = frozenset(
    """
    people world men women children aid help money support spending trade output equipment
    ammunition weight growth territory land energy oil gas fuel
""".split()
)
"""What has no plural ending and yet follows `most`: most aid, most men."""
_AFTER_FRACTION = frozenset(
    """
    of as less more lower higher larger smaller below above to the in and or but than by
    that between from when what are were have did do
""".split()
)


@dataclass(frozen=True, slots=True)
class ProportionRead:
    """A proportion: its interval of ratios, and the index after its last token."""

    interval: Interval
    end: int


def read_proportion(tokens: Tokens, index: int, lexicon: Lexicon) -> ProportionRead | None:
    """Read a proportion word that begins at `index`; None when none does."""
    word = tokens.lower[index]
    if word in SYMBOLS:
        return ProportionRead(Interval.point(SYMBOLS[word]), index + 1)
    found = _one_in(tokens, index) or _fold(tokens, index)
    if found is not None or tokens.kind[index] == "number":
        return found
    found = _fraction(tokens, index) or _times_word(tokens, index)
    return found or _majority(tokens, index, lexicon)


def _point(value: Fraction, end: int) -> ProportionRead:
    return ProportionRead(Interval.point(value), end)


def _small(tokens: Tokens, index: int) -> tuple[Fraction, int] | None:
    """A number, `one` among them."""
    if tokens.lower[index] == "one":
        return Fraction(1), index + 1
    number = read_number(tokens, index)
    return (number.value, number.end) if number else None


def _one_in(tokens: Tokens, index: int) -> ProportionRead | None:
    """`one in five`, `one-in-five`, `nine out of ten`, `1 in 3`."""
    if tokens.lower[index + 1] not in ("in", "out", "-") and tokens.lower[index + 3] != "in":
        return None
    part = _small(tokens, index)
    if part is None:
        return None
    after = part[1]
    if [tokens.lower[after + k] for k in (0, 1, 2)] == ["-", "in", "-"]:
        whole = _small(tokens, after + 3)
    elif tokens.lower[after] == "in" and tokens.lower[after - 1] in ("one", "1"):
        whole = _small(tokens, after + 1)
    elif [tokens.lower[after + k] for k in (0, 1)] == ["out", "of"]:
        whole = _small(tokens, after + 2)
        if tokens.kind[index] == "number" and whole is not None and whole[0] > 10:
            return None  # 12 out of 40 are two counts
    elif tokens.lower[after] == "in" and tokens.kind[after - 1] == "word":
        whole = _small(tokens, after + 1)
        if tokens.kind[after + 1] != "word":
            return None
    else:
        return None
    if whole is None or not 0 < part[0] < whole[0] or tokens.lower[whole[1]] in TIME:
        return None
    return _point(part[0] / whole[0], whole[1])


def _fold(tokens: Tokens, index: int) -> ProportionRead | None:
    """`eleven-fold`, `11-fold`."""
    if "fold" not in (tokens.lower[index + 1], tokens.lower[index + 2], tokens.lower[index + 4]):
        return None
    number = _small(tokens, index)
    if number is None:
        return None
    end = number[1]
    if tokens.text[end] == "-":
        end += 1
    if tokens.lower[end] != "fold":
        return None
    return _point(number[0], end + 1)


def _fraction(tokens: Tokens, index: int) -> ProportionRead | None:
    """`half`, `a third of`, `two thirds`, `three-quarters`."""
    word = tokens.lower[index]
    if word == "half":
        return _half(tokens, index)
    counted = word in CARDINALS or word in ("a", "an")
    if not counted:
        return None
    part = 1 if word in ("a", "an") else CARDINALS[word]
    step = index + 2 if tokens.text[index + 1] == "-" else index + 1
    name = tokens.lower[step]
    if name not in FRACTIONS or part == 0:
        return None
    plural = name.endswith("s") or name == "halves"
    if (part == 1) == plural:
        return None
    following = tokens.lower[step + 1]
    if following == "-" and tokens.glued[step + 1]:
        return None
    if part == 1 and tokens.kind[step + 1] == "word" and following not in _AFTER_FRACTION:
        return None
    return _point(Fraction(part, FRACTIONS[name]), step + 1)


def _half(tokens: Tokens, index: int) -> ProportionRead | None:
    before, after = tokens.lower[index - 1], tokens.lower[index + 1]
    if before in _ORDINAL_HALVES or (before == "a" and after == "year"):
        return None
    if (after == "-" and tokens.glued[index + 1]) or after in ("a", "an", *SCALES):
        return None
    return _point(Fraction(1, 2), index + 1)


def _times_word(tokens: Tokens, index: int) -> ProportionRead | None:
    value = MULTIPLES.get(tokens.lower[index])
    return None if value is None else _point(value, index + 1)


def _majority(tokens: Tokens, index: int, lexicon: Lexicon) -> ProportionRead | None:
    word, before = tokens.lower[index], tokens.lower[index - 1]
    if word in ("majority", "majorities"):
        if before == "-" or before in FRACTIONS:
            return None
        return ProportionRead(MAJORITY, index + 1)
    if word in ("minority", "minorities"):
        return ProportionRead(MINORITY, index + 1)
    if word != "most" or before in _SUPERLATIVE:
        return None
    if tokens.lower[index + 1] == "of" or tokens.lower[index + 1] in _VERBS:
        return ProportionRead(MAJORITY, index + 1)
    for at in range(index + 1, index + 4):
        following = tokens.lower[at]
        if tokens.kind[at] != "word" or following in STOPS:
            break
        noun = following in lexicon.nouns or following in _MASSES
        if noun or (following.endswith("s") and not following.endswith(("ss", "ous"))):
            return ProportionRead(MAJORITY, index + 1)
    return None
