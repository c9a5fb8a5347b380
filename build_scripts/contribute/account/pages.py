"""Which pages of the site change: those of both revisions are written, and compared."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from hashlib import blake2b

from build_scripts.check.run import check_frame, check_unit, units
from build_scripts.contribute.account.revisions import Revisions
from build_scripts.draw.data import Drawing
from build_scripts.draw.resolve.resolve import resolve
from build_scripts.link.publication import Publication
from build_scripts.problems import Problem, Severity
from build_scripts.surroundings import RESERVED
from build_scripts.write.addresses import Addresses, page_of
from build_scripts.write.charts import ChartFile
from build_scripts.write.pages import KINDS, moved
from build_scripts.write.site import Site

_DAY = date(2000, 1, 1)
"""The same for both, so that only what people wrote makes a difference."""


@dataclass(frozen=True)
class PageChanges:
    """Paths of pages under the site's root, in order."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether all pages are as they were."""
        return not (self.new or self.changed or self.gone)


def page_changes(both: Revisions) -> PageChanges | None:
    """The pages that differ; None where one of the revisions has an error, and so no pages."""
    if not (_sound(both.before) and _sound(both.now)):
        return None
    was, now = _pages(both.before), _pages(both.now)
    return PageChanges(
        tuple(sorted(now.keys() - was.keys())),
        tuple(sorted(path for path in now.keys() & was.keys() if was[path] != now[path])),
        tuple(sorted(was.keys() - now.keys() - _moved(both.now))),
    )


def _sound(publication: Publication) -> bool:
    if _wrong(check_frame(publication)):
        return False
    return not any(_wrong(check_unit(publication, unit)) for unit in units(publication))


def _wrong(problems: list[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _pages(publication: Publication) -> dict[str, str]:
    """The text of every page by its path, with a digest in the place of each drawing."""
    charts: dict[str, ChartFile] = {}
    for key, chart in publication.charts.items():
        drawing = resolve(publication, key, chart).drawing
        if drawing is not None:
            charts[key] = ChartFile(drawing, *_digests(drawing))
    site = Site(publication, charts, Addresses(RESERVED), _DAY)
    return {page_of(page.path): page.text for kind in KINDS for page in kind(site)}


def _moved(publication: Publication) -> set[str]:
    """The former addresses that lead to a present one."""
    site = Site(publication, {}, Addresses(RESERVED), _DAY)
    return {page_of(page.path) for page in moved.pages(site)}


def _digests(drawing: Drawing) -> tuple[str, str]:
    """What stands for the two widths of a drawing: drawing itself would take long."""
    digest = blake2b(repr(asdict(drawing)).encode(), digest_size=16).hexdigest()
    return digest, digest
