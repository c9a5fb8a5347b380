"""A value must occur in its quote, or in the translation with its digits in the original."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.link.binding.quoted_values import value_fault
from build_scripts.link.values import stated_quantity
from build_scripts.model.records import Quote
from build_scripts.model.text import Text
from build_scripts.read.notation.figures import read_value
from tests.link.county import fact
from tests.read.telling import LEXICON


def fault(value: str, words: str, language: str = "en", translation: str | None = None) -> str:
    """What is wrong between a value and the words it was taken from."""
    stated = read_value(value, LEXICON)
    assert stated is not None
    ours = None if translation is None else Text(translation)
    quote = Quote(text=Text(words), translation=ours)
    made = replace(
        fact("survey:good"), stated=stated, quantity=stated_quantity(stated), quote=quote
    )
    return value_fault(made, language, LEXICON)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("53%", "It fell by 53 per cent."),
        ("-53%", "It fell by 53 per cent."),
        ("-53%", "A change of 53 per cent."),
        ("12 states", "Of the twelve countries one left."),
        ("1.5 million", "One and a half million came."),
        ("500,000", "Half a million came."),
        ("$1–2 billion", "Between one and two billion dollars."),
        ("$1–2 billion", "From $1 billion to $2 billion."),
        ("more than 50 states", "Over 50 members did."),
        ("about 10,000 troops", "Some 10,000 soldiers."),
        ("50%", "Half of them."),
        ("about 50%", "Around half of them."),
        ("2", "It doubled."),
        ("$86.7 billion", "$130 billion was given, of which 86.7 billion was paid."),
        ("250,000 shells a month", "250,000 artillery munitions monthly."),
    ],
)
def test_values_that_are_in_their_quotes(value: str, words: str) -> None:
    assert fault(value, words) == ""


@pytest.mark.parametrize(
    ("value", "words", "problem"),
    [
        ("53%", "It fell by 54 per cent.", "is not in the quote"),
        ("53%", "It fell by 53.", "is not in the quote"),
        ("about 51%", "Around half of them.", "is not in the quote"),
        ("53%", "It fell.", "is not in the quote"),
        ("53%", "Page 53, in 1953.", "is not in the quote"),
        ("-53%", "It rose by 53 per cent.", "goes the other way than the quote"),
        ("+53%", "It fell by 53 per cent.", "goes the other way than the quote"),
        ("more than 50 states", "50 states did.", "has another hedge than the quote"),
        ("50 states", "More than 50 states did.", "has another hedge than the quote"),
        ("about 50", "Nearly 50 did.", "has another hedge than the quote"),
        ("$1–2 billion", "From $1 billion to $3 billion.", "is not in the quote"),
        ("2024", "In 2024 it was so.", "is not in the quote"),
    ],
)
def test_values_that_are_not(value: str, words: str, problem: str) -> None:
    assert fault(value, words) == problem


@pytest.mark.parametrize(
    ("value", "words", "language", "translation"),
    [
        ("7.5%", "Es sind 7,5 %.", "de", "It is 7.5%."),
        ("12,500", "Es sind 12.500.", "de", "There are 12,500."),
        ("12,500", "Их 12 500.", "ru", "There are 12,500."),
        ("5.2 million", "5,2 млн снарядов", "ru", "5.2 million shells"),
        ("1,500", "1,500", "zh", "1,500"),
        ("34", "٣٤ دولة", "ar", "34 states"),
        ("30", "dreißig", "de", "thirty of them"),
        ("100 states", "более 100, 100 стран", "ru", "100 states"),
        ("-53%", "сократился на 53%", "ru", "It fell by 53%."),
        ("7.5%", "Es sind 7,4 %.", "de", None),  # its translation is missed where it is read
    ],
)
def test_values_in_translations(
    value: str, words: str, language: str, translation: str | None
) -> None:
    assert fault(value, words, language, translation) == ""


@pytest.mark.parametrize(
    ("value", "words", "language", "translation", "problem"),
    [
        ("7.5%", "Es sind 7,4 %.", "de", "It is 7.5%.", "digits"),
        ("75%", "Es sind 7,5 %.", "de", "It is 75%.", "digits"),
        ("12.5", "Es sind 12.500.", "de", "It is 12.5.", "digits"),
        ("7.5%", "Es sind 7,5 %.", "de", "It is 7.4%.", "translation of the quote"),
    ],
)
def test_values_that_are_not_in_both(
    value: str, words: str, language: str, translation: str | None, problem: str
) -> None:
    assert problem in fault(value, words, language, translation)
