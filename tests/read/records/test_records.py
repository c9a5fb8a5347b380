"""Records from files: each mistake at its key or its value, with exact words."""

import pytest

from build_scripts.model.dates import Period
from build_scripts.read.loaders import read_evidence
from tests.read.records.samples import EVIDENCE, evidence, said


def test_evidence_is_read_with_places() -> None:
    record, problems = evidence(EVIDENCE)
    assert problems == []
    assert record is not None
    assert record.kind == "report"
    assert record.quotes["no"].text == "no"  # type: ignore[index]
    assert record.quotes["headline"].text.startswith("fell by")  # type: ignore[index]
    fact = record.facts["exports"]  # type: ignore[index]
    assert [when.period for when in fact.when] == [Period.parse("2014–18"), Period.parse("2019–23")]
    assert str(fact.when[1].text.place()) == "content/evidence/sipri.yml:20:21"
    assert fact.value is not None
    assert str(fact.value.place()) == "content/evidence/sipri.yml:19:12"
    members = record.facts["members"]  # type: ignore[index]
    assert [str(key.place()) for key in members.columns] == [
        "content/evidence/sipri.yml:28:15",
        "content/evidence/sipri.yml:28:27",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message", "advice"),
    [
        (
            "publisher: SIPRI",
            "publishr: SIPRI",
            "2:1 unknown key 'publishr'; did you mean 'publisher'? [unknown-key]",
            "the keys here are title, title_is, publisher, kind, tier, why_secondary, origin, url,"
            " no_url, archived, no_archive, published, undated, seen, language, interest,"
            " speaks_for, how, caveat, licence, withdrawn, formerly, quotes, facts",
        ),
        (
            "    value: -53%",
            "    unit: -53%",
            "19:5 unknown key 'unit' [unknown-key]",
            "the keys here are says, asks, value, when, quote, where, speaks_for, within, formula,"
            " table, key, columns, sources, sha256, confirmed_by, single_source_reason",
        ),
        (
            "seen: {how: stored copy, when: 2026-11-22}",
            "seen: {when: 2026-11-22}",
            "9:1 'seen' has no key 'how' [missing-key]",
            "how: live page, stored copy or file: said openly on the page.",
        ),
        (
            "title: Trends in International Arms Transfers, 2023\n",
            "",
            "1:1 there is no key 'title' [missing-key]",
            "title: The document's title, or ours for a calculation.",
        ),
        (
            "kind: report",
            "kind: reprot",
            "3:7 'kind' cannot be 'reprot'; did you mean 'report'? [bad-value]",
            "it is one of report, dataset, treaty, transcript, statement, news, reference,"
            " calculation",
        ),
        (
            "kind: report",
            "kind: [report]",
            "3:1 'kind' must be text, not a list [wrong-type]",
            "it is one of report, dataset, treaty, transcript, statement, news, reference,"
            " calculation",
        ),
        (
            "publisher: SIPRI",
            "publisher: [SIPRI, TASS]",
            "2:1 'publisher' must be text, not a list [wrong-type]",
            "write its words on the same line",
        ),
        (
            "publisher: SIPRI",
            "publisher: {name: SIPRI}",
            "2:1 'publisher' must be text, not keys with values [wrong-type]",
            "write its words on the same line",
        ),
        (
            "publisher: SIPRI",
            "publisher:",
            "2:1 'publisher' is empty [bad-value]",
            "write its value, or take it out",
        ),
        (
            "publisher: SIPRI",
            'publisher: "  "',
            "2:13 'publisher' is empty [bad-value]",
            "write its value, or take it out",
        ),
        (
            "speaks_for: []",
            "speaks_for: vladimir-putin",
            "12:13 'speaks_for' must be a list, not text [wrong-type]",
            "write [a, b], or each item on a line of its own after a dash",
        ),
        (
            "speaks_for: []",
            "speaks_for: [vladimir-putin, [b]]",
            "12:30 this item must be text, not a list [wrong-type]",
            "write its words on the same line",
        ),
        (
            "speaks_for: []",
            "speaks_for: [Vladimir Putin]",
            "12:14 'Vladimir Putin' is not an id of small letters, digits and hyphens,"
            " such as vladimir-putin [bad-value]",
            "speaks_for: Speakers whose side it gives.",
        ),
        (
            "speaks_for: []",
            "speaks_for: [Владимир Путин]",
            "12:14 'Владимир Путин' is not an id of small letters, digits and hyphens,"
            " such as tass-2023 [bad-value]",
            "speaks_for: Speakers whose side it gives.",
        ),
        (
            "seen: {how: stored copy, when: 2026-11-22}",
            "seen: stored copy",
            "9:7 'seen' must be keys with values, not text [wrong-type]",
            "its keys are how, when, note: write each key on a line of its own below, indented",
        ),
        (
            "when: 2026-11-22",
            "when: 2026-11-31",
            "9:32 date '2026-11-31' has no such day [bad-value]",
            "when: The day it was seen.",
        ),
        (
            "when: 2026-11-22",
            "when: 2026-11",
            "9:32 '2026-11' is not a full date, such as 2024-03-11 [bad-value]",
            "when: The day it was seen.",
        ),
        (
            "published: 2024-03",
            "published: 2024-13",
            "8:12 date '2024-13' has no such month [bad-value]",
            "published: Its date, as far as it is known.",
        ),
        (
            "2014–18, 2019–23]",
            "2014–18, 2019-23]",
            "20:21 date '2019-23' has no such month; write 2019–23 for a period [bad-value]",
            "when: The date or period it is about, or a list of them.",
        ),
        (
            "published: 2024-03",
            "published: 2019–23",
            "8:12 '2019–23' is a period; one date is needed here, such as 2024-03 [bad-value]",
            "published: Its date, as far as it is known.",
        ),
        (
            "published: 2024-03",
            "published: March 2024",
            "8:12 date 'March 2024' is not written as 2024, 2024-03 or 2024-03-11 [bad-value]",
            "published: Its date, as far as it is known.",
        ),
        (
            "2014–18, 2019–23]",
            "2014–18, 2023–19]",
            "20:21 period '2023–19' ends before it begins [bad-value]",
            "when: The date or period it is about, or a list of them.",
        ),
        (
            "url: https://www",
            "url: www",
            "6:6 'www.sipri.org/a?b=c#d' is not a web address that begins with https:// or http://"
            " [bad-value]",
            "url: Its address.",
        ),
        (
            "url: https://www.sipri.org/a?b=c#d",
            "url: javascript:alert(1)",
            "6:6 'javascript:alert(1)' is not a web address that begins with https:// or http://"
            " [bad-value]",
            "url: Its address.",
        ),
        (
            "url: https://www.sipri.org/a?b=c#d",
            'url: "http://[::1"',
            "6:7 'http://[::1' is not a web address that begins with https:// or http://"
            " [bad-value]",
            "url: Its address.",
        ),
        (
            "no_archive: no archived copy was looked up or seen",
            "archived: https://archive.example/x",
            "7:11 'https://archive.example/x' is not an archived copy, such as"
            " https://web.archive.org/web/20240311000000/https://example.org/ [bad-value]",
            "archived: The address of an archived copy.",
        ),
        (
            "language: en",
            "language: English",
            "10:11 'English' is not a language code, such as en, uk or zh [bad-value]",
            "language: Its language: en, uk, zh.",
        ),
        (
            "  headline: ",
            "  Headline!: ",
            "14:3 key 'Headline!' is not an id of small letters, digits and hyphens, such as"
            " tass-2023 [bad-value]",
            "rename it",
        ),
        (
            "    sha256: e3b0",
            "    sha256: E3b0",
            "29:13 'E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b785…' is not a SHA-256"
            " in 64 hexadecimal digits, such as e3b0c442… [bad-value]",
            "sha256: The SHA-256 of the CSV file. Write 64 zeros first: the check says what it is.",
        ),
        (
            "un:members.RUS.region",
            "un-members",
            "22:36 'un-members' is not a fact written as evidence:fact, such as un:members"
            " [bad-value]",
            "confirmed_by: Facts of another origin that agree.",
        ),
        (
            "no: {text: no, where: p. 2}",
            "no: [no]",
            "15:3 'no' must be keys with values, not a list [wrong-type]",
            "its keys are text, translation, where, speaks_for: "
            "write each key on a line of its own below, indented",
        ),
    ],
)
def test_a_mistake_is_named_where_it_stands(old: str, new: str, message: str, advice: str) -> None:
    assert old in EVIDENCE
    record, problems = read_evidence(EVIDENCE.replace(old, new, 1), "sipri.yml")
    assert record is None
    found = dict(zip(said(problems), [problem.help for problem in problems], strict=True))
    assert message in found
    assert found[message] == advice


def test_a_misspelt_key_is_one_mistake() -> None:
    assert evidence(EVIDENCE.replace("title:", "titel:", 1))[1] == [
        "1:1 unknown key 'titel'; did you mean 'title'? [unknown-key]"
    ]
    assert evidence(EVIDENCE.replace("tier:", "teir:"))[1] == [
        "4:1 unknown key 'teir'; did you mean 'tier'? [unknown-key]"
    ]


def test_everything_wrong_is_reported_at_once_in_the_order_of_the_file() -> None:
    text = EVIDENCE.replace("kind: report", "kind: book").replace("en\n", "English\n")
    text = text.replace("    value: -53%\n", "    worth: -53%\n").replace("origin: sipri\n", "")
    assert evidence(text)[1] == [
        "1:1 there is no key 'origin' [missing-key]",
        "3:7 'kind' cannot be 'book' [bad-value]",
        "9:11 'English' is not a language code, such as en, uk or zh [bad-value]",
        "18:5 unknown key 'worth' [unknown-key]",
    ]
