"""The committed web fonts are what the script makes, and they hold what the content needs."""

import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from build_scripts.draw.canvas.fonts import SANS_FAMILY, sans_font_paths
from build_scripts.theme import make_fonts
from build_scripts.theme.make_fonts import (
    COMMON_PART,
    CYRILLIC_PART,
    EXTENDED,
    FACES,
    FOLDER,
    Face,
    make_all,
    stem,
    unicode_range,
)

ROOT = Path(__file__).parents[2]
LATIN = [face for face in FACES if face.part == COMMON_PART]
TEXTS = ("content/**/*.md", "content/**/*.yml", "content/**/*.csv", "charts/*.yml", "docs/**/*.md")


def committed(face: Face) -> TTFont:
    return TTFont(BytesIO((FOLDER / f"{stem(face)}.woff2").read_bytes()))


def covered_by(face: Face) -> set[int]:
    """What a face covers with its extended part."""
    return {*committed(face).getBestCmap(), *committed(face._replace(part=EXTENDED)).getBestCmap()}


def letters_in_use() -> dict[str, str]:
    """Every Latin or Cyrillic letter, digit and sign of the content, with a file that has it."""
    found: dict[str, str] = {}
    for pattern in TEXTS:
        for path in sorted(ROOT.glob(pattern)):
            for character in set(path.read_text("utf-8")):
                found.setdefault(character, str(path.relative_to(ROOT)))
    return found


def script(character: str) -> str:
    return unicodedata.name(character, "").split(" ")[0]


def test_regenerating_gives_the_same_bytes() -> None:
    made = make_all()
    stale = [name for name, data in made.items() if (FOLDER / name).read_bytes() != data]
    assert stale == [], "run `python -m build_scripts.theme.make_fonts` and commit"
    kept = {path.name for path in FOLDER.iterdir()}
    assert kept == {*made, "OFL.txt"}


@pytest.mark.parametrize("face", FACES, ids=stem)
def test_the_reserved_name_is_not_used(face: Face) -> None:
    names = committed(face)["name"]
    ours = [str(record) for record in names.names if record.nameID in {1, 2, 3, 4, 6, 16, 17}]
    assert names.getDebugName(1) == face.family
    assert not [name for name in ours if "Source" in name]
    assert "Open Font License" in str(names.getDebugName(13))


@pytest.mark.parametrize("face", LATIN, ids=stem)
def test_every_latin_letter_of_the_content_is_there(face: Face) -> None:
    covered = covered_by(face)
    latin = {c: where for c, where in letters_in_use().items() if script(c) == "LATIN"}
    missing = {c: where for c, where in latin.items() if ord(c) not in covered}
    assert missing == {}


@pytest.mark.parametrize("face", [f for f in FACES if f.part == CYRILLIC_PART], ids=stem)
def test_every_cyrillic_letter_of_the_content_is_there(face: Face) -> None:
    covered = committed(face).getBestCmap()
    cyrillic = {c: where for c, where in letters_in_use().items() if script(c) == "CYRILLIC"}
    missing = {c: where for c, where in cyrillic.items() if ord(c) not in covered}
    assert missing == {}


@pytest.mark.parametrize("face", LATIN, ids=stem)
def test_the_signs_of_our_notation_are_there(face: Face) -> None:
    covered = covered_by(face)
    # the italics of the originals have no rouble and no hryvnia
    signs = "0123456789–—‘’“”…½⅓¼€£−×≈≥≤≠∞%§°" + ("" if face.style == "italic" else "₽₴→")
    assert [sign for sign in signs if ord(sign) not in covered] == []


@pytest.mark.parametrize("feature", ["kern", "liga"])
def test_letters_are_spaced_and_joined(feature: str) -> None:
    regular = committed(FACES[0])
    table = regular["GPOS" if feature == "kern" else "GSUB"].table
    assert feature in {record.FeatureTag for record in table.FeatureList.FeatureRecord}


def test_figures_can_line_up_in_tables() -> None:
    table = committed(FACES[0])["GSUB"].table
    tags = {record.FeatureTag for record in table.FeatureList.FeatureRecord}
    assert {"tnum", "lnum", "onum"} <= tags


def test_a_face_is_small_enough_for_a_phone() -> None:
    sizes = {stem(face): (FOLDER / f"{stem(face)}.woff2").stat().st_size for face in FACES}
    assert {name: size for name, size in sizes.items() if size > 20_000} == {}


@pytest.mark.parametrize("face", LATIN, ids=stem)
def test_what_common_pages_need_is_in_one_part(face: Face) -> None:
    common = committed(face).getBestCmap()
    extended = committed(face._replace(part=EXTENDED)).getBestCmap()
    assert [sign for sign in "abcxyzäéñç0189–—‘’“”…€−≥½ " if ord(sign) not in common] == []
    assert set(common) & set(extended) == set()


def test_unicode_range_joins_runs() -> None:
    assert unicode_range([0x42, 0x41, 0x20AC]) == "U+41-42, U+20AC"


def test_the_script_writes_what_it_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_fonts, "FOLDER", tmp_path)
    monkeypatch.setattr(make_fonts, "make_all", lambda: {"a.woff2": b"1234"})
    assert make_fonts.main() == 0
    assert capsys.readouterr().out == "a.woff2: 4 bytes\n"
    assert (tmp_path / "a.woff2").read_bytes() == b"1234"


def test_charts_find_their_typeface() -> None:
    for path in sans_font_paths():
        assert TTFont(path)["name"].getDebugName(1).startswith(SANS_FAMILY)
