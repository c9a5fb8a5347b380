"""No known misspelling in what readers and contributors read; words of ours are listed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "content/spelling.txt"
"""Names and codes that are no misspellings, one a line, in small letters."""
READ = ("content", "charts", "docs", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")


def misspellings(*paths: Path, words: Path | None = WORDS) -> list[str]:
    listed = ["--ignore-words", str(words)] if words is not None else []
    done = subprocess.run(
        [sys.executable, "-m", "codespell_lib", *listed, *map(str, paths)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_nothing_is_misspelt() -> None:
    found = misspellings(*(Path(name) for name in READ))
    assert found == [], "mend the word, or list a name in content/spelling.txt"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("The adress was recieved.", ["1: adress ==> address", "1: recieved ==> received"]),
        ("The address was received by IHS.", []),
    ],
)
def test_a_misspelling_is_caught(tmp_path: Path, written: str, found: list[str]) -> None:
    path = tmp_path / "text.md"
    path.write_text(written, "utf-8")
    assert [line.removeprefix(f"{path}:") for line in misspellings(path)] == found


def test_every_listed_word_is_needed() -> None:
    listed = WORDS.read_text("utf-8").split()
    assert listed == sorted(listed)
    flagged = {
        line.partition(" ==> ")[0].rpartition(" ")[2].lower()
        for line in misspellings(Path("content"), Path("charts"), Path("docs"), words=None)
    }
    assert [word for word in listed if word not in flagged] == []
