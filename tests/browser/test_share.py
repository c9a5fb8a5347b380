"""Share cards of the real site: every page names one, and it is there."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

from build_scripts.link.publication import Publication
from build_scripts.read.library import Library
from build_scripts.surroundings import site_url
from tests.browser.built import ROOT
from tests.browser.kinds import KINDS, examples

_SAYS = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">')


def test_every_page_names_a_card_that_is_there(site: Path) -> None:
    base = site_url(Publication(Library(ROOT)), {})
    pages = {
        name: dict(_SAYS.findall((site / name).read_text("utf-8")))
        for kind in KINDS
        if kind not in ("embed", "missing")
        for name in examples(site, kind)
    }
    for name, said in pages.items():
        assert said["og:image"].startswith(base), name
        picture = site / said["og:image"].removeprefix(base)
        with Image.open(picture) as opened:
            assert opened.format == "PNG"
            assert opened.size == (int(said["og:image:width"]), int(said["og:image:height"]))
        assert picture.stat().st_size <= 60_000, name
        assert said["og:image:alt"], name
        assert said["twitter:card"] == "summary_large_image", name
    of_claims = {said["og:image"] for name, said in pages.items() if name.startswith("claims/")}
    assert len(of_claims) == len(list(site.glob("claims/*.html")))
