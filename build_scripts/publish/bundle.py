"""Copies to take away: the sums of all files, and the whole site as one zip.

Both are functions of the site's bytes alone: names are sorted, times and rights are fixed.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

SUMS = "SHA256SUMS"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date a zip can hold (APPNOTE 4.4.6): ours says nothing of when it was made."""
_READABLE = 0o100644 << 16
_STORED = frozenset({".woff2", ".png", ".zip", ".gz"})


def write_sums(site: Path, bundle: str = "") -> None:
    """Write `SHA256SUMS` in the form that `sha256sum --check` reads; the zip is not in it."""
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n"
        for name, path in _files(site, {SUMS, bundle})
    )
    (site / SUMS).write_text("".join(lines), "utf-8", newline="\n")


def write_bundle(site: Path, name: str) -> None:
    """Write the site, with its sums and without itself, into the zip `name` among its files."""
    folder = Path(name).stem
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as bundle:
        for inside, file in _files(site, {name}):
            entry = zipfile.ZipInfo(f"{folder}/{inside}", _EARLIEST)
            packed = file.suffix not in _STORED
            entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            entry.external_attr = _READABLE
            entry.create_system = 3
            bundle.writestr(entry, file.read_bytes(), compresslevel=9 if packed else None)


def _files(site: Path, besides: set[str]) -> Iterator[tuple[str, Path]]:
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return ((name, found[name]) for name in sorted(found) if name not in besides)
