"""The written tree: complete, linked, stable, and free of what is gone."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from build_scripts.link.publication import Publication
from build_scripts.publish.site import build_site
from build_scripts.read.library import Library
from build_scripts.write.tree import WriteReport, write_pages
from tests.write.exports.sample import ROOT, small

TODAY = date(2026, 11, 23)
URL = "https://facts.example/"
Write = Callable[[Publication], WriteReport]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    return lambda publication: write_pages(publication, tmp_path / "pages", {}, URL, TODAY)


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    return small(tmp_path / "small")


def test_what_has_not_changed_is_not_written_again(write: Write, publication: Publication) -> None:
    first = write(publication)
    assert first.written > 30
    assert (first.unchanged, first.removed) == (0, 0)
    assert write(publication) == WriteReport(0, first.written, 0)


def test_what_is_gone_is_removed(tmp_path: Path, write: Write, publication: Publication) -> None:
    write(publication)
    (tmp_path / "small/content/topics/towns.yml").unlink()
    (tmp_path / "pages/stray.md").write_text("x", "utf-8")
    report = write(Publication(Library(tmp_path / "small")))
    assert not (tmp_path / "pages/topics").exists()
    assert not (tmp_path / "pages/stray.md").exists()
    assert report.removed == 2


def test_drafts_have_no_page(tmp_path: Path, write: Write, publication: Publication) -> None:
    write(publication)
    assert not (tmp_path / "pages/claims/draft.md").exists()
    assert "Withdrawn on 22 November 2026" in (tmp_path / "pages/claims/gone.md").read_text("utf-8")


def test_two_trees_have_the_same_bytes(tmp_path: Path, publication: Publication) -> None:
    for name in ("a", "b"):
        write_pages(publication, tmp_path / name, {}, URL, TODAY)
    trees = [
        {p.relative_to(top).as_posix(): p.read_bytes() for p in top.rglob("*") if p.is_file()}
        for top in (tmp_path / "a", tmp_path / "b")
    ]
    assert trees[0] == trees[1]


def page(tmp_path: Path, name: str) -> str:
    return (tmp_path / "pages" / name).read_text("utf-8")


def test_a_claim_page_has_its_parts_in_reading_order(
    tmp_path: Path, write: Write, publication: Publication
) -> None:
    write(publication)
    text = page(tmp_path, "claims/towns.md").partition("<header")[2]
    parts = (
        "城镇有两千人",
        "Lee &amp; Sons",
        "verdict--large",
        'href="#readings"',
        "{#short-version}",
        "{#readings}",
        "Meanings that nothing public can test",
        "The census counts",
        "{#gets-right}",
        "{#sources}",
        "{#corrections}",
        "{#cite}",
        "ClaimReview",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "not yet reviewed by anyone outside" in text


def test_an_article_says_what_its_figures_rest_on(
    tmp_path: Path, write: Write, publication: Publication
) -> None:
    write(publication)
    text = page(tmp_path, "claims/towns.md")
    assert "figures in this article" in text
    assert "on primary sources" in text
    assert "last seen on 30 October 2026" in text


def test_an_article_says_when_it_was_last_changed_and_one_that_was_not_says_nothing(
    tmp_path: Path, write: Write, publication: Publication
) -> None:
    write(publication)
    changed, plain = (page(tmp_path, f"claims/{name}.md") for name in ("towns", "hostile"))
    assert '1 November 2026, <a href="#corrections">last changed 20 November 2026</a>' in changed
    assert 'modified: "2026-11-20"' in changed
    assert "last changed" not in plain.partition("</header>")[0]


def test_evidence_names_its_uses_and_a_fact_has_an_anchor(
    tmp_path: Path, write: Write, publication: Publication
) -> None:
    write(publication)
    text = page(tmp_path, "evidence/census.md")
    assert 'id="total"' in text
    assert 'id="towns-north"' in text
    assert '<span class="quiet">article</span> <a href="../claims/towns.html">' in text
    assert "#page=12" in text


def test_how_a_document_was_seen_stands_once_on_its_page_and_on_every_card(
    tmp_path: Path, write: Write, publication: Publication
) -> None:
    write(publication)
    evidence, claim = (page(tmp_path, path) for path in ("evidence/census.md", "claims/towns.md"))
    assert evidence.count("live page on 30 October 2026") == 1
    assert "<dt>Seen</dt>" not in evidence
    assert "<dt>Seen</dt><dd>live page, 30 October 2026</dd>" in claim
    assert '<h3 class="fact__says">' in evidence, "those who listen go from heading to heading"


def test_a_calculation_is_shown_with_its_numbers_and_inputs(
    tmp_path: Path, write: Write, publication: Publication
) -> None:
    write(publication)
    text = page(tmp_path, "evidence/sums.md")
    assert '<a href="#all">sums:all</a> / 3' in text
    assert "2,000 people / 3" in text
    assert '<span class="formula__is">→ 666.7 people</span>' in text


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository of the small publication that MkDocs can build: our frame, no nav."""
    config = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    shutil.copytree(ROOT / "build_scripts/theme", tmp_path / "build_scripts/theme")
    return tmp_path


def test_every_link_of_the_built_site_leads_somewhere(root: Path, publication: Publication) -> None:
    write_pages(publication, root / "build/pages", {}, URL, TODAY, "all.zip")
    problems = build_site(
        root, root / "build/pages", root / "build/site", site_url=URL, bundle="all.zip"
    )
    # Pages by hand that the frame names are not in the small publication.
    assert [str(problem.message) for problem in problems] == []


def test_hostile_words_stay_words_in_the_built_site(root: Path, publication: Publication) -> None:
    write_pages(publication, root / "build/pages", {}, URL, TODAY)
    build_site(root, root / "build/pages", root / "build/site", site_url=URL)
    text = (root / "build/site/claims/hostile.html").read_text("utf-8")
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_a_card_for_other_pages_is_complete_in_itself(
    tmp_path: Path, write: Write, publication: Publication
) -> None:
    write(publication)
    text = page(tmp_path, "embed/towns.html")
    assert "<script" not in text
    assert '<link rel="stylesheet"' not in text
    for part in ("Lee &amp; Sons", "False", 'href="https://facts.example/claims/towns.html"'):
        assert part in text
    assert "&lt;iframe src=&#34;https://facts.example/embed/towns.html" in page(
        tmp_path, "claims/towns.md"
    )
