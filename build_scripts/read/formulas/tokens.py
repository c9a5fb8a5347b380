"""The words and signs of formulas, and what is said when they are out of place."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from build_scripts.read.suggest import did_you_mean

KEYWORDS = frozenset({"and", "or", "not", "where", "is", "given", "empty"})
SPACES = "operators have spaces around them: a:x * 2"
REFERENCE_HELP = "a fact is written as evidence:fact, evidence:fact.row or evidence:fact.row.column"


class FormulaSyntax(ValueError):
    """A formula that is not written in the notation.

    `start` and `end` are offsets in the formula; `help` says what to write instead.
    """

    def __init__(self, message: str, start: int, end: int, help: str = "") -> None:
        super().__init__(message)
        self.message, self.start, self.end, self.help = message, start, end, help


class Kind(StrEnum):
    """What a token is."""

    NUMBER = "number"
    REFERENCE = "reference"
    WORD = "word"
    TEXT = "text"
    SIGN = "sign"
    END = "end"


class Token(NamedTuple):
    """A word or a sign, from `start` to `end` in the formula."""

    kind: Kind
    text: str
    start: int
    end: int


def fault_at(token: Token, message: str, help: str) -> FormulaSyntax:
    """Return the exception for a token that is out of place."""
    return FormulaSyntax(message, token.start, max(token.end, token.start + 1), help)


def is_shouted(token: Token) -> bool:
    """Whether a token is a word of the notation in capital letters."""
    return token.text not in KEYWORDS and token.text.lower() in KEYWORDS


def unknown_word(token: Token, functions: tuple[str, ...], *, called: bool) -> FormulaSyntax:
    """Return the exception for a word that is out of place; `called`: parentheses follow it."""
    if is_shouted(token):
        return fault_at(token, f"{token.text!r} is written small", f"write {token.text.lower()}")
    if called:
        return FormulaSyntax(
            f"function {token.text!r} is unknown{did_you_mean(token.text, functions)}",
            token.start,
            token.end,
            f"the functions are {', '.join(functions)}",
        )
    if token.text in functions:
        return FormulaSyntax(
            f"{token.text!r} lacks its parentheses",
            token.start,
            token.end,
            f"write {token.text}(…)",
        )
    return FormulaSyntax(f"{token.text!r} is no reference", token.start, token.end, REFERENCE_HELP)
