"""`changes --since`: what a reader finds different, over real git histories."""

from pathlib import Path

import pytest

from build_scripts.contribute.account.history import NoHistory
from build_scripts.contribute.account.text import as_text
from tests.contribute.account.told import PAGE, TITLE, changes, one, told
from tests.contribute.histories import commit, correct, git
from tests.contribute.samples import ARTICLE, FILES, PORT, edit


def test_nothing_has_changed(root: Path, revision: str) -> None:
    found = told(root, revision)
    assert found.records == ()
    assert found.pages is not None
    assert found.pages.empty
    assert as_text(found) == (
        f"What changes for readers\n\nCompared with {revision}: nothing changes for readers.\n"
    )


def test_what_no_reader_sees_is_no_change(root: Path, revision: str) -> None:
    edit(root, PORT, ("title: Yearbook 2023", "# a comment\ntitle: Yearbook 2023"))
    (root / "content/claims/idea.md").write_text(
        FILES[ARTICLE].replace("published:", "draft: true\npublished:"), "utf-8"
    )
    assert told(root, revision).records == ()


# Articles.


def test_a_figure_and_its_page(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("[@port:flags.DK].", "[@port:flags.DK]. All came to 240 [@port:calls]."))
    edit(root, ARTICLE, ("Norwegian ships were 130", "Norwegian ships were 131"))
    found = one(root, revision, "articles")
    assert (found.state, found.path, found.title) == ("changed", ARTICLE, TITLE)
    assert changes(found) == {("figure", "130", "131", 24)}
    assert found.notes == ("paragraphs of the text: 1 changed", "no correction was added")
    edit(root, ARTICLE, ("Norwegian ships were 131", "Norwegian ships were 130"))
    pages = told(root, revision).pages
    assert pages is not None
    assert (pages.new, pages.changed, pages.gone) == ((), (PAGE,), ())


def test_a_figure_that_is_new(root: Path, revision: str) -> None:
    said = "All others came to 110 [@sums:others]. The book"
    edit(root, ARTICLE, ("The book", said))
    assert ("figure", "", "110", 27) in changes(one(root, revision, "articles"))


def test_a_verdict_with_its_correction(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("verdict: false", "verdict: misleading"))
    correct(root, "the old verdict", "misleading", "major")
    found = one(root, revision, "articles")
    assert changes(found) == {("verdict", "false", "misleading", 10)}
    assert found.notes == (
        "correction added: 1 December 2026, major: a number; was “the old verdict”, is now "
        "“misleading”; it was misread",
    )


def test_texts_are_shown_without_citations(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("summary: Of 240 ships", "summary: Of all 240 ships"))
    assert changes(one(root, revision, "articles")) == {
        (
            "summary",
            "Of 240 ships, 18% stayed for the night in 2023.",
            "Of all 240 ships, 18% stayed for the night in 2023.",
            11,
        )
    }


def test_claim_words_and_lists(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("text: Most of our ships", "text: Most ships"))
    edit(root, ARTICLE, ("authors: [desk]", "authors: [desk]\nreviewed_by: [somebody]"))
    assert {(what, was, now) for what, was, now, _ in changes(one(root, revision, "articles"))} == {
        ("claim", "Most of our ships stay for the night.", "Most ships stay for the night."),
        ("reviewed by", "", "somebody"),
    }


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("venue: The quay", "venue: The office", "claim, venue"),
        ("paraphrase: Most ships stay", "paraphrase: Most of the ships stay", "claim, paraphrase"),
        ("said_in: speech", "said_in: log", "claim, said in"),
        ("means: Most ships", "means: Most of the ships", "reading sums:most-stay"),
        ("published:", "review_by: 2027-03-01\npublished:", "review by"),
        ("it was never said", "it was half said", "withdrawn"),
        ("date: 2026-12-01", "date: 2026-12-02", "withdrawn"),
    ],
)
def test_whatever_else_a_reader_sees(root: Path, old: str, new: str, what: str) -> None:
    if what == "withdrawn":
        gone = "withdrawn: {date: 2026-12-01, why: it was never said}\npublished:"
        edit(root, ARTICLE, ("published:", gone))
    since = commit(root) if what == "withdrawn" else "HEAD"
    edit(root, ARTICLE, (old, new))
    assert what in {change[0] for change in changes(one(root, since, "articles"))}


def test_a_correction_that_is_gone(root: Path) -> None:
    correct(root, "the old verdict", "false")
    since = commit(root)
    edit(root, ARTICLE, ("what: a number", "what: another"))
    notes = one(root, since, "articles").notes
    assert [note.partition(": 1 ")[0] for note in notes] == ["correction added", "correction gone"]


