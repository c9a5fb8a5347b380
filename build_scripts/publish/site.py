"""From `build/pages` to `build/site`: MkDocs in this process, then inspection, then the swap.

The site is built beside the one that is there and takes its place only when nothing is wrong, so
that a build that fails or is killed leaves the former site whole. Pages that have not changed are
taken over from it.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from build_scripts.problems import Place, Problem
from build_scripts.publish.bundle import SUMS, write_bundle, write_sums
from build_scripts.publish.inspection import inspect_site
from build_scripts.publish.security import secure_page
from build_scripts.publish.state import State, load, save, state_of
from build_scripts.theme.stylesheet import PATH as STYLESHEET

CONFIG = "mkdocs.yml"
Settings = Mapping[str, str]
"""Settings of MkDocs that go before those of its file."""
_UNUSED = (
    "assets/javascripts",
    "assets/stylesheets",
    "assets/images",
    "styles",
    "partials",
    "sitemap.xml.gz",
)
_ADVICE = "MkDocs says this of a page that was written; mend the content, template or mkdocs.yml"


def build_site(
    root: Path,
    pages_dir: Path,
    site_dir: Path,
    *,
    site_url: str,
    bundle: str = "",
    frame: Settings | None = None,
) -> list[Problem]:
    """Build the site from its pages; swap it in when nothing is wrong, else say what is.

    `bundle` names the zip of the site that is laid beside its pages; none is made where it is
    empty. `frame` holds settings that go before those of mkdocs.yml. Faults of MkDocs, of
    mkdocs.yml and of the built pages are problems; a broken template raises what MkDocs raises.
    """
    fresh, former, memory = (
        site_dir.with_name(f".{site_dir.name}-{end}") for end in ("new", "old", "state.json")
    )
    _restore(site_dir, former)
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    settings = {**(frame or {}), "site_url": site_url}
    now, before = state_of(root, pages_dir, settings), load(memory, site_dir)
    if before is not None and before.alike(now) and _bundles(site_dir) == ([bundle] * bool(bundle)):
        return []
    if before is not None and before.frame == now.frame:
        problems = _renew(root, pages_dir, site_dir, fresh, settings, now, before)
    else:
        problems = _run_mkdocs(root, pages_dir, fresh, settings)
        if not problems:
            _prune(fresh, pages_dir)
            _secure(fresh.rglob("*.html"))
    if not problems:
        # Pages link to these; they are written when everything else has its last form.
        for name in (SUMS, bundle):
            if name:
                (fresh / name).touch()
        problems = inspect_site(fresh, site_dir.name, site_url)
    if problems:
        shutil.rmtree(fresh, ignore_errors=True)
        return problems
    write_sums(fresh, bundle)
    if bundle:
        write_bundle(fresh, bundle)
    memory.unlink(missing_ok=True)
    _swap(fresh, site_dir, former)
    save(now, memory, site_dir)
    return []


def _bundles(site: Path) -> list[str]:
    return [path.name for path in site.glob("*.zip")]


def _renew(
    root: Path, pages: Path, site: Path, fresh: Path, settings: Settings, now: State, before: State
) -> list[Problem]:
    """Make the site anew from the former one and the pages that changed."""
    renewed, gone = now.changed(before)
    shutil.copytree(site, fresh, copy_function=_take_over)
    (fresh / SUMS).unlink()
    for name in _bundles(fresh):
        (fresh / name).unlink()
    for name in (*renewed, *gone):
        (fresh / _built(name)).unlink(missing_ok=True)
    for name in renewed:
        if not name.endswith(".md"):
            _put(pages / name, fresh / name)
    changed = [name for name in renewed if name.endswith(".md")]
    if changed:
        problems = _build_some(root, pages, fresh, settings, changed)
        if problems:
            return problems
        _secure(fresh / _built(name) for name in changed)
    _remove_empty(fresh)
    return []


def _build_some(
    root: Path, pages: Path, fresh: Path, settings: Settings, changed: Iterable[str]
) -> list[Problem]:
    """Build some pages, and with them those of the navigation, which every page points to."""
    docs, built = (fresh.with_name(f"{fresh.name}-{end}") for end in ("pages", "built"))
    for folder in (docs, built):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        for name in {*changed, *_in_navigation(root)}:
            if (pages / name).is_file():
                _put(pages / name, docs / name)
        problems = _run_mkdocs(root, docs, built, settings)
        if not problems:
            for name in changed:
                _put(built / _built(name), fresh / _built(name))
    finally:
        for folder in (docs, built):
            shutil.rmtree(folder, ignore_errors=True)
    return problems


def _built(name: str) -> str:
    """The file of the site that a file of the pages becomes."""
    return f"{name.removesuffix('.md')}.html" if name.endswith(".md") else name


def _take_over(source: str, target: str) -> None:
    """A file under a second name; a copy where the disk, such as a memory stick, has no such."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _remove_empty(top: Path) -> None:
    for path in sorted((path for path in top.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()


def _secure(paths: Iterable[Path]) -> None:
    for path in sorted(paths):
        secure_page(path)


def _in_navigation(root: Path) -> Iterator[str]:
    """The pages that mkdocs.yml names in `nav`."""
    from mkdocs.utils.yaml import yaml_load

    def found(entry: Any) -> Iterator[str]:
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, dict):
            for value in entry.values():
                yield from found(value)
        elif isinstance(entry, list):
            for value in entry:
                yield from found(value)

    config = yaml_load((root / CONFIG).read_text("utf-8"))
    return found(config.get("nav") or "index.md")


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


def _run_mkdocs(root: Path, pages_dir: Path, target: Path, settings: Settings) -> list[Problem]:
    # Material prints a banner about MkDocs 2 otherwise; it has to be silenced before the import.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    if not os.environ.get("SOURCE_DATE_EPOCH"):  # an empty one is none, which MkDocs does not know
        os.environ.pop("SOURCE_DATE_EPOCH", None)
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    with _listening() as warnings:
        try:
            config = load_config(
                str(root / CONFIG),
                docs_dir=str(pages_dir.resolve()),
                site_dir=str(target.resolve()),
                # The hook is for people who call MkDocs itself: it tells them what to call instead.
                hooks=[],
                extra={"styles": _styles(pages_dir)},
                **settings,
            )
            build(config)
        except (Abort, ConfigurationError) as stop:
            warnings.said.append(str(stop))
    place = Place(CONFIG)
    return [Problem(place, "site-warning", said, _ADVICE) for said in warnings.said]


def _styles(pages_dir: Path) -> dict[str, str]:
    """The stylesheet in two parts, for the page that has to be whole by itself (404.html)."""
    try:
        css = (pages_dir / STYLESHEET).read_text("utf-8")
    except FileNotFoundError:
        return {}
    faces, root, rules = css.strip().partition(":root{")
    return {"faces": faces, "rules": root + rules}


def _prune(site: Path, pages: Path) -> None:
    """Remove what Material brings and our frame replaces, and the parts of our stylesheet.

    MkDocs writes a sitemap of its own over ours, which knows the days of changes and leaves former
    addresses out: ours is put back.

    A theme that still uses one of them is told so by the inspection.
    """
    for name in _UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    (site / "sitemap.xml").unlink(missing_ok=True)
    if (pages / "sitemap.xml").exists():
        shutil.copyfile(pages / "sitemap.xml", site / "sitemap.xml")


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
