"""A build takes the place of the former site only when nothing is wrong."""

import errno
import os
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


def test_what_the_frame_is_made_of_is_not_published(root: Path) -> None:
    for name in ("partials/missing.js", "styles/base.css", "scripts/site.js"):
        (root / "theme" / name).parent.mkdir()
        (root / "theme" / name).write_text("", "utf-8")
    assert build(root) == []
    site = root / "build/site"
    assert (site / "scripts/site.js").exists()
    assert [name for name in ("partials", "styles") if (site / name).exists()] == []


def test_there_is_no_sitemap_but_ours(root: Path) -> None:
    assert build(root) == []
    assert not (root / "build/site/sitemap.xml").exists()


def test_the_sitemap_is_ours_in_a_full_build_and_in_a_renewed_one(root: Path) -> None:
    (root / "build/pages/sitemap.xml").write_text("<urlset/>\n", "utf-8")
    for _ in range(2):
        assert build(root) == []
        assert (root / "build/site/sitemap.xml").read_text("utf-8") == "<urlset/>\n"


def test_a_warning_of_mkdocs_leaves_the_former_site(root: Path) -> None:
    build(root)
    before = (root / "build/site/index.html").read_bytes()
    (root / "build/pages/index.md").write_text("# Home\n\n[x](gone.md)\n", "utf-8")
    (message,) = build(root)
    assert "gone.md" in message
    assert (root / "build/site/index.html").read_bytes() == before
    left = {path.name for path in (root / "build").iterdir()}
    assert left == {"pages", "site", ".site-state.json"}


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


def tree(root: Path) -> dict[str, bytes]:
    site = root / "build/site"
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_a_renewed_site_is_that_of_a_full_build(root: Path) -> None:
    pages = root / "build/pages"
    for name in ("a/one", "a/two", "b/three"):
        (pages / name).parent.mkdir(exist_ok=True)
        (pages / f"{name}.md").write_text(f"# {name}\n", "utf-8")
    (pages / "a/data.json").write_text("1", "utf-8")
    assert build(root) == []
    (pages / "a/one.md").write_text("# Changed\n", "utf-8")
    (pages / "a/data.json").write_text("2", "utf-8")
    (pages / "b/three.md").unlink()
    (pages / "four.md").write_text("# New\n", "utf-8")
    assert build(root) == []
    renewed = tree(root)
    (root / "build/.site-state.json").unlink()
    assert build(root) == []
    assert tree(root) == renewed
    assert "b/three.html" not in renewed


def test_a_change_of_the_frame_renews_every_page(root: Path) -> None:
    build(root)
    (root / "theme/main.html").write_text(FRAME.replace("<body>", "<body>New. "), "utf-8")
    (root / "mkdocs.yml").write_text(CONFIG + "# changed\n", "utf-8")
    build(root)
    assert "New. " in (root / "build/site/index.html").read_text("utf-8")


def test_a_site_whose_sums_changed_is_built_anew(root: Path) -> None:
    build(root)
    (root / "build/site/SHA256SUMS").write_text("", "utf-8")
    (root / "build/site/index.html").write_text("tampered", "utf-8")
    build(root)
    assert "Words." in (root / "build/site/index.html").read_text("utf-8")


def test_a_fault_in_a_renewed_page_leaves_the_former_site(root: Path) -> None:
    build(root)
    before = tree(root)
    (root / "build/pages/index.md").write_text('<p><a href="x.html">x</a></p>\n', "utf-8")
    assert build(root) == ["'x.html' leads nowhere"]
    assert tree(root) == before


def test_the_words_of_the_publication_go_before_those_of_mkdocs_yml(root: Path) -> None:
    page = "<!doctype html><meta charset=utf-8><title>{{ config.site_name }}</title>"
    (root / "theme/main.html").write_text(page, "utf-8")
    for name in ("County", "Town"):
        found = build_site(
            root, root / "build/pages", root / "build/site", site_url=URL, frame={"site_name": name}
        )
        assert found == []
        assert f"<title>{name}</title>" in (root / "build/site/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("site_name: [a, b]\n", "Config value 'site_name': Expected type"),
        ("site_name: a: b\n", "MkDocs encountered an error parsing the configuration file"),
        ("theme: {name: null, custom_dir: gone}\n", "Config value 'site_name': Required"),
    ],
)
def test_a_fault_of_mkdocs_yml_is_told_by_its_words(root: Path, config: str, said: str) -> None:
    build(root)
    (root / "mkdocs.yml").write_text(config, "utf-8")
    assert [message for message in build(root) if message.startswith(said)]
    assert "Words." in (root / "build/site/index.html").read_text("utf-8")


def test_an_empty_date_in_the_environment_is_none(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert build(root) == []


def test_a_disk_without_second_names_for_files_gets_copies(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(source: str, target: str) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", source, None, target)

    (root / "build/pages/more.md").write_text("# More\n", "utf-8")
    assert build(root) == []
    monkeypatch.setattr(os, "link", refused)
    (root / "build/pages/index.md").write_text("# Home\n\nOther words.\n", "utf-8")
    assert build(root) == []
    assert "Other words." in (root / "build/site/index.html").read_text("utf-8")
    assert "More" in (root / "build/site/more.html").read_text("utf-8")
