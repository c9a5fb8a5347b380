"""SHA256SUMS of a folder, as `sha256sum --check` of GNU coreutils reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path

from build_scripts.write.exports.common import SUMS

_CHUNK = 1 << 20


def sums_of_folder(folder: Path, leave_out: Collection[str] = ()) -> bytes:
    """The list of all files under a folder with their SHA-256, in the order of their paths.

    Itself, and the paths in `leave_out` (such as an archive of the folder), are left out.
    """
    hidden = {SUMS, *leave_out}
    found = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    digests = {name: _digest(found[name]) for name in found if name not in hidden}
    return sums_of(digests)


def sums_of(digests: Mapping[str, str]) -> bytes:
    """The list for files whose SHA-256 is known, by path, in the order of the paths."""
    return "".join(_line(name, digests[name]) for name in sorted(digests)).encode()


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _line(name: str, digest: str) -> str:
    """A line; one whose path must be escaped begins with a backslash."""
    escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    mark = "\\" if escaped != name else ""
    return f"{mark}{digest}  {escaped}\n"
