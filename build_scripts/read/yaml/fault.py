"""Where YAML went wrong, and what a person did there."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_scripts.model.text import shown

KEY = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[^\s:#'\"\[\]{},&*!|>%@`-][^:]*):(?: +|$)")
"""A key at the beginning of a line, with its colon and the space behind."""
_GLUED = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[A-Za-z][\w-]*):(?=[^\s:/])")
LINE_UP = "keys of one level begin in one column, with spaces; those below a key stand two further"


class Fault(NamedTuple):
    """Where it went wrong, as PyYAML says: lines and columns from 0, in `lines`."""

    says: str
    during: str
    line: int
    column: int
    began_line: int
    began_column: int
    lines: list[str]

    @property
    def here(self) -> str:
        """The line at fault."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def sign(self) -> str:
        """The character at fault."""
        return self.here[self.column : self.column + 1]


class Finding(NamedTuple):
    """What a person did: line and column from 0, in words, and how to mend it."""

    line: int
    column: int
    message: str
    advice: str


def glued_above(fault: Fault) -> Finding | None:
    """A key whose colon lacks its space, on this line or on the one above."""
    for line in (fault.began_line, fault.line, fault.line - 1):
        glued = _GLUED.match(fault.lines[line]) if 0 <= line < len(fault.lines) else None
        if glued and not KEY.match(fault.lines[line]):
            return Finding(
                line,
                glued.end() - 1,
                f"the colon after {shown(glued['key'])} lacks its space",
                f"write {glued['key']}: and a space before the value",
            )
    return None


def quoted(value: str) -> str:
    """A value in the quotation marks that YAML can hold it in; a long one is cut."""
    words = value if len(value) <= 60 else value[:59].rstrip() + "…"
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"
