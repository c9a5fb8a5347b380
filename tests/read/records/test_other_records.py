"""Records other than evidence, and slips that any file may have."""

import pytest

from build_scripts.read.loaders import (
    read_chart,
    read_evidence,
    read_settings,
    read_speaker,
    read_topic,
    read_verdicts,
    read_vocabulary,
)
from tests.read.records.samples import EVIDENCE, SPEAKER, TOPIC, evidence, said


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "1:1 the file must be keys with values, not a list [wrong-type]"),
        ("words\n", "1:1 the file must be keys with values, not text [wrong-type]"),
        ("title: a\n", "1:1 there is no key 'text' [missing-key]"),
        (TOPIC + "id: a\n", "3:1 unknown key 'id' [unknown-key]"),
    ],
)
def test_a_bad_topic_is_no_record_and_a_good_one_is(text: str, message: str) -> None:
    assert said(read_topic(TOPIC, "f.yml")[1]) == []
    record, problems = read_topic(text, "f.yml")
    assert record is None
    assert said(problems) == [message]


def test_a_speaker_is_a_person_unless_it_says_otherwise() -> None:
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
def test_a_bad_rating_scale_is_told_where_it_is_bad(text: str, message: str) -> None:
    assert said(read_verdicts(text, "f.yml")[1]) == [message]


def test_a_word_means_one_unit() -> None:
    text = "units:\n  states: [state, states, countries]\n  people: [person]\n"
    record, problems = read_vocabulary(text, "f.yml")
    assert problems == []
    assert record is not None
    problems = read_vocabulary(text.replace("[person]", "[person, state]"), "f.yml")[1]
    assert said(problems) == ["3:20 'state' already means 'states', on line 2 [conflicting-keys]"]


SETTINGS = (
    "name: C\ntagline: t\nlanguage: en\ndesk: {id: desk, name: The desk}\nownership: o\n"
    "funding: {statement: none, as_of: 2026-11-23}\nlicence_content: CC BY 4.0\n"
    "licence_code: MIT\n"
)


def test_settings_need_a_contact_or_a_reason() -> None:
    assert said(read_settings(SETTINGS, "f.yml")[1]) == [
        "1:1 there is neither 'contact' nor 'no_contact' [missing-key]"
    ]
    assert read_settings(SETTINGS + "no_contact: why\n", "f.yml")[1] == []
    assert said(read_settings(SETTINGS + "contact: a\nno_contact: why\n", "f.yml")[1]) == [
        "10:1 'no_contact' cannot stand beside 'contact' [conflicting-keys]"
    ]


def test_people_have_names_and_none_is_the_desk() -> None:
    twice = said(read_settings(SETTINGS + "no_contact: why\npeople: {desk: A}\n", "f.yml")[1])
    assert twice == ["10:10 'desk' already names the desk [conflicting-keys]"]
    people = SETTINGS + "no_contact: why\npeople: {mara-lind: Mara Lind}\n"
    record, problems = read_settings(people, "f.yml")
    assert problems == []
    assert record is not None
    assert record.signing == {"desk": "The desk", "mara-lind": "Mara Lind"}


@pytest.mark.parametrize(("language", "read"), [("en", True), ("en-GB", True), ("fr", False)])
def test_pages_are_in_english(language: str, read: bool) -> None:
    settings = SETTINGS.replace("language: en", f"language: {language}") + "no_contact: why\n"
    message = "3:11 'fr' is not English, which the checks read alone, such as en or en-GB"
    expected = [] if read else [f"{message} [bad-value]"]
    assert said(read_settings(settings, "f.yml")[1]) == expected


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
