"""docs/fields.md says what the records say."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from build_scripts.contribute.needs import EITHER, OF_CHARTS, OF_DOCUMENTS
from build_scripts.contribute.reference import PATH, reference
from build_scripts.contribute.shapes import fields_of, records_in
from build_scripts.model.charts import Chart
from build_scripts.model.frame import Settings, Vocabulary
from build_scripts.model.records import Evidence, Front, Speaker, Topic
from build_scripts.read.loaders import read_chart, read_evidence

ROOT = Path(__file__).parents[2]
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
    pairs = [name for names in EITHER for name in names if name in DOCUMENT]
    for name in (*OF_DOCUMENTS, *pairs):
        without = {key: value for key, value in DOCUMENT.items() if key != name}
        problems = read_evidence(yaml(without), "content/evidence/a.yml")[1]
        assert [problem.rule for problem in problems] == ["missing-key"], name


@pytest.mark.parametrize("kind", OF_CHARTS)
def test_a_chart_needs_what_the_page_says(kind: str) -> None:
    whole = {"kind": kind} | CHART | {name: DRAWN[name] for name in OF_CHARTS[kind]}
    assert read_chart(yaml(whole), "charts/a.yml")[1] == []
    for name in OF_CHARTS[kind]:
        without = {key: value for key, value in whole.items() if key != name}
        problems = read_chart(yaml(without), "charts/a.yml")[1]
        assert "missing-key" in [problem.rule for problem in problems], name
