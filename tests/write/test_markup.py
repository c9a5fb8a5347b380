"""Text on its way into HTML, headings and front matter cannot become markup."""

import json
from html import unescape

import markdown
import pytest
import yaml
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from build_scripts.model.typography import smart
from build_scripts.write.markup import cleaned, front_matter, heading_text


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<script>alert(1)</script>words", "words"),
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="../a.html" onclick="x()">x</a>', '<a href="../a.html">x</a>'),
        ('<p style="position:fixed">x</p>', "<p>x</p>"),
        ('<img src="x" onerror="alert(1)">', ""),
        ("<svg><script>1</script></svg>", ""),
    ],
)
def test_rendered_prose_keeps_only_what_prose_can_hold(html: str, clean: str) -> None:
    assert cleaned(html) == clean


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)>",
        "a *b* _c_ `d` [e](javascript:x) {#f .g onclick=h}",
        "&lt;b&gt; & <b>",
        "# not a heading of its own",
        "a \\* b",
    ],
)
def test_a_heading_says_what_was_written(text: str) -> None:
    html = markdown.markdown(f"## {heading_text(text)} {{#here}}", extensions=["attr_list", "toc"])
    inside = html.removeprefix('<h2 id="here">').removesuffix("</h2>")
    assert inside != html
    assert "<" not in inside
    assert unescape(inside) == " ".join(text.split())


def test_front_matter_is_escaped_and_stays_yaml() -> None:
    matter = front_matter({"title": 'A "b" <c>: d\n---', "empty": "", "data": Markup('{"a": "<"}')})
    values = yaml.safe_load(str(matter).strip("-\n"))
    assert values == {
        "title": "A &#34;b&#34; &lt;c&gt;: d\n---".replace("&#34;", "&quot;"),
        "data": '{"a": "<"}',
    }
    assert json.loads(values["data"]) == {"a": "<"}
    assert str(matter).count("\n---\n") == 1


@pytest.mark.parametrize(
    "text", ["0 of 5 😀", "𠮷野家", "Kyjiv, Київ", "a\x7fb\x85c\u2028d", r"\ud83d\ude00"]
)
def test_front_matter_holds_every_sign_as_mkdocs_reads_it(text: str) -> None:
    page = f"{front_matter({'title': text, 'topics': [text]})}\nWords.\n"
    assert get_data(page) == ("Words.\n", {"title": text, "topics": [text]})


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Russia's", "Russia’s"),
        ('"most", he said', "“most”, he said"),
        ("('x' and \"y\")", "(‘x’ and “y”)"),
        ("the '90s", "the ’90s"),
    ],
)
def test_quotation_marks_are_printed_curly_one_for_one(typed: str, printed: str) -> None:
    assert smart(typed) == printed
    assert len(smart(typed)) == len(typed)
