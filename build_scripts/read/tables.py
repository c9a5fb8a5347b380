"""CSV files of evidence become tables, with the place of every cell.

Format: RFC 4180 as Python's csv module reads it, with commas, double quotation marks and a header.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from build_scripts.model.records import Fact
from build_scripts.model.tables import NOT_QUANTITIES, Table
from build_scripts.model.text import Text, shown
from build_scripts.problems import Place, Problem
from build_scripts.read.cells import FEW, cell_problems
from build_scripts.read.suggest import did_you_mean

_CELL = re.compile(r'(?P<quoted>"(?:[^"]|"")*"?)|[^,\n]*')

Row = list[Text]


def read_table(text: str, path: str, fact: Fact, name: str) -> tuple[Table | None, list[Problem]]:
    """Read the table of the fact `name`, such as `un:members`.

    Returns None together with problems: nothing is concluded from a table that does not fit.
    """
    problems: list[Problem] = []
    records, fault = _records(text, path)
    if fault:
        return None, [fault]
    if not records:
        message, advice = "nothing is written here", "begin with a line of column names"
        return None, [Problem(Place(path), "empty-file", message, advice)]
    header, rows = records[0], records[1:]
    if not fact.columns:
        return None, []  # the reading of the evidence file says so
    problems += _header_problems(header, fact, name)
    if problems or fact.key not in header or (fact.sources or fact.key) not in header:
        return None, problems  # a key that is no column is a problem of the evidence file
    if fact.columns[fact.key] not in NOT_QUANTITIES:
        return None, problems  # one that counts is, too
    if not rows:
        place = header[0].place()
        return None, [Problem(place, "empty-table", "no row follows the header", "add one")]
    problems += _ragged(header, rows)
    if problems:
        return None, problems
    names = [str(name) for name in header]
    units = {name: str(fact.columns[name]) for name in names}  # type: ignore[index]
    table = Table(
        path,
        str(fact.key),
        units,
        tuple(dict(zip(names, row, strict=True)) for row in rows),
        str(fact.sources or ""),
    )
    problems = cell_problems(table, fact)
    return None if problems else table, sorted(problems)


def _records(text: str, path: str) -> tuple[list[Row], Problem | None]:
    """Every line's cells with their places; a problem where the file is no CSV."""
    lines = text.split("\n")
    # a lone carriage return would count as a line
    reader = csv.reader((line.replace("\r", " ") + "\n" for line in lines), strict=True)
    records: list[Row] = []
    done = 0
    try:
        for cells in reader:
            first, done = done, reader.line_num
            if cells or first < len(lines) - 1:
                records.append(_placed(cells, lines[first:done], path, first + 1))
    except csv.Error as error:
        return records, _csv_problem(str(error), lines, path, done)
    return records, None


def _placed(cells: list[str], lines: list[str], path: str, line: int) -> Row:
    """The cells of one record, which begins on `line`, with their places."""
    if len(lines) == 1 and '"' not in lines[0]:
        row, column = [], 1
        for cell in cells:
            row.append(Text(cell, path, ((0, line, column),)))
            column += len(cell) + 1
        return row or [Text("", path, ((0, line, 1),))]
    raw, at, row = "\n".join(lines), 0, []
    for cell in cells:
        match = _CELL.match(raw, at)
        if match is None:  # for the type checker: the pattern also matches nothing
            break
        row.append(Text(cell, path, _spans(raw, at, bool(match["quoted"]), match.end(), line)))
        at = match.end() + 1
    return row


def _spans(
    raw: str, start: int, quoted: bool, end: int, line: int
) -> tuple[tuple[int, int, int], ...]:
    """The spans of a cell between two offsets of its record: new ones after "" and line ends."""
    line += raw.count("\n", 0, start)
    column = start - raw.rfind("\n", 0, start)
    if not quoted:
        return ((0, line, column),)
    spans, offset = [(0, line, column + 1)], 0
    at = start + 1
    while at < end - 1:
        if raw[at] == "\n":
            line += 1
            spans.append((offset + 1, line, 1))
        elif raw[at] == '"':
            at += 1
            spans.append((offset + 1, line, at + 1 - raw.rfind("\n", 0, at)))
        at += 1
        offset += 1
    return tuple(spans)


def _csv_problem(says: str, lines: list[str], path: str, done: int) -> Problem:
    line = lines[done] if done < len(lines) else ""
    column = line.find('"') + 1 or 1
    message = "this line is no CSV"
    advice = "put a cell that holds a comma or a quotation mark between quotation marks"
    if "unexpected end" in says:
        message = "a quotation mark opens in this line and is never closed"
    elif "expected after" in says:
        message = "text stands after a closing quotation mark"
        advice = 'inside a quoted cell, write a quotation mark twice: ""'
    elif "field limit" in says:
        message = "a cell is longer than 131,072 characters"
    return Problem(Place(path, done + 1, column), "csv-syntax", message, advice)


def _header_problems(header: Row, fact: Fact, of: str) -> Iterator[Problem]:
    if len(header) == 1 and any(sign in header[0] for sign in ";\t"):
        yield Problem(
            header[0].place(),
            "csv-syntax",
            "the columns are not separated by commas",
            "save the file with commas between the cells",
        )
        return
    known: dict[str, Text] = {}
    for name in header:
        if name in known:
            message = f"column {shown(name)} is given twice"
            yield Problem(name.place(), "duplicate-column", message, "keep or rename one")
        known.setdefault(name, name)
    undeclared = [name for name in known.values() if name not in fact.columns]
    missing = [column for column in fact.columns if column not in known]
    if missing:
        # one that is declared under another name would else be told twice, in two files
        near = did_you_mean(missing[0], undeclared) if len(missing) == 1 else ""
        message = f"the table has no {_columns(missing)}{near}"
        advice = f"its columns are {', '.join(known)}"
        yield Problem(missing[0].place(), "missing-column", message, advice)
    elif undeclared:
        has = "has" if len(undeclared) == 1 else "have"
        message = f"{_columns(undeclared)} {has} no unit"
        advice = f"write under `columns` of {of} whether it is text, year, date or what it counts"
        yield Problem(undeclared[0].place(), "undeclared-column", message, advice)


def _columns(names: Sequence[str]) -> str:
    *more, last = map(shown, names)
    return f"columns {', '.join(more)} and {last}" if more else f"column {last}"


def _ragged(header: Row, rows: Iterable[Row]) -> Iterator[Problem]:
    ragged = [row for row in rows if len(row) != len(header)]
    more = f"; {len(ragged)} rows do not fit" if len(ragged) > FEW else ""
    for row in ragged[:1] if more else ragged:
        last = row[-1] if len(row) < len(header) else row[len(header)]
        cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
        message = f"this row has {cells}, the header has {len(header)}"
        advice = "put a cell that holds a comma between quotation marks"
        if len(row) < len(header):
            advice = "write a comma for each cell, also for an empty one"
        if len(row) == 1 and not row[0]:
            message, advice = "this row is blank", "delete it"
        yield Problem(last.place(), "ragged-row", message + more, advice)
