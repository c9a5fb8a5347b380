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
