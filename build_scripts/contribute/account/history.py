"""Files of an earlier revision, from git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from build_scripts.git import git

_SECONDS = 120
_FOLDERS = ("content", "charts", "docs")
_KEPT = frozenset({".md", ".yml", ".csv"})
_FILE_MODES = frozenset({"100644", "100755"})


class NoHistory(Exception):
    """Why an earlier revision cannot be read, and what to do."""


class History:
    """The git history that a folder belongs to."""

    def __init__(self, root: Path) -> None:
        self.root = root
        found = self._git("rev-parse", "--show-prefix")
        if found is None:
            raise NoHistory(f"{root} is not in a git repository, so nothing can be compared")
        self._prefix = found.decode().strip()

    def base(self, revision: str) -> str:
        """The commit to compare with: the last one that `revision` and the present branch share.

        What others have changed since a branch began is not a change of that branch. Raises
        NoHistory.
        """
        commit = self._commit(revision)
        if commit is None:
            advice = (
                "; this is a shallow clone: run `git fetch --unshallow`" if self.shallow else ""
            )
            raise NoHistory(f"git knows no revision {revision!r}{advice}")
        if self._commit("HEAD") is None:
            raise NoHistory("nothing has been committed here yet, so nothing can be compared")
        shared = self._git("merge-base", commit, "HEAD")
        if shared is None:
            if self.shallow:
                raise NoHistory(
                    f"where the present branch and {revision!r} part is not in this shallow clone; "
                    "run `git fetch --unshallow`"
                )
            raise NoHistory(f"{revision!r} and the present branch have no history in common")
        return shared.decode().strip()

    @property
    def shallow(self) -> bool:
        """Whether the history is cut off."""
        return self._git("rev-parse", "--is-shallow-repository") == b"true\n"

    def write(self, commit: str, target: Path) -> None:
        """Write the content's files of a commit under `target`. Raises NoHistory."""
        listed = list(self._listed(commit))
        objects = "".join(f"{name}\n" for name, _ in listed).encode()
        data = self._git("cat-file", "--batch", given=objects)
        if data is None:
            raise NoHistory(f"the files of {commit[:12]} cannot be read from git")
        at = 0
        for name, path in listed:
            end = data.index(b"\n", at)
            header = data[at:end].decode()
            if header != f"{name} blob {header.rpartition(' ')[2]}":
                raise NoHistory(f"{path} of {commit[:12]} is not in this clone; fetch it first")
            size = int(header.rpartition(" ")[2])
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data[end + 1 : end + 1 + size])
            at = end + 1 + size + 1

    def _listed(self, commit: str) -> Iterator[tuple[str, str]]:
        """The object and the path under the root of every file of the content."""
        folders = [f"{self._prefix}{folder}" for folder in _FOLDERS]
        found = self._git("ls-tree", "-r", "-z", "--full-tree", commit, "--", *folders)
        for entry in (found or b"").decode("utf-8", "surrogateescape").split("\0"):
            if not entry:
                continue
            about, _, name = entry.partition("\t")
            mode, _, blob = about.split(" ")
            path = PurePosixPath(name.removeprefix(self._prefix))
            plain = mode in _FILE_MODES and path.suffix in _KEPT and ".." not in path.parts
            if plain and not path.is_absolute():
                yield blob, path.as_posix()

    def _commit(self, revision: str) -> str | None:
        if not revision or revision.startswith("-"):
            return None
        found = self._git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        return found.decode().strip() if found else None

    def _git(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """What git prints; None when it fails."""
        try:
            done = git(self.root, *arguments, given=given, seconds=_SECONDS)
        except FileNotFoundError:
            raise NoHistory("git is not installed, and --since needs it") from None
        except subprocess.TimeoutExpired:
            raise NoHistory(f"git gave no answer within {_SECONDS} seconds") from None
        if done.returncode and b"dubious ownership" in done.stderr:
            raise NoHistory(
                "git refuses this folder because it belongs to somebody else; "
                f"run `git config --global --add safe.directory {self.root.resolve()}`"
            )
        return done.stdout if done.returncode == 0 else None
