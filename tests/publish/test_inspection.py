"""What the inspection finds in built pages, and what it lets pass."""

from pathlib import Path

import pytest

from build_scripts.publish.inspection import inspect_site

PAGE = '<!doctype html><html><head><meta charset="utf-8"></head><body>{}</body></html>'


def faults(tmp_path: Path, body: str, **others: str) -> list[tuple[str, str]]:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/page.html").write_text(PAGE.format(body), "utf-8")
    (tmp_path / "index.html").write_text(PAGE.format('<h1 id="top">x</h1>'), "utf-8")
    for name, text in others.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = inspect_site(tmp_path, "site", "https://countercheck.example/sub/")
    return [(problem.rule, problem.message) for problem in found]


@pytest.mark.parametrize(
    ("body", "rule", "message"),
    [
        ('<a href="../gone.html">x</a>', "dead-link", "'../gone.html' leads nowhere"),
        (
            '<a href="../index.html#no">x</a>',
            "dead-anchor",
            "'../index.html#no' leads to no place in index.html",
        ),
        ('<a href="#no">x</a>', "dead-anchor", "'#no' leads to no place in a/page.html"),
        ('<a href="/index.html">x</a>', "dead-link", "'/index.html' leads out of this site"),
        ('<img src="../index.html">', "missing-alt", "image '../index.html' has no alt text"),
        ('<p id="x"><b id="x">', "duplicate-id", "id 'x' occurs twice in the page"),
        (
            '<script src="https://cdn.example/x.js"></script>',
            "foreign-address",
            "'https://cdn.example/x.js' is loaded from outside this site",
        ),
        (
            '<link rel="stylesheet" href="//fonts.example/x.css">',
            "foreign-address",
            "'//fonts.example/x.css' is loaded from outside this site",
        ),
        (
            '<iframe src="https://video.example/"></iframe>',
            "foreign-address",
            "'https://video.example/' is loaded from outside this site",
        ),
        (
            '<a href="javascript:alert(1)">x</a>',
            "foreign-address",
            "link 'javascript:alert(1)' is no web address",
        ),
        ('<p style="color: red">', "inline-style", "element <p> has a style of its own"),
        ('<p onclick="x()">', "inline-handler", "element <p> has a script of its own"),
    ],
)
def test_each_fault_is_named(tmp_path: Path, body: str, rule: str, message: str) -> None:
    assert faults(tmp_path, body) == [(rule, message)]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../index.html#top">x</a>',
        '<a href="/sub/index.html">x</a>',
        '<a href="https://example.org/a#b">x</a>',
        '<a href="mailto:desk@example.org">x</a>',
        '<a href="page.html#here">x</a><i id="here"></i>',
        '<img src="data:image/png;base64,AA" alt="">',
        '<link rel="canonical" href="https://countercheck.example/a">',
    ],
)
def test_good_pages_pass(tmp_path: Path, body: str) -> None:
    assert faults(tmp_path, body) == []


def test_a_fault_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>\n  <a href='x.html'>x</a>", "utf-8")
    (problem,) = inspect_site(tmp_path, "site")
    assert str(problem.place) == "build/site/index.html:2:3"
