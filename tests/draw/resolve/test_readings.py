"""The tests of readings as bars: what is counted, and what it is held against."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.draw.data import ReadingMark
from build_scripts.draw.resolve.readings import readings_of
from build_scripts.model.linked import Outcome
from tests.contribute.samples import edit, load, write

SUMS = "content/evidence/sums.yml"
MEANS = "Most ships stay for the night"


def marks(root: Path, formula: str) -> tuple[ReadingMark, ...]:
    """The bars of an article whose one reading is tested by this formula."""
    write(root)
    edit(root, SUMS, ("formula: port:nights > 50", f"formula: {formula}"))
    return readings_of(load(root), "most-ships-stay")[0]


@pytest.mark.parametrize(
    ("formula", "counted", "needed", "bar", "threshold"),
    [
        ("port:nights > 50", "18%", "needs more than 50%", 18, 50),
        ("50 < port:nights", "18%", "needs more than 50%", 18, 50),
        ("port:nights < 50", "18%", "needs less than 50%", 18, 50),
        ("port:calls >= 100 + 100", "240 ships", "needs at least 200 ships", 240, 200),
        ("port:flags.DK / port:flags.NO <= 0.5", "53.85%", "needs at most 50%", 53.85, 50),
        ("port:calls != 240", "240 ships", "needs anything but 240 ships", 240, 240),
    ],
)
def test_a_comparison_is_a_bar_in_the_unit_of_what_is_counted(
    tmp_path: Path, formula: str, counted: str, needed: str, bar: float, threshold: float
) -> None:
    (mark,) = marks(tmp_path, formula)
    assert (mark.means, mark.value_text, mark.threshold_text) == (MEANS, counted, needed)
    assert mark.low == mark.high == pytest.approx(bar, abs=0.01)
    assert mark.threshold == threshold


def test_comparisons_that_are_joined_are_bars_below_each_other(tmp_path: Path) -> None:
    first, second = marks(tmp_path, "port:nights > 50 and port:calls > 100")
    assert (first.means, second.means) == (MEANS, "")
    assert (first.outcome, second.outcome) == (Outcome.FAILS, Outcome.HOLDS)
    assert (first.value_text, second.value_text) == ("18%", "240 ships")
    assert (first.margin, second.margin) == ("", "It would hold above 50%")


@pytest.mark.parametrize(
    ("formula", "outcome"),
    [
        ("port:calls > 100 and port:nights > 50", Outcome.FAILS),
        ("log:calls > 500 or log:swedish > 30", Outcome.ASSERTED),
        ("log:swedish > 30 or port:calls > 100", Outcome.HOLDS),
    ],
)
def test_a_further_bar_has_its_own_outcome(tmp_path: Path, formula: str, outcome: Outcome) -> None:
    assert marks(tmp_path, formula)[1].outcome is outcome


@pytest.mark.parametrize(
    "formula", ["not port:nights > 50", "port:nights > 50 and not port:calls > 100"]
)
def test_a_test_that_is_no_comparison_is_its_question_without_a_bar(
    tmp_path: Path, formula: str
) -> None:
    (mark,) = marks(tmp_path, formula)
    assert mark.value_text == "Do more than half of the ships stay for the night?"
    assert (mark.low, mark.high, mark.threshold, mark.threshold_text) == (None, None, None, "")
