"""Broken YAML in words that a contributor understands.

libyaml and PyYAML say what their grammar expected. What a person did is seen in the line itself: a
colon inside a value, an apostrophe that ends a quotation, a bracket at the beginning of words.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from build_scripts.model.text import shown
from build_scripts.problems import Place, Problem
from build_scripts.read.files import hidden_character

_KEY = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[^\s:#'\"\[\]{},&*!|>%@`-][^:]*?) *:(?: +|$)")
_GLUED = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[A-Za-z][\w-]*):(?=[^\s:/])")
_LINE_UP = "keys of one level begin in one column, with spaces; those below a key stand two further"


class _Fault(NamedTuple):
    """Where it went wrong, as PyYAML says: lines and columns from 0, in `lines`."""

    says: str
    during: str
    line: int
    column: int
    began_line: int
    began_column: int
    lines: list[str]

    @property
    def here(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def sign(self) -> str:
        return self.here[self.column : self.column + 1]


class _Finding(NamedTuple):
    line: int
    column: int
    message: str
    advice: str


def syntax_problem(
    error: yaml.MarkedYAMLError, text: str, path: str, first_line: int = 1
) -> Problem:
    """Return what is wrong with broken YAML, and where."""
    mark: Any = error.problem_mark or error.context_mark
    began: Any = error.context_mark or mark
    lines = text.split("\n")
    if mark is None:
        found = _Finding(0, 0, "this is not YAML", "")
    else:
        fault = _Fault(
            error.problem or "",
            error.context or "",
            mark.line,
            mark.column,
            began.line,
            began.column,
            lines,
        )
        found = next((f for judge in _JUDGES if (f := judge(fault))), _unknown(fault))
    last = max(0, len(lines) - 1 - (len(lines) > 1 and not lines[-1]))
    line = min(found.line, last)
    column = found.column if line == found.line else len(lines[line])
    place = Place(path, line + first_line, column + 1)
    return Problem(place, "yaml-syntax", found.message, found.advice)


def character_problem(position: int, text: str, path: str, first_line: int = 1) -> Problem:
    """Return the problem of the character at an offset that YAML does not allow."""
    position = min(max(0, position), max(0, len(text) - 1))
    line_start = text.rfind("\n", 0, position) + 1
    line = text.count("\n", 0, position) + first_line
    return hidden_character(
        text[position : position + 1] or "\0", Place(path, line, position - line_start + 1)
    )


def _unclosed_quotation(fault: _Fault) -> _Finding | None:
    if "quoted scalar" not in fault.during or "unexpected" not in fault.says:
        return None
    sign = fault.lines[fault.began_line][fault.began_column : fault.began_column + 1]
    other = "double" if sign == "'" else "single"
    return _Finding(
        fault.began_line,
        fault.began_column,
        f"the quotation mark {sign} that opens here is never closed",
        f"close it; if it belongs to the words, put {other} quotation marks around the whole value",
    )


def _escape(fault: _Fault) -> _Finding | None:
    if "scalar" not in fault.during or ("escape" not in fault.says and "hexadec" not in fault.says):
        return None
    column = fault.here.rfind("\\", 0, fault.column + 1)
    column = fault.column if column < 0 else column
    return _Finding(
        fault.line,
        column,
        f"{fault.here[column : column + 2]} means nothing between double quotation marks",
        "write a backslash twice, or put single quotation marks around the value",
    )


def _second_colon(fault: _Fault) -> _Finding | None:
    if "mapping values are not allowed" not in fault.says:
        return None
    key = _KEY.match(fault.here)
    if key and key.end() <= fault.column:
        value = fault.here[key.end() :].rstrip()
        return _Finding(
            fault.line,
            fault.column,
            f"the value of {shown(key['key'])} holds a colon, which would begin another value",
            f"put quotation marks around it: {key['key']}: {_quoted(value)}",
        )
    return _glued_above(fault) or _Finding(
        fault.line,
        len(fault.here) - len(fault.here.lstrip(" -")),
        "this key does not line up with the keys above it",
        _LINE_UP + "; words with a colon need quotation marks",
    )


def _glued_above(fault: _Fault) -> _Finding | None:
    """A key whose colon lacks its space, on this line or on the one above."""
    for line in (fault.began_line, fault.line, fault.line - 1):
        glued = _GLUED.match(fault.lines[line]) if 0 <= line < len(fault.lines) else None
        if glued and not _KEY.match(fault.lines[line]):
            return _Finding(
                line,
                glued.end() - 1,
                f"the colon after {shown(glued['key'])} lacks its space",
                f"write {glued['key']}: and a space before the value",
            )
    return None


def _text_after_quotation(fault: _Fault) -> _Finding | None:
    key = _KEY.match(fault.here)
    if not key or key.end() >= fault.column:
        return None
    value = fault.here[key.end() :].rstrip()
    if value[:1] == "'" and fault.here[fault.column - 1] == "'":
        words = value[1:-1] if value.endswith("'") else value[1:]
        return _Finding(
            fault.line,
            fault.column - 1,
            "this apostrophe ends the quoted value",
            f"put double quotation marks around it: {key['key']}: {_quoted(words)}",
        )
    if value[:1] in ("'", '"'):
        return _Finding(
            fault.line,
            fault.column,
            "text stands after the closing quotation mark",
            f"put quotation marks around the whole value: {key['key']}: {_quoted(value)}",
        )
    return None


def _text_after_bracket(fault: _Fault) -> _Finding | None:
    """Words that begin with a bracket: `[W]e need`."""
    key = _KEY.match(fault.here)
    if not key or key.end() >= fault.column:
        return None
    value = fault.here[key.end() :].rstrip()
    closed = value.find("]" if value[:1] == "[" else "}")
    if value[:1] not in ("[", "{") or not 0 <= closed <= fault.column - key.end():
        return None
    what = "a list" if value[0] == "[" else "keys with values"
    return _Finding(
        fault.line,
        key.end(),
        f"a value that begins with {value[0]} is read as {what}, and more follows its end",
        f"put quotation marks around it: {key['key']}: {_quoted(value)}",
    )


def _unclosed_bracket(fault: _Fault) -> _Finding | None:
    if "flow" not in fault.during:
        return None
    opening, closing = ("[", "]") if "sequence" in fault.during else ("{", "}")
    what = "list" if opening == "[" else "group of keys"
    if fault.line != fault.began_line:
        return _Finding(
            fault.began_line,
            fault.began_column,
            f"the {what} that opens with {opening} here is never closed",
            f"close it with {closing}; words that begin with {opening} need quotation marks",
        )
    return _Finding(
        fault.line,
        fault.column,
        f"a comma or {closing} is missing before this",
        f"inside {opening} {closing}, words with a comma, colon or bracket need quotation marks",
    )


def _bad_beginning(fault: _Fault) -> _Finding | None:
    """A value that begins with a sign that means something else to YAML."""
    if "alphabetic or numeric" in fault.says or " tag" in fault.during:
        line, column = fault.began_line, fault.began_column
    elif "cannot start any token" in fault.says or "node content" in fault.says:
        line, column = fault.line, fault.column
    else:
        return None
    here = fault.lines[line] if line < len(fault.lines) else ""
    sign = here[column : column + 1]
    if not sign:
        return None
    if sign == "\t":
        return _Finding(line, column, "a tab stands here", "use spaces")
    key = _KEY.match(here)
    written = f": {key['key']}: {_quoted(here[column:].rstrip())}" if key else ""
    return _Finding(
        line, column, f"a value cannot begin with {sign}", f"put quotation marks around it{written}"
    )


def _list_beside_key(fault: _Fault) -> _Finding | None:
    if "sequence entries are not allowed" not in fault.says:
        return None
    return _Finding(
        fault.line,
        fault.column,
        "a list cannot begin on the line of its key",
        "put each item on a line of its own below the key, after a dash and a space",
    )


def _text_beside_block(fault: _Fault) -> _Finding | None:
    if "block scalar" not in fault.during:
        return None
    sign = fault.lines[fault.began_line][fault.began_column : fault.began_column + 1]
    return _Finding(
        fault.line,
        fault.column,
        f"text cannot stand on the line of {sign}",
        "begin it on the next line, indented by two spaces",
    )


def _no_colon(fault: _Fault) -> _Finding | None:
    if "simple key" not in fault.during and "expected ':'" not in fault.says:
        return None
    return _glued_above(fault) or _Finding(
        fault.began_line,
        fault.began_column,
        "this is neither a key with its value nor part of the value above",
        "a key ends with a colon and a space; a value that goes on below its key is indented",
    )


def _directive(fault: _Fault) -> _Finding | None:
    """A line that begins with %: an instruction to YAML, known or not."""
    for number, line in enumerate(fault.lines[: fault.line + 1]):
        if line.startswith("%") and ("directive" in fault.during or "document" in fault.says):
            return _Finding(number, 0, "a line begins with %, an instruction to YAML", "delete it")
    return None


def _second_part(fault: _Fault) -> _Finding | None:
    if "document start" not in fault.says:
        return None
    if any(line.rstrip() == "..." for line in fault.lines[: fault.line]):
        return _Finding(
            fault.line, fault.column, "text stands after the end of the YAML", "delete the line ..."
        )
    return _Finding(fault.line, fault.column, "this does not line up with the first line", _LINE_UP)


def _out_of_line(fault: _Fault) -> _Finding | None:
    if "block mapping" not in fault.during and "block collection" not in fault.during:
        return None
    stands = fault.here[: fault.column].strip() == ""
    if fault.here.lstrip().startswith(("- ", "-\n")) and "mapping" in fault.during and stands:
        message = "a list item stands among keys"
    elif stands and fault.sign == ":":
        return _Finding(
            fault.line, fault.column, "a key is missing before this colon", "write its name"
        )
    elif stands and "collection" in fault.during:
        message = "this stands among list items, but does not begin with a dash"
    elif stands and _KEY.match(fault.here):
        message = "this key does not line up with the keys above it"
    else:
        message = "this does not belong to the value before it"
    return _Finding(fault.line, fault.column, message, _LINE_UP)


def _unknown(fault: _Fault) -> _Finding:
    return _Finding(
        fault.line,
        fault.column,
        "this cannot be read as YAML",
        "compare with a file that works; text with signs of its own needs quotation marks",
    )


def _quoted(value: str) -> str:
    """A value as YAML can hold it; one that is long or already has both signs as a block."""
    words = value if len(value) <= 60 else value[:59].rstrip() + "…"
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


_JUDGES = (
    _unclosed_quotation,
    _escape,
    _second_colon,
    _no_colon,
    _list_beside_key,
    _text_beside_block,
    _text_after_quotation,
    _text_after_bracket,
    _bad_beginning,
    _unclosed_bracket,
    _directive,
    _second_part,
    _out_of_line,
)
