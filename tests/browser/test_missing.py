"""The page for addresses that lead nowhere: whole at any depth, under any path, from a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.built import answering
from tests.browser.chromium import go, opened

_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_LINKS = "(all) => all.map((one) => one.href).filter((one) => !one.includes('#'))"


@contextmanager
def _hosted(site: Path, below: str) -> Iterator[str]:
    """The site under a path, as a host serves it: what is not there is answered with 404.html."""

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            inside = self.path.partition("?")[0].removeprefix(below)
            path = site / (inside or "index.html")
            found = self.path.startswith(below) and path.is_file()
            path = path if found else site / "404.html"
            self.send_response(200 if found else 404)
            kind = _TYPES.get(path.suffix, "application/octet-stream")
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(path.read_bytes())

        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    with answering(Host) as address:
        yield address.rstrip("/") + below


def _is_set(page: Page) -> bool:
    told = page.evaluate(
        """() => ({
            size: parseFloat(getComputedStyle(document.querySelector("h1")).fontSize),
            rule: getComputedStyle(document.querySelector(".masthead")).borderBottomStyle,
            measure: document.querySelector(".text").offsetWidth,
        })"""
    )
    return bool(told["size"] > 28 and told["rule"] == "double" and told["measure"] < 700)


@pytest.mark.parametrize("below", ["/", "/a/mirror/"])
@pytest.mark.parametrize("lost", ["nowhere.html", "claims/nowhere.html", "claims/old/"])
def test_a_lost_reader_finds_back(browser: Browser, site: Path, below: str, lost: str) -> None:
    with _hosted(site, below) as base, opened(browser) as (context, heard):
        page = go(context.new_page(), base + lost)
        assert _is_set(page)
        links = page.eval_on_selector_all("a[href]", _LINKS)
        assert len(links) > 15
        assert [link for link in links if not link.startswith(base)] == []
        # The browser says itself that the address is not there; nothing else is said or lost.
        assert [said for said in heard.said if "404" not in said] == []
        assert [url for url in heard.failed if url != base + lost] == []
        page.locator(".text a").first.click()
        page.wait_for_url(f"{base}claims.html")


def test_it_is_whole_from_a_folder(browser: Browser, site: Path) -> None:
    with opened(browser) as (context, heard):
        page = go(context.new_page(), (site / "404.html").as_uri())
        assert _is_set(page)
        links = page.eval_on_selector_all("a[href]", _LINKS)
        assert [link for link in links if not link.startswith(site.as_uri())] == []
        assert heard.said == []
        assert heard.failed == []
        page.locator(".masthead__name").click()
        page.wait_for_url(f"{site.as_uri()}/index.html")


@pytest.mark.parametrize("below", ["/", "/a/mirror/"])
def test_it_is_set_in_our_typefaces(browser: Browser, site: Path, below: str) -> None:
    loaded = "() => [...document.fonts].filter((one) => one.status === 'loaded').length > 1"
    with _hosted(site, below) as base, opened(browser) as (context, _):
        go(context.new_page(), base + "claims/nowhere.html").wait_for_function(loaded)


def test_without_scripts_a_mirror_says_what_to_do(browser: Browser, site: Path) -> None:
    advice = "shorten the address to the folder in which it begins"
    for scripts in (False, True):
        with (
            _hosted(site, "/a/mirror/") as base,
            opened(browser, java_script_enabled=scripts) as (context, _),
        ):
            page = context.new_page()
            page.goto(base + "claims/nowhere.html")
            assert (advice in page.locator(".text").inner_text()) is not scripts


def test_without_scripts_it_is_whole_at_its_own_host(browser: Browser, site: Path) -> None:
    with (
        _hosted(site, "/") as base,
        opened(browser, java_script_enabled=False) as (context, heard),
    ):
        page = context.new_page()
        page.goto(base + "claims/old/nowhere.html")
        page.locator(".text a").first.click()
        page.wait_for_url(f"{base}claims.html")
        assert [said for said in heard.said if "404" not in said] == []
