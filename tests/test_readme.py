"""The README says what is so: its commands, pictures, links, its example and its refusal."""

from __future__ import annotations

import re
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts.check.run import check_unit
from build_scripts.cli import _parser
from build_scripts.contribute.custody.trace import UnknownName, trace
from build_scripts.contribute.custody.tree import render
from build_scripts.link.publication import Publication
from build_scripts.read.library import Library
from build_scripts.report import as_text

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
MAINTAIN = (ROOT / "docs/maintain.md").read_text("utf-8")
GUIDES = {"README.md": README, "docs/maintain.md": MAINTAIN}
FLAGSHIP = "most-countries-russias-military-partners"
RENEW = "the README shows an old output: run its command and paste what it says now"
_PLACE = re.compile(r"\b\d+:\d+\b|^ +\d+ (?=\|)", re.MULTILINE)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands(text: str) -> Iterator[list[str]]:
    """What stands after `python -m build_scripts`, in blocks and in spans of code."""
    for words in re.findall(r"python3? -m build_scripts ([^`\n#]+)", text):
        yield words.split()


def targets(text: str) -> set[str]:
    """Every target of make that stands at the start of a line or of a span of code."""
    return set(re.findall(r"(?:^|`)make ([a-z-]+)(?=[\s`:]|$)", text, re.MULTILINE))


def modules(text: str) -> set[str]:
    return set(re.findall(r"python -m (build_scripts\.\w+)", text))


@pytest.mark.parametrize("name", GUIDES)
def test_every_target_of_make_exists(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert targets(GUIDES[name]) <= set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


@pytest.mark.parametrize("name", GUIDES)
def test_every_command_is_understood(name: str) -> None:
    found = [words for words in commands(GUIDES[name]) if "…" not in words]
    assert found
    for words in found:
        assert callable(_parser().parse_args(words).run)


def test_the_way_without_make_is_the_way_of_make() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert modules(README.replace(".venv\\Scripts\\", "")) == {
        "build_scripts.environment",
        "build_scripts.suite",
    }
    for call in ("build_scripts.environment --dev", "build_scripts.suite", "build_scripts site"):
        assert f"-m {call}" in makefile
        assert f"-m {call}" in README


def test_continuous_integration_runs_the_two_commands() -> None:
    (block,) = [text for text in blocks("sh") if text.startswith("make")]
    named = re.findall(r"^make (\w+)", block, re.MULTILINE)
    workflows = sorted((ROOT / ".github/workflows").glob("*.yml"))
    run = (ROOT / ".ci/run").read_text("utf-8")
    assert "make test" in run
    for text in (path.read_text("utf-8") for path in workflows):
        assert ".ci/run" in text
        run += "\n" + "\n".join(re.findall(r"run: (make .*)", text))
    used = targets(run)
    assert named == ["site", "test"]
    assert used >= set(named)
    assert used <= targets(README) | targets(MAINTAIN), "a command of ours that nobody explains"


def test_links_and_pictures_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", README)
    assert len(links) > 10
    for link in links:
        path, _, anchor = link.partition("#")
        assert not re.match(r"\w+:", link), "the README needs no address outside the repository"
        assert (ROOT / path).is_file(), link
        if anchor:
            heads = re.findall(r"^#+ (.*)$", (ROOT / path).read_text("utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w-]", "", h.lower().replace(" ", "-")) for h in heads}


def test_pictures_are_light_enough_and_say_what_they_show() -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\((\S+\.png)\)", README)
    assert len(pictures) == 2
    for words, path in pictures:
        data = (ROOT / path).read_bytes()
        assert len(words) > 40
        assert len(data) <= 250_000
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">I", data[16:20]) == (1200,)
    shown = {Path(path).name for _, path in pictures}
    assert {path.name for path in (ROOT / ".github/pictures").glob("*.png")} == shown


def test_files_named_in_the_guide_exist() -> None:
    spans = re.findall(r"`([\w./-]+/[\w.-]*|[\w-]+\.(?:py|yml|toml|md|lock))`", MAINTAIN)
    assert len(spans) > 30
    made = ("build/", ".venv", ".cache")
    missing = {
        path
        for path in spans
        if not path.startswith(made)
        and not (ROOT / path).exists()
        and not (ROOT / "build_scripts" / path).exists()
    }
    assert missing == set()


def test_every_folder_of_tests_is_that_of_a_room_or_explained_in_the_guide() -> None:
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()} - {"__pycache__"}
    strange = {name for name in folders if not (ROOT / "build_scripts" / name).is_dir()}
    assert strange - set(re.findall(r"`tests/([a-z]+)/`", MAINTAIN)) == set()


def test_the_chain_is_what_trace_prints() -> None:
    (text,) = [text for text in blocks("console") if " trace " in text]
    command, *shown = text.rstrip("\n").split("\n")
    assert re.fullmatch(
        rf"\$ .venv/bin/python -m build_scripts trace {FLAGSHIP} --line \d+", command
    )
    publication = Publication(Library(ROOT))
    article = (ROOT / f"content/claims/{FLAGSHIP}.md").read_text("utf-8")
    # Lines move when an article is edited; what stands on them is what counts.
    found = [_traced(publication, line) for line in range(1, article.count("\n") + 1)]
    assert any(_in_order(shown, real) for real in found), RENEW


def _traced(publication: Publication, line: int) -> list[str]:
    try:
        return render(trace(publication, FLAGSHIP, line), colour=False).split("\n")
    except UnknownName:
        return []


def _in_order(shown: list[str], real: list[str]) -> bool:
    """Whether the shown lines, cut where they end in an ellipsis, are among the real ones."""
    rest = iter(_PLACE.sub("", line) for line in real)
    return all(any(_same(_PLACE.sub("", line), other) for other in rest) for line in shown)


def _same(shown: str, real: str) -> bool:
    return real == shown or (shown.endswith("…") and real.startswith(shown[:-1]))


def test_the_refusal_is_what_check_prints(tmp_path: Path) -> None:
    (text,) = [text for text in blocks("console") if " check\n" in text]
    wrong = re.search(r"cooperation with (\d+) states", text)
    assert wrong is not None
    for folder in ("content", "charts", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    path = tmp_path / f"content/claims/{FLAGSHIP}.md"
    article = path.read_text("utf-8")
    right = re.sub(r"\d+", "100", wrong[0])
    assert right in article, RENEW
    path.write_text(article.replace(right, wrong[0]), "utf-8")
    problems = check_unit(Publication(Library(tmp_path)), ("claims", FLAGSHIP))
    said = as_text(problems, tmp_path, colour=False)
    shown = text.partition("\n")[2]
    assert _PLACE.sub("", said).strip() == _PLACE.sub("", shown).strip(), RENEW


def test_the_street_is_drawn_as_it_is_built() -> None:
    (drawing,) = blocks("text")
    stages = re.findall(r"^ +([a-z]+) {5,}", drawing, re.MULTILINE)
    assert stages == ["read", "link", "check", "draw", "write", "publish"]
    assert all((ROOT / "build_scripts" / stage).is_dir() for stage in stages)
