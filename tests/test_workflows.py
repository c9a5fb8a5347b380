"""The workflows and forms are valid, safe, and pin what they use."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(
    set((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")) - {GITHUB / "ISSUE_TEMPLATE/config.yml"}
)


def run(*command: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which(command[0], path=str(Path(sys.executable).parent))
    assert program, f"{command[0]} is not in the environment: make test sets it up"
    return subprocess.run(
        [program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
    ],
)
def test_files_keep_to_their_schema(schema: str, files: list[Path]) -> None:
    assert files
    done = run("check-jsonschema", "--builtin-schema", schema, *map(str, files))
    assert done.returncode == 0, done.stdout + done.stderr


def test_workflows_have_no_security_finding() -> None:
    done = run("zizmor", "--offline", "--no-progress", "--persona", "auditor", ".github")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit_with_the_release_beside_it(path: Path) -> None:
    used = [line.strip() for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    pinned = re.compile(r"^(- )?uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
    assert used
    assert [line for line in used if not pinned.match(line)] == []


def test_one_action_has_one_version_everywhere() -> None:
    found: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for action, version in re.findall(r"uses: ([\w./-]+)@(.*)", path.read_text("utf-8")):
            found.setdefault(action, set()).add(version)
    assert {action: versions for action, versions in found.items() if len(versions) > 1} == {}


def test_a_pull_request_can_write_nothing_and_knows_no_secret() -> None:
    text = (GITHUB / "workflows/pull-request.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert {str(job["permissions"]) for job in workflow["jobs"].values()} == {
        "{'contents': 'read'}"
    }
    assert "${{ secrets" not in text
    assert "pull_request_target" not in text


def test_every_target_that_a_workflow_calls_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    called = {
        target
        for path in WORKFLOWS
        for target in re.findall(r"run: make (\w+)", path.read_text("utf-8"))
    }
    assert "site" in called
    assert called - set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)) == set()


def test_continuous_integration_runs_what_people_run() -> None:
    script = (ROOT / ".ci/run").read_text("utf-8").strip()
    assert script.splitlines()[-1] == 'make test PYTHON="$python"'
    assert (ROOT / ".ci/run").stat().st_mode & 0o111
    for name in ("pull-request.yml", "publish.yml"):
        assert "run: .ci/run" in (GITHUB / "workflows" / name).read_text("utf-8")


def test_local_hooks_are_valid_and_use_the_locked_environment() -> None:
    done = run("pre-commit", "validate-config")
    assert done.returncode == 0, done.stdout + done.stderr
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert [repo["repo"] for repo in hooks] == ["local"]
    entries = [hook["entry"].split()[0] for hook in hooks[0]["hooks"]]
    assert [entry for entry in entries if not entry.startswith(".venv/bin/")] == []
    scripts = Path(sys.executable).parent
    missing = [e for e in entries if not (scripts / e.removeprefix(".venv/bin/")).exists()]
    assert missing == []


def test_what_a_hook_looks_at_exists_and_what_it_says_is_what_the_tests_say() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    hooks = {hook["id"]: hook for hook in config["repos"][0]["hooks"]}
    assert {"content", "spelling", "style", "format", "types", "workflows"} <= hooks.keys()
    assert hooks["content"]["entry"].endswith("-m build_scripts check")
    words = hooks["spelling"]["entry"].split()[-1]
    assert (ROOT / words).is_file()
    names = [
        path.relative_to(ROOT).as_posix()
        for top in ("content", "charts", "docs", ".github")
        for path in (ROOT / top).rglob("*.*")
    ]
    for hook in hooks.values():
        pattern = re.compile(hook.get("files", ""))
        assert any(pattern.search(name) for name in [*names, "CHANGELOG.md"]), hook["id"]
    spelt = re.compile(hooks["spelling"]["files"])
    for read in ("content/claims/a.md", "charts/a.yml", "docs/a.md", "CHANGELOG.md", "README.md"):
        assert spelt.search(read), read
