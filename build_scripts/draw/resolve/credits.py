"""The source line of a chart: who published what is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from build_scripts.link.cells import row_sources
from build_scripts.model.linked import LinkedFact
from build_scripts.model.records import Evidence
from build_scripts.model.refs import FactRef

if TYPE_CHECKING:
    from build_scripts.link.publication import Publication

_MOST = 8


def source_line(publication: Publication, refs: Iterable[FactRef]) -> str:
    """`Sources: publishers, in the order drawn. Chart: name, licence.`

    A calculation of ours is credited to the documents it rests on.
    """
    publishers = list(dict.fromkeys(_publishers(publication, refs)))
    named = "; ".join(publishers[:_MOST])
    if len(publishers) > _MOST:
        named += " and others"
    settings = publication.settings
    head = "Source" if len(publishers) == 1 else "Sources"
    # "CC BY 4.0" parted by the end of a line reads as two things.
    licence = settings.licence_content.replace(" ", "\u00a0")
    credit = f"Chart: {settings.name}, {licence}."
    return f"{head}: {named}. {credit}" if named else credit


def _publishers(publication: Publication, refs: Iterable[FactRef]) -> Iterator[str]:
    for evidence in _documents(publication, refs):
        if evidence.publisher is not None:
            yield str(evidence.publisher).rstrip(".")


def _documents(publication: Publication, refs: Iterable[FactRef]) -> Iterator[Evidence]:
    for ref in refs:
        fact = publication.fact(ref)
        for drawn in (fact, *publication.facts.inputs_of(fact.ref)):
            yield drawn.evidence
            for source in (*drawn.sources, *_of_rows(publication, drawn)):
                document = publication.evidence.get(source.evidence)
                if document is not None:
                    yield document


def _of_rows(publication: Publication, fact: LinkedFact) -> Iterator[FactRef]:
    """The sources that the rows of a whole table name, the most frequent first."""
    if fact.record.table is None or fact.ref.row:
        return
    table = publication.table(fact.ref)
    if table.sources:
        cells = Counter(row[table.sources] for row in table.rows)
        counts: Counter[FactRef] = Counter()
        for cell, times in cells.items():
            counts.update(dict.fromkeys(row_sources(cell), times))
        yield from (ref for ref, _ in counts.most_common())
