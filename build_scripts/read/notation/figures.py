"""The one reader of figures: for prose, values, quotes, translations and chart texts.

The notation is described for contributors in `docs/notation.md`. Reading never raises: what
looks like a figure and is not written in the notation comes back as the kind `unclear`, with
advice on how to write it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from build_scripts.model.figures import Figure, Kind
from build_scripts.model.quantity import BARE, Quantity, Unit
from build_scripts.read.notation.dates import read_dates
from build_scripts.read.notation.hedges import read_hedge
from build_scripts.read.notation.proportions import read_proportion
from build_scripts.read.notation.quantities import read_quantity
from build_scripts.read.notation.text_words import words_in
from build_scripts.read.notation.tokens import MARGIN, Tokens, masked_spans, tokenize
from build_scripts.read.notation.unclear import read_unclear
from build_scripts.read.notation.words import BEGINNINGS, FRACTIONS, MONTHS, SCALES, Lexicon

_YEAR = re.compile(r"[0-9]{4}")
_YEARS = re.compile(r"[0-9]{4}(?:[–-][0-9]{4})?\Z")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_SCALED = frozenset({*SCALES, "percent", "per"})
_HELD = frozenset({*BEGINNINGS, *FRACTIONS, *MONTHS} - {"a", "an"})
_STRANGE = re.compile(r"[^\x00-/:-\x7f’‘“”–—…é]")
_POINTS = frozenset({"", *".,;:()[]“”‘’\"'!?/"})
_ENDS = (",", ".", ";", ")")
_ARTICLES = frozenset({"a", "an"})
_AFTER_AN_ARTICLE = frozenset(
    {*FRACTIONS, "-", "hundred", "thousand", "million", "billion", "trillion"}
)
_ORDINALS = frozenset({"st", "nd", "rd", "th"})


def read_figures(text: str, lexicon: Lexicon) -> tuple[Figure, ...]:
    """Return every figure of `text` in order, without overlaps."""
    if not _may_hold_figures(text):
        return ()
    return _read_figures(str(text), lexicon)


@lru_cache(maxsize=4096)
def _read_figures(text: str, lexicon: Lexicon) -> tuple[Figure, ...]:
    masked = masked_spans(text, lexicon)
    dates = [date for date in read_dates(text) if not _inside(date, masked)]
    taken = sorted([*masked, *((date.start, date.end) for date in dates)])
    tokens = tokenize(text, taken)
    found: list[Figure] = []
    after = 0
    for index in _beginnings(tokens):
        if index < after:
            continue
        figure, after = _figure_at(text, tokens, index, lexicon)
        if figure is None:
            continue
        touching = 1 if figure.kind is Kind.UNCLEAR else 0
        while found and found[-1].end + touching > figure.start:  # it reaches back: half0, 1-2m
            start = min(figure.start, found.pop().start)
            figure = figure._replace(start=start, hedge_start=start, text=text[start : figure.end])
        found.append(figure)
    found.extend(_clear(f, text, lexicon) if f.kind is Kind.DATE else f for f in dates)
    return tuple(sorted(found, key=_start) if dates else found)


def read_value(text: str, lexicon: Lexicon) -> Figure | None:
    """Read a text that is one quantity and nothing else (`-53%`, `more than 50 states`).

    An unknown noun becomes a unit of its own. None when it is no quantity, or more than one.
    """
    text = text.strip()
    tokens = tokenize(text, masked_spans(text, lexicon))
    for index in range(len(tokens.text) - MARGIN):
        quantity = read_quantity(text, tokens, index, lexicon)
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
        if "number" in tokens.kind[end:]:
            return None
        unit = Unit((rest.split()[-1].lower(),))
        return figure._replace(
            end=len(text),
            text=text[figure.start :],
            noun=rest,
            quantity=Quantity(figure.quantity.interval, unit),
        )
    return None


def _may_hold_figures(text: str) -> bool:
    """Whether a text may hold a figure: true of every one that does, and of few others."""
    if _STRANGE.search(text):  # most texts with figures have a digit, which is found soonest
        return True
    return not _HELD.isdisjoint(words_in(text))


def _beginnings(tokens: Tokens) -> list[int]:
    """The indexes of the tokens that a figure may begin with."""
    return [
        index
        for index, word in enumerate(tokens.lower[:-MARGIN])
        if (word in BEGINNINGS if word.isalpha() else word not in _POINTS)
        and (word not in _ARTICLES or tokens.lower[index + 1] in _AFTER_AN_ARTICLE)
    ]


def _start(figure: Figure) -> int:
    return figure.start


def _inside(figure: Figure, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= figure.start and figure.end <= end for start, end in spans)


def _clear(figure: Figure, text: str, lexicon: Lexicon) -> Figure:
    """A bare year, or two, with a unit noun behind is a number without its comma."""
    if text.startswith(_ENDS, figure.end):
        return figure
    word = _NEXT_WORD.match(text, figure.end)
    following = word[1].lower() if word else ""
    if not word or not (following in _SCALED or following in lexicon.nouns):
        return figure
    after = _NEXT_WORD.match(text, word.end())
    within = following not in _SCALED and after and after[1].lower() in ("in", "of")
    if within or not _YEARS.match(figure.text):
        return figure
    number = _YEAR.sub(lambda year: f"{int(year[0]):,}", figure.text)
    advice = f"write {number} if it is a number; put a comma behind a year"
    return figure._replace(kind=Kind.UNCLEAR, period=None, advice=advice)


def _figure_at(
    text: str, tokens: Tokens, index: int, lexicon: Lexicon
) -> tuple[Figure | None, int]:
    """The figure that begins at `index`, and the index to go on from."""
    if _is_rank(tokens, index):
        return None, index + 2
    proportion = read_proportion(tokens, index, lexicon)
    if proportion is not None:
        start, end = tokens.start[index], tokens.end(proportion.end - 1)
        hedge, hedge_start = read_hedge(tokens, index)
        quantity = Quantity(proportion.interval)
        return (
            Figure(start, end, Kind.PROPORTION, text[start:end], quantity, hedge, hedge_start),
            proportion.end,
        )
    found = read_quantity(text, tokens, index, lexicon)
    if found is not None:
        return found
    return read_unclear(text, tokens, index)


def _is_rank(tokens: Tokens, index: int) -> bool:
    """Whether `20th` or `2nd` stands here, which are ranks and no figures."""
    ranked = tokens.glued[index + 1] and tokens.lower[index + 1] in _ORDINALS
    return ranked and tokens.kind[index] == "number"
