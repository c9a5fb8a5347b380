"""What a check found: rule, severity, place, message, help.

A problem is data. `report` renders it as text, as annotations or as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem weighs: an error stops publication, a notice never does."""

    ERROR = "error"
    NOTICE = "notice"


class Place(NamedTuple):
    """Where something stands: a path relative to the repository, line and column from 1.

    `length` is the number of characters to underline on that line.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong, for the person who can mend it.

    `message` names the bad thing and its value in lower case; `help` says what to do. `begins` is
    the day, as YYYY-MM-DD, on which it begins to be one; "" for what is wrong on any day.
    """

    place: Place
    rule: str
    message: str
    help: str = ""
    severity: Severity = Severity.ERROR
    begins: str = ""
