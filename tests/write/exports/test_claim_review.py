"""ClaimReview by the rules of those who read it."""

import html.parser
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.write.exports.claim_review import (
    claim_review,
    correction_words,
    has_review,
    organisation,
    review_feed,
    script_safe,
)
from tests.write.exports.sample import ADDRESSES, FILES, HOSTILE, SITE, article, real, small
from tests.write.exports.schema_check import faults

TODAY = date(2026, 11, 23)


def test_every_review_of_the_real_articles_keeps_to_the_schema() -> None:
    publication = real()
    reviews = [claim_review(publication, slug, ADDRESSES) for slug in publication.articles]
    assert faults("claimreview", reviews) == []


def test_the_schema_refuses_what_search_engines_refuse(tmp_path: Path) -> None:
    good = claim_review(small(tmp_path), "towns", ADDRESSES)
    assert faults("claimreview", [good]) == []
    rating = good["reviewRating"]
    endless = {key: value for key, value in rating.items() if key != "bestRating"}
    bad = [
        good | {"reviewRating": rating | {"ratingValue": "1"}},
        good | {"reviewRating": endless},
        good | {"claimReviewed": "Six states [@a:x] ."},
        {key: value for key, value in good.items() if key != "url"},
    ]
    assert faults("claimreview", bad) == [
        "$.reviewRating.ratingValue: '1' is not of type 'integer'",
        "$.reviewRating: 'bestRating' is a dependency of 'ratingValue'",
        "$.claimReviewed: 'Six states [@a:x] .' should not be valid under "
        r"{'pattern': '\\[@|\\s[.,;:]'}",
        "$: 'url' is a required property",
    ]


def test_the_flagship_says_who_said_what_when_and_how_it_is_rated() -> None:
    review = claim_review(real(), "most-countries-russias-military-partners", ADDRESSES)
    page = f"{SITE}claims/most-countries-russias-military-partners.html"
    assert review["url"] == page
    assert review["@id"] == f"{page}#claimreview"
    assert {key: review["reviewRating"].get(key) for key in ("alternateName", "ratingValue")} == {
        "alternateName": "False",
        "ratingValue": 1,
    }
    claim = review["itemReviewed"]
    assert claim["author"]["@type"] == "Person"
    assert claim["author"]["name"] == "Vladimir Putin"
    assert claim["datePublished"] == "2024-12-16"
    assert claim["text"].startswith("[W]e need")
    assert "firstAppearance" not in claim
    assert "url" not in claim["appearance"], "the earlier fact-check has no known address"
    names = [work["name"] for work in review["isBasedOn"]]
    assert len(names) == len(set(names))
    assert "SIPRI Arms Transfers Database, trade register with deliveries to 2023" in names
    assert "correction" not in review


def test_a_verdict_off_the_scale_has_no_numbers_and_others_have_three() -> None:
    publication = real()
    for slug in publication.articles:
        rating = claim_review(publication, slug, ADDRESSES)["reviewRating"]
        numbers = {"ratingValue", "bestRating", "worstRating"} & set(rating)
        scale = publication.verdicts[str(publication.articles[slug].front.verdict)].rating
        assert len(numbers) == (0 if scale is None else 3), slug
    slugs = {str(publication.articles[slug].front.verdict): slug for slug in publication.articles}
    assert "unproven" in slugs
    assert len(slugs) > 3


def test_a_primary_transcript_is_where_the_claim_first_appeared_and_a_report_is_not(
    tmp_path: Path,
) -> None:
    claim = claim_review(small(tmp_path), "towns", ADDRESSES)["itemReviewed"]
    assert claim["firstAppearance"]["url"] == "https://letters.example/1"
    assert "appearance" not in claim
    assert "publisher" not in claim["firstAppearance"], "a publisher that is not known is no name"
    report = claim_review(real(), "un-vote-isolation", ADDRESSES)["itemReviewed"]
    assert report["appearance"]["url"].startswith("https://news.yahoo.com/")
    assert "firstAppearance" not in report


@pytest.mark.parametrize(
    ("url", "appears"), [(f"{SITE}letters/1", False), ("https://letters.example/1", True)]
)
def test_our_own_site_is_never_where_a_claim_appeared(
    tmp_path: Path, url: str, appears: bool
) -> None:
    path = "content/evidence/letter.yml"
    text = FILES[path].replace("https://letters.example/1", url)
    claim = claim_review(small(tmp_path, {path: text}), "towns", ADDRESSES)["itemReviewed"]
    assert ("firstAppearance" in claim) is appears


