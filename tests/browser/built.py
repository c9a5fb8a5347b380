"""The real publication, built as `make site` builds it, into a folder of the test's own."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from build_scripts.pipeline import SITE, build

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("content", "charts", "docs", "build_scripts/theme")
CONFIG = "mkdocs.yml"
DAY = {"SOURCE_DATE_EPOCH": "1795392000"}
_PATIENCE = 300.0


def real_site(root: Path) -> Path:
    """Build this repository's publication under `root`; fails with its problems."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / CONFIG, root / CONFIG)
    built = build(root, DAY)
    if built.errors:
        told = [f"{one.place}: {one.message} [{one.rule}]" for one in built.problems]
        raise AssertionError("the publication does not build:\n" + "\n".join(told))
    return root / SITE


def once(folder: Path, make: Callable[[Path], Path]) -> Path:
    """Make something once for all processes of a test run that share `folder`.

    The first process to come makes it, the others wait; raises AssertionError where it failed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    result = folder / "result"
    try:
        (folder / "begun").mkdir()
    except FileExistsError:
        return _awaited(result)
    try:
        text = str(make(folder / "made"))
    except BaseException as fault:
        _put(result, f"!{fault}")
        raise
    _put(result, text)
    return Path(text)


def _awaited(result: Path) -> Path:
    end = time.monotonic() + _PATIENCE
    while not result.exists():
        if time.monotonic() > end:
            raise AssertionError(f"another test process did not finish {result.parent.name}")
        time.sleep(0.1)
    text = result.read_text("utf-8")
    if text.startswith("!"):
        raise AssertionError(text[1:])
    return Path(text)


def _put(result: Path, text: str) -> None:
    """Write at one stroke: others read as soon as the file is there."""
    draft = result.with_suffix(".new")
    draft.write_text(text, "utf-8")
    draft.replace(result)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the tests hear what is asked for in the browser."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that is closed leaves requests behind."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; the address ends in a slash."""
    with answering(partial(_Quiet, directory=str(folder))) as address:
        yield address


@contextmanager
def answering(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """Let a handler answer at a port of this machine; the address ends in a slash."""
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
