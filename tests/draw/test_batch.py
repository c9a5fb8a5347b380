"""Drawings are drawn once for their content, and anew when what draws them has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.draw.batch import digest_of, draw_all, room_version, version_of
from tests.draw.samples import changes, reach, recipients, shares, shells, votes

ROOT = Path(__file__).parents[2]


def test_a_drawing_is_drawn_once_for_its_content(tmp_path: Path) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    first = draw_all([changes(), reach()], out, cache)
    assert [drawn.fresh for drawn in first] == [True, True]
    assert sorted(path.name for path in out.iterdir()) == [
        f"{name}.{ending}" for name in ("changes", "reach") for ending in ("csv", "png", "svg")
    ]
    assert first[0].wide.read_bytes().startswith(b"<svg")
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    changed = replace(reach(), highlight=())
    second = draw_all([changes(), changed], out, cache)
    assert [drawn.fresh for drawn in second] == [False, True]
    after = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    assert after[out / "changes.png"] == before[out / "changes.png"]
    assert after[out / "reach.svg"] != before[out / "reach.svg"]
    assert second[0].downloads == tuple(out / f"changes.{e}" for e in ("svg", "png", "csv"))


def test_a_file_that_was_lost_or_spoilt_is_put_back(tmp_path: Path) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    draw_all([changes()], out, cache)
    good = (out / "changes.csv").read_bytes()
    (out / "changes.csv").write_bytes(b"spoilt")
    (out / "changes.svg").unlink()
    assert draw_all([changes()], out, cache)[0].fresh is False
    assert (out / "changes.csv").read_bytes() == good
    assert (out / "changes.svg").exists()


def test_two_processes_write_the_same_bytes_as_one(tmp_path: Path) -> None:
    drawings = [changes(), reach(), recipients(), shares(), shells(), votes()]
    one = draw_all(drawings, tmp_path / "a", tmp_path / "cache-a", jobs=1)
    two = draw_all(drawings, tmp_path / "b", tmp_path / "cache-b", jobs=2)
    for a, b in zip(one, two, strict=True):
        assert a.wide.read_bytes() == b.wide.read_bytes()
        assert a.narrow.read_bytes() == b.narrow.read_bytes()
        for ours, theirs in zip(a.downloads, b.downloads, strict=True):
            assert ours.read_bytes() == theirs.read_bytes()


def test_drawings_of_another_version_are_thrown_away(tmp_path: Path) -> None:
    stale = tmp_path / "cache" / "charts" / "0123456789abcdef"
    stale.mkdir(parents=True)
    draw_all([changes()], tmp_path / "out", tmp_path / "cache")
    assert [path.name for path in (tmp_path / "cache" / "charts").iterdir()] == [room_version()]


@pytest.mark.parametrize(
    ("name", "another"),
    [
        ("draw/paint.py", True),
        ("draw/kinds/bar.py", True),
        ("draw/canvas/svg.py", True),
        ("model/typography.py", True),
        ("write/tree.py", False),
    ],
)
def test_code_that_draws_makes_another_version_and_no_other_code(
    tmp_path: Path, name: str, another: bool
) -> None:
    engine = Path(shutil.copytree(ROOT / "build_scripts", tmp_path / "engine"))
    assert version_of(engine) == room_version()
    with (engine / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert (version_of(engine) != room_version()) is another


def test_a_drawing_that_was_broken_off_is_drawn_again(tmp_path: Path) -> None:
    drawn = draw_all([changes()], tmp_path / "out", tmp_path / "cache")[0]
    whole = drawn.wide.read_bytes()
    (drawn.wide.parent / f"{drawn.digest}.done").unlink()
    drawn.wide.write_bytes(whole[:100])
    again = draw_all([changes()], tmp_path / "out", tmp_path / "cache")[0]
    assert again.fresh is True
    assert again.wide.read_bytes() == whole


def test_ids_must_differ(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^two drawings have the same id$"):
        draw_all([changes(), changes()], tmp_path, tmp_path)


def test_the_digest_follows_every_part_of_the_content() -> None:
    assert digest_of(changes()) == digest_of(changes())
    assert digest_of(changes()) != digest_of(replace(changes(), alt="other"))


PROGRAM = """
import sys
from pathlib import Path
from build_scripts.draw.batch import draw_all
from tests.draw.samples import changes
drawn = draw_all([changes()], Path(sys.argv[1]), Path(sys.argv[2]))
print(drawn[0].fresh, "matplotlib" in sys.modules)
"""


def test_matplotlib_is_imported_only_to_draw_and_bytes_are_the_same_elsewhere(
    tmp_path: Path,
) -> None:
    def run(out: str, seed: str, zone: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, tmp_path / out, tmp_path / f"cache-{zone[:3]}"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert run("a", "1", "UTC") == "True True\n"
    assert run("a", "2", "UTC") == "False False\n"
    assert run("b", "3", "Asia/Tokyo") == "True True\n"
    for name in ("changes.svg", "changes.png", "changes.csv"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
