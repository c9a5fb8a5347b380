"""Every kind of page, from the web and from a file: whole, quiet, and content with itself."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.chromium import go, opened
from tests.browser.kinds import KINDS, PATTERNS, example, examples, kind_of

_UNUSED_PRELOAD = 4_000
"""Milliseconds after which Chromium complains of a font that was fetched for nothing."""


def test_every_kind_of_page_is_among_those_looked_at(site: Path) -> None:
    looked_at = {name for kind in KINDS for name in examples(site, kind)}
    known = {kind_of(site / name) for name in looked_at}
    others = {
        path.relative_to(site).as_posix(): kind_of(path)
        for path in site.rglob("*.html")
        if path.relative_to(site).as_posix() not in looked_at
    }
    strange = {name: kind for name, kind in others.items() if kind not in known or not kind}
    assert strange == {}, f"name a page of each of these kinds in PATTERNS: {sorted(PATTERNS)}"


def test_pages_load_quietly_and_ask_nobody_else(browser: Browser, site: Path, base: str) -> None:
    with opened(browser) as (context, heard):
        pages = {kind: go(context.new_page(), base + example(site, kind)) for kind in KINDS}
        # All complain at the same time, so that one wait is enough for all of them.
        next(iter(pages.values())).wait_for_timeout(_UNUSED_PRELOAD)
        faults = [
            f"{kind}: {fault}" for kind, page in pages.items() for fault in incomplete(page, kind)
        ]
    assert heard.said == []
    assert heard.failed == []
    assert heard.outside(base) == []
    assert faults == []


def incomplete(page: Page, kind: str) -> list[str]:
    """What a page lacks that every page must have; a card to embed stands in a page of others."""
    told = page.evaluate(
        """() => ({
            lang: document.documentElement.lang,
            title: document.title,
            heads: [...document.querySelectorAll("h1")].map((one) => one.innerText.trim()),
            described: document.querySelector("meta[name=description]")?.content ?? "",
            landmarks: ["header", "main", "footer"].filter((one) => !document.querySelector(one)),
            broken: [...document.images].filter((one) => !one.naturalWidth).map((one) => one.src),
            face: getComputedStyle(document.body).fontFamily,
            fonts: [...document.fonts].map((one) => one.status),
        })"""
    )
    faults = []
    if told["lang"] != "en":
        faults.append(f"its language is {told['lang']!r}")
    if not told["title"].strip():
        faults.append(f"its title is {told['title']!r}")
    if len(told["heads"]) != 1 or not told["heads"][0]:
        faults.append(f"its first heads are {told['heads']}")
    faults += [f"its image {source} is broken" for source in told["broken"]]
    if kind == "embed":
        return faults
    if "Countercheck" not in told["title"]:
        faults.append(f"its title {told['title']!r} does not name us")
    if not told["described"].strip():
        faults.append("it has no description")
    faults += [f"it has no <{name}>" for name in told["landmarks"]]
    if "Countercheck" not in told["face"]:
        faults.append(f"it is set in {told['face']}")
    if "error" in told["fonts"] or "loaded" not in told["fonts"]:
        faults.append(f"its fonts are {told['fonts']}")
    return faults


def test_structured_data_says_what_the_page_says(
    browser: Browser, served_site: str, site: Path
) -> None:
    with opened(browser) as (context, _):
        page = context.new_page()
        for name in examples(site, "claim"):
            page.goto(served_site + name)
            blocks = page.locator('script[type="application/ld+json"]').all_text_contents()
            review, *datasets = map(json.loads, blocks)
            assert len(datasets) == page.locator("figure.chart-figure").count()
            for dataset in datasets:
                assert dataset["@type"] == "Dataset"
                assert dataset["url"] == review["url"]
                root = review["url"].removesuffix(name)
                for file in dataset["distribution"]:
                    assert (site / file["contentUrl"].removeprefix(root)).is_file()
            assert review["@type"] == "ClaimReview"
            badge = page.locator(".claim-card .verdict").first.inner_text().strip()
            assert review["reviewRating"]["alternateName"] == badge
            assert review["url"].endswith("/" + name)
