"""What was renamed leads on from its old address; what was withdrawn keeps it and says so."""

from datetime import date
from pathlib import Path

import pytest

from build_scripts.write.tree import write_pages
from tests.write.exports.sample import FILES, article, small

TODAY = date(2026, 11, 23)
URL = "https://facts.example/"
LETTER = "content/evidence/letter.yml"


def written(tmp_path: Path, changes: dict[str, str] | None = None) -> Path:
    pages = tmp_path / "pages"
    write_pages(small(tmp_path / "small", changes), pages, {}, URL, TODAY)
    return pages


@pytest.mark.parametrize("former", ["townships", "villages"])
def test_the_former_address_of_an_article_leads_to_its_page(tmp_path: Path, former: str) -> None:
    pages = written(tmp_path)
    text = (pages / f"claims/{former}.md").read_text("utf-8")
    assert '\nmoved: "towns.html"\n' in text
    assert f'\ncanonical: "{URL}claims/towns.html"\n' in text
    assert '<a href="towns.html">Towns are small</a>' in text
    # its card too, which stands in other people's pages
    card = (pages / "embed/towns.html").read_bytes()
    assert (pages / f"embed/{former}.html").read_bytes() == card


def test_the_former_address_of_evidence_leads_to_its_page(tmp_path: Path) -> None:
    pages = written(tmp_path, {LETTER: FILES[LETTER] + "formerly: [note]\n"})
    text = (pages / "evidence/note.md").read_text("utf-8")
    assert '<a href="letter.html">A letter to the town</a>' in text


def test_a_draft_leads_nowhere(tmp_path: Path) -> None:
    draft = article("A draft", more="draft: true\nformerly: [sketch]")
    pages = written(tmp_path, {"content/claims/draft.md": draft})
    assert not (pages / "claims/sketch.md").exists()


def test_no_list_or_sitemap_or_search_knows_a_former_address(tmp_path: Path) -> None:
    pages = written(tmp_path)
    naming = [
        path.relative_to(pages).as_posix()
        for path in sorted(pages.rglob("*"))
        if path.is_file() and b"townships.html" in path.read_bytes()
    ]
    assert naming == []


def test_withdrawn_evidence_keeps_its_page_and_says_why(tmp_path: Path) -> None:
    why = "withdrawn: {date: 2026-11-22, why: It was *not* sent.}\n"
    pages = written(tmp_path, {LETTER: FILES[LETTER] + why})
    text = (pages / "evidence/letter.md").read_text("utf-8")
    assert "<b>Withdrawn on 22 November 2026.</b> It was <em>not</em> sent." in text
    assert '<p class="row__aside">withdrawn</p>' in (pages / "evidence.md").read_text("utf-8")
    data = (pages / "data/evidence.json").read_text("utf-8")
    assert '"withdrawn":{"date":"2026-11-22","why":"It was not sent."}' in data


def test_withdrawn_evidence_stands_in_the_log_and_on_the_first_page(tmp_path: Path) -> None:
    why = "withdrawn: {date: 2026-11-23, why: It was *not* sent.}\n"
    pages = written(tmp_path, {LETTER: FILES[LETTER] + why})
    link = '<a href="evidence/letter.html">A letter to the town</a>'
    log = (pages / "corrections-log.md").read_text("utf-8")
    assert f"<b>23 November 2026</b> · withdrawn · {link}" in log
    assert "<dt>Why</dt><dd>It was not sent.</dd>" in log
    assert f"<li>23 November 2026: {link}</li>" in (pages / "index.md").read_text("utf-8")
    assert '<a href="claims/gone.html#corrections">It is gone</a>' in log
    feed = (pages / "corrections.json").read_text("utf-8")
    assert "Withdrawn evidence: A letter to the town" in feed


def test_a_withdrawn_article_shows_no_verdict_and_stands_in_the_log(tmp_path: Path) -> None:
    pages = written(tmp_path)
    text = (pages / "claims/gone.md").read_text("utf-8")
    assert "<b>Withdrawn on 22 November 2026.</b>" in text
    assert "The verdict was withdrawn." in text
    assert "verdict--large" not in text
    assert 'class="verdict ' not in text.partition("</header>")[0]
    card = (pages / "embed/gone.html").read_text("utf-8")
    assert '<p class="verdict">Withdrawn</p>' in card
    standing = (pages / "claims/towns.md").read_text("utf-8")
    assert "verdict--large" in standing
    assert 'class="verdict ' in standing.partition("</header>")[0]
    log = (pages / "corrections-log.md").read_text("utf-8")
    assert "<b>22 November 2026</b> · withdrawn" in log
    place = text.partition("{#corrections}")[2].partition("{#cite}")[0]
    assert "<b>22 November 2026</b>, withdrawn" in place, "where the log leads"
    assert "None so far" not in place
    assert "None so far" in (pages / "claims/hostile.md").read_text("utf-8")
    assert "It was not so." in log


def test_where_a_withdrawn_article_is_found_or_shared_nothing_says_that_it_stands(
    tmp_path: Path,
) -> None:
    pages = written(tmp_path)
    matter = (pages / "claims/gone.md").read_text("utf-8").partition("\n---\n")[0]
    assert 'title: "Withdrawn: It is gone"' in matter
    assert 'description: "Withdrawn on 22 November 2026. It was not so."' in matter
    assert "It is gone" not in (pages / "verdicts.md").read_text("utf-8")
    assert "Towns are small" in (pages / "verdicts.md").read_text("utf-8")


def test_a_major_correction_stands_at_the_top_and_a_minor_one_does_not(tmp_path: Path) -> None:
    text = (written(tmp_path) / "claims/towns.md").read_text("utf-8")
    head = text.partition("<header")[2].partition("</header>")[0]
    assert "<b>Corrected on 20 November 2026.</b>" in head
    assert "The sum was wrong." in head
    assert "A name was wrong." not in head
