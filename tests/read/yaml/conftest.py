"""PyYAML has two scanners, and either may be what a machine has."""

import pytest
import yaml as pyyaml

from build_scripts.read.yaml import reader as yaml


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def either_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test is made with each of them."""
    monkeypatch.setattr(yaml, "LOADER", getattr(pyyaml, request.param))
