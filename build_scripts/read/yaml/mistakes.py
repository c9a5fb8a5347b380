"""What a person did who wrote YAML that cannot be read.

libyaml and PyYAML say what their grammar expected. What a person did is seen in the line itself: a
colon inside a value, an apostrophe that ends a quotation, a bracket at the beginning of words.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from build_scripts.model.text import shown

_KEY = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[^\s:#'\"\[\]{},&*!|>%@`-][^:]*):(?: +|$)")
_GLUED = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[A-Za-z][\w-]*):(?=[^\s:/])")
_CITED = re.compile(r"@(?P<ref>[a-z][a-z0-9-]*:[a-z][a-z0-9-]*(\.[A-Za-z0-9_-]+){0,2})")
_IN_FLOW = re.compile(r"[^,\[\]{}]+(?<! )")
_LINE_UP = "keys of one level begin in one column, with spaces; those below a key stand two further"


class Fault(NamedTuple):
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
        """The line at fault."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def sign(self) -> str:
        """The character at fault."""
        return self.here[self.column : self.column + 1]


class Finding(NamedTuple):
    """What a person did: line and column from 0, in words, and how to mend it."""

    line: int
    column: int
    message: str
    advice: str


def _unclosed_quotation(fault: Fault) -> Finding | None:
    if "quoted scalar" not in fault.during or "unexpected" not in fault.says:
        return None
    sign = fault.lines[fault.began_line][fault.began_column : fault.began_column + 1]
    other = "double" if sign == "'" else "single"
    return Finding(
        fault.began_line,
        fault.began_column,
        f"the quotation mark {sign} that opens here is never closed",
        f"close it; if it belongs to the words, put {other} quotation marks around the whole value",
    )


def _escape(fault: Fault) -> Finding | None:
    if "scalar" not in fault.during or ("escape" not in fault.says and "hexadec" not in fault.says):
        return None
    column = fault.here.rfind("\\", 0, fault.column + 1)
    column = fault.column if column < 0 else column
    return Finding(
        fault.line,
        column,
        f"{fault.here[column : column + 2]} means nothing between double quotation marks",
        "write a backslash twice, or put single quotation marks around the value",
    )


def _second_colon(fault: Fault) -> Finding | None:
    if "mapping values are not allowed" not in fault.says:
        return None
    key = _KEY.match(fault.here)
    if key and key.end() <= fault.column:
        value = fault.here[key.end() :].rstrip()
        return Finding(
            fault.line,
            fault.column,
            f"the value of {shown(key['key'])} holds a colon, which would begin another value",
            f"put quotation marks around it: {key['key'].rstrip()}: {_quoted(value)}",
        )
    return _glued_above(fault) or Finding(
        fault.line,
        len(fault.here) - len(fault.here.lstrip(" -")),
        "this key does not line up with the keys above it",
        _LINE_UP + "; words with a colon need quotation marks",
    )


def _glued_above(fault: Fault) -> Finding | None:
    """A key whose colon lacks its space, on this line or on the one above."""
    for line in (fault.began_line, fault.line, fault.line - 1):
        glued = _GLUED.match(fault.lines[line]) if 0 <= line < len(fault.lines) else None
        if glued and not _KEY.match(fault.lines[line]):
            return Finding(
                line,
                glued.end() - 1,
                f"the colon after {shown(glued['key'])} lacks its space",
                f"write {glued['key']}: and a space before the value",
            )
    return None


def _quotation_open_above(fault: Fault) -> Finding | None:
    """A quotation mark that a line above opens, and that one on this line seems to close."""
    sign = fault.here[fault.column - 1 : fault.column]
    if sign not in ("'", '"'):
        return None
    for line in range(fault.line - 1, -1, -1):
        key = _KEY.match(fault.lines[line])
        value = fault.lines[line][key.end() :] if key else ""
        if key and value.startswith(sign) and value.count(sign) == 1:
            return Finding(
                line,
                key.end(),
                f"the quotation mark {sign} that opens here is not closed on its line",
                f"close it: {key['key'].rstrip()}: {value.rstrip()}{sign}",
            )
        if sign in value:
            return None
    return None


def _text_after_quotation(fault: Fault) -> Finding | None:
    key = _KEY.match(fault.here)
    if not key or key.end() >= fault.column:
        return None
    value = fault.here[key.end() :].rstrip()
    if value[:1] == "'" and fault.here[fault.column - 1] == "'":
        words = value[1:-1] if value.endswith("'") else value[1:]
        return Finding(
            fault.line,
            fault.column - 1,
            "this apostrophe ends the quoted value",
            f"put double quotation marks around it: {key['key'].rstrip()}: {_quoted(words)}",
        )
    if value[:1] in ("'", '"'):
        return Finding(
            fault.line,
            fault.column,
            "text stands after the closing quotation mark",
            f"put quotation marks around the whole value: {key['key'].rstrip()}: {_quoted(value)}",
        )
    return None


