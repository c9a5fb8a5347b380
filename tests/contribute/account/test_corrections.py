"""`check --since` over real git histories: nothing published changes silently."""

import hashlib
import re
import subprocess
from pathlib import Path

import pytest

from build_scripts.contribute.account.corrections import changes_since
from build_scripts.contribute.account.history import NoHistory
from build_scripts.problems import Problem, Severity
from tests.contribute.histories import commit, correct, git, start
from tests.contribute.samples import ARTICLE, FILES, PORT, edit, errors, load, write

_COMMIT = re.compile(r"\b[0-9a-f]{12}\b")
FLAGS = "content/evidence/port-flags.csv"
HELP = (
    "add an entry under `corrections:` with date, kind, what, was, now and why; or put back what "
    "stood there"
)


def found(root: Path, since: str) -> list[Problem]:
    return changes_since(load(root), since)


def messages(root: Path, since: str) -> list[str]:
    """What is found, with the commit of every message written as REV."""
    return [said(problem) for problem in found(root, since)]


def said(problem: Problem) -> str:
    return _COMMIT.sub("REV", f"{problem.message} [{problem.rule}]")


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


def test_nothing_changed(root: Path, revision: str) -> None:
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
def test_entries_stay_as_they_are(root: Path, pattern: str, new: str) -> None:
    correct(root, "54%", "55%")
    since = commit(root)
    text, found = re.subn(pattern, new, (root / ARTICLE).read_text("utf-8"))
    assert found == 1
    (root / ARTICLE).write_text(text, "utf-8")
    assert messages(root, since) == [
        "the correction of 1 December 2026 that stood here at REV is gone or was changed "
        "[silent-change]"
    ]


# Articles and evidence that go away.


def test_a_deleted_article(root: Path, revision: str) -> None:
    (root / ARTICLE).unlink()
    (problem,) = found(root, revision)
    assert said(problem) == ("most-ships-stay was published at REV and is gone [deleted-article]")
    assert str(problem.place) == f"{ARTICLE}:1:1"
    assert problem.help == (
        "put the file back and withdraw the article: withdrawn: {date: …, why: …}; "
        "if it has a new name, say there: formerly: [most-ships-stay]"
    )


def test_a_withdrawn_article_keeps_its_address(root: Path, revision: str) -> None:
    withdrawn = "withdrawn: {date: 2026-12-01, why: the claim was never made}\npublished:"
    edit(root, ARTICLE, ("published:", withdrawn), ("which is 54%", "which is 55%"))
    assert messages(root, revision) == []


def test_a_withdrawn_article_that_stands_again(root: Path) -> None:
    withdrawn = "withdrawn: {date: 2026-12-01, why: the claim was never made}\n"
    edit(root, ARTICLE, ("published:", f"{withdrawn}published:"))
    since = commit(root)
    edit(root, ARTICLE, (withdrawn, ""))
    assert messages(root, since) == [
        "the article was withdrawn at REV and stands again, and no new correction says so "
        "[silent-change]"
    ]
    correct(root, "withdrawn", "published")
    assert messages(root, since) == []


def test_a_published_article_that_is_a_draft_again(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("published:", "draft: true\npublished:"))
    assert messages(root, revision) == [
        "most-ships-stay was published at REV and is a draft now [deleted-article]"
    ]


def test_a_renamed_article_without_its_old_address(root: Path, revision: str) -> None:
    (root / ARTICLE).rename(root / "content/claims/few-ships-stay.md")
    (problem,) = found(root, revision)
    assert said(problem) == (
        "most-ships-stay was published at REV and seems to be called few-ships-stay now "
        "[lost-address]"
    )
    assert problem.place.path == "content/claims/few-ships-stay.md"
    assert problem.help == "keep its old address: formerly: [most-ships-stay]"


def test_a_renamed_article_that_says_so_is_still_compared(root: Path, revision: str) -> None:
    (root / ARTICLE).rename(root / "content/claims/few-ships-stay.md")
    name = "content/claims/few-ships-stay.md"
    edit(root, name, ("published:", "formerly: [most-ships-stay]\npublished:"))
    assert messages(root, revision) == []
    edit(root, name, ("which is 54%", "which is 55%"))
    assert messages(root, revision) == [
        "“55%” was “54%” at REV, and no new correction says so [silent-change]"
    ]


def test_a_renamed_article_with_other_words_of_the_claim_is_recognised(
    root: Path, revision: str
) -> None:
    (root / ARTICLE).rename(root / "content/claims/few-ships-stay.md")
    edit(root, "content/claims/few-ships-stay.md", ("text: Most of our", "text: Most"))
    assert messages(root, revision) == [
        "most-ships-stay was published at REV and seems to be called few-ships-stay now "
        "[lost-address]"
    ]


def test_a_former_address_stays(root: Path) -> None:
    edit(root, ARTICLE, ("published:", "formerly: [ships]\npublished:"))
    since = commit(root)
    edit(root, ARTICLE, ("formerly: [ships]\n", ""))
    assert messages(root, since) == [
        "ships was an address of this article at REV and leads nowhere now [lost-address]"
    ]


