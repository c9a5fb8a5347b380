"""Facts for tests, written as readers would write them."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from build_scripts.link.formulas.evaluate import FormulaFault
from build_scripts.link.values import stated_quantity
from build_scripts.model.dates import Period
from build_scripts.model.interval import Truth
from build_scripts.model.quantity import Quantity
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.model.text import Text
from build_scripts.read.notation.figures import read_value
from build_scripts.read.notation.words import Lexicon

NOUNS = {
    noun: canonical
    for canonical, nouns in {
        "states": "state states country countries member members ally allies",
        "shells": "shell shells round rounds munition munitions",
        "people": "person people",
        "delegations": "delegation delegations",
    }.items()
    for noun in nouns.split()
}
LEXICON = Lexicon(NOUNS)


def quantity(text: str) -> Quantity:
    """The quantity of a text such as `more than 50 states`, its hedge applied."""
    figure = read_value(text, LEXICON)
    meant = stated_quantity(figure) if figure else None
    assert meant is not None, text
    return meant


def table(text: str, units: Mapping[str, str], key: str = "") -> Table:
    """A table of CSV text; its key is the first column unless given."""
    rows = tuple(
        {name: Text(cell) for name, cell in row.items()}
        for row in csv.DictReader(text.strip().splitlines())
    )
    return Table("table.csv", key or next(iter(units)), units, rows)


class Known:
    """A lookup with these quantities, outcomes, tables and dates, by reference."""

    def __init__(
        self,
        quantities: Mapping[str, str] | None = None,
        truths: Mapping[str, Truth] | None = None,
        tables: Mapping[str, Table] | None = None,
        dates: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.lexicon = LEXICON
        self._quantities = {ref: quantity(text) for ref, text in (quantities or {}).items()}
        self._truths = truths or {}
        self._tables = tables or {}
        self._dates = dates or {}

    def quantity(self, ref: FactRef) -> Quantity:
        if str(ref) not in self._quantities:
            raise FormulaFault(f"{ref} has no quantity", help="name a fact that has a `value`")
        return self._quantities[str(ref)]

    def truth(self, ref: FactRef) -> Truth:
        return self._truths[str(ref)]

    def is_test(self, ref: FactRef) -> bool:
        return str(ref) in self._truths

    def table(self, ref: FactRef) -> Table:
        if str(ref.whole) not in self._tables:
            raise FormulaFault(f"{ref.whole} is not a table")
        return self._tables[str(ref.whole)]

    def periods(self, ref: FactRef) -> tuple[Period, ...]:
        return tuple(Period.parse(text) for text in self._dates.get(str(ref), ()))
