"""A repository in which the sample was published."""

from pathlib import Path

import pytest

from tests.contribute.histories import commit, git, start
from tests.contribute.samples import write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository in which the sample was published."""
    home = write(tmp_path / "home")
    start(home)
    commit(home, "Publish")
    return home


@pytest.fixture
def revision(root: Path) -> str:
    """The commit in which it was."""
    return git(root, "rev-parse", "--short=12", "HEAD")
