"""Rules on tables: what the evidence file declares is what the CSV file holds."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.check.rules import at, rule
from build_scripts.link.cells import row_sources
from build_scripts.link.evidence import LinkedEvidence
from build_scripts.link.publication import Publication
from build_scripts.model.text import Text
from build_scripts.problems import Problem
from build_scripts.read.suggest import did_you_mean


@rule("evidence")
def table_changed(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """A CSV file is not the one whose SHA-256 the evidence file gives.

    A table cannot change silently: who changes it looks at every figure that rests on it, and then
    writes the new sum. Where a table has other problems, these come first: mending them changes it.
    """
    for name, fact in linked.evidence.facts.items():
        digest = publication.changed_digest(fact)
        if fact.sha256 is None or not digest:
            continue
        if not publication.library.table_problems(linked.id, str(name)):
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
        known = publication.library.paths["evidence"]
        unknown: dict[str, list[Text]] = {}
        for row in table.rows:
            for source in row_sources(row[table.sources]):
                if source.evidence not in known:
                    unknown.setdefault(source.evidence, []).append(row[table.sources])
        for source_id, cells in unknown.items():
            start = cells[0].find(source_id)
            more = f"; {len(cells)} rows name it" if len(cells) > 1 else ""
            yield at(
                cells[0].place(start, start + len(source_id)),
                f"there is no evidence {source_id!r}{did_you_mean(source_id, known)}{more}",
                "name the evidence files a row comes from, separated by ;",
            )
