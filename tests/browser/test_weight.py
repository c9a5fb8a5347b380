"""What a first view of the heaviest article moves: everything a browser asks for, compressed."""

from __future__ import annotations

import gzip
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.chromium import go, opened

MOST = 190_000
"""Bytes; readers were promised 220 kB, and articles grow."""
_PACKED = {".woff2", ".png"}


def test_a_first_view_is_light(
    browser: Browser, served_site: str, site: Path, flagship: str
) -> None:
    with opened(browser, viewport={"width": 412, "height": 823}) as (context, heard):
        go(context.new_page(), served_site + flagship).wait_for_load_state("networkidle")
        files = [site / url.removeprefix(served_site).partition("?")[0] for url in heard.asked]
    moved = {path.name: _weight(path) for path in files}
    assert any(name.endswith(".woff2") for name in moved)
    assert sum(moved.values()) <= MOST, moved


def _weight(path: Path) -> int:
    content = path.read_bytes()
    return len(content) if path.suffix in _PACKED else len(gzip.compress(content, 6, mtime=0))
