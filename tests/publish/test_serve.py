"""The preview serves what was built, reloads pages, and keeps the last good site."""

import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from build_scripts.problems import Place, Problem
from build_scripts.publish.serve import NoPort, Preview, changed, serve, snapshot


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Preview, str]]:
    (tmp_path / "index.html").write_text("<body>Words</body>", "utf-8")
    problems: list[Problem] = []
    preview = Preview(tmp_path, lambda: problems, lambda found: None)
    server = preview.server(0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield preview, f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def get(address: str) -> str:
    parts = urlsplit(address)
    connection = HTTPConnection(str(parts.hostname), parts.port)
    connection.request("GET", parts.path)
    answer = connection.getresponse().read().decode()
    connection.close()
    return answer


def test_pages_carry_the_reload_script_only_in_the_answer(preview: tuple[Preview, str]) -> None:
    served, address = preview
    assert '<script src="/__preview/reload.js"></script></body>' in get(address)
    assert "preview" not in (served.site / "index.html").read_text("utf-8")


def test_a_good_build_is_a_new_version(preview: tuple[Preview, str]) -> None:
    served, address = preview
    assert get(f"{address}__preview/version") == "0"
    assert served.rebuild()
    assert get(f"{address}__preview/version") == "1"


def test_a_bad_build_is_no_new_version(tmp_path: Path) -> None:
    told: list[Problem] = []
    problem = Problem(Place("content/x.yml"), "bad-value", "value 'x' is bad")
    preview = Preview(tmp_path, lambda: [problem], told.extend)
    assert not preview.rebuild()
    assert preview.version == 0
    assert told == [problem]


def test_what_changed_is_named(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    before = snapshot(tmp_path)
    (tmp_path / "content/a.yml").write_text("x", "utf-8")
    assert changed(before, snapshot(tmp_path)) == ["content/a.yml"]


def test_a_preview_builds_at_once_and_after_every_change_until_it_is_interrupted(
    tmp_path: Path,
) -> None:
    page = tmp_path / "content/a.md"
    page.parent.mkdir()
    builds: list[str] = []
    said: list[str] = []

    def build() -> list[Problem]:
        builds.append(page.read_text("utf-8") if page.exists() else "")
        if builds[-1] == "two, longer":
            raise KeyboardInterrupt
        return []

    def say(words: str) -> None:
        """Who reads this writes a file, and changes it a little later."""
        said.append(words)
        if len(said) == 1:
            page.write_text("one", "utf-8")
        elif len(said) == 2:
            threading.Timer(0.2, page.write_text, ("two, longer", "utf-8")).start()

    serve(tmp_path, tmp_path / "site", build, lambda found: None, port=0, say=say, every=0.01)
    assert builds == ["", "one", "two, longer"]
    assert said[0].startswith("preview at http://127.0.0.1:")
    assert said[1:] == ["changed: content/a.md"] * 2 + ["preview ended"]


def test_a_fault_of_a_build_is_said_and_the_preview_goes_on(tmp_path: Path) -> None:
    page = tmp_path / "content/a.md"
    page.parent.mkdir()
    said: list[str] = []
    builds: list[int] = []

    def build() -> list[Problem]:
        builds.append(len(builds))
        if len(builds) == 2:
            raise OSError("no space left")
        if len(builds) == 3:
            raise KeyboardInterrupt
        return []

    def say(words: str) -> None:
        said.append(words)
        if not words.startswith("changed"):
            page.write_text("x" * len(said), "utf-8")

    serve(tmp_path, tmp_path / "site", build, lambda found: None, port=0, say=say, every=0.01)
    assert said[2:4] == [
        "OSError: no space left",
        "that was no problem of content; the last good site stays up until the next change",
    ]
    assert said[-1] == "preview ended"


def test_a_port_beyond_the_last_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoPort, match=r"^ports are numbers from 0 to 65535$"):
        Preview(tmp_path, list, lambda found: None).server(65536)
