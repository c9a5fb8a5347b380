"""What YAML is read, with places, and what is refused, with exact words."""

import time
from collections.abc import Iterator

import pytest
import yaml as pyyaml

from build_scripts.read.yaml import reader as yaml
from build_scripts.read.yaml.nodes import Mapping, Node, Scalar, Sequence, plain
from build_scripts.read.yaml.reader import MAX_PROBLEMS, read_yaml
from tests.read.yaml.telling import said

pytestmark = pytest.mark.usefixtures("either_loader")


def healthy(text: str) -> Node:
    node, problems = read_yaml(text, "f.yml")
    assert problems == []
    assert node is not None
    return node


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for key, value in node.entries.items():
            yield Scalar(key)
            yield from scalars(value)


def test_keys_lists_and_text() -> None:
    node = healthy("a: b\nc:\n  - d\n  - {e: f, g: [h]}\n")
    assert plain(node) == {"a": "b", "c": ["d", {"e": "f", "g": ["h"]}]}
    assert [str(s.place) for s in scalars(node)] == [
        "f.yml:1:1",
        "f.yml:1:4",
        "f.yml:2:1",
        "f.yml:3:5",
        "f.yml:4:6",
        "f.yml:4:9",
        "f.yml:4:12",
        "f.yml:4:16",
    ]


def test_mappings_and_lists_have_places() -> None:
    node = healthy("a:\n  - b\nc: [d]\ne:\n  f: g\n")
    assert isinstance(node, Mapping)
    places = [str(node.entries[key].place) for key in node.entries]
    assert places == ["f.yml:2:3", "f.yml:3:4", "f.yml:5:3"]


@pytest.mark.parametrize(
    "word",
    "no NO on off true 12 012 1_000 1e3 0x1f .5 nan 12:30 1:30 2024-03-11 =".split(),
)
def test_every_value_is_text(word: str) -> None:
    assert plain(healthy(f"verdict: {word}\n{word}: a\n")) == {"verdict": word, word: "a"}


@pytest.mark.parametrize("nothing", ["null", "Null", "NULL", "~"])
def test_what_yaml_writes_for_nothing_is_nothing_and_in_quotation_marks_a_word(
    nothing: str,
) -> None:
    node = healthy(f"a: {nothing}\nb: '{nothing}'\nc: {nothing} and void\n")
    assert plain(node) == {"a": "", "b": nothing, "c": f"{nothing} and void"}


def test_nothing_after_a_key_and_between_quotation_marks_is_empty() -> None:
    node = healthy('a:\nb: ""\nc: {d, e: }\n')
    assert plain(node) == {"a": "", "b": "", "c": {"d": "", "e": ""}}


def test_the_front_matter_of_an_article_begins_further_down() -> None:
    node, _ = read_yaml("a: b\nc: |\n  d\n", "f.md", 2)
    assert isinstance(node, Mapping)
    assert [str(s.place) for s in scalars(node)] == [
        "f.md:2:1",
        "f.md:2:4",
        "f.md:3:1",
        "f.md:4:3",
    ]
    assert said("a: b\n\tc: d\n", 2) == ["3:1 this line is indented with a tab [yaml-tab]"]


def test_comments_and_one_document_between_its_marks_are_allowed() -> None:
    assert plain(healthy("# first\n---\na: b  # second\n...\n# third\n")) == {"a": "b"}


def test_twelve_levels_are_allowed_and_thirteen_are_not() -> None:
    healthy("[" * 12 + "]" * 12)
    assert said("[" * 13 + "]" * 13) == [
        "1:13 keys and lists stand more than 12 deep in each other [too-deep]"
    ]


