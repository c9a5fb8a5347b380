"""Whole sites for the browser: the real one, and a hostile edition of the small one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from build_scripts.draw.batch import draw_all
from build_scripts.draw.data import Drawing
from build_scripts.draw.resolve import resolve
from build_scripts.link.publication import Publication
from build_scripts.problems import Problem
from build_scripts.publish.site import build_site
from build_scripts.write.addresses import CHARTS
from build_scripts.write.charts import chart_files
from build_scripts.write.tree import write_pages

ROOT = Path(__file__).resolve().parents[2]
URL = "https://facts.example/"
TODAY = date(2026, 11, 23)


def build_whole(publication: Publication, folder: Path, *, nav: bool) -> list[Problem]:
    """Build a publication into `folder/site`; without `nav` for one that lacks our own pages."""
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(config if nav else config.partition("\nnav:")[0], "utf-8")
    shutil.copytree(ROOT / "build_scripts/theme", folder / "build_scripts/theme")
    drawings = list(_drawings(publication))
    pages = folder / "pages"
    drawn = draw_all(drawings, pages / CHARTS, folder / "cache", jobs=1)
    write_pages(publication, pages, chart_files(drawings, drawn), URL, TODAY)
    return build_site(folder, pages, folder / "site", site_url=URL)


def _drawings(publication: Publication) -> Iterator[Drawing]:
    for key, chart in publication.charts.items():
        drawing = resolve(publication, key, chart).drawing
        if drawing is not None:
            yield drawing
