"""The command line: what it prints, and how it ends. 0 fine, 1 problems in content, 2 our fault."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts import checking, cli
from tests.check.casework import BASE

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "content/claims/bridges.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def spoil(root: Path) -> None:
    path = root / ARTICLE
    path.write_text(path.read_text("utf-8").replace("by 53%", "by 54%"), "utf-8")


def run(root: Path, *arguments: str) -> int:
    return cli.main(["--root", str(root), *arguments])


def test_check_of_what_is_healthy(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "check") == 0
    assert capsys.readouterr().out == "No problems. Thank you for checking.\n"


def test_check_of_what_is_not(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root)
    for cached in ([], [], ["--no-cache"]):
        assert run(root, "check", *cached) == 1
        out = capsys.readouterr().out
        assert out.startswith(f"{ARTICLE}:34:29: error: figure 54% is not what survey:change says")
        assert out.endswith("1 problem in 1 file. Thank you for checking; "
                            "`explain RULE` tells more about any of them.\n")  # fmt: skip
        assert "\x1b" not in out


def test_a_notice_of_a_day_is_given_from_that_day_on(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / ARTICLE
    text = path.read_text("utf-8").replace(
        "authors: [desk]", "authors: [desk]\nreview_by: 2001-09-09"
    )
    path.write_text(text, "utf-8")
    for seconds, notices in (("999900000", 0), ("1000000000", 1)):  # the 7th and the 9th
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        assert run(root, "check") == 0
        assert capsys.readouterr().out.count("notice: the article was to be looked at") == notices


def test_a_notice_is_no_error(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "content/evidence/survey.yml"
    text = path.read_text("utf-8").replace("    confirmed_by: [register:good.2023]\n", "")
    path.write_text(text, "utf-8")
    for _ in range(2):
        assert run(root, "check") == 0
        out = capsys.readouterr().out
        assert "notice: survey:good bears a reading" in out
        assert out.endswith("No problems, 1 notice. Thank you for checking.\n")


def test_check_of_some_paths(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root)
    assert run(root, "check", str(root / "content/evidence")) == 0
    assert run(root, "check", str(root / ARTICLE)) == 1
    assert run(root, "check", str(root / "content")) == 1
    capsys.readouterr()
    assert run(root, "check", "content/claims/nothing.md") == 2
    assert capsys.readouterr().err == "error: there is no content/claims/nothing.md\n"


def test_check_for_machines(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root)
    assert run(root, "check", "--format", "json") == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["rule"], problem["path"]) == ("figure-mismatch", ARTICLE)
    assert run(root, "check", "--format", "github") == 1
    assert capsys.readouterr().out.startswith(f"::error file={ARTICLE},line=34,col=29,")


def test_check_of_nothing_does_not_pass(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "check") == 1
    out = capsys.readouterr().out
    assert "content/publication.yml:1:1: error: there is no such file [unreadable-file]" in out


def test_a_folder_that_does_not_exist_is_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "nowhere", "check") == 2
    assert capsys.readouterr().err == f"error: there is no folder {tmp_path / 'nowhere'}\n"
    assert not (tmp_path / "nowhere").exists()


def test_a_setting_that_cannot_be_used_is_no_fault_of_ours(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COUNTERCHECK_SITE_URL", "facts.example")
    assert run(root, "site") == 2
    assert capsys.readouterr().err == (
        "error: COUNTERCHECK_SITE_URL is 'facts.example', which is no web address; write all of "
        "it, as in https://countercheck.example/\n"
    )


def test_check_where_nothing_can_be_written(root: Path) -> None:
    (root / ".cache").write_text("in the way", "utf-8")
    assert run(root, "check") == 0


def test_a_damaged_memory_is_forgotten(root: Path) -> None:
    assert run(root, "check") == 0
    memory = root / ".cache/checked.json"
    for damaged in ("", "{", "[]", '{"files": 1}', '{"files": {}, "results": {"a": 1}, "ids": []}'):
        memory.write_text(damaged, "utf-8")
        spoil(root)
        assert run(root, "check") == 1


def test_a_fault_of_ours_is_2(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*given: object, **named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(checking, "check", broken)
    assert run(root, "check") == 2
    err = capsys.readouterr().err
    assert "ZeroDivisionError" in err
    assert "a fault of Countercheck itself" in err


def test_an_interruption_ends_with_130(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*given: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "check", interrupted)
    assert run(root, "check") == 130


def test_a_site_with_a_problem_is_not_built(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root)
    assert run(root, "site") == 1
    assert f"{ARTICLE}:34:29: error: figure 54% is not what" in capsys.readouterr().out
    assert not (root / "build").exists()


def test_a_preview_at_a_port_that_is_taken(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(root, "serve", "--port", str(port)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"error: port {port} cannot be used (")
    assert err.endswith("  help: choose another with --port\n")


def test_a_command_that_does_not_exist() -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["chekc"])
    assert caught.value.code == 2


@pytest.mark.parametrize("arguments", [[], ["--help"], ["check", "--help"]])
def test_help_names_the_program(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == (0 if arguments else 2)
    assert "countercheck" in "".join(capsys.readouterr())


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_closed_pipe_is_no_fault(root: Path, unbuffered: str) -> None:
    spoil(root)
    command = f"{sys.executable} -m build_scripts --root {root} check | true"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1)  # as the pipe closes before or after all is said
    assert done.stderr == ""


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_what_is_said_into_a_pipe_is_utf_8_on_every_system(root: Path, form: str) -> None:
    path = root / ARTICLE
    path.write_text(path.read_text("utf-8").replace("[roads]", "[дороги]"), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "build_scripts", "--root", root, "check", "--format", form],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "дороги" in done.stdout.decode("utf-8")
