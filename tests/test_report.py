"""Problems for people and for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.problems import Place, Problem, Severity
from build_scripts.report import as_github, as_json, as_text, summary

PLACE = Place("content/a.yml", 2, 8, 3)
PROBLEM = Problem(PLACE, "figure-mismatch", "figure 54% is wrong", "write 53%")


def shown(root: Path, line: str, place: Place = PLACE, *, colour: bool = False) -> list[str]:
    """The lines that a problem gives where its place has that line."""
    path = root / place.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("first\n" + line + "\n", "utf-8")
    problem = Problem(place, "figure-mismatch", "figure 54% is wrong", "write 53%")
    return as_text([problem], root, colour=colour).splitlines()


def test_a_problem_in_the_terminal(tmp_path: Path) -> None:
    assert shown(tmp_path, "fell by 54%.", Place("content/a.yml", 2, 9, 3)) == [
        "content/a.yml:2:9: error: figure 54% is wrong [figure-mismatch]",
        "    2 | fell by 54%.",
        "      |         ^^^",
        "  help: write 53%",
    ]


def test_several_are_parted_by_an_empty_line(tmp_path: Path) -> None:
    text = as_text([PROBLEM, PROBLEM], tmp_path)
    assert text.count("\n\n") == 1
    assert text.endswith("help: write 53%\n")


def test_without_help_or_line(tmp_path: Path) -> None:
    bare = Problem(Place("gone.yml", 9), "empty-file", "nothing is written here")
    assert (
        as_text([bare], tmp_path) == "gone.yml:9:1: error: nothing is written here [empty-file]\n"
    )


def test_colour_stands_on_the_severity_alone(tmp_path: Path) -> None:
    first, *rest = shown(tmp_path, "fell by 54%.", colour=True)
    assert "\x1b[31merror:\x1b[0m" in first
    assert "\x1b" not in "".join(rest)


def test_a_long_line_is_cut_around_its_place(tmp_path: Path) -> None:
    line = "x" * 300 + "54%" + "y" * 300
    _, source, caret, _ = shown(tmp_path, line, Place("content/a.yml", 2, 301, 3))
    assert len(source) == len("    2 | ") + 100
    assert source[caret.index("^") : caret.rindex("^") + 1] == "54%"
    assert source[8] == source[-1] == "…"


@pytest.mark.parametrize("width", [60, 80, 120])
def test_nothing_is_wider_than_the_terminal(tmp_path: Path, width: int) -> None:
    path = tmp_path / "content/a.yml"
    path.parent.mkdir(parents=True)
    path.write_text("first\n" + "word " * 60 + "54% " + "word " * 60, "utf-8")
    problem = Problem(
        Place("content/a.yml", 2, 301, 3), "rule", "figure " * 30 + "x", "write " * 30 + "y"
    )
    text = as_text([problem], tmp_path, width=width)
    lines = text.splitlines()
    head, source, caret = lines[0], *(line for line in lines if line[5:8] == " | ")
    assert max(map(len, lines)) <= width
    assert head.startswith("content/a.yml:2:301: error: figure figure")
    assert source[caret.index("^") : caret.rindex("^") + 1] == "54%"
    assert "\n        write write" in text
    assert " ".join(text.split()).endswith("write write y")


def test_in_files_a_message_and_its_help_are_one_line_each(tmp_path: Path) -> None:
    problem = Problem(Place("gone.yml", 2), "rule", "figure " * 30 + "x", "write " * 30 + "y")
    assert len(as_text([problem], tmp_path).splitlines()) == 2


def test_names_and_sums_stay_whole_in_a_narrow_terminal(tmp_path: Path) -> None:
    problem = Problem(Place("gone.yml"), "rule", "m", f"write: sha256: {'0' * 64} and sample-town")
    lines = as_text([problem], tmp_path, width=40).splitlines()
    assert lines[1:] == ["  help: write: sha256:", " " * 8 + "0" * 64, " " * 8 + "and sample-town"]


def test_the_caret_stands_under_wide_and_combined_characters(tmp_path: Path) -> None:
    _, _, caret, _ = shown(tmp_path, "中国 e\u0301 54%", Place("content/a.yml", 2, 7, 3))
    assert caret == "      |        ^^^"


@pytest.mark.parametrize(
    "hostile", ["\x1b[2J", "\x1b]0;x\x07", "\u202e", "\r", "\x9b31m", "\u200b"]
)
def test_nothing_in_the_content_steers_the_terminal(hostile: str, tmp_path: Path) -> None:
    path = tmp_path / "content/a.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(f"first\n{hostile}54%\n".encode())
    problem = Problem(Place("content/a.yml", 2), "rule", f"figure {hostile}", f"help {hostile}")
    text = as_text([problem], tmp_path)
    assert hostile not in text
    assert "\x1b" not in text
    assert "\ufffd" in text


def test_annotations_are_escaped_as_github_asks() -> None:
    hostile = Problem(
        Place("content/a,b:c.yml", 2, 8, 3),
        "rule",
        "50% of\nlines",
        "do: this, that",
        Severity.NOTICE,
    )
    assert as_github([PROBLEM, hostile]).split("\n") == [
        "::error file=content/a.yml,line=2,col=8,endColumn=11,title=figure-mismatch"
        "::figure 54%25 is wrong%0Awrite 53%25",
        "::notice file=content/a%2Cb%3Ac.yml,line=2,col=8,endColumn=11,title=rule"
        "::50%25 of%0Alines%0Ado: this, that",
    ]


@given(st.text(), st.text())
def test_an_annotation_is_one_line(message: str, path: str) -> None:
    line = as_github([Problem(Place(path), "rule", message)])
    assert "\n" not in line
    assert "\r" not in line
    assert line.startswith("::error file=")


def test_json_holds_every_part_of_a_problem() -> None:
    assert json.loads(as_json([PROBLEM])) == [
        {
            "rule": "figure-mismatch",
            "severity": "error",
            "path": "content/a.yml",
            "line": 2,
            "column": 8,
            "length": 3,
            "message": "figure 54% is wrong",
            "help": "write 53%",
        }
    ]
    assert json.loads(as_json([])) == []


def test_the_summary_counts_problems_and_files_and_notices_apart() -> None:
    notice = Problem(PLACE, "rule", "x", severity=Severity.NOTICE)
    other = Problem(Place("content/b.yml"), "rule", "x")
    thanks = "Thank you for checking; `explain RULE` tells more about any of them."
    assert summary([]) == "No problems. Thank you for checking."
    assert summary([notice]) == "No problems, 1 notice. Thank you for checking."
    assert summary([PROBLEM]) == f"1 problem in 1 file. {thanks}"
    assert summary([PROBLEM, other, PROBLEM]) == f"3 problems in 2 files. {thanks}"
    assert summary([PROBLEM, notice, notice]) == f"1 problem in 1 file, 2 notices. {thanks}"
