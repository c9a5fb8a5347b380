from __future__ import annotations

from dataclasses import replace

from build_scripts.draw.data import csv_of, rows_of, sorted_marks
from tests.draw.samples import aid, exporters, ladder, reach, readings, recipients, waffle


def test_marks_are_sorted_by_value_and_whole_groups_by_their_sum() -> None:
    assert [mark.text for mark in sorted_marks(reach())] == ["107", "64", "54", "47", "41", "40"]
    grouped = replace(aid(), sort="ascending")
    assert sorted_marks(grouped)[0].label.startswith("Appropriated")
    assert sorted_marks(recipients()) == recipients().marks


def test_the_table_beside_a_chart_has_what_is_drawn_in_the_order_drawn() -> None:
    table = rows_of(reach())
    assert table.header == ("Label", "Value", "Fact")
    assert table.rows[0] == ("United States", "107", "sample:fact")
    assert table.rows[-1] == ("Smallest majority of the UN's members", "97", "")
    assert rows_of(ladder()).header == ("Label", "Group", "Value", "Fact")


def test_lines_cells_and_readings_have_tables_too() -> None:
    assert rows_of(exporters()).rows[0] == ("United States", "2013", "29%", "sample:fact")
    cells = rows_of(waffle())
    assert len(cells.rows) == 193
    assert cells.header == ("Cell", "Name", "Group", "Fact")
    assert rows_of(readings()).header == (
        "Reading", "Count", "Needed", "Outcome", "Margin"
    )  # fmt: skip


def test_csv_has_numbers_beside_the_printed_values() -> None:
    lines = csv_of(aid()).decode().split("\r\n")
    assert lines[0] == "label,group,value,fact,low,high,unit"
    assert lines[1] == (
        "As claimed in February 2025,United States,more than $300 billion,sample:fact,"
        "300000000000,,USD"
    )
    assert csv_of(reach()).decode().split("\r\n")[-2] == (
        "Smallest majority of the UN's members,97,,97,97,states"
    )
