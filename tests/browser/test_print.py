"""On paper: the notes and addresses are there, what only a screen can do is not."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.chromium import go, opened
from tests.browser.kinds import example


def test_a_printed_article_carries_its_notes(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with opened(browser, viewport={"width": 650, "height": 900}) as (context, _):
        page = go(context.new_page(), served_site + flagship)
        page.emulate_media(media="print")
        for hidden in (
            ".skip",
            ".masthead__nav",
            ".masthead__tools",
            ".colophon__nav",
            ".downloads",
        ):
            expect(page.locator(f"{hidden}:visible")).to_have_count(0)
        expect(page.locator(".contents:visible")).to_have_count(0)
        expect(page.locator("button:visible")).to_have_count(0)
        cards = page.locator(".card[popover]")
        expect(page.locator(".card[popover]:visible")).to_have_count(cards.count())
        expect(page.locator(".source__address:visible")).to_have_count(
            page.locator(".source__address").count()
        )
        notes = page.locator("a.figure[data-note]").evaluate_all(
            """(all) => all.map((one) => [one.dataset.note,
                getComputedStyle(one, "::after").content])"""
        )
        numbers = set(cards.evaluate_all("(all) => all.map((one) => one.dataset.number)"))
        assert {number for number, _ in notes} == numbers
        assert all(number in shown for number, shown in notes)
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert over <= 0


def test_dark_readers_print_on_white(browser: Browser, served_site: str, flagship: str) -> None:
    with opened(browser, color_scheme="dark") as (context, _):
        page = go(context.new_page(), served_site + flagship)
        page.emulate_media(media="print", color_scheme="dark")
        ink, paper = page.evaluate(
            """() => [getComputedStyle(document.body).color,
                getComputedStyle(document.body).backgroundColor].map((colour) => {
                    const pen = document.createElement("canvas").getContext("2d");
                    pen.fillStyle = "white";
                    pen.fillRect(0, 0, 1, 1);
                    pen.fillStyle = colour;
                    pen.fillRect(0, 0, 1, 1);
                    const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
                    return (red + green + blue) / 765;
                })"""
        )
        assert paper > 0.95
        assert ink < 0.4
        assert page.pdf().startswith(b"%PDF")


def test_tables_are_printed_to_their_end(browser: Browser, served_site: str, site: Path) -> None:
    with opened(browser) as (context, _):
        page = context.new_page()
        for kind in ("evidence", "page with tables"):
            go(page, served_site + example(site, kind))
            page.emulate_media(media="print")
            cut = page.locator(".table-scroll:visible").evaluate_all(
                "(all) => all.map((one) => one.scrollHeight - one.clientHeight)"
            )
            assert cut
            assert max(cut) <= 1, kind


def test_a_printed_page_names_its_address_and_the_day(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with opened(browser) as (context, _):
        page = go(context.new_page(), served_site + flagship)
        foot = page.locator(".colophon__print")
        expect(foot).to_be_hidden()
        page.pdf()
        page.emulate_media(media="print")
        expect(foot).to_be_visible()
        assert re.search(
            rf"https://\S+/{flagship}\s+Printed on \d+ \w+ \d{{4}}\.", foot.inner_text()
        )


def test_a_printed_note_names_its_source_by_its_number(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with opened(browser) as (context, _):
        page = go(context.new_page(), served_site + flagship)
        page.emulate_media(media="print")
        note = page.locator(".card__source[data-source]").first
        number = note.get_attribute("data-source")
        title = (note.locator("span").text_content() or "").split(",")[0]
        expect(note.locator("span")).to_be_hidden()
        expect(page.locator(f".source[value='{number}'] .source__title")).to_contain_text(title)


def test_a_long_article_prints_without_half_empty_sheets(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with opened(browser) as (context, _):
        page = go(context.new_page(), served_site + flagship)
        printed = page.pdf(format="A4")
    # 14 when this was written; with drawings as wide as the line and notes in one column it was 23.
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 16


def test_a_table_of_many_columns_fits_across_a_sheet(browser: Browser, served_site: str) -> None:
    # What a sheet of A4 that lies on its side has within its margins.
    with opened(browser, viewport={"width": 971, "height": 650}) as (context, _):
        page = go(context.new_page(), served_site + "evidence/ledger.html")
        page.emulate_media(media="print")
        table = page.locator(".table-scroll").first
        assert table.locator("thead th").count() > 12
        assert table.evaluate("(one) => one.scrollWidth - one.clientWidth") <= 1
