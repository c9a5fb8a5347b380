"""One file per kind of page. A new kind is one file here and one line in `KINDS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_scripts.write.pages import (
    claim,
    documents,
    downloads,
    evidence,
    home,
    lists,
    log,
    people,
    rules,
    verdicts,
)
from build_scripts.write.site import Site, Written

KINDS: tuple[Callable[[Site], Iterator[Written]], ...] = (
    home.pages,
    claim.pages,
    evidence.pages,
    people.pages,
    lists.pages,
    verdicts.pages,
    log.pages,
    documents.pages,
    downloads.pages,
    rules.pages,
)
"""What writes the pages of each kind."""
