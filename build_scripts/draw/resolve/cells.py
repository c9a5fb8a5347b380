"""The cells of a waffle: each row of a table in the first group whose condition it meets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from build_scripts.draw.data import CODE, Cell
from build_scripts.draw.resolve.entries import Undrawable, checked_column, given, rows_where
from build_scripts.model.charts import Chart, Group
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.model.text import Text

if TYPE_CHECKING:
    from build_scripts.link.publication import Publication


def cells_of(publication: Publication, chart: Chart) -> tuple[tuple[Cell, ...], list[FactRef]]:
    """The cells in the table's order, and the facts they come from.

    Raises Undrawable where a row fits no group, or a group has no row.
    """
    named = given(chart, "table", chart.table)
    ref = FactRef.parse(named)
    table = publication.table(ref)
    label = checked_column(table, given(chart, "label", chart.label))
    rows = rows_where(table, chart.where)
    if not rows:
        raise Undrawable(named.place(), "nothing is left to draw", "widen `where`")
    groups = _groups(table, chart, rows)
    keys = [str(row[table.key]) for row in rows]
    short = all(len(key) <= CODE for key in keys)
    cells = [
        Cell(
            key if short else str(row[label]),
            groups[key],
            str(row[label]) if short and key != row[label] else "",
            str(FactRef(ref.evidence, ref.fact, key)),
        )
        for key, row in zip(keys, rows, strict=True)
    ]
    return tuple(cells), [ref]


def _groups(table: Table, chart: Chart, rows: Sequence[Mapping[str, Text]]) -> Mapping[str, str]:
    """The label of the first group that each row fits, by the row's key. Raises Undrawable."""
    groups: dict[str, str] = {}
    for group in chart.groups:
        for row in rows_where(table, group.where):
            groups.setdefault(str(row[table.key]), _label(group))
    keys = [str(row[table.key]) for row in rows]
    left = [key for key in keys if key not in groups]
    if left:
        few = ", ".join(left[:6]) + (" …" if len(left) > 6 else "")
        raise Undrawable(
            chart.groups[-1].label.place(),
            f"{len(left)} rows fit no group: {few}",
            "let the last group have no `where`: it takes the rest",
        )
    filled = {groups[key] for key in keys}
    for group in chart.groups:
        if _label(group) not in filled:
            raise Undrawable(
                group.label.place(), f"no row is left for {_label(group)!r}", "take the group out"
            )
    return groups


def _label(group: Group) -> str:
    return " ".join(group.label.split())
