"""axe-core finds nothing, on any kind of page, in light and in dark."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.chromium import go, opened
from tests.browser.kinds import KINDS, example

_ROWS = 12
"""Of a table, so many are looked at: the hundredth row is made like the second."""
_EVERYTHING = {"resultTypes": ["violations"]}
_COLOURS = {**_EVERYTHING, "runOnly": ["color-contrast", "link-in-text-block"]}


def violations(page: Page, options: Mapping[str, Any] = _EVERYTHING) -> list[str]:
    """What axe-core holds against a page, each with the place of its first case."""
    found = Axe().run(page, options=dict(options)).response["violations"]
    return [
        f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['target']} "
        f"{one['nodes'][0]['html'][:160]} {one['nodes'][0].get('failureSummary', '')}"
        for one in found
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser: Browser, served_site: str, site: Path, kind: str) -> None:
    with opened(browser, color_scheme="light") as (context, _):
        page = go(context.new_page(), served_site + example(site, kind))
        page.evaluate(
            """(rows) => document.querySelectorAll("tbody").forEach((table) =>
                [...table.rows].slice(rows).forEach((row) => row.remove()))""",
            _ROWS,
        )
        light = violations(page)
        # Colours are all that the two schemes differ in.
        page.emulate_media(color_scheme="dark")
        dark = violations(page, _COLOURS)
    assert light == []
    assert dark == []


def test_axe_finds_nothing_in_an_open_card(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with opened(browser, viewport={"width": 360, "height": 640}) as (context, _):
        page = go(context.new_page(), served_site + flagship)
        page.locator("main .text a.figure").first.click()
        assert violations(page) == []
