"""Files as text: what cannot be text that people read is refused with its place."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path

from build_scripts.problems import Place, Problem, Severity

MAX_BYTES = 256 * 1024
MAX_TABLE_BYTES = 5 * 1024 * 1024
MAX_REPORTED = 20

# Line breaks that only some programs know, controls, directions, characters without a width, and
# half characters: they make a file look otherwise than it reads. Those that scripts need between
# letters (joiners, direction marks) are refused only beside a digit, where they could hide one.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffd\ufffe\uffff\U000e0000-\U000e007f]"
)
_MERGE = re.compile(r"^(?:<{7}|>{7}) .*$", re.MULTILINE)
_ALLOWED_IN_WORDS = frozenset("\u061c\u200c\u200d\u200e\u200f")
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def read_text(root: Path, path: str) -> tuple[str | None, list[Problem]]:
    """Read a text file of the repository.

    `path` is relative to `root`, with `/`. Returns the text with line feeds for line ends,
    without a byte order mark; None when a problem forbids reading it. Never raises.
    """
    data, problem = _read_bytes(root, path, _limit(path))
    if problem:
        return None, [problem]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf_8(data, error, path)]
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(
            Problem(
                Place(path),
                "byte-order-mark",
                "the file begins with a byte order mark",
                "save it as UTF-8 without BOM; it was left out",
                Severity.NOTICE,
            )
        )
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(
            Problem(
                Place(path, line),
                "line-ends",
                "lines end with a carriage return, as on Windows",
                "save the file with line ends LF; they were read as such",
                Severity.NOTICE,
            )
        )
    marks = _MERGE.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if marks:
        line = text.count("\n", 0, marks.start()) + 1
        return None, [
            *problems,
            Problem(
                Place(path, line, 1, len(marks[0])),
                "merge-marks",
                "git could not join two versions of this place, and marked both",
                "keep what is right, and delete the lines that begin with <<<<<<<, ======= "
                "and >>>>>>>",
            ),
        ]
    hidden = list(islice(hidden_characters(text, path), MAX_REPORTED))
    return (None if hidden else text), [*problems, *hidden]


def hidden_characters(text: str, path: str) -> Iterator[Problem]:
    """Yield a problem for every character in `text` that a reader could not see."""
    for match in _HIDDEN.finditer(text):
        at = match.start()
        if match[0] in _ALLOWED_IN_WORDS and not _beside_digit(text, at):
            continue
        start = text.rfind("\n", 0, at) + 1
        place = Place(path, text.count("\n", 0, at) + 1, at - start + 1)
        yield hidden_character(match[0], place)


def hidden_character(character: str, place: Place) -> Problem:
    """Return the problem of one character that a reader could not see."""
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    named = f"{code} ({name})" if name else code
    if character in _DIRECTIONS:
        return Problem(
            place,
            "bidi-control",
            f"character {named} makes text look otherwise than it reads",
            "delete it; text from right to left needs no such character",
        )
    if character == "\ufffd":
        return Problem(
            place,
            "control-character",
            f"character {named} stands where a letter was lost",
            "copy the words again from the source",
        )
    return Problem(
        place,
        "control-character",
        f"character {named} cannot be seen",
        "delete it, or write what it stands for; it often comes along when words are copied",
    )


def is_hidden(character: str) -> bool:
    """Whether a reader could not see the character anywhere."""
    return bool(_HIDDEN.match(character)) and character not in _ALLOWED_IN_WORDS


def _beside_digit(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() or text[at + 1 : at + 2].isdigit()


def _limit(path: str) -> int:
    return MAX_TABLE_BYTES if path.endswith(".csv") else MAX_BYTES


def regular_bytes(path: str, most: int = -1) -> bytes | None:
    """The first bytes of a regular file, all of them unless told; None for what is none.

    A pipe would be waited for. Raises OSError. A path object for each file, and a buffer of the
    size of `most`, are what takes longest where there are thousands.
    """
    about = os.stat(path)  # noqa: PTH116
    if not stat.S_ISREG(about.st_mode):
        return None
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.read(most if about.st_size > most else -1)


def forget_folders() -> None:
    """Look anew where folders lead: one may be a link by now."""
    _real_folder.cache_clear()


@lru_cache(maxsize=64)
def _real_folder(folder: str) -> str:
    return os.path.realpath(folder)


def _real(root: str, path: str) -> str:
    """Where a path of the repository leads; asked of each of thousands of files in one folder."""
    folder, _, name = f"{root}/{path}".rpartition("/")
    place = f"{_real_folder(folder)}{os.sep}{name}"
    return os.path.realpath(place) if os.path.islink(place) else place  # noqa: PTH114


def _read_bytes(root: Path, path: str, limit: int) -> tuple[bytes, Problem | None]:
    """Read a regular file inside the repository, at most `limit` bytes."""
    try:
        base, real = _real_folder(str(root)), _real(str(root), path)
        if not _inside(base, real):
            return b"", _unreadable(
                path,
                "the file lies outside the repository",
                "a link must lead to a file of the repository",
            )
        data = regular_bytes(real, limit + 1)
    except FileNotFoundError:
        return b"", _unreadable(path, "there is no such file", "check its name and its folder")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = (getattr(error, "strerror", None) or "its name is impossible").lower()
        return b"", _unreadable(path, f"the file cannot be read: {reason}", "")
    if data is None:
        return b"", _unreadable(path, "this is no file", "put a text file in its place")
    if len(data) > limit:
        return b"", Problem(
            Place(path),
            "file-too-large",
            f"the file is larger than {limit // 1024:,} kB",
            "split it, or leave out what no article uses",
        )
    return data, None


def _inside(base: str, real: str) -> bool:
    if not real.startswith(base.rstrip(os.sep) + os.sep):
        return False
    return real[len(base) :].strip(os.sep).partition(os.sep)[0] != ".git"


def _unreadable(path: str, message: str, advice: str) -> Problem:
    return Problem(Place(path), "unreadable-file", message, advice)


def _not_utf_8(data: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    before = data[: error.start]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    message = f"byte 0x{data[error.start]:02X} is not UTF-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        message = "the file is UTF-16, not UTF-8"
    return Problem(
        Place(path, before.count(b"\n") + 1, column),
        "not-utf-8",
        message,
        "save the file with the encoding UTF-8",
    )
