"""The Content-Security-Policy of every page (https://www.w3.org/TR/CSP3/), set in the page itself.

The offline copy has no server to send headers, so the policy is a `meta` element, directly after
the charset, before anything that could be loaded. Inline scripts and styles are named by the
SHA-256 of their bytes; nothing else that stands in a page runs.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r'\btype="?application/(?:ld\+)?json', re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)


class NoCharset(ValueError):
    """A page without `<meta charset="utf-8">` has no place for its policy."""


def policy(page: str) -> str:
    """The policy of one page, with the hashes of its own inline scripts and styles."""
    scripts = [
        body
        for attributes, body in _SCRIPT.findall(page)
        if not _SOURCE.search(attributes) and not _DATA.search(attributes)
    ]
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(["script-src 'self'", *_hashes(scripts)]),
            " ".join(["style-src 'self'", *_hashes(_STYLE.findall(page))]),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "frame-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        )
    )


def secured(page: str) -> str:
    """A page with its policy; raises NoCharset."""
    charset = _CHARSET.search(page)
    if charset is None:
        raise NoCharset('a page has no <meta charset="utf-8">')
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
    return page[: charset.end()] + meta + page[charset.end() :]


def secure_page(path: Path) -> None:
    """Write the policy into a built page; raises NoCharset."""
    path.write_text(secured(path.read_text("utf-8")), "utf-8", newline="\n")


def _hashes(bodies: list[str]) -> list[str]:
    digests = (hashlib.sha256(body.encode()).digest() for body in dict.fromkeys(bodies))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
