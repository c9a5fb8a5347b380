"""Figures bound once, which a later one of the same record may repeat without a citation."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.model.figures import Figure, Kind
from build_scripts.model.quantity import BARE
from build_scripts.model.refs import FactRef

_Key = tuple[object, ...]
_BEFORE = 12
_NO_FACT = FactRef("", "")


class Repeats:
    """The figures of a record so far, each with the fact that bore it where it stood first.

    `given` are those that stand before all others, with their texts. Nothing is done with any of
    them before a figure without a citation is found, which many records do not have.
    """

    def __init__(self, given: Iterable[tuple[str, Figure, FactRef]] = ()) -> None:
        self._given = iter(given)
        self._added: list[tuple[str, Figure, FactRef]] = []
        self._first: dict[_Key | None, FactRef] = {}

    def add(self, text: str, figure: Figure, ref: FactRef) -> None:
        """Let later figures repeat this one."""
        self._added.append((text, figure, ref))

    def add_faulty(self, text: str, figures: Iterable[Figure]) -> None:
        """Let later figures repeat these, which have a problem already: one is enough."""
        for figure in figures:
            self.add(text, figure, _NO_FACT)

    def find(self, text: str, figure: Figure) -> FactRef | None:
        """The fact of the figure that this one repeats; None when it repeats none."""
        for words, earlier, ref in (*self._given, *self._added):
            self._first.setdefault(_key(words, earlier), ref)
        self._added.clear()
        key = _key(text, figure)
        return None if key is None else self._first.get(key)


def _key(text: str, figure: Figure) -> _Key | None:
    """What a figure must share with an earlier one to repeat it: number, noun, hedge.

    The noun is the word as written, singular or plural; "other members" are not "members". A
    count without a noun repeats nothing.
    """
    if figure.quantity is None or figure.kind is Kind.PROPORTION or not figure.ends:
        return None
    unit = figure.quantity.unit
    words = figure.noun.split()
    noun = words[-1].lower().rstrip("s") if words else ""
    if not noun and unit == BARE:
        return None
    around = text[max(0, figure.start - _BEFORE) : figure.end]
    return (figure.ends, figure.hedge, unit, noun, "other" in around)
