"""The contributors' commands, as they are typed."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.cli import main
from build_scripts.contribute.fields.reference import reference
from build_scripts.contribute.fields.schemas import schema_files
from tests.contribute.samples import ARTICLE, edit, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path)


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments])


def test_trace_prints_the_chains_of_a_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "trace", "most-ships-stay", "--line", "24") == 0
    out = capsys.readouterr().out
    assert "├─ 24:22 “240 ships”\n" in out
    assert "\x1b" not in out


def test_impact_prints_what_rests_on_a_fact(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "impact", "port:calls") == 0
    assert capsys.readouterr().out.startswith("if port:calls were wrong, look again at\n")


@pytest.mark.parametrize(
    "command", [("trace", "nothing"), ("impact", "nothing"), ("explain", "no")]
)
def test_a_name_that_leads_nowhere_is_an_error_of_usage(
    root: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, str]
) -> None:
    assert run(root, *command) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: there is no ")


def test_explain_prints_one_rule_or_all(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "explain", "silent-change") == 0
    assert capsys.readouterr().out.startswith("silent-change (stops publication)\n\nSomething that")
    assert run(root, "explain") == 0
    assert "rules; `explain RULE` tells more about one.\n" in capsys.readouterr().out


def test_new_writes_a_file_and_says_what_is_next(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "new", "topic", "ferries", "--title", "Ferries", "--text", "Boats  back.") == 0
    assert capsys.readouterr().out == (
        "wrote content/topics/ferries.yml\n"
        "next: name ferries among the `topics` of an article\n"
        "then: python -m build_scripts check content/topics/ferries.yml\n"
    )
    assert "\ntext: Boats back.\n" in (root / "content/topics/ferries.yml").read_text("utf-8")


def test_new_without_a_terminal_says_what_is_missing(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert run(root, "new", "topic", "ferries") == 2
    assert capsys.readouterr().err == "error: these are needed as well: --title, --text\n"


def test_new_at_a_terminal_asks(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = iter(["Ferries", "Boats."])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: next(lines))
    assert run(root, "new", "topic", "ferries") == 0
    assert (root / "content/topics/ferries.yml").is_file()


def test_fields_and_schemas_are_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "fields") == 0
    assert run(root, "schemas") == 0
    assert (root / "docs/fields.md").read_text("utf-8") == reference()
    for name, text in schema_files().items():
        assert (root / name).read_text("utf-8") == text
    assert capsys.readouterr().out.splitlines()[0] == "wrote docs/fields.md"


def test_check_since_finds_a_silent_change_and_lets_an_addition_pass(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "-q", "-m", "Publish"],
    ):
        subprocess.run(["git", "-C", str(root), *command], check=True, capture_output=True)
    assert run(root, "check", "--since", "HEAD", "--no-cache") == 0
    edit(root, ARTICLE, ("Some ships stay.", "Of 240 ships some stay [@port:calls]."))
    assert run(root, "check", "--since", "HEAD", "--no-cache") == 0
    edit(root, ARTICLE, ("date: 2024-05-01", "date: 2024-04-30"))
    capsys.readouterr()
    assert run(root, "check", "--since", "HEAD", "--no-cache", "--format", "github") == 1
    out = capsys.readouterr().out
    assert "::error file=content/claims/most-ships-stay.md,line=7,col=9," in out
    assert "title=silent-change::date of the claim “30 April 2024” was “1 May 2024” at " in out


def test_check_since_a_revision_that_is_not_there(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "check", "--since", "HEAD", "--no-cache") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"error: {root} is not in a git repository, so nothing can be compared\n"
