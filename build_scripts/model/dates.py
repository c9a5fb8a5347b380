"""Dates that are known only in part, and periods between them.

Notation of a date: ISO 8601 reduced precision, `2024`, `2024-03`, `2024-03-11`. Notation of a
period: `2019–23`, `2015-09 to 2024-12`.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

MONTHS = tuple(calendar.month_name)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_YEARS = re.compile(r"(\d{4})\s?[–-]\s?(\d{4}|\d{2})\Z")


class PartialDate(NamedTuple):
    """A day, a month or a year: what is not known is 0."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2024`, `2024-03` or `2024-03-11`; anything else is a ValueError that says why."""
        match = _DATE.match(text.strip())
        if not match:
            raise ValueError(f"date {text!r} is not written as 2024, 2024-03 or 2024-03-11")
        year, month, day = (int(part or 0) for part in match.groups())
        if match[2] and not 1 <= month <= 12:
            period = f"; write {match[1]}–{match[2]} for a period"
            raise ValueError(
                f"date {text!r} has no such month{period * (year % 100 < month and not day)}"
            )
        if match[3] and not 1 <= day <= calendar.monthrange(year or 4, month)[1]:
            raise ValueError(f"date {text!r} has no such day")
        if year == 0:
            raise ValueError(f"date {text!r} has no such year")
        return cls(year, month, day)

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def admits(self, stated: PartialDate) -> bool:
        """Whether `stated` says this date, as precisely or less so."""
        return (
            stated.year in (0, self.year)
            and stated.month in (0, self.month)
            and stated.day in (0, self.day)
        )

    def iso(self) -> str:
        """The ISO 8601 form: `2024`, `2024-03` or `2024-03-11`."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def __str__(self) -> str:
        words = [str(self.day)] if self.day else []
        if self.month:
            words.append(MONTHS[self.month])
        return " ".join([*words, str(self.year)])


class Period(NamedTuple):
    """From a date to a date, both included; a single date is a period of itself."""

    start: PartialDate
    end: PartialDate

    @classmethod
    def of(cls, year: int, month: int = 0, day: int = 0) -> Period:
        """The period of one date."""
        single = PartialDate(year, month, day)
        return cls(single, single)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a date, `2019–23` or `2015-09 to 2024-12`; anything else is a ValueError."""
        return cls._parse(str(text))

    @classmethod
    @lru_cache(maxsize=1024)  # the same few years stand in most facts
    def _parse(cls, text: str) -> Period:
        text = text.strip()
        years = _YEARS.match(text)
        if years and not _DATE.match(text):
            start, end = years[1], years[2]
            end = start[: 4 - len(end)] + end
            return cls._checked(PartialDate.parse(start), PartialDate.parse(end), text)
        head, separator, tail = text.partition(" to ")
        if separator:
            return cls._checked(PartialDate.parse(head), PartialDate.parse(tail), text)
        single = PartialDate.parse(text)
        return cls(single, single)

    @classmethod
    def _checked(cls, start: PartialDate, end: PartialDate, text: str) -> Period:
        if end.last < start.first:
            raise ValueError(f"period {text!r} ends before it begins")
        return cls(start, end)

    @property
    def single(self) -> bool:
        """Whether this is one date."""
        return self.start == self.end

    @property
    def years(self) -> int:
        """How many calendar years it touches."""
        return self.end.year - self.start.year + 1

    def __str__(self) -> str:
        if self.single:
            return str(self.start)
        if not (self.start.month or self.end.month):
            same = self.start.year // 100 == self.end.year // 100
            return (
                f"{self.start.year}–{self.end.year % 100:02d}"
                if same
                else (f"{self.start.year}–{self.end.year}")
            )
        return f"{self.start} to {self.end}"
