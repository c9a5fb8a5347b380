"""Makes the changes one at a time and asks the checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from build_scripts.check.run import check_unit
from build_scripts.fingerprints import Fingerprints, Memory
from build_scripts.link.publication import Publication
from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure, Kind
from build_scripts.model.refs import FactRef
from build_scripts.problems import Severity
from build_scripts.read.library import Library
from build_scripts.read.notation.figures import read_figures
from tests.mutation.operators import BY_KIND
from tests.mutation.sites import Site

_CITATION = re.compile(r"\[@[^\]]*\]")
_GAP = r"(?:\s|\[@[^\]]*\])+"


@dataclass(frozen=True)
class Mutant:
    """One change: what was done where, and the whole changed file."""

    site: Site
    operator: str
    offset: int
    old: str
    new: str

    def __str__(self) -> str:
        line = self.site.text.place(self.offset).line
        old, new = (" ".join(words.split()) for words in (self.old, self.new))
        around = self.site.text[max(0, self.offset - 20) : self.offset + len(self.old) + 20]
        what = f"{self.operator}: {old!r} → {new!r} in {' '.join(around.split())!r}"
        return f"{self.site.path}:{line} ({self.site.kind}) {what}"


class Laboratory:
    """A publication to be changed; everything untouched is read and linked once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.library = Library(root)
        self.publication = Publication(self.library)
        self.fingerprints = Fingerprints(self.library, Memory())
        self._sources: dict[str, str] = {}
        self._shaken: dict[Site, frozenset[FactRef]] = {}
        self._reaches: dict[str, list[tuple[str, str]]] = {}

    @cached_property
    def dependents(self) -> dict[str, list[tuple[str, str]]]:
        """The records that mention each evidence."""
        found: dict[str, list[tuple[str, str]]] = {}
        for kind, paths in self.library.paths.items():
            for key, path in paths.items():
                for name in self.fingerprints.mentioned_evidence(path):
                    found.setdefault(name, []).append((kind, key))
        return found

    def mutants(self, site: Site) -> Iterator[Mutant]:
        """All changes of one text."""
        figures: Sequence[Figure] = read_figures(site.text, self.publication.lexicon)
        if site.kind in ("when", "formula", "cell"):
            figures = [_whole(site.text)]
        for name, operator in BY_KIND[site.kind].items():
            for start, end, new in operator(site.text, figures):
                yield Mutant(site, name, start, site.text[start:end], new)

    def changed(self, mutant: Mutant) -> str | None:
        """The file with the change made; None where the words do not stand in it as they are."""
        source = self._source(mutant.site.path)
        place = mutant.site.text.place(mutant.offset)
        lines = source.split("\n")
        start = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
        pieces = re.split(r"(\s+)", mutant.old)
        pattern = "".join(_GAP if piece.isspace() else re.escape(piece) for piece in pieces)
        match = re.compile(pattern).match(source, start)
        if match is None:
            return None
        if mutant.operator == "swap two figures":
            return source[:start] + self._swapped(mutant.old, match[0]) + source[match.end() :]
        new = mutant.new
        cited = _CITATION.findall(match[0]) if mutant.site.kind != "citations" else []
        new += "".join(cited)
        return source[:start] + new + source[match.end() :]

    def _swapped(self, old: str, found: str) -> str:
        """The stretch of a file from one figure to another, the figures swapped, citations kept."""
        figures = read_figures(old, self.publication.lexicon)
        first, second = re.escape(figures[0].text), re.escape(figures[-1].text)
        parts = re.fullmatch(rf"({_loose(first)})(.*)({_loose(second)})", found, re.DOTALL)
        return parts[3] + parts[2] + parts[1] if parts else found

    def caught(self, mutant: Mutant, *, vouched: bool = False) -> bool | None:
        """Whether the checks find an error after the change; None when it cannot be made.

        With `vouched` the checksum of a changed table is renewed, as by one who meant the change.
        """
        text = self.changed(mutant)
        if text is None:
            return None
        library = self.library.with_text(mutant.site.path, text)
        if vouched:
            path = self.library.paths[mutant.site.unit[0]][mutant.site.unit[1]]
            before, after = (one.digest(mutant.site.path) for one in (self.library, library))
            library = library.with_text(path, self._source(path).replace(before, after))
        publication = Publication(library)
        kind, key = mutant.site.unit
        if kind != "evidence":
            publication.facts = self.publication.facts
            return self._wrong(publication, mutant.site.unit)
        reached = self._reached(key)
        publication.facts.take(self.publication.facts, self._changed_facts(mutant.site))
        if self._wrong(publication, mutant.site.unit):
            return True
        return any(self._wrong(publication, unit) for unit in reached)

    def _changed_facts(self, site: Site) -> frozenset[FactRef]:
        """The facts that a changed text may change: its own, and all computed from them."""
        if site not in self._shaken:
            changed = {FactRef(site.unit[1], name) for name in site.facts}
            grown = True
            while grown:
                more = {
                    fact.ref.whole
                    for fact in self.publication.facts.linked()
                    if any(ref.whole in changed for ref in (*fact.inputs, *fact.sources))
                }
                grown = not more <= changed
                changed |= more
            self._shaken[site] = frozenset(changed)
        return self._shaken[site]

    def _reached(self, key: str) -> list[tuple[str, str]]:
        """The records that rest on an evidence, directly and through others."""
        if key not in self._reaches:
            self._reaches[key] = self._reach(key)
        return self._reaches[key]

    def _reach(self, key: str) -> list[tuple[str, str]]:
        found: dict[tuple[str, str], None] = {}
        queue = [key]
        seen = {key}
        while queue:
            for unit in self.dependents.get(queue.pop(0), ()):
                found[unit] = None
                if unit[0] == "evidence" and unit[1] not in seen:
                    seen.add(unit[1])
                    queue.append(unit[1])
        return list(found)

    def _wrong(self, publication: Publication, unit: tuple[str, str]) -> bool:
        return any(problem.severity is Severity.ERROR for problem in check_unit(publication, unit))

    def _source(self, path: str) -> str:
        if path not in self._sources:
            self._sources[path] = (self.root / path).read_text("utf-8")
        return self._sources[path]


def _loose(pattern: str) -> str:
    """A pattern that takes any white space for white space: a figure may stand on two lines."""
    return re.sub(r"(?:\\\s)+", r"\\s+", pattern)


def _whole(text: str) -> Figure:
    """A figure that covers a whole text, for texts that are figures through and through."""
    return Figure(0, len(text), Kind.DATE, text, period=Period.of(1))
