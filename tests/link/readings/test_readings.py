"""Readings of the dossiers: the outcomes, who asserts them, and the margins in words."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pytest

from build_scripts.link.facts import Facts
from build_scripts.link.readings.readings import link_reading
from build_scripts.model.linked import LinkedReading, Outcome
from build_scripts.model.records import Evidence, Reading
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.model.text import Text
from build_scripts.read.loaders import read_evidence
from tests.link.lookups import LEXICON, table

HEAD = """\
title: A document
publisher: Somebody
kind: report
tier: primary
origin: somebody
url: https://example.org/
no_archive: none was looked up
published: 2024
seen: {how: stored copy, when: 2026-11-22}
language: en
interest: none known
"""
CALCULATION = "title: A calculation\nkind: calculation\nhow: By adding.\nfacts:\n"
EVIDENCE = {
    "un": HEAD
    + """\
facts:
  members:
    says: The United Nations has 193 member states.
    value: 193 member states
  others:
    says: Without Russia there are 192 members.
    formula: un:members - 1
  majority:
    says: The smallest majority of the other members is 97 states.
    formula: un:others / 2 + 1
""",
    "tass": HEAD
    + """\
speaks_for: [vladimir-putin]
facts:
  ties:
    says: Russia says that it has ties with 100 countries.
    value: 100 countries
  supplied:
    says: Russia says that it supplies more than 50 states.
    value: more than 50 states
""",
    "ledger": CALCULATION
    + """\
  members:
    says: The members of the United Nations.
    table: ledger-members.csv
    key: iso3
    columns: {iso3: text, treaty: text}
    sha256: 0000000000000000000000000000000000000000000000000000000000000000
""",
    "ties": CALCULATION
    + """\
  allies:
    says: A treaty of mutual defence binds 6 states to Russia.
    formula: count(ledger:members where treaty is given)
  ties-share:
    says: Russia's own count is 52% of the other members.
    formula: tass:ties / un:others
  allies-are-most:
    asks: Do treaties bind most of the others?
    formula: ties:allies >= un:majority
  supplied-are-most:
    asks: Are most of the others supplied?
    formula: tass:supplied >= un:majority
  ties-are-most:
    asks: Are there ties with most of the others?
    formula: tass:ties >= un:majority
  share-is-most:
    asks: Is the share of those with ties more than half?
    formula: ties:ties-share > 1 / 2
  either-is-most:
    asks: Are there either treaties or ties with most of the others?
    formula: ties:allies-are-most or ties:ties-are-most
""",
    "vote": HEAD
    + """\
facts:
  for:
    says: For the resolution voted 141 states.
    value: 141 states
  against:
    says: Against the resolution voted 5 states.
    value: 5 states
  people:
    says: The states that voted for it have 42.8% of all people.
    value: 42.8%
  condemned:
    asks: Did most states condemn?
    formula: vote:for / un:members > 1 / 2
  people-condemned:
    asks: Did states with most people condemn?
    formula: vote:people > 50
""",
    "rutte": HEAD
    + """\
speaks_for: [mark-rutte]
facts:
  claim:
    says: Mark Rutte set three months against a year.
    value: three months
""",
    "shells": HEAD
    + """\
facts:
  ratio:
    says: Russia may have made about four times as much ammunition as NATO.
    value: about 4 times
  russia:
    says: Russia produced or refurbished 4.5 million rounds.
    value: 4.5 million rounds
  west:
    says: The West can make 1.2 million rounds.
    value: 1.2 million rounds
  about-four:
    asks: Was the ratio at least the one that is needed?
    formula: shells:ratio >= 12 / rutte:claim
  refurbished:
    asks: Did a quarter of the Russian rounds reach the Western year?
    formula: shells:russia / 4 >= shells:west
""",
    "aid": HEAD
    + """\
facts:
  us:
    says: The United States had allocated $119 billion.
    value: $119 billion
  europe:
    says: Europe had allocated $138 billion.
    value: $138 billion
  us-ahead:
    asks: Had the United States allocated more?
    formula: aid:us > aid:europe
""",
    "milex": HEAD
    + """\
facts:
  us:
    says: The United States spent $997 billion.
    value: $997 billion
  top:
    says: The next in the list.
    table: milex-top.csv
    key: country
    columns: {country: text, spending: billion USD}
    sha256: 0000000000000000000000000000000000000000000000000000000000000000
  nine:
    says: The nine states after it spent $984.4 billion together.
    formula: milex:top.china + milex:top.russia + milex:top.others
  more-than-nine:
    asks: Did it spend more than the next nine together?
    formula: milex:us > milex:nine
