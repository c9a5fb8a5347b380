"""Make the web fonts of the theme from the typefaces that two PyPI packages carry.

    python -m build_scripts.theme.make_fonts

writes the WOFF2 files and `fonts.css` beside the licence in `theme/fonts/`. They are committed, so
that a build needs no font tools; run this again when the characters below or the tools change.
The Open Font License reserves the name "Source" for the originals: subsets have another one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "fonts"

# What British English, the names of states and people, and our notation need; blocks as in the
# Unicode charts. Scripts beyond these fall back to the reader's own fonts.
LATIN = (
    (0x20, 0x7E),  # Basic Latin
    (0xA0, 0x17F),  # Latin-1 Supplement, Latin Extended-A
    (0x192, 0x192),  # florin
    (0x1CD, 0x1DC),  # pinyin tones
    (0x218, 0x21B),  # Romanian comma below
    (0x259, 0x259),  # schwa, as in Azerbaijani
    (0x2BB, 0x2BC),  # modifier apostrophes
    (0x2C6, 0x2C7),
    (0x2D8, 0x2DD),
    (0x300, 0x30C),  # combining accents
    *(
        (code, code + 1) for code in (0x1E0C, 0x1E24, 0x1E2A, 0x1E62, 0x1E6C, 0x1E92)
    ),  # Arabic names
    (0x2002, 0x200D),  # spaces, joiners
    (0x2010, 0x2015),  # hyphens and dashes
    (0x2018, 0x201E),  # quotation marks
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),  # fraction slash
    (0x2070, 0x208E),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2116, 0x2116),
    (0x2120, 0x2122),
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x2199),  # arrows
    (0x2202, 0x2265),  # mathematical signs
    (0x25A0, 0x25CF),  # geometric shapes
    (0x2713, 0x2717),  # ticks and crosses
)
COMMON = (
    (0x20, 0x7E),
    (0xA0, 0xFF),
    (0x2BC, 0x2BC),
    (0x2002, 0x200D),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x20AC, 0x20AC),
    (0x2153, 0x2154),
    (0x2192, 0x2192),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2265),
)
"""What nearly every page needs of `LATIN`. It is a file of its own, a third smaller: the rest of a
face is fetched only by pages where it occurs."""
CYRILLIC = ((0x400, 0x45F), (0x490, 0x491), (0x4B0, 0x4B1))

FEATURES = ("kern", "liga", "ccmp", "locl", "mark", "mkmk", "tnum", "pnum", "lnum", "onum")


class Face(NamedTuple):
    """One face: the family it joins, where it comes from, and its place in the family."""

    family: str
    package: str
    file: str
    weight: int
    style: str
    part: str = ""


COMMON_PART, EXTENDED, CYRILLIC_PART = "", "extended", "cyrillic"
"""Parts of a face, as the names of their files end."""
SERIF = ("Countercheck Serif", "font_source_serif_pro")
SANS = ("Countercheck Sans", "font_source_sans_pro")
_LATIN_FACES = (
    Face(*SERIF, "SourceSerifPro-Regular", 400, "normal"),
    Face(*SERIF, "SourceSerifPro-It", 400, "italic"),
    Face(*SERIF, "SourceSerifPro-Semibold", 600, "normal"),
    Face(*SANS, "SourceSansPro-Regular", 400, "normal"),
    Face(*SANS, "SourceSansPro-It", 400, "italic"),
    Face(*SANS, "SourceSansPro-Semibold", 600, "normal"),
)
FACES = (
    *_LATIN_FACES,
    *(face._replace(part=EXTENDED) for face in _LATIN_FACES),
    Face(*SERIF, "SourceSerifPro-Regular", 400, "normal", CYRILLIC_PART),
    Face(*SANS, "SourceSansPro-Regular", 400, "normal", CYRILLIC_PART),
)


def stem(face: Face) -> str:
    """Return a face's file name without its ending, such as `countercheck-serif-400-italic`."""
    parts = [face.family.lower().replace(" ", "-"), str(face.weight)]
    parts += ["italic"] if face.style == "italic" else []
    parts += [face.part] if face.part else []
    return "-".join(parts)


def _rename(font: TTFont, face: Face) -> None:
    """Give a font our name wherever applications look for one (OpenType `name`, ids 1 to 17)."""
    style = {400: "Regular", 600: "Semibold"}[face.weight]
    style = "Italic" if face.style == "italic" else style
    postscript = f"{face.family.replace(' ', '')}-{style}"
    names = {1: face.family, 2: style, 3: postscript, 4: f"{face.family} {style}", 6: postscript}
    table = font["name"]
    # 0 copyright, 5 version, 7 trademark, 8 to 14 makers and licence: theirs, kept as they are
    table.names = [record for record in table.names if record.nameID in {0, 5, *range(7, 15)}]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)


def _codepoints(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {code for first, last in ranges for code in range(first, last + 1)}


def _wanted(part: str) -> set[int]:
    """The code points of a part of a face; no two parts have one in common."""
    if part == CYRILLIC_PART:
        return _codepoints(CYRILLIC)
    common = _codepoints(COMMON)
    return _codepoints(LATIN) - common if part == EXTENDED else common


def make(face: Face) -> tuple[bytes, list[int]]:
    """Return one face as WOFF2 bytes, and the code points that it covers, sorted."""
    source = resources.files(face.package) / "files" / f"{face.file}.ttf"
    # the font's own date stays, else no two runs would give the same bytes
    font = TTFont(BytesIO(source.read_bytes()), recalcTimestamp=False)
    options = Options(
        layout_features=list(FEATURES),
        hinting=False,
        name_IDs=["*"],
        notdef_outline=True,
        drop_tables=["DSIG"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(_wanted(face.part)))
    subsetter.subset(font)
    _rename(font, face)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue(), sorted(font.getBestCmap())


def unicode_range(codes: Iterable[int]) -> str:
    """Return code points as the CSS descriptor `unicode-range` writes them, runs joined."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def _rule(face: Face, codes: Iterable[int]) -> str:
    return (
        "@font-face {\n"
        f'  font-family: "{face.family}";\n'
        f"  font-style: {face.style};\n"
        f"  font-weight: {face.weight};\n"
        "  font-display: swap;\n"
        f'  src: url("{stem(face)}.woff2") format("woff2");\n'
        f"  unicode-range: {unicode_range(codes)};\n"
        "}\n"
    )


def make_all() -> Mapping[str, bytes]:
    """Return every file that belongs in `theme/fonts/`, by name, except the licence."""
    made = [(face, *make(face)) for face in FACES]
    files = {f"{stem(face)}.woff2": data for face, data, _ in made}
    head = "/* Made by build_scripts/theme/make_fonts.py. SIL Open Font License 1.1: OFL.txt. */\n"
    files["fonts.css"] = (head + "".join(_rule(face, codes) for face, _, codes in made)).encode()
    return files


def main() -> int:
    """Write the fonts into the theme; return an exit code."""
    for name, data in make_all().items():
        (FOLDER / name).write_bytes(data)
        sys.stdout.write(f"{name}: {len(data):,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
