"""sitemap.xml and robots.txt."""

from datetime import date
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

from build_scripts.link.publication import Publication
from build_scripts.write.exports.sitemap import Entry, dated, robots, sitemaps
from build_scripts.write.tree import write_pages
from tests.write.exports.sample import ADDRESSES, SITE, small

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(data: bytes) -> list[str]:
    return [element.text or "" for element in ET.fromstring(data).iter(f"{SPACE}loc")]  # noqa: S314


def written(publication: Publication, folder: Path) -> bytes:
    """The sitemap that is written beside the pages."""
    write_pages(publication, folder, {}, SITE, date(2026, 11, 23))
    return (folder / "sitemap.xml").read_bytes()


def test_every_page_stands_once_with_its_full_address(tmp_path: Path) -> None:
    publication = small(tmp_path / "small")
    found = locations(written(publication, tmp_path / "pages"))
    assert len(set(found)) == len(found)
    assert SITE in found
    pages = (tmp_path / "pages").rglob("*.md")
    names = {path.relative_to(tmp_path / "pages").as_posix() for path in pages}
    addresses = {SITE + name.removesuffix(".md") + ".html" for name in names}
    former = {f"{SITE}claims/{name}.html" for name in ("townships", "villages")}
    assert set(found) == addresses - former - {f"{SITE}index.html"} | {SITE}


def test_drafts_are_left_out_and_changes_are_dated(tmp_path: Path) -> None:
    data = written(small(tmp_path / "small"), tmp_path / "pages")
    assert f"{SITE}claims/draft.html" not in locations(data)
    days = {
        url.findtext(f"{SPACE}loc"): url.findtext(f"{SPACE}lastmod")
        for url in ET.fromstring(data).iter(f"{SPACE}url")  # noqa: S314
    }
    assert days[f"{SITE}claims/towns.html"] == "2026-11-20"
    assert days[f"{SITE}claims/gone.html"] == "2026-11-22"
    assert days[f"{SITE}evidence/letter.html"] is None


def test_the_home_page_under_either_name_is_one_address() -> None:
    pages = [Entry(""), Entry("index.html"), Entry("a&b.html")]
    data = sitemaps(pages, ADDRESSES)["sitemap.xml"]
    assert sorted(locations(data)) == [SITE, f"{SITE}a&b.html"]


def test_pages_that_were_written_are_dated_and_an_error_page_is_no_page() -> None:
    pages = [Entry("claims/towns.html"), Entry("404.html"), Entry("x.html", "2026-01-01")]
    changes = {"claims/towns.html": "2026-11-20", "x.html": "2026-11-20"}
    assert list(dated(pages, changes)) == [
        Entry("claims/towns.html", "2026-11-20"),
        Entry("x.html", "2026-01-01"),
    ]


def test_beyond_the_limit_an_index_names_the_parts() -> None:
    pages = [Entry(f"{number}.html", f"2026-01-0{number}") for number in range(1, 6)]
    files = sitemaps(reversed(pages), ADDRESSES, limit=2)
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    index = ET.fromstring(files["sitemap.xml"])  # noqa: S314
    assert index.tag == f"{SPACE}sitemapindex"
    assert locations(files["sitemap.xml"]) == [f"{SITE}sitemap-{n}.xml" for n in (1, 2, 3)]
    assert [e.text for e in index.iter(f"{SPACE}lastmod")] == [
        "2026-01-02",
        "2026-01-04",
        "2026-01-05",
    ]
    parts = [address for name in list(files)[1:] for address in locations(files[name])]
    assert parts == [f"{SITE}{number}.html" for number in range(1, 6)]


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    text = robots(ADDRESSES)["robots.txt"].decode()
    parser = RobotFileParser()
    parser.parse(text.splitlines())
    assert parser.can_fetch("Anyone", f"{SITE}claims/towns.html")
    assert parser.site_maps() == [f"{SITE}sitemap.xml"]
