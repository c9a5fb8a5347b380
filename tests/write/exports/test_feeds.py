"""Atom and JSON Feed, of articles and of corrections."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from build_scripts.write.exports.feed_entries import (
    Entry,
    article_entry,
    correction_entries,
    evidence_entries,
)
from build_scripts.write.exports.feeds import NEWEST, atom, json_feed, newest
from tests.write.exports.sample import ADDRESSES, FILES, HOSTILE, SITE, article, real, small
from tests.write.exports.schema_check import faults

TODAY = date(2026, 11, 23)
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")


def entries_of(root: Path) -> list[Entry]:
    publication = small(root)
    found = (article_entry(publication, slug, ADDRESSES) for slug in publication.articles)
    return [entry for entry in found if entry is not None]


def parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314  (our own bytes)


def entry(number: int, published: str = "2026-01-01") -> Entry:
    return Entry(
        f"tag:a.example,2026-01-01:/{number:04}", "https://a.example/", "Title", "Summary",
        "Content", published, published, ("The desk",),
    )  # fmt: skip


def check_atom(data: bytes, entries: int) -> None:
    """What RFC 4287 asks of a feed and its entries (sections 4.1.1 and 4.1.2)."""
    feed = parsed(data)
    assert feed.tag == f"{ATOM}feed"
    for top in [feed, *feed.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            assert len(top.findall(f"{ATOM}{name}")) == 1, name
        assert MOMENT.match(top.findtext(f"{ATOM}updated", ""))
        assert top.findall(f"{ATOM}author")
        assert all(author.findtext(f"{ATOM}name") for author in top.findall(f"{ATOM}author"))
        links = [link.attrib for link in top.findall(f"{ATOM}link")]
        assert sum(link["rel"] == "alternate" for link in links) == 1
        assert all(link["href"].startswith("https://") for link in links)
    assert not list(feed.iter(f"{ATOM}email"))
    found = feed.findall(f"{ATOM}entry")
    assert len(found) == entries
    ids = [element.findtext(f"{ATOM}id") for element in found]
    assert len(set(ids)) == len(ids)
    updated = [element.findtext(f"{ATOM}updated", "") for element in found]
    assert feed.findtext(f"{ATOM}updated") == max(updated, default=f"{TODAY}T00:00:00Z")
    assert b"[@" not in data


def test_the_real_feeds_are_atom_and_keep_to_the_schema() -> None:
    publication = real()
    entries = [
        found
        for slug in publication.articles
        if (found := article_entry(publication, slug, ADDRESSES))
    ]
    assert len(entries) == len(publication.articles)
    check_atom(atom(publication, entries, ADDRESSES, TODAY), len(entries))
    documents = [
        json_feed(publication, entries, ADDRESSES).decode(),
        json_feed(publication, [], ADDRESSES, corrections=True).decode(),
    ]
    assert faults("jsonfeed", documents) == []


def test_the_schema_refuses_an_item_without_content_and_an_address_for_mail(tmp_path: Path) -> None:
    good = json.loads(json_feed(small(tmp_path), entries_of(tmp_path), ADDRESSES))
    assert faults("jsonfeed", [good]) == []
    without = {key: value for key, value in good["items"][0].items() if key != "content_text"}
    assert faults("jsonfeed", [good | {"items": [without]}]) == [
        "$.items[0]: 'content_text' is a required property"
    ]
    mail = [{"name": "x", "email": "x@y.example"}]
    assert faults("jsonfeed", [good | {"authors": mail}]) == [
        "$.authors[0]: Additional properties are not allowed ('email' was unexpected)"
    ]


def test_drafts_and_withdrawn_articles_are_no_news(tmp_path: Path) -> None:
    assert {found.title for found in entries_of(tmp_path)} == {"Towns are small", HOSTILE}


def test_an_entry_carries_claim_verdict_and_summary_without_citations(tmp_path: Path) -> None:
    found = article_entry(small(tmp_path), "towns", ADDRESSES)
    assert found is not None
    assert found.url == f"{SITE}claims/towns.html"
    assert found.summary == "False. The towns have 2,000 people. Not more, see towns.csv."
    assert found.content == (
        "Claim: “城镇有两千人”\n\nIn English: “The towns have “two thousand” people.”\n\n"
        "Lee & Sons, March 2024, Town hall, North\n\nVerdict: False. It fails.\n\n"
        "The towns have 2,000 people. Not more, see towns.csv."
    )
    assert (found.published, found.updated) == ("2026-11-01", "2026-11-20")
    assert found.topics == (("towns", "Towns"),)
    assert found.authors == ("The desk",)


def test_the_id_outlives_a_new_title_and_a_new_slug_and_nothing_else(tmp_path: Path) -> None:
    before = article_entry(small(tmp_path / "a"), "towns", ADDRESSES)
    renamed = {
        "content/claims/small-towns.md": article(
            "Another title", more="formerly: [townships, villages, towns]"
        )
    }
    after = article_entry(small(tmp_path / "b", renamed), "small-towns", ADDRESSES)
    assert before is not None
    assert after is not None
    assert before.id == after.id == "tag:facts.example,2026-11-01:/base/claims/townships"
    other = article_entry(small(tmp_path / "b"), "hostile", ADDRESSES)
    assert other is not None
    assert other.id != after.id


def test_hostile_words_stay_words_in_both_forms(tmp_path: Path) -> None:
    publication, entries = small(tmp_path), entries_of(tmp_path)
    data = atom(publication, entries, ADDRESSES, TODAY)
    check_atom(data, 2)
    titles = [element.text for element in parsed(data).iter(f"{ATOM}title")]
    assert HOSTILE in titles
    assert b"<script" not in data
    feed = json.loads(json_feed(publication, entries, ADDRESSES))
    assert HOSTILE in {item["title"] for item in feed["items"]}


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_characters_that_xml_cannot_hold_are_left_out(character: str) -> None:
    odd = replace(entry(1), title=f"a{character}b")
    data = atom(real(), [odd], ADDRESSES, TODAY)
    assert parsed(data).findtext(f"{ATOM}entry/{ATOM}title") == "ab"


def test_both_forms_carry_the_same_entries_in_the_same_order(tmp_path: Path) -> None:
    publication, entries = small(tmp_path), entries_of(tmp_path)
    ids = [
        element.text
        for element in parsed(atom(publication, entries, ADDRESSES, TODAY)).findall(
            f"{ATOM}entry/{ATOM}id"
        )
    ]
    feed = json.loads(json_feed(publication, reversed(entries), ADDRESSES))
    assert [item["id"] for item in feed["items"]] == ids


def test_corrections_and_withdrawals_are_entries_of_their_own(tmp_path: Path) -> None:
    publication = small(tmp_path)
    found = [
        one
        for slug in publication.articles
        for one in correction_entries(publication, slug, ADDRESSES)
    ]
    assert [(one.title, one.updated) for one in newest(found)] == [
        ("Withdrawn: It is gone", "2026-11-22"),
        ("Minor correction: Towns are small", "2026-11-20"),
        ("Major correction: Towns are small", "2026-11-20"),
    ]
    check_atom(atom(publication, found, ADDRESSES, TODAY, corrections=True), 3)
    feed = json.loads(json_feed(publication, found, ADDRESSES, corrections=True))
    assert feed["description"].startswith("Every change of a published verdict")
    assert json.loads(json_feed(publication, [], ADDRESSES))["description"] == "Facts about towns"
    assert feed["home_page_url"] == f"{SITE}corrections-log.html"
    assert feed["feed_url"] == f"{SITE}corrections.json"
    assert correction_entries(publication, "draft", ADDRESSES) == ()


def test_withdrawn_evidence_is_an_entry_and_what_stands_is_none(tmp_path: Path) -> None:
    letter = FILES["content/evidence/letter.yml"]
    why = "withdrawn: {date: 2026-11-23, why: It was *not* sent.}\n"
    publication = small(tmp_path / "a", {"content/evidence/letter.yml": letter + why})
    assert evidence_entries(publication, "census", ADDRESSES) == ()
    (found,) = evidence_entries(publication, "letter", ADDRESSES)
    assert (found.title, found.content) == (
        "Withdrawn evidence: A letter to the town",
        "It was not sent.",
    )
    assert found.url == f"{SITE}evidence/letter.html"
    assert (found.published, found.updated) == ("2026-11-23", "2026-11-23")
    assert found.id == "tag:facts.example,2026-11-23:/base/evidence/letter#withdrawn"
    check_atom(atom(publication, [found], ADDRESSES, TODAY, corrections=True), 1)
    feed = json_feed(publication, [found], ADDRESSES, corrections=True).decode()
    assert faults("jsonfeed", [feed]) == []
    renamed = {"content/evidence/post.yml": f"{letter}{why}formerly: [letter]\n"}
    (after,) = evidence_entries(small(tmp_path / "b", renamed), "post", ADDRESSES)
    assert after.id == found.id


def test_an_entry_of_corrections_keeps_its_id_when_another_is_put_before_it(tmp_path: Path) -> None:
    before = correction_entries(small(tmp_path / "a"), "towns", ADDRESSES)
    entry_line = "{date: 2026-11-20, kind: minor, what: x., was: y, now: z, why: v.}"
    path = "content/claims/towns.md"
    text = (tmp_path / "a" / path).read_text("utf-8")
    changed = text.replace("corrections: \n", f"corrections: \n  - {entry_line}\n")
    assert changed != text
    after = correction_entries(small(tmp_path / "b", {path: changed}), "towns", ADDRESSES)
    assert len(after) == len(before) + 1
    assert {one.id for one in before} < {one.id for one in after}


def test_a_feed_carries_the_newest_and_is_dated_without_a_clock() -> None:
    many = [entry(number, f"20{10 + number % 10}-01-01") for number in range(NEWEST + 30)]
    kept = newest(many)
    assert len(kept) == NEWEST
    assert kept[0].published == "2019-01-01"
    assert kept == newest(reversed(many))
    empty = atom(real(), [], ADDRESSES, TODAY)
    check_atom(empty, 0)
    assert empty == atom(real(), [], ADDRESSES, TODAY)
