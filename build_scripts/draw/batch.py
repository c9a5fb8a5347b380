"""Many drawings at once: each drawn once per content, in parallel, and kept.

What a drawing looks like is decided by its record, by the code of this room and by the packages
behind it; a digest of these names its files in the cache. Only when one is missing is matplotlib
imported.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from build_scripts.draw.data import Drawing, csv_of

DOWNLOADS = ("svg", "png", "csv")
INLINE = ("wide.svg", "narrow.svg")
_FEW = 4
"""Up to so many are drawn at once faster than a second process starts."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where the files of one drawing lie. `fresh` is False when they came from the cache."""

    id: str
    digest: str
    wide: Path
    narrow: Path
    downloads: tuple[Path, ...]
    fresh: bool


def draw_all(
    drawings: Sequence[Drawing], out_dir: Path, cache_dir: Path, jobs: int = 2
) -> list[Drawn]:
    """Draw what the cache does not hold; put `<id>.svg`, `.png` and `.csv` into `out_dir`.

    Inline SVG stays in the cache, for pages to take it from. Files that are as they should be are
    not written again. Ids must differ; ValueError otherwise.
    """
    if len({drawing.id for drawing in drawings}) < len(drawings):
        raise ValueError("two drawings have the same id")
    shelf = shelf_of(cache_dir, "charts")
    digests = [digest_of(drawing) for drawing in drawings]
    missing = [
        (drawing, shelf / digest)
        for drawing, digest in zip(drawings, digests, strict=True)
        if not (shelf / f"{digest}.done").exists()
    ]
    if missing:
        shelf.mkdir(parents=True, exist_ok=True)
        side_by_side(_draw_one, missing, cache_dir, jobs)
    out_dir.mkdir(parents=True, exist_ok=True)
    fresh = {drawing.id for drawing, _ in missing}
    return [
        _delivered(drawing, digest, shelf, out_dir, fresh=drawing.id in fresh)
        for drawing, digest in zip(drawings, digests, strict=True)
    ]


def digest_of(drawing: Drawing) -> str:
    """The name of a drawing's content: equal records have equal digests."""
    return hashlib.sha256(repr(drawing).encode()).hexdigest()[:32]


@cache
def room_version() -> str:
    """The version of the engine that draws here."""
    return version_of(Path(__file__).parents[1])


def version_of(engine: Path) -> str:
    """A digest of the code and of the packages that decide how a drawing looks.

    That is the code of `draw` in all its folders, and of `model`; whatever else decides is in the
    record that is drawn.
    """
    digest = hashlib.sha256()
    for path in sorted([*engine.glob("draw/**/*.py"), *engine.glob("model/**/*.py")]):
        name = path.relative_to(engine).as_posix()
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    for package in ("matplotlib", "pillow", "font-source-sans-pro", "font-source-serif-pro"):
        digest.update(f"{package} {version(package)}\0".encode())
    return digest.hexdigest()[:16]


def shelf_of(cache_dir: Path, name: str) -> Path:
    """The cache of this version for one kind of files; those of other versions are thrown away."""
    root = cache_dir / name
    shelf = root / room_version()
    if root.is_dir():
        for other in root.iterdir():
            if other != shelf:
                shutil.rmtree(other, ignore_errors=True)
    return shelf


def side_by_side(
    work: Callable[[tuple[Any, Path]], None],
    missing: Sequence[tuple[Any, Path]],
    cache_dir: Path,
    jobs: int,
) -> None:
    """Draw each record to its file, many of them in `jobs` processes."""
    # matplotlib keeps a list of fonts: beside our cache, not in the user's home.
    os.environ.setdefault("MPLCONFIGDIR", str(cache_dir / "matplotlib"))
    if jobs < 2 or len(missing) <= _FEW:
        for pair in missing:
            work(pair)
        return
    # A forked process has what is imported already; where there is no fork, it imports again.
    forks = "fork" in multiprocessing.get_all_start_methods()
    if forks:
        import build_scripts.draw.paint  # noqa: F401
    context = multiprocessing.get_context("fork" if forks else "spawn")
    with context.Pool(jobs) as pool:
        for _ in pool.imap_unordered(work, missing, chunksize=4):
            pass


def _draw_one(pair: tuple[Drawing, Path]) -> None:
    from build_scripts.draw.paint import paint

    drawing, stem = pair
    for ending, content in {**paint(drawing), "csv": csv_of(drawing)}.items():
        _path(stem, ending).write_bytes(content)
    # Last, so that a drawing that was broken off counts as missing.
    _path(stem, "done").touch()


def _path(stem: Path, ending: str) -> Path:
    return stem.with_name(f"{stem.name}.{ending}")


def _delivered(drawing: Drawing, digest: str, shelf: Path, out_dir: Path, *, fresh: bool) -> Drawn:
    downloads = tuple(_copies(drawing, shelf / digest, out_dir))
    wide, narrow = (_path(shelf / digest, ending) for ending in INLINE)
    return Drawn(drawing.id, digest, wide, narrow, downloads, fresh)


def _copies(drawing: Drawing, stem: Path, out_dir: Path) -> Iterator[Path]:
    for ending in DOWNLOADS:
        source, target = _path(stem, ending), out_dir / f"{drawing.id}.{ending}"
        deliver(source, target)
        yield target


def deliver(source: Path, target: Path) -> None:
    """Copy a file of the cache to where it belongs, unless it is there already."""
    if not _alike(source, target):
        # `copy2` keeps the time of change, by which a later run knows the file.
        shutil.copy2(source, target)


def _alike(source: Path, target: Path) -> bool:
    try:
        there = target.stat()
    except FileNotFoundError:
        return False
    here = source.stat()
    return (here.st_size, here.st_mtime_ns) == (there.st_size, there.st_mtime_ns)