""",
    "china": HEAD
    + """\
speaks_for: [lou-qinjian]
facts:
  budget:
    says: China's budget for defence was 1.67 trillion yuan.
    value: 1.67 trillion yuan
  gdp:
    says: China's GDP was 134.9 trillion yuan.
    value: 134.9 trillion yuan
""",
    "share": HEAD
    + """\
facts:
  ceiling:
    says: The ceiling is 1.5% of GDP.
    value: 1.5%
  sipri:
    says: By SIPRI's estimate the share was 1.7%.
    value: 1.7%
  official:
    says: By the published budget the share was 1.24%.
    formula: china:budget / china:gdp
  official-under:
    asks: Was the published share under the ceiling?
    formula: share:official < share:ceiling
  sipri-under:
    asks: Was SIPRI's share under the ceiling?
    formula: share:sipri < share:ceiling
""",
    "arms": HEAD
    + """\
facts:
  russia:
    says: Russia's share was 27%.
    value: 27%
  usa:
    says: The share of the United States was 31%.
    value: 31%
  china:
    says: China's share was 5%.
    value: 5%
  second:
    asks: Was Russia second?
    formula: arms:russia < arms:usa and arms:russia > arms:china
  as-said:
    asks: Was the share the one that was named?
    formula: arms:russia = 27