def test_a_claim_in_another_language_stands_in_it_with_our_translation(tmp_path: Path) -> None:
    claim = claim_review(small(tmp_path), "towns", ADDRESSES)["itemReviewed"]
    assert claim["text"] == "城镇有两千人"
    assert claim["description"] == "Town hall, North"
    assert "name" not in claim, "where it was said is no name of the claim"
    assert claim["inLanguage"] == "zh"
    assert claim["workTranslation"]["inLanguage"] == "en"
    assert claim["author"] == {
        "@type": "Organization",
        "name": "Lee & Sons",
        "description": "A firm in North",
        "sameAs": ["https://www.wikidata.org/wiki/Q1"],
    }


def test_corrections_date_the_review_and_stand_in_it(tmp_path: Path) -> None:
    publication = small(tmp_path)
    review = claim_review(publication, "towns", ADDRESSES)
    assert review["datePublished"] == "2026-11-01"
    assert review["dateModified"] == "2026-11-20"
    first = review["correction"][0]
    assert first["@type"] == "CorrectionComment"
    assert first["text"] == (
        "Major correction. The sum was wrong. Before: “1900 people”. Now: “2000 people”. A slip."
    )
    assert correction_words(publication.article("towns"), 0) == first["text"]


@pytest.mark.parametrize("slug", ["draft", "gone"])
def test_drafts_and_withdrawn_articles_have_no_review(tmp_path: Path, slug: str) -> None:
    publication = small(tmp_path)
    assert not has_review(publication, slug)
    with pytest.raises(LookupError, match="has no ClaimReview"):
        claim_review(publication, slug, ADDRESSES)


def test_an_unknown_slug_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        claim_review(real(), "no-such-article", ADDRESSES)


def test_policies_are_named_only_where_their_pages_exist(tmp_path: Path) -> None:
    author = organisation(small(tmp_path), ADDRESSES)
    assert author["correctionsPolicy"] == f"{SITE}corrections.html"
    assert author["ownershipFundingInfo"] == f"{SITE}about.html"
    assert not {"publishingPrinciples", "actionableFeedbackPolicy"} & set(author)
    all_pages = {f"docs/{name}.md": f"# {name}\n" for name in ("standards", "method", "contribute")}
    author = organisation(small(tmp_path, all_pages), ADDRESSES)
    assert author["publishingPrinciples"] == f"{SITE}standards.html"
    assert author["verificationFactCheckingPolicy"] == f"{SITE}method.html"
    assert author["actionableFeedbackPolicy"] == f"{SITE}contribute.html"


class _Scripts(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.inside.append(data)


@pytest.mark.parametrize("words", [HOSTILE, "<!--<script>", "]]>", "\u2028\u2029", "a & b > c"])
def test_nothing_in_the_data_ends_the_script(words: str) -> None:
    text = script_safe({"a": words})
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == {"a": words}
    parser = _Scripts()
    parser.feed(f'<script type="application/ld+json">{text}</script>')
    assert parser.tags == ["script"]
    assert json.loads("".join(parser.inside)) == {"a": words}


@given(st.recursive(st.text(), lambda inner: st.dictionaries(st.text(), inner)))
def test_any_data_comes_back_from_a_script_as_it_was(value: object) -> None:
    text = script_safe(value)
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == value


def test_a_hostile_title_goes_through_whole(tmp_path: Path) -> None:
    review = claim_review(small(tmp_path), "hostile", ADDRESSES)
    assert review["headline"] == HOSTILE
    assert json.loads(script_safe(review)) == review


def test_the_feed_holds_each_review_once_and_no_context_inside(tmp_path: Path) -> None:
    publication = small(tmp_path)
    reviews = [claim_review(publication, slug, ADDRESSES) for slug in ("towns", "hostile")]
    feed = json.loads(review_feed(publication, reviews, ADDRESSES, TODAY))
    assert feed["@type"] == "DataFeed"
    assert feed["dateModified"] == "2026-11-23"
    items = feed["dataFeedElement"]
    assert {item["@type"] for item in items} == {"DataFeedItem"}
    assert [{"@context": "https://schema.org"} | item["item"] for item in items] == reviews
    assert [item["dateModified"] for item in items] == ["2026-11-20", "2026-11-01"]
    empty = json.loads(review_feed(publication, [], ADDRESSES, TODAY))
    assert empty["dataFeedElement"] == []


def test_a_claim_said_in_no_known_evidence_appears_nowhere(tmp_path: Path) -> None:
    text = article("Lost").replace("said_in: letter", "said_in: nowhere")
    claim = claim_review(small(tmp_path, {"content/claims/lost.md": text}), "lost", ADDRESSES)[
        "itemReviewed"
    ]
    assert "appearance" not in claim
    assert "firstAppearance" not in claim
