"""References to facts: `evidence:fact`, `evidence:fact.row`, `evidence:fact.row.column`."""

from __future__ import annotations

from typing import NamedTuple

NAME = r"[A-Za-z0-9][A-Za-z0-9_-]*"
"""A pattern of the name of a row or a column."""
REFERENCE = rf"[a-z][a-z0-9-]*:[a-z][a-z0-9-]*(?:\.{NAME}){{0,2}}"
"""A pattern of a reference, wherever one is written."""


class FactRef(NamedTuple):
    """The name of one fact, or of one cell of a fact that is a table."""

    evidence: str
    fact: str
    row: str = ""
    column: str = ""

    @classmethod
    def parse(cls, text: str) -> FactRef:
        """Read a reference; raises ValueError when it lacks its colon."""
        evidence, colon, rest = text.partition(":")
        if not (evidence and colon and rest):
            raise ValueError(f"{text!r} is not written as evidence:fact")
        return cls(evidence, *rest.split(".", 2))

    @property
    def whole(self) -> FactRef:
        """The fact itself, without row and column."""
        return FactRef(self.evidence, self.fact)

    @property
    def anchor(self) -> str:
        """The id of its place on the evidence page."""
        return "-".join(part for part in (self.fact, self.row) if part)

    def __str__(self) -> str:
        cell = "".join(f".{part}" for part in (self.row, self.column) if part)
        return f"{self.evidence}:{self.fact}{cell}"
