"""A build takes the place of the former site only when nothing is wrong."""

from pathlib import Path

import pytest

from build_scripts.publish.site import build_site

URL = "https://countercheck.example/"
CONFIG = """\
site_name: Small
theme: {name: null, custom_dir: theme}
use_directory_urls: false
plugins: []
validation: {links: {not_found: warn, anchors: warn}}
"""
FRAME = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head>
<body>{{ page.content }}</body></html>
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/main.html").write_text(FRAME, "utf-8")
    (tmp_path / "build/pages").mkdir(parents=True)
    (tmp_path / "build/pages/index.md").write_text("# Home\n\nWords.\n", "utf-8")
    return tmp_path


def build(root: Path) -> list[str]:
    found = build_site(
        root, root / "build/pages", root / "build/site", site_url=URL, bundle="s.zip"
    )
    return [problem.message for problem in found]


def test_a_good_build_is_complete_and_secured(root: Path) -> None:
    assert build(root) == []
    page = (root / "build/site/index.html").read_text("utf-8")
    assert "Content-Security-Policy" in page
    assert "index.html" in (root / "build/site/SHA256SUMS").read_text("utf-8")
    assert (root / "build/site/s.zip").stat().st_size > 500


def test_a_warning_of_mkdocs_leaves_the_former_site(root: Path) -> None:
    build(root)
    before = (root / "build/site/index.html").read_bytes()
    (root / "build/pages/index.md").write_text("# Home\n\n[x](gone.md)\n", "utf-8")
    (message,) = build(root)
    assert "gone.md" in message
    assert (root / "build/site/index.html").read_bytes() == before
    assert {path.name for path in (root / "build").iterdir()} == {"pages", "site"}


def test_a_fault_of_the_built_page_leaves_the_former_site(root: Path) -> None:
    build(root)
    (root / "build/pages/index.md").write_text('<p><img src="x.png"></p>\n', "utf-8")
    assert build(root) == ["'x.png' leads nowhere", "image 'x.png' has no alt text"]
    assert "Words." in (root / "build/site/index.html").read_text("utf-8")


def test_a_site_lost_in_the_middle_of_a_swap_comes_back(root: Path) -> None:
    build(root)
    (root / "build/site").rename(root / "build/.site-old")
    (root / "build/pages/index.md").write_text("[x](gone.md)\n", "utf-8")
    build(root)
    assert "Words." in (root / "build/site/index.html").read_text("utf-8")


def test_two_builds_have_the_same_bytes(root: Path) -> None:
    build(root)
    first = (root / "build/site/s.zip").read_bytes()
    build(root)
    assert (root / "build/site/s.zip").read_bytes() == first
