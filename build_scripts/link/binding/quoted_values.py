"""A value and the words it was taken from."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from build_scripts.link.binding.directions import nearest_direction
from build_scripts.link.binding.matching import Verdict, compare
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.linked import Borne, LinkedFact
from build_scripts.model.quantity import BARE, IN_PERCENT
from build_scripts.read.notation.figures import read_figures
from build_scripts.read.notation.words import Lexicon

_DIGITS = re.compile(r"\d[\d.,\s\u00a0\u202f٬٫]*\d|\d")
_DECIMAL_COMMA = frozenset(
    "ru uk de fr es it pt nl pl tr cs sv da nb fi hu ro bg el sr hr id".split()
)
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_THOUSANDS = re.compile(r"\.(?=\d{3}(?!\d))")
_ORDER = [Verdict.AGREES, Verdict.HEDGE, Verdict.VALUE, Verdict.UNIT]
_EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")


def value_fault(fact: LinkedFact, language: str, lexicon: Lexicon) -> str:
    """Say what is wrong between a fact's value and its quote; "" when nothing is.

    In English the quote must state the value. In another language our translation must, and the
    quote must hold its digits, unless the translation writes the number in words.
    """
    if fact.quote is None or fact.stated is None:
        return ""
    english = language.startswith("en")
    words = str(fact.quote.text if english else fact.quote.translation or "")
    if not words:
        return ""  # the reading of the file says that the translation is missing
    found = _stated_in(words, fact, lexicon)
    if isinstance(found, str):
        where = "the quote" if english else "the translation of the quote"
        return f"{found} {where}"
    if not english and not _digits_in(str(fact.quote.text), found, fact, language):
        return "is in the translation, but its digits are not in the original words"
    return ""


def _stated_in(words: str, fact: LinkedFact, lexicon: Lexicon) -> Figure | str:
    """The figure of `words` that is the value; or what is wrong, to be followed by where."""
    borne = fact.borne
    fault = "is not in"
    for figure in read_figures(words, lexicon):
        if figure.kind is Kind.DATE or figure.kind is Kind.UNCLEAR:
            continue
        if figure.kind is Kind.PROPORTION:
            exact = figure._replace(hedge=Hedge.EXACT)  # "around half" is around 50%, not 51%
            if figure.quantity and compare(exact, 0, borne[0]) is Verdict.AGREES:
                return figure
            continue
        if len(borne) == 1:
            ends = [_compared(figure, k, borne[0], words, lexicon) for k in range(len(figure.ends))]
            verdicts = {min(ends, key=_ORDER.index)}
        elif len(figure.ends) == len(borne):
            verdicts = {_compared(figure, k, borne[k], words, lexicon) for k in range(len(borne))}
        else:
            continue
        if verdicts == {Verdict.AGREES}:
            if _against(words, figure, fact):
                fault = "goes the other way than"
                continue
            return figure
        if verdicts <= {Verdict.AGREES, Verdict.HEDGE}:
            fault = "has another hedge than"
    return fault


def _compared(figure: Figure, end: int, borne: Borne, words: str, lexicon: Lexicon) -> Verdict:
    """Compare in a quote, where an amount may leave out the currency of the one before it."""
    if figure.quantity is not None and figure.quantity.unit == BARE and borne.unit.over:
        named = {
            base
            for other in read_figures(words, lexicon)
            if other.quantity is not None
            for base in other.quantity.unit.over
        }
        if set(borne.unit.over) & named:
            quantity = replace(figure.quantity, unit=borne.unit)
            return compare(figure._replace(quantity=quantity), end, borne)
    return compare(figure, end, borne)


def _against(words: str, figure: Figure, fact: LinkedFact) -> bool:
    if fact.stated is None or not fact.stated.signed or fact.quantity is None:
        return False
    middle = fact.quantity.interval.middle
    word = nearest_direction(words, figure.start, figure.end)
    return word is not None and middle is not None and (middle > 0) is not (word[2] > 0)


def _digits_in(original: str, figure: Figure, fact: LinkedFact, language: str) -> bool:
    if not any(character.isdigit() for character in figure.text):
        return True
    known = {
        number
        for text in _DIGITS.findall(original.translate(_EASTERN))
        for number in _read(text, language)
    }
    scale = _scale(figure)
    return all(end in known or end / scale in known for end in figure.ends)


def _scale(figure: Figure) -> Fraction:
    if figure.quantity is not None and figure.quantity.unit == IN_PERCENT:
        return Fraction(1)
    for factor in (10**12, 10**9, 10**6, 1000):
        if figure.digits * 1000 >= factor and any(
            word in figure.text for word in ("trillion", "billion", "million", "thousand")
        ):
            return Fraction(factor)
    return Fraction(1)


def _read(text: str, language: str) -> set[Fraction]:
    """The numbers that digits with separators may mean in a language.

    Spaces may set off thousands or stand between two numbers. Where a comma is the decimal sign, a
    point before three digits sets off thousands too, and any other is a decimal sign.
    """
    found: set[Fraction] = set()
    for part in (_SPACES.sub("", text), *_SPACES.split(text)):
        digits = part.strip(".,")
        if language in _DECIMAL_COMMA:
            digits = _THOUSANDS.sub("", digits).replace(",", ".")
        else:
            digits = digits.replace(",", "")
        try:
            found.add(Fraction(digits))
        except ValueError:
            continue
    return found
