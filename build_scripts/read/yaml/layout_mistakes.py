"""Lines that do not fit together: each finding is one such mistake.

Each returns what was done, or None when it was something else.
"""

from __future__ import annotations

from build_scripts.read.yaml.fault import KEY, LINE_UP, Fault, Finding, glued_above


def no_colon(fault: Fault) -> Finding | None:
    """A line that is neither a key nor part of the value above."""
    if "simple key" not in fault.during and "expected ':'" not in fault.says:
        return None
    return glued_above(fault) or Finding(
        fault.began_line,
        fault.began_column,
        "this is neither a key with its value nor part of the value above",
        "a key ends with a colon and a space; a value that goes on below its key is indented",
    )


def list_beside_key(fault: Fault) -> Finding | None:
    """A dash on the line of its key."""
    if "sequence entries are not allowed" not in fault.says:
        return None
    return Finding(
        fault.line,
        fault.column,
        "a list cannot begin on the line of its key",
        "put each item on a line of its own below the key, after a dash and a space",
    )


def directive(fault: Fault) -> Finding | None:
    """A line that begins with %: an instruction to YAML, known or not."""
    for number, line in enumerate(fault.lines[: fault.line + 1]):
        if line.startswith("%") and ("directive" in fault.during or "document" in fault.says):
            return Finding(number, 0, "a line begins with %, an instruction to YAML", "delete it")
    return None


def second_part(fault: Fault) -> Finding | None:
    """Lines behind the end of what YAML took for the whole."""
    if "document start" not in fault.says:
        return None
    if any(line.rstrip() == "..." for line in fault.lines[: fault.line]):
        return Finding(
            fault.line, fault.column, "text stands after the end of the YAML", "delete the line ..."
        )
    above = next((n for n in range(fault.line - 1, -1, -1) if _says_something(fault.lines[n])), 0)
    return glued_above(fault._replace(began_line=above)) or Finding(
        fault.line, fault.column, "this does not line up with the first line", LINE_UP
    )


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def out_of_line(fault: Fault) -> Finding | None:
    """A line that begins in another column than those it belongs with."""
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
    elif stands and KEY.match(fault.here):
        message = "this key does not line up with the keys above it"
    else:
        message = "this does not belong to the value before it"
    return Finding(fault.line, fault.column, message, LINE_UP)
