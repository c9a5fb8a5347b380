"""The built site, for every test of this folder: as files, and over http."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.built import once, real_site, served
from tests.browser.kinds import example


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real publication's site, built once even where several processes run the tests."""
    base = tmp_path_factory.getbasetemp()
    # Under xdist each process has its own folder in one that they share.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return once(shared / "real-site", real_site)


@pytest.fixture(scope="session")
def served_site(site: Path) -> Iterator[str]:
    """The address of the site over http."""
    with served(site) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """The address of the site, once over http and once as files."""
    if request.param == "file":
        return site.as_uri() + "/"
    address: str = request.getfixturevalue("served_site")
    return address


@pytest.fixture(scope="session")
def flagship(site: Path) -> str:
    """The path of the article with most figures."""
    return example(site, "claim")
