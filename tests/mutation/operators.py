"""The changes: each operator yields replacements of stretches of a text.

A replacement is `(start, end, new words)`. Operators are deterministic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from build_scripts.link.binding.clauses import clauses, negations, span_at
from build_scripts.link.binding.directions import directions
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.read.notation.words import CARDINALS, FRACTIONS, TENS

Replacement = tuple[int, int, str]
Operator = Callable[[str, Sequence[Figure]], Iterator[Replacement]]

_WORDS = [word for word in CARDINALS if word not in ("zero", "one")]
_NEXT = dict(zip(_WORDS, [*_WORDS[1:], "two"], strict=True)) | dict(
    zip(TENS, [*list(TENS)[1:], "twenty"], strict=True)
)
_RANKS = {
    "largest": "smallest", "smallest": "largest", "highest": "lowest", "lowest": "highest",
    "first": "second", "second": "third", "third": "second", "last": "first",
}  # fmt: skip
_RANK = re.compile(rf"\b(?:{'|'.join(_RANKS)})\b", re.IGNORECASE)
_PAIRS = """
    rose fell, risen fallen, rise fall, rises falls, rising falling, grew shrank, grown shrunk,
    grow shrink, grows shrinks, growing declining, increased decreased, increase decrease,
    increases decreases, increasing decreasing, climbed dropped, climbs drops, climb drop,
    up down, gained lost, gains cuts, higher lower, larger smaller, greater fewer, above below,
    jumped slid, soared sank, expanded dwindled, widened reduced, raised cut, raises cuts,
    raising dropping, added cut, ahead behind, surplus shortfall, beyond below, more less,
    over under, increased declined, increase decline, increases declines
