"""Links that highlight words in a document.

Text fragments: https://wicg.github.io/scroll-to-text-fragment/, `#:~:text=[prefix-,]start[,end]
[,-suffix]`. Pages of a PDF: RFC 8118, `#page=N`.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONG = 120
"""Quotes of more characters are named by their beginning and their end."""
_WORDS, _CHARACTERS = 6, 16
_ELLIPSIS = re.compile(r"[\[(]?(?:…|\.\.\.+|\. \. \.)[\])]?")
_OUTER = " \t\n\"'“”„‘’«»"
_PAGE = re.compile(r"(?:\bpp?\.|\bpages?)\s*([0-9]+)", re.IGNORECASE)


def encoded(words: str) -> str:
    """Percent-encode every character that is not a letter or digit of ASCII, as UTF-8."""
    return "".join(
        character
        if character.isascii() and character.isalnum()
        else "".join(f"%{byte:02X}" for byte in character.encode())
        for character in words
    )


def text_fragment(quote: str, prefix: str = "", suffix: str = "") -> str:
    """The directive that highlights a quote, from `:~:text=` on; "" when it holds no words.

    A long quote, or one with an ellipsis or a line break in it, becomes its first and its last
    words. `prefix` and `suffix` are the words just before and after it, where they are known.
    """
    start, end = _ends(quote)
    if not start:
        return ""
    parts = [encoded(start), *([encoded(end)] if end else [])]
    if prefix.strip():
        parts.insert(0, f"{encoded(' '.join(prefix.split()))}-")
    if suffix.strip():
        parts.append(f"-{encoded(' '.join(suffix.split()))}")
    return f":~:text={','.join(parts)}"


def link_to_words(url: str, quote: str = "", where: str = "") -> str:
    """The address of a document that leads to the quote; for a PDF to the page that `where` names.

    Without a page or a quote it is the address itself.
    """
    address, hash_, fragment = url.partition("#")
    if is_pdf(url):
        page = _PAGE.search(where)
        return f"{address}#page={page[1]}" if page else url
    directive = text_fragment(quote)
    if not directive or ":~:" in fragment:
        return url
    return f"{address}#{fragment}{directive}" if hash_ else f"{address}#{directive}"


def is_pdf(url: str) -> bool:
    """Whether an address is that of a PDF, as far as its path tells."""
    return urlsplit(url).path.lower().endswith(".pdf")


def _ends(quote: str) -> tuple[str, str]:
    """The words to look for: all of them, or the first and the last."""
    pieces = [piece.strip(_OUTER) for piece in _ELLIPSIS.split(quote)]
    pieces = [piece for piece in pieces if any(map(str.isalnum, piece))]
    if not pieces:
        return "", ""
    whole = len(pieces) == 1 and len(pieces[0]) <= LONG and "\n" not in pieces[0]
    if whole:
        return " ".join(pieces[0].split()), ""
    start, end = _first(pieces[0]), _last(pieces[-1])
    if len(pieces) == 1 and len(start) + len(end) >= len(pieces[0]):
        return " ".join(pieces[0].split()), ""
    return start, end


def _first(piece: str) -> str:
    words = piece.split()
    # A script without spaces between words is cut by characters.
    return " ".join(words[:_WORDS]) if len(words) > 1 else piece[:_CHARACTERS]


def _last(piece: str) -> str:
    words = piece.split()
    return " ".join(words[-_WORDS:]) if len(words) > 1 else piece[-_CHARACTERS:]
