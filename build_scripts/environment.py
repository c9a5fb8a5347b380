"""Make the virtual environment `.venv` from the lock files, once per lock file.

This module runs before anything is installed, so it needs the standard library alone and must be
readable by older Pythons, if only to tell them politely that they are too old.

    python3 -m build_scripts.environment            what building the site needs
    python3 -m build_scripts.environment --dev      and what the tests need
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
RUNTIME = "requirements.lock"
DEV = "requirements-dev.lock"


class SetupError(Exception):
    """The environment cannot be made; the message says why and what to do."""


def python_of(venv: Path) -> Path:
    """Return the interpreter inside a virtual environment, on any system."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(root: Path, lock: str, version: tuple[int, ...]) -> str:
    """Return what an environment made from `lock` is known by.

    Scripts and the editable package carry the checkout's path, and wheels belong to one minor
    version of Python: when either changes, the environment is another one.
    """
    parts = (str(root).encode(), repr(version).encode(), (root / lock).read_bytes())
    return "{} {}".format(lock, hashlib.sha256(b"\0".join(parts)).hexdigest())


def _is_ready(venv: Path, wanted: str) -> bool:
    stamp = venv / "countercheck.stamp"
    known = stamp.read_text("utf-8").splitlines() if stamp.is_file() else []
    return wanted in known and python_of(venv).exists()


def _run(command: list[str], failure: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).strip()
        raise SetupError(f"{failure}\n{said}" if said else failure)


def _create(venv: Path) -> None:
    if venv.exists():
        shutil.rmtree(str(venv))
    _run(
        [sys.executable, "-m", "venv", str(venv)],
        "cannot make a virtual environment; on Debian and Ubuntu, install python3-venv",
    )


def _install(root: Path, venv: Path, lock: str) -> None:
    pip = [str(python_of(venv)), "-m", "pip", "install", "-qq", "--no-input"]
    pip += ["--disable-pip-version-check"]
    _run(
        [*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(root / lock)],
        f"cannot install the packages of {lock}",
    )
    _run(
        [*pip, "--no-deps", "--no-build-isolation", "--editable", str(root)],
        "cannot install the command `countercheck`",
    )


def prepare(root: Path, dev: bool) -> Path:
    """Make or renew `root/.venv` where its lock file has changed; return its interpreter.

    `dev` adds what the tests need. Raises SetupError with the installer's own words.
    """
    if sys.version_info[:2] < OLDEST:
        raise SetupError(
            "Python {}.{} or newer is needed, this is {}.{}; name another one, "
            "for example: make site PYTHON=python3.12".format(*OLDEST, *sys.version_info[:2])
        )
    venv = root / ".venv"
    version = tuple(sys.version_info[:2])
    runtime, everything = (fingerprint(root, lock, version) for lock in (RUNTIME, DEV))
    with _alone(root):
        if not _is_ready(venv, everything if dev else runtime):
            _make(root, venv, dev, runtime, everything)
    return python_of(venv)


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Wait until no other process makes the environment; one that is killed lets go by itself.

    Where a system has no such locks (Windows), two at once are not kept apart.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    folder = root / ".cache"
    folder.mkdir(exist_ok=True)
    with (folder / "environment.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make(root: Path, venv: Path, dev: bool, runtime: str, everything: str) -> None:
    print("setting up .venv (once; a minute or two)", file=sys.stderr, flush=True)
    if not _is_ready(venv, runtime):
        _create(venv)
    stamp = venv / "countercheck.stamp"
    stamp.unlink(missing_ok=True)
    _install(root, venv, DEV if dev else RUNTIME)
    stamp.write_text("\n".join([runtime, everything] if dev else [runtime]) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prepare the environment of this checkout; return an exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m build_scripts.environment",
        description="Make the virtual environment .venv from the lock files.",
    )
    parser.add_argument("--dev", action="store_true", help="with what the tests need")
    options = parser.parse_args(arguments)
    try:
        prepare(ROOT, dev=options.dev)
    except SetupError as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
