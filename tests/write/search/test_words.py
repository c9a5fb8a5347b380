"""What a text is found by."""

import pytest

from build_scripts.write.search.synonyms import synonyms
from build_scripts.write.search.words import LONGEST, STOPS, folded, stems, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia's allies and partners", "russia allies partners"),
        ("Putin’s army", "putin army"),
        ("2,000 shells, 1,234,567 more", "2000 shells 1234567"),
        ("12,34 and 1,2345", "12 34 1 2345"),
        ("5.2 million, 1.5%", "5.2 million 1.5"),
        ("It was 2024.5 Then", "2024.5"),
        ("Mi-17 and F-16s", "mi 17 16 mi17 f16"),
        ("long-range", "long range"),
        ("2019–23", "2019 23"),
        ("the 1990s", "1990"),
        ("U.S. and U.N.-led, a.b.c.d", "us un led abcd"),
        ("v.1.2, x.y2, end.u.s", "1.2 y2 end us"),
        ("US, UN and WHO", "us un who"),
        ("Köln, São Tomé, Ærø", "koln sao tome ærø"),
        ("Россия занимает", "россия занимает"),
        ("Йошкар-Ола", "иошкар ола"),
        ("国防费 2024", "国 防 费 2024"),
        ("ﬁnal ½ ①", "final 1 2 1"),
        ("naïve_name", "naive name"),
        ("d'Ivoire", "ivoire"),
        ("", ""),
        ("… — !", ""),
    ],
)
def test_words_of_a_text(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


def test_stems_are_those_of_english_words_only() -> None:
    assert list(stems("Countries exported military-technical ammunition")) == [
        "countri",
        "export",
        "militari",
        "technic",
        "ammunit",
    ]
    assert list(stems("занимает 2000 mi17")) == ["занимает", "2000", "mi17"]


def test_endings_come_to_the_same_stem() -> None:
    for forms in ("export exports exported exporting", "ally allies", "spend spends spending"):
        assert len(set(stems(forms))) == 1


def test_long_words_are_cut() -> None:
    assert list(words("x" * 200)) == ["x" * LONGEST]


def test_folding_leaves_no_accent_and_no_capital() -> None:
    assert folded("ÉCOLE İstanbul ΟΔΟΣ") == "ecole istanbul οδος"


def test_names_that_look_like_small_words_are_kept() -> None:
    assert not {"us", "who", "un", "against", "first", "not one"} & set(STOPS)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The United States spends", "america"),
        ("America spends", "state"),
        ("US spending", "america"),
        ("More ammunition", "shell"),
        ("most countries", "nation"),
    ],
)
def test_other_words_for_the_same_thing(text: str, word: str) -> None:
    assert word in set(synonyms(text))


def test_a_small_word_is_no_name() -> None:
    assert not set(synonyms("They work with us."))