def test_twenty_thousand_values_are_allowed_and_more_are_not() -> None:
    healthy("- a\n" * 19_999)
    assert said("- a\n" * 20_000) == [
        "20000:3 the file has more than 20,000 values [too-many-nodes]"
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_an_empty_file(text: str) -> None:
    assert said(text) == ["1:1 nothing is written here [empty-file]"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: b\nc: d\na: e\n",
            "3:1 key 'a' is given twice; first on line 1 [duplicate-key]",
        ),
        ('x: {a: b, "a": c}\n', "1:12 key 'a' is given twice; first on line 1 [duplicate-key]"),
        ("a: &name b\n", "1:4 anchor 'name' gives a part of the file a name [yaml-anchor]"),
        ("&name a: b\n", "1:1 anchor 'name' gives a part of the file a name [yaml-anchor]"),
        ("a: &name {b: c}\n", "1:4 anchor 'name' gives a part of the file a name [yaml-anchor]"),
        ("a: *name\n", "1:4 alias 'name' stands for another part of the file [yaml-alias]"),
        ("<<: {b: c}\n", "1:1 merge key '<<' is not read [merge-key]"),
        ("a: !!str 2024\n", "1:4 tag 'tag:yaml.org,2002:str' is not read [yaml-tag]"),
        ("a: ! b\n", "1:4 tag '!' is not read [yaml-tag]"),
        (
            "a: !!python/object/apply:os.system ['ls']\n",
            "1:4 tag 'tag:yaml.org,2002:python/object/apply:os.system' is not read [yaml-tag]",
        ),
        ("%YAML 1.2\n---\na: b\n", "1:1 a line begins with %, an instruction to YAML"),
        ("a: b\n---\nc: d\n", "2:1 a second document begins here [several-documents]"),
        ("a:\n\tb: c\n", "2:1 this line is indented with a tab [yaml-tab]"),
        ("a: |\n  b\n  \tc\n", "3:3 this line is indented with a tab [yaml-tab]"),
        ("a: b\tc\n", "1:5 a tab stands in this line [yaml-tab]"),
        ("? [a, b]\n: c\n", "1:3 a key is text, not keys with values or a list [bad-key]"),
        ("a: {{ b }}\n", "1:5 a key is text, not keys with values or a list [bad-key]"),
        ('"": a\n', "1:2 a key is empty [bad-key]"),
        ("a: \x01\n", "1:4 character U+0001 cannot be seen [control-character]"),
        ('a: "\\0"\n', "1:5 character U+0000 cannot be seen [control-character]"),
        (
            'a: "b \\u202e c"\n',
            "1:7 character U+202E (right-to-left override) makes text look otherwise than it reads"
            " [bidi-control]",
        ),
    ],
)
def test_what_makes_files_surprising_is_refused(text: str, message: str) -> None:
    assert said(text)[0].startswith(message)


@pytest.mark.parametrize(
    "text",
    [
        "a: b & c\n",
        "a: b*c\n",
        "a: b <<c>>\n",
        'a: "<<"\n',
        '"<<": a\n',
        "a: wow!\n",
        "a: 5%\n",
        "a: it's\n",
        "a: http://x.org/?b#c\n",
        "a: 12:30\n",
        'a: "b \\u00e9 \\t \\" c"\n',
        "a: {b: it's, c: d}\n",
        "a: 'It''s'\n",
        "a: b - c\n",
        "a: b, c\n",
        "-a: b\n",
    ],
)
def test_what_looks_like_it_is_allowed(text: str) -> None:
    healthy(text)


LAUGHS = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)
MERGES = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 30)
)


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        MERGES,
        "[" * 200_000,
        "{" * 200_000,
        "- " * 100_000,
        "? " * 100_000,
        "a: " * 80_000,
        "&a " * 80_000,
        "*a : " * 50_000,
        "! " * 80_000,
        "[" * 10 + "a," * 100_000,
        '"' + "\\" * 200_000,
        "'" * 200_000,
        " " * 250_000 + "a: b: c",
        "a: b" + " " * 250_000 + ": c",
        "a" * 250_000 + ": b: c",
        "\t" * 250_000 + "a",
        "a: |\n" + " \n" * 100_000 + "b",
        "a: |\n" + "".join(" " * n + "\n" for n in range(600)) + "b: c",
        "%" * 250_000,
        "---\n" * 60_000,
        "#" * 250_000,
        "\n".join(f"k{n}: " for n in range(10_000)) + "\nk1: b",
        "a: b\n" * 50_000,
        "\0" * 250_000,
        "a: \x85\x85" * 30_000,
        "\U0010ffff" * 60_000,
        "\t\n" + " " * 250_000,
        "\t\n" * 100_000,
    ],
    ids=range(29),
)
def test_hostile_files_end_soon(text: str) -> None:
    # PyYAML's own scanner, without libyaml, is slow but linear; the limits of size bound it
    seconds = 0.5 if yaml.LOADER is getattr(pyyaml, "CSafeLoader", None) else 30
    began = time.process_time()
    _, problems = read_yaml(text, "f.yml")
    assert time.process_time() - began < seconds
    assert len(problems) <= MAX_PROBLEMS
