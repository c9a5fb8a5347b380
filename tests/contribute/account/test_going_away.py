"""Articles and evidence that readers may have cited do not go away silently."""

import hashlib
import re
from pathlib import Path

from build_scripts.problems import Severity
from tests.contribute.account.silent import FLAGS, found, messages, said
from tests.contribute.histories import commit, correct
from tests.contribute.samples import ARTICLE, FILES, PORT, edit, errors


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
