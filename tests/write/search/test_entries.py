"""What of a publication is found, and what a result shows."""

from pathlib import Path

import pytest

from build_scripts.link.publication import Publication
from build_scripts.write.search import badges, search_files
from build_scripts.write.search.entries import (
    CALCULATION,
    CLAIM,
    SOURCE,
    SPEAKER,
    TOPIC,
    Entry,
    of_evidence,
)
from build_scripts.write.search.entries import entries as entries_of
from tests.write.exports.sample import ADDRESSES, FILES, HOSTILE, real, small


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    return small(tmp_path)


@pytest.fixture
def found(publication: Publication) -> dict[str, Entry]:
    return {entry.path: entry for entry in entries_of(publication, ADDRESSES)}


def test_everything_but_drafts_is_found_claims_first(found: dict[str, Entry]) -> None:
    assert [(entry.kind, path) for path, entry in found.items()] == [
        (CLAIM, "claims/gone.html"),
        (CLAIM, "claims/hostile.html"),
        (CLAIM, "claims/towns.html"),
        (SPEAKER, "speakers/lee.html"),
        (TOPIC, "topics/towns.html"),
        (SOURCE, "evidence/census.html"),
        (SOURCE, "evidence/letter.html"),
        (CALCULATION, "evidence/sums.html"),
    ]


def test_a_claim_shows_paraphrase_verdict_speaker_and_date(found: dict[str, Entry]) -> None:
    claim = found["claims/towns.html"]
    assert claim.title == "The two towns have 3,000 people."
    assert (claim.note, claim.verdict) == ("Lee & Sons, March 2024", "false")


def test_a_withdrawn_article_shows_no_verdict(
    publication: Publication, found: dict[str, Entry]
) -> None:
    assert found["claims/gone.html"].verdict == "withdrawn"
    assert badges(publication)["withdrawn"] == ("Withdrawn", "verdict--withdrawn")
    assert badges(publication)["false"] == ("False", "verdict--false")


def test_withdrawn_evidence_shows_that_it_is(tmp_path: Path) -> None:
    path = "content/evidence/letter.yml"
    gone = FILES[path] + "withdrawn: {date: 2026-11-22, why: It was not sent.}\n"
    publication = small(tmp_path, {path: gone})
    assert of_evidence(publication, "letter", ADDRESSES).verdict == "withdrawn"
    assert of_evidence(publication, "census", ADDRESSES).verdict == ""


def test_other_kinds_show_what_they_are(found: dict[str, Entry]) -> None:
    shown = {path: (entry.title, entry.note) for path, entry in found.items()}
    assert shown["speakers/lee.html"] == ("Lee & Sons", "A firm in North")
    assert shown["topics/towns.html"] == ("Towns", "")
    assert shown["evidence/census.html"] == (
        "Census_of 50% & more",
        "Office {of} Counting, May 2021",
    )
    assert shown["evidence/sums.html"] == ("Sums", "")


def test_a_claim_is_found_by_every_text_of_it(found: dict[str, Entry]) -> None:
    words = found["claims/towns.html"].words
    # paraphrase, title, speaker, original words, translation, meanings, venue, body
    assert {"3000", "small", "lee", "镇", "thousand", "day", "hall", "census"} <= set(words)
    assert words["town"] > words["census"]


def test_citations_are_no_words(found: dict[str, Entry]) -> None:
    assert "sums" not in found["claims/towns.html"].words
    assert "sum" not in found["claims/towns.html"].words


def test_a_source_is_found_by_its_words_and_facts(found: dict[str, Entry]) -> None:
    assert {"1200", "north", "offic", "report", "2021"} <= set(found["evidence/census.html"].words)
    assert {"镇", "thousand"} <= set(found["evidence/letter.html"].words)
    assert {"third", "666.7", "3000"} <= set(found["evidence/sums.html"].words)


def test_hostile_titles_stay_data(publication: Publication, found: dict[str, Entry]) -> None:
    assert "alert" in found["claims/hostile.html"].words
    for content in search_files(publication, ADDRESSES).values():
        content.decode("ascii")
        assert HOSTILE.encode() not in content


def test_the_real_publication_is_found_whole() -> None:
    publication = real()
    found = list(entries_of(publication, ADDRESSES))
    public = sum(not article.front.draft for article in publication.articles.values())
    others = len(publication.speakers) + len(publication.topics) + len(publication.evidence)
    assert len(found) == public + others
    assert len({entry.path for entry in found}) == len(found)
    files = search_files(publication, ADDRESSES)
    assert files == search_files(publication, ADDRESSES)
    assert all(path.startswith("search/") for path in files)
