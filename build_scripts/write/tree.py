"""Writes `build/pages`: only what changed, and nothing stays that no longer belongs there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_scripts.link.publication import Publication
from build_scripts.theme.stylesheet import PATH as STYLESHEET
from build_scripts.theme.stylesheet import stylesheet
from build_scripts.write.addresses import CHARTS, Addresses, page_of
from build_scripts.write.charts import ChartFiles
from build_scripts.write.embeds import embeds
from build_scripts.write.exports.everything import all_exports
from build_scripts.write.exports.sitemap import Entry
from build_scripts.write.pages import KINDS, moved
from build_scripts.write.search import search_files
from build_scripts.write.site import Site


@dataclass(frozen=True)
class WriteReport:
    """How many files were written, were as they should be, and were removed."""

    written: int
    unchanged: int
    removed: int


def write_pages(
    publication: Publication,
    out_dir: Path,
    charts: ChartFiles,
    site_url: str,
    today: date,
    bundle: str = "",
) -> WriteReport:
    """Write every page and export of the publication into `out_dir`.

    `today` is the day of the last change of the content. The downloads of charts and the share
    cards are already there, under `assets`; those of charts and articles that are gone are removed
    with everything else that is not this publication's. `bundle` names the zip that publishing will
    lay beside the pages, which link to it; "" where there will be none.
    """
    addresses = Addresses(site_url)
    site = Site(publication, charts, addresses, today, bundle)
    files: dict[str, bytes] = {}
    for kind in KINDS:
        for page in kind(site):
            files[page.path] = page.text.encode()
    for card in embeds(site):
        files[card.path] = card.text.encode()
    listed = list(files)
    for page in moved.pages(site):
        files[page.path] = page.text.encode()
    pages = [Entry(_listed(path)) for path in listed if path.endswith(".md")]
    files |= all_exports(publication, addresses, today, pages)
    files |= search_files(publication, addresses)
    files[STYLESHEET] = stylesheet().encode()
    pictures = map(addresses.share, site.cards)
    return _put(out_dir, files, {*_chart_downloads(charts), *pictures})


def _listed(path: str) -> str:
    page = page_of(path)
    return "" if page == "index.html" else page


def _chart_downloads(charts: ChartFiles) -> Iterator[str]:
    for key in charts:
        yield from (f"{CHARTS}/{key}.{ending}" for ending in ("svg", "png", "csv"))


def _put(out_dir: Path, files: Mapping[str, bytes], others: set[str]) -> WriteReport:
    written = removed = 0
    for name, content in files.items():
        path = out_dir / name
        if path.is_file() and path.read_bytes() == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written += 1
    for path in sorted(out_dir.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif (name := path.relative_to(out_dir).as_posix()) not in files and name not in others:
            path.unlink()
            removed += 1
    return WriteReport(written, len(files) - written, removed)
