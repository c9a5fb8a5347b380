"""Editors are told by the schemas what our own reader would say."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from build_scripts.contribute.fields.schemas import schema, schema_files
from build_scripts.model.charts import Chart
from build_scripts.model.records import Evidence, Front, Record, Speaker, Topic
from build_scripts.read.article import split_front_matter
from build_scripts.read.records.records import read_record
from build_scripts.read.yaml.nodes import Mapping, Node, Scalar
from build_scripts.read.yaml.reader import read_yaml

ROOT = Path(__file__).parents[3]
RECORDS: dict[str, type[Record]] = {
    "content/claims/*.md": Front,
    "content/evidence/*.yml": Evidence,
    "content/speakers/*.yml": Speaker,
    "content/topics/*.yml": Topic,
    "charts/*.yml": Chart,
}
_INTEGER = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")


def as_others_read(node: Node) -> Any:
    """A node in the YAML 1.2 core schema, as editors read it: plain true is a boolean."""
    if isinstance(node, Mapping):
        return {str(key): as_others_read(value) for key, value in node.entries.items()}
    if not isinstance(node, Scalar):
        return [as_others_read(item) for item in node.items]
    text = str(node.text)
    if node.style or text not in ("", "null", "~", "true", "false"):
        if not node.style and _INTEGER.match(text):
            return int(text)
        return float(text) if not node.style and _FLOAT.match(text) else text
    return {"true": True, "false": False}.get(text)


def faults(record: type[Record], text: str) -> list[str]:
    node, problems = read_yaml(text, "x.yml")
    assert node is not None, problems
    validator = jsonschema.Draft7Validator(schema(record))
    return [error.message for error in validator.iter_errors(as_others_read(node))]


def content() -> Iterator[tuple[str, type[Record]]]:
    for pattern, record in RECORDS.items():
        for path in sorted(ROOT.glob(pattern)):
            yield path.relative_to(ROOT).as_posix(), record


def test_the_files_are_current() -> None:
    committed = {f"schemas/{p.name}": p.read_text("utf-8") for p in (ROOT / "schemas").iterdir()}
    assert committed == schema_files(), "run `python -m build_scripts schemas`"


@pytest.mark.parametrize("record", RECORDS.values())
def test_a_schema_is_one(record: type[Record]) -> None:
    jsonschema.Draft7Validator.check_schema(schema(record))


def test_all_content_is_admitted() -> None:
    found = {}
    for path, record in content():
        text = (ROOT / path).read_text("utf-8")
        if record is Front:
            parts, _ = split_front_matter(text, path)
            assert parts is not None
            text = parts.front or ""
        if problems := faults(record, text):
            found[path] = problems
    assert found == {}


CALCULATION = "title: Sums\nkind: calculation\n"
SPEAKER = "name: A\nrole: B\n"
FRONT = """\
title: A
claim: {text: A, paraphrase: A, speaker: a, date: 2024, venue: A, said_in: a}
verdict: false
summary: A
readings: [{means: A, holds_if: a:b}]
gets_right: A
why_checked: A
reply: {asked: no, why: A}
topics: [a]
authors: [a]
published: 2024-01-01
"""


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (Front, FRONT.replace("asked: no", "asked: false")),
        (Front, FRONT.replace("asked: no", 'asked: "false"').replace("false\ns", '"false"\ns')),
        (Evidence, CALCULATION),
        (Evidence, CALCULATION.replace("Sums", "1984")),
        (
            Evidence,
            CALCULATION + "facts:\n  a:\n    says: A\n    when: 2024\n    formula: b:c - 1\n",
        ),
        (
            Evidence,
            CALCULATION + "facts:\n  a: {says: A, when: [2019–23, 2024-05], formula: b:c}\n",
        ),
        (
            Evidence,
            CALCULATION + "facts:\n  a: {says: A, when: 2015-09 to 2024-12, formula: b:c}\n",
        ),
        (Speaker, SPEAKER),
        (Speaker, SPEAKER + "same_as: [https://example.org/]\n"),
        (Topic, "title: 5\ntext: true\n"),
    ],
)
def test_what_the_reader_admits_is_admitted(record: type[Record], text: str) -> None:
    node, problems = read_yaml(text, "x.yml")
    assert node is not None
    assert [*problems, *read_record(record, node, "x.yml")[1]] == []
    assert faults(record, text) == []


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (Front, FRONT),  # `no` is a word, and neither true nor false
        (Front, FRONT.replace("a:b", "a")),
        (Evidence, "title: A report\nkind: report\n"),
        (Evidence, CALCULATION + "publisher: TASS\n"),
        (Evidence, CALCULATION + "speaks_for: [tass]\n"),
        (Evidence, CALCULATION + "why_secondary: it is\n"),
        (Evidence, CALCULATION.replace("calculation", "calculus")),
        (Evidence, CALCULATION + "facts: [a]\n"),
        (Evidence, CALCULATION + "facts: {a: {says: A, when: May 2024, formula: b:c}}\n"),
        (Evidence, CALCULATION + "facts: {a: {says: A, sha256: abc}}\n"),
        (Speaker, SPEAKER + "roll: C\n"),
        (Speaker, "name: A\n"),
        (Speaker, SPEAKER + "same_as: [example.org]\n"),
        (Topic, "title: A\ntext: [B]\n"),
        (Chart, "kind: bar\ntitle: A\nsubtitle: B\nalt: C\n"),
        (Chart, "kind: range\ntitle: A\nsubtitle: B\nalt: C\nrows: [{fact: a:b, label: D}]\n"),
        (Chart, "kind: pie\ntitle: A\nsubtitle: B\nalt: C\n"),
    ],
)
def test_what_the_reader_refuses_is_refused(record: type[Record], text: str) -> None:
    node, problems = read_yaml(text, "x.yml")
    assert node is not None
    assert [*problems, *read_record(record, node, "x.yml")[1]] != []
    assert faults(record, text) != []


def test_every_field_has_its_meaning() -> None:
    for text in schema_files().values():
        found = json.loads(text)
        for part in (found, *found["definitions"].values()):
            assert part["description"]
            assert [name for name, it in part["properties"].items() if not it["description"]] == []


def test_the_editor_settings_lead_to_schemas_and_files() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    led = settings["yaml.schemas"]
    assert {*led, "schemas/article.json"} == set(schema_files())  # articles are no YAML files
    for name, pattern in led.items():
        assert (ROOT / name).is_file()
        assert list(ROOT.glob(pattern))
