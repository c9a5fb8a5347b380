"""Pictures of every kind of page for people to look at: build/screenshots, never in git."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.built import ROOT
from tests.browser.chromium import go, opened
from tests.browser.kinds import KINDS, example

FOLDER = ROOT / "build" / "screenshots"
WIDTHS = (320, 768, 1440)
_TALLEST = 4_000
"""Pixels: what is further down looks like what stands above it."""


@pytest.mark.parametrize("kind", KINDS)
def test_pictures_are_taken(browser: Browser, served_site: str, site: Path, kind: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with opened(browser) as (context, _):
        page = go(context.new_page(), served_site + example(site, kind))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            high = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": width, "height": max(900, min(high, _TALLEST))})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                path = FOLDER / f"{kind.replace(' ', '-')}-{width}-{scheme}.png"
                page.screenshot(path=path)
                assert path.stat().st_size > 5_000