""",
}
TABLES = {
    ("ledger", "members"): table(
        "iso3,treaty\nARM,yes\nBLR,yes\nKAZ,yes\nKGZ,yes\nTJK,yes\nPRK,yes\nFRA,\nIND,",
        {"iso3": "text", "treaty": "text"},
    ),
    ("milex", "top"): table(
        "country,spending\nchina,314\nrussia,149\nothers,521.4",
        {"country": "text", "spending": "billion USD"},
    ),
}


@cache
def facts() -> Facts:
    evidence: dict[str, Evidence] = {}
    for name, text in EVIDENCE.items():
        record, problems = read_evidence(text, f"content/evidence/{name}.yml")
        assert record is not None, problems
        evidence[name] = record

    def read_table(owner: str, fact: str) -> Table | None:
        return TABLES.get((owner, fact))

    return Facts(evidence, evidence, read_table, LEXICON)


def reading(test: str, speaker: str = "nobody") -> LinkedReading:
    record = Reading(means=Text("What it means."), holds_if=Text(test))
    return link_reading(record, facts().get(FactRef.parse(test)), speaker, facts())


PUTIN, RUTTE, LOU = "vladimir-putin", "mark-rutte", "lou-qinjian"
OUTCOMES = [
    ("ties:allies-are-most", PUTIN, Outcome.FAILS, True, ()),
    ("ties:supplied-are-most", PUTIN, Outcome.UNDETERMINED, False, ("tass:supplied",)),
    ("ties:supplied-are-most", "joe-biden", Outcome.UNDETERMINED, True, ()),
    ("ties:ties-are-most", PUTIN, Outcome.ASSERTED, True, ("tass:ties",)),
    ("ties:ties-are-most", "joe-biden", Outcome.HOLDS, True, ()),
    ("ties:share-is-most", PUTIN, Outcome.ASSERTED, True, ("tass:ties",)),
    ("ties:either-is-most", PUTIN, Outcome.ASSERTED, True, ("tass:ties",)),
    ("vote:condemned", "joe-biden", Outcome.HOLDS, True, ()),
    ("vote:people-condemned", "joe-biden", Outcome.FAILS, True, ()),
    ("shells:about-four", RUTTE, Outcome.UNDETERMINED, False, ("rutte:claim",)),
    ("shells:about-four", PUTIN, Outcome.UNDETERMINED, True, ()),
    ("shells:refurbished", RUTTE, Outcome.FAILS, True, ()),
    ("aid:us-ahead", "donald-trump", Outcome.FAILS, True, ()),
    ("milex:more-than-nine", "bernie-sanders", Outcome.HOLDS, True, ()),
    ("share:official-under", LOU, Outcome.ASSERTED, True, ("china:budget", "china:gdp")),
    ("share:sipri-under", LOU, Outcome.FAILS, True, ()),
    ("arms:second", PUTIN, Outcome.HOLDS, True, ()),
]


@pytest.mark.parametrize(("test", "speaker", "outcome", "decides", "own"), OUTCOMES)
def test_a_reading_comes_out_as_its_test_and_says_who_asserts_it(
    test: str, speaker: str, outcome: Outcome, decides: bool, own: tuple[str, ...]
) -> None:
    linked = reading(test, speaker)
    assert (linked.outcome, linked.decides) == (outcome, decides)
    assert tuple(map(str, linked.own_inputs)) == own


NO_OTHER = "; no other value of this alone would change it"
WORDS = [
    ("ties:allies-are-most", "ties:allies", 97,
     "fails with 6 states; 91 more states would be needed"),
    ("ties:allies-are-most", "un:majority", 6,
     "fails with 97 states; it would hold at 6 or fewer"),
    ("ties:allies-are-most", "un:members", 11,
     "fails with 193 member states; it would hold at 11 or fewer"),
    ("ties:supplied-are-most", "tass:supplied", 97,
     "undetermined with more than 50 states; it would hold at 97 or more"),
    ("ties:supplied-are-most", "un:majority", 50,
     "undetermined with 97 states; it would hold at 50 or fewer"),
    ("ties:ties-are-most", "tass:ties", 96,
     "holds with 100 countries; it would fail at 96 or fewer"),
    ("ties:ties-are-most", "un:majority", 101,
     "holds with 97 states; it would fail at 101 or more"),
    ("ties:share-is-most", "ties:ties-share", Fraction(1, 2),
     "holds with 52%; it would fail at 50% or less"),
    ("ties:either-is-most", "tass:ties", 96,
     "holds with 100 countries; it would fail at 96 or fewer"),
    ("ties:either-is-most", "ties:allies", None, f"holds with 6 states{NO_OTHER}"),
    ("vote:condemned", "vote:for", 96, "holds with 141 states; it would fail at 96 or fewer"),
    ("vote:condemned", "un:members", 282,
     "holds with 193 member states; it would fail at 282 or more"),
    ("vote:people-condemned", "vote:people", 50, "fails with 42.8%; it would hold above 50%"),
    ("shells:about-four", "shells:ratio", 4,
     "undetermined with about four times; it would hold at 4 times or more"),
    ("shells:refurbished", "shells:russia", 4_800_000,
     "fails with 4.5 million rounds; it would hold at 4.8 million rounds or more, 6.7% more"),
    ("shells:refurbished", "shells:west", 1_125_000,
     "fails with 1.2 million rounds; it would hold at 1.125 million rounds or less, 6.3% less"),
    ("aid:us-ahead", "aid:us", 138 * 10**9,
     "fails with $119 billion; it would hold above $138 billion, 16% more"),
    ("milex:more-than-nine", "milex:top.china", 326_600_000_000,
     "holds with $314 billion; it would fail at $326.6 billion or more, 4.0% more"),
    ("milex:more-than-nine", "milex:us", 984_400_000_000,
     "holds with $997 billion; it would fail at $984.4 billion or less, 1.3% less"),
    ("milex:more-than-nine", "milex:nine", 997_000_000_000,
     "holds with $984.4 billion; it would fail at $997 billion or more, 1.3% more"),
    ("share:official-under", "share:official", Fraction(15, 1000),
     "holds with 1.24%; it would fail at 1.5% or more"),
    ("share:official-under", "china:budget", 2_023_500_000_000,
     "holds with 1.67 trillion yuan; it would fail at about CNY 2.024 trillion or more, 21% more"),
    ("share:sipri-under", "share:sipri", Fraction(3, 2),
     "fails with 1.7%; it would hold below 1.5%"),
    ("arms:second", "arms:russia", 31, "holds with 27%; it would fail at 31% or more"),
    ("arms:as-said", "arms:russia", 27, "holds with 27%; it would fail at any other value"),
]  # fmt: skip


@pytest.mark.parametrize(("test", "input_", "flips_at", "words"), WORDS)
def test_a_margin_tells_at_which_value_a_reading_would_flip(
    test: str, input_: str, flips_at: Fraction | int | None, words: str
) -> None:
    found = {str(margin.ref): margin for margin in reading(test).margins}
    margin = found[input_]
    assert margin.words == words
    where = margin.flips_at.interval.low.value if margin.flips_at else None
    assert where == flips_at
    assert margin.flips_at is None or margin.flips_at.unit == margin.now.unit


def test_what_the_test_names_comes_first_and_tables_themselves_do_not_come() -> None:
    assert [str(margin.ref) for margin in reading("milex:more-than-nine").margins] == [
        "milex:us",
        "milex:nine",
        "milex:top.china",
        "milex:top.russia",
        "milex:top.others",
    ]
    assert [str(margin.ref) for margin in reading("ties:either-is-most").margins] == [
        "ties:allies",
        "un:majority",
        "tass:ties",
        "un:members",
    ]


def test_margins_wait_until_they_are_asked_for() -> None:
    linked = reading("ties:allies-are-most")
    assert "margins" not in vars(linked)
    assert linked.margins is linked.margins
