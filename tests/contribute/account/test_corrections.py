"""`check --since` over real git histories: nothing published changes silently."""

import re
from pathlib import Path

import pytest

from build_scripts.problems import Severity
from tests.contribute.account.silent import FLAGS, found, messages, said
from tests.contribute.histories import commit, correct
from tests.contribute.samples import ARTICLE, FILES, PORT, edit

HELP = (
    "add an entry under `corrections:` with date, kind, what, was, now and why; or put back what "
    "stood there"
)


# Changes, each without and with its correction.

CHANGES = {
    "verdict": (
        (ARTICLE, "verdict: false", "verdict: misleading"),
        "verdict “misleading” was “false” at REV",
    ),
    "claim": (
        (ARTICLE, "text: Most of our ships", "text: Most ships"),
        "claim “Most ships stay for the night.” was “Most of our ships stay for the night.” at REV",
    ),
    "date of the claim": (
        (ARTICLE, "date: 2024-05-01", "date: 2024-05-02"),
        "date of the claim “2 May 2024” was “1 May 2024” at REV",
    ),
    "date of publication": (
        (ARTICLE, "published: 2024-06-01", "published: 2024-06-02"),
        "date of publication “2 June 2024” was “1 June 2024” at REV",
    ),
    "figure": ((ARTICLE, "which is 54%", "which is 55%"), "“55%” was “54%” at REV"),
    "figure in the summary": (
        (ARTICLE, "Of 240 ships", "Of 241 ships"),
        "“241 ships” was “240 ships” at REV",
    ),
    "hedge": ((ARTICLE, "which is 54%", "which is about 54%"), "“about 54%” was “54%” at REV"),
    "date": ((ARTICLE, "night in 2023 [", "night in 2022 ["), "“2022” was “2023” at REV"),
    "unit": ((ARTICLE, "which is 54%", "which is 54 days"), "“54 days” was “54%” at REV"),
    "quotation": (
        (ARTICLE, '"40 Swedish ships"', '"40 Danish ships"'),
        "“40 Danish ships” was “40 Swedish ships” at REV",
    ),
    "proportion": (
        (ARTICLE, "title: Most ships do not", "title: Half the ships do not"),
        "“Half” was “Most” at REV",
    ),
    "figure that is gone": ((ARTICLE, ", which is 54%", ""), "“54%” stood here at REV and is gone"),
    "paragraph that is gone": (
        (ARTICLE, 'The book has "40 Swedish ships" [@log:swedish]. ', ""),
        "“40 Swedish ships” stood here at REV and is gone",
    ),
    "quote of a source": (
        (PORT, "18% of them stayed", "18% of these stayed"),
        "quote of port:calls “In 2023 the port had 240 ships, and 18% of these stayed for…” was "
        "“In 2023 the port had 240 ships, and 18% of them stayed for…” at REV",
    ),
    "translation of a quote": (
        ("content/evidence/log.yml", "translation: 40 Swedish", "translation: 40 swedish"),
        "quote of log:swedish “40 svenske skip (40 swedish ships)” was "
        "“40 svenske skip (40 Swedish ships)” at REV",
    ),
    "value of a fact behind a reading": (
        (PORT, "value: 18%", "value: 19%"),
        "fact port:nights “19%” was “18%” at REV",
    ),
    "outcome of a reading": (
        ("content/evidence/sums.yml", "port:nights > 50", "port:nights > 10"),
        "outcome of sums:most-stay “holds” was “fails” at REV",
    ),
    "value of a chart": (
        (FLAGS, "SE,Sweden,40", "SE,Sweden,41"),
        "chart ships-by-flag, Sweden: “41” was “40” at REV",
    ),
    "mark of a chart that is gone": (
        (FLAGS, "SE,Sweden,40,log:swedish\n", ""),
        "chart ships-by-flag, Sweden: “40” stood here at REV and is gone",
    ),
    "text of a chart": (
        ("charts/ships-by-flag.yml", "longest, with 130 ships", "longest, with 120 ships"),
        "“120 ships” was “130 ships” at REV",
    ),
    "chart that is gone": (
        (ARTICLE, "![](chart:ships-by-flag)\n", ""),
        "“chart ships-by-flag” stood here at REV and is gone",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_silent_change_is_caught(root: Path, revision: str, name: str) -> None:
    (path, old, new), message = CHANGES[name]
    edit(root, path, (old, new))
    assert f"{message}, and no new correction says so [silent-change]" in messages(root, revision)
    assert all(problem.severity is Severity.ERROR for problem in found(root, revision))


@pytest.mark.parametrize("name", CHANGES)
def test_with_a_correction_it_passes(root: Path, revision: str, name: str) -> None:
    (path, old, new), _ = CHANGES[name]
    edit(root, path, (old, new))
    correct(root, "the former words", "the present words", "major")
    assert [p for p in found(root, revision) if p.severity is Severity.ERROR] == []


def test_the_problem_stands_at_the_changed_words_with_its_help(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("which is 54%", "which is 55%"))
    (problem,) = found(root, revision)
    assert str(problem.place) == "content/claims/most-ships-stay.md:24:82"
    assert problem.help == HELP


def test_a_changed_number_of_a_source_is_caught_in_every_article_at_once(
    root: Path, revision: str
) -> None:
    other = FILES[ARTICLE].replace("title: Most ships do", "title: Most of the ships do")
    (root / "content/claims/another.md").write_text(other, "utf-8")
    since = commit(root)
    edit(root, PORT, ("value: 18%", "value: 19%"))
    assert [problem.place.path for problem in found(root, since)] == [
        "content/claims/another.md",
        "content/claims/most-ships-stay.md",
    ]


# What may change freely.


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ARTICLE, "Danish ones 70", "those from Denmark 70"),
        (ARTICLE, "which is 54%", "which is 54 per cent"),
        (ARTICLE, "had 240 ships", "had 240 vessels"),
        (ARTICLE, "It calls the port the first", "It calls the port the first of all"),
        (ARTICLE, "## The count", "## How many there were"),
        (ARTICLE, "topics: [shipping]", "topics: [shipping]\nreviewed_by: [somebody]"),
        (ARTICLE, "The quay", "A quay"),
        (PORT, "where: p. 4", "where: p. 5"),
        (PORT, "publisher: Port Lantern", "publisher: The Port of Lantern"),
        ("content/topics/shipping.yml", "240 ships", "240 vessels"),
        ("docs/about.md", "made", "all made"),
        ("charts/ships-by-flag.yml", "kind: bar", "kind: bar\nsort: descending"),
    ],
)
def test_what_no_reader_sees_differently_may_change(
    root: Path, revision: str, path: str, old: str, new: str
) -> None:
    edit(root, path, (old, new))
    assert messages(root, revision) == []


