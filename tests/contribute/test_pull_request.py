"""The workflow of pull requests, its steps run here as a machine of GitHub would run them."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from tests.contribute.histories import git, published
from tests.contribute.pages import ROOT

WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/pull-request.yml").read_text("utf-8"))
ARTICLE = "content/claims/us-more-than-next-nine.md"
_Condition = Callable[[bool, Mapping[str, str]], bool]
_CONDITIONS: Mapping[str, _Condition] = {
    "": lambda failed, outcomes: not failed,
    "failure()": lambda failed, outcomes: failed,
    "!cancelled()": lambda failed, outcomes: True,
    "!cancelled() && steps.site.outcome == 'success'": (
        lambda failed, outcomes: outcomes.get("site") == "success"
    ),
}
"""The conditions of steps, as this test understands them."""


@dataclass
class Machine:
    """A checkout of the merge of a pull request, and what its steps said."""

    root: Path
    summary: Path
    failed: bool = False
    outcomes: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)

    def run(self, step: dict[str, object]) -> None:
        name = str(step.get("name", step.get("uses", "")))
        condition = re.sub(r"^\$\{\{ (.*) \}\}$", r"\1", str(step.get("if", "")))
        if not _CONDITIONS[condition](self.failed, self.outcomes):
            self.skipped.append(name)
            return
        if "run" not in step:
            return  # an action of somebody else's
        given = step.get("env", {})
        assert isinstance(given, dict)
        assert set(given.values()) <= {"${{ github.base_ref }}"}
        line = str(step["run"]).replace("make site", ".venv/bin/python -m build_scripts site")
        if line == "python3 -m build_scripts.environment":
            (self.root / ".venv").symlink_to(sys.prefix)  # its packages are here already
            return
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", line],
            cwd=self.root,
            env={
                **{key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
                **dict.fromkeys(given, "main"),
                "GITHUB_STEP_SUMMARY": str(self.summary),
            },
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        self.said[name] = done.stdout + done.stderr
        self.outcomes[str(step.get("id", name))] = "failure" if done.returncode else "success"
        self.failed = self.failed or done.returncode != 0


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """What runs for a pull request from a fork that changes what was published in silence."""
    folder = tmp_path_factory.mktemp("pull")
    base, fork, root = published(folder), folder / "fork", folder / "runner"
    git(folder, "clone", "-q", base.as_uri(), str(fork))
    for one in (base, fork):
        git(one, "config", "user.name", "B")
        git(one, "config", "user.email", "b@b.example")
    git(fork, "switch", "-q", "-c", "change")
    text = (fork / ARTICLE).read_text("utf-8")
    changed = re.sub(r"\npublished: \S+", "\npublished: 2026-11-30", text)
    assert changed != text
    (fork / ARTICLE).write_text(changed, "utf-8")
    git(fork, "commit", "-q", "-a", "-m", "Change it")
    # as actions/checkout does: every branch of the base, then the merge, on no branch
    git(folder, "clone", "-q", base.as_uri(), str(root))
    git(root, "fetch", "-q", fork.as_uri(), "change")
    git(root, "config", "user.name", "GitHub")
    git(root, "config", "user.email", "g@g.example")
    git(root, "switch", "-q", "--detach", "origin/main")
    git(root, "merge", "-q", "--no-ff", "-m", "Merge", "FETCH_HEAD")
    git(root, "branch", "-q", "-D", "main")
    found = Machine(root, folder / "summary.md")
    for step in WORKFLOW["jobs"]["content"]["steps"]:
        found.run(step)
    return found


def test_the_silent_change_is_marked_on_its_line(machine: Machine) -> None:
    said = machine.said["Mark problems on the changed lines"]
    assert re.search(rf"^::error file={ARTICLE},line=\d+,.*title=silent-change::", said, re.M)
    assert machine.failed


def test_all_problems_stand_in_the_log_too(machine: Machine) -> None:
    said = machine.said["All problems, with their lines and advice"]
    assert "and no new correction says so [silent-change]" in said
    assert "  help: add an entry under `corrections:`" in said


def test_the_summary_says_what_changes_for_readers(machine: Machine) -> None:
    text = machine.summary.read_text("utf-8")
    assert text.startswith("## What changes for readers\n")
    assert "- no correction was added\n" in text
    assert "| date of publication |" in text
    assert "claims/us-more-than-next-nine&#46;html" in text


def test_the_site_is_built_all_the_same_and_kept(machine: Machine) -> None:
    assert machine.outcomes["site"] == "success"
    assert (machine.root / "build/site/index.html").is_file()
    assert machine.skipped == []
