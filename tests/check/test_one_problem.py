"""One bad file is one problem: nothing is said of what only follows from it."""

from pathlib import Path

import pytest

from tests.check.casework import Case, build, found


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        ("content/evidence/survey.yml", "publisher: County", "publishr: County"),
        ("content/evidence/survey.yml", "    when: 2023", "   when: 2023"),
        ("content/evidence/register.yml", "url: https://", "url: "),
    ],
)
def test_evidence_that_cannot_be_read(tmp_path: Path, path: str, right: str, wrong: str) -> None:
    root = build(Case("base"), tmp_path)
    chart = root / "charts/repair.yml"
    dated = chart.read_text("utf-8").replace("subtitle: Bridges", "subtitle: In 2023, bridges")
    chart.write_text(dated, "utf-8")
    assert found(root) == []
    text = (root / path).read_text("utf-8")
    (root / path).write_text(text.replace(right, wrong, 1), "utf-8")
    assert [problem.place.path for problem in found(root)] == [path]
