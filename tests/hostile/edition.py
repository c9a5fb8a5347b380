"""A publication whose every word comes from somebody who wants to run scripts in its pages.

The payloads are dealt out to a few records of each kind. In a record, every field that takes words
holds all its payloads, and lists have an entry for each of them.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

from build_scripts.draw.batch import draw_all
from build_scripts.draw.data import Drawing
from build_scripts.draw.resolve.resolve import resolve
from build_scripts.link.publication import Publication
from build_scripts.problems import Problem
from build_scripts.publish.inspection import inspect_site
from build_scripts.publish.site import build_site
from build_scripts.read.library import Library
from build_scripts.surroundings import build_date
from build_scripts.write.addresses import CHARTS
from build_scripts.write.charts import chart_files
from build_scripts.write.imprint import frame
from build_scripts.write.tree import write_pages
from tests.hostile.payloads import payloads

ROOT = Path(__file__).resolve().parents[2]
FOUND = "inspection.json"
URL = "https://facts.example/base/"
GROUPS = 20
CHARTED = 2
"""So many groups have a chart: drawing takes its time."""
_NOT_IN_ADDRESSES = re.compile(r"[\s<>\"\\^`{|}]")


def groups() -> list[list[str]]:
    """The payloads, dealt out; neighbours in their list go to different groups."""
    every = payloads()
    return [list(every[start::GROUPS]) for start in range(GROUPS)]


def edition() -> dict[str, str]:
    """The files of the hostile publication."""
    everything = " ".join(groups()[0])
    files = {
        "content/publication.yml": _yaml(
            name=f"Hostile {everything}",
            tagline=everything,
            language="en",
            desk={"id": "desk", "name": everything},
            contact=everything,
            ownership=everything,
            funding={"statement": everything, "as_of": "2026-11-23"},
            licence_content=everything,
            licence_code=everything,
        ),
        "content/words.yml": _yaml(units={"people": [everything]}, names=[], phrases=[everything]),
        "content/verdicts.yml": json.dumps(
            [
                {
                    "id": "false",
                    "label": f"False {everything}",
                    "meaning": everything,
                    "rating": "1",
                    "needs": ["fails"],
                    "excludes": ["holds"],
                }
            ]
        ),
    }
    for number, words in enumerate(groups()):
        files |= _records(f"bad-{number}", words, number)
    # As many pages by hand as mkdocs.yml wants to find.
    for number, name in enumerate(sorted(path.stem for path in (ROOT / "docs").glob("*.md"))):
        words = groups()[number % GROUPS]
        files[f"docs/{name}.md"] = _front(title=" ".join(words)) + _body(words)
    return files


def _records(name: str, words: Sequence[str], number: int) -> dict[str, str]:
    every = " ".join(words)
    table = _table(name, words)
    files = {
        f"content/evidence/{name}.yml": _evidence(name, words, table),
        f"content/evidence/{name}-towns.csv": table,
        f"content/evidence/{name}-sums.yml": _yaml(
            title=every,
            kind="calculation",
            how=every,
            facts={
                "enough": {"asks": every, "formula": f"{name}:count > 5000"},
                "half": {"says": f"{every} 600 people", "formula": f"{name}:count / 2"},
            },
        ),
        f"content/speakers/{name}.yml": _yaml(
            name=every,
            kind="organisation" if number % 2 else "person",
            role=every,
            affiliation=every,
            same_as=list(_addresses(words)),
            text=every,
        ),
        f"content/topics/{name}.yml": _yaml(title=every, text=every),
        f"content/claims/{name}.md": _article(name, words, number),
    }
    if number < CHARTED:
        files[f"charts/{name}.yml"] = _yaml(
            kind="bar",
            title=every,
            subtitle=every,
            alt=every,
            note=every,
            rows=[{"fact": f"{name}:count", "label": word} for word in words[:6]],
        )
    return files


def _article(name: str, words: Sequence[str], number: int) -> str:
    every = " ".join(words)
    front = {
        "title": every,
        "claim": {
            "text": every,
            "paraphrase": every,
            "speaker": name,
            "date": "2024-05-06",
            "venue": every,
            "said_in": name,
            "language": "zh",
            "translation": every,
        },
        "verdict": "false",
        "summary": f"There are 1,200 people [@{name}:count]. {every}",
        "readings": [{"means": word, "holds_if": f"{name}-sums:enough"} for word in words[:3]],
        "untested": [{"means": word, "why": word} for word in words],
        "gets_right": every,
        "why_checked": every,
        "reply": {"asked": "true", "channel": every, "outcome": every},
        "topics": [name],
        "authors": ["desk"],
        "published": "2026-11-23",
        "corrections": [
            {
                "date": "2026-11-23",
                "kind": "major",
                **dict(zip(("what", "was", "now", "why", "reported_by"), some, strict=False)),
            }
            for some in zip(*(words[start:] for start in range(5)), strict=False)
        ],
    }
    if number % 4 == 3:
        front["withdrawn"] = {"date": "2026-11-23", "why": every}
    figures = (
        f"There are 1,200 people [@{name}:count], half are 600 people [@{name}-sums:half].\n\n"
    )
    figures += f'It says "{words[0]}" [@{name}:count].\n\n![](table:{name}:towns)\n\n'
    chart = f"![](chart:{name})\n\n" if number < CHARTED else ""
    return _front(**front) + figures + chart + _body(words)


def _body(words: Sequence[str]) -> str:
    """Markdown in which each payload stands in every kind of block, by itself."""
    parts = []
    for word in words:
        line = " ".join(word.split())
        cell = line.replace("|", "\\|")
        parts += [
            f"{word}",
            f"## {line}",
            f"- {line}\n- [ ] {line}",
            f"1. {line}",
            f"> {line}",
            f"| {cell} | x |\n|---|---|\n| {cell} | [{cell}](https://x.example/?{cell}) |",
            f"**{line}** *{line}* `{line}`",
            f"```{line}\n{word}\n```",
            f"    {line}",
            f"[{line}](https://x.example/ '{line}')",
            f"![{line}](https://x.example/{line})",
            f"[x]({line})",
            f"<{line}>",
        ]
    return "\n\n".join(parts) + "\n"


def _evidence(name: str, words: Sequence[str], table: str) -> str:
    every = " ".join(words)
    addresses = list(_addresses(words))
    packed = "".join(every.split())
    facts: dict[str, Any] = {
        f"f{number}": {"says": word, "quote": f"q{number}", "where": word}
        for number, word in enumerate(words)
    }
    facts["count"] = {
        "says": f"{every} 1200 people",
        "value": "1200 people",
        "quote": "count",
        "where": every,
        "single_source_reason": every,
    }
    facts["towns"] = {
        "says": every,
        "table": f"{name}-towns.csv",
        "key": "town",
        "columns": {
            "town": "text",
            "name": "text",
            "people": "people",
            "odd": every,
            "from": "text",
        },
        "sources": "from",
        "sha256": hashlib.sha256(table.encode()).hexdigest(),
    }
    return _yaml(
        title=every,
        publisher=every,
        kind="report",
        tier="secondary",
        why_secondary=every,
        origin="office",
        url=addresses[0],
        archived=f"https://web.archive.org/web/20240311000000/https://x.example/{packed}",
        published="2021",
        seen={"how": "stored copy", "when": "2026-11-22", "note": every},
        language="zh",
        interest=every,
        speaks_for=[name],
        caveat=every,
        licence=every,
        quotes={
            "count": {"text": f"{every} 1200", "translation": f"{every} 1200 people"},
        }
        | {
            f"q{number}": {"text": word, "translation": word, "where": word}
            for number, word in enumerate(words)
        },
        facts=facts,
    )


def _addresses(words: Sequence[str]) -> Iterator[str]:
    """Web addresses with what an address may hold of each payload."""
    for word in words:
        yield "https://x.example/" + _NOT_IN_ADDRESSES.sub("", word)


def _table(name: str, words: Sequence[str]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["town", "name", "people", "odd", "from"])
    for number, word in enumerate(words):
        writer.writerow([f"t{number}", " ".join(word.split()), "1200", "7", f"{name}:count"])
    return text.getvalue()


def _yaml(**values: Any) -> str:
    """A record: JSON is YAML."""
    return "".join(f"{key}: {json.dumps(one, ensure_ascii=False)}\n" for key, one in values.items())


def _front(**values: Any) -> str:
    return f"---\n{_yaml(**values)}---\n"


def written(root: Path, files: Mapping[str, str]) -> Path:
    """Write files under `root`."""
    for path, text in ((root / name, text) for name, text in files.items()):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return root


def built(root: Path) -> Path:
    """Write and publish the content under `root`, whatever the check and the inspection say.

    Returns the site's folder; what the inspection found lies in `FOUND` under `root`.
    """
    shutil.copytree(ROOT / "build_scripts/theme", root / "build_scripts/theme")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    publication = Publication(Library(root))
    drawings = list(_drawings(publication))
    pages, site = root / "build/pages", root / "build/site"
    drawn = draw_all(drawings, pages / CHARTS, root / ".cache", jobs=1)
    today = build_date(root, publication, {"SOURCE_DATE_EPOCH": "1795392000"})
    write_pages(publication, pages, chart_files(drawings, drawn), URL, today)
    found: list[Problem] = []

    def look(*where: Any) -> list[Problem]:
        found.extend(inspect_site(*where))
        return []

    with mock.patch("build_scripts.publish.site.inspect_site", look):
        words = frame(publication.settings)
        faults = build_site(root, pages, site, site_url=URL, frame=words)
    assert [one.message for one in faults] == []
    (root / FOUND).write_text(json.dumps([[one.rule, one.message] for one in found]), "utf-8")
    return site


def _drawings(publication: Publication) -> Iterator[Drawing]:
    for key, chart in publication.charts.items():
        drawing = resolve(publication, key, chart).drawing
        if drawing is not None:
            yield drawing