def test_deleted_evidence_in_use(root: Path, revision: str) -> None:
    (root / "content/evidence/log.yml").unlink()
    edit(root, ARTICLE, ('The book has "40 Swedish ships" [@log:swedish]. ', ""))
    edit(root, ARTICLE, ("It calls the port the first [@log:boast].", "That is all."))
    correct(root, "“40 Swedish ships”", "nothing")
    assert messages(root, revision) == [
        "log bore the article most-ships-stay at REV and is gone [deleted-evidence]"
    ]


def test_the_way_out_is_to_withdraw_it(root: Path, revision: str) -> None:
    boast = FILES["content/evidence/log.yml"]
    (root / "content/evidence/log.yml").unlink()
    edit(root, ARTICLE, ('The book has "40 Swedish ships" [@log:swedish]. ', ""))
    edit(root, ARTICLE, ("It calls the port the first [@log:boast].", "That is all."))
    correct(root, "“40 Swedish ships”", "nothing")
    (problem,) = found(root, revision)
    assert problem.help == (
        "put the file back and withdraw it: withdrawn: {date: …, why: …}; "
        "if it has a new name, say there: formerly: [log]"
    )
    withdrawn = "withdrawn: {date: 2026-12-01, why: the pilots took it back}\nquotes:"
    text = boast.replace("quotes:", withdrawn)
    (root / "content/evidence/log.yml").write_text(text, "utf-8")
    assert messages(root, revision) == []


def rename_port(root: Path, formerly: str) -> None:
    """Give the yearbook the id `harbour`, wherever it is named."""
    for path in sorted(root.rglob("*.*")):
        if path.is_file() and ".git" not in path.parts:
            text = path.read_text("utf-8")
            for sign in "[@", "; @", ": ", "(", "[", ",", "> ":
                text = text.replace(f"{sign}port:", f"{sign}harbour:")
            text = text.replace(",port\n", ",harbour\n").replace(
                "port-flags.csv", "harbour-flags.csv"
            )
            path.write_text(text.replace("/ port:", "/ harbour:"), "utf-8")
    table = root / "content/evidence/harbour-flags.csv"
    (root / FLAGS).rename(table)
    digest = hashlib.sha256(table.read_bytes()).hexdigest()
    text = re.sub("sha256: .*", f"sha256: {digest}", (root / PORT).read_text("utf-8"))
    (root / PORT).unlink()
    harbour = root / "content/evidence/harbour.yml"
    harbour.write_text(text.replace("quotes:", f"{formerly}quotes:", 1), "utf-8")


def test_renamed_evidence_keeps_its_address(root: Path, revision: str) -> None:
    rename_port(root, "formerly: [port]\n")
    assert [p for p in errors(root) if p.severity is Severity.ERROR] == []
    assert messages(root, revision) == []
    edit(root, "content/evidence/harbour.yml", ("value: 18%", "value: 19%"))
    assert messages(root, revision) == [
        "fact harbour:nights “19%” was “18%” at REV, and no new correction says so [silent-change]"
    ]


def test_renamed_evidence_that_does_not_say_so(root: Path, revision: str) -> None:
    rename_port(root, "")
    assert "port bore the article most-ships-stay at REV and is gone [deleted-evidence]" in (
        messages(root, revision)
    )


def test_a_former_id_of_evidence_stays(root: Path) -> None:
    edit(root, PORT, ("quotes:", "formerly: [yearbook]\nquotes:"))
    since = commit(root)
    edit(root, PORT, ("formerly: [yearbook]\n", ""))
    assert messages(root, since) == [
        "yearbook was an address of this evidence at REV and leads nowhere now [lost-address]"
    ]
    edit(root, PORT, ("quotes:", "formerly: [yearbook, book]\nquotes:"))
    assert messages(root, since) == []


def test_the_source_of_the_claim_is_in_use(root: Path, revision: str) -> None:
    (root / "content/evidence/speech.yml").unlink()
    assert (
        "speech bore the article most-ships-stay at REV and is gone [deleted-evidence]"
    ) in messages(root, revision)


def test_evidence_that_no_article_used_may_go(root: Path) -> None:
    spare = FILES["content/evidence/speech.yml"]
    (root / "content/evidence/spare.yml").write_text(spare, "utf-8")
    since = commit(root)
    (root / "content/evidence/spare.yml").unlink()
    assert messages(root, since) == []


# Histories.


def test_a_branch_is_compared_with_where_it_began(root: Path, revision: str) -> None:
    git(root, "switch", "-q", "-c", "work")
    git(root, "switch", "-q", "main")
    edit(root, ARTICLE, ("which is 54%", "which is 55%"))
    correct(root, "54%", "55%")
    commit(root)
    git(root, "switch", "-q", "work")
    assert messages(root, "main") == []
    edit(root, ARTICLE, ("70 [@", "71 [@"))
    commit(root)
    assert messages(root, "main") == [
        "“71” was “70” at REV, and no new correction says so [silent-change]"
    ]


