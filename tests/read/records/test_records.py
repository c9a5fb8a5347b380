"""Records from files: each mistake at its key or its value, with exact words."""

import pytest

from build_scripts.model.dates import Period
from build_scripts.model.records import Evidence
from build_scripts.problems import Problem
from build_scripts.read.loaders import (
    read_chart,
    read_evidence,
    read_settings,
    read_speaker,
    read_topic,
    read_verdicts,
    read_vocabulary,
)

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
    return [f"{p.place.line}:{p.place.column} {p.message} [{p.rule}]" for p in problems]


def evidence(text: str) -> tuple[Evidence | None, list[str]]:
    record, problems = read_evidence(text, "content/evidence/sipri.yml")
    return record, said(problems)


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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "1:1 the file must be keys with values, not a list [wrong-type]"),
        ("words\n", "1:1 the file must be keys with values, not text [wrong-type]"),
        ("title: a\n", "1:1 there is no key 'text' [missing-key]"),
        (TOPIC + "id: a\n", "3:1 unknown key 'id' [unknown-key]"),
    ],
)
def test_topics(text: str, message: str) -> None:
    assert said(read_topic(TOPIC, "f.yml")[1]) == []
    record, problems = read_topic(text, "f.yml")
    assert record is None
    assert said(problems) == [message]


def test_speakers() -> None:
    record, problems = read_speaker(SPEAKER, "f.yml")
    assert (record and record.kind, problems) == ("person", [])
    assert said(read_speaker(SPEAKER + "kind: firm\n", "f.yml")[1]) == [
        "4:7 'kind' cannot be 'firm' [bad-value]"
    ]


def test_verdicts_are_a_list_in_order() -> None:
    scale = "- {id: 'true', label: 'True', meaning: m, rating: 5, needs: [holds]}\n"
    more = "- {id: misleading, label: M, meaning: m, needs: [fails, holds or asserted]}\n"
    verdicts, problems = read_verdicts(scale + more, "f.yml")
    assert problems == []
    assert verdicts is not None
    assert [(v.id, v.rating) for v in verdicts] == [("true", "5"), ("misleading", None)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b\n", "1:1 the file must be a list of verdicts, not keys with values [wrong-type]"),
        ("[]\n", "1:1 the rating scale has no verdict [empty-file]"),
        (
            "- {id: a, label: a, meaning: a, needs: [holds]}\n"
            "- {id: a, label: a, meaning: a, needs: [holds]}\n",
            "2:8 verdict 'a' is given twice [duplicate-key]",
        ),
        ("- {id: a, label: a, meaning: a}\n", "1:1 there is no key 'needs' [missing-key]"),
        (
            "- id: a\n  label: a\n  meaning: a\n  needs: [holds or fials]\n",
            "4:11 'fials' is no outcome of a reading; did you mean 'fails'? [bad-value]",
        ),
        (
            "- {id: a, label: a, meaning: a, needs: [holds], rating: 6}\n",
            "1:57 'rating' cannot be '6' [bad-value]",
        ),
    ],
)
def test_bad_verdicts(text: str, message: str) -> None:
    assert said(read_verdicts(text, "f.yml")[1]) == [message]


def test_a_word_means_one_unit() -> None:
    text = "units:\n  states: [state, states, countries]\n  people: [person]\n"
    record, problems = read_vocabulary(text, "f.yml")
    assert problems == []
    assert record is not None
    problems = read_vocabulary(text.replace("[person]", "[person, state]"), "f.yml")[1]
    assert said(problems) == ["3:20 'state' already means 'states', on line 2 [conflicting-keys]"]


def test_settings_need_a_contact_or_a_reason() -> None:
    settings = (
        "name: C\ntagline: t\nlanguage: en\ndesk: {id: desk, name: The desk}\nownership: o\n"
        "funding: {statement: none, as_of: 2026-11-23}\nlicence_content: CC BY 4.0\n"
        "licence_code: MIT\n"
    )
    assert said(read_settings(settings, "f.yml")[1]) == [
        "1:1 there is neither 'contact' nor 'no_contact' [missing-key]"
    ]
    assert read_settings(settings + "no_contact: why\n", "f.yml")[1] == []
    assert said(read_settings(settings + "contact: a\nno_contact: why\n", "f.yml")[1]) == [
        "10:1 'no_contact' cannot stand beside 'contact' [conflicting-keys]"
    ]
    twice = said(read_settings(settings + "no_contact: why\npeople: {desk: A}\n", "f.yml")[1])
    assert twice == ["10:10 'desk' already names the desk [conflicting-keys]"]
    people = settings + "no_contact: why\npeople: {mara-lind: Mara Lind}\n"
    record, problems = read_settings(people, "f.yml")
    assert problems == []
    assert record is not None
    assert record.signing == {"desk": "The desk", "mara-lind": "Mara Lind"}


