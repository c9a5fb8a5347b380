"""The words and signs of a formula, with advice where they are written in another way."""

from __future__ import annotations

import re
from decimal import Decimal

from build_scripts.model.refs import NAME, REFERENCE
from build_scripts.read.formulas.tokens import (
    KEYWORDS,
    REFERENCE_HELP,
    SPACES,
    FormulaSyntax,
    Kind,
    Token,
    fault_at,
    is_shouted,
    unknown_word,
)

LONGEST = 2_000
MOST_OPERATORS = 100
DEEPEST = 30
_SPLIT = "give a part of it a fact of its own"


_REFERENCE = re.compile(REFERENCE)
_SPACE = re.compile(r"\s*")
_COLUMN = re.compile(NAME)
_ROW = re.compile(r"\(|not(?![\w-])")
_QUOTED = re.compile(r'"([^"\n]*)"')
_BARE = re.compile(r'[^\s()",<>=!]+')
_AMOUNT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?=[\s)]|\Z)")
_ALSO_WRITTEN = {
    "==": "=",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    "≠": "!=",
    "≥": ">=",
    "≤": "<=",
    "−": "-",
    "–": "-",
    "×": "*",
    "·": "*",
    "**": "*",
    "÷": "/",
    "//": "/",
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "^": "*",
}
_FOREIGN = "|".join(
    re.escape(sign) + ("(?!=)" if sign == "!" else "")
    for sign in sorted(_ALSO_WRITTEN, key=len, reverse=True)
)
_TOKEN = re.compile(
    rf"(?P<foreign>{_FOREIGN})|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<reference>{REFERENCE})"
    r"|(?P<word>[^\W\d_][\w-]*(?::[\w.-]*)?)|(?P<sign>>=|<=|!=|[-+*/()<>=,])"
)
_OPERATORS = (Kind.SIGN, Kind.WORD)