def test_renamed_evidence_moves_no_claim_and_no_reading(root: Path, revision: str) -> None:
    for name in ("speech", "sums"):
        path = root / f"content/evidence/{name}.yml"
        text = path.read_text("utf-8") + f"formerly: [{name}]\n"
        path.with_stem(f"{name}-2023").write_text(text, "utf-8")
        path.unlink()
    for path in [root / ARTICLE, *(root / "content/evidence").glob("*.yml")]:
        text = path.read_text("utf-8").replace("sums:", "sums-2023:")
        path.write_text(text.replace("said_in: speech", "said_in: speech-2023"), "utf-8")
    found = [entry for entry in told(root, revision).records if entry.sort == "articles"]
    assert [changes(entry) for entry in found] in ([], [set()])


def test_charts_and_evidence_that_an_article_loses(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("![](chart:ships-by-flag)\n", "![](table:port:flags)\n"))
    edit(root, ARTICLE, ("It calls the port the first [@log:boast].", "That is all."))
    edit(root, ARTICLE, ('The book has "40 Swedish ships" [@log:swedish]. ', ""))
    found = one(root, revision, "articles")
    assert "newly shown: table port:flags" in found.notes
    assert "no longer shown: chart ships-by-flag" in found.notes
    assert ("quotation", "“40 Swedish ships”", "") in {entry[:3] for entry in changes(found)}


def test_a_new_article(root: Path, revision: str) -> None:
    (root / "content/claims/another.md").write_text(FILES[ARTICLE], "utf-8")
    found = one(root, revision, "articles")
    assert (found.state, found.path) == ("new", "content/claims/another.md")
    assert ("verdict", "", "false", 10) in changes(found)
    assert found.notes == (
        "figures and quotations in it: 15",
        "it rests on speech, port, sums, log",
    )
    pages = told(root, revision).pages
    assert pages is not None
    assert pages.new == ("claims/another.html",)
    assert "evidence/port.html" in pages.changed


def test_a_draft_that_is_published_is_new(root: Path) -> None:
    edit(root, ARTICLE, ("published:", "draft: true\npublished:"))
    since = commit(root)
    edit(root, ARTICLE, ("draft: true\n", ""))
    assert one(root, since, "articles").state == "new"


def test_articles_that_go_away(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("published:", "draft: true\npublished:"))
    found = one(root, revision, "articles")
    assert (found.state, found.notes) == ("no longer published", ("it is a draft now",))
    (root / ARTICLE).unlink()
    found = one(root, revision, "articles")
    assert (found.state, found.notes) == ("no longer published", ())
    pages = told(root, revision).pages
    assert pages is not None
    assert pages.gone == (PAGE,)


def test_a_renamed_article(root: Path, revision: str) -> None:
    name = "content/claims/few-ships-stay.md"
    (root / ARTICLE).rename(root / name)
    edit(root, name, ("published:", "formerly: [most-ships-stay]\npublished:"))
    found = one(root, revision, "articles")
    assert (found.state, found.path) == ("renamed", name)
    assert found.notes == ("it was called most-ships-stay, which leads here",)
    pages = told(root, revision).pages
    assert pages is not None
    assert (pages.new, pages.gone) == (("claims/few-ships-stay.html",), ())


def test_a_withdrawn_article_and_one_that_stands_again(root: Path, revision: str) -> None:
    withdrawn = "withdrawn: {date: 2026-12-01, why: it was never said}\n"
    edit(root, ARTICLE, ("published:", f"{withdrawn}published:"))
    found = one(root, revision, "articles")
    assert (found.state, found.notes) == (
        "withdrawn",
        ("withdrawn on 1 December 2026: it was never said",),
    )
    since = commit(root)
    edit(root, ARTICLE, (withdrawn, ""))
    assert one(root, since, "articles").state == "stands again"


def test_an_article_that_could_not_be_read(root: Path) -> None:
    edit(root, ARTICLE, ("gets_right: Some ships stay.\n", ""))
    since = commit(root)
    edit(root, ARTICLE, ("published:", "gets_right: Some ships stay.\npublished:"))
    found = one(root, since, "articles")
    assert (found.state, found.notes) == ("changed", ("what it said before cannot be read",))
    assert told(root, since).pages is None


# Other records.


def test_a_fact_of_a_source(root: Path, revision: str) -> None:
    edit(root, PORT, ("where: p. 4", "where: p. 5"), ("value: 18%", "value: 19%"))
    found = one(root, revision, "evidence")
    assert changes(found) == {
        ("fact calls, where", "p. 4", "p. 5", 20),
        ("fact nights, value", "18%", "19%", 24),
    }
    assert found.notes == ("used in most-ships-stay",)


