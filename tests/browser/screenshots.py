"""Takes pictures of every kind of page for people to look at, into build/screenshots.

python -m tests.browser.screenshots [FOLDER OF A SITE, else build/site]
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.built import ROOT, served
from tests.browser.chromium import go, launched, opened
from tests.browser.kinds import KINDS, example

FOLDER = ROOT / "build" / "screenshots"
WIDTHS = (320, 768, 1440)
_TALLEST = 4_000
"""Pixels: what is further down looks like what stands above it."""


def take(browser: Browser, address: str, name: str) -> None:
    """Take a page's pictures in all widths, light and dark; their files begin with `name`."""
    with opened(browser) as (context, _):
        page = go(context.new_page(), address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            high = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": width, "height": max(900, min(high, _TALLEST))})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png")


if __name__ == "__main__":
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "site"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with launched() as chromium, served(site) as base:
        for kind in KINDS:
            take(chromium, base + example(site, kind), kind.replace(" ", "-"))
    print(f"wrote {len(list(FOLDER.glob('*.png')))} pictures into {FOLDER.relative_to(ROOT)}")