def test_many_mistakes_end_soon() -> None:
    text = "".join(f"publisher{n}: a\n" for n in range(9_000))
    for read in (read_evidence, read_chart, read_topic):
        record, problems = read(text, "f.yml")
        assert record is None
        assert len(problems) <= 100


@pytest.mark.parametrize("words", ["“Alliances”", "„Alliances“", "‘Soldiers’ pay’", "”Alliances”"])
def test_curly_marks_around_a_name_are_no_quotation_marks_of_yaml(words: str) -> None:
    _, problems = read_topic(TOPIC.replace("Alliances", words), "content/topics/a.yml")
    inside = repr(words[1:-1])
    message = f"the curly quotation marks around {inside} would be part of the text"
    assert said(problems) == [f"1:8 {message} [bad-value]"]
    assert [problem.help for problem in problems] == [
        "take them out; where they belong to the words, put single straight ones around all of it"
    ]


@pytest.mark.parametrize(
    "title", ["'“Alliances”'", '"“Alliances”"', "“Alliances” and “friends”", "“Friends” of all"]
)
def test_curly_marks_that_belong_to_a_name_may_stand(title: str) -> None:
    _, problems = read_topic(TOPIC.replace("Alliances", title), "content/topics/a.yml")
    assert problems == []


def test_the_words_of_a_quote_may_stand_in_their_curly_marks() -> None:
    spoken = EVIDENCE.replace("  no: {text: no,", "  name: “We go on”\n  no: {text: “No”,")
    assert evidence(spoken)[1] == []
    titled = EVIDENCE.replace("title: Trends in", "title: “Trends in").replace(
        "2023\n", "2023”\n", 1
    )
    assert [line.split(" around")[0] for line in evidence(titled)[1]] == [
        "1:8 the curly quotation marks"
    ]


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        ("facts", "it looks like one of 'facts': indent it and what is below it by two spaces"),
        ("quotes", "it looks like one of 'quotes': indent it and what is below it by two spaces"),
    ],
)
def test_an_entry_that_stands_too_far_left(path: str, advice: str) -> None:
    body = {"facts": "says: s\n  value: 5%\n", "quotes": "text: t\n  where: p. 2\n"}[path]
    evidence = EVIDENCE + f"other:\n  {body}"
    _, problems = read_evidence(evidence, "sipri.yml")
    assert [(problem.message, problem.help) for problem in problems] == [
        ("unknown key 'other'", advice)
    ]
    assert read_evidence(EVIDENCE, "sipri.yml")[1] == []


def test_an_unknown_key_that_is_no_entry_names_the_keys_there_are() -> None:
    _, problems = read_evidence(EVIDENCE + "other: {colour: red}\n", "sipri.yml")
    assert [problem.help[:39] for problem in problems] == [
        "the keys here are title, title_is, publ"
    ]


ENTRY = (
    "facts:\n  size:\n    says: There are 5 ships.\n    value: 5 ships\n    quote: Five ships.\n"
)


def test_keys_of_an_entry_that_stand_beside_its_name_are_one_mistake() -> None:
    head = EVIDENCE.partition("quotes:")[0]
    assert read_evidence(head + ENTRY, "sipri.yml")[1] == []
    _, problems = read_evidence(head + ENTRY.replace("    ", "  "), "sipri.yml")
    line = head.count("\n") + 3
    assert [(str(one.place), one.message, one.help) for one in problems] == [
        (
            f"sipri.yml:{line}:3",
            "a key of an entry stands beside the entries of 'facts'",
            "it belongs to an entry of 'facts': indent it, and the keys after it, "
            "by two spaces more than the entry's name",
        )
    ]
