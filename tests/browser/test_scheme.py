"""Light, dark and the system's own: a reader's choice lasts."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import go, opened

ColorScheme = Literal["light", "dark"]
BUTTON = "button[data-scheme]"


def ground(page: Page) -> float:
    """How light the page is, from 0 to 1."""
    colour = page.evaluate(
        """() => {
            const canvas = document.createElement("canvas");
            const pen = canvas.getContext("2d");
            pen.fillStyle = getComputedStyle(document.body).backgroundColor;
            pen.fillRect(0, 0, 1, 1);
            return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        }"""
    )
    return float(sum(colour)) / 765


def test_the_choice_goes_round_and_lasts_over_pages(
    browser: Browser, base: str, flagship: str
) -> None:
    with opened(browser, color_scheme="light") as (context, heard):
        page = go(context.new_page(), base + "index.html")
        button = page.locator(BUTTON)
        assert ground(page) > 0.8
        expect(button).to_have_attribute("data-scheme", "system")
        button.click()
        expect(button).to_have_attribute("data-scheme", "light")
        button.click()
        expect(button).to_have_attribute("data-scheme", "dark")
        assert ground(page) < 0.3
        go(page, base + flagship)
        assert ground(page) < 0.3
        expect(page.locator(BUTTON)).to_have_accessible_name("Dark appearance; change to system")
        page.reload()
        assert ground(page) < 0.3
        page.locator(BUTTON).press("Enter")
        assert ground(page) > 0.8
        assert heard.said == []


def test_the_system_decides_until_the_reader_does(browser: Browser, served_site: str) -> None:
    with opened(browser, color_scheme="dark") as (context, _):
        page = go(context.new_page(), served_site + "index.html")
        assert ground(page) < 0.3
        page.emulate_media(color_scheme="light")
        assert ground(page) > 0.8
        page.emulate_media(color_scheme="dark")
        page.locator(BUTTON).click()
        assert ground(page) > 0.8


@pytest.mark.parametrize(("system", "choice"), [("dark", "light"), ("light", "dark")])
def test_a_drawing_stands_out_where_the_system_forces_the_other_colours(
    browser: Browser, base: str, flagship: str, system: ColorScheme, choice: str
) -> None:
    with opened(browser, color_scheme=system, forced_colors="active") as (context, _):
        page = go(context.new_page(), base + flagship)
        page.evaluate("(choice) => { document.documentElement.dataset.scheme = choice }", choice)
        drawing = page.locator(".chart-figure__drawing svg:visible").first
        picture = Image.open(BytesIO(drawing.screenshot())).convert("L")
        shades = picture.histogram()
        ground = shades.index(max(shades))
        inks = [shade for shade, count in enumerate(shades) if count]
        assert max(abs(ink - ground) for ink in inks) > 150
        assert (ground > 200) is (choice == "light")


def test_without_javascript_the_system_decides(browser: Browser, served_site: str) -> None:
    for scheme, low, high in (("dark", 0.0, 0.3), ("light", 0.8, 1.0)):
        with opened(browser, color_scheme=scheme, java_script_enabled=False) as (context, _):
            page = context.new_page()
            page.goto(served_site + "index.html")
            expect(page.locator(BUTTON)).to_be_hidden()
            assert low <= ground(page) <= high
