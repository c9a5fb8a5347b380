"""Contributors' words never become markup, script, request or way out: proved in Chromium."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.built import served
from tests.hostile.edition import FOUND, URL, groups
from tests.hostile.payloads import payloads

_CALL = re.compile(r"alert\((\d{3})|evil\.example/(\d{3})")
_SEARCH = re.compile(r"script: (scripts/search-\w+|search/\w+|entries/\w+|words/\w+)\.js\Z")
_JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style", re.DOTALL | re.IGNORECASE)
_HOOKS = """(() => {
    const told = (name) => (...words) => { window.__told?.(`${name} ${words.join(" ")}`); };
    for (const name of ["alert", "confirm", "prompt", "print", "open", "msgbox"]) {
        window[name] = told(name);
    }
    Object.defineProperty(window, "__xss", { set: told("flag"), configurable: true });
})();"""
_AUDIT = """() => {
    const faults = [];
    const tell = (one, why) => faults.push(`${why}: ${one.outerHTML.slice(0, 160)}`);
    const addresses = new Set(["href", "src", "action", "formaction", "data", "poster", "srcset",
        "xlink:href", "background", "ping", "manifest", "cite", "longdesc"]);
    const loading = new Set(["IMG", "SCRIPT", "IFRAME", "SOURCE", "VIDEO", "AUDIO", "EMBED"]);
    const banned = "base, iframe, frame, object, embed, style, applet, form, textarea, select, "
        + "math, marquee, video, audio, animate, set, foreignObject, template, noscript, "
        + "body link, body meta, meta[http-equiv]:not([http-equiv=Content-Security-Policy])";
    document.querySelectorAll(banned).forEach((one) => {
        if (!one.closest("[data-search]")) tell(one, "element");
    });
    const scripts = [];
    for (const one of document.querySelectorAll("*")) {
        if (one.localName === "script") {
            scripts.push(one.src ? new URL(one.src).pathname.split("/").slice(-2).join("/")
                : one.type ? one.type : one.textContent.replaceAll("../", ""));
        }
        for (const { name, value } of one.attributes) {
            if (/^on/i.test(name)) tell(one, name);
            if (name === "style" && !one.closest("[data-search]") && !one.matches(".card")) {
                tell(one, name);
            }
            if (/["'<>=`\\s]/.test(name)) tell(one, `attribute ${name}`);
            if (!addresses.has(name.toLowerCase())) continue;
            let url = null;
            try { url = new URL(value, location.href); } catch (fault) { /* it leads nowhere */ }
            if (!url) tell(one, `address ${value}`);
            else if (!["http:", "https:", "mailto:", "file:", "data:"].includes(url.protocol)) {
                tell(one, url.protocol);
            } else if (url.protocol === "data:" && !one.matches("link[rel=icon]")) {
                tell(one, "data");
            } else if (loading.has(one.tagName) && url.origin !== location.origin) {
                tell(one, "loads");
            }
        }
    }
    return { faults, scripts };
}"""


@dataclass
class Watch:
    """What a page did that no page of ours does."""

    ran: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@contextmanager
def watched(browser: Browser, **options: Any) -> Iterator[tuple[BrowserContext, Watch]]:
    """A context in which nothing that runs, opens, asks or leaves goes unnoticed."""
    watch = Watch()
    context = browser.new_context(reduced_motion="reduce", **options)
    context.expose_function("__told", lambda words: watch.ran.append(str(words)))
    context.add_init_script(_HOOKS)

    def dismiss(dialog: Any) -> None:
        watch.ran.append(f"dialog {dialog.message}")
        dialog.dismiss()

    context.on("dialog", dismiss)
    context.on("request", lambda request: watch.asked.append(request.url))
    context.on("console", lambda message: watch.said.append(message.text))
    context.on("weberror", lambda fault: watch.said.append(str(fault.error)))
    try:
        yield context, watch
    finally:
        context.close()


def pages_of(site: Path) -> list[str]:
    """All pages that hold words of the edition; help pages of rules hold none."""
    every = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(every) > 5 * len(groups())
    return [name for name in every if not name.startswith("rules") and name != "404.html"]


def faults_of(page: Page, known: set[str]) -> list[str]:
    """What does not belong in the page that is open."""
    found = page.evaluate(_AUDIT)
    strange = [one for one in found["scripts"] if one not in known]
    return [*found["faults"], *(f"script: {one[:160]}" for one in strange)]


def scripts_of(page: Page, address: str) -> set[str]:
    """The scripts of an innocent page."""
    page.goto(address)
    return {*page.evaluate(_AUDIT)["scripts"], "application/ld+json"}


def numbers(text: str) -> set[str]:
    """The numbers of the payloads that a text holds."""
    return {one or other for one, other in _CALL.findall(text)}


def test_every_payload_reaches_every_kind_of_page(site: Path) -> None:
    assert len(payloads()) > 400
    for number, words in enumerate(groups()):
        wanted = numbers(" ".join(words))
        for kind in ("claims", "evidence", "speakers", "topics"):
            page = (site / kind / f"bad-{number}.html").read_text("utf-8")
            assert numbers(page) >= wanted, f"{kind}/bad-{number}"
    # What is withdrawn is in no feed.
    for name in ("feed.json", "feed.xml", "data/claims.json"):
        held = numbers((site / name).read_text("utf-8"))
        assert len(held) > 0.7 * len(payloads()), name


def test_no_template_ran(site: Path) -> None:
    for name in pages_of(site):
        assert "1337" not in (site / name).read_text("utf-8"), f"{name}: 7 * 191"


def test_the_inspection_finds_bad_addresses_and_nothing_else(site: Path) -> None:
    found = json.loads((site.parents[1] / FOUND).read_text("utf-8"))
    # Were it not set aside, this site would not be published.
    assert {rule for rule, _ in found} == {"dead-link", "foreign-address"}


# Without the policy: the words themselves are judged, not the wall behind them.
def test_nothing_runs_even_without_the_policy(browser: Browser, site: Path) -> None:
    base = site.as_uri() + "/"
    faults: list[str] = []
    with watched(browser, bypass_csp=True) as (context, watch):
        page = context.new_page()
        known = scripts_of(page, base + "rules/bad-link.html")
        for name in pages_of(site):
            page.goto(base + name)
            faults += [
                f"{name}: {one}"
                for one in faults_of(page, known)
                # Cards for other sites bring their style along; the next test looks at it.
                if not (name.startswith("embed/") and one.startswith("element: <style>"))
            ]
            assert page.url == base + name
        assert len(context.pages) == 1
    assert watch.ran == []
    assert faults[:10] == []
    assert [url for url in watch.asked if not url.startswith((base, "data:,"))] == []


def test_no_word_reaches_the_style_of_cards_for_other_sites(site: Path) -> None:
    pages = [path.read_text("utf-8") for path in site.glob("embed/*.html")]
    assert len(pages) == len(groups())
    assert len({tuple(_STYLE.findall(page)) for page in pages}) == 1
    assert all(len(_STYLE.findall(page)) == 1 for page in pages)


def test_nothing_runs_when_pages_are_used(browser: Browser, site: Path) -> None:
    with served(site) as base, watched(browser) as (context, watch):
        page = context.new_page()
        for number in range(0, len(groups()), 5):
            page.goto(f"{base}claims/bad-{number}.html")
            page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
            for figure in page.locator("main .text a.figure[data-card]").all()[:4]:
                figure.click()
                page.keyboard.press("Escape")
            page.mouse.move(300, 300)
            page.mouse.wheel(0, 3000)
            page.emulate_media(media="print")
            assert page.url == f"{base}claims/bad-{number}.html"
            page.emulate_media(media="screen")
        assert len(context.pages) == 1
        # What the policy refuses is said on the console: nothing came as far as that.
        assert watch.said == []
        assert watch.ran == []
        assert [url for url in watch.asked if not url.startswith((base, "data:,"))] == []


def test_nothing_runs_in_the_results_of_a_search(browser: Browser, site: Path) -> None:
    with served(site) as base, watched(browser, bypass_csp=True) as (context, watch):
        page = context.new_page()
        known = scripts_of(page, base + "rules/bad-link.html")
        page.goto(base + "index.html")
        for query in ("alert", "script", "onerror", "<img src=x onerror=alert(1)>"):
            page.locator("[data-search] input").first.fill(query)
            page.locator("[data-search] [role=option]").first.wait_for()
            page.wait_for_timeout(200)
            # The engine and the parts of the index come as words are typed.
            assert [one for one in faults_of(page, known) if not _SEARCH.match(one)] == []
        assert watch.ran == []
        assert [url for url in watch.asked if not url.startswith((base, "data:,"))] == []


def test_nothing_runs_in_drawings_and_feeds(browser: Browser, site: Path) -> None:
    drawings = sorted(site.glob("assets/charts/*.svg"))
    assert len(drawings) > 1
    with watched(browser) as (context, watch):
        page = context.new_page()
        for path in [*drawings, site / "feed.xml", site / "corrections.xml"]:
            page.goto(path.as_uri())
            assert page.locator("script, foreignObject, a, image, use[href^=http]").count() == 0
        assert watch.ran == []
        assert [url for url in watch.asked if not url.startswith(site.as_uri())] == []


def test_structured_data_still_parses(site: Path) -> None:
    blocks = 0
    for name in pages_of(site):
        for block in _JSON_LD.findall((site / name).read_text("utf-8")):
            blocks += 1
            assert isinstance(json.loads(block), dict), name
    assert blocks > 0.7 * len(groups())


def test_feeds_and_data_still_parse(site: Path) -> None:
    for path in site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    for path in site.rglob("*.xml"):
        root = ET.fromstring(path.read_bytes())  # noqa: S314  (our own bytes)
        assert len(root) > 0
    for path in site.rglob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}, path.name
    feed = json.loads((site / "feed.json").read_text("utf-8"))
    assert all(entry["url"].startswith(URL + "claims/bad-") for entry in feed["items"])
