"""What the checks are worth: every figure a reader can see is changed, and the change is caught.

The report, with every survivor, is what `python -m tests.mutation` prints. Three sorts of changes
are no mistakes to catch and are counted apart, openly: words that stay true of a computed value
("about 52%" for 52.08%), first-hand entries that no second record can contradict (the digits of a
quote that carry no value, a date under `when` that no sentence repeats), and changes that the
file's own words do not allow to be made.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.mutation.engine import Laboratory, Mutant, Score, run
from tests.mutation.sites import Site, sites

ROOT = Path(__file__).resolve().parents[2]
EVERY = 1 if os.environ.get("MUTATE") == "all" else 4
"""Evidence is sampled: each run changes every fourth text; MUTATE=all changes them all."""
BOUND = ("change a digit", "drop a digit", "change a number word", "shift a date")


@cache
def _laboratory() -> Laboratory:
    return Laboratory(ROOT)


def _score(chosen: Callable[[Site], bool]) -> Score:
    laboratory = _laboratory()
    return run(laboratory, [site for site in sites(laboratory.publication) if chosen(site)])


def _sampled(site: Site) -> bool:
    return zlib.crc32(f"{site.path} {site.kind} {site.text}".encode()) % EVERY == 0


def _report(score: Score) -> str:
    rows = [f"{name}: {score.caught[name]} of {made}" for name, made in sorted(score.made.items())]
    return "\n".join([*rows, *(f"survived: {mutant}" for mutant in score.survivors)])


def _bound(mutant: Mutant) -> bool:
    return mutant.operator in BOUND


@pytest.mark.parametrize("part", ["content/claims", "charts/", "content/topics"])
def test_changes_of_what_readers_read_are_caught(part: str) -> None:
    score = _score(lambda site: site.path.startswith(part))

    digits = [mutant for mutant in score.survivors if _bound(mutant)]
    made = sum(score.made[operator] for operator in BOUND)
    assert made > 20, "the laboratory found nothing to change"
    assert len(digits) <= made * 0.005, _report(score)
    assert score.share() >= 0.98, _report(score)


def test_changes_of_evidence_are_caught() -> None:
    score = _score(lambda site: site.unit[0] == "evidence" and _sampled(site))

    assert sum(score.made.values()) > 500, "the laboratory found nothing to change"
    assert score.share() >= 0.97, _report(score)


def test_a_change_that_nothing_forbids_is_seen_to_survive() -> None:
    """The laboratory itself can fail: words without a figure are no business of the checks."""
    laboratory = _laboratory()
    site = next(site for site in sites(laboratory.publication) if site.unit[0] == "topics")
    word = str(site.text).split()[0]
    assert laboratory.caught(Mutant(site, "change a word", 0, word, "Anything")) is False
