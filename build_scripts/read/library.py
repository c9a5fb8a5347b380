"""The repository as a library: which files there are, and the record of each, read when asked for.

An id is a file's name; nothing else says which records exist. A record that cannot be read is
missing from its mapping, but its id is known, so that one bad file is one problem.
"""

from __future__ import annotations

import copy
import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from build_scripts.model.charts import Chart
from build_scripts.model.frame import Settings, Verdict, Vocabulary
from build_scripts.model.records import Article, Evidence, Page, Speaker, Topic, names_a_table
from build_scripts.model.tables import Table
from build_scripts.problems import Place, Problem
from build_scripts.read import loaders
from build_scripts.read.files import forget_folders, read_text, regular_bytes
from build_scripts.read.tables import read_table

R = TypeVar("R")
_Reader = Callable[[str, str], tuple[Any, list[Problem]]]
_TableReader = Callable[[str, str], tuple[Table | None, list[Problem]]]
Loader = Callable[[str, str], tuple[Any, list[Problem]]]
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
FOLDERS: Mapping[str, tuple[str, str, Loader]] = {
    "claims": ("content/claims", ".md", loaders.read_article),
    "evidence": ("content/evidence", ".yml", loaders.read_evidence),
    "speakers": ("content/speakers", ".yml", loaders.read_speaker),
    "topics": ("content/topics", ".yml", loaders.read_topic),
    "charts": ("charts", ".yml", loaders.read_chart),
    "pages": ("docs", ".md", loaders.read_page),
}
SETTINGS, WORDS, VERDICTS = (
    "content/publication.yml",
    "content/words.yml",
    "content/verdicts.yml",
)
_SHELVES: Mapping[str, str] = {
    "articles": "claims",
    "evidence": "evidence",
    "speakers": "speakers",
    "topics": "topics",
    "charts": "charts",
    "pages": "pages",
}
_IGNORED = frozenset({".DS_Store", "Thumbs.db", ".gitkeep", "README.md"})
_WORDS = "content/spelling.txt"
_PLACES = (
    "articles lie in content/claims, evidence and its tables in content/evidence, speakers in "
    "content/speakers, topics in content/topics, charts in charts"
)
_KEPT = 512


