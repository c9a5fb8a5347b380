"""Buttons that copy: citations, the code of a card to embed, the source line of a chart."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import go, opened


@pytest.mark.parametrize("id", ["cite-plain", "cite-bibtex", "cite-csl", "cite-embed", "credit"])
def test_a_button_copies_what_stands_beside_it(
    browser: Browser, served_site: str, flagship: str, id: str
) -> None:
    with opened(browser, permissions=["clipboard-read", "clipboard-write"]) as (context, heard):
        page = go(context.new_page(), served_site + flagship)
        page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
        button = page.locator(f'button[data-copy^="{id}"]').first
        button.click()
        expect(button).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        shown = page.locator(f"#{button.get_attribute('data-copy')}").text_content() or ""
        assert copied == shown.strip() != ""
        assert heard.said == []


def test_without_scripts_there_is_no_button(browser: Browser, site: Path, flagship: str) -> None:
    with opened(browser, java_script_enabled=False) as (context, _):
        page = context.new_page()
        page.goto((site / flagship).as_uri())
        buttons = page.locator("button[data-copy]")
        assert buttons.count() > 4
        assert not any(one.is_visible() for one in buttons.all())
