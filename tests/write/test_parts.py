"""What pages share: how the sources of a row are called, which columns are for reading."""

import pytest

from build_scripts.link.cells import row_sources
from build_scripts.model.tables import Table
from build_scripts.model.text import Text
from build_scripts.write.parts import columns_to_read, source_names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("census", ["census"]),
        ("census:north; letter:said", ["census", "letter"]),
        ("tally:for; tally:against; news:for", ["tally:for", "against", "news"]),
        ("tally:for; news:for; tally:absent", ["tally:for", "news", "tally:absent"]),
    ],
)
def test_no_source_of_a_row_is_named_twice_in_the_same_words(cell: str, names: list[str]) -> None:
    assert source_names(list(row_sources(Text(cell)))) == names


def _table(units: dict[str, str], *rows: str) -> Table:
    cells = [dict(zip(units, map(Text, row.split(",")), strict=True)) for row in rows]
    return Table("states.csv", "code", units, tuple(cells))


def test_a_key_is_not_for_reading_where_another_column_names_every_row() -> None:
    table = _table(
        {"code": "text", "name": "text", "ships": "ships"}, "NO,Norway,5", "DK,Denmark,5"
    )
    assert columns_to_read(table) == ["name", "ships"]


@pytest.mark.parametrize(
    "rows",
    [("NO,North,5", "DK,North,6"), ("NO,Norway,5", "DK,,6")],
)
def test_a_key_is_read_where_nothing_else_tells_its_rows_apart(rows: tuple[str, ...]) -> None:
    units = {"code": "text", "name": "text", "ships": "ships"}
    assert columns_to_read(_table(units, *rows)) == ["code", "name", "ships"]


def test_a_count_names_no_row() -> None:
    table = _table({"code": "text", "ships": "ships"}, "NO,5", "DK,6")
    assert columns_to_read(table) == ["code", "ships"]
