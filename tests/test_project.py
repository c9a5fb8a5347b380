"""The project's own files: lock files, licences, the make targets."""

import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")


def make(*arguments: str) -> str:
    """What make prints, as for a person at a terminal, though make may have started this test."""
    quiet = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    quiet.pop("MFLAGS", None)
    return subprocess.run(
        ["make", *arguments], cwd=ROOT, env=quiet, capture_output=True, text=True, check=True
    ).stdout


def pins(lock: str) -> dict[str, set[str]]:
    """The versions that a lock file admits, by package; more than one where a marker decides."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(
        r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE
    ):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def direct(lock: str) -> Iterator[Requirement]:
    groups = PROJECT["dependency-groups"]
    texts = [*PROJECT["project"]["dependencies"], *groups["build"]]
    texts += [text for text in groups["dev"] if isinstance(text, str)] if "dev" in lock else []
    return map(Requirement, texts)


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_file_fits_the_declared_ranges(lock: str) -> None:
    locked = pins(lock)
    wrong = [
        str(wanted)
        for wanted in direct(lock)
        if not all(
            Version(version) in wanted.specifier
            for version in locked.get(canonicalize_name(wanted.name), {"0"})
        )
    ]
    assert wrong == [], "run `make lock`"


def test_both_lock_files_agree() -> None:
    runtime, everything = map(pins, LOCKS)
    assert {name: everything.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?:|file:|--index|--find-links|^/|\s/\w+/", text) == []


def test_every_direct_dependency_says_why_it_is_here() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    declared = [line for line in lines if re.match(r'^    "[\w-]+[=<>~]', line)]
    assert len(declared) == len(list(direct(LOCKS[1])))
    assert [line for line in declared if not re.search(r'",\s+# \S', line)] == []


@pytest.mark.parametrize("target", ["site", "check", "serve", "test", "lock", "clean", "help"])
def test_the_target_exists(target: str) -> None:
    assert make("-n", target)


@pytest.mark.parametrize("target", ["site", "check", "serve"])
def test_a_target_is_a_thin_call(target: str) -> None:
    lines = make("-n", target, "ARGS=--x").splitlines()
    assert lines[0].endswith(" -m build_scripts.environment")
    assert lines[1:] == [f".venv/bin/python -m build_scripts {target} --x"]


def test_help_names_every_target_for_people() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE)) - {"help", "environment"}
    assert set(re.findall(r"^make (\w+)", make(), re.MULTILINE)) == targets


def test_the_console_script_leads_to_the_command_line() -> None:
    assert PROJECT["project"]["scripts"] == {"countercheck": "build_scripts.cli:main"}
    assert (ROOT / "build_scripts/cli.py").is_file()


def test_licences_are_there_and_whole() -> None:
    for name in PROJECT["project"]["license-files"]:
        assert (ROOT / name).stat().st_size > 500, name
    assert "The Countercheck contributors" in (ROOT / "LICENSE").read_text("utf-8")
    content = (ROOT / "LICENSE-CONTENT").read_text("utf-8")
    assert content.startswith("Attribution 4.0 International\n")
    assert re.findall(r"^Section (\d) --", content, re.MULTILINE) == list("12345678")
