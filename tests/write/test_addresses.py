"""Where pages lie, and how they point at each other."""

import pytest

from build_scripts.write.addresses import Addresses, page_of, relative, source_of

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


def test_a_page_by_hand_never_takes_the_place_of_a_list() -> None:
    assert SITE.page("page", "claims") != SITE.page("list", "claims")


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
