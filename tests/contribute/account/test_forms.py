"""`changes --since` as text, as Markdown, as JSON, and as a command."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from build_scripts.cli import main
from build_scripts.contribute.account.account import Account
from build_scripts.contribute.account.changed import Change, Changed
from build_scripts.contribute.account.text import as_json, as_markdown, as_text
from tests.contribute.account.told import PAGE, TITLE, told
from tests.contribute.histories import correct
from tests.contribute.samples import ARTICLE, edit
from tests.hostile.payloads import payloads


def test_the_text_tells_records_with_their_changes(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("verdict: false", "verdict: misleading"))
    correct(root, "false", "misleading", "major")
    expected = f"""\
What changes for readers

Compared with {revision}: articles: 1 changed.

Articles:

  {TITLE} ({ARTICLE}): changed
    correction added: 1 December 2026, major: a number; was “false”, is now “misleading”; it was \
misread
    verdict: was “false”, is now “misleading” (line 10)

Pages of the site:

11 changed:

  claims.html
"""
    assert as_text(told(root, revision)).startswith(expected)


def test_the_markdown_is_a_table_that_renders(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("verdict: false", "verdict: misleading"))
    html = MarkdownIt("commonmark").enable("table").render(as_markdown(told(root, revision)))
    assert "<h2>What changes for readers</h2>" in html
    assert f"<p><strong>{TITLE}</strong> ({ARTICLE}): changed</p>" in html
    assert "<li>no correction was added</li>" in html
    assert re.findall(r"<td>(.*)</td>", html) == ["verdict", "false", "misleading", "10"]
    assert f"<li>{PAGE}</li>" in html


def test_the_json_has_places_and_pages(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("verdict: false", "verdict: misleading"))
    found = json.loads(as_json(told(root, revision)))
    assert found["commit"] == revision
    (record,) = found["records"]
    assert record["changes"][0]["place"]["path"] == ARTICLE
    assert PAGE in found["pages"]["changed"]


@pytest.mark.parametrize("number", [41, 60])
def test_long_accounts_say_how_much_more_there_is(number: int) -> None:
    many = tuple(Change("figure", str(n), str(n + 1)) for n in range(number))
    found = Account("c" * 12, (Changed("articles", "a.md", "A", "changed", (), many),), None)
    for text in (as_text(found), as_markdown(found)):
        assert f"and {number - 40} more changes\n" in text
    assert len(json.loads(as_json(found))["records"][0]["changes"]) == number


def test_a_summary_stays_within_what_github_takes() -> None:
    change = Change("figure", "<" * 300, ">" * 300)
    record = Changed("evidence", "a.yml", "A", "changed", (), (change,) * 40)
    many = [replace(record, sort=sort) for sort in ("evidence", "charts") for _ in range(40)]
    text = as_markdown(Account("c" * 12, tuple(many), None))
    assert len(text.encode()) < 1024 * 1024
    assert text.endswith("There is more; `python -m build_scripts changes` tells all of it.\n")


def hostile(payload: str) -> Account:
    change = Change(payload, payload, payload)
    record = Changed("articles", payload, payload, "changed", (payload, payload), (change,))
    return Account("c" * 12, (record,), None)


def test_nothing_that_a_contributor_writes_becomes_markup() -> None:
    renderer = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    shape = re.compile(r"<[^>]*>")
    allowed = shape.findall(renderer.render(as_markdown(hostile("plain words"))))
    more = (
        "**bold** `code` [link](https://evil.example) ![](x.png) | cell | www.evil.example",
        "x\n\n# heading\n\n- item\n\n> quote\n\n```sh\ncode\n```\n\n---\n",
        "mail@evil.example https://evil.example <https://evil.example> [^1] ~~gone~~ &lt;b&gt;",
    )
    for payload in (*payloads(), *more):
        text = as_markdown(hostile(payload))
        assert shape.findall(renderer.render(text)) == allowed, payload
        assert not re.search(r"[@#]\w", re.sub(r"&#\d+;", "", text)), payload
        assert not re.search(r"://|www\.", text), payload  # what GitHub makes links of


def test_nothing_that_a_contributor_writes_steers_a_terminal() -> None:
    text = as_text(hostile("\x1b[2J\u202eevil\x07\r"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", text)


# The command.


def test_the_command_prints_the_form_that_is_asked_for(
    root: Path, revision: str, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(root, ARTICLE, ("verdict: false", "verdict: misleading"))
    command = ["--root", str(root), "changes", "--since", revision]
    assert main([*command, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("## What changes for readers\n")
    assert main([*command, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["commit"] == revision
    assert main([*command[:-1], "v9"]) == 2
    assert capsys.readouterr().err == "error: git knows no revision 'v9'\n"


@pytest.mark.parametrize("form", [as_text, as_markdown])
def test_where_no_pages_can_be_compared_nothing_says_that_none_change(
    form: Callable[[Account], str],
) -> None:
    said = form(Account("abc", (), None))
    assert "nothing changes for readers" not in said
    assert "Compared with abc: no record." in said
    assert "Which pages change cannot be said" in said
