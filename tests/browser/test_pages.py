"""The built site as a reader meets it, in Chromium, from files."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.search_site import chromium
from tests.browser.whole_site import build_whole
from tests.write.exports.sample import real

pytestmark = pytest.mark.browser

FLAGSHIP = "claims/most-countries-russias-military-partners.html"
KINDS = (
    "index.html",
    FLAGSHIP,
    "claims.html",
    "evidence.html",
    "evidence/ledger.html",
    "evidence/tass-100.html",
    "evidence/russia-ties.html",
    "speakers/vladimir-putin.html",
    "speakers.html",
    "topics/alliances.html",
    "topics.html",
    "verdicts.html",
    "corrections-log.html",
    "data.html",
    "about.html",
    "rules.html",
    "rules/figure-mismatch.html",
)
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    assert [str(p.message) for p in build_whole(real(), folder, nav=True)] == []
    return folder / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def opened(browser: Browser, site: Path, name: str, **settings: Any) -> Page:
    page = browser.new_context(**settings).new_page()
    page.goto((site / name).as_uri())
    return page


@pytest.mark.parametrize("name", KINDS)
def test_a_page_is_silent_asks_nobody_and_fits_a_small_phone(
    browser: Browser, site: Path, name: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / name).as_uri())
    page.wait_for_load_state("load")
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert not page.evaluate(WIDER)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", KINDS)
def test_axe_finds_nothing(browser: Browser, site: Path, name: str, scheme: Any) -> None:
    # The checker is a script of its own, which the page's policy would refuse.
    page = opened(browser, site, name, color_scheme=scheme, bypass_csp=True)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    page.context.close()


def first_card(page: Page) -> tuple[Any, Any]:
    link = page.locator("a.figure[data-card]").first
    return link, page.locator(f"#{link.get_attribute('data-card')}")


def test_a_figure_opens_its_card_and_escape_closes_it(browser: Browser, site: Path) -> None:
    page = opened(browser, site, FLAGSHIP)
    link, card = first_card(page)
    link.click()
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert link.evaluate("link => link === document.activeElement")
    page.context.close()


def test_a_card_opens_by_keyboard_and_closes_by_its_button(browser: Browser, site: Path) -> None:
    page = opened(browser, site, FLAGSHIP)
    link, card = first_card(page)
    link.focus()
    page.keyboard.press("Enter")
    assert card.is_visible()
    card.locator(".card__close").click()
    assert not card.is_visible()
    page.context.close()


def test_a_card_opens_by_touch_inside_the_window(browser: Browser, site: Path) -> None:
    size = {"width": 390, "height": 800}
    page = opened(browser, site, FLAGSHIP, has_touch=True, viewport=size)
    link, card = first_card(page)
    link.tap()
    card.evaluate("card => Promise.all(card.getAnimations().map(one => one.finished))")
    box = card.bounding_box()
    assert card.is_visible()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert box["y"] + box["height"] <= size["height"] + 1
    page.context.close()


def test_without_scripts_a_figure_leads_to_its_fact(browser: Browser, site: Path) -> None:
    page = opened(browser, site, FLAGSHIP, java_script_enabled=False)
    link, card = first_card(page)
    assert not card.is_visible()
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(str(target).removeprefix(".."))
    assert page.locator(f"#{str(target).partition('#')[2]}").is_visible()
    page.context.close()


def test_in_print_cards_are_numbered_notes(browser: Browser, site: Path) -> None:
    page = opened(browser, site, FLAGSHIP)
    page.emulate_media(media="print")
    _, card = first_card(page)
    assert card.is_visible()
    assert not page.locator(".masthead__nav").is_visible()
    assert not page.locator(".card__close").first.is_visible()
    page.context.close()


def test_the_readers_choice_of_appearance_lasts(browser: Browser, site: Path) -> None:
    page = opened(browser, site, "index.html", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.locator("button.scheme").click()
    light = page.evaluate(ground)
    assert light != dark
    page.goto((site / "about.html").as_uri())
    assert page.evaluate(ground) == light
    page.context.close()


def test_structured_data_is_that_of_the_page(browser: Browser, site: Path) -> None:
    page = opened(browser, site, FLAGSHIP)
    blocks = page.locator('script[type="application/ld+json"]')
    assert blocks.count() == 1
    review = json.loads(str(blocks.first.text_content()))
    assert review["@type"] == "ClaimReview"
    badge = str(page.locator(".claim-card .verdict").text_content()).strip()
    assert review["reviewRating"]["alternateName"] == badge
    page.context.close()


def test_the_skip_link_comes_first_and_leads_to_the_text(browser: Browser, site: Path) -> None:
    page = opened(browser, site, FLAGSHIP)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.context.close()
