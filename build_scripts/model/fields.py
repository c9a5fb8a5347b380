"""The scalar types of records: what a value in YAML may look like.

Every value arrives as `Text`, whatever YAML makes of it; the type of the field decides how it is
read (YAML 1.2 core schema, https://yaml.org/spec/1.2.2/#103-core-schema, read lazily). Each type
bears its `Kind`, from which skeletons, editor schemas and the field reference are made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainSerializer

from build_scripts.model.dates import Period
from build_scripts.model.refs import NAME, REFERENCE
from build_scripts.model.text import Text, shown

_NO_ADDRESS = re.compile(r"[\s<>\"\\^`{|}]")
_NEARLY_ID = re.compile(r"[A-Za-z][A-Za-z0-9 _.'’&,-]{0,59}\Z")
_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_YEARS = "[0-9]{4} ?[–-] ?([0-9]{4}|[0-9]{2})"


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of text: its name for people, an example, the pattern of its text (ECMA-262).

    `plain` are the JSON types that a value may have besides text, when YAML is read by another
    program: `2024` is a number there, `true` a boolean.
    """

    name: str
    example: str
    pattern: str = ""
    plain: tuple[str, ...] = ()


TEXT = Kind("text", "…", plain=("number", "boolean"))
FLAG = Kind("true or false", "true")
_ID = Kind("id", "tass-2023", "^[a-z][a-z0-9-]*$", ("boolean",))
_KEY = Kind("name", "states_2023", f"^{NAME}$", ("number", "boolean"))
_REF = Kind(
    "evidence:fact",
    "un:members",
    f"^{REFERENCE}$",
)
_SHA256 = Kind("SHA-256", "e3b0c442…", "^[0-9a-f]{64}$", ("number",))
_LANGUAGE = Kind("language code", "en", "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_ENGLISH = Kind("sort of English", "en", "^en(-[A-Za-z0-9]{2,8})*$")
_ARCHIVED = Kind(
    "address of an archived copy",
    "https://web.archive.org/web/20240311000000/https://example.org/",
    r"^https://web\.archive\.org/web/\d{14}/https?://\S+$",
)
_URL = Kind("web address", "https://example.org/", "^[Hh][Tt][Tt][Pp][Ss]?://")
_PERIOD = Kind(
    "date or period", "2019–23", f"^({_DATE}|{_YEARS}|{_DATE} to {_DATE})$", ("integer",)
)
_ONE_DATE = Kind("date", "2024-03", f"^{_DATE}$", ("integer",))
_ONE_DAY = Kind("day", "2024-03-11", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")


@dataclass(frozen=True, slots=True)
class When:
    """A period, and the text it was read from."""

    period: Period
    text: Text


def _matching(kind: Kind, what: str, example: str) -> AfterValidator:
    # `$` would admit a line feed at the end
    pattern = re.compile(kind.pattern.removesuffix("$") + r"\Z")

    def check(value: Text) -> Text:
        if not pattern.match(value):
            such = (as_id(value) if kind is _ID else "") or example
            raise ValueError(f"{shown(value)} is not {what}, such as {such}")
        return value

    return AfterValidator(check)


def as_id(words: str) -> str:
    """The id that a name may have meant: `Arms trade` is `arms-trade`; empty where none is near."""
    if not _NEARLY_ID.match(words):
        return ""
    return "-".join(re.findall("[a-z0-9]+", words.lower()))


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
    if not value or value.isspace():
        raise ValueError("nothing is written here")
    return value


_LISTS = (list, tuple)


def _list(value: Any) -> Any:
    return value if isinstance(value, _LISTS) else [value]


LISTED = BeforeValidator(_list)
"""Marks a list for which one item may stand by itself."""
Words = Annotated[Text, AfterValidator(_not_blank), TEXT]
"""Any text that is not blank."""
Id = Annotated[Text, _matching(_ID, "an id of small letters, digits and hyphens", "tass-2023"), _ID]
Key = Annotated[Text, _matching(_KEY, "a name of letters, digits, - and _", "states_2023"), _KEY]
Ref = Annotated[Text, _matching(_REF, "a fact written as evidence:fact", "un:members"), _REF]
Sha256 = Annotated[
    Text, _matching(_SHA256, "a SHA-256 in 64 hexadecimal digits", "e3b0c442…"), _SHA256
]
Language = Annotated[Text, _matching(_LANGUAGE, "a language code", "en, uk or zh"), _LANGUAGE]
English = Annotated[
    Text, _matching(_ENGLISH, "English, which the checks read alone", "en or en-GB"), _ENGLISH
]
Archived = Annotated[Text, _matching(_ARCHIVED, "an archived copy", _ARCHIVED.example), _ARCHIVED]
Url = Annotated[Text, AfterValidator(_address), _URL]
Flag = Annotated[bool, BeforeValidator(_flag), FLAG]
Periods = Annotated[tuple[Annotated[When, BeforeValidator(_when), _PERIOD], ...], LISTED]
Date = Annotated[When, BeforeValidator(_date), PlainSerializer(lambda when: when.text), _ONE_DATE]
Day = Annotated[When, BeforeValidator(_day), PlainSerializer(lambda when: when.text), _ONE_DAY]
