"""The preview: a small server on this machine that rebuilds when a file changes.

The last good site stays up while a build runs or fails. Pages are served as they were built; only
the answer that leaves this server carries a script that reloads the page, from our own address, so
the page's security policy holds.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from build_scripts.problems import Problem, Severity

HOST = "127.0.0.1"
PORT = 8000
WATCHED = ("content", "charts", "docs", "build_scripts/theme", "mkdocs.yml")
_PREFIX = "/__preview/"
_TAG = f'<script src="{_PREFIX}reload.js"></script>'.encode()
_SCRIPT = b"""(function () {
  var seen = null;
  function ask() {
    fetch("/__preview/version").then(function (answer) { return answer.text(); })
      .then(function (version) {
        if (seen !== null && version !== seen) { location.reload(); return; }
        seen = version;
        setTimeout(ask, 400);
      }, function () { setTimeout(ask, 1500); });
  }
  ask();
})();
"""
Build = Callable[[], Sequence[Problem]]
Tell = Callable[[Sequence[Problem]], None]


class NoPort(Exception):
    """Why a server cannot listen at a port."""


class Preview:
    """Serves a site and counts its versions."""

    def __init__(self, site: Path, build: Build, tell: Tell) -> None:
        self.site = site
        self.version = 0
        self._build = build
        self._tell = tell

    def rebuild(self) -> bool:
        """Build once and tell what is wrong; whether the site is a new one."""
        problems = self._build()
        self._tell(problems)
        if any(problem.severity is Severity.ERROR for problem in problems):
            return False
        self.version += 1
        return True

    def server(self, port: int) -> ThreadingHTTPServer:
        """A server on this machine alone; raises NoPort where the port is taken, or is none."""
        try:
            return ThreadingHTTPServer((HOST, port), partial(_Handler, self))
        except OSError as fault:
            raise NoPort(fault.strerror) from None
        except OverflowError:
            raise NoPort("ports are numbers from 0 to 65535") from None


def serve(
    root: Path,
    site: Path,
    build: Build,
    tell: Tell,
    *,
    port: int = PORT,
    say: Callable[[str], None],
    every: float = 0.4,
) -> None:
    """Build, serve and rebuild until interrupted (KeyboardInterrupt ends it quietly).

    `tell` prints problems, `say` what happens; `every` is the pause in seconds between looks at
    the files. A fault of a build, such as a broken template, is said, and the last good site stays;
    the first build raises it. Raises NoPort.
    """
    preview = Preview(site, build, tell)
    server = preview.server(port)
    before = snapshot(root)
    preview.rebuild()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    say(f"preview at http://{HOST}:{server.server_address[1]}/ (Ctrl+C ends it)")
    pause = threading.Event()
    try:
        while not pause.wait(every):
            now = snapshot(root)
            if now != before:
                say(f"changed: {', '.join(changed(before, now)[:5])}")
                before = now
                _rebuild(preview, say)
    except KeyboardInterrupt:
        say("preview ended")
    finally:
        server.shutdown()
        server.server_close()


def _rebuild(preview: Preview, say: Callable[[str], None]) -> None:
    try:
        preview.rebuild()
    except Exception as fault:  # whatever it is: the next change may mend it
        say("".join(traceback.format_exception_only(fault)).rstrip())
        say("that was no problem of content; the last good site stays up until the next change")


def snapshot(root: Path, watched: Iterable[str] = WATCHED) -> dict[str, tuple[int, int]]:
    """Size and time of change of every watched file, by its path."""
    found: dict[str, tuple[int, int]] = {}
    for name in watched:
        top = root / name
        for path in [top] if top.is_file() else top.rglob("*"):
            try:
                state = path.stat()
            except OSError:
                continue
            if path.is_file() and "__pycache__" not in path.parts:
                found[path.relative_to(root).as_posix()] = (state.st_size, state.st_mtime_ns)
    return found


def changed(before: dict[str, tuple[int, int]], now: dict[str, tuple[int, int]]) -> list[str]:
    """The paths that differ, in order."""
    return sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site's files; pages carry the reload script."""

    def __init__(self, preview: Preview, *arguments: Any) -> None:
        self.preview = preview
        super().__init__(*arguments, directory=str(preview.site))

    def do_GET(self) -> None:
        """Answer with a file, or with what the reload script asks for."""
        if self.path == f"{_PREFIX}reload.js":
            self._answer(_SCRIPT, "text/javascript; charset=utf-8")
        elif self.path == f"{_PREFIX}version":
            self._answer(str(self.preview.version).encode(), "text/plain; charset=utf-8")
        else:
            path = Path(self.translate_path(self.path))
            page = path / "index.html" if path.is_dir() else path
            if page.suffix == ".html" and page.is_file():
                body = page.read_bytes().replace(b"</body>", _TAG + b"</body>", 1)
                self._answer(body, "text/html; charset=utf-8")
            else:
                super().do_GET()

    def end_headers(self) -> None:
        """No answer of a preview may be kept."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: the terminal is for problems."""

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
