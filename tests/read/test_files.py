import os
from pathlib import Path

import pytest

from build_scripts.problems import Problem, Severity
from build_scripts.read.files import MAX_BYTES, MAX_REPORTED, hidden_characters, read_text


def said(problems: list[Problem]) -> list[str]:
    return [f"{p.place} {p.message} [{p.rule}]" for p in problems]


def read(tmp_path: Path, data: bytes, name: str = "a.yml") -> tuple[str | None, list[str]]:
    (tmp_path / name).write_bytes(data)
    text, problems = read_text(tmp_path, name)
    return text, said(problems)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: Zürich, Пу́тин, 中国, 2019–23, €5\n",
        "emoji 😀 and a no-break space\u00a0%\n",
        "\tindented with a tab\n",
        "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 in Persian\n",  # a joiner
        "\u05d0\u200f! in Hebrew\n",  # a direction mark
    ],
)
def test_text_is_read_as_it_is(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text.encode()) == (text, [])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"a: b\nname: Z\xfcrich\n",
            "a.yml:2:8 byte 0xFC is not UTF-8 [not-utf-8]",
        ),
        (
            "ß: €\nx".encode() + b"\xff",
            "a.yml:2:2 byte 0xFF is not UTF-8 [not-utf-8]",
        ),
        (
            "ab".encode("utf-16"),
            "a.yml:1:1 the file is UTF-16, not UTF-8 [not-utf-8]",
        ),
        (
            b"a: \xed\xa0\x80\n",  # half of a surrogate pair
            "a.yml:1:4 byte 0xED is not UTF-8 [not-utf-8]",
        ),
        (
            b"a\nb\0c",
            "a.yml:2:2 character U+0000 cannot be seen [control-character]",
        ),
        (
            b"a: \x1b[31m",
            "a.yml:1:4 character U+001B cannot be seen [control-character]",
        ),
        (
            "5\u200b4%".encode(),
            "a.yml:1:2 character U+200B (zero width space) cannot be seen [control-character]",
        ),
        (
            "5\u200d4%".encode(),
            "a.yml:1:2 character U+200D (zero width joiner) cannot be seen [control-character]",
        ),
        (
            "a\u2028b".encode(),
            "a.yml:1:2 character U+2028 (line separator) cannot be seen [control-character]",
        ),
        (
            "Z\ufffdrich".encode(),
            "a.yml:1:2 character U+FFFD (replacement character) stands where a letter was lost"
            " [control-character]",
        ),
        (
            "12 \u202e43\u202c".encode(),
            "a.yml:1:4 character U+202E (right-to-left override) makes text look otherwise than it"
            " reads [bidi-control]",
        ),
        (
            "a\U000e0041".encode(),
            "a.yml:1:2 character U+E0041 (tag latin capital letter a) cannot be seen"
            " [control-character]",
        ),
    ],
)
def test_what_cannot_be_read_or_seen_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    text, problems = read(tmp_path, data)
    assert text is None
    assert problems[0] == message


