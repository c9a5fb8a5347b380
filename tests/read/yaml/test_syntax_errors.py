"""What is no YAML is told with its place, in words that say what to do; all of it at once."""

import pytest

from build_scripts.read.yaml.nodes import plain
from build_scripts.read.yaml.reader import read_yaml
from tests.read.yaml.telling import said

pytestmark = pytest.mark.usefixtures("either_loader")


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        (
            "title: Ukraine: the votes\n",
            "1:15 the value of 'title' holds a colon, which would begin another value",
            'put quotation marks around it: title: "Ukraine: the votes"',
        ),
        (
            'title: He said: "no"\n',
            "1:15 the value of 'title' holds a colon, which would begin another value",
            "put quotation marks around it: title: 'He said: \"no\"'",
        ),
        (
            "title: 'It's fine'\na: b\n",
            "1:11 this apostrophe ends the quoted value",
            'put double quotation marks around it: title: "It\'s fine"',
        ),
        (
            'a: b\ntext: "Yes" he said\n',
            "2:13 text stands after the closing quotation mark",
            "put quotation marks around the whole value: text: '\"Yes\" he said'",
        ),
        (
            'a: b\ntext: "Yes\nc: d\n',
            '2:7 the quotation mark " that opens here is never closed',
            "close it; if it belongs to the words, put single quotation marks around the whole"
            " value",
        ),
        (
            "a: b\ntext: [W]e need to\n",
            "2:7 a value that begins with [ is read as a list, and more follows its end",
            'put quotation marks around it: text: "[W]e need to"',
        ),
        (
            "topics: [a, b\nc: d\n",
            "1:9 the list that opens with [ here is never closed",
            "close it with ]; words that begin with [ need quotation marks",
        ),
        (
            "reply: {asked: false\nc: d\n",
            "1:8 the group of keys that opens with { here is never closed",
            "close it with }; words that begin with { need quotation marks",
        ),
        (
            "reply: {why: this: that}\n",
            "1:18 a comma or } is missing before this",
            "inside { }, words with a comma, colon or bracket need quotation marks",
        ),
        (
            "value: %5\n",
            "1:8 a value cannot begin with %",
            'put quotation marks around it: value: "%5"',
        ),
        (
            "by: @someone\n",
            "1:5 a value cannot begin with @",
            'put quotation marks around it: by: "@someone"',
        ),
        (
            "columns: {name: text, share: %}\n",
            "1:30 a value cannot begin with %",
            'put quotation marks around it: "%"',
        ),
        (
            "by: [desk, @some one, x]\n",
            "1:12 a value cannot begin with @",
            'put quotation marks around it: "@some one"',
        ),
        (
            "holds_if: @ties:most.FRA.yes\n",
            "1:11 a value cannot begin with @",
            "the @ belongs to citations: write ties:most.FRA.yes",
        ),
        (
            "a: [@ties:most]\n",
            "1:5 a value cannot begin with @",
            "the @ belongs to citations: write ties:most",
        ),
        (
            "a: **bold** text\n",
            "1:4 a value cannot begin with *",
            'put quotation marks around it: a: "**bold** text"',
        ),
        (
            "a: & b\n",
            "1:4 a value cannot begin with &",
            'put quotation marks around it: a: "& b"',
        ),
        (
            "a: !<b\n",
            "1:4 a value cannot begin with !",
            'put quotation marks around it: a: "!<b"',
        ),
        (
            "a: ]\n",
            "1:4 a value cannot begin with ]",
            'put quotation marks around it: a: "]"',
        ),
        (
            "topics: - a\n",
            "1:9 a list cannot begin on the line of its key",
            "put each item on a line of its own below the key, after a dash and a space",
        ),
        (
            "a: |text\n",
            "1:5 text cannot stand on the line of |",
            "begin it on the next line, indented by two spaces",
        ),
        (
            'a: "\\d"\n',
            "1:5 \\d means nothing between double quotation marks",
            "write a backslash twice, or put single quotation marks around the value",
        ),
        (
            "a: b\nsome words\nc: d\n",
            "2:1 this is neither a key with its value nor part of the value above",
            "a key ends with a colon and a space; a value that goes on below its key is indented",
        ),
        (
            "a: b\ntitle:Words\nc: d\n",
            "2:6 the colon after 'title' lacks its space",
            "write title: and a space before the value",
        ),
        (
            "title:Words\nc: d\n",
            "1:6 the colon after 'title' lacks its space",
            "write title: and a space before the value",
        ),
        (
            "a:\n  b: c\n d: e\n",
            "3:2 this key does not line up with the keys above it",
            "keys of one level begin in one column, with spaces; those below a key stand two"
            " further",
        ),
        (
            "a: b\n  c: d\n",
            "2:3 this key does not line up with the keys above it",
            "keys of one level begin in one column, with spaces; those below a key stand two"
            " further; words with a colon need quotation marks",
        ),
        (
            "  a: b\nc: d\n",
            "2:1 this does not line up with the first line",
            "keys of one level begin in one column, with spaces; those below a key stand two"
            " further",
        ),
        (
            "a: b\n- c\n",
            "2:1 a list item stands among keys",
            "keys of one level begin in one column, with spaces; those below a key stand two"
            " further",
        ),
        (
            "- a\nb: c\n",
            "2:1 this stands among list items, but does not begin with a dash",
            "keys of one level begin in one column, with spaces; those below a key stand two"
            " further",
        ),
        (": a\n", "1:1 a key is missing before this colon", "write its name"),
        (
            'a: b\nvenue: "The square\nc: d\nverdict: "false"\n',
            '2:8 the quotation mark " that opens here is not closed on its line',
            'close it: venue: "The square"',
        ),
        (
            "# a comment\nkind:bar\n# another\n\ntitle: b\n",
            "2:5 the colon after 'kind' lacks its space",
            "write kind: and a space before the value",
        ),
        ("a: b\n...\nc\n", "3:1 text stands after the end of the YAML", "delete the line ..."),
        ("%FOO\na: b\n", "1:1 a line begins with %, an instruction to YAML", "delete it"),
    ],
)
def test_a_syntax_error_says_what_to_do(text: str, message: str, advice: str) -> None:
    node, problems = read_yaml(text, "f.yml")
    assert node is None
    assert [(f"{p.place.line}:{p.place.column} {p.message}", p.help) for p in problems] == [
        (message, advice)
    ]
    assert problems[0].rule == "yaml-syntax"


def test_a_duplicate_key_leaves_the_first_value() -> None:
    node, problems = read_yaml("a: b\na: c\n", "f.yml")
    assert len(problems) == 1
    assert node is not None
    assert plain(node) == {"a": "b"}


def test_everything_wrong_is_reported_at_once() -> None:
    assert said("a: &x b\na: c\nd: !t e\n<<: f\ng: *x\nh: i: j\n") == [
        "1:4 anchor 'x' gives a part of the file a name [yaml-anchor]",
        "2:1 key 'a' is given twice; first on line 1 [duplicate-key]",
        "3:4 tag '!t' is not read [yaml-tag]",
        "4:1 merge key '<<' is not read [merge-key]",
        "5:4 alias 'x' stands for another part of the file [yaml-alias]",
        "6:5 the value of 'h' holds a colon, which would begin another value [yaml-syntax]",
    ]
