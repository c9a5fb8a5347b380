"""The content of this repository is read without a problem."""

from pathlib import Path

import pytest

from build_scripts.problems import Problem
from build_scripts.read import loaders
from build_scripts.read.files import read_text
from build_scripts.read.tables import read_table

ROOT = Path(__file__).parents[2]
READERS = {
    "content/claims/*.md": loaders.read_article,
    "content/evidence/*.yml": loaders.read_evidence,
    "content/speakers/*.yml": loaders.read_speaker,
    "content/topics/*.yml": loaders.read_topic,
    "content/verdicts.yml": loaders.read_verdicts,
    "content/words.yml": loaders.read_vocabulary,
    "content/publication.yml": loaders.read_settings,
    "charts/*.yml": loaders.read_chart,
    "docs/*.md": loaders.read_page,
}


@pytest.mark.parametrize("pattern", READERS)
def test_files_are_read(pattern: str) -> None:
    paths = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern))
    assert paths
    found: list[Problem] = []
    for path in paths:
        text, problems = read_text(ROOT, path)
        assert text is not None, problems
        record, more = READERS[pattern](text, path)
        found += [*problems, *more]
        assert record is not None, found
    assert found == []


def test_tables_are_read() -> None:
    found: list[Problem] = []
    tables = 0
    for path in sorted(ROOT.glob("content/evidence/*.yml")):
        evidence, _ = loaders.read_evidence(path.read_text("utf-8"), path.name)
        assert evidence is not None
        for fact in evidence.facts.values():
            if fact.table:
                tables += 1
                name = f"content/evidence/{fact.table}"
                text, problems = read_text(ROOT, name)
                assert text is not None, problems
                table, more = read_table(text, name, fact, path.stem)
                assert table is not None, more
                found += more
    assert tables == len(list(ROOT.glob("content/evidence/*.csv")))
    assert found == []
