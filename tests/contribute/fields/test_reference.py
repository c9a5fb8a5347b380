"""docs/fields.md says what the records say."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from build_scripts.contribute.fields.reference import PATH, reference
from build_scripts.contribute.fields.shapes import fields_of, records_in
from build_scripts.model.charts import CHART_KINDS, Chart
from build_scripts.model.frame import Settings, Vocabulary
from build_scripts.model.records import (
    DOCUMENTS_NEED,
    DOCUMENTS_NEED_ONE,
    Evidence,
    Front,
    Speaker,
    Topic,
)
from build_scripts.read.loaders import read_chart, read_evidence

ROOT = Path(__file__).parents[3]
DOCUMENT = {
    "title": "A", "kind": "report", "publisher": "A", "tier": "primary", "origin": "a",
    "url": "https://a.example/", "no_archive": "A", "published": "2024",
    "seen": "{how: file, when: 2024-01-01}", "language": "en", "interest": "none",
}  # fmt: skip
CHART = {"title": "A", "subtitle": "B", "alt": "C"}
DRAWN = {
    "rows": "[{fact: a:b, label: A}]",
    "series": "[{label: A, table: a:b, x: c, y: d}]",
    "table": "a:b",
    "label": "c",
    "groups": "[{label: A}]",
    "threshold": "{fact: a:b, label: A}",
    "claim": "a",
}


def yaml(values: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in values.items())


def test_the_page_is_current() -> None:
    assert (ROOT / PATH).read_text("utf-8") == reference(), "run `python -m build_scripts fields`"


@pytest.mark.parametrize("record", [Front, Evidence, Speaker, Topic, Chart, Settings, Vocabulary])
def test_every_field_is_on_the_page_with_its_meaning(record: type[BaseModel]) -> None:
    text = reference()
    for part in records_in(record):
        for field in fields_of(part):
            assert field.description, f"{part.__name__}.{field.name}"
            assert f"| `{field.name}` |" in text
            assert field.description in text


def test_a_document_needs_what_the_page_says() -> None:
    assert read_evidence(yaml(DOCUMENT), "content/evidence/a.yml")[1] == []
    pairs = [name for names in DOCUMENTS_NEED_ONE for name in names if name in DOCUMENT]
    for name in (*DOCUMENTS_NEED, *pairs):
        without = {key: value for key, value in DOCUMENT.items() if key != name}
        problems = read_evidence(yaml(without), "content/evidence/a.yml")[1]
        assert [problem.rule for problem in problems] == ["missing-key"], name


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_a_chart_needs_what_the_page_says(kind: str) -> None:
    whole = {"kind": kind} | CHART | {name: DRAWN[name] for name in CHART_KINDS[kind].needs}
    assert read_chart(yaml(whole), "charts/a.yml")[1] == []
    for name in CHART_KINDS[kind].needs:
        without = {key: value for key, value in whole.items() if key != name}
        problems = read_chart(yaml(without), "charts/a.yml")[1]
        assert "missing-key" in [problem.rule for problem in problems], name