class Scanner:
    """Reads the tokens of `text` one after the other, within limits of length and depth."""

    def __init__(self, text: str) -> None:
        if len(text) > LONGEST:
            raise FormulaSyntax(
                f"the formula has {len(text):,} characters; {LONGEST:,} are allowed",
                LONGEST,
                len(text),
                _SPLIT,
            )
        self.text = text
        self._at = 0
        self._next: Token | None = None
        self._depth = 0
        self._operators = 0

    def peek(self) -> Token:
        """Return the next token without taking it. Raises FormulaSyntax."""
        if self._next is None:
            self._next = self._token(self._space())
        return self._next

    def peek_row(self) -> Token:
        """Return a parenthesis or `not` that begins a condition, else a token without text."""
        start = self._space()
        match = _ROW.match(self.text, start)
        end = match.end() if match else start
        return Token(Kind.SIGN, self.text[start:end], start, end)

    def take(self) -> Token:
        """Return the next token and go past it. Raises FormulaSyntax."""
        token = self.peek()
        self._at, self._next = token.end, None
        return token

    def operator(self) -> Token:
        """Return the next token if it is a sign or a word, else one without text."""
        token = self.peek()
        return token if token.kind in _OPERATORS else Token(Kind.END, "", token.start, token.start)

    def take_operator(self) -> Token:
        """Take an operator. Raises FormulaSyntax when there are too many of them."""
        token = self.take()
        self._operators += 1
        if self._operators > MOST_OPERATORS:
            raise fault_at(token, f"the formula has more than {MOST_OPERATORS} operators", _SPLIT)
        return token

    def close(self, opening: Token) -> Token:
        """Take the parenthesis that closes `opening`. Raises FormulaSyntax."""
        token = self.peek()
        if token.kind is Kind.END:
            raise fault_at(opening, "this parenthesis is never closed", "write a ) where it ends")
        if token.text != ")":
            raise fault_at(token, "a ) or an operator is missing before this", SPACES)
        return self.take()

    def finish(self, message: str) -> None:
        """Raise FormulaSyntax with this message unless everything has been read."""
        token = self.peek()
        if token.text == ")":
            raise fault_at(token, "this parenthesis was never opened", "take it out")
        if is_shouted(token):
            raise unknown_word(token, (), called=False)
        if token.kind is not Kind.END:
            raise fault_at(token, message, SPACES)

    def deeper(self) -> None:
        """Go one level down; `higher` comes back. Raises FormulaSyntax beyond the limit."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise fault_at(self.peek(), f"the formula is nested more than {DEEPEST} deep", _SPLIT)

    def higher(self) -> None:
        """Come one level up."""
        self._depth -= 1

    def column(self) -> Token:
        """Take the name of a column."""
        start = self._space()
        match = _COLUMN.match(self.text, start)
        if match is None or match[0] in KEYWORDS:
            raise self.fault(
                "the name of a column is needed here", start, help="write where column = word"
            )
        return self._taken(Token(Kind.WORD, match[0], start, match.end()))

    def cell(self) -> Token:
        """Take the word, or the text in quotation marks, that a column is compared with."""
        start = self._space()
        quoted = _QUOTED.match(self.text, start)
        if quoted:
            return self._taken(Token(Kind.TEXT, quoted[1], start, quoted.end()))
        if self.text[start : start + 1] == '"':
            raise self.fault("this quotation mark is never closed", start, help='write "text"')
        bare = _BARE.match(self.text, start)
        if bare is None:
            raise self.fault(
                "a word is needed here", start, help='write column = word or column = "some words"'
            )
        if bare[0] in KEYWORDS:
            raise self.fault(
                f"{bare[0]!r} is a word of the notation", start, bare.end(), f'write "{bare[0]}"'
            )
        return self._taken(Token(Kind.WORD, bare[0], start, bare.end()))

    def amount(self) -> Token:
        """Take the plain number that a column is compared with."""
        start = self._space()
        match = _AMOUNT.match(self.text, start)
        if match is None:
            raise self.fault(
                "a number is needed here", start, help="write it in plain digits: column >= 2000"
            )
        return self._taken(Token(Kind.NUMBER, match[0], start, match.end()))

    def fault(self, message: str, start: int, end: int = 0, help: str = "") -> FormulaSyntax:
        """Return the exception for a fault from `start`, by default to the end of its word."""
        if not end:
            word = re.compile(r"[^\s()]+").match(self.text, start)
            end = word.end() if word else start + 1
        return FormulaSyntax(message, start, end, help)

    def _taken(self, token: Token) -> Token:
        self._at, self._next = token.end, None
        return token

    def _space(self) -> int:
        match = _SPACE.match(self.text, self._at)
        return match.end() if match else self._at

    def _token(self, start: int) -> Token:
        if start == len(self.text):
            return Token(Kind.END, "", start, start)
        match = _TOKEN.match(self.text, start)
        if match and match.lastgroup == "reference":
            return self._reference(match)
        if match and match.lastgroup == "sign":
            return Token(Kind.SIGN, match[0], start, match.end())
        if match and match.lastgroup == "number":
            return self._number(match)
        if match and match.lastgroup == "word":
            return self._word(match)
        if match:
            raise self._foreign(match)
        if self.text[start] == ".":
            raise self.fault("a number begins with a digit", start, help="write 0.5")
        raise self.fault(
            f"{self.text[start]!r} has no meaning in a formula", start, start + 1, "take it out"
        )

    def _foreign(self, match: re.Match[str]) -> FormulaSyntax:
        return FormulaSyntax(
            f"{match[0]!r} has no meaning in a formula",
            match.start(),
            match.end(),
            f"write {_ALSO_WRITTEN[match[0]]}",
        )

    def _number(self, match: re.Match[str]) -> Token:
        start, end = match.span()
        after = self.text[end : end + 1]
        if after == "," and re.match(r"\d{3}(?!\d)", self.text[end + 1 : end + 5]):
            stop = re.compile(r"[\d,.]+").match(self.text, start)
            written = stop[0].rstrip(",.") if stop else match[0]
            raise FormulaSyntax(
                f"number {written!r} has a comma",
                start,
                start + len(written),
                f"write {written.replace(',', '')}",
            )
        if after == "%":
            raise FormulaSyntax(
                f"number '{match[0]}%' has a percent sign",
                start,
                end + 1,
                f"beside a percentage write {match[0]}, which is read as {match[0]}%; "
                f"as a factor write {Decimal(match[0]).scaleb(-2).normalize():f}",
            )
        if after == ".":
            raise self.fault(
                f"number {match[0] + after!r} ends in a point", start, help="write 0.5"
            )
        if after == "_" or after.isalnum():
            raise self.fault(f"number {match[0]!r} runs into {after!r}", start, help=SPACES)
        return Token(Kind.NUMBER, match[0], start, end)

    def _reference(self, match: re.Match[str]) -> Token:
        start, end = match.span()
        after = self.text[end : end + 1]
        if match[0].endswith("-") or (after == ":" and "-" in match[0].partition(":")[2]):
            stop = re.compile(r"[\w:.-]+").match(self.text, start)
            raise FormulaSyntax(
                f"{stop[0] if stop else match[0]!r} lacks spaces around its minus",
                start,
                stop.end() if stop else end,
                "a hyphen belongs to a name; a minus has spaces: a:x - b:y",
            )
        if after in (":", ".", "_") or after.isalnum():
            raise self.fault(f"{match[0] + after!r} is no reference", start, help=REFERENCE_HELP)
        return Token(Kind.REFERENCE, match[0], start, end)

    def _word(self, match: re.Match[str]) -> Token:
        start, end = match.span()
        if ":" not in match[0]:
            return Token(Kind.WORD, match[0], start, end)
        small = match[0].partition(".")
        lowered = small[0].lower() + small[1] + small[2]
        fits = _REFERENCE.fullmatch(lowered)
        help_ = f"write {lowered}" if fits else REFERENCE_HELP
        raise FormulaSyntax(f"{match[0]!r} is no reference", start, end, help_)
