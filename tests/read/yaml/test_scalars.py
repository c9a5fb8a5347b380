"""The place of every character of a value, whatever style it is written in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.text import Text
from build_scripts.problems import Place
from build_scripts.read.yaml import reader as yaml
from build_scripts.read.yaml.nodes import Mapping, Node, Scalar, Sequence, plain
from build_scripts.read.yaml.reader import read_yaml

ROOT = Path(__file__).parents[3]
CONTENT = sorted([*ROOT.glob("content/**/*.yml"), *ROOT.glob("charts/*.yml")])


def value(source: str) -> Text:
    node, problems = read_yaml(source, "f.yml")
    assert problems == []
    assert isinstance(node, Mapping)
    (scalar,) = node.entries.values()
    assert isinstance(scalar, Scalar)
    return scalar.text


def at(text: Text, words: str) -> str:
    place = text.place(text.index(words), text.index(words) + len(words))
    return f"{place.line}:{place.column}+{place.length}"


@pytest.mark.parametrize(
    ("source", "words", "place"),
    [
        ("a: one two three", "two", "1:8+3"),
        ("a:   one", "one", "1:6+3"),
        ("a: one\n  two\n\n\n   three", "one", "1:4+3"),
        ("a: one\n  two\n\n\n   three", "two", "2:3+3"),
        ("a: one\n  two\n\n\n   three", "three", "5:4+5"),
        ("a: 'one two'", "two", "1:9+3"),
        ("a: 'it''s ''two'' three'", "s ''two"[0], "1:9+1"),
        ("a: 'it''s ''two'' three'", "two", "1:13+3"),
        ("a: 'it''s ''two'' three'", "three", "1:19+5"),
        ("a: 'one\n  two\n\n  three '", "two", "2:3+3"),
        ("a: 'one\n  two\n\n  three '", "three", "4:3+5"),
        ('a: "one two"', "two", "1:9+3"),
        ('a: "one \\"two\\" three"', "two", "1:11+3"),
        ('a: "one \\"two\\" three"', "three", "1:17+5"),
        ('a: "\\x41\\u00e9\\U0001F600\\t\\\\two"', "two", "1:29+3"),
        ('a: "one\\n  two"', "two", "1:12+3"),
        ('a: "one \\\n   two\\\n\n   three\n   four"', "one", "1:5+3"),
        ('a: "one \\\n   two\\\n\n   three\n   four"', "two", "2:4+3"),
        ('a: "one \\\n   two\\\n\n   three\n   four"', "three", "4:4+5"),
        ('a: "one \\\n   two\\\n\n   three\n   four"', "four", "5:4+4"),
        ("a: |\n  one\n    two\n\n  three\n", "one", "2:3+3"),
        ("a: |\n  one\n    two\n\n  three\n", "two", "3:5+3"),
        ("a: |\n  one\n    two\n\n  three\n", "three", "5:3+5"),
        ("a: |-  # why\n\n\n    one\n", "one", "4:5+3"),
        ("a: |2+\n   one\n  two\n\n", "one", "2:4+3"),
        ("a: |2+\n   one\n  two\n\n", "two", "3:3+3"),
        ("a: >\n  one\n  two\n\n  three\n    four\n  five\n", "one", "2:3+3"),
        ("a: >\n  one\n  two\n\n  three\n    four\n  five\n", "two", "3:3+3"),
        ("a: >\n  one\n  two\n\n  three\n    four\n  five\n", "three", "5:3+5"),
        ("a: >\n  one\n  two\n\n  three\n    four\n  five\n", "four", "6:5+4"),
        ("a: >\n  one\n  two\n\n  three\n    four\n  five\n", "five", "7:3+4"),
        ("a: >-\n\n\n  one  \n  two", "one", "4:3+3"),
        ("a: >-\n\n\n  one  \n  two", "two", "5:3+3"),
        ("a: >1\n  one\n two", "two", "3:2+3"),
        ("a: 😀 é 中 two", "two", "1:10+3"),
        ('b:\n- {a: "x y"}', "y", "2:10+1"),
    ],
)
def test_every_style_keeps_its_places(source: str, words: str, place: str) -> None:
    if source.startswith("b:"):
        node, _ = read_yaml(source, "f.yml")
        assert node is not None
        text = list(characters(node))[-1][0]
    else:
        text = value(source)
    assert at(text, words) == place


def test_words_over_a_folded_line_end_are_underlined_up_to_it() -> None:
    text = value("a: one two\n  three four\n")
    start = text.index("two")
    assert text.place(start, start + len("two three")) == Place("f.yml", 1, 8, 4)


def test_words_with_escapes_are_underlined_as_they_are_written() -> None:
    text = value('a: "say \\"no\\" now"')
    start = text.index('"no" now')
    assert text.place(start, len(text)) == Place("f.yml", 1, 9, len('\\"no\\" now'))


def test_a_part_keeps_its_places() -> None:
    text = value("a: |\n  one\n  two three\n  four\n")
    part = text.part(text.index("two"), text.index("four"))
    assert part == "two three\n"
    assert at(part, "three") == "3:7+5"


def characters(node: Node) -> Iterator[tuple[Text, str]]:
    """Every text of a node, with its style."""
    if isinstance(node, Scalar):
        yield node.text, node.style
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from characters(item)
    else:
        for key, inner in node.entries.items():
            yield key, ""
            yield from characters(inner)


def assert_places(source: str, node: Node) -> None:
    """Each character that is not white space stands where its text says."""
    lines = source.split("\n")
    for text, style in characters(node):
        for offset, character in enumerate(text):
            place = text.place(offset, offset + 1)
            found = lines[place.line - 1][place.column - 1 : place.column]
            escaped = style == '"' and found == "\\"
            assert character.isspace() or escaped or found == character, (text, offset, place)


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.name)
def test_every_character_of_the_content_has_its_place(path: Path) -> None:
    source = path.read_text("utf-8")
    node, problems = read_yaml(source, path.name)
    assert problems == []
    assert node is not None
    assert plain(node) == pyyaml.BaseLoader(source).get_single_data()
    assert_places(source, node)


WORDS = st.lists(
    st.text(st.sampled_from("abé中😀'\"\\#:-,[]{} .%\n"), min_size=1, max_size=12), max_size=6
).map("".join)


@given(WORDS, st.sampled_from(["", "'", '"', "|", ">"]), st.integers(5, 60))
def test_whatever_yaml_writes_is_found_again(words: str, style: str, width: int) -> None:
    source = pyyaml.dump(
        {"key": words, "list": [words, {"deeper": words}]},
        default_style=style or None,
        width=width,
        allow_unicode=True,
    )
    for loader in (pyyaml.SafeLoader, yaml.LOADER):
        node = yaml._Composer(loader(source), source, "f.yml", 1, []).document()
        assert node is not None
        # PyYAML does not write every folded block as it reads it
        assert plain(node) == pyyaml.BaseLoader(source).get_single_data()
        assert_places(source, node)