class Shelf(Mapping[str, R], Generic[R]):
    """The records of one kind by id; one that cannot be read is not in it."""

    def __init__(self, paths: Mapping[str, str], read: Callable[[str], tuple[Any, object]]) -> None:
        self.paths = paths
        self._read = read

    def __getitem__(self, key: str) -> R:
        record: R | None = self._read(key)[0] if key in self.paths else None
        if record is None:
            raise KeyError(key)
        return record

    def __iter__(self) -> Iterator[str]:
        return (key for key in self.paths if self._read(key)[0] is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _names_in(folder: Path) -> Iterator[tuple[str, bool]]:
    """The names in a folder, and whether each is a folder; none when there is no such folder."""
    if folder.is_dir():
        with os.scandir(folder) as entries:
            yield from ((entry.name, _is_folder(entry)) for entry in entries)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: the reading of the file says so
        return False


class Library:
    """All files of a publication under `root`.

    With `whole`, whatever was read is kept, as a build needs it that goes through everything many
    times; without, the latest records only, so that a check of any size fits into memory.
    """

    def __init__(self, root: Path, *, whole: bool = False) -> None:
        forget_folders()
        self.root = root
        self.whole = whole
        self.stray: list[Problem] = []
        self._scan_top()
        self.paths: dict[str, dict[str, str]] = {
            kind: self._scan(folder, suffix) for kind, (folder, suffix, _) in FOLDERS.items()
        }
        self._texts: dict[str, str] = {}
        self._read: _Reader = lru_cache(maxsize=self._kept())(self._read_once)
        self._table: _TableReader = lru_cache(maxsize=self._kept())(self._table_once)
        self.articles: Shelf[Article] = self._shelf("claims")
        self.evidence: Shelf[Evidence] = self._shelf("evidence")
        self.speakers: Shelf[Speaker] = self._shelf("speakers")
        self.topics: Shelf[Topic] = self._shelf("topics")
        self.charts: Shelf[Chart] = self._shelf("charts")
        self.pages: Shelf[Page] = self._shelf("pages")
        self.settings, self.settings_problems = self._single(SETTINGS, loaders.read_settings)
        self.vocabulary, self.words_problems = self._single(WORDS, loaders.read_vocabulary)
        self.verdicts, self.verdict_problems = self._single(VERDICTS, loaders.read_verdicts)

    settings: Settings | None
    vocabulary: Vocabulary | None
    verdicts: tuple[Verdict, ...] | None

    def with_text(self, path: str, text: str) -> Library:
        """The same library with another text at `path`; what else was read is not read again."""
        other = copy.copy(self)
        if path in (SETTINGS, WORDS, VERDICTS):
            raise ValueError(f"{path} is shared by all records; open a library of its own")
        other._texts = {**self._texts, path: text}
        read_again = lru_cache(maxsize=1)(other._read_once)
        table_again = lru_cache(maxsize=_KEPT)(other._table_once)
        other._read = lambda kind, key: (
            read_again(kind, key) if self.paths[kind][key] == path else self._read(kind, key)
        )
        other._table = lambda evidence, fact: (
            table_again(evidence, fact)
            if path.startswith(f"content/evidence/{evidence}")
            else self._table(evidence, fact)
        )
        for name, kind in _SHELVES.items():
            setattr(other, name, other._shelf(kind))
        return other

    def problems_of(self, kind: str, key: str) -> list[Problem]:
        """What is wrong with the reading of one file."""
        return list(self._read(kind, key)[1])

    def table(self, evidence: str, fact: str) -> Table | None:
        """The table of an evidence's fact; None when it has none or it cannot be read."""
        return self._table(evidence, fact)[0]

    def table_problems(self, evidence: str, fact: str) -> list[Problem]:
        """What is wrong with the reading of a table."""
        return list(self._table(evidence, fact)[1])

    def files(self) -> Iterator[str]:
        """Every path whose bytes decide what the publication says, in order."""
        found = {path for paths in self.paths.values() for path in paths.values()}
        found.update((SETTINGS, WORDS, VERDICTS))
        folder = self.root / "content/evidence"
        if folder.is_dir():
            found.update(f"content/evidence/{p.name}" for p in folder.glob("*.csv"))
        return iter(sorted(found))

    def bytes_of(self, path: str) -> bytes:
        """A file's bytes; empty when it cannot be read."""
        if path in self._texts:
            return self._texts[path].encode()
        try:
            return regular_bytes(f"{self.root}/{path}") or b""
        except OSError:
            return b""

    def digest(self, path: str) -> str:
        """The SHA-256 of a file's bytes in hexadecimal digits; "" when it cannot be read."""
        data = self.bytes_of(path)
        return hashlib.sha256(data).hexdigest() if data else ""

    def _kept(self) -> int | None:
        small = sum(map(len, self.paths.values())) <= _KEPT
        return None if small or self.whole else _KEPT

    def _shelf(self, kind: str) -> Shelf[Any]:
        return Shelf(self.paths[kind], partial(self._read, kind))

    def _scan(self, folder: str, suffix: str) -> dict[str, str]:
        found: dict[str, str] = {}
        top = self.root / folder
        for name, is_folder in sorted(_names_in(top)):
            path = f"{folder}/{name}"
            stem, _, ending = name.rpartition(".")
            if name in _IGNORED or name.startswith("."):
                continue
            if is_folder:
                advice = "no folder in it is read; put its files beside the others"
                self._stray(path, advice, "folder")
            elif f".{ending}" != suffix:
                if ending != "csv" or folder != "content/evidence":
                    self._stray(path, f"files here end in {suffix}")
            elif not _ID.match(stem):
                self._stray(
                    path, "a file's name is its id: small letters, digits and hyphens, letter first"
                )
            else:
                found[stem] = path
        return found

    def _scan_top(self) -> None:
        """What lies in `content` itself is either known or in the wrong place."""
        top = self.root / "content"
        known = {*(folder for folder, _, _ in FOLDERS.values()), SETTINGS, WORDS, VERDICTS, _WORDS}
        for path in sorted(top.iterdir()) if top.is_dir() else ():
            name = f"content/{path.name}"
            if name not in known and path.name not in _IGNORED and path.name[0] != ".":
                self._stray(name, _PLACES, "folder" if path.is_dir() else "file")

    def _stray(self, name: str, advice: str, what: str = "file") -> None:
        message = f"{what} {name.rpartition('/')[2]!r} does not belong here"
        self.stray.append(Problem(Place(name), "stray-file", message, advice))

    def _read_once(self, kind: str, key: str) -> tuple[Any, list[Problem]]:
        loader = FOLDERS[kind][2]
        return self._load(self.paths[kind][key], loader)

    def _load(self, path: str, loader: Loader) -> tuple[Any, list[Problem]]:
        text, problems = self._text(path)
        if text is None:
            return None, problems
        record, more = loader(text, path)
        return record, [*problems, *more]

    def _text(self, path: str) -> tuple[str | None, list[Problem]]:
        if path in self._texts:
            return self._texts[path], []
        return read_text(self.root, path)

    def _single(self, path: str, loader: Loader) -> tuple[Any, list[Problem]]:
        return self._load(path, loader)

    def _table_once(self, evidence: str, fact: str) -> tuple[Table | None, list[Problem]]:
        record = self.evidence.get(evidence)
        entry = record.facts.get(fact) if record else None  # type: ignore[call-overload]
        if entry is None or entry.table is None:
            return None, []
        if not names_a_table(entry.table, evidence):
            return None, []  # the reading of the evidence file says so
        path = f"content/evidence/{entry.table}"
        text, problems = self._text(path)
        if text is None:
            return None, problems
        table, more = read_table(text, path, entry, f"{evidence}:{fact}")
        return table, [*problems, *more]
