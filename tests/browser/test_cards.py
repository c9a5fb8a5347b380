"""The card behind a figure: by mouse, by keyboard, by touch, and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.chromium import go, opened

FIGURE = "main .text a.figure[data-card]"


@contextmanager
def article(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """The article at `address`; nothing may complain while it is used."""
    with opened(browser, **options) as (context, heard):
        yield go(context.new_page(), address)
        assert heard.said == []


def figure_and_card(page: Page) -> tuple[Locator, Locator]:
    """The first figure of the article's text, and its card."""
    figure = page.locator(FIGURE).first
    return figure, page.locator(f"[id='{figure.get_attribute('data-card')}']")


def test_a_click_opens_the_card_and_escape_gives_focus_back(
    browser: Browser, base: str, flagship: str
) -> None:
    with article(browser, base + flagship) as page:
        figure, card = figure_and_card(page)
        before = page.url
        figure.click()
        expect(card).to_be_visible()
        expect(card).to_be_in_viewport(ratio=0.99)
        expect(card).to_be_focused()
        expect(figure).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(card).to_be_hidden()
        expect(figure).to_be_focused()
        assert page.url == before


def test_the_keyboard_alone_opens_walks_and_closes(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with article(browser, served_site + flagship) as page:
        figure, card = figure_and_card(page)
        figure.focus()
        page.keyboard.press("Enter")
        expect(card).to_be_visible()
        page.keyboard.press("Tab")
        close = card.get_by_role("button", name="Close")
        expect(close).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate(
            "(card) => card.contains(document.activeElement)", card.element_handle()
        )
        close.focus()
        page.keyboard.press("Enter")
        expect(card).to_be_hidden()
        expect(figure).to_be_focused()


def test_tab_reaches_figures_and_shows_where_it_is(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with article(browser, served_site + flagship) as page:
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        expect(page.locator(".skip")).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("#content")).to_be_focused()
        for _ in range(40):
            page.keyboard.press("Tab")
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", page.evaluate("document.activeElement.outerHTML")
            if page.evaluate("document.activeElement.matches('a.figure')"):
                return
        pytest.fail("forty steps of Tab did not reach a figure")


def test_touch_opens_a_card_that_fits_a_telephone(
    browser: Browser, served_site: str, flagship: str
) -> None:
    telephone = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
    with article(browser, served_site + flagship, **telephone) as page:
        figure, card = figure_and_card(page)
        figure.scroll_into_view_if_needed()
        figure.tap()
        expect(card).to_be_visible()
        expect(card).to_be_in_viewport(ratio=0.99)
        box, spot = card.bounding_box(), figure.bounding_box()
        assert box is not None
        assert spot is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
        assert spot["y"] + spot["height"] <= box["y"], "the card covers its figure"
        page.touchscreen.tap(180, max(spot["y"] - 60, 5))
        expect(card).to_be_hidden()


def test_a_click_elsewhere_closes_and_takes_no_focus_back(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with article(browser, served_site + flagship) as page:
        figure, card = figure_and_card(page)
        figure.click()
        expect(card).to_be_visible()
        elsewhere = page.locator("button[data-scheme]")
        elsewhere.click()
        expect(card).to_be_hidden()
        expect(figure).not_to_have_attribute("aria-expanded", "true")
        expect(elsewhere).to_be_focused()


def test_a_second_card_takes_the_place_of_the_first(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with article(browser, served_site + flagship) as page:
        cards = page.locator(FIGURE).evaluate_all("(all) => all.map((one) => one.dataset.card)")
        other = next(number for number, card in enumerate(cards) if card != cards[0])
        page.locator(FIGURE).first.focus()
        page.keyboard.press("Enter")
        expect(page.locator(f"[id='{cards[0]}']")).to_be_visible()
        page.locator(FIGURE).nth(other).focus()
        page.keyboard.press("Enter")
        expect(page.locator(".card:popover-open")).to_have_count(1)
        expect(page.locator(f"[id='{cards[other]}']")).to_be_visible()


def test_every_card_has_its_fact_its_words_and_its_links(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with article(browser, served_site + flagship) as page:
        faults = page.evaluate(
            """() => {
                const faults = [];
                const filled = (card, one) => card.querySelector(one)?.textContent.trim();
                for (const link of document.querySelectorAll("a[data-card]")) {
                    if (!document.getElementById(link.dataset.card)) faults.push(link.outerHTML);
                }
                for (const card of document.querySelectorAll(".card[popover]")) {
                    const lacks = [];
                    if (!filled(card, ".card__says")) lacks.push("fact");
                    if (!filled(card, ".tier")) lacks.push("tier");
                    if (!filled(card, ".words") && !filled(card, ".formula code")
                        && !filled(card, ".card__source")) lacks.push("words or formula");
                    if (!filled(card, ".card__links a")) lacks.push("links");
                    if (!card.getAttribute("aria-label")) lacks.push("name");
                    if (lacks.length) faults.push(card.id + ": " + lacks.join(", "));
                }
                return faults;
            }"""
        )
        quoted = page.locator(".card .words").count()
        computed = page.locator(".card .formula").count()
        outward = page.locator(".card__links a[href^=http]").count()
    assert faults == []
    assert quoted > 5
    assert computed > 5
    assert outward > 5


def test_without_javascript_a_figure_is_a_link_to_its_fact(
    browser: Browser, base: str, site: Path, flagship: str
) -> None:
    with article(browser, base + flagship, java_script_enabled=False) as page:
        figure, _ = figure_and_card(page)
        address = figure.get_attribute("href") or ""
        figure.click()
        page.wait_for_url("**/evidence/**")
        anchor = address.partition("#")[2]
        assert page.url.endswith("#" + anchor)
        expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_without_javascript_nothing_offers_what_it_cannot_do(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with article(browser, served_site + flagship, java_script_enabled=False) as page:
        expect(page.locator("button:visible")).to_have_count(0)
        expect(page.locator(".card:visible")).to_have_count(0)
        page.locator(".search__link").first.click()
        page.wait_for_url("**/claims.html*")
        expect(page.locator("article.check").first).to_be_visible()
