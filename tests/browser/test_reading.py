"""What somebody sees who reads: nothing hidden from a picture, no number cut off, no false rank."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import go, opened
from tests.browser.kinds import examples


def test_a_picture_of_a_whole_page_shows_its_charts(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with opened(browser, viewport={"width": 1200, "height": 600}) as (context, _):
        page = go(context.new_page(), served_site + flagship)
        shown = page.locator(".chart-figure__drawing--wide svg").evaluate_all(
            "(all) => all.map((one) => one.checkVisibility({contentVisibilityAuto: true}))"
        )
    assert len(shown) > 3
    assert all(shown), "drawings far down are not laid out until a reader comes near"


@pytest.mark.parametrize(("width", "height"), [(320, 640), (390, 664), (1366, 620)])
def test_verdict_and_headline_stand_on_the_first_screen(
    browser: Browser, served_site: str, site: Path, width: int, height: int
) -> None:
    below = []
    with opened(browser, viewport={"width": width, "height": height}) as (context, _):
        page = context.new_page()
        for path in examples(site, "claim"):
            go(page, served_site + path)
            for part in (".kicker .verdict", "h1"):
                box = page.locator(part).first.bounding_box()
                if not box or box["y"] + box["height"] > height:
                    below.append((path, part))
    assert below == [], "the card's own verdict may be far down, below a long quotation"


@pytest.mark.parametrize(("width", "media"), [(320, "screen"), (1200, "screen"), (650, "print")])
def test_the_numbers_of_sources_have_room(
    browser: Browser, served_site: str, flagship: str, width: int, media: str
) -> None:
    with opened(browser, viewport={"width": width, "height": 800}) as (context, _):
        page = go(context.new_page(), served_site + flagship)
        page.emulate_media(media="print" if media == "print" else "screen")
        room = page.evaluate(
            """() => {
                const left = document.querySelector(".page").getBoundingClientRect().left;
                const source = document.querySelector(".sources > .source");
                return source.getBoundingClientRect().left - left;
            }"""
        )
    assert room >= 24, "a list's numbers stand left of it, where a phone and a sheet end"


def test_a_chapter_of_prose_is_set_as_its_neighbours_whatever_it_is_called(
    browser: Browser, served_site: str, site: Path
) -> None:
    named = [
        path
        for path in sorted(site.glob("*.html"))
        if 'data-kind="page"' in (text := path.read_text("utf-8"))
        and any(f'<h2 id="{id}"' in text for id in ("readings", "evidence", "corrections"))
    ]
    assert named, "no page has a heading that an article has too"
    with opened(browser) as (context, _):
        page = context.new_page()
        for path in named:
            go(page, served_site + path.name)
            sizes = page.locator(".page > h2").evaluate_all(
                "(all) => all.map((one) => getComputedStyle(one).fontSize)"
            )
            assert len(set(sizes)) == 1, path.name


def test_how_most_sources_were_seen_is_said_once(site: Path, flagship: str) -> None:
    text = (site / flagship).read_text("utf-8").partition('class="account"')[2]
    account, _, sources = text.partition('<ol class="sources">')
    usual = "seen as a stored copy on 22 November 2026"
    assert f"Unless its line says otherwise, a source was {usual}." in account
    assert f"· {usual}</p>" not in sources
    assert "seen as a file on 22 November 2026" in sources


def test_the_data_under_a_chart_leads_to_its_facts(site: Path, flagship: str) -> None:
    text = (site / flagship).read_text("utf-8")
    table = text.partition('id="chart-russian-arms-recipients"')[2].partition("</table>")[0]
    first = table.partition("<tbody>")[2].partition("</tr>")[0]
    home = "../evidence/sipri-register.html#buyers-2000"
    assert first.endswith(f'<td><a href="{home}">sipri-register:buyers.2000.states</a></td>')


def test_letters_that_a_reader_spaces_out_push_nothing_off_the_screen(
    browser: Browser, served_site: str
) -> None:
    spaced = "*{letter-spacing:.12em!important;word-spacing:.16em!important}"
    size = {"width": 320, "height": 640}
    with opened(browser, viewport=size, bypass_csp=True) as (context, _):
        page = go(context.new_page(), served_site + "index.html")
        page.add_style_tag(content=spaced)
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_where_a_reader_sets_the_colours_outcomes_keep_their_signs(
    browser: Browser, served_site: str, flagship: str
) -> None:
    with opened(browser, forced_colors="active") as (context, _):
        page = go(context.new_page(), served_site + flagship)
        ink, sign = page.evaluate(
            """() => {
                const outcome = document.querySelector(".reading--fails .reading__outcome");
                return [getComputedStyle(outcome).color,
                    getComputedStyle(outcome, "::before").backgroundColor];
            }"""
        )
    assert sign == ink


def test_the_contents_mark_the_section_that_is_read_however_a_reader_came_there(
    browser: Browser, base: str, flagship: str
) -> None:
    with opened(browser, viewport={"width": 800, "height": 800}) as (context, _):
        page = go(context.new_page(), base + flagship)
        current = page.locator(".contents--rail [aria-current]")
        page.set_viewport_size({"width": 1280, "height": 800})
        expect(current).to_have_count(0)
        # Into the middle of a long section, far from every heading.
        jump = """() => {
            const links = [...document.querySelectorAll(".contents--rail a")];
            const tops = links.map((one) =>
                document.querySelector(one.hash).getBoundingClientRect().top + scrollY);
            const long = tops.findIndex((top, at) => tops[at + 1] - top > 2000);
            scrollTo(0, (tops[long] + tops[long + 1]) / 2);
            return links[long].textContent;
        }"""
        name = page.evaluate(jump)
        expect(current).to_have_text([name])
        page.evaluate("scrollTo(0, 0)")
        expect(current).to_have_count(0)
