"""Which words a claim and its readings rest on."""

from pathlib import Path

from build_scripts.write.exports.sources import meaning_of, quote_of_claim
from build_scripts.write.plain import plain_text
from tests.write.exports.sample import FILES, article, small

LETTER = "content/evidence/letter.yml"


def test_a_claim_is_found_in_the_quote_that_holds_its_words(tmp_path: Path) -> None:
    greeting = "quotes:\n  hello: {text: 人人好, translation: Hello to all}\n"
    publication = small(tmp_path, {LETTER: FILES[LETTER].replace("quotes:\n", greeting)})
    claim = publication.article("towns").front.claim
    found = quote_of_claim(claim, publication.evidence["letter"])
    assert found is publication.evidence["letter"].quotes["said"]  # type: ignore[index]


def test_a_claim_is_in_no_quote_of_another_document(tmp_path: Path) -> None:
    publication = small(tmp_path)
    claim = publication.article("towns").front.claim
    assert quote_of_claim(claim, publication.evidence["census"]) is None


def test_a_reading_keeps_its_meaning_where_the_one_before_it_has_no_test(tmp_path: Path) -> None:
    untested = "readings:\n  - {means: Nobody tests this., holds_if: sums:third}\n"
    text = article("Two readings").replace("readings:\n", untested)
    linked = small(tmp_path, {"content/claims/two.md": text}).article("two")
    (reading,) = linked.readings
    assert plain_text(meaning_of(linked, reading)) == "The towns have more than 3,000 people."
