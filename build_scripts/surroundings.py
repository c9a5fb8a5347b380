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

from build_scripts.git import git
from build_scripts.link.publication import Publication

RESERVED = "https://countercheck.example/"
"""Stands in until there is an address (RFC 2606 reserves the name)."""
_CONTENT = ("content", "charts", "docs")
_SECONDS = 20


def build_date(root: Path, publication: Publication, environment: Mapping[str, str]) -> date:
    """The day that the site says it was made.

    Without git and without `SOURCE_DATE_EPOCH` it is the last day that an article names.
    """
    given = _epoch(environment)
    if given is not None:
        return given
    committed = _last_commit(root)
    if committed is not None:
        return committed
    days = [date.min]
    for article in publication.articles.values():
        named = [article.front.published, *(entry.date for entry in article.front.corrections)]
        days.extend(when.period.end.last for when in named)
    return max(days)


def notice_day(environment: Mapping[str, str]) -> date:
    """The day by which notices are due: `SOURCE_DATE_EPOCH`, else that of the clock (UTC)."""
    return _epoch(environment) or datetime.now(UTC).date()


def site_url(publication: Publication, environment: Mapping[str, str]) -> str:
    """The address of the site: of the deployment, of content/publication.yml, or a reserved one."""
    given = environment.get("COUNTERCHECK_SITE_URL", "").strip()
    return given or str(publication.settings.site or RESERVED)


def _epoch(environment: Mapping[str, str]) -> date | None:
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else None


def _last_commit(root: Path) -> date | None:
    try:
        done = git(root, "log", "-1", "--format=%ct", "--", *_CONTENT, seconds=_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return None
    seconds = done.stdout.decode().strip()
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds.isdigit() else None
