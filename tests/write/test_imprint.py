"""Who answers for the publication: its settings on the page About, and on no other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from build_scripts.link.publication import Publication
from build_scripts.write.imprint import frame, imprint
from build_scripts.write.tree import write_pages
from tests.write.exports.sample import FILES, SITE, small

SETTINGS = "content/publication.yml"


def with_settings(root: Path, old: str, new: str) -> Publication:
    assert old in FILES[SETTINGS]
    return small(root, {SETTINGS: FILES[SETTINGS].replace(old, new)})


def test_a_reader_learns_who_signs_owns_and_pays(tmp_path: Path) -> None:
    assert imprint(small(tmp_path).settings) == {
        "Signed by": "The desk",
        "Owner": "nobody",
        "Funding": "none, as of 1 November 2026",
        "Contact": "none yet",
        "Licence of words, charts and our tables": "CC BY 4.0",
        "Licence of the code": "MIT",
    }


@pytest.mark.parametrize(
    ("old", "new", "asked", "answer"),
    [
        ("no_contact: none yet", "contact: The town hall", "Contact", "The town hall"),
        (
            "name: Town Facts",
            "name: Town Facts\npeople: {lee: A. Lee, ode: B. Ode}",
            "Also written or reviewed by",
            "A. Lee, B. Ode",
        ),
        (
            "name: Town Facts",
            "name: Town Facts\nrepository: https://code.example/town",
            "Source files",
            "https://code.example/town",
        ),
    ],
)
def test_what_the_settings_gain_the_page_gains(
    tmp_path: Path, old: str, new: str, asked: str, answer: str
) -> None:
    assert imprint(with_settings(tmp_path, old, new).settings)[asked] == answer


def test_it_stands_on_the_page_about_and_on_no_other(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    written = {f"docs/{name}.md": f"# {name}\n\nWords.\n" for name in ("about", "method")}
    write_pages(small(tmp_path / "small", written), pages, {}, SITE, date(2026, 11, 23))
    about = (pages / "about.md").read_text("utf-8")
    assert "<dt>Funding</dt><dd>none, as of 1 November 2026</dd>" in about
    assert "<dt>Funding</dt>" not in (pages / "method.md").read_text("utf-8")


def test_the_frame_says_what_the_settings_say(tmp_path: Path) -> None:
    publication = with_settings(tmp_path, "licence_code: MIT", "licence_code: 0BSD")
    assert frame(publication.settings) == {
        "site_name": "Town Facts",
        "site_description": "Facts about towns",
        "copyright": "Words, charts and our own tables: CC BY 4.0; code: 0BSD.",
    }
