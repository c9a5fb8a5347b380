"""Tables: cells with places, headers, rows, keys and numbers."""

import csv
import io
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.records import Fact
from build_scripts.model.text import Text
from build_scripts.read.loaders import read_evidence
from build_scripts.read.tables import _records, read_table

COLUMNS = "{year: year, name: text, states: states, share: '%', seen: date, from: text}"
HEADER = "year,name,states,share,seen,from\n"


def fact(columns: str = COLUMNS, key: str = "year", sources: str = "from") -> Fact:
    text = (
        "title: T\nkind: calculation\nfacts:\n  f:\n    says: s\n    table: t.csv\n"
        f"    key: {key}\n    columns: {columns}\n    sha256: {'0' * 64}\n"
    )
    evidence, _ = read_evidence(text + (f"    sources: {sources}\n" if sources else ""), "e.yml")
    assert evidence is not None
    return next(iter(evidence.facts.values()))


def said(text: str, of: Fact | None = None) -> list[str]:
    _, problems = read_table(text, "t.csv", of or fact(), "e")
    return [f"{p.place} {p.message} [{p.rule}]" for p in problems]


def test_a_table_with_places() -> None:
    text = HEADER + '2019,"Korea, ""South""",31,-1.5,2019-03,un:members; sipri\n2020,B,,,,\n'
    table, problems = read_table(text, "t.csv", fact(), "e")
    assert problems == []
    assert table is not None
    assert (table.path, table.key, table.sources) == ("t.csv", "year", "from")
    assert table.quantity_columns == ("states", "share")
    row = table.row("2019")
    assert row is not None
    assert row["name"] == 'Korea, "South"'
    assert [str(cell.place()) for cell in row.values()] == [
        "t.csv:2:1",
        "t.csv:2:7",
        "t.csv:2:25",
        "t.csv:2:28",
        "t.csv:2:33",
        "t.csv:2:41",
    ]
    name = row["name"]
    assert str(name.place(name.index("South"))) == "t.csv:2:16"


@pytest.mark.parametrize(("key", "sources"), [("yaer", "from"), ("year", "form"), ("12", "")])
def test_a_table_whose_key_or_sources_are_no_column_is_none(key: str, sources: str) -> None:
    table, problems = read_table(
        HEADER + "2019,A,1,,,un\n", "t.csv", fact(COLUMNS, key, sources), "e"
    )
    assert (table, problems) == (None, [])  # the reading of the evidence file says which


def test_a_cell_over_several_lines() -> None:
    of = fact("{a: text, b: text}", "a", "")
    table, problems = read_table('a,b\nx,"one\n""two"" three\n"\ny,z\n', "t.csv", of, "e")
    assert problems == []
    assert table is not None
    cell = table.rows[0]["b"]
    assert cell == 'one\n"two" three\n'
    assert [str(cell.place(cell.index(word))) for word in ("one", "two", "three")] == [
        "t.csv:2:4",
        "t.csv:3:3",
        "t.csv:3:9",
    ]
    assert str(table.rows[1]["b"].place()) == "t.csv:5:3"


@pytest.mark.parametrize(
    "row",
    [
        "2019,,,,,",
        "2019,A,0,0.0,2014–18,sipri",
        "2019,A,12,-53,2024-03-11,un:members.RUS",
        '"2019","A","12","5.25","2024","un; sipri:exports"',
    ],
)
def test_cells_that_fit(row: str) -> None:
    assert said(HEADER + row + "\n") == []
    assert said(HEADER + row) == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            '2019,A,"1,200",,,',
            "t.csv:2:9 '1,200' in column 'states' is not a plain number [bad-cell]",
        ),
        (
            "2019,A,10-20,,,",
            "t.csv:2:8 '10-20' in column 'states' is not a plain number [bad-cell]",
        ),
        ("2019,A,+5,,,", "t.csv:2:8 '+5' in column 'states' is not a plain number [bad-cell]"),
        ("2019,A,1e3,,,", "t.csv:2:8 '1e3' in column 'states' is not a plain number [bad-cell]"),
        ("2019,A,٣,,,", "t.csv:2:8 '٣' in column 'states' is not a plain number [bad-cell]"),
        ("2019,A,,5%,,", "t.csv:2:9 '5%' in column 'share' is not a plain number [bad-cell]"),
        ("2019,A, ,,,", "t.csv:2:8 '' in column 'states' is not a plain number [bad-cell]"),
        ("19,A,,,,", "t.csv:2:1 '19' in column 'year' is not a year [bad-cell]"),
        (
            "2014-18,A,,,,",
            "t.csv:2:1 '2014-18' in column 'year' is not a year [bad-cell]",
        ),
        ("2019,A,,,2024-13,", "t.csv:2:10 date '2024-13' has no such month [bad-cell]"),
        ("2019,A,,,,un; A b", "t.csv:2:15 'A b' is no source, such as tass-2023 or un:members"),
        ("2019,A,,,,un;", "t.csv:2:14 '' is no source, such as tass-2023 or un:members"),
        (
            "2019,A,,,,\n2020,B,,,,\n2019,C,,,,",
            "t.csv:4:1 row '2019' is given twice; first on line 2 [duplicate-row-key]",
        ),
        ("2019,A,,,", "t.csv:2:10 this row has 5 cells, the header has 6 [ragged-row]"),
        ("2019,A,,,,,x", "t.csv:2:12 this row has 7 cells, the header has 6 [ragged-row]"),
        ("2019", "t.csv:2:1 this row has 1 cell, the header has 6 [ragged-row]"),
        ("\n2019,A,,,,", "t.csv:2:1 this row is blank [ragged-row]"),
        (
            '2019,"A,,,,',
            "t.csv:2:6 a quotation mark opens in this line and is never closed [csv-syntax]",
        ),
        (
            '2019,"A"B,,,,',
            "t.csv:2:6 text stands after a closing quotation mark [csv-syntax]",
        ),
    ],
)
def test_rows_that_do_not_fit(row: str, message: str) -> None:
    (problem,) = said(HEADER + row + "\n")
    assert problem.startswith(message)


