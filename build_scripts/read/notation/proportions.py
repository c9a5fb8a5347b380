"""Proportions in words: most, half, two thirds, one in five, doubled, tenfold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from build_scripts.model.interval import End, Interval
from build_scripts.read.notation.numbers import read_number
from build_scripts.read.notation.tokens import TextToken
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


def read_proportion(
    tokens: Sequence[TextToken], index: int, lexicon: Lexicon
) -> ProportionRead | None:
    """Read a proportion word that begins at `index`; None when none does."""
    token = tokens[index]
    if token.text in SYMBOLS:
        return ProportionRead(Interval.point(SYMBOLS[token.text]), index + 1)
    found = _one_in(tokens, index) or _fold(tokens, index)
    if found is not None or token.kind == "number":
        return found
    found = _fraction(tokens, index) or _times_word(tokens, index)
    return found or _majority(tokens, index, lexicon)


def _point(value: Fraction, end: int) -> ProportionRead:
    return ProportionRead(Interval.point(value), end)


def _small(tokens: Sequence[TextToken], index: int) -> tuple[Fraction, int] | None:
    """A number, `one` among them."""
    if tokens[index].lower == "one":
        return Fraction(1), index + 1
    number = read_number(tokens, index)
    return (number.value, number.end) if number else None


def _one_in(tokens: Sequence[TextToken], index: int) -> ProportionRead | None:
    """`one in five`, `one-in-five`, `nine out of ten`, `1 in 3`."""
    if tokens[index + 1].lower not in ("in", "out", "-") and tokens[index + 3].lower != "in":
        return None
    part = _small(tokens, index)
    if part is None:
        return None
    after = part[1]
    if [tokens[after + k].lower for k in (0, 1, 2)] == ["-", "in", "-"]:
        whole = _small(tokens, after + 3)
    elif tokens[after].lower == "in" and tokens[after - 1].lower in ("one", "1"):
        whole = _small(tokens, after + 1)
    elif [tokens[after + k].lower for k in (0, 1)] == ["out", "of"]:
        whole = _small(tokens, after + 2)
        if tokens[index].kind == "number" and whole is not None and whole[0] > 10:
            return None  # 12 out of 40 are two counts
    elif tokens[after].lower == "in" and tokens[after - 1].kind == "word":
        whole = _small(tokens, after + 1)
        if tokens[after + 1].kind != "word":
            return None
    else:
        return None
    if whole is None or not 0 < part[0] < whole[0] or tokens[whole[1]].lower in TIME:
        return None
    return _point(part[0] / whole[0], whole[1])


def _fold(tokens: Sequence[TextToken], index: int) -> ProportionRead | None:
    """`eleven-fold`, `11-fold`."""
    if "fold" not in (tokens[index + 1].lower, tokens[index + 2].lower, tokens[index + 4].lower):
        return None
    number = _small(tokens, index)
    if number is None:
        return None
    end = number[1]
    if tokens[end].text == "-":
        end += 1
    if tokens[end].lower != "fold":
        return None
    return _point(number[0], end + 1)


def _fraction(tokens: Sequence[TextToken], index: int) -> ProportionRead | None:
    """`half`, `a third of`, `two thirds`, `three-quarters`."""
    token = tokens[index]
    if token.lower == "half":
        return _half(tokens, index)
    counted = token.lower in CARDINALS or token.lower in ("a", "an")
    if not counted:
        return None
    part = 1 if token.lower in ("a", "an") else CARDINALS[token.lower]
    step = index + 2 if tokens[index + 1].text == "-" else index + 1
    name = tokens[step].lower
    if name not in FRACTIONS or part == 0:
        return None
    plural = name.endswith("s") or name == "halves"
    if (part == 1) == plural:
        return None
    following = tokens[step + 1]
    if following.text == "-" and following.glued:
        return None
    if part == 1 and following.kind == "word" and following.lower not in _AFTER_FRACTION:
        return None
    return _point(Fraction(part, FRACTIONS[name]), step + 1)


def _half(tokens: Sequence[TextToken], index: int) -> ProportionRead | None:
    before, after = tokens[index - 1], tokens[index + 1]
    if before.lower in _ORDINAL_HALVES or (before.lower == "a" and after.lower == "year"):
        return None
    if (after.text == "-" and after.glued) or after.lower in ("a", "an", *SCALES):
        return None
    return _point(Fraction(1, 2), index + 1)


def _times_word(tokens: Sequence[TextToken], index: int) -> ProportionRead | None:
    value = MULTIPLES.get(tokens[index].lower)
    return None if value is None else _point(value, index + 1)


def _majority(tokens: Sequence[TextToken], index: int, lexicon: Lexicon) -> ProportionRead | None:
    token, before = tokens[index], tokens[index - 1]
    if token.lower in ("majority", "majorities"):
        if before.text == "-" or before.lower in FRACTIONS:
            return None
        return ProportionRead(MAJORITY, index + 1)
    if token.lower in ("minority", "minorities"):
        return ProportionRead(MINORITY, index + 1)
    if token.lower != "most" or before.lower in _SUPERLATIVE:
        return None
    following = [tokens[index + step] for step in (1, 2, 3)]
    if following[0].lower == "of" or following[0].lower in _VERBS:
        return ProportionRead(MAJORITY, index + 1)
    for word in following:
        if word.kind != "word" or word.lower in STOPS:
            break
        noun = word.lower in lexicon.nouns or word.lower in _MASSES
        if noun or (word.lower.endswith("s") and not word.lower.endswith(("ss", "ous"))):
            return ProportionRead(MAJORITY, index + 1)
    return None