def _text_after_bracket(fault: Fault) -> Finding | None:
    """Words that begin with a bracket: `[W]e need`."""
    key = _KEY.match(fault.here)
    if not key or key.end() >= fault.column:
        return None
    value = fault.here[key.end() :].rstrip()
    closed = value.find("]" if value[:1] == "[" else "}")
    if value[:1] not in ("[", "{") or not 0 <= closed <= fault.column - key.end():
        return None
    what = "a list" if value[0] == "[" else "keys with values"
    return Finding(
        fault.line,
        key.end(),
        f"a value that begins with {value[0]} is read as {what}, and more follows its end",
        f"put quotation marks around it: {key['key'].rstrip()}: {_quoted(value)}",
    )


def _unclosed_bracket(fault: Fault) -> Finding | None:
    if "flow" not in fault.during:
        return None
    opening, closing = ("[", "]") if "sequence" in fault.during else ("{", "}")
    what = "list" if opening == "[" else "group of keys"
    if fault.line != fault.began_line:
        return Finding(
            fault.began_line,
            fault.began_column,
            f"the {what} that opens with {opening} here is never closed",
            f"close it with {closing}; words that begin with {opening} need quotation marks",
        )
    return Finding(
        fault.line,
        fault.column,
        f"a comma or {closing} is missing before this",
        f"inside {opening} {closing}, words with a comma, colon or bracket need quotation marks",
    )


def _bad_beginning(fault: Fault) -> Finding | None:
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
    cited, key = _CITED.match(here, column), _KEY.match(here)
    inside = _IN_FLOW.match(here, column) if key and column > key.end() else None
    advice = "put quotation marks around it"
    if cited:
        advice = f"the @ belongs to citations: write {cited['ref']}"
    elif key:
        written = f"{key['key'].rstrip()}: {_quoted(here[column:].rstrip())}"
        advice += f": {_quoted(inside[0]) if inside else written}"
    return Finding(line, column, f"a value cannot begin with {sign}", advice)


def _list_beside_key(fault: Fault) -> Finding | None:
    if "sequence entries are not allowed" not in fault.says:
        return None
    return Finding(
        fault.line,
        fault.column,
        "a list cannot begin on the line of its key",
        "put each item on a line of its own below the key, after a dash and a space",
    )


def _text_beside_block(fault: Fault) -> Finding | None:
    if "block scalar" not in fault.during:
        return None
    sign = fault.lines[fault.began_line][fault.began_column : fault.began_column + 1]
    return Finding(
        fault.line,
        fault.column,
        f"text cannot stand on the line of {sign}",
        "begin it on the next line, indented by two spaces",
    )


def _no_colon(fault: Fault) -> Finding | None:
    if "simple key" not in fault.during and "expected ':'" not in fault.says:
        return None
    return _glued_above(fault) or Finding(
        fault.began_line,
        fault.began_column,
        "this is neither a key with its value nor part of the value above",
        "a key ends with a colon and a space; a value that goes on below its key is indented",
    )


def _directive(fault: Fault) -> Finding | None:
    """A line that begins with %: an instruction to YAML, known or not."""
    for number, line in enumerate(fault.lines[: fault.line + 1]):
        if line.startswith("%") and ("directive" in fault.during or "document" in fault.says):
            return Finding(number, 0, "a line begins with %, an instruction to YAML", "delete it")
    return None


def _second_part(fault: Fault) -> Finding | None:
    if "document start" not in fault.says:
        return None
    if any(line.rstrip() == "..." for line in fault.lines[: fault.line]):
        return Finding(
            fault.line, fault.column, "text stands after the end of the YAML", "delete the line ..."
        )
    above = next((n for n in range(fault.line - 1, -1, -1) if _says_something(fault.lines[n])), 0)
    return _glued_above(fault._replace(began_line=above)) or Finding(
        fault.line, fault.column, "this does not line up with the first line", _LINE_UP
    )


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _out_of_line(fault: Fault) -> Finding | None:
    if "block mapping" not in fault.during and "block collection" not in fault.during:
        return None
    stands = fault.here[: fault.column].strip() == ""
    if fault.here.lstrip().startswith(("- ", "-\n")) and "mapping" in fault.during and stands:
        message = "a list item stands among keys"
    elif stands and fault.sign == ":":
        return Finding(
            fault.line, fault.column, "a key is missing before this colon", "write its name"
        )
    elif stands and "collection" in fault.during:
        message = "this stands among list items, but does not begin with a dash"
    elif stands and _KEY.match(fault.here):
        message = "this key does not line up with the keys above it"
    else:
        message = "this does not belong to the value before it"
    return Finding(fault.line, fault.column, message, _LINE_UP)


def unknown(fault: Fault) -> Finding:
    """The finding where nothing better is known."""
    return Finding(
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


JUDGES = (
    _unclosed_quotation,
    _escape,
    _second_colon,
    _no_colon,
    _list_beside_key,
    _text_beside_block,
    _quotation_open_above,
    _text_after_quotation,
    _text_after_bracket,
    _bad_beginning,
    _unclosed_bracket,
    _directive,
    _second_part,
    _out_of_line,
)
"""Each returns what was done, or None when it was something else; the first one decides."""