def test_a_new_fact_and_one_that_is_gone(root: Path, revision: str) -> None:
    old = "  boast:\n    says: The book calls the port the first of the coast.\n"
    new = "  later:\n    says: The book ends in 2023.\n    when: 2023\n"
    edit(root, "content/evidence/log.yml", (old, new))
    assert changes(one(root, revision, "evidence")) == {
        ("fact boast", "The book calls the port the first of the coast.", "", 0),
        ("fact later", "", "The book ends in 2023.", 30),
    }


def test_a_row_of_a_table_and_what_follows_from_it(root: Path, revision: str) -> None:
    edit(root, "content/evidence/port-flags.csv", ("SE,Sweden,40", "SE,Sweden,41"))
    records = {record.path: record for record in told(root, revision).records}
    port, sums = records[PORT], "content/evidence/sums.yml"
    assert [change.what for change in port.changes] == ["fact flags, sha256"]
    # what is computed from the row changes with it, though nobody touched its file
    assert [change.what for change in records[sums].changes] == ["fact others, outcome"]
    edit(root, sums, ("port:flags.NO / port:calls", "port:flags.DK / port:calls"))
    found = next(r for r in told(root, revision).records if r.path == sums)
    assert ("fact norwegian-share, outcome", "0.5417", "0.2917", 5) in changes(found)


def test_a_chart_a_speaker_a_topic_a_page(root: Path, revision: str) -> None:
    edit(root, "charts/ships-by-flag.yml", ("Ships by flag in", "Ships by their flag in"))
    edit(root, "content/speakers/harbour-master.yml", ("role: Head", "role: The head"))
    edit(root, "content/topics/shipping.yml", ("title: Shipping", "title: Ships"))
    edit(root, "docs/about.md", ("It is made up.", "It is all made up.\n\nYes."))
    found = {
        record.sort: [
            *record.notes,
            *((change.what, change.was, change.now) for change in record.changes),
        ]
        for record in told(root, revision).records
    }
    assert found == {
        "charts": [
            "used in most-ships-stay",
            ("subtitle", "Ships by flag in 2023", "Ships by their flag in 2023"),
        ],
        "speakers": [
            "used in most-ships-stay",
            ("role", "Head of Port Lantern", "The head of Port Lantern"),
        ],
        "topics": ["used in most-ships-stay", ("title", "Shipping", "Ships")],
        "pages": [("paragraphs of the text: 1 changed, 1 new", "", "")],
    }


def test_evidence_that_came_and_went(root: Path, revision: str) -> None:
    spare = root / "content/evidence/spare.yml"
    spare.write_text(FILES["content/evidence/speech.yml"], "utf-8")
    found = one(root, revision, "evidence")
    assert (found.state, found.notes) == ("new", ("used in no published article",))
    since = commit(root)
    spare.unlink()
    assert one(root, since, "evidence").state == "no longer published"


def test_evidence_that_is_withdrawn_or_renamed(root: Path) -> None:
    spare = root / "content/evidence/spare.yml"
    text = FILES["content/evidence/speech.yml"]
    spare.write_text(text, "utf-8")
    since = commit(root)
    spare.write_text(
        text.replace("quotes:", "withdrawn: {date: 2026-12-01, why: lost}\nquotes:"), "utf-8"
    )
    found = one(root, since, "evidence")
    assert found.state == "withdrawn"
    assert changes(found) == {("withdrawn", "", "date: 1 December 2026; why: lost", 0)}
    spare.unlink()
    other = root / "content/evidence/other.yml"
    other.write_text(text.replace("quotes:", "formerly: [spare]\nquotes:"), "utf-8")
    found = one(root, since, "evidence")
    assert (found.state, found.path) == ("renamed", "content/evidence/other.yml")
    assert found.notes == ("it was called spare, which leads here", "used in no published article")
    pages = told(root, since).pages
    assert pages is not None
    assert (pages.new, pages.gone) == (("evidence/other.html",), ())


def test_with_problems_there_are_no_pages_to_compare(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("which is 54%", "which is 55%"))
    found = told(root, revision)
    assert found.pages is None
    assert as_text(found).endswith(
        "Which pages change cannot be said: one of the two revisions has problems, and so no "
        "pages.\n"
    )


def test_only_the_branch_s_own_changes_are_told(root: Path) -> None:
    git(root, "switch", "-q", "-c", "work")
    git(root, "switch", "-q", "main")
    edit(root, "docs/about.md", ("made up", "all made up"))
    commit(root)
    git(root, "switch", "-q", "work")
    assert told(root, "main").records == ()


def test_nothing_to_compare_with(root: Path) -> None:
    with pytest.raises(NoHistory, match=r"^git knows no revision 'v9'$"):
        told(root, "v9")
