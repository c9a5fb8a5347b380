"""What looks like a figure and is not written in the notation: 5.2m, 10000, dozens."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.model.figures import Figure, Kind
from build_scripts.read.notation.tokens import TextToken
from build_scripts.read.notation.words import CURRENCY_SIGNS, SCALES, UNCLEAR

DOZENS = frozenset({"dozen", "dozens"})
JOINTS = frozenset(",/:.'’")
"""Signs that join digits to digits only in what the notation does not have: 7,5, 1/3, 4:1."""
_THOUSANDS = "write decimals with a point and thousands with a comma: 7.5, 2,000"
_SCALE_OF = {"m": "million", "k": "thousand", "b": "billion", "t": "trillion"}
_JOINED = {
    ",": _THOUSANDS,
    "'": _THOUSANDS,
    "’": _THOUSANDS,
    "/": "write a fraction in words (a third), a date as 16 December 2024",
    ":": "write a ratio in words (four times as many); exempt a time of day under `unchecked`",
    ".": "write a date as 16 December 2024",
}


def read_unclear(text: str, tokens: Sequence[TextToken], index: int) -> tuple[Figure | None, int]:
    """Read what looks like a figure at `index` and is not written in the notation.

    Returns it (None when there is nothing of the kind) and the index to go on from.
    """
    token = tokens[index]
    following = tokens[index + 1]
    if (
        token.lower in SCALES
        and tokens[index - 1].end > tokens[index - 1].start
        and (tokens[index - 1].kind == "end")
    ):
        return None, index + 1
    if token.lower in UNCLEAR and token.kind == "word":
        return _bad(text, tokens, index, index + 1, UNCLEAR[token.lower])
    if token.lower in ("a", "an") and following.lower in ("million", "billion", "trillion"):
        return _bad(text, tokens, index, index + 2, f"write “one {following.lower}”")
    if token.kind == "word" and any(_is_digit(char) for char in token.text):
        return _bad(text, tokens, index, index + 1, "write the digits 0 to 9")
    if token.kind != "number":
        if token.kind == "sign" and _is_digit(token.text[0]):
            return _bad(text, tokens, index, index + 1, "write the digits 0 to 9")
        return None, index + 1
    begin, end = index, index + 1
    while tokens[begin].glued and tokens[begin - 1].text in (
        "-",
        *_letters(tokens, begin),
    ):
        begin -= 1
    if tokens[begin].glued and tokens[begin - 1].text in (*CURRENCY_SIGNS, "."):
        begin -= 1
    while _goes_on(tokens, end):
        end += 1
    end += tokens[end].lower in SCALES
    return _bad(text, tokens, begin, end, _advice(tokens, index))


def _letters(tokens: Sequence[TextToken], index: int) -> tuple[str, ...]:
    """The word just before `index`, if it is one."""
    before = tokens[index - 1]
    return (before.text,) if before.kind == "word" else ()


def _goes_on(tokens: Sequence[TextToken], index: int) -> bool:
    """Whether what is badly written goes on with the token at `index`."""
    token, after = tokens[index], tokens[index + 1]
    if not token.glued:
        return is_spaced_thousand(tokens[index - 1], token)
    return token.kind in ("word", "number") or (
        token.text in JOINTS and after.glued and after.kind == "number"
    )


def is_spaced_thousand(first: TextToken, second: TextToken) -> bool:
    """Whether two numbers are one, its thousands set off by a space: 10 000."""
    if second.kind != "number" or len(second.text) != 3 or first.kind != "number":
        return False
    return second.start == first.end + 1 and first.text.isdigit() and len(first.text) < 4


def _is_digit(character: str) -> bool:
    """Whether a character is a number of another script or of one piece: ٣, ⅛, ², ①."""
    return character.isdigit() or (character.isnumeric() and not character.isalpha())


def _advice(tokens: Sequence[TextToken], index: int) -> str:
    token, following = tokens[index], tokens[index + 1]
    if token.text.isdigit() and len(token.text) > 4:
        return f"write {int(token.text):,}"
    if is_spaced_thousand(token, following) or tokens[index - 1].text == ".":
        return _THOUSANDS
    if following.glued and following.text in _JOINED and tokens[index + 2].kind == "number":
        return _JOINED[following.text]
    if tokens[index - 1].text == "-" and tokens[index - 2].text in CURRENCY_SIGNS:
        return f"write the sign first: -{tokens[index - 2].text}{token.text}"
    if following.glued and following.lower in _SCALE_OF:
        return f"write the scale as a word: {token.text} {_SCALE_OF[following.lower]}"
    if following.glued and following.lower == "x":
        return f"write {token.text} times"
    if following.glued and following.lower in ("s", "ies") and tokens[index - 1].text != "-":
        return "write a decade as 1990s"
    return (
        "write a number with a space before its unit; "
        "if this is a name, list it under `names` in content/words.yml"
    )


def _bad(
    text: str, tokens: Sequence[TextToken], begin: int, end: int, advice: str
) -> tuple[Figure, int]:
    start, stop = tokens[begin].start, tokens[end - 1].end
    figure = Figure(start, stop, Kind.UNCLEAR, text[start:stop], hedge_start=start, advice=advice)
    return figure, end
