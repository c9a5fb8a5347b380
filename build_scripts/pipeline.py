"""read → link → check → draw → write → publish, one after the other."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from build_scripts.changes import Changes, Memory, Result
from build_scripts.check.run import Unit, check_frame, check_unit
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import Role
from build_scripts.problems import Place, Problem, Severity
from build_scripts.read.library import FOLDERS, Library
from build_scripts.standing import account_of_standing, key_of, remember

if TYPE_CHECKING:
    from datetime import date

    from build_scripts.draw.data import Drawing

CACHE = Path(".cache")
PAGES, SITE = Path("build/pages"), Path("build/site")
BUNDLE = "countercheck-site.zip"
_CHECKED, _WRITTEN = "checked.json", "written.json"
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
    root: Path, *, cached: bool = True, whole: bool = False, progress: Progress = silent
) -> Checked:
    """Check everything under `root`; with `cached`, what has not changed is not checked again.

    Only records without an error are remembered: a problem's words may depend on anything. With
    `whole` the publication keeps what it has read, for a build.
    """
    with _little_collecting():
        return _check(Library(root, whole=whole), cached=cached, progress=progress)


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
    changes = Changes(library, Memory.load(path) if cached else Memory())
    results: dict[str, Result] = {}
    problems = [*check_frame(publication), *changes.copies()]
    todo: list[Unit] = []
    for unit in _units(library, changes):
        file = library.paths[unit[0]][unit[1]]
        key = changes.key(file)
        known = changes.before.results.get(file)
        if known is not None and known[0] == key:
            results[file] = known
            problems.extend(_notice(entry) for entry in known[1])
        else:
            todo.append(unit)
            results[file] = (key, [])
    for unit, found in _check_all(publication, todo, progress):
        file = library.paths[unit[0]][unit[1]]
        problems.extend(found)
        if any(problem.severity is Severity.ERROR for problem in found):
            del results[file]
        else:
            results[file] = (results[file][0], [_entry(problem) for problem in found])
    if cached and (memory := changes.memory(results)) != changes.before:
        memory.save(path)
    records = sum(map(len, library.paths.values()))
    content = changes.everything()
    return Checked(publication, tuple(sorted(set(problems))), records, len(todo), content)


@dataclass(frozen=True)
class Built:
    """What a build came to; the account is for people."""

    problems: tuple[Problem, ...]
    drawn: int = 0
    written: int = 0
    account: str = ""

    @property
    def errors(self) -> int:
        """How many problems stopped publication."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def build(
    root: Path, environment: Mapping[str, str], *, bundle: bool = True, progress: Progress = silent
) -> Built:
    """Check, draw, write and publish; the former site stays where anything is wrong.

    Pages that still stand from the last build are neither drawn nor written again.
    """
    # The later rooms are heavy, and a check needs none of them.
    from build_scripts.publish.site import build_site
    from build_scripts.surroundings import build_date, site_url

    checked = check(root, whole=True, progress=progress)
    if checked.errors:
        return Built(checked.problems)
    pages, memory = root / PAGES, root / CACHE / _WRITTEN
    url = site_url(checked.publication, environment)
    today = build_date(root, checked.publication, environment)
    zipped = BUNDLE if bundle else ""
    key = key_of(checked.content, url, today.isoformat(), zipped)
    account = account_of_standing(memory, key, pages)
    written = Built((), account=account or "")
    if account is None:
        memory.unlink(missing_ok=True)
        written = _write(root, checked.publication, url, today, zipped, progress)
        if written.errors:
            return replace(written, problems=(*checked.problems, *written.problems))
        remember(memory, key, pages, written.account)
    progress("publish", 0, 1)
    faults = build_site(root, pages, root / SITE, site_url=url, bundle=zipped)
    return replace(written, problems=(*checked.problems, *faults))


