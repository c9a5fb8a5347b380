"""What MkDocs says when somebody calls it directly.

This is the only hook, it holds no logic, and our own build leaves it out: the pages that MkDocs
puts into a frame are written by `make site`, and a bare `mkdocs serve` would show old ones.
"""

from __future__ import annotations

from typing import Any

from mkdocs.exceptions import Abort

ADVICE = (
    "The pages of this site are written from content/, charts/ and docs/ before MkDocs sees them.\n"
    "To build the site:            make site     (python -m build_scripts site)\n"
    "To see it while you edit:     make serve    (python -m build_scripts serve)"
)


def on_startup(**_: Any) -> None:
    """Stop, and say what to do instead."""
    raise Abort(ADVICE)
