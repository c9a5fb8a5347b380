"""All exports together."""

import json
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from build_scripts.link.publication import Publication
from build_scripts.read.library import Library
from build_scripts.write.exports.common import bibtex_path, csl_path, review_path
from build_scripts.write.exports.everything import all_exports
from build_scripts.write.exports.sitemap import Entry
from tests.write.exports.sample import ADDRESSES, FILES, HOSTILE, ROOT, article, real, small

TODAY = date(2026, 11, 23)
_DIGEST = """\
import hashlib, sys
from datetime import date
from pathlib import Path
from build_scripts.link.publication import Publication
from build_scripts.read.library import Library
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.everything import all_exports
files = all_exports(Publication(Library(Path(sys.argv[1]))), Addresses("https://a.example/"),
                    date(2026, 11, 23), [])
print(hashlib.sha256(b"".join(p.encode() + files[p] for p in files)).hexdigest())
"""


def digest(root: Path, zone: str, seed: str) -> str:
    environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", _DIGEST, str(root)],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.mark.parametrize("which", ["real", "small"])
def test_every_file_parses(tmp_path: Path, which: str) -> None:
    files = all_exports(real() if which == "real" else small(tmp_path), ADDRESSES, TODAY, [])
    for path, data in files.items():
        assert not path.startswith("/"), path
        assert ".." not in path, path
        text = data.decode("utf-8")
        assert text.endswith("\n") or path.endswith(".csv"), path
        assert "\r" not in text or path.endswith(".csv"), path
        if path.endswith(".json"):
            json.loads(text)
        elif path.endswith(".xml"):
            ET.fromstring(data)  # noqa: S314
        if not path.endswith(".csv"):
            assert "[@" not in text, path


def test_each_article_has_its_files_and_a_draft_none(tmp_path: Path) -> None:
    files = all_exports(small(tmp_path), ADDRESSES, TODAY, [])
    for slug in ("towns", "hostile"):
        assert {review_path(slug), csl_path(slug), bibtex_path(slug)} <= set(files)
    assert review_path("gone") not in files
    assert csl_path("gone") in files
    assert not [path for path in files if "draft" in path]
    assert b"claims/draft.html" not in b"".join(files.values())
    reviews = json.loads(files["data/claimreview.json"])["dataFeedElement"]
    own = json.loads(files[review_path("towns")])
    assert {"@context": "https://schema.org"} | reviews[1]["item"] == own


def test_hostile_words_reach_json_and_xml_as_words(tmp_path: Path) -> None:
    files = all_exports(small(tmp_path), ADDRESSES, TODAY, [])
    claims = json.loads(files["data/claims.json"])["claims"]
    assert HOSTILE in {claim["title"] for claim in claims}
    assert b"<script>" not in files["feed.xml"]


def test_the_bytes_depend_on_nothing_but_the_content(tmp_path: Path) -> None:
    small(tmp_path / "one")
    time.sleep(0.01)
    small(tmp_path / "another folder")
    first = digest(tmp_path / "one", "Pacific/Kiritimati", "1")
    second = digest(tmp_path / "another folder", "America/Los_Angeles", "2")
    assert first == second
    assert digest(ROOT, "UTC", "3") == digest(ROOT, "Asia/Tokyo", "4")


def test_the_day_is_the_one_given(tmp_path: Path) -> None:
    publication = small(tmp_path)
    now, later = (all_exports(publication, ADDRESSES, date(2026, 11, d), []) for d in (23, 24))
    changed = {path for path in now if now[path] != later[path]}
    assert changed == {
        "data/claims.json",
        "data/evidence.json",
        "data/speakers.json",
        "data/claimreview.json",
        "data/datapackage.json",
    }


def test_pages_that_are_no_records_can_be_put_into_the_sitemap(tmp_path: Path) -> None:
    files = all_exports(small(tmp_path), ADDRESSES, TODAY, [Entry("claims-2.html")])
    assert b"claims-2.html" in files["sitemap.xml"]
    assert b"towns.html" not in files["sitemap.xml"]


def test_a_broken_fact_is_left_out_and_nothing_else(tmp_path: Path) -> None:
    path = "content/evidence/sums.yml"
    small(tmp_path)
    text = (tmp_path / path).read_text("utf-8")
    (tmp_path / path).write_text(text.replace("sums:all / 3", "sums:none / 3"), "utf-8")
    files = all_exports(Publication(Library(tmp_path)), ADDRESSES, TODAY, [])
    evidence = {one["id"]: one for one in json.loads(files["data/evidence.json"])["evidence"]}
    assert set(evidence["sums"]["facts"]) == {"all", "enough"}


def test_no_export_holds_citations_or_markup_of_ours(tmp_path: Path) -> None:
    def marked(path: str, old: str, new: str) -> dict[str, str]:
        assert old in FILES[path]
        return {path: FILES[path].replace(old, new)}

    lee = ("role: A firm in North", "role: A *firm* in the 2 towns [@census:towns]")
    census = ("says: People by town", "says: People by *town*")
    changes = {
        **marked("content/speakers/lee.yml", *lee),
        **marked("content/evidence/census.yml", *census),
        "content/claims/towns.md": article("Towns").replace("venue: Town", "venue: The *new* town"),
    }
    files = all_exports(small(tmp_path, changes), ADDRESSES, TODAY, [])
    found = [path for path, data in files.items() if b"[@" in data or b"*" in data]
    assert found == ["robots.txt"]
