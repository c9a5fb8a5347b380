"""Dates as they stand in text: years, spans of years, months, days, decades."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from itertools import product

from build_scripts.model.dates import PartialDate, Period
from build_scripts.model.figures import Figure, Kind
from build_scripts.read.notation.text_words import words_in

_NAMES = [name for name in calendar.month_name if name]
_MONTH_OF = {name.lower(): number for number, name in enumerate(_NAMES, 1)} | {
    name[:3].lower(): number for number, name in enumerate(_NAMES, 1)
}
_MONTH_OF["sept"] = 9
_MONTH = r"(?:" + "|".join([*_NAMES, "Sept", *(f"{n[:3]}\\.?" for n in _NAMES)]) + r")"
_FULL = r"(?:" + "|".join(_NAMES) + r")"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_DAY = r"([0-9]{1,2})"
_RANK = r"(?:st|nd|rd|th)?"
_NO_DIGIT = r"(?![\w%$€£]|[,.][0-9]|\s?%)"
_OF_YEAR = rf"(?:,?\s+({_YEAR}){_NO_DIGIT})?"
_BEFORE_A_MONTH = (
    r"[Ii]n\s",
    r"[Ss]ince\s",
    r"[Uu]ntil\s",
    r"[Bb]y\s",
    r"[Ee]arly\s",
    r"[Ll]ate\s",
    r"[Ff]rom\s",
)
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("iso", r"(?<![\w-])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])"),
        (
            "days",
            rf"(?<![\w.,]){_DAY}(?:\s?[–-]\s?|\s(?:and|to)\s){_DAY}\s+({_MONTH})"
            rf"(?:\s+({_YEAR}){_NO_DIGIT})?(?!\w)",
        ),
        ("day", rf"(?<![\w.,]){_DAY}{_RANK}(?:\s+of)?\s+({_MONTH}){_OF_YEAR}(?!\w)"),
        ("us", rf"(?<!\w)({_MONTH})\s+{_DAY}{_RANK}(?![0-9]){_OF_YEAR}"),
        (
            "months",
            rf"(?<!\w)({_FULL})(?:\s?[–-]\s?|\s(?:and|to)\s)({_FULL})"
            rf"(?:\s+({_YEAR}){_NO_DIGIT})?(?!\w)",
        ),
        ("month", rf"(?<!\w)({_MONTH})\s+({_YEAR}){_NO_DIGIT}"),
        ("decade", r"(?<!\w)((?:1[0-9]|20)[0-9])0s(?!\w)"),
        (
            "years",
            rf"(?<![\w.,/$€£–-])({_YEAR})(?:[–-]({_YEAR}|[0-9]{{2}})|\s[–-]\s({_YEAR}))"
            r"(?![\w%]|[,.][0-9])",
        ),
        ("split", rf"(?<![\w.,/$€£])({_YEAR})/({_YEAR}|[0-9]{{2}})(?![\w%/])"),
        (  # what stands before it is asked last: a pattern that begins with digits is found soon
            "year",
            rf"({_YEAR})(?<![\w.,/$€£+−][0-9]{{4}})(?<![0-9][–-][0-9]{{4}}){_NO_DIGIT}",
        ),
        (
            "bare",
            "|".join(rf"(?<={word})({_FULL})(?!\w)" for word in (*_BEFORE_A_MONTH, "[Mm]id-")),
        ),
    )
)


_Patterns = tuple[tuple[str, re.Pattern[str]], ...]
_HAS_YEAR = re.compile(r"[0-9](?:[0-9]{3}|0s)")
_HAS_MONTH = re.compile(_MONTH)
_MONTH_WORDS = frozenset(_MONTH_OF)
_HAS_JOINT = re.compile(r"[0-9](?:\s?[–-]\s?[0-9]|/[0-9]|0s)")
_JOINTS = ("–", "-", "/", "0s")
_WITH_JOINT = frozenset({"iso", "years", "split", "decade"})
_WITH_MONTH = frozenset({"days", "day", "us", "months", "month", "bare"})


_PATTERNS_FOR: dict[tuple[bool, bool, bool], _Patterns] = {
    (years, joined, months): tuple(
        (name, pattern)
        for name, pattern in _PATTERNS
        if (months if name in _WITH_MONTH else joined if name in _WITH_JOINT else years)
    )
    for years, joined, months in product((False, True), repeat=3)
}
"""The patterns that may find something in a text with digits as of years, joints, months."""


_NO_DAY = "there is no such day; write a day that exists"
_NO_PERIOD = "it ends before it begins; write a period as 2019–23, a month as December 2024"


def _month(name: str) -> int:
    return _MONTH_OF[name.rstrip(".").lower()]


@lru_cache(maxsize=1024)
def _period(name: str, groups: tuple[str | None, ...]) -> Period | None:
    """The period that a match of the pattern `name` means; None when there is no such date."""
    parts = [part for part in groups if part]
    if name == "iso":
        start = end = (int(parts[0]), int(parts[1]), int(parts[2]))
    elif name == "days":
        year = int(groups[3] or 0)
        start = (year, _month(parts[2]), int(parts[0]))
        end = (year, _month(parts[2]), int(parts[1]))
    elif name == "day":
        start = end = (int(groups[2] or 0), _month(parts[1]), int(parts[0]))
    elif name == "us":
        start = end = (int(groups[2] or 0), _month(parts[0]), int(parts[1]))
    elif name == "months":
        year, first, last = int(groups[2] or 0), _month(parts[0]), _month(parts[1])
        start, end = (year - (year > 0 and first > last), first, 0), (year, last, 0)
    elif name == "month":
        start = end = (int(parts[1]), _month(parts[0]), 0)
    elif name == "decade":
        first = int(parts[-1]) * 10
        start, end = (first, 0, 0), (first + 9, 0, 0)
    elif name in ("years", "split"):
        tail = parts[1]
        start = (int(parts[0]), 0, 0)
        end = (int(parts[0][: 4 - len(tail)] + tail), 0, 0)
    elif name == "year":
        start = end = (int(parts[0]), 0, 0)
    else:
        start = end = (0, _month(parts[0]), 0)
    if not (_exists(*start) and _exists(*end)) or (start > end and name != "months"):
        return None
    return Period(PartialDate(*start), PartialDate(*end))


def _exists(year: int, month: int, day: int) -> bool:
    if not month:
        return True
    return month <= 12 and day <= calendar.monthrange(year or 4, month)[1]


def read_dates(text: str) -> list[Figure]:
    """Return the dates in `text` in order; a date without a year has the year 0.

    What looks like a date and is none (31 June, 2018–14) is a figure of the kind `unclear`.
    """
    years = bool(_HAS_YEAR.search(text))
    months = not _MONTH_WORDS.isdisjoint(words_in(text)) and bool(_HAS_MONTH.search(text))
    joined = years and any(map(text.count, _JOINTS)) and bool(_HAS_JOINT.search(text))
    found: list[Figure] = []
    for name, pattern in _PATTERNS_FOR[years, joined, months]:
        for match in pattern.finditer(text):
            start, end = match.span()
            if found and any(start < other.end and other.start < end for other in found):
                continue
            period = _period(name, match.groups())
            if period is None:
                if name == "us":
                    continue
                advice = _NO_PERIOD if name in ("years", "split") else _NO_DAY
                figure = Figure(
                    start, end, Kind.UNCLEAR, match[0], hedge_start=start, advice=advice
                )
            else:
                figure = Figure(start, end, Kind.DATE, match[0], hedge_start=start, period=period)
            found.append(figure)
    return sorted(found, key=lambda figure: figure.start)