def _write(
    root: Path, publication: Publication, url: str, today: date, bundle: str, progress: Progress
) -> Built:
    """Draw the charts and cards, write the pages."""
    from build_scripts.draw.batch import draw_all
    from build_scripts.draw.cards.batch import draw_cards
    from build_scripts.write.addresses import CHARTS, SHARE
    from build_scripts.write.charts import chart_files
    from build_scripts.write.share import share_cards
    from build_scripts.write.tree import write_pages

    pages = root / PAGES
    drawings, problems = _drawings(publication)
    if problems:
        return Built(tuple(problems))
    progress("draw", 0, len(drawings))
    drawn = draw_all(drawings, pages / CHARTS, root / CACHE / "charts")
    draw_cards(share_cards(publication, url), pages / SHARE, root / CACHE)
    progress("write", 0, 1)
    files = chart_files(drawings, drawn)
    report = write_pages(publication, pages, files, url, today, bundle=bundle)
    fresh = sum(one.fresh for one in drawn)
    return Built((), fresh, report.written, _account(publication, len(drawings)))


def _drawings(publication: Publication) -> tuple[list[Drawing], list[Problem]]:
    from build_scripts.draw.resolve.resolve import resolve

    drawings: list[Drawing] = []
    problems: list[Problem] = []
    for key, chart in publication.charts.items():
        resolved = resolve(publication, key, chart)
        problems.extend(resolved.problems)
        if resolved.drawing is not None:
            drawings.append(resolved.drawing)
    return drawings, problems


def _account(publication: Publication, charts: int) -> str:
    claims = len(publication.articles)
    facts = sum(len(evidence.facts) for evidence in publication.evidence.values())
    figures = sum(
        bound.role in (Role.FACT, Role.REPEAT)
        for slug in publication.articles
        for text in publication.article(slug).texts
        for bound in text.bounds
    )
    return f"{claims:,} claims, {facts:,} facts, {figures:,} bound figures, {charts:,} charts"


def _units(library: Library, changes: Changes) -> Iterator[Unit]:
    """All records, each article followed by the evidence and charts that go with it.

    So a file is read once for all of them, also where only the latest records are kept.
    """
    charts: dict[str, list[str]] = {}
    for key, path in library.paths["charts"].items():
        for name in changes.mentioned_evidence(path)[:1]:
            charts.setdefault(name, []).append(key)
    given: set[Unit] = set()
    for slug, path in library.paths["claims"].items():
        yield "claims", slug
        for name in changes.mentioned_evidence(path):
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
    jobs = min(os.cpu_count() or 1, 4)
    if len(todo) < _MANY or jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        for number, unit in enumerate(todo):
            progress("check", number, len(todo))
            yield unit, _look_at(publication, unit)
        return
    global _shared  # noqa: PLW0603  (what a forked process inherits need not be sent to it)
    _shared = publication
    chunks = [list(todo[start : start + _CHUNK]) for start in range(0, len(todo), _CHUNK)]
    done = 0
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        for results in pool.imap_unordered(_check_chunk, chunks):
            done += len(results)
            progress("check", done, len(todo))
            yield from results


def _look_at(publication: Publication, unit: Unit) -> list[Problem]:
    """What is wrong with a record; of a chart also what forbids to draw it."""
    found = check_unit(publication, unit)
    chart = publication.charts.get(unit[1]) if unit[0] == "charts" else None
    nameless = publication.library.settings is None  # a drawing names the publication
    if chart is None or nameless or any(one.rule == "unknown-in-chart" for one in found):
        return found
    from build_scripts.draw.resolve.resolve import resolve

    return [*found, *resolve(publication, unit[1], chart).problems]


_shared: Publication | None = None


def _check_chunk(units: list[Unit]) -> list[tuple[Unit, list[Problem]]]:
    if _shared is None:
        return []
    return [(unit, _look_at(_shared, unit)) for unit in units]


def _entry(problem: Problem) -> list[str | int]:
    place = problem.place
    position: list[str | int] = [place.path, place.line, place.column, place.length]
    return [*position, problem.rule, problem.message, problem.help]


def _notice(entry: list[str | int]) -> Problem:
    path, line, column, length, rule, message, advice = entry
    place = Place(str(path), int(line), int(column), int(length))
    return Problem(place, str(rule), str(message), str(advice), Severity.NOTICE)
