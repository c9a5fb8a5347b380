"""Links that highlight words in a document."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.write.exports.text_fragment import (
    LONG,
    encoded,
    is_pdf,
    link_to_words,
    text_fragment,
)
from tests.write.exports.sample import real


def test_everything_but_letters_and_digits_is_encoded() -> None:
    words = "a-b, c & d_e.f~g 53% “ж” 中\x7f"
    found = encoded(words)
    assert unquote(found) == words
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789%")
    assert "%2D" in found
    assert "%2C" in found


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("fell by 53 per cent", ":~:text=fell%20by%2053%20per%20cent"),
        ("…fell by 53 per cent…", ":~:text=fell%20by%2053%20per%20cent"),
        ("“[W]e need it.”", ":~:text=%5BW%5De%20need%20it%2E"),
        ("forces in Russia… could be closer", ":~:text=forces%20in%20Russia,could%20be%20closer"),
        ("one [...] two", ":~:text=one,two"),
        ("one (…) two . . . three", ":~:text=one,three"),
        ("one\ntwo", ":~:text=one%20two"),
        ("…", ""),
        ("", ""),
        (" “” ", ""),
    ],
)
def test_a_short_quote_stands_whole_and_one_with_a_gap_by_its_ends(
    quote: str, fragment: str
) -> None:
    assert text_fragment(quote) == fragment


@given(st.text(), st.text(), st.text())
def test_a_fragment_holds_no_character_with_a_meaning_of_its_own(
    quote: str, prefix: str, suffix: str
) -> None:
    found = text_fragment(quote, prefix, suffix)
    assert re.fullmatch(
        "(:~:text=((%[0-9A-F]{2}|[A-Za-z0-9])+-,)?(%[0-9A-F]{2}|[A-Za-z0-9])+"
        "(,(%[0-9A-F]{2}|[A-Za-z0-9])+)?(,-(%[0-9A-F]{2}|[A-Za-z0-9])+)?)?",
        found,
    )


def test_a_long_quote_is_named_by_its_first_and_last_words() -> None:
    quote = " ".join(f"word{number}" for number in range(40))
    assert len(quote) > LONG
    start, end = text_fragment(quote).removeprefix(":~:text=").split(",")
    assert unquote(start) == "word0 word1 word2 word3 word4 word5"
    assert unquote(end) == "word34 word35 word36 word37 word38 word39"


def test_a_script_without_spaces_is_cut_by_characters() -> None:
    quote = "俄罗斯" * 60
    start, end = text_fragment(quote).removeprefix(":~:text=").split(",")
    assert unquote(start) == quote[:16]
    assert unquote(end) == quote[-16:]


def test_prefix_and_suffix_stand_outside_with_their_hyphens() -> None:
    assert text_fragment("b", "a a", "c") == ":~:text=a%20a-,b,-c"
    assert text_fragment("b", suffix="c") == ":~:text=b,-c"


@pytest.mark.parametrize(
    ("url", "where", "link"),
    [
        ("https://a.example/x", "p. 2", "https://a.example/x#:~:text=six"),
        ("https://a.example/x#part", "", "https://a.example/x#part:~:text=six"),
        ("https://a.example/x#:~:text=old", "", "https://a.example/x#:~:text=old"),
        ("https://a.example/x.PDF?y=1", "pp. 12–13", "https://a.example/x.PDF?y=1#page=12"),
        ("https://a.example/x.pdf#top", "Page 3, table 1", "https://a.example/x.pdf#page=3"),
        ("https://a.example/x.pdf", "table 1", "https://a.example/x.pdf"),
        ("https://a.example/?f=x.pdf", "p. 2", "https://a.example/?f=x.pdf#:~:text=six"),
    ],
)
def test_the_address_keeps_its_own_fragment_and_a_pdf_gets_a_page(
    url: str, where: str, link: str
) -> None:
    assert link_to_words(url, "six", where) == link


def test_without_words_the_address_is_left_alone() -> None:
    assert link_to_words("https://a.example/x") == "https://a.example/x"
    assert link_to_words("https://a.example/x", "…") == "https://a.example/x"


def test_the_links_of_the_real_quotes_hold_words_of_the_quotes() -> None:
    seen = 0
    for evidence in real().evidence.values():
        for quote in evidence.quotes.values():
            if evidence.url is None or is_pdf(evidence.url):
                continue
            link = link_to_words(str(evidence.url), str(quote.text))
            words = link.partition("#:~:text=")[2]
            assert words, link
            plain = " ".join(quote.text.split())
            assert all(unquote(part) in plain for part in words.split(",")), link
            seen += 1
    assert seen > 100
