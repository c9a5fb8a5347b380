"""What `changes --since` tells of the sample, in short forms to assert on."""

from pathlib import Path

from build_scripts.contribute.account.account import Account, account
from build_scripts.contribute.account.changed import Changed
from tests.contribute.samples import load

TITLE = "Most ships do not stay for the night"
PAGE = "claims/most-ships-stay.html"


def told(root: Path, since: str) -> Account:
    """The account of all that has changed since a revision."""
    return account(load(root), since)


def one(root: Path, since: str, sort: str) -> Changed:
    """The one record of a sort that has changed."""
    (record,) = [record for record in told(root, since).records if record.sort == sort]
    return record


def changes(record: Changed) -> set[tuple[str, str, str, int]]:
    """What has changed in a record: what, was, now, and on which line; 0 where it is gone."""
    return {
        (change.what, change.was, change.now, change.place.line if change.place else 0)
        for change in record.changes
    }
