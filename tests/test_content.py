"""What is published has no problem."""

from __future__ import annotations

from pathlib import Path

from build_scripts.checking import check
from build_scripts.problems import Severity
from build_scripts.report import as_text

ROOT = Path(__file__).resolve().parent.parent


def test_the_content_has_no_error() -> None:
    checked = check(ROOT, cached=False)
    errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
    assert not errors, "\n" + as_text(errors, ROOT)


def test_there_is_content() -> None:
    """A check of nothing would pass."""
    checked = check(ROOT, cached=False)
    assert len(checked.publication.articles) >= 1
    assert checked.looked_at == checked.records > 10