def test_a_byte_order_mark_is_left_out_with_a_notice(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xef\xbb\xbfa: b\n")
    text, problems = read_text(tmp_path, "a.yml")
    assert text == "a: b\n"
    assert said(problems) == ["a.yml:1:1 the file begins with a byte order mark [byte-order-mark]"]
    assert problems[0].severity is Severity.NOTICE


@pytest.mark.parametrize("data", [b"a: b\nc: d\r\ne: f\r\n", b"a: b\nc: d\re: f\n"])
def test_line_ends_of_other_systems_are_read_with_a_notice(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.yml").write_bytes(data)
    text, problems = read_text(tmp_path, "a.yml")
    assert text == "a: b\nc: d\ne: f\n"
    assert said(problems) == [
        "a.yml:2:1 lines end with a carriage return, as on Windows [line-ends]"
    ]
    assert problems[0].severity is Severity.NOTICE


def test_a_large_file_is_refused_and_the_largest_allowed_is_not(tmp_path: Path) -> None:
    assert read(tmp_path, b"a" * MAX_BYTES)[1] == []
    assert read(tmp_path, b"a" * (MAX_BYTES + 1))[1] == [
        "a.yml:1:1 the file is larger than 256 kB [file-too-large]"
    ]
    assert read(tmp_path, b"a" * (MAX_BYTES + 1), "a.csv")[1] == []
    assert read(tmp_path, b"a" * (5 * 1024 * 1024 + 1), "a.csv")[1] == [
        "a.csv:1:1 the file is larger than 5,120 kB [file-too-large]"
    ]


def test_hidden_characters_are_reported_in_order_up_to_a_limit(tmp_path: Path) -> None:
    problems = list(hidden_characters("a\x01\n\x02", "f"))
    assert [str(p.place) for p in problems] == ["f:1:2", "f:2:1"]
    assert len(read(tmp_path, b"\0" * 1000)[1]) == MAX_REPORTED


def test_a_missing_file(tmp_path: Path) -> None:
    text, problems = read_text(tmp_path, "content/none.yml")
    assert text is None
    assert said(problems) == ["content/none.yml:1:1 there is no such file [unreadable-file]"]


@pytest.mark.parametrize("path", ["../outside.yml", "link.yml", "folder/outside.yml"])
def test_nothing_outside_the_repository_is_read(tmp_path: Path, path: str) -> None:
    root = tmp_path / "repository"
    root.mkdir()
    (tmp_path / "outside.yml").write_text("secret")
    (root / "link.yml").symlink_to(tmp_path / "outside.yml")
    (root / "folder").symlink_to(tmp_path)
    text, problems = read_text(root, path)
    assert text is None
    assert said(problems) == [f"{path}:1:1 the file lies outside the repository [unreadable-file]"]


def test_links_inside_the_repository_are_followed_but_not_into_git(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("secret")
    (tmp_path / "a.yml").write_text("a: b\n")
    (tmp_path / "b.yml").symlink_to("a.yml")
    (tmp_path / "c.yml").symlink_to(".git/config")
    assert read_text(tmp_path, "b.yml") == ("a: b\n", [])
    assert read_text(tmp_path, "c.yml")[0] is None


def test_a_folder_a_pipe_and_a_circle_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder.yml").mkdir()
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "circle.yml").symlink_to("circle.yml")
    for name in ("folder.yml", "pipe.yml", "."):
        assert read_text(tmp_path, name)[0] is None
    assert said(read_text(tmp_path, "pipe.yml")[1]) == [
        "pipe.yml:1:1 this is no file [unreadable-file]"
    ]
    assert "too many levels of symbolic links" in read_text(tmp_path, "circle.yml")[1][0].message


def test_an_impossible_name(tmp_path: Path) -> None:
    assert said(read_text(tmp_path, "a\0b")[1]) == [
        "a\0b:1:1 the file cannot be read: its name is impossible [unreadable-file]"
    ]
    assert read_text(tmp_path, "a" * 5000)[0] is None


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.yml").write_text("a: b\n")
    monkeypatch.setattr("builtins.open", refuse)
    assert said(read_text(tmp_path, "a.yml")[1]) == [
        "a.yml:1:1 the file cannot be read: permission denied [unreadable-file]"
    ]


@pytest.mark.parametrize("marks", ["<<<<<<< HEAD", ">>>>>>> a branch"])
def test_marks_of_an_unfinished_merge_are_refused(tmp_path: Path, marks: str) -> None:
    (tmp_path / "a.md").write_text(f"one\n{marks}\ntwo\n", "utf-8")
    text, problems = read_text(tmp_path, "a.md")
    assert text is None
    assert said(problems) == [
        "a.md:2:1 git could not join two versions of this place, and marked both [merge-marks]"
    ]


@pytest.mark.parametrize("line", ["=======", "> > > > > > > seven deep", "a <<<<<<< b", ">>>>>>>"])
def test_what_only_looks_like_a_merge_is_read(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.md").write_text(f"one\n{line}\n", "utf-8")
    assert read_text(tmp_path, "a.md") == (f"one\n{line}\n", [])
