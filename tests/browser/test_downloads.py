"""What readers take away: charts as SVG, PNG and CSV, and the whole site."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import go, opened

_DOWNLOAD = re.compile(r'<a href="([^"]+)" download')


def offered(site: Path) -> dict[str, Path]:
    """All downloads that pages offer, by their path in the site."""
    found: dict[str, Path] = {}
    for page in site.rglob("*.html"):
        for address in _DOWNLOAD.findall(page.read_text("utf-8")):
            target = (page.parent / address).resolve()
            found[target.relative_to(site.resolve()).as_posix()] = target
    return found


def test_a_click_under_a_chart_downloads_it(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with opened(browser) as (context, heard):
        page = go(context.new_page(), served_site + flagship)
        links = page.locator("figure.chart-figure").first.locator(".downloads a[download]")
        names = []
        for number in range(links.count()):
            with page.expect_download() as waiting:
                links.nth(number).click()
            content = Path(waiting.value.path()).read_bytes()
            names.append(waiting.value.suggested_filename)
            assert len(content) > 50
        assert [Path(name).suffix for name in names] == [".svg", ".png", ".csv"]
        assert heard.said == []


def test_every_drawing_opens_by_itself(browser: Browser, site: Path) -> None:
    names = [name for name in offered(site) if name.endswith((".svg", ".png"))]
    assert len(names) > 10
    faults = []
    with opened(browser) as (context, heard):
        page = context.new_page()
        for name in names:
            page.goto((site / name).as_uri())
            if name.endswith(".png"):
                good = page.evaluate("document.images[0].naturalWidth > 600")
            else:
                good = page.evaluate(
                    """() => document.documentElement.localName === "svg"
                        && !document.querySelector("parsererror")
                        && document.querySelectorAll("text").length > 1
                        && document.documentElement.getBBox().width > 100"""
                )
                script = page.locator("script").count()
                good = good and not script
            if not good:
                faults.append(name)
        assert heard.outside(site.as_uri()) == []
        assert heard.said == []
    assert faults == []


def test_every_table_is_rectangular(site: Path) -> None:
    tables = {name: path for name, path in offered(site).items() if name.endswith(".csv")}
    assert tables
    for name, path in tables.items():
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), strict=True))
        assert len(rows) > 1, name
        assert {len(row) for row in rows} == {len(rows[0])}, name
        assert all(rows[0]), name


def test_every_file_of_data_parses(site: Path) -> None:
    files = [*site.rglob("*.json")]
    assert len(files) > 10
    for path in files:
        json.loads(path.read_text("utf-8"))


def test_the_copy_to_take_away_is_the_site(site: Path) -> None:
    (bundle,) = site.glob("*.zip")
    with zipfile.ZipFile(bundle) as packed:
        assert packed.testzip() is None
        held = {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
    files = [path for path in site.rglob("*") if path.is_file() and path != bundle]
    assert held == {path.relative_to(site).as_posix(): path.read_bytes() for path in files}
    for line in (site / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((site / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("width", [320, 400, 700])
def test_a_card_for_other_pages_is_whole_in_its_frame(
    browser: Browser, site: Path, width: int
) -> None:
    cut = []
    with opened(browser) as (context, heard):
        page = context.new_page()
        for path in sorted(site.glob("claims/*.html")):
            snippet = unescape(path.read_text("utf-8").partition('id="cite-embed">')[2])
            high = int(snippet.partition('height="')[2].partition('"')[0])
            page.set_viewport_size({"width": width, "height": high})
            page.goto((site / "embed" / path.name).as_uri())
            if page.evaluate("document.documentElement.scrollHeight") > high:
                cut.append(path.stem)
        assert heard.said == []
    assert cut == []