"""
OPPOSITES = {
    one: other
    for up, down in (pair.split() for pair in reversed(_PAIRS.split(",")))
    for one, other in ((up, down), (down, up))
} | {"fewer": "more"}
_SCALES = {"million": "billion", "billion": "million", "thousand": "million", "trillion": "billion"}
_DIGIT = re.compile(r"\d")
_GROUP = re.compile(r"\[@[^\]]*\]")
_CITED = re.compile(r"@[\w:.-]*\w")
_LISTED = re.compile(r",? (?:and )?|, and ")
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def change_digit(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """Each digit becomes the next one."""
    for figure in figures:
        for match in _DIGIT.finditer(text, figure.start, figure.end):
            new = str((int(match[0]) + 1) % 10)
            if new == "0" and match.start() == figure.start:
                new = "1"
            yield match.start(), match.end(), new


def change_last_digit(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """The last digit becomes the next one."""
    yield from list(change_digit(text, figures))[-1:]


def drop_digit(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """The last digit of each run of two or more is lost."""
    for figure in figures:
        for match in re.compile(r"\d{2,}").finditer(text, figure.start, figure.end):
            yield match.end() - 1, match.end(), ""


def change_number_word(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """Each number word becomes the next one."""
    for figure in figures:
        for match in re.compile(r"[A-Za-z]+").finditer(text, figure.start, figure.end):
            new = _NEXT.get(match[0].lower())
            if new is not None and match[0].lower() not in FRACTIONS:
                yield match.start(), match.end(), _like(match[0], new)


def swap_figures(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """Two neighbouring figures of a sort change places."""
    for first, second in pairwise(figures):
        if first.kind is second.kind and first.text != second.text:
            between = text[first.end : second.start]
            yield first.start, second.end, second.text + between + first.text


def swap_unlisted(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """The same, but not for a mere list of years: "2018 and 2023" is "2023 and 2018"."""
    for start, end, new in swap_figures(text, figures):
        pair = [figure for figure in figures if start <= figure.start < end]
        listed = _LISTED.fullmatch(text[pair[0].end : pair[1].start])
        if not (listed and pair[0].kind is Kind.DATE):
            yield start, end, new


def flip_direction(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """Each direction word beside a figure becomes its opposite."""
    for beside, replacement in _flips(text, figures):
        if beside:
            yield replacement


def flip_another_direction(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """Each direction word that stands beside no figure becomes its opposite."""
    for beside, replacement in _flips(text, figures):
        if not beside:
            yield replacement


def _flips(text: str, figures: Sequence[Figure]) -> Iterator[tuple[bool, Replacement]]:
    for start, end, _ in directions(text, 0, len(text)):
        if not any(figure.hedge_start <= start < figure.start for figure in figures):
            word = text[start:end]
            new = _like(word, OPPOSITES[word.lower()])
            yield _beside_a_figure(text, start, figures), (start, end, new)


def turn_rank(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """Each word of rank becomes another: the largest the smallest, the second the third."""
    for match in _RANK.finditer(text):
        yield *match.span(), _like(match[0], _RANKS[match[0].lower()])


def swap_citations(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """Two neighbouring facts of a citation group change places."""
    for group in _GROUP.finditer(text):
        cited = list(_CITED.finditer(text, *group.span()))
        for one, other in pairwise(cited):
            between = text[one.end() : other.start()]
            yield one.start(), other.end(), other[0] + between + one[0]


def change_proportion(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """Each proportion word becomes another one."""
    for figure in figures:
        if figure.kind is Kind.PROPORTION:
            new = {"most": "half of", "half": "a third of"}.get(figure.text.lower(), "half")
            new = "a minority" if figure.text.lower().startswith("majorit") else new
            yield figure.start, figure.end, _like(figure.text, new)


def remove_negation(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """Each negation beside a figure is lost."""
    if any(figure.kind in (Kind.QUANTITY, Kind.PROPORTION) for figure in figures):
        for start, end in negations(text, 0, len(text)):
            beside = _beside_a_figure(text, start, figures)
            if beside and text[start:end].lower() in ("not", "no", "never"):
                yield start, min(end + 1, len(text)), ""


def shift_date(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """Each year moves by one, each month becomes the next."""
    for figure in figures:
        if figure.kind is not Kind.DATE:
            continue
        for match in re.compile(r"\d{4}").finditer(text, figure.start, figure.end):
            yield match.start(), match.end(), str(int(match[0]) - 1)
        for match in re.compile("|".join(_MONTHS)).finditer(text, figure.start, figure.end):
            yield *match.span(), _MONTHS[(_MONTHS.index(match[0]) + 1) % 12]


def change_hedge(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """A hedge is added where there is none; one that is there is lost, or becomes another."""
    for figure in figures:
        if figure.kind is not Kind.QUANTITY:
            continue
        if figure.hedge is Hedge.EXACT:
            if not figure.signed:
                for hedge in ("about ", "nearly ", "more than "):
                    yield figure.start, figure.start, hedge
        elif figure.hedge_start < figure.start:
            yield figure.hedge_start, figure.start, ""
            other = "nearly" if figure.hedge is not Hedge.NEARLY else "more than"
            yield figure.hedge_start, figure.start, f"{other} "


def change_scale(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """A scale, a currency or a percent sign becomes another."""
    for figure in figures:
        if figure.kind is Kind.DATE:
            continue
        for match in re.compile("|".join(_SCALES)).finditer(text, figure.start, figure.end):
            yield *match.span(), _SCALES[match[0]]
        for match in re.compile(r"[$€%]").finditer(text, figure.start, figure.end):
            new = {"$": "€", "€": "$", "%": " percentage points"}[match[0]]
            yield *match.span(), new


def swap_operator(text: str, figures: Sequence[Figure]) -> Iterator[Replacement]:
    """An operator of a formula becomes another."""
    others = {" + ": " - ", " - ": " + ", " * ": " / ", " / ": " * ", " > ": " < ", " < ": " > ",
              " >= ": " < ", " <= ": " > "}  # fmt: skip
    for match in re.compile(r" (?:[-+*/<>]|>=|<=) ").finditer(text):
        yield *match.span(), others[match[0]]


def _beside_a_figure(text: str, offset: int, figures: Sequence[Figure]) -> bool:
    """Whether a quantity or a proportion stands in the clause that holds `offset`."""
    start, end = span_at(clauses(text), offset)
    return any(
        start <= figure.start < end and figure.kind in (Kind.QUANTITY, Kind.PROPORTION)
        for figure in figures
    )


def _like(old: str, new: str) -> str:
    return new.capitalize() if old[:1].isupper() else new


PROSE: dict[str, Operator] = {
    "change a digit": change_digit,
    "drop a digit": drop_digit,
    "change a number word": change_number_word,
    "swap two figures": swap_figures,
    "flip a direction": flip_direction,
    "change a proportion": change_proportion,
    "remove a negation": remove_negation,
    "shift a date": shift_date,
    "change a hedge": change_hedge,
    "change a scale or unit": change_scale,
}
APART = {
    "turn a direction beside no figure": flip_another_direction,
    "turn a word of rank": turn_rank,
}
"""Changes that are no promise of the checks: they are made, and counted apart."""
BY_KIND: dict[str, dict[str, Operator]] = {
    "prose": PROSE | APART,
    "tested": PROSE | APART | {"swap two figures": swap_unlisted},
    "says": PROSE | APART,
    "citations": {"swap two citations": swap_citations},
    "cell": {"alter a table cell": change_last_digit},
    "label": {"change a digit": change_digit, "shift a date": shift_date},
    "value": {
        "change a digit": change_digit,
        "change a hedge": change_hedge,
        "change a scale or unit": change_scale,
    },
    "when": {"change a digit": change_digit},
    "quote": {"alter a quote": change_digit, "alter a word of a quote": change_number_word},
    "claim": {"alter a quote": change_digit, "alter a word of a quote": change_number_word},
    "formula": {"change an operator": swap_operator, "change a digit": change_digit},
}
