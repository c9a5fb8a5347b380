"""Rules on tables: what the evidence file declares is what the CSV file holds."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.check.rules import at, rule
from build_scripts.link.cells import row_sources
from build_scripts.link.evidence import LinkedEvidence
from build_scripts.link.publication import Publication
from build_scripts.problems import Problem


@rule("evidence")
def table_changed(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """A CSV file is not the one whose SHA-256 the evidence file gives.

    A table cannot change silently: who changes it looks at every figure that rests on it, and then
    writes the new sum.
    """
    for fact in linked.evidence.facts.values():
        digest = publication.changed_digest(fact)
        if digest and fact.sha256 is not None:
            yield at(
                fact.sha256.place(),
                f"{fact.table} has another SHA-256 than the one given",
                f"look at what changed; if it is right, write: sha256: {digest}",
            )


@rule("evidence")
def table_problem(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """A row of a table names a source that does not exist."""
    for name, fact in linked.evidence.facts.items():
        table = publication.library.table(linked.id, str(name)) if fact.table else None
        if table is None or not table.sources:
            continue
        for row in table.rows:
            cell = row[table.sources]
            for source in row_sources(cell):
                if source.evidence not in publication.library.paths["evidence"]:
                    yield at(
                        cell.place(),
                        f"there is no evidence {source.evidence!r}",
                        "name the evidence files a row comes from, separated by ;",
                    )
