"""Two revisions of one publication: an earlier one from git, read like the present one.

An engine that has changed in between makes no difference: it reads both.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from build_scripts.contribute.account.history import History
from build_scripts.fingerprints import Fingerprints, Memory
from build_scripts.link.publication import Publication
from build_scripts.read.library import Library


@dataclass(frozen=True)
class Revisions:
    """What was published and what is there now; `commit` names the earlier one in messages."""

    before: Publication
    now: Publication
    commit: str

    def unchanged(self) -> set[str]:
        """The articles that are byte for byte the same, with all that they rest on and show."""
        keys = []
        for publication in (self.before, self.now):
            fingerprints = Fingerprints(publication.library, Memory())
            charts = {
                key: fingerprints.key(path)
                for key, path in publication.library.paths["charts"].items()
            }
            keys.append(
                {
                    slug: (
                        fingerprints.key(path),
                        [charts[n] for n in fingerprints.files[path][1] if n in charts],
                    )
                    for slug, path in publication.library.paths["claims"].items()
                }
            )
        return {slug for slug, key in keys[0].items() if keys[1].get(slug) == key}

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The present ids of evidence by each former one."""
        return {
            str(former): key
            for key, evidence in self.now.evidence.items()
            for former in evidence.formerly
            if former not in self.now.library.paths["evidence"]
        }

    def successor(self, slug: str) -> str | None:
        """The slug that an article has now; None when no article says it had the former one."""
        if slug in self.now.library.paths["claims"]:
            return slug
        for other, article in self.now.articles.items():
            if slug in article.front.formerly:
                return other
        return None


@contextmanager
def revisions(publication: Publication, revision: str) -> Iterator[Revisions]:
    """A publication beside the last commit that it shares with `revision`.

    Raises NoHistory when there is nothing to compare with.
    """
    history = History(publication.library.root)
    commit = history.base(revision)
    with tempfile.TemporaryDirectory(prefix="since-") as folder:
        root = Path(folder)
        history.write(commit, root)
        yield Revisions(Publication(Library(root)), publication, commit[:12])
