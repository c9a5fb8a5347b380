"""How tests say what was read: one short line for each figure."""

from __future__ import annotations

from fractions import Fraction

from build_scripts.model.figures import Figure, Kind
from build_scripts.model.quantity import BARE
from build_scripts.read.notation.figures import read_figures
from build_scripts.read.notation.words import Lexicon

UNITS = {
    "states": "state country countries nation nations member members member states ally allies",
    "people": "person inhabitants",
    "troops": "soldier soldiers",
    "shells": "shell round rounds munition munitions",
}
LEXICON = Lexicon(
    {noun: unit for unit, nouns in UNITS.items() for noun in (unit, *nouns.split())}
    | {"member states": "states"},
    names=("Army-2024", "KN-23/24", "ES-11/1", "G7"),
    phrases=("two-state solution",),
)


def told(text: str) -> str:
    """What is read in a text, figure by figure, separated by semicolons.

    A quantity is its hedge, its numbers and its unit; a share its ratio; a date its ISO form with
    0000 for a year that is not said; what is unclear the words themselves.
    """
    return "; ".join(map(_told, read_figures(text, LEXICON)))


def _told(figure: Figure) -> str:
    hedge = f"{figure.hedge} " if figure.hedge else ""
    if figure.kind is Kind.UNCLEAR:
        return f"unclear {figure.text}"
    if figure.kind is Kind.DATE:
        assert figure.period is not None
        period = figure.period
        return " to ".join(dict.fromkeys((period.start.iso(), period.end.iso())))
    assert figure.quantity is not None
    interval, unit = figure.quantity.interval, figure.quantity.unit
    if figure.kind is Kind.PROPORTION:
        low, high = interval.low.value, interval.high.value
        ratio = str(low) if interval.is_point else f"{low} to {high}"
        return f"share {hedge}{ratio}"
    sign = {True: "+", False: "-"}[(interval.high.value or 0) > 0] if figure.signed else ""
    numbers = " to ".join(_number(end) for end in figure.ends)
    return f"{hedge}{sign}{numbers}" + (f" {unit}" if unit != BARE else "")


def _number(value: Fraction) -> str:
    return f"{value.numerator:,}" if value.denominator == 1 else f"{float(value):,}"
