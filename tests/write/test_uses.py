"""In which order readers meet the articles, and what leads back from a fact to them."""

from datetime import date
from pathlib import Path

from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.common import public_slugs
from build_scripts.write.pages.evidence import evidence_page
from build_scripts.write.site import Site
from tests.write.exports.sample import FILES, TABLE, article, small

REGISTER = """\
title: The register
publisher: Office
kind: report
tier: primary
origin: register
url: https://register.example/
no_archive: none was seen
published: 2021
seen: {how: live page, when: 2026-10-30}
language: en
interest: none known
facts:
  south: {says: South has 800 people., value: 800 people, quote: South has 800 people}
  alone: {says: East has 50 people., value: 50 people, quote: East has 50 people}
"""


def test_the_newest_article_is_first_then_the_newest_claim_then_the_alphabet(
    tmp_path: Path,
) -> None:
    text = article("Two towns have fewer people")
    files = {
        "content/claims/of-march.md": text,
        "content/claims/also-of-march.md": text,
        "content/claims/z-of-may.md": text.replace("date: 2024-03\n", "date: 2024-05-02\n"),
        "content/claims/older-claim-newer-check.md": text.replace(
            "published: 2026-11-01", "published: 2026-11-05"
        ).replace("date: 2024-03\n", "date: 2020\n"),
    }
    found = [f"content/claims/{slug}.md" for slug in public_slugs(small(tmp_path, files))]
    assert [path for path in found if path in files] == [
        "content/claims/older-claim-newer-check.md",
        "content/claims/z-of-may.md",
        "content/claims/also-of-march.md",
        "content/claims/of-march.md",
    ]


def pages_of(root: Path, changes: dict[str, str], *names: str) -> list[str]:
    site = Site(small(root, changes), {}, Addresses("https://facts.example/"), date(2026, 11, 23))
    return [evidence_page(site, name).text for name in names]


def used_by(page: str, fact: str) -> str:
    return (
        page.partition(f'id="{fact}"')[2].partition('class="fact__uses"')[2].partition("</div>")[0]
    )


def test_a_fact_names_every_table_calculation_fact_and_text_that_rests_on_it(
    tmp_path: Path,
) -> None:
    rows = TABLE.replace("2021,letter", "2021,register:south")
    census = FILES["content/evidence/census.yml"]
    changes = {
        "content/evidence/register.yml": REGISTER,
        "content/evidence/census-towns.csv": rows,
        "content/evidence/census.yml": census.replace("quote: total}", "quote: total, CONFIRMED}"),
        "content/topics/towns.yml": "title: Towns\ntext: South has 800 people [@register:south].\n",
        "content/speakers/lee.yml": FILES["content/speakers/lee.yml"]
        + "text: S [@register:south].\n",
        "docs/about.md": "# About us\n\nSouth has 800 people [@register:south].\n",
        "content/evidence/letter.yml": FILES["content/evidence/letter.yml"]
        + "caveat: South has 800 people [@register:south].\n",
    }
    key = "content/evidence/census.yml"
    changes[key] = changes[key].replace("CONFIRMED", "confirmed_by: [register:south]")
    (page,) = pages_of(tmp_path, changes, "register")
    for kind, href in (
        ("table", "census.html#towns"),
        ("confirmed fact", "census.html#total"),
        ("topic", "../topics/towns.html"),
        ("speaker", "../speakers/lee.html"),
        ("page", "../about.html"),
        ("evidence", "letter.html"),
    ):
        assert f'<span class="quiet">{kind}</span> <a href="{href}">' in used_by(page, "south")
    assert "Nothing yet." in used_by(page, "alone")


def test_the_articles_that_rest_on_evidence_are_those_that_list_it(tmp_path: Path) -> None:
    formula = "formula: sums:all > 3000"
    sums = FILES["content/evidence/sums.yml"].replace(formula, "formula: middle:more > 3000")
    changes = {
        "content/evidence/register.yml": REGISTER,
        "content/evidence/idle.yml": REGISTER,
        "content/evidence/sums.yml": sums,
        "content/evidence/middle.yml": "title: Middle\nkind: calculation\nfacts:\n"
        "  more: {says: More., formula: sums:all + register:south}\n",
    }
    register, middle, idle = pages_of(tmp_path, changes, "register", "middle", "idle")
    for page in (register, middle):
        assert "No published article uses this evidence." not in page
        assert '<a href="../claims/towns.html">Towns are small</a>' in page
    assert "No published article uses this evidence." in idle


def test_a_table_that_an_article_shows_is_used_by_it(tmp_path: Path) -> None:
    text = article("Only shown").replace("[@census:towns.north]", "")
    text = text.replace("![](chart:towns)", "![](table:census:towns)")
    (page,) = pages_of(tmp_path, {"content/claims/shown.md": text}, "census")
    assert "Only shown" in used_by(page, "towns")
