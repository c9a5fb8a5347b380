"""A small site with nothing but the search, as readers get it: field, scripts, index, policy."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import BrowserContext, Page

from build_scripts.publish.security import secured
from build_scripts.theme.stylesheet import stylesheet

THEME = Path(__file__).resolve().parents[2] / "build_scripts" / "theme"
FIELD = "partials/search-field.html"
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="{up}assets/site.css"></head>
<body><header class="masthead"><div class="masthead__inner">
<a class="masthead__name" href="{up}index.html">Countercheck</a>
<div class="masthead__tools">{field}</div></div></header>
<main><h1>{title}</h1><p><label>Elsewhere <input id="elsewhere"></label></p>
<div id="second">{second}</div></main></body></html>
"""


def write_site(folder: Path, files: Mapping[str, bytes], pages: Mapping[str, str]) -> None:
    """Write a site of the search's `files` and of `pages`, paths to titles.

    The page `two-fields.html` has the field twice.
    """
    texts = {path: _page(path, title) for path, title in pages.items()}
    for path in THEME.glob("scripts/search*.js"):
        _put(folder / "scripts" / path.name, path.read_bytes())
    shutil.copytree(THEME / "fonts", folder / "fonts")
    _put(folder / "assets/site.css", stylesheet().encode())
    for name, content in files.items():
        _put(folder / name, content)
    for name, text in texts.items():
        _put(folder / name, secured(text).encode())


def _page(path: str, title: str) -> str:
    up = "../" * path.count("/")
    environment = Environment(loader=FileSystemLoader(THEME), autoescape=True)
    environment.filters["url"] = lambda target: up + target
    field = environment.get_template(FIELD).render()
    second = field if path == "two-fields.html" else ""
    return PAGE.format(title=title, up=up, field=field, second=second)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes may leave requests behind."""


class Served:
    """A site on a loopback port: what was asked for, and how many bytes went over the wire."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[tuple[str, int]] = []
        self.replaced: dict[str, bytes] = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site._answer(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        name = handler.path.partition("?")[0].lstrip("/") or "index.html"
        path = self.folder / name
        content = self.replaced.get(name)
        if content is None and path.is_file():
            content = path.read_bytes()
        body = gzip.compress(content or b"", 6, mtime=0)
        kinds = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
        handler.send_response(404 if content is None else 200)
        handler.send_header("Content-Type", kinds.get(path.suffix, "application/octet-stream"))
        handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
        self.asked.append((handler.path, len(body)))


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder on a loopback port."""
    site = Served(folder)
    try:
        yield site
    finally:
        site.close()


class Visit:
    """A page with a field, and in `faults` all that should not have happened in it."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.page.on("console", lambda message: self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: self.faults.append(dialog.message))
        self.page.goto(address)
        self.input = self.page.locator(".search__input").first
        self.status = self.page.locator("[role=status]").first

    def ask(self, query: str) -> list[str]:
        """Type a query and return the titles found."""
        self.input.fill("")
        self.page.wait_for_function("() => !document.querySelector('[role=status]').textContent")
        self.input.fill(query)
        self.answered()
        return self.titles()

    def answered(self) -> None:
        self.page.wait_for_function(
            "() => /result|Nothing|could not/.test("
            "document.querySelector('[role=status]').textContent)"
        )

    def titles(self) -> list[str]:
        return self.page.locator(".search__title").all_inner_texts()

    def addresses(self) -> list[str]:
        links = self.page.locator(".search__result").all()
        return [str(link.get_attribute("href")) for link in links]

    def active(self) -> str:
        """The title of the option that is chosen."""
        name = self.input.get_attribute("aria-activedescendant")
        if name is None:
            return ""
        option = self.page.locator(f"#{name}")
        assert option.get_attribute("aria-selected") == "true"
        return option.inner_text().split("\n")[0]
