"""The path of docs/contribute.md, walked by the commands in the page itself, in a copy."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.read.article import split_front_matter
from tests.contribute.histories import git, published
from tests.contribute.pages import ROOT, Example, examples

PAGE = ROOT / "docs/contribute.md"
_APPEND = re.compile(r"at the end of `([^`]+)`[^`]*:$")
_BELOW = re.compile(r"below the line `([^`]+)` of `([^`]+)`:$")
_CHANGE = re.compile(r"In `([^`]+)` change `([^`]+)` to `([^`]+)`\.")
_REMOVE = re.compile(r"take the line `([^`]+)` out of `([^`]+)`\.")
ADDRESS = "ADDRESS"
ARTICLE = "content/claims/sample-libraries.md"


class Contributor:
    """Somebody who does what the page says, line by line, and keeps what was printed."""

    def __init__(self, folder: Path, address: Path) -> None:
        self.folder = folder
        self.address = address
        self.said = ""
        self.codes: dict[str, int] = {}
        self.walked: dict[str, int] = {}
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "GIT_AUTHOR_NAME": "B", "GIT_AUTHOR_EMAIL": "b@b.example",
            "GIT_COMMITTER_NAME": "B", "GIT_COMMITTER_EMAIL": "b@b.example",
        }  # fmt: skip

    def run(self, line: str) -> None:
        if line == "cd countercheck":
            self.folder = self.folder / "countercheck"
            return
        if line == "make environment":  # its packages are here already
            assert re.search(r"^environment:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
            (self.folder / ".venv").symlink_to(sys.prefix)
            return
        if line == ". .venv/bin/activate":
            scripts = self.folder / ".venv/bin"
            assert (scripts / "activate").is_file()
            self.environment["PATH"] = f"{scripts}{os.pathsep}{self.environment['PATH']}"
            return
        done = subprocess.run(
            ["sh", "-c", line.replace(ADDRESS, str(self.address))],
            cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        self.said += done.stdout + done.stderr
        self.codes[line] = done.returncode

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (name, old)
        path.write_text(text.replace(old, new), "utf-8")

    def follow(self, example: Example) -> None:
        """Do what one block of the page says."""
        if example.language == "sh":
            self.said = ""
            for line in example.text.replace("\\\n", " ").splitlines():
                self.run(line)
        elif example.language == "text":
            for line in example.text.splitlines():
                assert line in self.said, (line, self.said)
        elif match := _APPEND.search(example.before):
            path = self.folder / match[1]
            path.write_text(path.read_text("utf-8") + example.text, "utf-8")
        elif match := _BELOW.search(example.before):
            self.edit(match[2], f"{match[1]}\n", f"{match[1]}\n{example.text}")


def steps() -> list[Example | tuple[str, str, str]]:
    """The blocks of the page, and the edits that its sentences ask for, in order."""
    text = PAGE.read_text("utf-8")
    found: list[tuple[int, Example | tuple[str, str, str]]] = []
    found += [(example.line, example) for example in examples("contribute")]
    for match in _CHANGE.finditer(text):
        found.append((text.count("\n", 0, match.start()) + 1, (match[1], match[2], match[3])))
    flat = re.sub(r"(?<=\S)\n(?=\S)", " ", text)
    for match in _REMOVE.finditer(flat):
        line = text.count("\n", 0, text.index(match[1])) + 1
        found.append((line, (match[2], f"{match[1]}\n", "")))
    return [step for _, step in sorted(found, key=lambda pair: pair[0])]


def test_the_page_begins_with_what_nobody_needs() -> None:
    parts, _ = split_front_matter(PAGE.read_text("utf-8"), "docs/contribute.md")
    assert parts is not None
    assert str(parts.body).split("\n\n")[1].startswith("You need no Python.")


def test_every_edit_of_the_page_is_understood() -> None:
    understood = [e for e in examples("contribute") if e.language not in ("sh", "text")]
    unknown = [e for e in understood if not (_APPEND.search(e.before) or _BELOW.search(e.before))]
    assert [example.text.splitlines()[0] for example in unknown] == ["corrections:"]
    edits = [step for step in steps() if isinstance(step, tuple)]
    assert [name for name, _, _ in edits] == [ARTICLE] * 2


@pytest.fixture(scope="module")
def contributor(tmp_path_factory: pytest.TempPathFactory) -> Contributor:
    """Who has walked the whole path, from an empty folder."""
    folder = tmp_path_factory.mktemp("walk")
    (folder / "empty").mkdir()
    found = Contributor(folder / "empty", published(folder))
    for step in steps():
        if isinstance(step, Example):
            found.follow(step)
        else:
            found.edit(*step)
    found.walked = dict(found.codes)
    return found


def test_every_command_does_what_the_page_says(contributor: Contributor) -> None:
    failed = {line for line, code in contributor.walked.items() if code}
    assert failed == {"python -m build_scripts check content/claims/sample-libraries.md"}


def test_the_pull_request_holds_article_evidence_and_chart(contributor: Contributor) -> None:
    listed = ("ls-tree", "-r", "--name-only", "sample-town", "content", "charts")
    pushed = git(contributor.address, *listed).split()
    for name in (ARTICLE, "content/evidence/sample-report.yml", "charts/sample-libraries.yml"):
        assert name in pushed
    assert "\ndraft: true" not in git(contributor.address, "show", f"sample-town:{ARTICLE}")


def test_a_correction_as_the_page_shows_it_is_one(contributor: Contributor) -> None:
    """Last, because it goes on where the path ends."""
    example = next(e for e in examples("contribute") if e.text.startswith("corrections:"))
    for line in (
        "git switch -q -c mend",
        "git push -q origin HEAD:refs/heads/next",
        "git fetch -q",
    ):
        contributor.run(line)
    contributor.edit("content/evidence/sample-report.yml", "value: 12 schools", "value: 13 schools")
    contributor.said = ""
    contributor.run("python -m build_scripts check --since origin/next")
    assert "and no new correction says so [silent-change]" in contributor.said
    contributor.edit(ARTICLE, "\npublished:", f"\n{example.text}published:")
    contributor.said = ""
    contributor.run("python -m build_scripts check --since origin/next")
    assert "silent-change" not in contributor.said
    assert "problem" in contributor.said
