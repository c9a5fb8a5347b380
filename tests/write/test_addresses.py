"""Where pages lie, and how they point at each other."""

from datetime import date
from pathlib import Path

import pytest

from build_scripts.write.addresses import Addresses, page_of, readable, relative, source_of
from build_scripts.write.pages import KINDS
from build_scripts.write.site import Site
from tests.write.exports.sample import small

SITE = Addresses("https://facts.example/base")


@pytest.mark.parametrize(
    ("kind", "id", "path"),
    [
        ("claim", "a", "claims/a.html"),
        ("evidence", "un", "evidence/un.html"),
        ("rule", "bad-link", "rules/bad-link.html"),
        ("list", "claims", "claims.html"),
        ("log", "corrections", "corrections-log.html"),
        ("page", "about", "about.html"),
    ],
)
def test_every_kind_has_its_place(kind: str, id: str, path: str) -> None:
    assert SITE.page(kind, id) == path


def test_a_page_by_hand_shares_its_place_with_no_page_of_ours(tmp_path: Path) -> None:
    ours = "index claims claims-2 evidence speakers topics rules verdicts data corrections-log"
    names = [*ours.split(), "data-page"]
    publication = small(tmp_path, {f"docs/{name}.md": f"# By {name}\n" for name in names})
    site = Site(publication, {}, SITE, date(2026, 11, 23))
    paths = [page.path for kind in KINDS for page in kind(site)]
    assert sorted(set(paths)) == sorted(paths)
    assert {SITE.page("page", name) for name in names} == {f"{name}-page.html" for name in names}


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        SITE.page("nonsense", "a")


@pytest.mark.parametrize(
    ("start", "target", "written"),
    [
        ("claims/a.html", "evidence/un.html#members", "../evidence/un.html#members"),
        ("index.html", "claims/a.html", "claims/a.html"),
        ("evidence/un.html", "evidence/un.html#members", "#members"),
        ("claims/a.html", "claims/b.html", "b.html"),
    ],
)
def test_addresses_are_relative_to_their_page(start: str, target: str, written: str) -> None:
    assert relative(start, target) == written


def test_full_addresses_keep_the_path_of_the_site() -> None:
    assert SITE.absolute("claims/a.html") == "https://facts.example/base/claims/a.html"
    assert SITE.absolute("index.html") == "https://facts.example/base/"


def test_a_page_is_made_from_markdown() -> None:
    assert source_of("claims/a.html") == "claims/a.md"
    assert page_of("claims/a.md") == "claims/a.html"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.example/1-%D8%B1%D9%88%D8%B3-5/amp", "https://a.example/1-روس-5/amp"),
        ("https://a.example/%E5%9B%BD?q=K%C3%B6ln", "https://a.example/国?q=Köln"),
        ("https://a.example/a%20b%2Fc%3F%23", "https://a.example/a%20b%2Fc%3F%23"),
        ("https://a.example/%E2%80%AEx%C2%A0y", "https://a.example/%E2%80%AEx%C2%A0y"),
        ("https://a.example/K%F6ln%", "https://a.example/K%F6ln%"),
    ],
)
def test_letters_of_an_address_are_read_as_letters_and_nothing_else(
    address: str, shown: str
) -> None:
    assert readable(address) == shown
