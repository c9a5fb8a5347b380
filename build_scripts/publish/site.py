"""From `build/pages` to `build/site`: MkDocs in this process, then inspection, then the swap.

The site is built beside the one that is there and takes its place only when nothing is wrong, so
that a build that fails or is killed leaves the former site whole.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from build_scripts.problems import Place, Problem
from build_scripts.publish.bundle import SUMS, write_bundle, write_sums
from build_scripts.publish.inspection import inspect_site
from build_scripts.publish.security import secure_site

CONFIG = "mkdocs.yml"
_UNUSED = (
    "assets/javascripts",
    "assets/stylesheets",
    "assets/images",
    "styles",
    "sitemap.xml.gz",
)
_ADVICE = "MkDocs says this of a page that was written; mend the content, template or mkdocs.yml"
Finish = Callable[[Path], None]
"""Adds to a site that was built and not yet swapped in."""


def build_site(
    root: Path,
    pages_dir: Path,
    site_dir: Path,
    *,
    site_url: str,
    bundle: str = "",
    finish: Finish | None = None,
) -> list[Problem]:
    """Build the site from its pages; swap it in when nothing is wrong, else say what is.

    `bundle` names the zip of the site that is laid beside its pages; none is made where it is
    empty. `finish` may add to the site before it is inspected. Faults of MkDocs and of the built
    pages are problems; a broken configuration or template raises what MkDocs raises.
    """
    fresh, former = (site_dir.with_name(f".{site_dir.name}-{end}") for end in ("new", "old"))
    _restore(site_dir, former)
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    problems = _run_mkdocs(root, pages_dir, fresh, site_url)
    if not problems:
        _prune(fresh)
        if finish is not None:
            finish(fresh)
        # Pages link to these; they are written when the pages have their last form.
        for name in (SUMS, bundle):
            if name:
                (fresh / name).touch()
        problems = inspect_site(fresh, site_dir.name, site_url)
    if problems:
        shutil.rmtree(fresh, ignore_errors=True)
        return problems
    secure_site(fresh)
    write_sums(fresh, bundle)
    if bundle:
        write_bundle(fresh, bundle)
    _swap(fresh, site_dir, former)
    return []


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[_Warnings]:
    logger, handler = logging.getLogger("mkdocs"), _Warnings()
    before, spreads = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
        logger.propagate = spreads


def _run_mkdocs(root: Path, pages_dir: Path, target: Path, site_url: str) -> list[Problem]:
    # Material prints a banner about MkDocs 2 otherwise; it has to be silenced before the import.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort

    with _listening() as warnings:
        config = load_config(
            str(root / CONFIG),
            docs_dir=str(pages_dir.resolve()),
            site_dir=str(target.resolve()),
            site_url=site_url,
            # The hook is for people who call MkDocs itself: it tells them what to call instead.
            hooks=[],
        )
        try:
            build(config)
        except Abort as stop:
            warnings.said.append(str(stop))
    place = Place(CONFIG)
    return [Problem(place, "site-warning", said, _ADVICE) for said in warnings.said]


def _prune(site: Path) -> None:
    """Remove what Material brings and our frame replaces, the parts of our stylesheet, a second
    sitemap.

    A theme that still uses one of them is told so by the inspection.
    """
    for name in _UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _restore(site: Path, former: Path) -> None:
    """Bring back the site of a build that was killed in the middle of its swap."""
    if former.exists():
        if site.exists():
            shutil.rmtree(former)
        else:
            former.rename(site)


def _swap(fresh: Path, site: Path, former: Path) -> None:
    if site.exists():
        site.rename(former)
    fresh.rename(site)
    shutil.rmtree(former, ignore_errors=True)
