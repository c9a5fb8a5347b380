"""The scalar types of records: what a value in YAML may look like.

Every value arrives as `Text`, whatever YAML makes of it; the type of the field decides how it is
read (YAML 1.2 core schema, https://yaml.org/spec/1.2.2/#103-core-schema, read lazily).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainSerializer

from build_scripts.model.dates import PartialDate, Period
from build_scripts.model.text import Text, shown

_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")
_REF = re.compile(r"[a-z][a-z0-9-]*:[a-z][a-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9_-]*){0,2}\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_NO_ADDRESS = re.compile(r"[\s<>\"\\^`{|}]")
_ARCHIVED = re.compile(r"https://web\.archive\.org/web/\d{14}/https?://\S+\Z")


@dataclass(frozen=True, slots=True)
class When:
    """A period, and the text it was read from."""

    period: Period
    text: Text


def _matching(pattern: re.Pattern[str], what: str, example: str) -> AfterValidator:
    def check(value: Text) -> Text:
        if not pattern.match(value):
            raise ValueError(f"{shown(value)} is not {what}, such as {example}")
        return value

    return AfterValidator(check)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return bool(value == "true")
    raise ValueError(f"{shown(str(value))} is neither true nor false")


def _when(value: Any) -> When:
    if isinstance(value, When):
        return value
    if not isinstance(value, Text):
        raise ValueError("a date or a period is needed here, such as 2024-03 or 2019–23")
    return When(Period.parse(value), value)


def _date(value: Any) -> When:
    when = _when(value)
    if not when.period.single:
        raise ValueError(
            f"{shown(when.text)} is a period; one date is needed here, such as 2024-03"
        )
    return when


def _day(value: Any) -> When:
    when = _date(value)
    if not when.period.start.day:
        raise ValueError(f"{shown(when.text)} is not a full date, such as 2024-03-11")
    return when


def _address(value: Text) -> Text:
    if not _is_address(value):
        raise ValueError(
            f"{shown(value)} is not a web address that begins with https:// or http://"
        )
    return value


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https") and bool(parts.hostname) and not _NO_ADDRESS.search(value)
    )


def _not_blank(value: Text) -> Text:
    if not value.strip():
        raise ValueError("nothing is written here")
    return value


_LISTS = (list, tuple)


def _list(value: Any) -> Any:
    return value if isinstance(value, _LISTS) else [value]


Words = Annotated[Text, AfterValidator(_not_blank)]
"""Any text that is not blank."""
Id = Annotated[Text, _matching(_ID, "an id of small letters, digits and hyphens", "tass-2023")]
Key = Annotated[Text, _matching(_KEY, "a name of letters, digits, - and _", "states_2023")]
Ref = Annotated[Text, _matching(_REF, "a fact written as evidence:fact", "un:members")]
Sha256 = Annotated[Text, _matching(_SHA256, "a SHA-256 in 64 hexadecimal digits", "e3b0c442…")]
Language = Annotated[Text, _matching(_LANGUAGE, "a language code", "en, uk or zh")]
Archived = Annotated[
    Text,
    _matching(
        _ARCHIVED,
        "an archived copy",
        "https://web.archive.org/web/20240311000000/https://example.org/",
    ),
]
Url = Annotated[Text, AfterValidator(_address)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Periods = Annotated[tuple[Annotated[When, BeforeValidator(_when)], ...], BeforeValidator(_list)]
Date = Annotated[When, BeforeValidator(_date), PlainSerializer(lambda when: when.text)]
Day = Annotated[When, BeforeValidator(_day), PlainSerializer(lambda when: when.text)]


def partial_date(when: When) -> PartialDate:
    """The single date of a `Date` or `Day` field."""
    return when.period.start
