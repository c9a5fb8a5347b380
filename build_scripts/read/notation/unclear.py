"""What looks like a figure and is not written in the notation: 5.2m, 10000, dozens."""

from __future__ import annotations

from build_scripts.model.figures import Figure, Kind
from build_scripts.read.notation.tokens import Tokens
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


def read_unclear(text: str, tokens: Tokens, index: int) -> tuple[Figure | None, int]:
    """Read what looks like a figure at `index` and is not written in the notation.

    Returns it (None when there is nothing of the kind) and the index to go on from.
    """
    kind, word, following = tokens.kind[index], tokens.lower[index], tokens.lower[index + 1]
    if word in SCALES and tokens.kind[index - 1] == "gap":
        return None, index + 1
    if word in UNCLEAR:
        return _bad(text, tokens, index, index + 1, UNCLEAR[word])
    if word in ("a", "an") and following in ("million", "billion", "trillion"):
        return _bad(text, tokens, index, index + 2, f"write “one {following}”")
    if kind == "word" and any(_is_digit(char) for char in tokens.text[index]):
        return _bad(text, tokens, index, index + 1, "write the digits 0 to 9")
    if kind != "number":
        if kind == "sign" and _is_digit(word[0]):
            return _bad(text, tokens, index, index + 1, "write the digits 0 to 9")
        return None, index + 1
    begin, end = index, index + 1
    while tokens.glued[begin] and tokens.text[begin - 1] in (
        "-",
        *_letters(tokens, begin),
    ):
        begin -= 1
    if tokens.glued[begin] and tokens.text[begin - 1] in (*CURRENCY_SIGNS, "."):
        begin -= 1
    while _goes_on(tokens, end):
        end += 1
    end += tokens.lower[end] in SCALES
    return _bad(text, tokens, begin, end, _advice(tokens, index))


def _letters(tokens: Tokens, index: int) -> tuple[str, ...]:
    """The word just before `index`, if it is one."""
    return (tokens.text[index - 1],) if tokens.kind[index - 1] == "word" else ()


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether what is badly written goes on with the token at `index`."""
    if not tokens.glued[index]:
        return is_spaced_thousand(tokens, index - 1, index)
    return tokens.kind[index] in ("word", "number") or (
        tokens.text[index] in JOINTS
        and tokens.glued[index + 1]
        and tokens.kind[index + 1] == "number"
    )


def is_spaced_thousand(tokens: Tokens, first: int, second: int) -> bool:
    """Whether the numbers at two indexes are one, its thousands set off by a space: 10 000."""
    digits = tokens.text[first]
    if not tokens.kind[second] == tokens.kind[first] == "number":
        return False
    if len(tokens.text[second]) != 3 or len(digits) > 3 or not digits.isdigit():
        return False
    return tokens.start[second] == tokens.end(first) + 1


def _is_digit(character: str) -> bool:
    """Whether a character is a number of another script or of one piece: ٣, ⅛, ², ①."""
    return character.isdigit() or (character.isnumeric() and not character.isalpha())


def _advice(tokens: Tokens, index: int) -> str:
    digits, following = tokens.text[index], tokens.lower[index + 1]
    glued = tokens.glued[index + 1]
    if digits.isdigit() and len(digits) > 4:
        return f"write {int(digits):,}"
    if is_spaced_thousand(tokens, index, index + 1) or tokens.text[index - 1] == ".":
        return _THOUSANDS
    if glued and following in _JOINED and tokens.kind[index + 2] == "number":
        return _JOINED[following]
    if tokens.text[index - 1] == "-" and tokens.text[index - 2] in CURRENCY_SIGNS:
        return f"write the sign first: -{tokens.text[index - 2]}{digits}"
    if glued and following in _SCALE_OF:
        return f"write the scale as a word: {digits} {_SCALE_OF[following]}"
    if glued and following == "x":
        return f"write {digits} times"
    if glued and following in ("s", "ies") and tokens.text[index - 1] != "-":
        return "write a decade as 1990s"
    return (
        "write a number with a space before its unit; "
        "if this is a name, list it under `names` in content/words.yml"
    )


def _bad(text: str, tokens: Tokens, begin: int, end: int, advice: str) -> tuple[Figure, int]:
    start, stop = tokens.start[begin], tokens.end(end - 1)
    figure = Figure(start, stop, Kind.UNCLEAR, text[start:stop], hedge_start=start, advice=advice)
    return figure, end
