"""For all tests: property tests try the same examples each time, however slow the machine; and
those that look at pages share one browser.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.browser.chromium import launched

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests fail and say what to install."""
    with launched() as chromium:
        yield chromium