def test_a_rebased_branch(root: Path) -> None:
    git(root, "switch", "-q", "-c", "work")
    edit(root, ARTICLE, ("70 [@", "71 [@"))
    before = commit(root)
    git(root, "switch", "-q", "main")
    edit(root, "docs/about.md", ("made up", "all made up"))
    commit(root)
    git(root, "switch", "-q", "work")
    git(root, "rebase", "-q", "main")
    expected = ["“71” was “70” at REV, and no new correction says so [silent-change]"]
    assert messages(root, "main") == expected
    # what was pushed before the rebase is no ancestor any more: where both part counts
    assert messages(root, before) == expected


def test_changes_need_not_be_committed(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("70 [@", "71 [@"))
    uncommitted = messages(root, revision)
    commit(root)
    assert uncommitted == messages(root, revision) != []


def test_a_change_and_its_reversal_are_none(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("70 [@", "71 [@"))
    commit(root)
    edit(root, ARTICLE, ("71 [@", "70 [@"))
    assert messages(root, revision) == []


def test_a_publication_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    inside = write(tmp_path / "all/site")
    start(tmp_path / "all")
    since = commit(tmp_path / "all")
    assert messages(inside, since) == []
    edit(inside, ARTICLE, ("70 [@", "71 [@"))
    assert messages(inside, since) == [
        "“71” was “70” at REV, and no new correction says so [silent-change]"
    ]


def test_an_earlier_revision_without_content(tmp_path: Path) -> None:
    start_of_all = tmp_path / "home"
    start_of_all.mkdir()
    start(start_of_all)
    since = commit(start_of_all, "Nothing yet")
    write(start_of_all)
    commit(start_of_all)
    assert messages(start_of_all, since) == []


def test_an_earlier_article_that_cannot_be_read(root: Path) -> None:
    edit(root, ARTICLE, ("gets_right: Some ships stay.\n", ""))
    since = commit(root)
    edit(root, ARTICLE, ("published:", "gets_right: Some ships stay.\npublished:"))
    (problem,) = found(root, since)
    assert problem.severity is Severity.NOTICE
    assert said(problem) == (
        "the article at REV cannot be read, so changes to it were not seen [uncompared-article]"
    )


def test_a_present_article_that_cannot_be_read_is_left_to_the_reader(
    root: Path, revision: str
) -> None:
    edit(root, ARTICLE, ("gets_right: Some ships stay.\n", ""))
    assert messages(root, revision) == []


def test_links_and_submodules_in_the_history_are_left_alone(root: Path) -> None:
    (root / "content/evidence/spare.yml").symlink_to("/etc/passwd")
    since = commit(root)
    (root / "content/evidence/spare.yml").unlink()
    assert messages(root, since) == []


# Nothing to compare with.


def fault(root: Path, since: str) -> str:
    with pytest.raises(NoHistory) as caught:
        found(root, since)
    return str(caught.value)


@pytest.mark.parametrize("since", ["v9.9", "", "--all", "0" * 40, "HEAD:content", "a b"])
def test_an_unknown_revision(root: Path, since: str) -> None:
    assert fault(root, since) == f"git knows no revision {since!r}"


def test_no_repository(tmp_path: Path) -> None:
    home = write(tmp_path)
    assert fault(home, "HEAD") == (f"{home} is not in a git repository, so nothing can be compared")


def test_no_commit_yet(tmp_path: Path, root: Path) -> None:
    git(root, "switch", "-q", "--orphan", "empty")
    write(root)
    assert fault(root, "main") == "nothing has been committed here yet, so nothing can be compared"


def test_no_history_in_common(root: Path) -> None:
    git(root, "switch", "-q", "--orphan", "other")
    write(root)
    commit(root)
    assert fault(root, "main") == "'main' and the present branch have no history in common"


def test_a_shallow_clone(root: Path, tmp_path: Path, revision: str) -> None:
    edit(root, ARTICLE, ("70 [@", "71 [@"))
    commit(root)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), str(shallow))
    assert fault(shallow, revision) == (
        f"git knows no revision {revision!r}; this is a shallow clone: run `git fetch --unshallow`"
    )
    git(shallow, "fetch", "-q", "--unshallow")
    assert messages(shallow, revision) == [
        "“71” was “70” at REV, and no new correction says so [silent-change]"
    ]


def test_a_shallow_clone_in_which_two_branches_do_not_meet(root: Path, tmp_path: Path) -> None:
    git(root, "switch", "-q", "-c", "work")
    commit(root)
    git(root, "switch", "-q", "main")
    commit(root, "another")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", root.as_uri(), str(shallow))
    assert fault(shallow, "origin/work") == (
        "where the present branch and 'origin/work' part is not in this shallow clone; "
        "run `git fetch --unshallow`"
    )


def test_no_git_at_all(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert fault(root, "HEAD") == "git is not installed, and --since needs it"


def test_git_that_never_answers(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", 120)

    monkeypatch.setattr(subprocess, "run", hang)
    assert fault(root, "HEAD") == "git gave no answer within 120 seconds"


def test_inside_a_hook_of_git_the_right_repository_is_read(
    root: Path, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert found(root, revision) == []
