"""Fields that need or exclude each other: each rule caught and allowed."""

import pytest

from build_scripts.read.loaders import read_article, read_chart, read_evidence

DOCUMENT = """\
title: T
publisher: P
kind: report
tier: primary
origin: o
url: https://x.org/
no_archive: not looked up
published: 2024
seen: {how: file, when: 2026-11-22}
language: en
interest: none known
"""
CALCULATION = "title: T\nkind: calculation\nhow: By counting.\n"
SHA = "sha256: " + "0" * 64


def found(text: str) -> list[str]:
    """The problems of evidence, and that it is a record nevertheless."""
    record, problems = read_evidence(text, "f.yml")
    assert record is not None
    return [f"{p.place.line}:{p.place.column} {p.message} [{p.rule}]" for p in problems]


def fact(text: str, evidence: str = DOCUMENT) -> list[str]:
    """The problems of one fact, with lines counted from its own."""
    lines = evidence.count("\n") + 1
    return [
        f"{int(line) - lines}:{rest}"
        for line, _, rest in (
            p.partition(":") for p in found(f"{evidence}facts:\n  f: {{{text}}}\n")
        )
    ]


@pytest.mark.parametrize("key", ["publisher", "tier", "origin", "seen", "language", "interest"])
def test_a_document_needs_its_keys(key: str) -> None:
    assert found(DOCUMENT) == []
    lines = [line for line in DOCUMENT.splitlines() if not line.startswith(f"{key}:")]
    assert found("\n".join(lines)) == [f"1:1 there is no key '{key}' [missing-key]"]


@pytest.mark.parametrize(
    ("key", "other", "value"),
    [
        ("url", "no_url", "it was never published"),
        ("no_archive", "archived", "https://web.archive.org/web/20240311000000/https://x.org/"),
        ("published", "undated", "no date was found"),
    ],
)
def test_a_document_has_one_of_two_keys(key: str, other: str, value: str) -> None:
    lines = DOCUMENT.splitlines()
    kept = [line for line in lines if not line.startswith(f"{key}:")]
    pair = sorted([key, other], key=lambda name: name in ("no_url", "no_archive", "undated"))
    assert found("\n".join(kept)) == [
        f"1:1 there is neither '{pair[0]}' nor '{pair[1]}' [missing-key]"
    ]
    assert found("\n".join([*kept, f"{other}: {value}"])) == []
    assert [p.split(" ", 1)[1] for p in found("\n".join([*lines, f"{other}: {value}"]))] == [
        f"'{pair[1]}' cannot stand beside '{pair[0]}' [conflicting-keys]"
    ]


def test_a_secondary_source_says_why() -> None:
    secondary = DOCUMENT.replace("tier: primary", "tier: secondary")
    assert found(secondary) == ["1:1 there is no key 'why_secondary' [missing-key]"]
    assert found(secondary + "why_secondary: The report was not seen.\n") == []


def test_words_in_another_language_need_a_translation() -> None:
    quotes = 'quotes:\n  a: "x"\n  b: {text: "y", translation: "z"}\n'
    assert found(DOCUMENT + quotes) == []
    assert found(DOCUMENT.replace("language: en", "language: en-GB") + quotes) == []
    assert found(DOCUMENT.replace("language: en", "language: uk") + quotes) == [
        "13:3 'a' has no key 'translation' [missing-key]"
    ]


def test_a_calculation_has_no_document() -> None:
    assert (
        found(CALCULATION + "caveat: c\nlicence: l\nfacts:\n  f: {says: s, formula: a:b}\n") == []
    )
    assert found(CALCULATION + "publisher: P\nurl: https://x.org/\nspeaks_for: [a]\n") == [
        "4:1 'publisher' does not belong to a calculation [conflicting-keys]",
        "5:1 'url' does not belong to a calculation [conflicting-keys]",
        "6:1 'speaks_for' does not belong to a calculation [conflicting-keys]",
    ]


