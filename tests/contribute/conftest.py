"""A repository in which the sample was published."""

import shutil
from pathlib import Path

import pytest

from tests.contribute.histories import commit, git, start
from tests.contribute.samples import write


@pytest.fixture(scope="session")
def published_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository that every test gets a copy of: git is asked for it once."""
    home = write(tmp_path_factory.mktemp("published") / "home")
    start(home)
    commit(home, "Publish")
    return home


@pytest.fixture
def root(published_once: Path, tmp_path: Path) -> Path:
    """A repository in which the sample was published."""
    return Path(shutil.copytree(published_once, tmp_path / "home"))


@pytest.fixture
def revision(root: Path) -> str:
    """The commit in which it was."""
    return git(root, "rev-parse", "--short=12", "HEAD")
