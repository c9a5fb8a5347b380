"""Dataset as JSON-LD, for charts and tables."""

from pathlib import Path

import pytest

from build_scripts.write.exports.claim_review import claim_review
from build_scripts.write.exports.datasets import chart_dataset, table_dataset
from tests.write.exports.sample import ADDRESSES, FILES, SITE, real, small


def test_every_real_chart_and_table_has_what_search_engines_require() -> None:
    publication = real()
    found = [
        chart_dataset(publication, name, "claims/x.html", ADDRESSES) for name in publication.charts
    ]
    for name, evidence in publication.evidence.items():
        for key, fact in evidence.facts.items():
            if fact.table is not None:
                page = ADDRESSES.page("evidence", name)
                found.append(table_dataset(publication, name, str(key), page, ADDRESSES))
    assert len(found) > 25
    for dataset in found:
        assert dataset["@type"] == "Dataset"
        assert 50 <= len(dataset["description"]) <= 5000
        assert dataset["name"]
        assert "[@" not in dataset["name"] + dataset["description"]
        assert dataset["license"]
        assert dataset["distribution"][0]["encodingFormat"] == "text/csv"
        assert all(one["contentUrl"].startswith(SITE) for one in dataset["distribution"])


def test_a_chart_says_what_it_shows_where_it_stands_and_on_what_it_rests(tmp_path: Path) -> None:
    dataset = chart_dataset(small(tmp_path), "towns", "claims/towns.html", ADDRESSES)
    assert dataset["name"] == "North is larger"
    assert dataset["description"] == "People in 2021. A bar for each of two towns."
    assert dataset["url"] == f"{SITE}claims/towns.html"
    assert dataset["temporalCoverage"] == "2021"
    assert dataset["isBasedOn"] == [
        "https://office.example/census.pdf#top",
        "https://letters.example/1",
    ]
    assert dataset["distribution"][0]["contentUrl"] == f"{SITE}assets/charts/towns.csv"


def test_a_chart_of_readings_rests_on_what_they_rest_on() -> None:
    dataset = chart_dataset(real(), "russia-partners-readings", "claims/x.html", ADDRESSES)
    assert "https://tass.com/defense/1659949" in dataset["isBasedOn"]
    assert "/" in dataset["temporalCoverage"]


def test_a_table_has_its_own_terms(tmp_path: Path) -> None:
    publication = small(tmp_path)
    dataset = table_dataset(publication, "census", "towns", "evidence/census.html", ADDRESSES)
    assert dataset["license"] == {
        "@type": "CreativeWork",
        "name": "Figures quoted with credit to Office {of} Counting, under its own terms",
    }
    assert dataset["distribution"] == [
        {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": f"{SITE}data/tables/census-towns.csv",
        }
    ]
    with pytest.raises(KeyError):
        table_dataset(publication, "census", "total", "evidence/census.html", ADDRESSES)
    with pytest.raises(KeyError):
        chart_dataset(publication, "none", "claims/towns.html", ADDRESSES)


@pytest.mark.parametrize(
    ("words", "licence"),
    [
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("As you like", {"@type": "CreativeWork", "name": "As you like"}),
    ],
)
def test_terms_are_an_address_or_a_work_and_never_mere_text(
    tmp_path: Path, words: str, licence: object
) -> None:
    changes = {
        "content/evidence/census.yml": FILES["content/evidence/census.yml"] + f"licence: {words}\n",
        "content/publication.yml": FILES["content/publication.yml"].replace("CC BY 4.0", words),
    }
    publication = small(tmp_path, changes)
    page = "evidence/census.html"
    assert table_dataset(publication, "census", "towns", page, ADDRESSES)["license"] == licence
    assert chart_dataset(publication, "towns", page, ADDRESSES)["license"] == licence
    assert claim_review(publication, "towns", ADDRESSES)["license"] == licence
