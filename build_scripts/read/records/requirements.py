"""Which fields of a record need each other, and which exclude each other.

Only what one file alone can tell. The functions look at the nodes, not at the record, so that they
speak also when another field of the same record cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import get_args

from pydantic import BaseModel

from build_scripts.model.charts import CHART_KINDS, Chart, Group
from build_scripts.model.frame import Organisation, Settings, Verdict, Vocabulary
from build_scripts.model.linked import Outcome
from build_scripts.model.records import (
    DOCUMENTS_NEED,
    DOCUMENTS_NEED_ONE,
    OF_DOCUMENTS,
    Claim,
    Evidence,
    Fact,
    Front,
    Quote,
    Reply,
    names_a_quote,
    names_a_table,
)
from build_scripts.model.tables import NOT_QUANTITIES
from build_scripts.model.text import Text, shown
from build_scripts.problems import Problem
from build_scripts.read.records.duplicates import duplicates
from build_scripts.read.records.keys import Keys
from build_scripts.read.suggest import did_you_mean, nearest
from build_scripts.read.yaml.nodes import Mapping, Node, Scalar, Sequence

_OUTCOMES = tuple(Outcome)
_KINDS = get_args(Evidence.model_fields["kind"].annotation)
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_OF_TABLES = ("key", "columns", "sources", "sha256")
_SELDOM = frozenset({"asks", "formula", "table", "within", *_OF_TABLES})
_SELDOM_COMPUTED = _SELDOM - {"formula"} | {"value", "quote"}


def requirements(model: type[BaseModel], node: Mapping) -> Iterator[Problem]:
    """Yield what the fields of a record, at the root of its file, lack, repeat or contradict."""
    yield from duplicates(node)
    judge = _JUDGES.get(model)
    if judge:
        yield from judge(Keys.of_file(model, node))


def _evidence(evidence: Keys) -> Iterator[Problem]:
    if _is_calculation(evidence):
        yield from _calculation(evidence)
    elif evidence.text("kind"):
        yield from _document(evidence)
    quotes, computed = _quotes(evidence), _is_calculation(evidence)
    for fact in evidence.inside("facts", Fact):
        yield from _fact(fact)
        yield from _computed(fact) if computed else _quoted(evidence, fact, quotes)


def _quotes(evidence: Keys) -> set[Text] | None:
    """The names of the quotes; None where they cannot be read, which is reported there."""
    written = evidence.node.get("quotes")
    if written is None:
        return None if evidence.misspelt("quotes") else set()
    return set(written.entries) if isinstance(written, Mapping) else None


def _is_calculation(evidence: Keys) -> bool:
    """Whether it is a calculation, or one whose kind is misspelt."""
    kind = evidence.text("kind")
    if kind in _KINDS:
        return kind == "calculation"
    return nearest(kind, _KINDS) == "calculation"


def _calculation(evidence: Keys) -> Iterator[Problem]:
    for name in OF_DOCUMENTS:
        yield from evidence.stray(
            name,
            "a calculation",
            "a calculation has no document behind it; take this out, or give another kind",
        )


def _document(evidence: Keys) -> Iterator[Problem]:
    for name in DOCUMENTS_NEED:
        yield from evidence.need(name)
    for names in DOCUMENTS_NEED_ONE:
        yield from evidence.need_one(*names)
    if evidence.text("tier") == "secondary":
        yield from evidence.need("why_secondary", "a secondary source says why")
    language = evidence.text("language")
    if _foreign(language):
        for quote in evidence.inside("quotes", Quote, words=True):
            yield from quote.need("translation", f"its words are in {language!r}")


def _fact(fact: Keys) -> Iterator[Problem]:
    keys = fact.node.entries
    if fact.has("says") and (_SELDOM.isdisjoint(keys) or _SELDOM_COMPUTED.isdisjoint(keys)):
        return  # most facts: a value and its quote, or a formula
    yield from fact.need_one("says", "asks")
    yield from fact.exclude("formula", "value", "table")
    yield from fact.exclude("formula", "quote")
    if fact.has("asks"):
        yield from fact.need("formula", "only a comparison asks")
    if fact.has("within"):
        yield from fact.need("value", "a margin is that of a value")
    if fact.has("table"):
        for name in ("key", "columns", "sha256"):
            such = ", such as {year: year, name: text, states: states}" * (name == "columns")
            yield from fact.need(name, f"a table has it{such}")
        yield from _columns(fact)
        yield from _table_name(fact)
    elif not fact.misspelt("table"):
        for name in _OF_TABLES:
            yield from fact.stray(name, "a fact without a table", "take it out, or name the table")


def _columns(fact: Keys) -> Iterator[Problem]:
    columns = fact.node.get("columns")
    if not isinstance(columns, Mapping):
        return
    for name in ("key", "sources"):
        value = fact.text(name)
        if value and value not in columns.entries:
            yield Problem(
                value.place(),
                "bad-value",
                f"{name} {shown(value)} is no column{did_you_mean(value, columns.entries)}",
                f"the columns are {', '.join(columns.entries)}",
            )
    unit = columns.get(fact.text("key"))
    if isinstance(unit, Scalar) and unit.text and unit.text not in NOT_QUANTITIES:
        message = f"unit {shown(unit.text)} does not fit the key {shown(fact.text('key'))}"
        advice = "the column that names the rows is text, year or date"
        yield Problem(unit.place, "bad-value", message, advice)


def _table_name(fact: Keys) -> Iterator[Problem]:
    table, stem = fact.text("table"), PurePosixPath(fact.place.path).stem
    if not table or names_a_table(table, stem):
        return
    yield Problem(
        table.place(),
        "bad-value",
        f"{shown(table)} is not the name of a table of {shown(stem)}",
        f"name it {stem}.csv, or {stem}- with a word and .csv, and put it beside this file",
    )


def _computed(fact: Keys) -> Iterator[Problem]:
    """What a fact of a calculation needs."""
    if fact.has("formula"):
        return
    if not any(fact.has(name) or fact.misspelt(name) for name in ("table", "value")):
        yield from fact.need("formula", "every fact of a calculation is computed, or a table")
    for name in ("value", "quote", "within"):
        yield from fact.stray(
            name, "a calculation", "give it to the evidence that says it, and refer to it"
        )


def _quoted(evidence: Keys, fact: Keys, quotes: set[Text] | None) -> Iterator[Problem]:
    """What a fact needs because of the quotes and the language of its document."""
    quote = fact.text("quote")
    if not quote or quotes is None or quote in quotes:
        return
    if names_a_quote(quote):
        yield Problem(
            quote.place(),
            "bad-value",
            f"there is no quote {shown(quote)}{did_you_mean(quote, quotes)}",
            f"the quotes are {', '.join(sorted(quotes))}" if quotes else "write it under quotes",
        )
    elif _foreign(evidence.text("language")):
        yield Problem(
            quote.place(),
            "missing-key",
            f"this quote of {shown(fact.name or '')} has no translation",
            "write it under quotes, with its translation, and give its name here",
        )


def _filled(keys: Keys, name: str, why: str) -> Iterator[Problem]:
    """Yield a problem for a list that is there, and in which nothing stands."""
    value = keys.node.get(name)
    if isinstance(value, Sequence) and not value.items:
        yield Problem(value.place, "bad-value", f"{name!r} is empty", f"name one at least: {why}")


def _front(front: Keys) -> Iterator[Problem]:
    yield from _filled(front, "authors", "readers are told who wrote it")
    yield from _filled(front, "topics", "readers find it by its topic")
    claim, reply = front.at("claim", Claim), front.at("reply", Reply)
    if claim and _foreign(claim.text("language")):
        yield from claim.need("translation", f"its words are in {str(claim.text('language'))!r}")
    if reply and reply.text("asked") == "false":
        yield from reply.need("why", "the speaker was not asked")
    if reply and reply.text("asked") == "true":
        yield from reply.need("channel", "the speaker was asked")
        yield from reply.need("outcome", "the speaker was asked")


def _settings(settings: Keys) -> Iterator[Problem]:
    yield from settings.need_one("contact", "no_contact")
    desk, people = settings.at("desk", Organisation), settings.node.get("people")
    key = people.key(desk.text("id")) if desk and isinstance(people, Mapping) else None
    if key is not None:
        message = f"{shown(key)} already names the desk"
        yield Problem(key.place(), "conflicting-keys", message, "let an id name one signature")


def _vocabulary(vocabulary: Keys) -> Iterator[Problem]:
    """A word that means two units would make its figures ambiguous."""
    units = vocabulary.node.get("units")
    known: dict[str, Text] = {}
    for unit, words in units.entries.items() if isinstance(units, Mapping) else ():
        for word in {str(word): word for word in (unit, *_texts(words))}.values():
            first = known.setdefault(word, unit)
            if first is not unit:
                message = (
                    f"{shown(word)} already means {shown(first)}, on line {first.place().line}"
                )
                advice = "let a word mean one unit"
                yield Problem(word.place(), "conflicting-keys", message, advice)


def _verdict(verdict: Keys) -> Iterator[Problem]:
    yield from _filled(verdict, "needs", "a verdict that needs nothing would fit any readings")
    for name in ("needs", "excludes"):
        for text in _texts(verdict.node.get(name)):
            for word in text.split(" or "):
                if word and word not in _OUTCOMES:
                    yield Problem(
                        text.place(),
                        "bad-value",
                        f"{shown(word)} is no outcome of a reading{did_you_mean(word, _OUTCOMES)}",
                        f"the outcomes are {', '.join(_OUTCOMES)}",
                    )


_SHOWN = ("kind", "title", "subtitle", "alt", "note")


def _chart(chart: Keys) -> Iterator[Problem]:
    kind = chart.text("kind")
    if kind not in CHART_KINDS:
        return
    traits = CHART_KINDS[kind]
    fields = (*traits.needs, *traits.allows)
    article = f"a {kind} chart" if kind != "readings" else "a chart of readings"
    for name in () if traits.rows_or_table else traits.needs:
        yield from chart.need(name, f"{article} is drawn from it")
    takes = f"{article} takes {', '.join((*fields, *_SHOWN))}"
    for name in Chart.model_fields:
        if name not in (*fields, *_SHOWN):
            yield from chart.stray(name, article, takes)
    if traits.rows_or_table:
        yield from _rows_or_table(chart)
    for group in chart.items("groups", Group)[:-1]:
        yield from group.need("where", "only the last group takes all that is left")


def _rows_or_table(chart: Keys) -> Iterator[Problem]:
    yield from chart.need_one("rows", "table")
    if chart.has("table"):
        for name in ("label", "values"):
            yield from chart.need(name, "a table is drawn by its columns")
    elif chart.has("rows"):
        for name in ("label", "values", "where"):
            yield from chart.stray(name, "a chart of rows", "it belongs to a table")


def _texts(node: Node | None) -> Iterable[Text]:
    if isinstance(node, Scalar):
        return (node.text,)
    items = node.items if isinstance(node, Sequence) else ()
    return [item.text for item in items if isinstance(item, Scalar)]


def _foreign(language: str) -> bool:
    """Whether it is the code of another language than English."""
    primary = language.partition("-")[0]
    return bool(_LANGUAGE.match(primary)) and primary != "en"


_JUDGES: dict[type[BaseModel], Callable[[Keys], Iterator[Problem]]] = {
    Evidence: _evidence,
    Front: _front,
    Settings: _settings,
    Vocabulary: _vocabulary,
    Verdict: _verdict,
    Chart: _chart,
}
