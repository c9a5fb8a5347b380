"""What stands first under a reading, and what a page promises."""

from datetime import date
from pathlib import Path

import pytest

from build_scripts.model.linked import Margin
from build_scripts.model.quantity import Quantity
from build_scripts.model.refs import FactRef
from build_scripts.write.pages.claim import telling_first
from build_scripts.write.tree import write_pages
from tests.write.exports.sample import SITE, article, small

ANY = "holds with nine states; it would fail at any other value"
SUM = "holds with $997 billion; it would fail at $984.4 billion or less"
ONE = "holds with $314 billion; it would fail at $326.6 billion or more"


def led(*words: str) -> list[str]:
    now = Quantity.of(1)
    margins = [Margin(FactRef("a", "b"), now, now, one) for one in words]
    return [margin.words for margin in telling_first(margins)]


def test_a_distance_leads_where_an_exact_match_stands_before_it() -> None:
    assert led(ANY, SUM, ONE) == [SUM, ONE, ANY]


def test_otherwise_the_order_of_the_formula_stands() -> None:
    assert led(ONE, SUM) == [ONE, SUM]
    assert led(ANY) == [ANY]


@pytest.mark.parametrize(
    ("more", "promised"),
    [
        ("review_by: 2027-03-01", True),
        ("", False),
        ("review_by: 2027-03-01\nwithdrawn: {date: 2026-11-20, why: It was wrong.}", False),
    ],
)
def test_a_page_promises_another_look_where_one_is_due(
    tmp_path: Path, more: str, promised: bool
) -> None:
    files = {"content/claims/towns.md": article("Towns", more=more)}
    pages = tmp_path / "pages"
    write_pages(small(tmp_path / "small", files), pages, {}, SITE, date(2026, 11, 23))
    text = (pages / "claims/towns.md").read_text("utf-8")
    assert ("We look at this check again by 1 March 2027." in text) is promised
