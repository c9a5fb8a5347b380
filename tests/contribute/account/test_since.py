"""`check --since` compares with where a branch began, or says why it cannot."""

import subprocess
from pathlib import Path

import pytest

from build_scripts.contribute.account.history import NoHistory
from build_scripts.problems import Severity
from tests.contribute.account.silent import found, messages, said
from tests.contribute.histories import commit, correct, git, start
from tests.contribute.samples import ARTICLE, edit, write


def test_a_branch_is_compared_with_where_it_began(root: Path, revision: str) -> None:
    git(root, "switch", "-q", "-c", "work")
    git(root, "switch", "-q", "main")
    edit(root, ARTICLE, ("which is 54%", "which is 55%"))
    correct(root, "54%", "55%")
    commit(root)
    git(root, "switch", "-q", "work")
    assert messages(root, "main") == []
    edit(root, ARTICLE, ("70 [@", "71 [@"))
    commit(root)
    assert messages(root, "main") == [
        "“71” was “70” at REV, and no new correction says so [silent-change]"
    ]


def test_a_rebased_branch(root: Path) -> None:
    git(root, "switch", "-q", "-c", "work")
    edit(root, ARTICLE, ("70 [@", "71 [@"))
    before = commit(root)
    git(root, "switch", "-q", "main")
    edit(root, "docs/about.md", ("made up", "all made up"))
    commit(root)
    git(root, "switch", "-q", "work")
    git(root, "rebase", "-q", "main")
    expected = ["“71” was “70” at REV, and no new correction says so [silent-change]"]
    assert messages(root, "main") == expected
    # what was pushed before the rebase is no ancestor any more: where both part counts
    assert messages(root, before) == expected


def test_changes_need_not_be_committed(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("70 [@", "71 [@"))
    uncommitted = messages(root, revision)
    commit(root)
    assert uncommitted == messages(root, revision) != []


def test_a_change_and_its_reversal_are_none(root: Path, revision: str) -> None:
    edit(root, ARTICLE, ("70 [@", "71 [@"))
    commit(root)
    edit(root, ARTICLE, ("71 [@", "70 [@"))
    assert messages(root, revision) == []


def test_a_publication_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    inside = write(tmp_path / "all/site")
    start(tmp_path / "all")
    since = commit(tmp_path / "all")
    assert messages(inside, since) == []
    edit(inside, ARTICLE, ("70 [@", "71 [@"))
    assert messages(inside, since) == [
        "“71” was “70” at REV, and no new correction says so [silent-change]"
    ]


def test_an_earlier_revision_without_content(tmp_path: Path) -> None:
    start_of_all = tmp_path / "home"
    start_of_all.mkdir()
    start(start_of_all)
    since = commit(start_of_all, "Nothing yet")
    write(start_of_all)
    commit(start_of_all)
    assert messages(start_of_all, since) == []


def test_an_earlier_article_that_cannot_be_read(root: Path) -> None:
    edit(root, ARTICLE, ("gets_right: Some ships stay.\n", ""))
    since = commit(root)
    edit(root, ARTICLE, ("published:", "gets_right: Some ships stay.\npublished:"))
    (problem,) = found(root, since)
    assert problem.severity is Severity.NOTICE
    assert said(problem) == (
        "the article at REV cannot be read, so changes to it were not seen [uncompared-article]"
    )


def test_a_present_article_that_cannot_be_read_is_left_to_the_reader(
    root: Path, revision: str
) -> None:
    edit(root, ARTICLE, ("gets_right: Some ships stay.\n", ""))
    assert messages(root, revision) == []


def test_links_and_submodules_in_the_history_are_left_alone(root: Path) -> None:
    (root / "content/evidence/spare.yml").symlink_to("/etc/passwd")
    since = commit(root)
    (root / "content/evidence/spare.yml").unlink()
    assert messages(root, since) == []


# Nothing to compare with.


def fault(root: Path, since: str) -> str:
    with pytest.raises(NoHistory) as caught:
        found(root, since)
    return str(caught.value)


@pytest.mark.parametrize("since", ["v9.9", "", "--all", "0" * 40, "HEAD:content", "a b"])
def test_an_unknown_revision(root: Path, since: str) -> None:
    assert fault(root, since) == f"git knows no revision {since!r}"


def test_outside_a_repository_nothing_can_be_compared(tmp_path: Path) -> None:
    home = write(tmp_path)
    assert fault(home, "HEAD") == (f"{home} is not in a git repository, so nothing can be compared")


def test_no_commit_yet(tmp_path: Path, root: Path) -> None:
    git(root, "switch", "-q", "--orphan", "empty")
    write(root)
    assert fault(root, "main") == "nothing has been committed here yet, so nothing can be compared"


def test_no_history_in_common(root: Path) -> None:
    git(root, "switch", "-q", "--orphan", "other")
    write(root)
    commit(root)
    assert fault(root, "main") == "'main' and the present branch have no history in common"


def test_a_shallow_clone(root: Path, tmp_path: Path, revision: str) -> None:
    edit(root, ARTICLE, ("70 [@", "71 [@"))
    commit(root)
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), str(shallow))
    assert fault(shallow, revision) == (
        f"git knows no revision {revision!r}; this is a shallow clone: run `git fetch --unshallow`"
    )
    git(shallow, "fetch", "-q", "--unshallow")
    assert messages(shallow, revision) == [
        "“71” was “70” at REV, and no new correction says so [silent-change]"
    ]


def test_a_shallow_clone_in_which_two_branches_do_not_meet(root: Path, tmp_path: Path) -> None:
    git(root, "switch", "-q", "-c", "work")
    commit(root)
    git(root, "switch", "-q", "main")
    commit(root, "another")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", root.as_uri(), str(shallow))
    assert fault(shallow, "origin/work") == (
        "where the present branch and 'origin/work' part is not in this shallow clone; "
        "run `git fetch --unshallow`"
    )


def test_no_git_at_all(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert fault(root, "HEAD") == "git is not installed, and --since needs it"


def test_git_that_never_answers(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", 120)

    monkeypatch.setattr(subprocess, "run", hang)
    assert fault(root, "HEAD") == "git gave no answer within 120 seconds"


def test_inside_a_hook_of_git_the_right_repository_is_read(
    root: Path, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert found(root, revision) == []
