"""Copies to take away, judged by the programs that read them."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from pathlib import Path

from build_scripts.publish.bundle import write_bundle, write_sums

FILES = {
    "index.html": b"home",
    "claims/a b.html": b"",
    "data/ж.json": b"{}\n",
    "copy.zip": b"an old zip",
    "SHA256SUMS": b"old sums",
}


def fill(folder: Path) -> None:
    for name, data in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("sha256sum")
    assert program, "sha256sum of GNU coreutils is not installed"
    return subprocess.run(
        [program, "--check", "--strict", "SHA256SUMS"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_copy_is_verified_and_a_changed_one_is_not(tmp_path: Path) -> None:
    fill(tmp_path)
    write_sums(tmp_path, "copy.zip")
    done = check(tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("OK") == 3
    (tmp_path / "claims/a b.html").write_bytes(b"x")
    assert check(tmp_path).returncode == 1


def test_sums_stand_in_the_order_of_paths_without_their_own_file(tmp_path: Path) -> None:
    fill(tmp_path)
    write_sums(tmp_path)
    lines = (tmp_path / "SHA256SUMS").read_text("utf-8").splitlines()
    assert [line[66:] for line in lines] == [
        "claims/a b.html",
        "copy.zip",
        "data/ж.json",
        "index.html",
    ]
    assert lines[3][:64] == hashlib.sha256(b"home").hexdigest()


def test_the_zip_holds_the_site_with_its_sums_and_without_itself(tmp_path: Path) -> None:
    site, other = tmp_path / "site", tmp_path / "other"
    fill(site)
    write_sums(site, "copy.zip")
    write_bundle(site, "copy.zip")
    with zipfile.ZipFile(site / "copy.zip") as bundle:
        bundle.extractall(other)
        assert {entry.date_time for entry in bundle.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert sorted(path.name for path in (other / "copy").rglob("*") if path.is_file()) == [
        "SHA256SUMS",
        "a b.html",
        "index.html",
        "ж.json",
    ]
    assert check(other / "copy").returncode == 0
