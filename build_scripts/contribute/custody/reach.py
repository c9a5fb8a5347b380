"""Which facts rest on which: the reverse of the chain of custody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from build_scripts.contribute.custody.trace import UnknownName
from build_scripts.link.cells import row_sources
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.refs import FactRef
from build_scripts.read.suggest import did_you_mean

_FEW = 8
_WORD = re.compile(rb"[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class Source:
    """What is held to be wrong: a document, one of its facts, or a row of one that is a table."""

    ref: FactRef

    def holds(self, ref: FactRef) -> bool:
        """Whether a reference leads to it, to a part of it, or to the whole it is part of."""
        own = self.ref
        if ref.evidence != own.evidence or not own.fact:
            return ref.evidence == own.evidence
        return ref.fact == own.fact and (ref.row == own.row or not ref.row or not own.row)

    def __str__(self) -> str:
        return str(self.ref) if self.ref.fact else self.ref.evidence


def parse_source(publication: Publication, name: str) -> Source:
    """Read `evidence`, `evidence:fact` or `evidence:fact.row`; raises UnknownName."""
    name = name.removeprefix("content/evidence/").removesuffix(".yml")
    evidence, _, rest = name.partition(":")
    known = publication.library.paths["evidence"]
    if evidence not in known:
        raise UnknownName(f"there is no evidence {evidence!r}{did_you_mean(evidence, known)}")
    if not rest:
        return Source(FactRef(evidence, ""))
    ref = _row_of(FactRef.parse(name))
    record = publication.evidence.get(evidence)
    names = [str(fact) for fact in record.facts] if record is not None else []
    if ref.fact not in names:
        raise UnknownName(f"{evidence} has no fact {ref.fact!r}{did_you_mean(ref.fact, names)}")
    if ref.row:
        _check_row(publication, ref)
    return Source(ref)


def _check_row(publication: Publication, ref: FactRef) -> None:
    try:
        table = publication.table(ref)
    except UnknownFact as fault:
        raise UnknownName(fault.message) from None
    except BrokenFact as fault:
        raise UnknownName(fault.problem.message) from None
    if table.row(ref.row) is None:
        keys = [str(row[table.key]) for row in table.rows]
        raise UnknownName(f"{ref.whole} has no row {ref.row!r}{did_you_mean(ref.row, keys)}")


def _row_of(ref: FactRef) -> FactRef:
    """The reference without its column: a row is looked at as a whole."""
    return FactRef(ref.evidence, ref.fact, ref.row)


@dataclass(frozen=True)
class Affected:
    """The facts that rest on a source: by how many steps, and by way of which fact."""

    source: Source
    steps: dict[FactRef, int]
    via: dict[FactRef, FactRef]
    tables: frozenset[FactRef]

    def has(self, ref: FactRef) -> bool:
        """Whether a reference leads to the source or to something that rests on it."""
        return self.source.holds(ref) or _row_of(ref) in self.steps or ref in self.tables

    @property
    def evidence(self) -> set[str]:
        """The ids of all evidence that holds something affected."""
        return {self.source.ref.evidence, *(ref.evidence for ref in self.steps)}


def affected(publication: Publication, source: Source) -> Affected:
    """Follow formulas and the sources of rows upwards from a source."""
    uses: dict[FactRef, list[FactRef]] = {}
    for key in _reachable(publication, source.ref.evidence):
        for ref, named in _named(publication, key):
            for other in named:
                uses.setdefault(_row_of(other), []).append(ref)
    steps: dict[FactRef, int] = {}
    via: dict[FactRef, FactRef] = {}
    front = [ref for ref in uses if source.holds(ref)]
    distance = 1
    while front:
        found: list[FactRef] = []
        for ref in front:
            for user in uses.get(ref, ()):
                if user not in steps and not source.holds(user):
                    steps[user], via[user] = distance, ref
                    found.append(user)
        # a formula may take the whole table that an affected row stands in
        front = list(dict.fromkeys([*found, *(ref.whole for ref in found if ref.row)]))
        distance += 1
    return Affected(source, steps, via, frozenset(ref.whole for ref in steps if ref.row))


def mentioning(publication: Publication, kind: str, names: Collection[str]) -> list[str]:
    """The ids of all records of a kind whose file, or a table of which, holds any of the names.

    Bytes are looked at, so that most files need not be parsed: rather too many than too few.
    """
    library = publication.library
    words = {name.encode() for name in names}
    tables = [path for path in library.files() if path.endswith(".csv")] if words else []
    tables = [path for path in tables if _holds(library.bytes_of(path), words)]
    found = []
    for key, path in library.paths[kind].items():
        data = library.bytes_of(path)
        stem = f"content/evidence/{key}"
        if _holds(data, words) or (
            kind == "evidence" and any(table.startswith(stem) for table in tables)
        ):
            found.append(key)
    return found


def _holds(data: bytes, words: set[bytes]) -> bool:
    """Whether any of the words stands in a file: a few are looked for, of many those it has."""
    if len(words) <= _FEW:
        return any(word in data for word in words)
    return not words.isdisjoint(_WORD.findall(data))


def _reachable(publication: Publication, evidence: str) -> list[str]:
    """The evidence that may rest on one, in the order of the library."""
    known = {evidence}
    front = {evidence}
    while front:
        front = set(mentioning(publication, "evidence", front)) - known
        known |= front
    return [key for key in publication.library.paths["evidence"] if key in known]


def _named(publication: Publication, key: str) -> Iterator[tuple[FactRef, tuple[FactRef, ...]]]:
    """Every computed fact of an evidence with its inputs, and every row with its sources."""
    evidence = publication.evidence.get(key)
    for name, record in evidence.facts.items() if evidence is not None else ():
        ref = FactRef(key, str(name))
        if record.formula is not None:
            fact = publication.facts.find(ref)
            if fact is not None:
                yield ref, fact.inputs
        table = publication.library.table(key, str(name)) if record.table else None
        if table is not None and table.sources:
            for row in table.rows:
                sources = tuple(row_sources(row[table.sources]))
                yield FactRef(key, str(name), str(row[table.key])), sources
