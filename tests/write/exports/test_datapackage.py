"""The tables as a Data Package."""

import csv
import hashlib
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from build_scripts.link.publication import Publication
from build_scripts.write.exports.common import Json
from build_scripts.write.exports.datapackage import (
    datapackage,
    table_files,
    table_resources,
    tables_of,
)
from build_scripts.write.exports.everything import all_exports
from build_scripts.write.exports.sources import Sources
from build_scripts.write.pages import downloads
from build_scripts.write.site import Site
from tests.write.exports.sample import ADDRESSES, FILES, TABLE, article, real, small
from tests.write.exports.schema_check import faults

TODAY = date(2026, 11, 23)
_READS: dict[str, Callable[[str], object]] = {
    "integer": int,
    "number": float,
    "year": int,
    "date": date.fromisoformat,
    "string": str,
}


def package_of(publication: Publication) -> Json:
    sources = Sources(publication)
    resources = [
        resource
        for name in publication.evidence
        for resource in table_resources(publication, name, ADDRESSES, sources)
    ]
    return datapackage(publication, resources, ADDRESSES, TODAY)


def files_of(publication: Publication) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name in publication.evidence:
        files.update(table_files(publication, name))
    return files


@pytest.mark.parametrize("which", ["real", "small"])
def test_the_package_keeps_to_the_schema(tmp_path: Path, which: str) -> None:
    publication = real() if which == "real" else small(tmp_path)
    assert faults("datapackage", [package_of(publication)]) == []


def test_the_schema_refuses_a_licence_without_a_name_and_a_resource_without_fields(
    tmp_path: Path,
) -> None:
    good = package_of(small(tmp_path))
    resource = good["resources"][0]
    assert faults("datapackage", [good | {"licenses": [{"title": "mine"}]}]) == [
        "$.licenses[0]: {'title': 'mine'} is not valid under any of the given schemas"
    ]
    bare = resource | {"schema": {"fields": [], "primaryKey": ["town"]}}
    assert faults("datapackage", [good | {"resources": [bare]}]) == [
        "$.resources[0].schema.fields: [] should be non-empty"
    ]


def test_every_resource_is_a_file_with_those_bytes_columns_and_cells() -> None:
    publication = real()
    files = files_of(publication)
    package = package_of(publication)
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names) > 10
    for resource in package["resources"]:
        data = files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == header
        assert resource["rows"] == len(rows)
        for field, cells in zip(fields, zip(*rows, strict=True), strict=True):
            for cell in filter(None, cells):
                _READS[field["type"]](cell)
        (key,) = resource["schema"]["primaryKey"]
        keys = [row[header.index(key)] for row in rows]
        assert len(set(keys)) == len(keys)


def test_files_are_those_of_the_repository_byte_for_byte(tmp_path: Path) -> None:
    assert files_of(small(tmp_path)) == {"data/tables/census-towns.csv": TABLE.encode()}


def test_fields_have_types_and_units(tmp_path: Path) -> None:
    (resource,) = package_of(small(tmp_path))["resources"]
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    assert fields["people"] == {"name": "people", "type": "integer", "unit": "people"}
    assert fields["counted"] == {"name": "counted", "type": "year"}
    assert fields["town"]["type"] == "string"
    assert "evidence" in fields["from"]["description"]


def test_a_column_of_periods_is_text_and_one_of_days_a_date() -> None:
    resources = {one["name"]: one for one in package_of(real())["resources"]}
    votes = {
        field["name"]: field["type"] for field in resources["un-votes.roll"]["schema"]["fields"]
    }
    assert votes["date"] == "date"
    shares = {f["name"]: f for f in resources["exporters.published"]["schema"]["fields"]}
    assert shares["period"]["type"] == "string"
    assert shares["period"]["description"] == "a date or a period"
    assert shares["ends"]["type"] == "year"
    assert shares["share"] == {"name": "share", "type": "number", "unit": "%"}


def test_sources_are_its_own_document_and_those_of_its_rows(tmp_path: Path) -> None:
    (resource,) = package_of(small(tmp_path))["resources"]
    assert [source["path"] for source in resource["sources"]] == [
        "https://office.example/census.pdf#top",
        "https://letters.example/1",
    ]
    ledger = next(r for r in package_of(real())["resources"] if r["name"] == "ledger.members")
    titles = {source["title"] for source in ledger["sources"]}
    assert "datasets/country-codes" in titles
    assert len(titles) > 5


def test_figures_of_others_are_not_put_under_our_licence(tmp_path: Path) -> None:
    package = package_of(small(tmp_path))
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    (resource,) = package["resources"]
    assert resource["licenses"][0]["title"] == (
        "Figures quoted with credit to Office {of} Counting, under its own terms"
    )
    licences = {r["name"]: r.get("licenses") for r in package_of(real())["resources"]}
    assert "SIPRI" in licences["sipri-register.shares"][0]["title"]
    assert licences["china-share.points"] is None, "a calculation of ours is under the package's"


def test_evidence_without_tables_gives_nothing(tmp_path: Path) -> None:
    publication = small(tmp_path)
    assert list(tables_of(publication, "letter")) == []
    assert table_files(publication, "letter") == {}
    assert table_resources(publication, "letter", ADDRESSES, Sources(publication)) == []


def test_a_name_in_another_script_gives_the_package_a_name_all_the_same(tmp_path: Path) -> None:
    settings = FILES["content/publication.yml"].replace("name: Town Facts", "name: Перевірка")
    package = package_of(small(tmp_path, {"content/publication.yml": settings}))
    assert package["name"] == "tables"
    assert package_of(small(tmp_path / "latin"))["name"] == "town-facts-tables"
    assert faults("datapackage", [package]) == []


def test_a_publication_without_tables_has_no_package_and_offers_none(tmp_path: Path) -> None:
    census = FILES["content/evidence/census.yml"].partition("  towns:")[0]
    gone = {path: article("Gone", more="draft: true") for path in FILES if "/claims/" in path}
    sums = "title: Sums\nkind: calculation\n"
    changes = {"content/evidence/census.yml": census, "content/evidence/sums.yml": sums}
    found = {}
    for name, files in (("with", {}), ("without", changes | gone)):
        site = Site(small(tmp_path / name, files), {}, ADDRESSES, TODAY)
        (page,) = downloads.pages(site)
        written = all_exports(site.publication, ADDRESSES, TODAY, [])
        found[name] = ("data/datapackage.json" in page.text, "data/datapackage.json" in written)
    assert found == {"with": (True, True), "without": (False, False)}
