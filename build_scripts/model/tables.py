"""Tables of evidence, as they stand in CSV files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.model.text import Text

NOT_QUANTITIES = frozenset({"text", "year", "date"})


@dataclass(frozen=True)
class Table:
    """A table: every cell is the text in the file, with its place.

    `units` gives each column's unit as the evidence file declares it (`text`, `year`, `date`, or
    the unit of a quantity such as `states`, `%`, `million rounds`), in the order of the file.
    """

    path: str
    key: str
    units: Mapping[str, str]
    rows: tuple[Mapping[str, Text], ...]
    sources: str = ""

    @property
    def quantity_columns(self) -> tuple[str, ...]:
        """The columns that hold quantities."""
        return tuple(name for name, unit in self.units.items() if unit not in NOT_QUANTITIES)

    def row(self, key: str) -> Mapping[str, Text] | None:
        """The row of that key; None when there is none."""
        for row in self.rows:
            if row.get(self.key, "") == key:
                return row
        return None
