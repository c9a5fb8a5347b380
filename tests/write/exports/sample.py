"""Publications to export: the real one, and a small one with all that is rare."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from build_scripts.link.publication import Publication
from build_scripts.read.library import Library
from build_scripts.write.addresses import Addresses

ROOT = Path(__file__).parents[3]
SITE = "https://facts.example/base/"
HOSTILE = "</script><script>alert(1)</script><!-- & ]]> {% raw %}"
TABLE = """\
town,name,people,counted,from
north,"North, upper",1200,2021,census:total
south,South,800,2021,letter
"""
ADDRESSES = Addresses(SITE)
"""Of a site that is not at its host's root."""


@cache
def real() -> Publication:
    """The publication of this repository."""
    return Publication(Library(ROOT))


def small(root: Path, changes: Mapping[str, str] | None = None) -> Publication:
    """A small publication in that folder; `changes` are files to add or to put instead."""
    for path, text in (FILES | dict(changes or {})).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    publication = Publication(Library(root))
    library = publication.library
    bad = [
        str(problem)
        for kind, paths in library.paths.items()
        for key in paths
        for problem in library.problems_of(kind, key)
    ]
    assert bad == []
    return publication


def article(title: str, *, more: str = "", corrections: str = "[]", verdict: str = "false") -> str:
    """An article of the small publication."""
    return f"""\
---
title: {title}
claim:
  text: "城镇有两千人"
  language: zh
  translation: "The towns have “two thousand” people."
  paraphrase: The two towns have 3,000 people.
  speaker: lee
  date: 2024-03
  venue: Town hall, North
  said_in: letter
verdict: {verdict}
summary: |
  The towns have 2,000 people [@sums:all]. *Not* more, see `towns.csv` [@census:towns.north].
readings:
  - means: The towns have more than 3,000 people.
    holds_if: sums:enough
untested:
  - means: They will have them one day.
    why: Nobody knows.
gets_right: There are people [@letter:said].
why_checked: It was said.
reply: {{asked: true, channel: a letter, outcome: none}}
topics: [towns]
authors: [desk]
published: 2026-11-01
corrections: {corrections}
{more}
---
The census counts 1,200 people [@census:total].

![](chart:towns)
"""


_TWO_CORRECTIONS = """
  - {date: 2026-11-20, kind: major, what: The sum was wrong., why: A slip.,
     was: 1900 people, now: 2000 people}
  - {date: 2026-11-20, kind: minor, what: A name was wrong., why: A typing slip.,
     was: Nord, now: North}
"""

FILES = {
    "content/publication.yml": """\
name: Town Facts
tagline: Facts about towns
language: en
desk: {id: desk, name: The desk}
no_contact: none yet
ownership: nobody
funding: {statement: none, as_of: 2026-11-01}
licence_content: CC BY 4.0
licence_code: MIT
""",
    "content/verdicts.yml": """\
- {id: "false", label: "False", meaning: It fails., rating: 1, needs: [fails], excludes: [holds]}
- {id: unproven, label: Unproven, meaning: Nobody knows., needs: [undetermined]}
""",
    "content/words.yml": "units:\n  people: [persons, inhabitants]\n",
    "content/speakers/lee.yml": """\
name: Lee & Sons
kind: organisation
role: A firm in North
same_as: ["https://www.wikidata.org/wiki/Q1"]
""",
    "content/topics/towns.yml": "title: Towns\ntext: Where people live.\n",
    "content/evidence/census.yml": """\
title: Census_of 50% & more
publisher: Office {of} Counting
kind: report
tier: primary
origin: office
url: https://office.example/census.pdf#top
archived: https://web.archive.org/web/20240311000000/https://office.example/census.pdf
published: 2021-05
seen: {how: live page, when: 2026-10-30}
language: en
interest: none known
quotes:
  total: {text: "…the town of North has 1200 people …", where: pages 12-13}
facts:
  total: {says: North has 1200 people., value: 1200 people, when: 2021, quote: total}
  towns:
    says: People by town in 2021.
    table: census-towns.csv
    key: town
    columns: {town: text, name: text, people: people, counted: year, from: text}
    sources: from
    sha256: DIGEST
""".replace("DIGEST", hashlib.sha256(TABLE.encode()).hexdigest()),
    "content/evidence/census-towns.csv": TABLE,
    "content/evidence/letter.yml": """\
title: A letter to the town
title_is: descriptive
publisher: not known
kind: transcript
tier: primary
origin: lee
url: https://letters.example/1
no_archive: none was seen
undated: it bears no date
seen: {how: stored copy, when: 2026-10-30}
language: zh
interest: none known
speaks_for: [lee]
quotes:
  said: {text: "城镇有两千人", translation: The towns have two thousand people}
facts:
  said: {says: Lee said so., quote: said}
""",
    "content/evidence/sums.yml": """\
title: Sums
kind: calculation
how: By adding [@census:total].
facts:
  all: {says: The towns have 2000 people., formula: "sum(census:towns.people where people > 0)"}
  third: {says: A third of it is 666.7 people., formula: sums:all / 3}
  enough: {asks: "Are they more than 3000?", formula: sums:all > 3000}
""",
    "content/claims/towns.md": article(
        "Towns are *small*", corrections=_TWO_CORRECTIONS, more="formerly: [townships, villages]"
    ),
    "content/claims/hostile.md": article(f"'{HOSTILE}'", verdict="unproven"),
    "content/claims/draft.md": article("A draft", more="draft: true"),
    "content/claims/gone.md": article(
        "It is gone", more="withdrawn: {date: 2026-11-22, why: It was not so.}"
    ),
    "charts/towns.yml": """\
kind: bar
title: North is larger
subtitle: People in 2021
alt: A bar for each of two towns [@census:total]
table: census:towns
label: name
values: [people]
""",
    "docs/corrections.md": "# Corrections\n\nWe correct.\n",
    "docs/about.md": "# About\n\nWe are.\n",
}