def test_sentences_may_move_and_be_added(root: Path, revision: str) -> None:
    moved = 'The book has "40 Swedish ships" [@log:swedish]. '
    edit(root, ARTICLE, (moved, ""), ("## The count\n\n", f"## The count\n\n{moved}"))
    edit(
        root,
        ARTICLE,
        ("the first [@log:boast].", "the first [@log:boast]. Others came to 110 [@sums:others]."),
    )
    assert messages(root, revision) == []


def test_a_repetition_may_go(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("In 2023 the port had 240 ships [@port:calls]. ", ""))
    assert messages(root, revision) == []


def test_a_label_of_a_chart_may_change(root: Path, revision: str) -> None:
    edit(root, FLAGS, ("SE,Sweden,", "SE,Kingdom of Sweden,"))
    assert messages(root, revision) == []


def test_a_table_shown_in_the_article(root: Path) -> None:
    edit(root, ARTICLE, ("![](chart:ships-by-flag)", "![](table:port:flags)"))
    since = commit(root)
    edit(root, FLAGS, ("SE,Sweden,40", "SE,Sweden,41"))
    assert messages(root, since) == [
        "table port:flags, SE, ships: “41” was “40” at REV, and no new correction says so "
        "[silent-change]"
    ]
    edit(root, FLAGS, ("SE,Sweden,41,log:swedish", "SE,Sweden,40,port"))
    assert messages(root, since) == []


