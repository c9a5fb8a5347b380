"""The cells of a table, held against the units, the key and the sources that its fact declares.

A few bad cells are told one by one. Many in one column are one problem: where most of the column
is bad, the declaration is wrong rather than the cells, and the problem stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_scripts.model.dates import Period
from build_scripts.model.records import Fact
from build_scripts.model.tables import NOT_QUANTITIES, Table
from build_scripts.model.text import Text, shown
from build_scripts.problems import Place, Problem

FEW = 3
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
_YEAR = re.compile(r"[0-9]{4}(–[0-9]{2}([0-9]{2})?)?\Z")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")
_SOURCE = re.compile(r"[a-z][a-z0-9-]*(:[a-z][a-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9_-]*){0,2})?\Z")
_FORMS = {
    "year": "2024 or 2019–23",
    "date": "2024, 2024-03 or 2024-03-11",
}
_NUMBER_FORM = "1200 or -1.5"


class Bad(NamedTuple):
    """A cell, and what is said of it alone."""

    cell: str
    problem: Problem


class Column(NamedTuple):
    """How many cells a column has, the bad ones, and what is said where they are many."""

    filled: int
    bad: list[Bad]
    declared: Place
    unfit: str
    are: str
    advice: str


def cell_problems(table: Table, fact: Fact) -> list[Problem]:
    """What is wrong with the cells."""
    found: list[Problem] = []
    for column in _columns(table, fact):
        bad = column.bad
        if len(bad) <= FEW and not 1 < len(bad) == column.filled:
            found += [problem for _, problem in bad]
            continue
        most = 2 * len(bad) > column.filled
        found.append(_declared(column) if most else _many(column))
    return found


def _declared(column: Column) -> Problem:
    rule = column.bad[0].problem.rule
    message = f"{column.unfit}: {_cells(column)}"
    return Problem(column.declared, rule, message, column.advice)


def _many(column: Column) -> Problem:
    first = column.bad[0].problem
    lines = [str(bad.problem.place.line) for bad in column.bad]
    more = " and more" if len(lines) > 4 * FEW else ""
    advice = f"{first.help}; the lines are {', '.join(lines[: 4 * FEW])}{more}"
    return Problem(first.place, first.rule, _cells(column), advice)


def _cells(column: Column) -> str:
    few = ", ".join(shown(bad.cell, 30) for bad in column.bad[:FEW])
    more = " …" if len(column.bad) > FEW else ""
    return f"{len(column.bad)} of {column.filled} cells {column.are} ({few}{more})"


def _columns(table: Table, fact: Fact) -> Iterator[Column]:
    yield _key_column(table, fact)
    for name, unit in table.units.items():
        if unit != "text":
            yield _unit_column(table, fact, name, unit)
    if table.sources:
        yield _source_column(table, fact)


def _key_column(table: Table, fact: Fact) -> Column:
    first: dict[str, Text] = {}
    bad: list[Bad] = []
    advice = "write it with letters, digits, - and _"
    if table.units[table.key] == "year":
        advice = "write it as 2024; where rows are periods, give them names in another column"
    for row in table.rows:
        key = row[table.key]
        if not _KEY.match(key):
            message = f"{shown(key)} cannot name a row"
            bad.append(Bad(key, Problem(key.place(), "bad-row-key", message, advice)))
        elif key in first:
            message = f"row {shown(key)} is given twice; first on line {first[key].place().line}"
            problem = Problem(key.place(), "duplicate-row-key", message, "keep or rename one")
            bad.append(Bad(key, problem))
        first.setdefault(key, key)
    unnamed = bool(bad) and bad[0].problem.rule == "bad-row-key"
    return Column(
        len(table.rows),
        bad,
        (fact.key or Text("")).place(),
        f"column {shown(table.key)} is no key",
        "cannot name a row" if unnamed else "repeat one above",
        "the key is the column that tells the rows apart, by words of letters, digits, - and _",
    )


def _unit_column(table: Table, fact: Fact, name: str, unit: str) -> Column:
    cells = [row[name] for row in table.rows if row[name]]
    if name == table.key:  # what cannot name a row is told as that
        cells = [cell for cell in cells if _KEY.match(cell)]
    form = _FORMS.get(unit, _NUMBER_FORM)
    return Column(
        len(cells),
        [Bad(cell, problem) for cell in cells for problem in _cell(cell, name, unit, form)],
        fact.columns[name].place(),  # type: ignore[index]
        f"unit {shown(unit)} does not fit column {shown(name)}",
        f"are no {unit}" if unit in NOT_QUANTITIES else "are no plain number",
        f"write text where the column holds words; cells in {unit} are written {form}",
    )


def _cell(cell: Text, column: str, unit: str, form: str) -> Iterator[Problem]:
    if unit not in NOT_QUANTITIES:
        if not _NUMBER.match(cell):
            message = f"{shown(cell)} in column {column!r} is not a plain number"
            advice = f"write {form}; leave the cell empty where nothing is known"
            yield Problem(cell.place(), "bad-cell", message, advice)
        return
    try:
        if unit == "year" and not _YEAR.match(cell):
            raise ValueError(f"{shown(cell)} in column {column!r} is not a year")
        if unit == "date" or len(cell) > 4:
            Period.parse(cell)
    except ValueError as error:
        yield Problem(cell.place(), "bad-cell", str(error), f"write {form}")


def _source_column(table: Table, fact: Fact) -> Column:
    cells = [row[table.sources] for row in table.rows if row[table.sources]]
    return Column(
        sum(cell.count(";") + 1 for cell in cells),
        [Bad(cell, problem) for cell in cells for problem in _sources(cell)],
        (fact.sources or Text("")).place(),
        f"column {shown(table.sources)} holds no sources",
        "name no source",
        "a source is the id of an evidence or of its fact, such as tass-2023 or un:members",
    )


def _sources(cell: Text) -> Iterator[Problem]:
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
