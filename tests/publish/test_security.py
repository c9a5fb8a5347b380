"""The policy of a page names its own inline scripts and styles and nothing else."""

import base64
import hashlib

import pytest

from build_scripts.publish.security import NoCharset, policy, secured


def digest(body: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"


def test_inline_scripts_are_named_by_their_hash() -> None:
    page = "<script>var a = 1</script><script src='x.js'></script>"
    assert f"script-src 'self' {digest('var a = 1')};" in policy(page)


def test_data_needs_no_hash() -> None:
    page = '<script type="application/ld+json">{"a": 1}</script>'
    assert "script-src 'self';" in policy(page)


def test_inline_styles_are_named_by_their_hash() -> None:
    assert f"style-src 'self' {digest('p{}')};" in policy("<style>p{}</style>")


def test_nothing_is_allowed_that_was_not_named() -> None:
    assert "unsafe" not in policy("<script>x</script>")
    for part in ("default-src 'none'", "base-uri 'none'", "object-src 'none'"):
        assert part in policy("")


def test_the_policy_stands_directly_after_the_charset() -> None:
    page = secured('<head><meta charset="utf-8"><link></head>')
    assert page.startswith(
        '<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default'
    )


def test_a_page_without_charset_is_refused() -> None:
    with pytest.raises(NoCharset):
        secured("<head></head>")
