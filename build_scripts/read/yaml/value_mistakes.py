"""Values that YAML reads otherwise than they were meant: each finding is one such mistake.

A colon inside a value, an apostrophe that ends a quotation, a bracket at the beginning of words.
Each returns what was done, or None when it was something else.
"""

from __future__ import annotations

import re

from build_scripts.model.refs import REFERENCE
from build_scripts.model.text import shown
from build_scripts.read.yaml.fault import KEY, LINE_UP, Fault, Finding, glued_above, quoted

_CITED = re.compile(rf"@(?P<ref>{REFERENCE})")
_IN_FLOW = re.compile(r"[^,\[\]{}]+(?<! )")


def unclosed_quotation(fault: Fault) -> Finding | None:
    """A quotation mark that opens and is never closed."""
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


def escape(fault: Fault) -> Finding | None:
    """A backslash between double quotation marks, with a letter that means nothing there."""
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


def second_colon(fault: Fault) -> Finding | None:
    """A colon with a space inside a value, or below a value."""
    if "mapping values are not allowed" not in fault.says:
        return None
    key = KEY.match(fault.here)
    if key and key.end() <= fault.column:
        value = fault.here[key.end() :].rstrip()
        return Finding(
            fault.line,
            fault.column,
            f"the value of {shown(key['key'])} holds a colon, which would begin another value",
            f"put quotation marks around it: {key['key'].rstrip()}: {quoted(value)}",
        )
    return glued_above(fault) or Finding(
        fault.line,
        len(fault.here) - len(fault.here.lstrip(" -")),
        "this key does not line up with the keys above it",
        LINE_UP + "; words with a colon need quotation marks",
    )


def quotation_open_above(fault: Fault) -> Finding | None:
    """A quotation mark that a line above opens, and that one on this line seems to close."""
    sign = fault.here[fault.column - 1 : fault.column]
    if sign not in ("'", '"'):
        return None
    for line in range(fault.line - 1, -1, -1):
        key = KEY.match(fault.lines[line])
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


def text_after_quotation(fault: Fault) -> Finding | None:
    """An apostrophe that ends a quoted value early, or words behind its end."""
    key = KEY.match(fault.here)
    if not key or key.end() >= fault.column:
        return None
    value = fault.here[key.end() :].rstrip()
    if value[:1] == "'" and fault.here[fault.column - 1] == "'":
        words = value[1:-1] if value.endswith("'") else value[1:]
        return Finding(
            fault.line,
            fault.column - 1,
            "this apostrophe ends the quoted value",
            f"put double quotation marks around it: {key['key'].rstrip()}: {quoted(words)}",
        )
    if value[:1] in ("'", '"'):
        return Finding(
            fault.line,
            fault.column,
            "text stands after the closing quotation mark",
            f"put quotation marks around the whole value: {key['key'].rstrip()}: {quoted(value)}",
        )
    return None


def text_after_bracket(fault: Fault) -> Finding | None:
    """Words that begin with a bracket: `[W]e need`."""
    key = KEY.match(fault.here)
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
        f"put quotation marks around it: {key['key'].rstrip()}: {quoted(value)}",
    )


def bad_beginning(fault: Fault) -> Finding | None:
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
    cited, key = _CITED.match(here, column), KEY.match(here)
    inside = _IN_FLOW.match(here, column) if key and column > key.end() else None
    advice = "put quotation marks around it"
    if cited:
        advice = f"the @ belongs to citations: write {cited['ref']}"
    elif key:
        written = f"{key['key'].rstrip()}: {quoted(here[column:].rstrip())}"
        advice += f": {quoted(inside[0]) if inside else written}"
    return Finding(line, column, f"a value cannot begin with {sign}", advice)


def unclosed_bracket(fault: Fault) -> Finding | None:
    """A list or a group of keys in brackets that is not closed, or lacks a comma."""
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


def text_beside_block(fault: Fault) -> Finding | None:
    """Text on the line of the sign that begins a block."""
    if "block scalar" not in fault.during:
        return None
    sign = fault.lines[fault.began_line][fault.began_column : fault.began_column + 1]
    return Finding(
        fault.line,
        fault.column,
        f"text cannot stand on the line of {sign}",
        "begin it on the next line, indented by two spaces",
    )
