"""Makes the changes one at a time and asks the checks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from build_scripts.changes import Changes, Memory
from build_scripts.check.run import check_unit
from build_scripts.link.publication import Publication
from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import BARE, IN_PERCENT
from build_scripts.model.refs import FactRef
from build_scripts.problems import Severity
from build_scripts.read.figures import read_figures
from build_scripts.read.library import Library
from tests.mutation.operators import BY_KIND
from tests.mutation.sites import Site, sites

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


@dataclass
class Score:
    """How many changes of each operator were made and caught; survivors are named."""

    made: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    survivors: list[Mutant] = field(default_factory=list)
    still_true: Counter[str] = field(default_factory=Counter)
    first_hand: Counter[str] = field(default_factory=Counter)

    def share(self) -> float:
        """The share of all changes that was caught."""
        return sum(self.caught.values()) / max(1, sum(self.made.values()))


class Laboratory:
    """A publication to be changed; everything untouched is read and linked once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.library = Library(root)
        self.publication = Publication(self.library)
        self.changes = Changes(self.library, Memory())
        self._sources: dict[str, str] = {}
        self._shaken: dict[Site, frozenset[FactRef]] = {}
        self._reaches: dict[str, list[tuple[str, str]]] = {}

    @cached_property
    def dependents(self) -> dict[str, list[tuple[str, str]]]:
        """The records that mention each evidence."""
        found: dict[str, list[tuple[str, str]]] = {}
        for kind, paths in self.library.paths.items():
            for key, path in paths.items():
                for name in self.changes.mentioned_evidence(path):
                    found.setdefault(name, []).append((kind, key))
        return found

    def mutants(self, site: Site) -> Iterator[Mutant]:
        """All changes of one text."""
        figures: Sequence[Figure] = read_figures(site.text, self.publication.lexicon)
        if site.kind in ("when", "formula"):
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
        new = mutant.new
        cited = _CITATION.findall(match[0])
        if cited and mutant.operator != "swap two figures":
            new += "".join(cited)
        elif cited:
            return None
        return source[:start] + new + source[match.end() :]

    def caught(self, mutant: Mutant) -> bool | None:
        """Whether the checks find an error after the change; None when it cannot be made."""
        text = self.changed(mutant)
        if text is None:
            return None
        library = self.library.with_text(mutant.site.path, text)
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

    def still_true(self, mutant: Mutant) -> bool:
        """Whether the changed words say something true of the computed value they stand for.

        "About 52%" and "52%" are both true of 52.08%: such a change is no mistake to catch.
        Judged here by plain arithmetic, apart from the rules under test.
        """
        if mutant.operator not in ("change a hedge", "drop a digit"):
            return False
        text = str(mutant.site.text)
        changed = text[: mutant.offset] + mutant.new + text[mutant.offset + len(mutant.old) :]
        figures = read_figures(changed, self.publication.lexicon)
        end = mutant.offset + len(mutant.new)
        figure = next((f for f in figures if f.start <= end < f.end or f.start == end), None)
        if figure is None or len(figure.ends) != 1 or figure.quantity is None:
            return False
        return any(
            _is_true(figure, fact)
            for fact in self.publication.facts.linked()
            if fact.computed and fact.quantity is not None
        )

    def first_hand(self, mutant: Mutant) -> bool:
        """Whether no second record could contradict the change.

        So it is with the words of a quote that carry no value, and with a date under `when` that no
        sentence repeats. Such entries are true or false at their source alone.
        """
        site = mutant.site
        facts = [
            fact for fact in self.publication.facts.linked() if fact.ref.evidence == site.unit[1]
        ]
        if site.kind == "quote":
            figures = read_figures(site.text, self.publication.lexicon)
            figure = next((f for f in figures if f.start <= mutant.offset < f.end), None)
            return figure is None or not any(_same_value(figure, fact) for fact in facts)
        if site.kind != "when":
            return False
        owner = next((f for f in facts if any(w.text is site.text for w in f.record.when)), None)
        said = read_figures(owner.sentence, self.publication.lexicon) if owner else ()
        return not any(figure.kind is Kind.DATE for figure in said)

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


def run(laboratory: Laboratory, chosen: Sequence[Site] | None = None) -> Score:
    """Make every change of the chosen texts (default: all) and count what was caught."""
    score = Score()
    for site in chosen if chosen is not None else list(sites(laboratory.publication)):
        for mutant in laboratory.mutants(site):
            caught = laboratory.caught(mutant)
            if caught is None:
                continue
            if not caught and laboratory.still_true(mutant):
                score.still_true[mutant.operator] += 1
                continue
            if not caught and laboratory.first_hand(mutant):
                score.first_hand[mutant.site.kind] += 1
                continue
            score.made[mutant.operator] += 1
            if caught:
                score.caught[mutant.operator] += 1
            else:
                score.survivors.append(mutant)
    return score


def _same_value(figure: Figure, fact: LinkedFact) -> bool:
    """Whether a figure has the number of a fact's stated value."""
    return fact.stated is not None and bool(set(figure.ends) & set(fact.stated.ends))


def _is_true(figure: Figure, fact: LinkedFact) -> bool:
    """Whether a figure is true of a computed point value, by arithmetic alone."""
    quantity, shown = fact.quantity, figure.ends[0]
    if quantity is None or figure.quantity is None or not quantity.interval.is_point:
        return False
    value = abs(quantity.interval.low.value or Fraction(0))
    if figure.quantity.unit == IN_PERCENT and quantity.unit == BARE:
        value *= 100
    elif figure.quantity.unit != quantity.unit:
        return False
    if figure.hedge is Hedge.EXACT:
        return abs(shown - value) <= figure.digits / 2 and shown / figure.digits >= 10
    near = abs(shown - value) <= value / 20 and shown != value
    return near and {Hedge.NEARLY: value < shown, Hedge.OVER: value > shown}.get(
        figure.hedge, figure.hedge is Hedge.ABOUT
    )


def _whole(text: str) -> Figure:
    """A figure that covers a whole text, for texts that are figures through and through."""
    return Figure(0, len(text), Kind.DATE, text, period=Period.of(1))
