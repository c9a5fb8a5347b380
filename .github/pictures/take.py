"""Take the pictures of the README anew from the built site: `.venv/bin/python` and this file.

Needs `make site`, what `make test` installs, and Chromium. The pictures are light and 1,200 pixels
wide; few colours make them small. Look at them before they are committed.
"""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

HERE = Path(__file__).resolve().parent
ARTICLE = HERE.parent.parent / "build/site/claims/most-countries-russias-military-partners.html"
FIGURE = "100 states"
CHART = "#chart-russia-partners-readings"
WIDTH, COLOURS = 1200, 128
_SCREEN = 1560
_MARGIN = 24.0


def main() -> None:
    """Take both pictures; raises what Playwright raises where a part of the page is not there."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"))
        page = _open(browser, WIDTH / _SCREEN)
        page.get_by_role("link", name=FIGURE).first.click()
        _save("article.png", page.screenshot())
        area = _area(page)
        page = _open(browser, WIDTH / area["width"])
        _save("chart.png", page.screenshot(clip=_area(page), full_page=True))
        browser.close()


def _open(browser: Browser, scale: float) -> Page:
    page = browser.new_page(
        viewport={"width": _SCREEN, "height": 1200},
        color_scheme="light",
        reduced_motion="reduce",
        device_scale_factor=scale,
    )
    page.goto(ARTICLE.as_uri())
    page.evaluate("document.fonts.ready")
    return page


def _area(page: Page) -> FloatRect:
    """The chart with its title and its sources, without what can be opened below, in a margin."""
    box = """node => {
        const all = node.getBoundingClientRect();
        const rest = node.querySelector(".chart-figure__data").getBoundingClientRect();
        return [all.left + scrollX, all.top + scrollY, all.width, rest.top - all.top];
    }"""
    left, top, width, height = page.locator(CHART).evaluate(box)
    return {
        "x": left - _MARGIN,
        "y": top - _MARGIN / 2,
        "width": width + 2 * _MARGIN,
        "height": height + _MARGIN / 2,
    }


def _save(name: str, png: bytes) -> None:
    image = Image.open(io.BytesIO(png)).convert("RGB")
    few = image.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(HERE / name, optimize=True)


if __name__ == "__main__":
    main()
