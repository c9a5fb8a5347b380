"""What a build takes from around the repository: its date, its address. Nothing else does.

The date of a build is that of the last commit to the content, or `SOURCE_DATE_EPOCH`
(https://reproducible-builds.org/specs/source-date-epoch/), never that of the clock, which decides
only which notices are due.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from build_scripts.git import git
from build_scripts.link.publication import Publication
from build_scripts.model.fields import Url
from build_scripts.model.text import Text

RESERVED = "https://countercheck.example/"
"""Stands in until there is an address (RFC 2606 reserves the name)."""
_SITE_URL, _EPOCH = "COUNTERCHECK_SITE_URL", "SOURCE_DATE_EPOCH"
_CONTENT = ("content", "charts", "docs")
_SECONDS = 20


class BadSetting(ValueError):
    """A variable of the environment that cannot be used; the message says what it may hold."""


def build_date(root: Path, publication: Publication, environment: Mapping[str, str]) -> date:
    """The day that the site says it was made.

    Without git and without `SOURCE_DATE_EPOCH` it is the last day that an article names, and before
    the first article that of the settings. Raises BadSetting.
    """
    given = _epoch(environment)
    if given is not None:
        return given
    committed = _last_commit(root)
    if committed is not None:
        return committed
    days: list[date] = []
    for article in publication.articles.values():
        named = [article.front.published, *(entry.date for entry in article.front.corrections)]
        days.extend(when.period.end.last for when in named)
    return max(days, default=publication.settings.funding.as_of.period.end.last)


def notice_day(environment: Mapping[str, str]) -> date:
    """The day by which notices are due: `SOURCE_DATE_EPOCH`, else that of the clock (UTC).

    Raises BadSetting.
    """
    return _epoch(environment) or datetime.now(UTC).date()


def site_url(publication: Publication, environment: Mapping[str, str]) -> str:
    """The address of the site: of the deployment, of content/publication.yml, or a reserved one.

    Raises BadSetting.
    """
    given = environment.get(_SITE_URL, "").strip()
    if not given:
        return str(publication.settings.site or RESERVED)
    try:
        return str(TypeAdapter(Url).validate_python(Text(given)))
    except ValidationError:
        raise BadSetting(
            f"{_SITE_URL} is {given!r}, which is no web address; write all of it, as in {RESERVED}"
        ) from None


def _epoch(environment: Mapping[str, str]) -> date | None:
    """The day of `SOURCE_DATE_EPOCH`; its specification wants a malformed one to end the build."""
    epoch = environment.get(_EPOCH, "")
    if not epoch:
        return None
    try:
        if not (epoch.isascii() and epoch.isdigit()):
            raise ValueError
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise BadSetting(
            f"{_EPOCH} is {epoch!r}, which is no number of seconds since 1970, as in 1709208000"
        ) from None


def _last_commit(root: Path) -> date | None:
    try:
        done = git(root, "log", "-1", "--format=%ct", "--", *_CONTENT, seconds=_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    seconds = done.stdout.decode().strip()
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None
