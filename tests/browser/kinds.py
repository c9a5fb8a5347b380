"""The kinds of pages that readers meet, and which page of the built site stands for each."""

from __future__ import annotations

import re
from pathlib import Path

PATTERNS = {
    "home": "index.html",
    "claim": "claims/*.html",
    "evidence": "evidence/*.html",
    "speaker": "speakers/*.html",
    "topic": "topics/*.html",
    "rule": "rules/*.html",
    "list": "claims.html",
    "list of sources": "evidence.html",
    "list of rules": "rules.html",
    "verdicts": "verdicts.html",
    "log": "corrections-log.html",
    "data": "data.html",
    "page": "about.html",
    "page with tables": "fields.html",
    "embed": "embed/*.html",
    "missing": "404.html",
}
KINDS = tuple(PATTERNS)
_KIND = re.compile(r'data-kind="([^"]*)"')


def example(site: Path, kind: str) -> str:
    """The path of the page that stands for a kind: the largest, for it has most that can break."""
    return max(examples(site, kind), key=lambda name: ((site / name).stat().st_size, name))


def examples(site: Path, kind: str) -> list[str]:
    """The paths of all pages of a kind."""
    found = sorted(path.relative_to(site).as_posix() for path in site.glob(PATTERNS[kind]))
    assert found, f"the site has no page {PATTERNS[kind]}"
    return found


def kind_of(path: Path) -> str:
    """What a page says of its own kind; "" where it says nothing."""
    said = _KIND.search(path.read_text("utf-8"))
    return said[1] if said else ""
