"""What the checks are worth: every figure a reader can see is changed, and the change is caught.

The report, with every survivor, is what `python -m tests.mutation` prints. Counted apart, openly:

- changes that stay true: "about 52%" for a computed 52.08%, or two citations that change places and
  bear the same figure, or none;
- first-hand entries that no second record can contradict: the digits of a quote that carry no
  value, and what a date under `when` has beyond the dates of its fact's sentence;
- direction words beside no figure ("the claim has grown"), and words of rank ("second", "largest"):
  the first state nothing that is bound, the others are judged only against a fact's own sentence.

Every cell of a table is caught by the table's checksum. What would be left if somebody renewed the
checksum of a wrong table is printed by `python -m tests.mutation renewed`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.mutation.engine import Laboratory, Mutant
from tests.mutation.explained import UNEXPLAINED, why
from tests.mutation.operators import OPPOSITES
from tests.mutation.score import Score, run
from tests.mutation.sites import Site, sites

ROOT = Path(__file__).resolve().parents[2]
BOUND = (
    "change a digit",
    "drop a digit",
    "change a number word",
    "shift a date",
    "flip a direction",
    "alter a table cell",
)
PARTS = 6
"""All texts are dealt out to so many tests, so that they can run side by side."""


@cache
def _laboratory() -> Laboratory:
    return Laboratory(ROOT)


@cache
def _sites() -> tuple[Site, ...]:
    return tuple(sites(_laboratory().publication))


def _report(score: Score) -> str:
    survivors = (f"survived: {mutant} – {why(mutant)}" for mutant in score.survivors)
    return "\n".join(["", score.table(), *survivors])


@pytest.mark.parametrize("part", range(PARTS))
def test_changes_of_what_readers_read_are_caught(part: int) -> None:
    """All changed digits, number words, dates and directions, and 98% of all changes."""
    score = run(_laboratory(), _sites()[part::PARTS])

    assert sum(score.made.values()) > 1000, "the laboratory found nothing to change"
    assert [str(mutant) for mutant in score.survivors if mutant.operator in BOUND] == []
    assert [str(mutant) for mutant in score.survivors if why(mutant) == UNEXPLAINED] == []
    assert score.share() >= 0.98, _report(score)
    assert sum(score.unmade.values()) == 0, _report(score)


def test_each_kind_of_text_is_changed() -> None:
    kinds = {site.kind for site in _sites()}
    folders = {site.path.rpartition("/")[0] for site in _sites()}
    assert kinds >= {"prose", "tested", "says", "value", "when", "quote", "formula", "cell"}
    assert folders == {"content/claims", "content/evidence", "content/topics", "charts", "docs"}


def test_every_direction_word_has_an_opposite() -> None:
    from build_scripts.link.binding.directions import DIRECTIONS

    assert set(DIRECTIONS) - set(OPPOSITES) == set()


def test_a_change_that_nothing_forbids_is_seen_to_survive() -> None:
    """The laboratory itself can fail: words without a figure are no business of the checks."""
    site = next(site for site in _sites() if site.unit[0] == "topics")
    word = str(site.text).split()[0]
    assert _laboratory().caught(Mutant(site, "change a word", 0, word, "Anything")) is False
