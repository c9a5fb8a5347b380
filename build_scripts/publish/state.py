"""What a built site was built from, so that the next build renews only what changed.

A page's frame depends on its own Markdown, on the theme and on mkdocs.yml, and on no other page:
records stay out of the navigation, and its titles stand in mkdocs.yml.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from build_scripts.publish.bundle import SUMS
from build_scripts.theme.stylesheet import PATH as STYLESHEET

_FRAME = ("mkdocs.yml", "build_scripts/theme", "build_scripts/publish")
_IGNORED = frozenset({"__pycache__", ".DS_Store"})


@dataclass(frozen=True)
class State:
    """The digest of the frame, the digests of all files of the pages, by path.

    `site` is the digest of the built site's own sums: a site that somebody changed is not known.
    """

    frame: str
    files: Mapping[str, str]
    site: str = ""

    def alike(self, other: State) -> bool:
        """Whether both would build the same site."""
        return self.frame == other.frame and self.files == other.files

    def changed(self, before: State) -> tuple[list[str], list[str]]:
        """The files that are new or differ from `before`, and those that are gone."""
        renewed = [path for path, digest in self.files.items() if before.files.get(path) != digest]
        return renewed, [path for path in before.files if path not in self.files]


def state_of(root: Path, pages_dir: Path, settings: Mapping[str, str]) -> State:
    """What a build of these pages with these settings would be built from."""
    frame = hashlib.sha256(json.dumps(settings, sort_keys=True).encode())
    for package in ("mkdocs", "mkdocs-material", "Markdown"):
        frame.update(f"{package} {version(package)}\0".encode())
    for name in _FRAME:
        for path, digest in _digests(root / name).items():
            frame.update(f"{name} {path} {digest}\0".encode())
    # The stylesheet stands inside one page of the frame.
    for digest in _digests(pages_dir / STYLESHEET).values():
        frame.update(digest.encode())
    return State(frame.hexdigest(), _digests(pages_dir))


def load(path: Path, site: Path) -> State | None:
    """The state of the site that lies at `site`; None where it is not known, or has lost files."""
    try:
        known = json.loads(path.read_text("utf-8"))
        state = State(known["frame"], known["files"], known["site"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    known_site = state.site and state.site == _of_site(site)
    return state if known_site and _is_whole(site) else None


def _is_whole(site: Path) -> bool:
    """Whether a site has every file that its sums name."""
    lines = (site / SUMS).read_text("utf-8").splitlines()
    return all((site / line.partition("  ")[2]).is_file() for line in lines)


def save(state: State, path: Path, site: Path) -> None:
    """Remember that `site` was built from `state`."""
    record = {"frame": state.frame, "files": dict(state.files), "site": _of_site(site)}
    path.write_text(json.dumps(record), "utf-8")


def _of_site(site: Path) -> str:
    try:
        return hashlib.sha256((site / SUMS).read_bytes()).hexdigest()
    except OSError:
        return ""


def _digests(top: Path) -> dict[str, str]:
    if top.is_file():
        return {"": hashlib.sha256(top.read_bytes()).hexdigest()}
    return {
        path.relative_to(top).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(top.rglob("*"))
        if path.is_file() and not _IGNORED & set(path.parts)
    }
