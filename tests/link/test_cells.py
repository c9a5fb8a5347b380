"""Cells of tables as facts say them."""

from __future__ import annotations

import pytest

from build_scripts.link.cells import cell_words
from build_scripts.model.text import Text
from tests.link.lookups import table


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("1419316933", "IND, people in all: 1,419,316,933"),
        ("27.5", "IND, people in all: 27.5"),
        ("1,000", "IND, people in all: 1,000"),
        ("", "IND, people in all: "),
    ],
)
def test_a_cell_is_said_with_its_row_and_its_column(cell: str, words: str) -> None:
    ledger = table("iso3", {"iso3": "text", "people_in_all": "people", "area": "km2"})
    assert cell_words(ledger, "IND", "people_in_all", Text(cell)) == words


def test_a_table_of_one_column_of_quantities_needs_no_name_for_it() -> None:
    shares = table("state", {"state": "text", "share": "%", "seen": "year"})
    assert cell_words(shares, "IND", "share", Text("38")) == "IND: 38"
