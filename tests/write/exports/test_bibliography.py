"""CSL-JSON, BibTeX, and how to cite an article."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.dates import PartialDate
from build_scripts.write.exports.bibliography import (
    bibtex_entry,
    cite,
    csl_date,
    latex,
    source_bibtex,
    source_csl,
)
from tests.write.exports.sample import ADDRESSES, SITE, article, real, small
from tests.write.exports.schema_check import faults


def balanced(text: str) -> bool:
    """Whether the braces of an entry close, as BibTeX counts them: escaped ones count too."""
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def test_every_real_source_keeps_to_the_schema_and_calculations_are_left_out() -> None:
    publication = real()
    items = [source_csl(publication, name) for name in publication.evidence]
    documents = [item for item in items if item is not None]
    calculations = sum(e.kind == "calculation" for e in publication.evidence.values())
    assert len(documents) == len(items) - calculations
    cited = [cite(publication, slug, ADDRESSES).csl for slug in publication.articles]
    assert faults("csl", [documents, cited]) == []


def test_the_schema_refuses_an_unknown_type_and_a_date_in_words(tmp_path: Path) -> None:
    good = cite(small(tmp_path), "towns", ADDRESSES).csl
    assert faults("csl", [[good]]) == []
    (kind,) = faults("csl", [[good | {"type": "fact-check"}]])
    assert kind.startswith("$[0].type: 'fact-check' is not one of [")
    assert faults("csl", [[good | {"issued": "2026"}]]) == [
        "$[0].issued: '2026' is not of type 'object'"
    ]


def test_every_real_entry_is_well_formed_with_a_key_of_its_own() -> None:
    publication = real()
    keys = []
    for name in publication.evidence:
        entry = source_bibtex(publication, name)
        if not entry:
            continue
        assert balanced(entry), name
        first, *fields, last, end = entry.split("\n")
        assert re.fullmatch(r"@(misc|techreport)\{[a-z0-9-]+,", first)
        assert (last, end) == ("}", "")
        assert all(re.fullmatch(r"  [a-z]+ = (\{.+\}|[a-z]{3}),", line) for line in fields), name
        keys.append(first)
    assert len(set(keys)) == len(keys) > 100


def test_a_report_that_was_opened_has_a_date_of_access_and_one_that_was_not_says_so(
    tmp_path: Path,
) -> None:
    publication = small(tmp_path)
    assert source_csl(publication, "census") == {
        "id": "census",
        "type": "report",
        "title": "Census_of 50% & more",
        "publisher": "Office {of} Counting",
        "issued": {"date-parts": [[2021, 5]]},
        "accessed": {"date-parts": [[2026, 10, 30]]},
        "URL": "https://office.example/census.pdf#top",
        "archive_location": (
            "https://web.archive.org/web/20240311000000/https://office.example/census.pdf"
        ),
        "language": "en",
        "note": (
            "archived at "
            "https://web.archive.org/web/20240311000000/https://office.example/census.pdf"
        ),
    }
    assert source_csl(publication, "letter") == {
        "id": "letter",
        "type": "speech",
        "title": "[A letter to the town]",
        "URL": "https://letters.example/1",
        "language": "zh",
        "note": "read as a stored copy on 30 October 2026",
    }
    assert source_csl(publication, "sums") is None
    assert source_bibtex(publication, "sums") == ""


def test_bibtex_escapes_what_latex_reads_and_leaves_addresses_alone(tmp_path: Path) -> None:
    assert source_bibtex(small(tmp_path), "census").split("\n")[:7] == [
        "@techreport{census,",
        r"  title = {{Census\_of 50\% \& more}},",
        r"  institution = {Office \textbraceleft{}of\textbraceright{} Counting},",
        "  year = {2021},",
        "  month = may,",
        "  url = {https://office.example/census.pdf#top},",
        "  urldate = {2026-10-30},",
    ]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("$350 billion", r"\$350 billion"),
        ("a\\b^c~d#e", r"a\textbackslash{}b\textasciicircum{}c\textasciitilde{}d\#e"),
        ("one\n two\x00", "one two"),
        ("Путин “и” 中", "Путин “и” 中"),
    ],
)
def test_signs_that_latex_reads_are_escaped_and_others_stay(text: str, escaped: str) -> None:
    assert latex(text) == escaped


@given(st.text())
def test_no_text_can_open_or_close_an_entry(text: str) -> None:
    entry = bibtex_entry("misc", "a", {"title": latex(text)})
    assert balanced(entry)
    assert len(entry.split("\n")) == (4 if latex(text) else 3)


def test_empty_fields_are_left_out() -> None:
    assert bibtex_entry("misc", "a", {"title": "x", "note": "", "month": "jan"}) == (
        "@misc{a,\n  title = {x},\n  month = jan,\n}\n"
    )


@pytest.mark.parametrize(
    ("day", "parts"),
    [
        (PartialDate(2024), [2024]),
        (PartialDate(2024, 3), [2024, 3]),
        (PartialDate(2024, 3, 11), [2024, 3, 11]),
    ],
)
def test_dates_are_as_precise_as_they_are_known(day: PartialDate, parts: list[int]) -> None:
    assert csl_date(day) == {"date-parts": [parts]}


def test_the_flagship_is_cited_by_desk_title_publication_day_and_address() -> None:
    slug = "most-countries-russias-military-partners"
    found = cite(real(), slug, ADDRESSES)
    assert found.plain == (
        "The Countercheck desk. “Most countries are not Russia's military allies and partners.” "
        f"Countercheck, 23 November 2026. {SITE}claims/{slug}.html"
    )
    assert found.csl["issued"] == {"date-parts": [[2026, 11, 23]]}
    assert found.bibtex.startswith(f"@misc{{{slug},\n  author = {{{{The Countercheck desk}}}},\n")


def test_a_changed_article_is_cited_with_its_last_change_and_a_withdrawn_one_as_such(
    tmp_path: Path,
) -> None:
    publication = small(tmp_path)
    assert ", 1 November 2026, last changed 20 November 2026. " in (
        cite(publication, "towns", ADDRESSES).plain
    )
    assert cite(publication, "gone", ADDRESSES).csl["note"] == "withdrawn 22 November 2026"
    assert "changed" not in cite(publication, "hostile", ADDRESSES).plain


def test_a_title_that_ends_its_own_sentence_gets_no_second_stop(tmp_path: Path) -> None:
    path = "content/claims/asks.md"
    found = cite(small(tmp_path, {path: article("Are they?")}), "asks", ADDRESSES)
    assert "“Are they?” Town Facts" in found.plain


def test_every_real_citation_is_well_formed() -> None:
    publication = real()
    for slug in publication.articles:
        found = cite(publication, slug, ADDRESSES)
        assert balanced(found.bibtex)
        assert "[@" not in found.plain
        assert found.csl["URL"] in found.plain
        assert found.csl["URL"] in found.bibtex
