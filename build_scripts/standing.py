"""Whether the pages of the last build still stand, so that nothing is drawn or written twice.

They stand when the content, the engine and its packages, and what else a page holds are the same,
and every file lies where it was put, with its size and time. Anything else is a build.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distributions
from pathlib import Path


def key_of(*parts: str) -> str:
    """A digest of everything that decides what the pages say: `parts`, and the packages."""
    found = hashlib.blake2b(digest_size=16)
    for part in (*parts, *_packages()):
        found.update(part.encode() + b"\0")
    return found.hexdigest()


@cache
def _packages() -> tuple[str, ...]:
    return tuple(sorted(f"{found.name} {found.version}" for found in distributions()))


def account_of_standing(memory: Path, key: str, pages: Path) -> str | None:
    """The account of the build whose pages still stand in `pages`; None where they do not."""
    try:
        known = json.loads(memory.read_text("utf-8"))
        stands = known["key"] == key and known["files"] == _files(pages)
        return str(known["account"]) if stands else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def remember(memory: Path, key: str, pages: Path, account: str) -> None:
    """Note that `pages` are those of `key`; where nothing can be noted, the next run builds."""
    record = {"key": key, "account": account, "files": _files(pages)}
    fresh = memory.with_suffix(".new")
    with contextlib.suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(record), "utf-8")
        fresh.replace(memory)


def _files(folder: Path) -> dict[str, list[int]]:
    """Every file under a folder with its size and its time in nanoseconds."""
    return dict(_entries(os.fspath(folder), ""))


def _entries(folder: str, prefix: str) -> Iterator[tuple[str, list[int]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _entries(entry.path, f"{prefix}{entry.name}/")
            else:
                found = entry.stat()
                yield f"{prefix}{entry.name}", [found.st_size, found.st_mtime_ns]
