"""What the page of a document says of it."""

from datetime import date
from pathlib import Path

import pytest

from build_scripts.write.pages.evidence import evidence_page
from build_scripts.write.site import Site
from tests.write.exports.sample import ADDRESSES, FILES, small

LETTER = "content/evidence/letter.yml"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "Chinese"),
        ("zh-Hant", "Chinese"),
        ("sw", "sw"),
        ("en", None),
        ("en-GB", None),
    ],
)
def test_only_words_in_another_language_are_said_to_be_translated(
    tmp_path: Path, language: str, said: str | None
) -> None:
    text = FILES[LETTER].replace("language: zh", f"language: {language}")
    site = Site(small(tmp_path, {LETTER: text}), {}, ADDRESSES, date(2026, 11, 23))
    page = evidence_page(site, "letter").text
    told = f"<dt>Language</dt><dd>{said}; translations are ours</dd>"
    assert (told in page) if said else ("translations are ours" not in page)


def test_figures_in_what_is_said_of_a_document_lead_to_their_facts(tmp_path: Path) -> None:
    words = "North has 1,200 people [@census:towns.north.people].\n\n  It was *late*."
    text = FILES[LETTER] + f"caveat: |\n  {words}\n"
    site = Site(small(tmp_path, {LETTER: text}), {}, ADDRESSES, date(2026, 11, 23))
    page = evidence_page(site, "letter").text
    told = page.partition("<b>What limits it.</b>")[2].partition("</p>")[0]
    assert 'href="census.html#towns-north"' in told
    assert told.endswith("</a>. It was <em>late</em>.")
    assert 'id="card-census--towns--north--people"' in page
