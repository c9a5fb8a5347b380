"""Dates as they stand in text: years, spans of years, months, days, decades."""

from __future__ import annotations

import calendar
import re

from build_scripts.model.dates import PartialDate, Period
from build_scripts.model.figures import Figure, Kind

_NAMES = [name for name in calendar.month_name if name]
_MONTH_OF = {name.lower(): number for number, name in enumerate(_NAMES, 1)} | {
    name[:3].lower(): number for number, name in enumerate(_NAMES, 1)
}
_MONTH_OF["sept"] = 9
_MONTH = r"(?:" + "|".join([*_NAMES, "Sept", *(f"{n[:3]}\\.?" for n in _NAMES)]) + r")"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_NO_DIGIT = r"(?![\w%$€£]|[,.]\d|\s?%)"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("iso", r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?!\d)"),
        (
            "days",
            rf"(?<![\w.,])(\d{{1,2}})\s?(?:–|-|\sand\s|\sto\s|and\s|to\s)\s?(\d{{1,2}})\s+({_MONTH})"
            rf"(?:\s+({_YEAR}){_NO_DIGIT})?(?!\w)",
        ),
        (
            "day",
            rf"(?<![\w.,])(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({_MONTH})"
            rf"(?:,?\s+({_YEAR}){_NO_DIGIT})?(?!\w)",
        ),
        (
            "us",
            rf"(?<!\w)({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+({_YEAR}){_NO_DIGIT})?",
        ),
        ("month", rf"(?<!\w)({_MONTH})\s+({_YEAR}){_NO_DIGIT}"),
        ("decade", r"(?<!\w)((?:1\d|20)\d)0s(?!\w)"),
        ("years", rf"(?<![\w.,$€£–-])({_YEAR})\s?[–-]\s?(\d{{4}}|\d\d)(?![\w%]|[,.]\d)"),
        ("split", rf"(?<![\w.,$€£])({_YEAR})/(\d\d)(?![\w%])"),
        ("year", rf"(?<![\w.,$€£+−])(?<!\d[–-])({_YEAR}){_NO_DIGIT}"),
        (
            "bare",
            r"(?<=[Ii]n\s)({m})(?!\w)|(?<=[Ss]ince\s)({m})(?!\w)|(?<=[Uu]ntil\s)({m})(?!\w)"
            r"|(?<=[Bb]y\s)({m})(?!\w)|(?<=[Ee]arly\s)({m})(?!\w)|(?<=[Ll]ate\s)({m})(?!\w)"
            r"|(?<=[Mm]id-)({m})(?!\w)|(?<=[Ff]rom\s)({m})(?!\w)".replace("{m}", "|".join(_NAMES)),
        ),
    )
)


_HAS_YEAR = re.compile(r"\d{4}|\d0s")
_HAS_MONTH = re.compile(_MONTH)
_WITH_MONTH = frozenset({"days", "day", "us", "month", "bare"})


def _month(name: str) -> int:
    return _MONTH_OF[name.rstrip(".").lower()]


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
    if any(
        day > calendar.monthrange(year or 4, month)[1] for year, month, day in (start, end) if month
    ):
        return None
    if start > end:
        return None
    return Period(PartialDate(*start), PartialDate(*end))


def read_dates(text: str) -> list[Figure]:
    """Return the dates in `text` in order; a date without a year has the year 0.

    What looks like a date and is none (31 June, 2018–14) is a figure of the kind `unclear`.
    """
    found: list[Figure] = []
    taken: list[tuple[int, int]] = []
    years, months = _HAS_YEAR.search(text), _HAS_MONTH.search(text)
    for name, pattern in _PATTERNS:
        if not (months if name in _WITH_MONTH else years):
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            period = _period(name, match.groups())
            if period is None:
                if name in ("years", "split", "us"):
                    continue
                advice = "there is no such day; write a day that exists"
                figure = Figure(
                    start, end, Kind.UNCLEAR, match[0], hedge_start=start, advice=advice
                )
            else:
                figure = Figure(start, end, Kind.DATE, match[0], hedge_start=start, period=period)
            taken.append((start, end))
            found.append(figure)
    return sorted(found, key=lambda figure: figure.start)
