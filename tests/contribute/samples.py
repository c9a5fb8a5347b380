"""A small publication, plainly made up, for tests that change single words of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from build_scripts.check.run import check_frame, check_unit, units
from build_scripts.link.publication import Publication
from build_scripts.problems import Problem
from build_scripts.read.library import Library

FLAGS = """\
flag,name,ships,source
NO,Norway,130,port
DK,Denmark,70,port:calls
SE,Sweden,40,log:swedish
"""

FILES: Mapping[str, str] = {
    "content/publication.yml": """\
name: Sample
tagline: Made up for tests
language: en
desk: {id: desk, name: The desk}
no_contact: it is made up
ownership: nobody
funding: {statement: none, as_of: 2026-01-01}
licence_content: CC BY 4.0
licence_code: MIT
""",
    "content/words.yml": """\
units:
  ships: [ship, vessel, vessels, call, calls]
""",
    "content/verdicts.yml": """\
- {id: "true", label: True, meaning: It holds., rating: 5, needs: [holds], excludes: [fails]}
- {id: misleading, label: Misleading, meaning: Not quite., rating: 2, needs: [fails]}
- {id: "false", label: False, meaning: It fails., rating: 1, needs: [fails], excludes: [holds]}
""",
    "content/speakers/harbour-master.yml": """\
name: The Harbour Master
role: Head of Port Lantern
""",
    "content/topics/shipping.yml": """\
title: Shipping
text: In 2023 the port had 240 ships [@port:calls].
""",
    "content/evidence/port.yml": """\
title: Yearbook 2023
publisher: Port Lantern
kind: report
tier: primary
origin: port
url: https://port.example/yearbook
no_archive: made up
published: 2024-02
seen: {how: stored copy, when: 2024-03-01}
language: en
interest: none known
quotes:
  total: In 2023 the port had 240 ships, and 18% of them stayed for the night.
facts:
  calls:
    says: In 2023 the port had 240 ships.
    value: 240 ships
    when: 2023
    quote: total
    where: p. 4
    confirmed_by: [log:calls]
  nights:
    says: In 2023, 18% of the ships stayed for the night.
    value: 18%
    when: 2023
    quote: total
  flags:
    says: Ships by flag in 2023.
    when: 2023
    table: port-flags.csv
    key: flag
    columns: {flag: text, name: text, ships: ships, source: text}
    sources: source
    sha256: SUM
""",
    "content/evidence/port-flags.csv": FLAGS,
    "content/evidence/log.yml": """\
title: Seiðabók
title_is: descriptive
publisher: The pilots
kind: dataset
tier: secondary
why_secondary: the pilots' own book is not public
origin: pilots
no_url: kept on paper
archived: https://web.archive.org/web/20240401000000/https://pilots.example/
undated: it is kept from day to day
seen: {how: file, when: 2024-04-02}
language: "no"
interest: the pilots are paid for each ship
speaks_for: [harbour-master]
quotes:
  year: {text: I 2023 hadde havnen 240 skip., translation: In 2023 the port had 240 ships.}
  swedes: {text: 40 svenske skip, translation: 40 Swedish ships}
facts:
  calls:
    says: By the pilots' book, the port had 240 ships in 2023.
    value: 240 ships
    when: 2023
    quote: year
  swedish:
    says: Of the ships of 2023, 40 ships were Swedish.
    value: 40 ships
    when: 2023
    quote: swedes
  boast:
    says: The book calls the port the first of the coast.
""",
    "content/evidence/sums.yml": """\
title: Shares of flags
kind: calculation
facts:
  norwegian-share:
    says: Norwegian ships were 54% of all in 2023.
    formula: port:flags.NO / port:calls
  others:
    says: Ships that are not Norwegian came to 110 ships in 2023.
    formula: sum(port:flags.ships where flag != NO)
  most-are-norwegian:
    asks: Are more than half of the ships Norwegian?
    formula: port:flags.NO > port:calls / 2
  most-stay:
    asks: Do more than half of the ships stay for the night?
    formula: port:nights > 50
""",
    "content/evidence/speech.yml": """\
title: Speech at the quay
publisher: Port Lantern
kind: transcript
tier: primary
origin: port
url: https://port.example/speech
no_archive: made up
published: 2024-05-01
seen: {how: live page, when: 2024-05-02}
language: en
interest: the port's own
quotes:
  most: Most of our ships stay for the night.
""",
    "content/claims/most-ships-stay.md": """\
---
title: Most ships do not stay for the night
claim:
  text: Most of our ships stay for the night.
  paraphrase: Most ships stay for the night.
  speaker: harbour-master
  date: 2024-05-01
  venue: The quay
  said_in: speech
verdict: false
summary: Of 240 ships, 18% stayed for the night in 2023 [@port:calls; @port:nights].
readings:
  - means: Most ships stay for the night.
    holds_if: sums:most-stay
gets_right: Some ships stay.
why_checked: The port plans by it.
reply: {asked: false, why: it is made up}
topics: [shipping]
authors: [desk]
published: 2024-06-01
---
## The count

In 2023 the port had 240 ships [@port:calls]. Norwegian ships were 130, which is 54%
[@port:flags.NO; @sums:norwegian-share], and Danish ones 70 [@port:flags.DK].

The book has "40 Swedish ships" [@log:swedish]. It calls the port the first [@log:boast].

![](chart:ships-by-flag)
""",
    "charts/ships-by-flag.yml": """\
kind: bar
title: Norway sent 130 ships [@port:flags.NO]
subtitle: Ships by flag in 2023
alt: Norway's bar is the longest, with 130 ships [@port:flags.NO].
table: port:flags
label: name
values: [ships]
threshold: {fact: port:calls, label: All ships}
""",
    "docs/about.md": "# About\n\nIt is made up.\n",
}
ARTICLE = "content/claims/most-ships-stay.md"
PORT = "content/evidence/port.yml"


def write(root: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """Write the sample under `root`; `changes` replace whole files, None leaves one out."""
    for name, text in {**FILES, **(changes or {})}.items():
        path = root / name
        if text is None:
            path.unlink(missing_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    mend_sum(root)
    return root


def mend_sum(root: Path) -> None:
    """Give the table's present SHA-256."""
    table, evidence = root / "content/evidence/port-flags.csv", root / PORT
    if not (table.is_file() and evidence.is_file()):
        return
    digest = hashlib.sha256(table.read_bytes()).hexdigest()
    lines = evidence.read_text("utf-8").splitlines()
    lines = [f"    sha256: {digest}" if "sha256:" in line else line for line in lines]
    evidence.write_text("\n".join(lines) + "\n", "utf-8")


def edit(root: Path, name: str, *pairs: tuple[str, str]) -> None:
    """Replace words in one file; each must be there."""
    text = (root / name).read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    (root / name).write_text(text, "utf-8")
    mend_sum(root)


def load(root: Path) -> Publication:
    """The publication under `root`."""
    return Publication(Library(root))


def errors(root: Path) -> list[Problem]:
    """Everything that is wrong with it."""
    publication = load(root)
    found = check_frame(publication)
    for unit in units(publication):
        found.extend(check_unit(publication, unit))
    return sorted(set(found))
