"""The search in a real browser: over http and from files, under the policy of the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from build_scripts.write.search import search_files
from build_scripts.write.search.entries import CLAIM, SOURCE, SPEAKER, Entry, weighed
from build_scripts.write.search.index import build_index
from build_scripts.write.search.shards import scripts
from tests.browser.search_site import Visit, served, write_site
from tests.write.exports.sample import ADDRESSES, real

BADGES = {"true": ("True", "verdict--true"), "false": ("False", "verdict--false")}
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<svg onload=alert(1)>",
    "javascript:alert(1)",
    "\"><a href='javascript:alert(1)'>x</a>",
    "${alert(1)} {{ alert(1) }} `alert(1)`",
    "\u2028alert(1)\u2029//",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the real publication."""
    folder = tmp_path_factory.mktemp("search") / "site"
    pages = {
        path: path
        for path in (
            "index.html",
            "claims.html",
            "claims/here.html",
            "two-fields.html",
            *(f"claims/{slug}.html" for slug in real().articles),
        )
    }
    write_site(folder, search_files(real(), ADDRESSES), pages)
    return folder


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of hostile and of many like entries."""
    folder = tmp_path_factory.mktemp("strange") / "site"
    hostile = [
        weighed(CLAIM, "claims/a.html", text, text, "false", [(f"hostile {text}", 30)])
        for text in HOSTILE
    ]
    alike = [
        weighed(SOURCE, f"evidence/{n}.html", f"Harbour {n}", "", "", [("harbour quay", 30)])
        for n in range(20)
    ]
    found: list[Entry] = [
        *hostile,
        *alike,
        weighed(SPEAKER, "speakers/o.html", "Zoë O’Brien", "", "", [("Zoë O’Brien", 100)]),
    ]
    files = scripts(found, build_index(found), BADGES)
    write_site(folder, files, {"index.html": "Home", "claims/a.html": "A"})
    return folder


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1000, "height": 800})
    yield opened
    opened.close()


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """The address of the site, as hosted and as a file."""
    if request.param == "file":
        yield f"{site.as_uri()}/"
        return
    with served(site) as server:
        yield server.address


def listen(visit: Visit) -> None:
    """Keep in `asked` what the field asked, in `replied` what was answered and shown."""
    visit.input.focus()
    visit.page.wait_for_function("() => window.countercheck.search")
    visit.page.evaluate(
        """() => {
          const search = countercheck.search;
          window.asked = [];
          window.replied = [];
          countercheck.search = async (query) => {
            window.asked.push(query);
            const found = await search(query);
            // What the field does with an answer takes a few turns of the loop of events.
            const turn = new MessageChannel();
            let turns = 20;
            turn.port1.onmessage = () => {
              turns -= 1;
              if (turns) turn.port2.postMessage(0); else window.replied.push(query);
            };
            turn.port2.postMessage(0);
            return found;
          };
        }"""
    )


def answered(visit: Visit, query: str) -> None:
    """Wait until the field was answered, which it may show or not."""
    visit.page.wait_for_function("(query) => window.replied.includes(query)", arg=query)


def test_an_answer_shows_claim_verdict_speaker_and_date(context: BrowserContext, base: str) -> None:
    visit = Visit(context, base + "claims/here.html")
    titles = visit.ask("Russia's military allies")
    assert titles[0] == "Most countries are ready partners in military cooperation with Russia."
    first = visit.page.locator(".search__result").first
    about = first.locator(".search__about").inner_text()
    assert about == "False · Vladimir Putin, 16 December 2024"
    assert set(first.locator("mark").all_inner_texts()) >= {"military", "Russia"}
    target = f"{base}claims/most-countries-russias-military-partners.html"
    assert first.get_attribute("href") == target
    first.click()
    visit.page.wait_for_url(target)
    assert visit.faults == []


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_results_change_while_typing(context: BrowserContext, base: str) -> None:
    visit = Visit(context, f"{base}index.html")
    visit.input.click()
    visit.page.keyboard.type("sand", delay=30)
    visit.page.locator(".search__title", has_text="Bernie Sanders").first.wait_for()
    visit.page.keyboard.press("Backspace")
    visit.page.keyboard.press("Backspace")
    visit.page.keyboard.type("nctions", delay=30)
    # On the way the list may be empty: "sa" is a question that little answers.
    visit.page.wait_for_function(
        """() => {
          const titles = [...document.querySelectorAll(".search__title")];
          return titles.length && !titles.some((one) => one.textContent.includes("Sanders"));
        }"""
    )


def test_everything_works_by_keyboard(context: BrowserContext, base: str) -> None:
    visit = Visit(context, base + "claims/here.html")
    keyboard = visit.page.keyboard
    keyboard.press("/")
    assert visit.input.evaluate("(one) => document.activeElement === one")
    keyboard.insert_text("ukraine")
    visit.answered()
    assert visit.input.get_attribute("aria-expanded") == "true"
    titles = visit.titles()
    assert visit.active() == titles[0]
    keyboard.press("ArrowDown")
    assert visit.active() == titles[1]
    keyboard.press("ArrowUp")
    keyboard.press("ArrowUp")
    assert visit.active().startswith("Show 8 more")
    keyboard.press("ArrowDown")
    keyboard.press("Escape")
    assert visit.input.get_attribute("aria-expanded") == "false"
    assert visit.active() == ""
    assert visit.input.input_value() == "ukraine"
    keyboard.press("ArrowDown")
    visit.answered()
    keyboard.press("Escape")
    keyboard.press("Escape")
    assert visit.input.input_value() == ""
    keyboard.insert_text("second largest exporter")
    keyboard.press("Enter")  # before the answer: it leads there when it comes
    visit.page.wait_for_url(f"{base}claims/second-largest-exporter.html")
    assert visit.faults == []


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_a_slash_in_another_field_is_a_slash(context: BrowserContext, base: str) -> None:
    visit = Visit(context, f"{base}index.html")
    visit.page.locator("#elsewhere").click()
    visit.page.keyboard.type("a/b")
    assert visit.page.locator("#elsewhere").input_value() == "a/b"
    visit.input.click()
    visit.page.keyboard.type("1/2")
    assert visit.input.input_value() == "1/2"


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_leaving_closes_the_list(context: BrowserContext, base: str) -> None:
    visit = Visit(context, f"{base}index.html")
    panel = visit.page.locator(".search__panel").first
    visit.ask("ukraine")
    visit.page.keyboard.press("Tab")
    assert panel.is_hidden()
    visit.ask("ukraine")
    visit.page.mouse.click(5, 700)
    assert panel.is_hidden()
    visit.input.click()
    panel.wait_for(state="visible")


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_the_beginning_of_a_word_is_no_question_yet(context: BrowserContext, base: str) -> None:
    visit = Visit(context, f"{base}index.html")
    panel = visit.page.locator(".search__panel").first
    listen(visit)
    for beginning in ("u", "the", "What is "):
        visit.input.fill(beginning)
        answered(visit, beginning)
        assert panel.is_hidden(), beginning
    visit.page.keyboard.press("Enter")
    visit.answered()
    assert visit.page.locator(".search__said").inner_text() == "Nothing was found for “What is”."


@pytest.mark.parametrize("base", ["file"], indirect=True)
def test_who_goes_on_typing_is_not_asked_what_a_further_word_begins(
    context: BrowserContext, base: str
) -> None:
    context.clock.install(time=datetime(2026, 11, 23, tzinfo=UTC))
    visit = Visit(context, f"{base}index.html")
    listen(visit)
    context.clock.pause_at(datetime(2026, 11, 24, tzinfo=UTC))
    visit.input.fill("putin")
    context.clock.run_for(100)
    answered(visit, "putin")
    visit.input.fill("putin un")
    context.clock.run_for(239)
    visit.input.fill("putin unit")
    context.clock.run_for(100)
    answered(visit, "putin unit")
    visit.input.fill("putin eu")
    context.clock.run_for(240)
    answered(visit, "putin eu")
    assert visit.page.evaluate("() => window.asked") == ["putin", "putin unit", "putin eu"]


@pytest.mark.parametrize("base", ["http"], indirect=True)
def test_nothing_found_says_what_to_do_next(context: BrowserContext, base: str) -> None:
    visit = Visit(context, base + "claims/here.html")
    assert visit.ask("zzqqxx") == []
    assert visit.page.locator(".search__said").inner_text() == "Nothing was found for “zzqqxx”."
    links = visit.page.locator(".search__nothing a")
    assert links.all_inner_texts() == ["All claims", "Topics", "Speakers", "Evidence"]
    assert visit.input.get_attribute("aria-expanded") == "false"
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url(f"{base}claims.html")
    assert visit.faults == []


def test_more_results_follow_when_asked_for(context: BrowserContext, strange: Path) -> None:
    visit = Visit(context, f"{strange.as_uri()}/index.html")
    assert visit.ask("harbour") == [f"Harbour {n}" for n in range(8)]
    assert visit.status.inner_text() == "20 results"
    visit.page.keyboard.press("ArrowUp")
    assert visit.active() == "Show 8 more of 20"
    visit.page.keyboard.press("Enter")
    visit.page.get_by_text("Show 4 more of 20").wait_for()
    assert visit.active() == "Harbour 8"
    visit.page.get_by_text("Show 4 more of 20").click()
    visit.page.get_by_text("Harbour 19").wait_for()
    assert visit.titles() == [f"Harbour {n}" for n in range(20)]
    assert visit.faults == []


def test_hostile_texts_stay_text(context: BrowserContext, strange: Path) -> None:
    visit = Visit(context, f"{strange.as_uri()}/index.html")
    assert sorted(visit.ask("hostile")) == sorted(HOSTILE)
    for text in HOSTILE:
        visit.ask(text)
    inside = visit.page.locator(".search :is(img, svg, script, iframe, [onload], [onerror])")
    assert inside.count() == 0
    assert visit.page.locator(".search a[href^='javascript']").count() == 0
    assert visit.faults == []


def test_accents_and_apostrophes_do_not_matter(context: BrowserContext, strange: Path) -> None:
    visit = Visit(context, f"{strange.as_uri()}/index.html")
    for query in ("zoe", "ZOË", "o'brien", "O’Brien", "brien"):
        assert visit.ask(query) == ["Zoë O’Brien"], query


def test_two_fields_live_side_by_side(context: BrowserContext, site: Path) -> None:
    visit = Visit(context, f"{site.as_uri()}/two-fields.html")
    second = visit.page.locator("#second .search__input")
    second.fill("putin")
    visit.page.locator("#second .search__title").first.wait_for()
    assert visit.page.locator(".masthead .search__title").count() == 0
    names = visit.page.eval_on_selector_all("[id]", "(all) => all.map((one) => one.id)")
    assert len(names) == len(set(names))
    assert visit.faults == []


def test_nothing_is_loaded_before_the_field_is_used(context: BrowserContext, site: Path) -> None:
    with served(site) as server:
        visit = Visit(context, server.address)
        visit.page.wait_for_load_state("networkidle")
        before = [path for path, _ in server.asked if path.endswith(".js")]
        assert before == ["/scripts/search.js"]
        visit.ask("putin")
        loaded = [path for path, _ in server.asked if path.startswith("/search/")]
    assert loaded[0] == "/search/index.js"
    assert len(loaded) == len(set(loaded))
    assert visit.faults == []


def test_scripts_of_an_older_edition_are_asked_for_anew(
    context: BrowserContext, site: Path, strange: Path
) -> None:
    with served(site) as server:
        # The browser's copy of the directory is older than the scripts it leads to.
        server.replaced = {"search/index.js": (strange / "search/index.js").read_bytes()}
        visit = Visit(context, server.address)
        visit.page.evaluate("() => 0")
        visit.input.focus()
        visit.page.wait_for_function("() => window.countercheck.wordRules")
        server.replaced = {}
        assert visit.ask("putin")[0] == "Vladimir Putin"
        assert any("?" in path for path, _ in server.asked)
    assert visit.faults == []


def test_a_search_that_cannot_be_loaded_says_so(context: BrowserContext, site: Path) -> None:
    with served(site) as server:
        visit = Visit(context, server.address)
        visit.page.route("**/search/**", lambda route: route.abort())
        assert visit.ask("putin") == []
        assert visit.status.inner_text() == "The search could not be loaded."
        assert visit.page.locator(".search__nothing").first.is_visible()
        visit.page.unroute("**/search/**")
        assert visit.ask("Putin")[0] == "Vladimir Putin"


def test_without_scripts_the_field_leads_to_the_claims(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/claims/here.html")
    assert page.locator(".search__nothing").first.is_hidden()
    page.get_by_role("link", name="Search").click()
    assert page.url == f"{site.as_uri()}/claims.html"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1000])
def test_the_open_list_is_accessible_and_fits(
    browser: Browser, site: Path, scheme: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 640},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    # The checker is injected as text, which the policy of the page refuses.
    visit = Visit(context, f"{site.as_uri()}/claims/here.html")
    for query in ("ukraine", "zzqqxx"):
        visit.ask(query)
        width_used = visit.page.evaluate("() => document.documentElement.scrollWidth")
        assert width_used <= width
        found = Axe().run(visit.page, context=".search")
        assert found.violations_count == 0, found.generate_report()
    context.close()
