"""Prose without citations and markup."""

import pytest

from build_scripts.model.text import Text
from build_scripts.read.prose import parse_line, parse_prose
from build_scripts.write.plain import plain_line, plain_text, plain_words
from tests.write.exports.sample import real


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        (
            "Six states [@a:x]. More [@a:y]; less [@a:x], none [@a:x]",
            "Six states. More; less, none",
        ),
        ("Six [@a:x] states", "Six states"),
        ("Six [@a:x]\nstates", "Six states"),
        ("(six states [@a:x])", "(six states)"),
        ("He said “six states [@a:x]”.", "He said “six states”."),
        ("[@a:x] Six states", "Six states"),
        ("*Six* **states** and `a  b` [@a:x].", "Six states and a b."),
        ("`a``b` `c`", "a``b c"),
        ("see [the page](claim:x) [@a:x]!", "see the page!"),
        ("French : ici", "French : ici"),
        ("a <b>c</b> & d", "a <b>c</b> & d"),
        ("", ""),
    ],
)
def test_a_citation_leaves_no_gap(source: str, plain: str) -> None:
    assert plain_text(parse_line(Text(source))) == plain
    assert plain_words(source) == plain.strip()


def test_blocks_stand_apart_and_tables_and_lists_are_read_in_order() -> None:
    source = "# Head [@a:x]\n\n- one\n- two [@a:x].\n\n| a | b |\n|---|---|\n| 1 | 2 [@a:x] |\n"
    assert plain_text(parse_prose(Text(source))) == "Head\n\none\n\ntwo.\n\na b\n\n1 2"
    assert plain_words(source) == "Head one two. a b 1 2"


def test_markup_at_the_start_of_a_text_is_read_as_such_only_in_prose() -> None:
    assert plain_words("- six") == "six"
    assert plain_line("- six") == "- six"
    assert plain_words("2. six") == "six"


def test_the_short_way_for_texts_without_markup_changes_nothing() -> None:
    texts = [
        text
        for evidence in real().evidence.values()
        for text in (evidence.title, evidence.caveat, evidence.interest, evidence.why_secondary)
        if text is not None
    ]
    texts += [fact.says for e in real().evidence.values() for fact in e.facts.values() if fact.says]
    assert len(texts) > 300
    for text in texts:
        assert plain_words(text) == " ".join(plain_text(parse_prose(text)).split())
        assert plain_line(text) == plain_text(parse_line(text))


def test_no_text_of_the_real_articles_keeps_a_citation_or_a_gap_before_a_full_stop() -> None:
    publication = real()
    for slug in publication.articles:
        for text in publication.article(slug).texts:
            plain = plain_text(text)
            assert "[@" not in plain, (slug, text.where)
            assert " ." not in plain, (slug, text.where)
            assert " ," not in plain, (slug, text.where)