def test_a_short_line_is_held_against_the_next_short_one(root: Path) -> None:
    edit(root, ARTICLE, ("## The count\n", "## The count\n\n- 54% [@sums:norwegian-share]\n"))
    since = commit(root)
    edit(root, ARTICLE, ("- 54% [", "- 55% ["))
    assert messages(root, since) == [
        "“55%” was “54%” at REV, and no new correction says so [silent-change]"
    ]


def test_our_translation_of_the_claim_does_not_change_silently(root: Path) -> None:
    speaker = "  speaker: harbour-master"
    words = "  language: sv\n  translation: Most ships of ours stay.\n"
    edit(root, ARTICLE, (speaker, words + speaker))
    since = commit(root)
    edit(root, ARTICLE, ("Most ships of ours stay.", "All ships of ours stay."))
    assert messages(root, since) == [
        "translation of the claim “All ships of ours stay.” was “Most ships of ours stay.” at REV, "
        "and no new correction says so [silent-change]"
    ]
    correct(root, "Most ships of ours stay.", "All ships of ours stay.")
    assert messages(root, since) == []


def test_a_draft_may_change_and_go(root: Path) -> None:
    edit(root, ARTICLE, ("published:", "draft: true\npublished:"))
    since = commit(root)
    edit(root, ARTICLE, ("54%", "55%"))
    assert messages(root, since) == []
    (root / ARTICLE).unlink()
    assert messages(root, since) == []


def test_a_new_article_is_no_change(root: Path, revision: str) -> None:
    (root / "content/claims/another.md").write_text(FILES[ARTICLE], "utf-8")
    assert messages(root, revision) == []


def test_where_nothing_changed_there_is_no_problem(root: Path, revision: str) -> None:
    assert found(root, revision) == found(root, "HEAD") == []


# What an entry has to be.


def test_a_changed_verdict_needs_a_major_entry(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("verdict: false", "verdict: misleading"))
    correct(root, "false", "misleading")
    assert messages(root, revision) == [
        "verdict “misleading” was “false” at REV, and no new correction is of the kind major "
        "[silent-change]"
    ]


def test_an_entry_should_name_the_former_words(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("which is 54%", "which is 55%"), ("70 [@", "71 [@"))
    correct(root, "54%", "55%")
    (problem,) = found(root, revision)
    assert problem.severity is Severity.NOTICE
    assert said(problem) == (
        "“71” was “70” at REV, and the new correction does not name it [unnamed-change]"
    )


def test_an_old_entry_does_not_cover_a_new_change(root: Path) -> None:
    edit(root, ARTICLE, ("which is 54%", "which is 55%"))
    correct(root, "54%", "55%")
    since = commit(root)
    edit(root, ARTICLE, ("which is 55%", "which is 56%"))
    assert messages(root, since) == [
        "“56%” was “55%” at REV, and no new correction says so [silent-change]"
    ]


@pytest.mark.parametrize(
    ("pattern", "new"),
    [("was: 54%", "was: 53%"), ("corrections:\n.*\n", "")],
    ids=["changed", "gone"],
)
@pytest.mark.parametrize("withdrawn", ["", "withdrawn: {date: 2026-12-02, why: it was not so}\n"])
def test_entries_stay_as_they_are(root: Path, pattern: str, new: str, withdrawn: str) -> None:
    correct(root, "54%", "55%")
    edit(root, ARTICLE, ("published:", f"{withdrawn}published:"))
    since = commit(root)
    text, found = re.subn(pattern, new, (root / ARTICLE).read_text("utf-8"))
    assert found == 1
    (root / ARTICLE).write_text(text, "utf-8")
    assert messages(root, since) == [
        "the correction of 1 December 2026 that stood here at REV is gone or was changed "
        "[silent-change]"
    ]
