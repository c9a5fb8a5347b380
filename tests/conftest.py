"""For all tests: property tests try the same examples each time, however slow the machine; those
that look at pages share one browser; and nobody looks for garbage in what pytest itself holds.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from build_scripts import checking
from tests.browser.chromium import launched

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

_COLLECTING = checking._little_collecting
_GARBAGE = (50_000, 20, 20)
"""New objects before a collection: tests make much that lasts for a whole run."""


def pytest_collection_finish() -> None:
    """Set apart what pytest and the tests brought along: it stays to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the browser, so that it can be left out: `-m "not browser"`."""
    for item in items:
        if isinstance(item, pytest.Function) and "browser" in item.fixturenames:
            item.add_marker("browser")


@pytest.fixture(scope="session", autouse=True)
def _checks_leave_garbage_alone() -> Iterator[None]:
    """A check begins by looking for garbage in all that its process holds.

    For a preview that is little. Here it is all tests, which would be looked through a thousand
    times. A test of just that asks for `collecting`.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checking, "_little_collecting", nullcontext)
        yield


@pytest.fixture
def collecting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Checks look for garbage, as they do outside of tests."""
    monkeypatch.setattr(checking, "_little_collecting", _COLLECTING)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests fail and say what to install."""
    with launched() as chromium:
        yield chromium
