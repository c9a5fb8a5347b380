"""SHA256SUMS, judged by the program that reads it."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from build_scripts.write.exports.sums import sums_of, sums_of_folder

FILES = {
    "index.html": b"home",
    "claims/a b.html": b"",
    "data/ж.json": b"{}\n",
    "copy.zip": b"zip",
    "SHA256SUMS": b"old",
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
    (tmp_path / "SHA256SUMS").write_bytes(sums_of_folder(tmp_path, {"copy.zip"}))
    done = check(tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("OK") == 3
    (tmp_path / "claims/a b.html").write_bytes(b"x")
    assert check(tmp_path).returncode == 1


def test_lines_stand_in_the_order_of_paths_without_the_list_itself(tmp_path: Path) -> None:
    fill(tmp_path)
    lines = sums_of_folder(tmp_path).decode().splitlines()
    assert [line[66:] for line in lines] == [
        "claims/a b.html",
        "copy.zip",
        "data/ж.json",
        "index.html",
    ]
    assert lines[3][:64] == hashlib.sha256(b"home").hexdigest()


@pytest.mark.parametrize(
    ("name", "line"),
    [("a", f"{'0' * 64}  a\n"), ("a\\b\nc", f"\\{'0' * 64}  a\\\\b\\nc\n")],
)
def test_odd_names_are_escaped_as_coreutils_does(name: str, line: str) -> None:
    assert sums_of({name: "0" * 64}).decode() == line


def test_an_odd_name_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "a\\b").write_bytes(b"x")
    (tmp_path / "SHA256SUMS").write_bytes(sums_of_folder(tmp_path))
    assert check(tmp_path).returncode == 0
