"""`changes --since REV`: what a reader finds different since a git revision, as plain data.

`text.py` prints it. Whether a change is said is the business of `corrections.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.contribute.account.articles import article_changes
from build_scripts.contribute.account.changed import Changed
from build_scripts.contribute.account.pages import PageChanges, page_changes
from build_scripts.contribute.account.records import record_changes
from build_scripts.contribute.account.revisions import revisions
from build_scripts.link.publication import Publication


@dataclass(frozen=True)
class Account:
    """What has changed since a commit: records, articles first, and the pages of the site.

    `pages` is None where one of the two revisions has problems, and so no pages.
    """

    commit: str
    records: tuple[Changed, ...]
    pages: PageChanges | None


def account(publication: Publication, revision: str) -> Account:
    """What differs from the last common commit with `revision`. Raises NoHistory."""
    with revisions(publication, revision) as both:
        records = (*article_changes(both), *record_changes(both))
        return Account(both.commit, records, page_changes(both))
