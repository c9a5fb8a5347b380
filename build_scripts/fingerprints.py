"""What has changed since the last run, so that only that is checked, drawn and written again.

A record's key is a hash of its own bytes, of every file it may rest on, and of the engine. Files
are found to rest on each other by the ids they mention: too many rather than too few. All files are
read and hashed at each run (80 MB take less than a second); nothing relies on file times.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from build_scripts.problems import Place, Problem
from build_scripts.processes import spread
from build_scripts.read.library import FOLDERS, SETTINGS, VERDICTS, WORDS, Library

_WORD = re.compile(rb"[a-z][a-z0-9-]*")
_ENGINE = Path(__file__).resolve().parent
_MANY = 4_000
"""From so many files on, several processes read them."""
_CHUNK = 500
"""Files that a process is given at a time."""

Result = tuple[str, list[list[str | int]]]
"""The key a record was checked under, and the notices that were found."""


@dataclass
class Memory:
    """What the last run knew: of each file its digest and mentions, of each record its result."""

    files: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    results: dict[str, Result] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, path: Path) -> Memory:
        """Read it; a missing or damaged file is an empty memory."""
        try:
            data = json.loads(path.read_text("utf-8"))
            files = {name: (entry[0], entry[1]) for name, entry in data["files"].items()}
            results = {name: (entry[0], entry[1]) for name, entry in data["results"].items()}
            return cls(files, results, data["ids"])
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return cls()

    def save(self, path: Path) -> None:
        """Write it beside the old one and swap, so that a killed run damages nothing.

        Where nothing can be written, the next run looks at everything again.
        """
        fresh = path.with_suffix(".new")
        data = {"files": self.files, "results": self.results, "ids": self.ids}
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(data, separators=(",", ":")), "utf-8")
            fresh.replace(path)


@cache
def engine_digest() -> str:
    """A hash of the engine's own source, so that a changed rule looks at everything again."""
    found = hashlib.blake2b(digest_size=16)
    for path in sorted(_ENGINE.rglob("*")):
        if path.suffix in (".py", ".j2", ".html", ".css", ".js"):
            found.update(path.relative_to(_ENGINE).as_posix().encode())
            found.update(path.read_bytes())
    return found.hexdigest()


class Fingerprints:
    """The keys of all records of a library, for one run."""

    def __init__(self, library: Library, before: Memory) -> None:
        self.library = library
        self.before = before
        self.ids = {key for paths in library.paths.values() for key in paths}
        self._kinds: dict[str, str] = {}
        """The kinds of record that bear an id: one may go while another of that name stays."""
        for kind, paths in library.paths.items():
            for key in paths:
                self._kinds[key] = f"{self._kinds.get(key, '')} {kind}"
        self._raw_ids = {key.encode() for key in self.ids}
        self._added = [(name, name.encode()) for name in sorted(self.ids - set(before.ids))]
        self.files: dict[str, tuple[str, list[str]]] = {}
        self._scan()
        self._evidence = library.paths["evidence"]
        self._tables = self._tables_of_evidence()
        self._reach: dict[str, frozenset[str]] = {}
        frame = [self._digest(path) for path in (SETTINGS, WORDS, VERDICTS)]
        self.frame = _hash([engine_digest(), *frame])

    def key(self, path: str) -> str:
        """The key of the record at `path`."""
        digest, mentions = self.files[path]
        parts = [self.frame, path, digest]
        reached: set[str] = set()
        own = path.rpartition("/")[2].rpartition(".")[0]
        if self._evidence.get(own) == path:
            reached |= self._closure(own)
        for name in mentions:
            parts.append(f"{name} {self._kinds[name]}")
            if name in self._evidence:
                reached |= self._closure(name)
        parts.extend(self._digest(file) for file in sorted(reached))
        return _hash(parts)

    def everything(self) -> str:
        """A key of all files together."""
        return _hash(
            [self.frame, *(f"{path} {self.files[path][0]}" for path in sorted(self.files))]
        )

    def memory(self, results: Mapping[str, Result]) -> Memory:
        """What the next run should know."""
        return Memory(self.files, dict(results), sorted(self.ids))

    def copies(self) -> Iterator[Problem]:
        """Yield a problem for every record whose file is the copy of another of its kind."""
        for paths in self.library.paths.values():
            known: dict[str, str] = {}
            for path in paths.values():
                first = known.setdefault(self._digest(path), path)
                if first != path and self.library.bytes_of(path).strip():
                    yield Problem(
                        Place(path),
                        "duplicate-file",
                        f"this file holds just what {first} holds",
                        "delete one of the two; a former name is given under `formerly`",
                    )

    def mentioned_evidence(self, path: str) -> list[str]:
        """The ids of the evidence that a record mentions."""
        return [name for name in self.files[path][1] if name in self._evidence]

    def _scan(self) -> None:
        paths = list(self.library.files())
        for found in spread(self._scanned, paths, many=_MANY, at_a_time=_CHUNK):
            self.files.update(found)

    def _scanned(self, paths: Sequence[str]) -> dict[str, tuple[str, list[str]]]:
        found = {}
        for path in paths:
            data = self.library.bytes_of(path)
            digest = hashlib.blake2b(data, digest_size=16).hexdigest()
            known = self.before.files.get(path)
            if known is not None and known[0] == digest:
                names = [name for name in known[1] if name in self.ids]
                names += [name for name, raw in self._added if raw in data]
            else:
                names = [raw.decode() for raw in self._raw_ids.intersection(_WORD.findall(data))]
            own = path.rpartition("/")[2].rpartition(".")[0]
            found[path] = (digest, sorted(set(names) - {own}))
        return found

    def _digest(self, path: str) -> str:
        return self.files.get(path, ("", []))[0]

    def _tables_of_evidence(self) -> dict[str, list[str]]:
        """The CSV files whose names begin with the id of an evidence."""
        folder = FOLDERS["evidence"][0]
        found: dict[str, list[str]] = {}
        for path in self.files:
            if not path.endswith(".csv"):
                continue
            words = path.removeprefix(f"{folder}/").removesuffix(".csv").split("-")
            for length in range(1, len(words) + 1):
                name = "-".join(words[:length])
                if name in self._evidence:
                    found.setdefault(name, []).append(path)
        return found

    def _closure(self, name: str) -> frozenset[str]:
        """The files that an evidence rests on: its own, its tables, and those of its inputs."""
        known = self._reach.get(name)
        if known is not None:
            return known
        files: set[str] = set()
        names, queue = {name}, [name]
        while queue:
            current = queue.pop()
            own = [self._evidence[current], *self._tables.get(current, ())]
            files.update(own)
            for path in own:
                fresh = {n for n in self.files[path][1] if n in self._evidence} - names
                names |= fresh
                queue.extend(fresh)
        self._reach[name] = frozenset(files)
        return self._reach[name]


def _hash(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
