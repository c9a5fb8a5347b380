"""What the search finds, and that both of its programs read words alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
import snowballstemmer
from playwright.sync_api import Browser, BrowserContext

from build_scripts.write.search import search_files
from build_scripts.write.search.words import stems
from tests.browser.search_site import Visit, write_site
from tests.write.exports.sample import ADDRESSES, ROOT, real

PARAPHRASES = {
    "most-countries-russias-military-partners": (
        "most of the world's countries are Russia's military allies",
        "do most nations cooperate with the Russian army?",
        "Putin allies and partners around the world",
        "russian military partner",
    ),
    "russia-ammunition-nato": (
        "Russia produces as many shells in three months as NATO in a year",
        "Rutte ammunition",
        "NATO ammunition production compared with Moscow",
    ),
    "second-largest-exporter": (
        "Russia is the world's number two weapons seller",
        "Putin second place arms market",
        "Россия второе место на рынке вооружений",
    ),
    "un-vote-isolation": (
        "Russia is isolated at the United Nations",
        "general assembly vote shows Putin alone",
        "Biden on the UN vote",
    ),
    "us-europe-ukraine-aid": (
        "America gave more aid to Ukraine than Europe did",
        "Trump 300 billion Ukraine",
        "Europe spent 100 billion on Kyiv",
    ),
    "us-more-than-next-nine": (
        "the US defense budget is bigger than the next nine countries combined",
        "Sanders trillion military",
        "American army spending",
    ),
    "china-defence-share": (
        "China keeps its military budget below 1.5 percent of its economy",
        "Chinese defense spending GDP",
        "Beijing army budget",
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the real publication."""
    folder = tmp_path_factory.mktemp("search") / "site"
    write_site(folder, search_files(real(), ADDRESSES), {"index.html": "Home"})
    return folder


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context()
    yield opened
    opened.close()


def test_paraphrases_find_their_article(context: BrowserContext, site: Path) -> None:
    visit = Visit(context, f"{site.as_uri()}/index.html")
    places = {}
    for slug, queries in PARAPHRASES.items():
        for query in queries:
            visit.ask(query)
            claims = [address for address in visit.addresses() if "/claims/" in address]
            assert f"{site.as_uri()}/claims/{slug}.html" in claims, query
            places[query] = claims.index(f"{site.as_uri()}/claims/{slug}.html")
    assert [query for query, place in places.items() if place > 0] == []
    assert visit.faults == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("vladimir putin", "Vladimir Putin"),
        ("Putin", "Vladimir Putin"),
        ("arms trade", "Arms trade"),
        ("ammuniton", "Ammunition"),
        ("amunition", "Ammunition"),
        ("ammunitoin", "Ammunition"),
        ("ammun", "Ammunition"),
        ("Snaders", "Bernie Sanders"),
    ],
)
def test_names_topics_typing_errors_and_endings(
    context: BrowserContext, site: Path, query: str, first: str
) -> None:
    assert Visit(context, f"{site.as_uri()}/index.html").ask(query)[0].lower() == first.lower()


def test_both_stemmers_agree(browser: Browser, site: Path) -> None:
    english = snowballstemmer.stemmer("english")
    words = sorted(_vocabulary())
    assert len(words) > 30_000
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    page.add_script_tag(url="scripts/search-stemmer.js")
    found = page.evaluate("(words) => words.map((word) => countercheck.stem(word))", words)
    page.close()
    expected = [english.stemWord(word) for word in words]
    differ = [pair for pair in zip(words, expected, found, strict=True) if pair[1] != pair[2]]
    assert differ == []


def test_both_readers_of_words_agree(browser: Browser, site: Path) -> None:
    texts = [*_texts(), *_odd_texts()]
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    page.locator(".search__input").first.focus()
    page.wait_for_function("() => window.countercheck.wordRules")
    found = page.evaluate(
        "(texts) => texts.map((text) => countercheck.words(text).map(countercheck.stem))", texts
    )
    page.close()
    differ = [
        (text, list(stems(text)), other)
        for text, other in zip(texts, found, strict=True)
        if list(stems(text)) != other
    ]
    assert differ == []


def _texts() -> Iterator[str]:
    """Every line of the content: English, Russian, Ukrainian, Chinese."""
    for path in sorted((ROOT / "content").rglob("*.*")):
        yield from path.read_text("utf-8").splitlines()


def _odd_texts() -> Iterator[str]:
    signs = "aZß1٣½éÉİıΣς'’ʼ-–.,_ \u0301国ガ한ﬁ\u00ad\u200b𝟚😀Ǆ%ʹ"
    for one, two in product(signs, repeat=2):
        yield f"x{one}{two}y"
        yield f"{one}{two}"
    for parts in product("a.b1é_", repeat=5):
        yield "".join(parts)
    for parts in product("aé1'-., 国", repeat=4):
        yield "".join(parts)


def _vocabulary() -> Iterator[str]:
    """The words of the content, and roots with endings that the rules of the stemmer name."""
    seen = set(re.findall("[a-z]+", " ".join(_texts()).lower()))
    roots = (
        "succ proc exc even cann inn earr herr out y arsen commun emerg gener inter later organ "
        "past univers sk sky hop tr yy ay bye arm all agr fe be e ee o a hap sing dy ty ly ski"
    ).split()
    endings = (
        "s es ed eed ing edly eedly ingly ies ied y ogi ogist li bli abli alli fulli lessli ousli "
        "entli aliti biliti iviti tional ational alism ation ization izer ator iveness fulness "
        "ousness icate ative alize iciti ical ful ness ic ance ence able ible ate ive ize iti al "
        "ism ion sion tion er ous ant ent ment ement e l ll le us ss sses bb at bl iz"
    ).split()
    for root in roots:
        seen.add(root)
        for first in endings:
            seen.add(root + first)
            if len(root) > 4:
                seen.update(root + first + last for last in endings)
    return iter(seen)
