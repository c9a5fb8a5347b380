"""claims.json, evidence.json and speakers.json."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from build_scripts.link.publication import Publication
from build_scripts.model.interval import End, Interval
from build_scripts.model.quantity import Quantity
from build_scripts.write.exports.catalogue import (
    claim_record,
    document,
    part_paths,
    speaker_records,
)
from build_scripts.write.exports.common import Json, records_bytes
from build_scripts.write.exports.evidence_catalogue import evidence_record, with_uses
from build_scripts.write.exports.quantities import quantity_json, quoted_words
from build_scripts.write.exports.sources import Sources
from tests.write.exports.sample import ADDRESSES, FILES, SITE, real, small

TODAY = date(2026, 11, 23)


def claims_of(publication: Publication, *slugs: str) -> list[Json]:
    sources = Sources(publication)
    return [claim_record(publication, slug, ADDRESSES, sources) for slug in slugs]


def test_a_claim_has_words_verdict_readings_and_sources() -> None:
    (claim,) = claims_of(real(), "most-countries-russias-military-partners")
    assert claim["verdict"] == "false"
    assert claim["rating"] == 1
    assert [reading["outcome"] for reading in claim["readings"]] == [
        "fails",
        "fails",
        "undetermined",
        "fails",
        "asserted",
    ]
    assert [reading["decides"] for reading in claim["readings"]] == [True, True, False, True, True]
    assert claim["readings"][4]["margins"]
    assert claim["sources"][0] == "seed-fact-check-2024"
    assert {"country-codes", "roll-calls", "tass-100", "sipri-register"} <= set(claim["sources"])
    assert not {"russia-ties", "ledger"} & set(claim["sources"]), "calculations are no documents"
    assert "russia-ties:ties-are-most" in claim["facts"]
    assert "sipri-register:buyers.2019" in claim["facts"]
    assert claim["charts"][0] == "russia-partners-ladder"
    assert "[@" not in json.dumps(claim)


def test_every_fact_and_source_that_a_claim_names_is_in_the_evidence() -> None:
    publication = real()
    records = {name: evidence_record(publication, name, ADDRESSES) for name in publication.evidence}
    for claim in claims_of(publication, *publication.articles):
        for ref in claim["facts"]:
            evidence, _, fact = ref.partition(":")
            assert fact.partition(".")[0] in records[evidence]["facts"], ref
        assert set(claim["sources"]) <= set(records)
        assert claim["claim"]["said_in"] in records


def test_a_verdict_off_the_scale_has_no_rating(tmp_path: Path) -> None:
    towns, hostile = claims_of(small(tmp_path), "towns", "hostile")
    assert towns["rating"] == 1
    assert "rating" not in hostile


def test_authors_and_reviewers_stand_with_their_names(tmp_path: Path) -> None:
    settings = FILES["content/publication.yml"] + "people: {mara-lind: Mara Lind, otto: Berg}\n"
    article = FILES["content/claims/towns.md"].replace(
        "authors: [desk]", "authors: [desk, mara-lind]\nreviewed_by: [otto]"
    )
    changes = {"content/publication.yml": settings, "content/claims/towns.md": article}
    (towns,) = claims_of(small(tmp_path, changes), "towns")
    assert towns["authors"] == ["The desk", "Mara Lind"]
    assert towns["reviewed_by"] == ["Berg"]


def test_corrections_withdrawals_and_former_slugs_are_told(tmp_path: Path) -> None:
    towns, gone = claims_of(small(tmp_path), "towns", "gone")
    assert [entry["kind"] for entry in towns["corrections"]] == ["major", "minor"]
    assert towns["modified"] == "2026-11-20"
    assert towns["formerly"] == ["townships", "villages"]
    assert gone["withdrawn"] == {"date": "2026-11-22", "why": "It was not so."}
    assert "withdrawn" not in towns


def test_a_quoted_fact_has_value_quote_and_a_link_to_the_words() -> None:
    record = evidence_record(real(), "tass-100", ADDRESSES)
    assert record["url"] == f"{SITE}evidence/tass-100.html"
    supplied = record["facts"]["supplied"]
    assert supplied["url"] == f"{SITE}evidence/tass-100.html#supplied"
    assert supplied["value"] == {
        "text": "more than 50 states",
        "low": 50,
        "high": None,
        "low_open": True,
        "high_open": False,
        "unit": "states",
    }
    assert supplied["speaks_for"] == ["vladimir-putin"]
    quote = record["quotes"][supplied["quote"]]
    assert quote["selector"]["type"] == "TextQuoteSelector"
    assert quote["selector"]["exact"].startswith("Russia maintains")
    assert quote["link"] == supplied["link"]
    assert "#:~:text=Russia%20maintains" in supplied["link"]


def test_a_computed_fact_has_its_formula_inputs_and_outcome(tmp_path: Path) -> None:
    facts = evidence_record(small(tmp_path), "sums", ADDRESSES)["facts"]
    assert facts["all"]["inputs"] == ["census:towns"]
    assert facts["third"]["value"]["low"] == pytest.approx(2000 / 3)
    assert facts["enough"]["outcome"] == "fails"
    assert "value" not in facts["enough"]
    assert "quote" not in facts["all"]


def test_a_table_names_its_file_and_columns(tmp_path: Path) -> None:
    facts = evidence_record(small(tmp_path), "census", ADDRESSES)["facts"]
    assert facts["towns"]["table"]["path"] == "data/tables/census-towns.csv"
    assert facts["towns"]["table"]["columns"]["people"] == "people"
    assert facts["total"]["link"] == "https://office.example/census.pdf#page=12"


def test_words_in_place_and_partial_dates_are_kept() -> None:
    record = evidence_record(real(), "lou-shine", ADDRESSES)
    words = record["facts"]["ceiling"]["words"]
    assert words["selector"]["exact"] == "1.5 percent for many years"
    assert record["published"] == "2025-03-04"
    assert record["seen"] == {"how": "stored copy", "when": "2026-11-22"}
    seed = evidence_record(real(), "seed-fact-check-2024", ADDRESSES)
    assert "published" not in seed
    assert seed["undated"]
    assert "source" not in seed
    assert "link" not in seed["facts"]["claim"]


def test_every_quote_has_a_source_as_annotations_want_it() -> None:
    for name in real().evidence:
        record = evidence_record(real(), name, ADDRESSES)
        words = [fact["words"] for fact in record.get("facts", {}).values() if "words" in fact]
        for quote in (*record.get("quotes", {}).values(), *words):
            assert quote["source"] == record.get("source", f"{SITE}evidence/{name}.html")


def test_uses_are_told_down_to_the_fact(tmp_path: Path) -> None:
    publication = small(tmp_path)
    claims = claims_of(publication, "towns", "gone")
    records = [evidence_record(publication, name, ADDRESSES) for name in publication.evidence]
    used = {record["id"]: record["facts"] for record in with_uses(records, claims)}
    assert used["census"]["total"]["used_by"] == ["towns", "gone"]
    assert used["census"]["towns"]["used_by"] == ["towns", "gone"]
    assert "used_by" not in used["sums"]["third"]
    assert "used_by" not in records[0]["facts"]["total"], "the record itself is not changed"


def test_speakers_have_their_claims_and_withdrawn_ones_do_not_count(tmp_path: Path) -> None:
    publication = small(tmp_path)
    claims = claims_of(publication, "towns", "hostile", "gone")
    (lee,) = speaker_records(publication, claims, ADDRESSES)
    assert lee["claims"] == ["towns", "hostile", "gone"]
    assert lee["verdicts"] == {"false": 1, "unproven": 1}
    assert lee["url"] == f"{SITE}speakers/lee.html"


def test_the_document_says_of_which_day_and_under_which_terms_it_is(tmp_path: Path) -> None:
    publication = small(tmp_path)
    claims = claims_of(publication, "towns")
    (data,) = document(publication, "a.json", "claims", claims, ADDRESSES, TODAY).values()
    found = json.loads(data)
    assert {key: found[key] for key in ("as_of", "licence", "site", "count")} == {
        "as_of": "2026-11-23",
        "licence": "CC BY 4.0",
        "site": SITE,
        "count": 1,
    }
    assert [claim["id"] for claim in found["claims"]] == ["towns"]
    assert len(data.splitlines()) == 10


@pytest.mark.parametrize(
    ("count", "paths"),
    [
        (0, ["data/a.json"]),
        (1000, ["data/a.json"]),
        (1001, ["data/a.json", "data/a-2.json"]),
        (2001, ["data/a.json", "data/a-2.json", "data/a-3.json"]),
    ],
)
def test_many_records_go_on_in_parts_that_lead_on(
    tmp_path: Path, count: int, paths: list[str]
) -> None:
    records: list[Json] = [{"id": str(number)} for number in range(count)]
    files = document(small(tmp_path), "data/a.json", "all", records, ADDRESSES, TODAY)
    assert list(files) == part_paths("data/a.json", count) == paths
    found = [json.loads(data) for data in files.values()]
    assert [record for part in found for record in part["all"]] == records
    assert {part["count"] for part in found} == {count}
    assert [part.get("next") for part in found] == [*(SITE + path for path in paths[1:]), None]


@pytest.mark.parametrize("records", [[], [{"a": "</script>"}], [{"a": 1}, {"b": [None, "ж"]}]])
def test_records_stand_on_lines_of_their_own(records: list[Json]) -> None:
    data = records_bytes({"x": {"y": 1}}, "all", records)
    assert json.loads(data) == {"x": {"y": 1}, "all": records}
    lines = data.decode().splitlines()
    assert all(json.dumps(r, separators=(",", ":"), ensure_ascii=False) in {
        line.rstrip(",") for line in lines
    } for r in records)  # fmt: skip


@pytest.mark.parametrize(
    ("interval", "ends"),
    [
        (Interval.point(5_200_000), (5_200_000, 5_200_000, False, False)),
        (Interval(End(Fraction(50), True), End(None)), (50, None, True, False)),
        (Interval(End(None), End(Fraction(7, 2))), (None, 3.5, False, False)),
        (Interval.between(-1, 2), (-1, 2, False, False)),
    ],
)
def test_quantities_keep_their_ends(
    interval: Interval, ends: tuple[float | None, float | None, bool, bool]
) -> None:
    found = quantity_json(Quantity(interval))
    assert tuple(found[key] for key in ("low", "high", "low_open", "high_open")) == ends
    assert found["unit"] == ""


@pytest.mark.parametrize(
    ("text", "exact"),
    [("…fell by 53 per cent…", "fell by 53 per cent"), ("a … b", "a … b"), ("…", "…")],
)
def test_only_ellipses_around_a_quote_are_ours(text: str, exact: str) -> None:
    assert quoted_words(text) == exact