def test_a_misspelt_calculation_is_not_taken_for_a_document() -> None:
    _, problems = read_evidence(CALCULATION.replace("calculation", "calclation"), "f.yml")
    assert [p.message for p in problems] == [
        "'kind' cannot be 'calclation'; did you mean 'calculation'?"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "says: s",
        "says: s, value: 5 states, quote: the words five states",
        "says: s, value: 5 states, within: 5%",
        "says: s, formula: a:b + 1",
        "asks: s, formula: a:b > 1",
        "says: s, table: f.csv, key: a, columns: {a: text, b: text}, sources: b, " + SHA,
    ],
)
def test_facts_that_fit(text: str) -> None:
    assert fact(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("value: 5", "1:3 'f' has neither 'says' nor 'asks' [missing-key]"),
        (
            "says: s, asks: q, formula: a:b > 1",
            "1:16 'asks' cannot stand beside 'says' [conflicting-keys]",
        ),
        ("asks: q, value: 5", "1:3 'f' has no key 'formula' [missing-key]"),
        (
            "says: s, formula: a:b, value: 5",
            "1:30 'value' cannot stand beside 'formula' [conflicting-keys]",
        ),
        (
            "says: s, formula: a:b, quote: some words",
            "1:30 'quote' cannot stand beside 'formula' [conflicting-keys]",
        ),
        (
            "says: s, value: 5, table: f.csv, key: a, columns: {a: text}, " + SHA,
            "1:26 'table' cannot stand beside 'value' [conflicting-keys]",
        ),
        ("says: s, within: 5%", "1:3 'f' has no key 'value' [missing-key]"),
        ("says: s, table: f.csv, columns: {a: text}, " + SHA, "1:3 'f' has no key 'key'"),
        ("says: s, table: f.csv, key: a, " + SHA, "1:3 'f' has no key 'columns' [missing-key]"),
        ("says: s, table: f.csv, key: a, columns: {a: text}", "1:3 'f' has no key 'sha256'"),
        (
            "says: s, key: a",
            "1:16 'key' does not belong to a fact without a table [conflicting-keys]",
        ),
        (
            "says: s, table: f.csv, key: aa, columns: {aaa: text}, " + SHA,
            "1:35 key 'aa' is no column; did you mean 'aaa'? [bad-value]",
        ),
        (
            "says: s, table: f.csv, key: a, sources: x, columns: {a: text}, " + SHA,
            "1:47 sources 'x' is no column [bad-value]",
        ),
        (
            "says: s, table: f.csv, key: a, columns: {a: yaer}, " + SHA,
            "1:51 unit 'yaer' does not fit the key 'a' [bad-value]",
        ),
    ],
)
def test_facts_that_do_not_fit(text: str, message: str) -> None:
    (problem,) = fact(text)
    assert problem.startswith(message)


def test_a_fact_of_a_calculation_is_computed_or_a_table() -> None:
    table = "says: s, table: f.csv, key: a, columns: {a: text}, " + SHA
    assert fact("asks: s, formula: a:b > 1", CALCULATION) == []
    assert fact(table, CALCULATION) == []
    assert fact("says: s", CALCULATION) == ["1:3 'f' has no key 'formula' [missing-key]"]
    assert fact("says: s, value: 5", CALCULATION) == [
        "1:16 'value' does not belong to a calculation [conflicting-keys]"
    ]


@pytest.mark.parametrize("name", ["f.csv", "f-members.csv", "f2-a-b.csv"])
def test_a_table_bears_the_name_of_its_evidence(name: str) -> None:
    assert fact(f"says: s, table: {name}, key: a, columns: {{a: text}}, " + SHA) == []


@pytest.mark.parametrize("name", ["g.csv", "../f.csv", "f/../../x.csv", "f.txt", "f", "F.csv"])
def test_no_other_file_is_a_table(name: str) -> None:
    assert fact(f"says: s, table: {name}, key: a, columns: {{a: text}}, " + SHA) == [
        f"1:23 '{name}' is not the name of a table of 'f' [bad-value]"
    ]


def test_a_quote_is_a_name_or_words() -> None:
    quotes = DOCUMENT + "quotes:\n  headline: fell by 53 per cent\n"
    assert fact("says: s, quote: headline", quotes) == []
    assert fact("says: s, quote: by 53 per cent", quotes) == []
    assert fact("says: s, quote: headlin", quotes) == [
        "1:23 there is no quote 'headlin'; did you mean 'headline'? [bad-value]"
    ]
    foreign = DOCUMENT.replace("language: en", "language: ru")
    assert fact("says: s, quote: два слова", foreign) == [
        "1:23 this quote of 'f' has no translation [missing-key]"
    ]


SHOWN = "title: T\nsubtitle: S\nalt: A\n"
ROWS = "rows: [{fact: a:b, label: L, group: G}]\n"
TABLE = "table: a:b\nlabel: name\nvalues: [states]\n"
LINE = "threshold: {fact: a:b, label: L}\n"


