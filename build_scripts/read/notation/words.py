"""The words that make figures: numbers, scales, hedges, currencies, units of time."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from build_scripts.model.figures import Hedge
from build_scripts.model.frame import Vocabulary
from build_scripts.read.notation.text_words import words_in

_SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen
""".split()
CARDINALS: Mapping[str, int] = {word: value for value, word in enumerate(_SMALL)}
TENS: Mapping[str, int] = {
    word: 20 + 10 * step
    for step, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    )
}
SCALES: Mapping[str, int] = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "mln": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
FRACTIONS: Mapping[str, int] = {
    name: part
    for part, names in {
        2: "half halves",
        3: "third thirds",
        4: "quarter quarters",
        5: "fifth fifths",
        6: "sixth sixths",
        7: "seventh sevenths",
        8: "eighth eighths",
        9: "ninth ninths",
        10: "tenth tenths",
        16: "sixteenth sixteenths",
        20: "twentieth twentieths",
        100: "hundredth hundredths",
    }.items()
    for name in names.split()
}
SYMBOLS: Mapping[str, Fraction] = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5),
}
MULTIPLES: Mapping[str, Fraction] = {
    word: value
    for value, words in {
        Fraction(2): "double doubled doubles doubling twice twofold",
        Fraction(3): "triple tripled triples tripling thrice treble trebled threefold",
        Fraction(4): "quadruple quadrupled quadruples quadrupling",
        Fraction(5): "quintupled",
        Fraction(1, 2): "halved halving halves",
    }.items()
    for word in words.split()
} | {
    f"{word}fold": Fraction(value)
    for word, value in {**CARDINALS, **TENS, "hundred": 100, "thousand": 1000}.items()
    if value > 1
}
CURRENCY_SIGNS: Mapping[str, str] = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
}
CURRENCY_CODES = frozenset({"USD", "EUR", "GBP", "JPY", "CNY", "RUB", "UAH", "INR", "KRW"})
CURRENCY_NOUNS: Mapping[str, str] = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pound": "GBP",
    "pounds": "GBP",
    "yuan": "CNY",
    "yen": "JPY",
    "rouble": "RUB",
    "roubles": "RUB",
    "ruble": "RUB",
    "rubles": "RUB",
}
TIME: Mapping[str, str] = {
    name: base
    for base in ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade")
    for name in (base, base + "s")
} | {"century": "century", "centuries": "century"}
RATE_ADVERBS: Mapping[str, str] = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annually": "year",
    "yearly": "year",
}
HEDGES: tuple[tuple[tuple[str, ...], Hedge], ...] = tuple(
    sorted(
        (
            (tuple(words.split()), hedge)
            for hedge, phrases in {
                Hedge.ABOUT: ("about, around, roughly, approximately, some, circa, close to, ~, ≈"),
                Hedge.NEARLY: (
                    "nearly, almost, just under, just below, just short of, slightly under, "
                    "slightly less than, slightly fewer than, a little under"
                ),
                Hedge.JUST_OVER: (
                    "just over, just above, slightly over, slightly more than, a little over, "
                    "a little more than"
                ),
                Hedge.OVER: (
                    "more than, over, above, in excess of, exceeding, upwards of, well over, "
                    "well above, greater than, >"
                ),
                Hedge.UNDER: "under, fewer than, less than, below, well under, well below, <",
                Hedge.AT_LEAST: (
                    "at least, no fewer than, no less than, not less than, not fewer than, "
                    "as few as, as little as, a minimum of, ≥"
                ),
                Hedge.AT_MOST: (
                    "up to, at most, no more than, not more than, as many as, as much as, "
                    "a maximum of, ≤"
                ),
            }.items()
            for words in phrases.split(", ")
        ),
        key=lambda pair: -len(pair[0]),
    )
)
UNCLEAR: Mapping[str, str] = {
    "dozen": "write the number",
    "dozens": "write the number the source gives, or “many”",
    "hundreds": "write the number the source gives, or “many”",
    "thousands": "write the number the source gives, or “many”",
    "millions": "write the number the source gives, or “many”",
    "billions": "write the number the source gives, or “many”",
    "trillions": "write the number the source gives, or “many”",
    "handful": "write the number the source gives, or “few”",
    **dict.fromkeys(
        ("hundred", "thousand", "million", "billion", "trillion"),
        "write the number before it, as in “two hundred”",
    ),
    **dict.fromkeys(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(),
        "write a decade as 1990s, an age in digits",
    ),
}
STOPS = frozenset(
    """
    a an the of in to for and or but nor as than by at on from with that which who whom
    whose were was are is be been being has have had having do did does not no it its
    they them their there then this these those between against into per each every over
    under about after before during since until while where when if because so such both
    either via within without across among through upon out off up down only also still
    yet already ever never again once received took went gave said voted abstained came
    made sent got saw hold holds held fell rose would could can may might must shall
    should will belong belongs belonged remain remained fewer less ago later earlier
    last next previous same worth compared including according beside besides beyond
    above below toward towards along versus v vs he she we you i his her our your
    makes make took takes take counts count counted say says asked ask joined join
    vote voting deliver delivered delivers export exports exported
""".split()
)


_LONGEST = 3


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The publication's own words: units that mean the same, names with digits, phrases.

    `nouns` maps each noun in lower case to the one that is printed.
    """

    nouns: Mapping[str, str]
    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Lexicon:
        """The lexicon of content/words.yml."""
        nouns: dict[str, str] = {}
        for canonical, synonyms in vocabulary.units.items():
            for noun in (canonical, *synonyms):
                nouns[str(noun).lower()] = str(canonical)
        names = tuple(str(name) for name in vocabulary.names)
        return cls(nouns, names, tuple(str(phrase) for phrase in vocabulary.phrases))

    @cached_property
    def lengths(self) -> Mapping[str, int]:
        """How many words the longest noun has that begins with a word; three are read at most."""
        lengths: dict[str, int] = {}
        for first, *rest in filter(None, map(str.split, self.nouns)):
            lengths[first] = max(lengths.get(first, 1), min(1 + len(rest), _LONGEST))
        return lengths

    @cached_property
    def masked_words(self) -> frozenset[str]:
        """The longest word of each of them, one of which is in every text that holds one."""
        every = (*FIXED_PHRASES, *self.phrases, *self.names)
        found = (max(sorted(words_in(words)), key=len, default="") for words in every)
        return frozenset(found)

    @cached_property
    def masked(self) -> re.Pattern[str]:
        """What is passed over: names with digits and fixed phrases."""
        names = _alternatives(self.names)
        phrases = _alternatives((*FIXED_PHRASES, *self.phrases))
        parts = [f"(?i:{phrases})"] + ([names] if names else [])
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


FIXED_PHRASES = (
    "most of all",
    "for the most part",
    "third country",
    "third countries",
    "third party",
    "third parties",
    "most recent",
    "most recently",
    "most likely",
    "most of the time",
    "one another",
    "one of",
    "zero-sum",
    "double standard",
    "double standards",
)


def _alternatives(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)


MONTHS = frozenset(name.lower() for name in calendar.month_name if name)
BEGINNINGS = frozenset(
    {
        *CARDINALS,
        *TENS,
        *MULTIPLES,
        *UNCLEAR,
        *(code.lower() for code in CURRENCY_CODES),
        "a",
        "an",
        "half",
        "between",
        "minus",
        "most",
        "majority",
        "majorities",
        "minority",
        "minorities",
    }
)
"""The words that a figure may begin with."""