def test_a_column_of_years_may_hold_spans() -> None:
    of = fact("{a: text, b: year}", "a", "")
    assert said("a,b\nx,2014–18\ny,1999–2003\n", of) == []
    assert said("a,b\nx,2018–14\n", of) == [
        "t.csv:2:3 period '2018–14' ends before it begins [bad-cell]"
    ]


@pytest.mark.parametrize("key", ["", " 2019", "South Korea", "-a", "a.b", "ä"])
def test_row_keys_that_cannot_be_cited(key: str) -> None:
    of = fact("{a: text, b: text}", "a", "")
    assert said(f"a,b\n{key},x\n", of) == [
        f"t.csv:2:1 '{key.strip()}' cannot name a row [bad-row-key]"
    ]


@pytest.mark.parametrize(
    ("header", "messages"),
    [
        ("", ["t.csv:1:1 nothing is written here [empty-file]"]),
        (
            "year,name,state,share,seen,from",
            [
                "e.yml:8:39 the table has no column 'states'; did you mean 'state'?"
                " [missing-column]",
            ],
        ),
        (
            "year,name,states,share,seen,from,extra",
            ["t.csv:1:34 column 'extra' has no unit [undeclared-column]"],
        ),
        (
            "year,more,name,states,share,seen,from,extra",
            ["t.csv:1:6 columns 'more' and 'extra' have no unit [undeclared-column]"],
        ),
        (
            "one,two,three",
            [
                "e.yml:8:15 the table has no columns 'year', 'name', 'states', 'share', 'seen'"
                " and 'from' [missing-column]"
            ],
        ),
        (
            "year,name,states,share,seen,from,year",
            ["t.csv:1:34 column 'year' is given twice [duplicate-column]"],
        ),
        (
            "year;name;states;share;seen;from",
            ["t.csv:1:1 the columns are not separated by commas [csv-syntax]"],
        ),
        (HEADER, ["t.csv:1:1 no row follows the header [empty-table]"]),
        ("from,name,share,seen,states,year\nun,A,5,,6,2019", []),
    ],
)
def test_a_header_names_each_declared_column_once(header: str, messages: list[str]) -> None:
    assert said(header) == messages


def test_nothing_is_concluded_from_a_table_with_a_bad_cell() -> None:
    table, problems = read_table(HEADER + "2019,A,many,,,\n", "t.csv", fact(), "e")
    assert table is None
    assert len(problems) == 1


@pytest.mark.parametrize("key", ["2019 ", "2018/19", "2018–19", "in 2019"])
def test_a_year_that_cannot_name_a_row_is_told_once(key: str) -> None:
    (problem,) = read_table(HEADER + f"{key},A,,,,\n2020,B,,,,\n", "t.csv", fact(), "e")[1]
    assert (problem.rule, problem.message) == (
        "bad-row-key",
        f"{key.strip()!r} cannot name a row",
    )
    assert problem.help == (
        "write it as 2024; where rows are periods, give them names in another column"
    )


MANY = "{key: text, number: states, seen: year, from: text}"
ROWS = [("a", "1", "2019", "un"), ("b", "2", "2020", "un"), ("c", "3", "", "un:members")]
ROWS += [("d", "4", "2021", "un"), ("e", "5", "2022", ""), ("f", "", "2023", "tass; un")]
ROWS += [("g", "7", "2024", "un"), ("h", "8", "2025", "un"), ("i", "9", "2026", "un")]


