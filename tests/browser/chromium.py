"""The system's Chromium, and pages in it whose every word, request and fault is kept."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu")


class NoBrowser(RuntimeError):
    """No Chromium is installed: the site cannot be judged as readers see it."""


def executable() -> str:
    """Where Chromium lies; raises NoBrowser."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    raise NoBrowser(
        f"these tests need Chromium, and none of {', '.join(NAMES)} is on the PATH; "
        "install it, for example with `apt-get install chromium`"
    )


@contextmanager
def launched() -> Iterator[Browser]:
    """Chromium without a window; raises NoBrowser."""
    path = executable()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield browser
        browser.close()


@dataclass
class Heard:
    """What pages of a context said and asked for."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def outside(self, base: str) -> list[str]:
        """Requests that did not go to the site at `base`; data inside a page is no request."""
        return [url for url in self.asked if not url.startswith((base, "data:"))]


@contextmanager
def opened(browser: Browser, **options: Any) -> Iterator[tuple[BrowserContext, Heard]]:
    """A fresh context, as a first-time reader has, and what is heard in it."""
    options.setdefault("reduced_motion", "reduce")
    context = browser.new_context(**options)
    context.set_default_timeout(20_000)
    heard = Heard()
    context.on("console", lambda message: heard.said.append(f"{message.type}: {message.text}"))
    context.on("weberror", lambda fault: heard.said.append(f"error: {fault.error}"))
    context.on("request", lambda request: heard.asked.append(request.url))
    context.on("requestfailed", lambda request: heard.failed.append(request.url))
    context.on(
        "response",
        lambda answer: heard.failed.append(answer.url) if answer.status >= 400 else None,
    )
    try:
        yield context, heard
    finally:
        context.close()


def go(page: Page, address: str) -> Page:
    """Open an address and wait for its fonts, which decide how wide everything is."""
    page.goto(address, wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    return page
