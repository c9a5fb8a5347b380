"""CSV files of evidence become tables, with the place of every cell.

Format: RFC 4180 as Python's csv module reads it, with commas, double quotation marks and a header.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping

from build_scripts.model.dates import Period
from build_scripts.model.records import Fact
from build_scripts.model.tables import NOT_QUANTITIES, Table
from build_scripts.model.text import Text, shown
from build_scripts.problems import Place, Problem
from build_scripts.read.suggest import did_you_mean

MAX_PROBLEMS = 50
_CELL = re.compile(r'(?P<quoted>"(?:[^"]|"")*"?)|[^,\n]*')
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
_YEAR = re.compile(r"[0-9]{4}(–[0-9]{2}([0-9]{2})?)?\Z")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")
_SOURCE = re.compile(r"[a-z][a-z0-9-]*(:[a-z][a-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9_-]*){0,2})?\Z")

Row = list[Text]


def read_table(
    text: str, path: str, fact: Fact, evidence_id: str
) -> tuple[Table | None, list[Problem]]:
    """Read the table of a fact of the evidence `evidence_id`.

    Returns None when its header or its rows do not fit; a table with single bad cells is returned
    with its problems.
    """
    problems: list[Problem] = []
    records, fault = _records(text, path)
    if fault:
        return None, [fault]
    if not records:
        message, advice = "nothing is written here", "begin with a line of column names"
        return None, [Problem(Place(path), "empty-file", message, advice)]
    header, rows = records[0], records[1:]
    problems += _header_problems(header, fact, evidence_id)
    if problems or fact.key not in header or (fact.sources or fact.key) not in header:
        return None, problems  # a key that is no column is a problem of the evidence file
    if not rows:
        place = header[0].place()
        return None, [Problem(place, "empty-table", "no row follows the header", "add one")]
    problems += _ragged(header, rows)
    if problems:
        return None, problems[:MAX_PROBLEMS]
    names = [str(name) for name in header]
    units = {name: str(fact.columns[name]) for name in names}  # type: ignore[index]
    table = Table(
        path,
        str(fact.key),
        units,
        tuple(dict(zip(names, row, strict=True)) for row in rows),
        str(fact.sources or ""),
    )
    for problem in _cell_problems(table):
        problems.append(problem)
        if len(problems) >= MAX_PROBLEMS:
            break
    return table, sorted(problems)


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


def _header_problems(header: Row, fact: Fact, evidence_id: str) -> Iterator[Problem]:
    known: dict[str, Text] = {}
    declared = f"{evidence_id}: columns"
    if len(header) == 1 and any(sign in header[0] for sign in ";\t"):
        yield Problem(
            header[0].place(),
            "csv-syntax",
            "the columns are not separated by commas",
            "save the file with commas between the cells",
        )
        return
    for name in header:
        if name in known:
            message = f"column {shown(name)} is given twice"
            yield Problem(name.place(), "duplicate-column", message, "keep or rename one")
        elif name not in fact.columns:
            message = f"column {shown(name)} has no unit{did_you_mean(name, fact.columns)}"
            advice = f"add it under {declared}, as text, year, date or what it counts"
            yield Problem(name.place(), "undeclared-column", message, advice)
        known[name] = name
    for column in fact.columns:
        if column not in known:
            message = f"the table has no column {shown(column)}{did_you_mean(column, known)}"
            advice = f"its columns are {', '.join(known)}"
            yield Problem(column.place(), "missing-column", message, advice)


def _ragged(header: Row, rows: Iterable[Row]) -> Iterator[Problem]:
    for row in rows:
        if len(row) != len(header):
            last = row[-1] if len(row) < len(header) else row[len(header)]
            blank = len(row) == 1 and not row[0]
            cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
            yield Problem(
                last.place(),
                "ragged-row",
                "this row is blank"
                if blank
                else f"this row has {cells}, the header has {len(header)}",
                "delete it" if blank else "put a cell that holds a comma between quotation marks",
            )


def _cell_problems(table: Table) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    checks = [(name, unit) for name, unit in table.units.items() if unit != "text"]
    for row in table.rows:
        key = row[table.key]
        if not _KEY.match(key):
            message = f"{shown(key)} cannot name a row"
            advice = "write it with letters, digits, - and _"
            yield Problem(key.place(), "bad-row-key", message, advice)
        elif key in first:
            message = f"row {shown(key)} is given twice; first on line {first[key].place().line}"
            yield Problem(key.place(), "duplicate-row-key", message, "keep or rename one")
        first.setdefault(key, key)
        for name, unit in checks:
            if row[name]:
                yield from _cell_problem(row[name], name, unit)
        yield from _source_problems(row, table.sources)


def _cell_problem(cell: Text, column: str, unit: str) -> Iterator[Problem]:
    if unit not in NOT_QUANTITIES:
        if not _NUMBER.match(cell):
            message = f"{shown(cell)} in column {column!r} is not a plain number"
            advice = "write 1200 or -1.5; leave the cell empty where nothing is known"
            yield Problem(cell.place(), "bad-cell", message, advice)
        return
    try:
        if unit == "year" and not _YEAR.match(cell):
            raise ValueError(f"{shown(cell)} in column {column!r} is not a year")
        if unit == "date" or len(cell) > 4:
            Period.parse(cell)
    except ValueError as error:
        advice = "write 2024 or 2019–23" if unit == "year" else "write 2024, 2024-03 or 2024-03-11"
        yield Problem(cell.place(), "bad-cell", str(error), advice)


def _source_problems(row: Mapping[str, Text], column: str) -> Iterator[Problem]:
    cell = row.get(column)
    if not cell:
        return
    at = 0
    for part in cell.split(";"):
        name = part.strip()
        if not _SOURCE.match(name):
            start = at + len(part) - len(part.lstrip())
            yield Problem(
                cell.place(start, start + max(1, len(name))),
                "bad-cell",
                f"{shown(name)} is no source, such as tass-2023 or un:members",
                "separate several by semicolons",
            )
        at += len(part) + 1
