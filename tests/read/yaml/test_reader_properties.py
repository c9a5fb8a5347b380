"""Reading never raises, and every problem stands inside its file."""

from pathlib import Path

import yaml as pyyaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from build_scripts.problems import Problem
from build_scripts.read import loaders
from build_scripts.read.files import hidden_characters
from build_scripts.read.yaml import reader as yaml
from build_scripts.read.yaml.nodes import plain
from build_scripts.read.yaml.reader import read_yaml

ROOT = Path(__file__).parents[3]
FILES = sorted([*ROOT.glob("content/**/*.yml"), *ROOT.glob("charts/*.yml")])
ARTICLES = sorted([*ROOT.glob("content/claims/*.md"), *ROOT.glob("docs/*.md")])
READERS = (
    loaders.read_evidence,
    loaders.read_speaker,
    loaders.read_topic,
    loaders.read_chart,
    loaders.read_settings,
    loaders.read_vocabulary,
    loaders.read_verdicts,
    loaders.read_article,
    loaders.read_page,
)
SIGNS = st.text(st.sampled_from("ab:-?,[]{}#&*!|>'\"%@`~<=\\ \t\n0."), max_size=80)
CHANGES = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.integers(0, 20),
        st.one_of(SIGNS.map(lambda signs: signs[:3]), st.text(max_size=3)),
    ),
    min_size=1,
    max_size=4,
)


def assert_inside(problems: list[Problem], text: str, path: str = "f") -> None:
    lines = text.split("\n")
    for problem in problems:
        place = problem.place
        assert place.path == path
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, problem
        assert place.length >= 1
        assert problem.message[0].islower() or not problem.message[0].isalpha()
        assert "\n" not in problem.message
        assert problem.rule


def changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    for place, removed, put in changes:
        at = place % (len(text) + 1)
        text = text[:at] + put + text[at + removed :]
    return text


@given(st.one_of(st.text(), SIGNS, st.binary().map(lambda data: data.decode("latin-1"))))
@example('a: "\\ud800"')
@example('a: "\\UFFFFFFFF"')
@example("a: \ud800")
@example("\ufeffa: b")
@example("a: b\x85c: d")
@example("\r")
@example("'a\r\n\r\nb'")
def test_any_text_is_read_or_refused(text: str) -> None:
    for loader in (pyyaml.SafeLoader, getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)):
        former, yaml.LOADER = yaml.LOADER, loader
        try:
            node, problems = read_yaml(text, "f")
        finally:
            yaml.LOADER = former
        assert node is not None or problems
        if not any(hidden_characters(text, "f")):  # which `read_text` refuses
            assert_inside(problems, text)
        if node is not None:
            plain(node)


@given(st.one_of(st.text(), SIGNS))
def test_any_text_is_a_record_or_refused(text: str) -> None:
    for read in READERS:
        record, problems = read(text, "f")
        assert record is not None or problems


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(FILES), CHANGES)
def test_a_damaged_file_is_read_or_refused_with_places(
    path: Path, changes: list[tuple[int, int, str]]
) -> None:
    text = changed(path.read_text("utf-8"), changes)
    for read in READERS[:7]:
        record, problems = read(text, "f")
        assert record is not None or problems
        if not any(hidden_characters(text, "f")):
            assert_inside(problems, text)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(ARTICLES), CHANGES)
def test_a_damaged_article_is_read_or_refused_with_places(
    path: Path, changes: list[tuple[int, int, str]]
) -> None:
    text = changed(path.read_text("utf-8"), changes)
    for read in READERS[7:]:
        record, problems = read(text, "f")
        assert record is not None or problems
        if not any(hidden_characters(text, "f")):
            assert_inside(problems, text)
