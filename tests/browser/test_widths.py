"""Narrow screens and magnified ones: nothing is cut off, nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import go, opened
from tests.browser.kinds import KINDS, example

_OVERFLOW = """() => {
    const wide = document.documentElement.clientWidth;
    const scrolls = (one) => {
        for (let up = one.parentElement; up; up = up.parentElement) {
            if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)
                && up !== document.body && up !== document.documentElement) return true;
        }
        return false;
    };
    const over = [...document.body.querySelectorAll("*")].filter((one) => {
        const box = one.getBoundingClientRect();
        return box.width && box.right > wide + 1 && !scrolls(one);
    });
    return {
        by: document.documentElement.scrollWidth - wide,
        by_body: document.body.scrollWidth - wide,
        over: over.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)),
    };
}"""


# 320 px is also what is left of 1280 px at 400 % (WCAG 2.2, 1.4.10).
@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(
    browser: Browser, served_site: str, site: Path, width: int
) -> None:
    faults = []
    with opened(browser, viewport={"width": width, "height": 640}) as (context, _):
        page = context.new_page()
        for kind in KINDS:
            go(page, served_site + example(site, kind))
            page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
            told = page.evaluate(_OVERFLOW)
            if told["by"] > 0 or told["by_body"] > 0 or told["over"]:
                faults.append((kind, told))
    assert faults == []


_LONG_WORDS = """() => {
    const words = document.querySelectorAll("h1, h2, h3, p, a, dd, li, td");
    const word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    [...words].filter((one) => !one.children.length && one.textContent.trim().length > 25)
        .forEach((one) => { one.textContent = word; });
}"""


@pytest.mark.parametrize("kind", ["home", "claim", "topic", "list", "verdicts", "embed"])
def test_a_word_longer_than_a_line_is_broken(
    browser: Browser, served_site: str, site: Path, kind: str
) -> None:
    with opened(browser, viewport={"width": 320, "height": 640}) as (context, _):
        page = go(context.new_page(), served_site + example(site, kind))
        page.evaluate(_LONG_WORDS)
        told = page.evaluate(_OVERFLOW)
    assert (told["by"], told["by_body"]) == (0, 0), told["over"]


@pytest.fixture(scope="module")
def article(browser: Browser, served_site: str, flagship: str) -> Iterator[Page]:
    """The article with most charts, opened once: each test gives it a width, as turning a phone."""
    with opened(browser) as (context, _):
        yield go(context.new_page(), served_site + flagship)


@pytest.mark.parametrize("width", [320, 360, 390, 430, 480, 560, 620, 703, 704, 768])
def test_words_in_charts_are_about_as_large_as_those_around_them(article: Page, width: int) -> None:
    article.set_viewport_size({"width": width, "height": 800})
    sizes = article.locator(".chart-figure__drawing text").evaluate_all(
        """(all) => all.filter((one) => one.checkVisibility()).map((one) => {
            const box = one.ownerSVGElement;
            const scale = box.getBoundingClientRect().width / box.viewBox.baseVal.width;
            return parseFloat(getComputedStyle(one).fontSize) * scale;
        })"""
    )
    assert len(sizes) > 100
    assert min(sizes) >= 11.5
    assert max(sizes) <= 19


# Neither a drawing for a phone that is lost on a small tablet, nor one for a desk that is too fine.
@pytest.mark.parametrize("width", [480, 560, 640, 700, 768])
def test_charts_use_the_room_between_a_phone_and_a_desk(article: Page, width: int) -> None:
    article.set_viewport_size({"width": width, "height": 800})
    used = article.locator(".chart-figure").evaluate_all(
        """(all) => all.map((one) => {
            const box = one.getBoundingClientRect();
            const parts = [...one.querySelectorAll(
                ".chart-figure__drawing, .chart-figure__note, .chart-figure__source")];
            const beside = parts.map((part) => part.getBoundingClientRect()).filter(
                (part, at, parts) => part.height && part.top < parts.find(
                    (first) => first.height).bottom);
            return (Math.max(...beside.map((part) => part.right)) - box.left) / box.width;
        })"""
    )
    assert len(used) > 3
    assert min(used) > 0.9
