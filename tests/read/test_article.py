"""Articles and pages: front matter, body, and what lacks of both."""

import pytest

from build_scripts.model.text import Text
from build_scripts.problems import Problem
from build_scripts.read.article import split_front_matter
from build_scripts.read.loaders import read_article, read_page


def said(problems: list[Problem]) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.message} [{p.rule}]" for p in problems]


def test_front_matter_and_body_keep_their_lines() -> None:
    parts, problems = split_front_matter("---\na: b\nc: d\n---\n\nOne.\n\nTwo.\n", "f.md")
    assert problems == []
    assert parts is not None
    assert (parts.front, parts.first_line) == ("a: b\nc: d\n", 2)
    assert parts.body == "\nOne.\n\nTwo.\n"
    assert str(parts.body.place(parts.body.index("Two"))) == "f.md:8:1"
    assert str(parts.body.place(parts.body.index("wo"))) == "f.md:8:2"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1 nothing is written here [empty-file]"),
        (" \n\n", "1:1 nothing is written here [empty-file]"),
        ("# Words\n", "1:1 there is no front matter [missing-front-matter]"),
        ("----\na: b\n---\nWords\n", "1:1 there is no front matter [missing-front-matter]"),
        (
            "\n\n---\na: b\n---\nWords\n",
            "3:1 the front matter must begin on the first line [missing-front-matter]",
        ),
        (
            "---\na: b\n  ---\nWords\n",
            "1:1 the front matter that opens here is never closed [unclosed-front-matter]",
        ),
        ("---", "1:1 the front matter that opens here is never closed [unclosed-front-matter]"),
        ("---\na: b\n---", "3:1 no text follows the front matter [empty-body]"),
        ("---\na: b\n---\n\n  \n", "3:1 no text follows the front matter [empty-body]"),
    ],
)
def test_what_is_no_article(text: str, message: str) -> None:
    assert said(split_front_matter(text, "f.md")[1]) == [message]


def test_three_dashes_further_down_belong_to_the_body() -> None:
    parts, problems = split_front_matter("--- \na: |\n  ---\n---\nOne\n\n---\nTwo\n", "f.md")
    assert problems == []
    assert parts is not None
    assert (parts.front, parts.body) == ("a: |\n  ---\n", "One\n\n---\nTwo\n")


def test_problems_of_an_article_stand_at_their_lines() -> None:
    assert said(read_article("---\ntitle: a: b\n---\nWords\n", "f.md")[1]) == [
        "2:9 the value of 'title' holds a colon, which would begin another value [yaml-syntax]"
    ]
    assert said(read_article("---\n---\nWords\n", "f.md")[1]) == [
        "2:1 nothing is written here [empty-file]"
    ]
    assert "2:1 there is no key 'claim' [missing-key]" in said(
        read_article("---\ntitle: a\n---\nWords\n", "f.md")[1]
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# About us #\n\nWords\n", "About us"),
        ("Words\n\n#\tAbout us\n", "About us"),
        ("---\ntitle: About\ndescription: d\nfigures: none here\n---\n# Us\n", "About"),
        ("---\nfigures: why\n---\n# Us\n", "Us"),
    ],
)
def test_a_page_has_its_title_from_front_matter_or_its_first_heading(text: str, title: str) -> None:
    page, problems = read_page(text, "docs/about.md")
    assert problems == []
    assert page is not None
    assert page.title == title
    assert isinstance(page.title, Text)
    place = page.title.place()
    assert text.split("\n")[place.line - 1][place.column - 1 :].startswith(title)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1 nothing is written here [empty-file]"),
        ("Words\n", "1:1 the page has no title [missing-title]"),
        ("## Words\n", "1:1 the page has no title [missing-title]"),
        ("# #\n", "1:1 the page has no title [missing-title]"),
        (
            "\n---\ntitle: a\n---\nWords\n",
            "2:1 the front matter must begin on the first line [missing-front-matter]",
        ),
        (
            "---\ntitel: a\n---\n# Words\n",
            "2:1 unknown key 'titel'; did you mean 'title'? [unknown-key]",
        ),
        (
            "---\ntemplate: evil.html\n---\n# Words\n",
            "2:1 unknown key 'template' [unknown-key]",
        ),
    ],
)
def test_a_page_without_a_title_or_with_an_unknown_key_is_refused(text: str, message: str) -> None:
    assert said(read_page(text, "docs/about.md")[1]) == [message]
