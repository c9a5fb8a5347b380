"""read → link → check: every record whose fingerprint is new, in as many processes as help."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from build_scripts.check.run import Unit, check_frame, check_unit
from build_scripts.fingerprints import Fingerprints, Memory, Result
from build_scripts.link.publication import Publication
from build_scripts.model.charts import Chart
from build_scripts.model.linked import LinkedFact
from build_scripts.model.refs import FactRef
from build_scripts.problems import Place, Problem, Severity
from build_scripts.processes import spread
from build_scripts.read.library import FOLDERS, Library

CACHE = Path(".cache")
"""Where runs remember what they found, under the root."""
_CHECKED = "checked.json"
_MANY = 400
"""From so many records on, several processes check them."""
_GARBAGE = 10_000_000
"""New objects before the next collection: in effect none."""
_CHUNK = 200
"""Records that a process is given at a time."""
Progress = Callable[[str, int, int], None]
"""Told the name of a stage, how much of it is done, and how much there is."""


def silent(stage: str, done: int, total: int) -> None:
    """No progress."""


@dataclass(frozen=True)
class Checked:
    """What a check found, how many records it had to look at, and a digest of all content."""

    publication: Publication
    problems: tuple[Problem, ...]
    records: int
    looked_at: int
    content: str

    @property
    def errors(self) -> int:
        """How many problems stop publication."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def check(
    root: Path,
    *,
    cached: bool = True,
    whole: bool = False,
    today: date | None = None,
    progress: Progress = silent,
) -> Checked:
    """Check everything under `root`; with `cached`, what has not changed is not checked again.

    Only records without an error are remembered: a problem's words may depend on anything. With
    `whole` the publication keeps what it has read, for a build. What begins to be a problem on some
    day is left out before it, and without `today`.
    """
    with _little_collecting():
        checked = _check(Library(root, whole=whole), cached=cached, progress=progress)
    day = today.isoformat() if today is not None else ""
    return replace(checked, problems=tuple(p for p in checked.problems if p.begins <= day))


@contextmanager
def _little_collecting() -> Iterator[None]:
    """Let Python look for garbage at the beginning only: a check makes little of it.

    What an earlier check left, which a preview does with every change, goes then. What this one
    makes is set apart at the end, or all of it would be looked through at once.
    """
    before = gc.get_threshold()
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*before)


def _check(library: Library, *, cached: bool, progress: Progress) -> Checked:
    publication = Publication(library)
    path = library.root / CACHE / _CHECKED
    fingerprints = Fingerprints(library, Memory.load(path) if cached else Memory())
    results: dict[str, Result] = {}
    problems = [*check_frame(publication), *fingerprints.copies()]
    todo: list[Unit] = []
    for unit in _units(library, fingerprints):
        file = library.paths[unit[0]][unit[1]]
        known = fingerprints.before.results.get(file)
        if known is not None and known[0] == fingerprints.key(file):
            results[file] = known
            problems.extend(_notice(entry) for entry in known[1])
        else:
            todo.append(unit)
    for unit, found in _check_all(publication, todo, progress):
        file = library.paths[unit[0]][unit[1]]
        problems.extend(found)
        if cached and not any(problem.severity is Severity.ERROR for problem in found):
            results[file] = (fingerprints.key(file), [_entry(problem) for problem in found])
    if cached and (memory := fingerprints.memory(results)) != fingerprints.before:
        memory.save(path)
    records = sum(map(len, library.paths.values()))
    content = fingerprints.everything()
    return Checked(publication, tuple(sorted(set(problems))), records, len(todo), content)


def _units(library: Library, fingerprints: Fingerprints) -> Iterator[Unit]:
    """All records, each article followed by the evidence and charts that go with it.

    So a file is read once for all of them, also where only the latest records are kept.
    """
    charts: dict[str, list[str]] = {}
    for key, path in library.paths["charts"].items():
        for name in fingerprints.mentioned_evidence(path)[:1]:
            charts.setdefault(name, []).append(key)
    given: set[Unit] = set()
    for slug, path in library.paths["claims"].items():
        yield "claims", slug
        for name in fingerprints.mentioned_evidence(path):
            together = [("evidence", name), *(("charts", chart) for chart in charts.get(name, ()))]
            yield from (unit for unit in together if unit not in given)
            given.update(together)
    for kind in FOLDERS:
        if kind != "claims":
            yield from ((kind, key) for key in library.paths[kind] if (kind, key) not in given)


def _check_all(
    publication: Publication, todo: Sequence[Unit], progress: Progress
) -> Iterator[tuple[Unit, list[Problem]]]:
    """Check records; many of them in several processes."""

    def check_some(units: Sequence[Unit]) -> list[tuple[Unit, list[Problem]]]:
        return [(unit, _look_at(publication, unit)) for unit in units]

    done = 0
    for results in spread(check_some, todo, many=_MANY, at_a_time=_CHUNK):
        done += len(results)
        progress("check", done, len(todo))
        yield from results


def _look_at(publication: Publication, unit: Unit) -> list[Problem]:
    """What is wrong with a record; of a chart also what forbids to draw it."""
    found = check_unit(publication, unit)
    chart = publication.charts.get(unit[1]) if unit[0] == "charts" else None
    library = publication.library
    nameless = library.settings is None  # a drawing names the publication
    unitless = library.vocabulary is None
    if (
        chart is None
        or nameless
        or unitless
        or any(one.rule == "unknown-in-chart" for one in found)
    ):
        return found
    from build_scripts.draw.resolve.resolve import resolve

    undrawable = resolve(publication, unit[1], chart).problems
    if undrawable and publication.soundness.any_unsound(_drawn(publication, chart)):
        return found  # a wrong value is told at its home, and may be all that is wrong here
    return [*found, *undrawable]


def _drawn(publication: Publication, chart: Chart) -> Iterator[LinkedFact]:
    """The facts that a chart draws, of those that there are."""
    facts = (publication.facts.find(FactRef.parse(ref)) for ref in chart.drawn)
    return (fact for fact in facts if fact is not None)


def _entry(problem: Problem) -> list[str | int]:
    place = problem.place
    position: list[str | int] = [place.path, place.line, place.column, place.length]
    return [*position, problem.rule, problem.message, problem.help, problem.begins]


def _notice(entry: list[str | int]) -> Problem:
    path, line, column, length, rule, message, advice, begins = entry
    place = Place(str(path), int(line), int(column), int(length))
    words = (str(rule), str(message), str(advice))
    return Problem(place, *words, Severity.NOTICE, str(begins))
