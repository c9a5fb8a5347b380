"""Records without a mistake, for tests that change their words, and short forms of problems."""

from build_scripts.model.records import Evidence
from build_scripts.problems import Problem
from build_scripts.read.loaders import read_evidence

EVIDENCE = """\
title: Trends in International Arms Transfers, 2023
publisher: SIPRI
kind: report
tier: primary
origin: sipri
url: https://www.sipri.org/a?b=c#d
no_archive: no archived copy was looked up or seen
published: 2024-03
seen: {how: stored copy, when: 2026-11-22}
language: en
interest: none known
speaks_for: []
quotes:
  headline: "fell by 53 per cent between 2014–18 and 2019–23"
  no: {text: no, where: p. 2}
facts:
  exports:
    says: Russian exports of major arms fell by 53% between 2014–18 and 2019–23.
    value: -53%
    when: [2014–18, 2019–23]
    quote: headline
    confirmed_by: [tass-2023:arms, un:members.RUS.region]
  members:
    says: UN members.
    when: 2024
    table: sipri-members.csv
    key: iso3
    columns: {iso3: text, people: people}
    sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
"""
TOPIC = "title: Alliances\ntext: What binds states.\n"
SPEAKER = "name: Ann\nrole: A minister\nsame_as: [https://x.org/a]\n"


def said(problems: list[Problem]) -> list[str]:
    """Problems as `line:column message [rule]`."""
    return [f"{p.place.line}:{p.place.column} {p.message} [{p.rule}]" for p in problems]


def evidence(text: str) -> tuple[Evidence | None, list[str]]:
    """What is read of an evidence file, and what is wrong with it."""
    record, problems = read_evidence(text, "content/evidence/sipri.yml")
    return record, said(problems)