def chart(text: str) -> list[str]:
    _, problems = read_chart(SHOWN + text, "f.yml")
    return [f"{p.place.line}:{p.place.column} {p.message} [{p.rule}]" for p in problems]


@pytest.mark.parametrize(
    "text",
    [
        "kind: bar\nlayout: grouped\nsort: descending\nhighlight: [L]\n" + ROWS + LINE,
        "kind: bar\nwhere: a = b\n" + TABLE,
        "kind: share\nnote: n\n" + ROWS,
        "kind: share\n" + TABLE,
        "kind: line\nseries: [{label: L, table: a:b, x: year, y: states}]\n" + LINE,
        "kind: waffle\ntable: a:b\nlabel: name\ngroups: [{label: L, where: a = b}, {label: M}]\n",
        "kind: range\n" + ROWS + LINE,
        "kind: readings\nclaim: slug\n",
    ],
)
def test_charts_that_fit(text: str) -> None:
    assert chart(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind: bar\n", "1:1 there is neither 'rows' nor 'table' [missing-key]"),
        ("kind: bar\nrows: []\n", "1:1 there is neither 'rows' nor 'table' [missing-key]"),
        (
            "kind: bar\n" + ROWS + TABLE,
            "6:1 'table' cannot stand beside 'rows' [conflicting-keys]",
        ),
        ("kind: share\ntable: a:b\nlabel: n\n", "1:1 there is no key 'values' [missing-key]"),
        (
            "kind: bar\nwhere: a = b\n" + ROWS,
            "5:1 'where' does not belong to a chart of rows [conflicting-keys]",
        ),
        (
            "kind: share\nlayout: stacked\n" + ROWS,
            "5:1 'layout' does not belong to a share chart [conflicting-keys]",
        ),
        ("kind: line\n", "1:1 there is no key 'series' [missing-key]"),
        ("kind: waffle\ntable: a:b\nlabel: n\n", "1:1 there is no key 'groups' [missing-key]"),
        (
            "kind: waffle\ntable: a:b\nlabel: n\ngroups: [{label: L}, {label: M}]\n",
            "7:10 there is no key 'where' [missing-key]",
        ),
        ("kind: range\n" + ROWS, "1:1 there is no key 'threshold' [missing-key]"),
        ("kind: readings\n", "1:1 there is no key 'claim' [missing-key]"),
        (
            "kind: readings\nclaim: c\n" + ROWS,
            "6:1 'rows' does not belong to a chart of readings [conflicting-keys]",
        ),
        ("kind: pie\n" + ROWS, "4:7 'kind' cannot be 'pie' [bad-value]"),
        (
            "kind: bar\nrow: []\n",
            "5:1 unknown key 'row'; did you mean 'rows'? [unknown-key]",
        ),
    ],
)
def test_charts_that_do_not_fit(text: str, message: str) -> None:
    assert chart(text) == [message]


ARTICLE = """\
---
title: T
claim:
  text: x
  paraphrase: p
  speaker: s
  date: 2024
  venue: v
  said_in: e
verdict: false
summary: s
readings: []
gets_right: g
why_checked: w
reply: {asked: false, why: a public statement}
topics: [t]
authors: [desk]
published: 2026-11-23
---
Words.
"""


def article(old: str = "", new: str = "") -> list[str]:
    assert old in ARTICLE
    _, problems = read_article(ARTICLE.replace(old, new, 1), "f.md")
    return [f"{p.place.line}:{p.place.column} {p.message} [{p.rule}]" for p in problems]


def test_a_reply_says_why_or_how() -> None:
    assert article() == []
    assert article(", why: a public statement") == ["15:1 'reply' has no key 'why' [missing-key]"]
    asked = "asked: true, channel: by letter, outcome: no answer"
    assert article("asked: false, why: a public statement", asked) == []
    assert article("asked: false, why: a public statement", "asked: true") == [
        "15:1 'reply' has no key 'channel' [missing-key]",
        "15:1 'reply' has no key 'outcome' [missing-key]",
    ]
    assert article("asked: false", "asked: no") == [
        "15:16 'no' is neither true nor false [bad-value]"
    ]


def test_a_claim_in_another_language_is_translated() -> None:
    assert article("said_in: e", "said_in: e\n  language: en") == []
    assert article("said_in: e", "said_in: e\n  language: ru\n  translation: t") == []
    assert article("said_in: e", "said_in: e\n  language: ru") == [
        "3:1 'claim' has no key 'translation' [missing-key]"
    ]
