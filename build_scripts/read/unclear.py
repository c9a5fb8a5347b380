"""What looks like a figure and is not written in the notation: 5.2m, 10000, dozens."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.model.figures import Figure, Kind
from build_scripts.read.text_tokens import TextToken
from build_scripts.read.words import UNCLEAR


def read_unclear(text: str, tokens: Sequence[TextToken], index: int) -> tuple[Figure | None, int]:
    """Read what looks like a figure at `index` and is not written in the notation.

    Returns it (None when there is nothing of the kind) and the index to go on from.
    """
    token = tokens[index]
    following = tokens[index + 1]
    if token.lower in UNCLEAR and token.kind == "word":
        return _bad(text, tokens, index, index + 1, UNCLEAR[token.lower])
    if token.lower in ("a", "an") and following.lower in ("million", "billion", "trillion"):
        return _bad(text, tokens, index, index + 2, f"write “one {following.lower}”")
    if token.kind == "word" and any(char.isdigit() for char in token.text):
        return _bad(text, tokens, index, index + 1, "write the digits 0 to 9")
    if token.kind != "number":
        other_digit = token.kind == "sign" and token.text.isdigit()
        if other_digit:
            return _bad(text, tokens, index, index + 1, "write the digits 0 to 9")
        return None, index + 1
    begin, end = index, index + 1
    while tokens[begin].glued and tokens[begin - 1].text in (
        "-",
        *_letters(tokens, begin),
    ):
        begin -= 1
    while _goes_on(tokens, end):
        end += 1
    return _bad(text, tokens, begin, end, _advice(tokens, index))


def _letters(tokens: Sequence[TextToken], index: int) -> tuple[str, ...]:
    """The word just before `index`, if it is one."""
    before = tokens[index - 1]
    return (before.text,) if before.kind == "word" else ()


def _goes_on(tokens: Sequence[TextToken], index: int) -> bool:
    """Whether what is badly written goes on with the token at `index`."""
    token, after = tokens[index], tokens[index + 1]
    if not token.glued:
        return False
    return token.kind in ("word", "number") or (
        token.text == "," and after.glued and after.kind == "number"
    )


def _advice(tokens: Sequence[TextToken], index: int) -> str:
    if tokens[index].text.isdigit() and len(tokens[index].text) > 4:
        return f"write {int(tokens[index].text):,}"
    if tokens[index + 1].text == ",":
        return "write decimals with a point and thousands with a comma: 7.5, 2,000"
    glued = tokens[index + 1]
    if glued.kind == "word" and glued.glued and glued.lower in ("m", "k", "b", "t"):
        word = {"m": "million", "k": "thousand", "b": "billion", "t": "trillion"}[glued.lower]
        return f"write the scale as a word: {tokens[index].text} {word}"
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
