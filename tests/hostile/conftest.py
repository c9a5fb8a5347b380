"""The hostile edition, published once although its check fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser.built import once
from tests.hostile.edition import built, edition, written


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile site's folder."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return once(shared / "hostile-site", lambda root: built(written(root, edition())))