def of_rows(rows: Iterable[tuple[str, ...]], columns: str = MANY, key: str = "key") -> list[str]:
    text = "\n".join(map(",".join, [("key", "number", "seen", "from"), *rows]))
    return said(text, fact(columns, key))


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (
            "key: text", "key: year",
            "e.yml:8:20 unit 'year' does not fit column 'key': 9 of 9 cells are no year "
            "('a', 'b', 'c' …) [bad-cell]",
        ),
        (
            "number: states", "number: year",
            "e.yml:8:34 unit 'year' does not fit column 'number': 8 of 8 cells are no year "
            "('1', '2', '3' …) [bad-cell]",
        ),
        (
            "number: states", "number: date",
            "e.yml:8:34 unit 'date' does not fit column 'number': 8 of 8 cells are no date "
            "('1', '2', '3' …) [bad-cell]",
        ),
    ],
)  # fmt: skip
def test_a_wrong_unit_is_one_problem_of_the_unit(right: str, wrong: str, problem: str) -> None:
    assert of_rows(ROWS) == []
    columns = MANY.replace(right, wrong)
    assert of_rows(ROWS, columns) == [problem]
    text = "\n".join(map(",".join, [("key", "number", "seen", "from"), *ROWS]))
    assert read_table(text, "t.csv", fact(columns, "key"), "e:f")[0] is None


def test_a_wrong_key_or_sources_is_one_problem_of_the_declaration() -> None:
    assert of_rows(ROWS, key="from") == [
        "e.yml:7:10 column 'from' is no key: 8 of 9 cells repeat one above "
        "('un', 'un:members', 'un' …) [duplicate-row-key]"
    ]
    text = "key,number,seen,name\na,1,2019,South Korea\nb,2,2019,New Zealand"
    of = fact("{key: text, number: states, seen: year, name: text}", "key", "name")
    assert said(text, of) == [
        "e.yml:10:14 column 'name' holds no sources: 2 of 2 cells name no source "
        "('South Korea', 'New Zealand') [bad-cell]"
    ]


def test_a_few_bad_cells_are_told_one_by_one_and_many_once() -> None:
    few = [(key, "1k" if key in "bdg" else "1", seen, of) for key, _, seen, of in ROWS]
    assert of_rows(few) == [
        f"t.csv:{line}:3 '1k' in column 'number' is not a plain number [bad-cell]"
        for line in (3, 5, 8)
    ]
    many = [(key, "1k" if key in "bdgi" else "1", seen, of) for key, _, seen, of in ROWS]
    assert of_rows(many) == [
        "t.csv:3:3 4 of 9 cells are no plain number ('1k', '1k', '1k' …) [bad-cell]"
    ]
    (problem,) = read_table(
        "\n".join(map(",".join, [("key", "number", "seen", "from"), *many])),
        "t.csv", fact(MANY, "key"), "e:f",
    )[1]  # fmt: skip
    assert problem.help == (
        "write 1200 or -1.5; leave the cell empty where nothing is known; the lines are 3, 5, 8, 10"
    )


def test_many_ragged_rows_are_one_problem() -> None:
    assert said(HEADER + "2019,A,,,\n" * 3) == [
        f"t.csv:{line}:10 this row has 5 cells, the header has 6 [ragged-row]" for line in (2, 3, 4)
    ]
    assert said(HEADER + "2019,A,,,\n" * 4) == [
        "t.csv:2:10 this row has 5 cells, the header has 6; 4 rows do not fit [ragged-row]"
    ]


def test_a_table_without_columns_is_left_to_the_evidence_file() -> None:
    assert said(HEADER + "2019,A,1,,,", fact("{}")) == []


CELLS = st.lists(
    st.lists(st.text(st.sampled_from('ab,"\n ;é😀'), max_size=6), min_size=2, max_size=4),
    min_size=1,
    max_size=5,
)


@given(CELLS, st.booleans())
def test_whatever_csv_writes_is_found_again(rows: list[list[str]], quoted: bool) -> None:
    file = io.StringIO()
    csv.writer(
        file, lineterminator="\n", quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    ).writerows(rows)
    text = file.getvalue()
    records, problem = _records(text, "t.csv")
    assert problem is None
    assert records == rows
    lines = text.split("\n")
    for cell in (cell for row in records for cell in row):
        assert isinstance(cell, Text)
        for offset, character in enumerate(cell):
            place = cell.place(offset, offset + 1)
            assert character == "\n" or lines[place.line - 1][place.column - 1] == character


@given(st.text())
def test_any_text_is_a_table_or_refused(text: str) -> None:
    table, problems = read_table(text, "t.csv", fact(), "e")
    assert table is not None or problems
