"""read → link → check → draw → write → publish, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from build_scripts.checking import CACHE, Progress, check, silent
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import Role
from build_scripts.problems import Problem, Severity
from build_scripts.standing import account_of_standing, key_of, remember

if TYPE_CHECKING:
    from datetime import date

    from build_scripts.draw.data import Drawing

PAGES, SITE = Path("build/pages"), Path("build/site")
BUNDLE = "countercheck-site.zip"
_WRITTEN = "written.json"


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
    from build_scripts.surroundings import build_date, notice_day, site_url
    from build_scripts.write.imprint import frame

    checked = check(root, whole=True, today=notice_day(environment), progress=progress)
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
    words = frame(checked.publication.settings)
    faults = build_site(root, pages, root / SITE, site_url=url, bundle=zipped, frame=words)
    return replace(written, problems=(*checked.problems, *faults))


def _write(
    root: Path, publication: Publication, url: str, today: date, bundle: str, progress: Progress
) -> Built:
    """Draw the charts and cards, write the pages."""
    from build_scripts.draw.batch import draw_all
    from build_scripts.draw.cards.batch import draw_cards
    from build_scripts.write.addresses import CHARTS, SHARE
    from build_scripts.write.charts import chart_files
    from build_scripts.write.share_cards import share_cards
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
    numbers = {"claim": claims, "fact": facts, "bound figure": figures, "chart": charts}
    return ", ".join(f"{n:,} {noun}{'' if n == 1 else 's'}" for noun, n in numbers.items())
