"""The SVG that pages and downloads get."""

from __future__ import annotations

import re
from xml.etree.ElementTree import XML, Element

import pytest

from build_scripts.draw.canvas.canvas import NARROW, WIDE
from build_scripts.draw.canvas.colours import LIGHT
from build_scripts.draw.canvas.svg import UnexpectedSvg, clean
from build_scripts.draw.data import Drawing
from build_scripts.draw.paint import download_png, download_svg, draw
from tests.draw.samples import all_samples, changes, votes

SVG = "{http://www.w3.org/2000/svg}"
DRAWINGS = all_samples()


def read(svg: bytes | str) -> Element:
    return XML(svg)


def ids(root: Element) -> list[str]:
    return [element.attrib["id"] for element in root.iter() if "id" in element.attrib]


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.id)
def test_a_drawing_has_an_accessible_name_and_nothing_a_policy_refuses(drawing: Drawing) -> None:
    svg = draw(drawing, WIDE).decode()
    root = read(svg)
    assert root.attrib["role"] == "img"
    named = {e.attrib["id"]: e.text for e in root if e.tag in (SVG + "title", SVG + "desc")}
    title, description = root.attrib["aria-labelledby"].split()
    assert named == {title: drawing.title, description: drawing.alt}
    assert ids(root) == [title, description]
    assert not re.search(r"style|<script|\bon\w+=|href|url\(|<image|<!|<\?|metadata", svg)


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.id)
def test_colours_are_variables_on_a_page_and_concrete_in_a_download(drawing: Drawing) -> None:
    page, download = draw(drawing, NARROW).decode(), download_svg(drawing).decode()
    used = re.findall(r' (?:fill|stroke)="(?!none)([^"]*)"', page)
    variables = {f"var(--chart-{name},{colour})" for name, colour in LIGHT.items()}
    assert used
    assert set(used) <= variables
    concrete = set(re.findall(r' (?:fill|stroke)="(?!none)([^"]*)"', download))
    assert concrete <= set(LIGHT.values())


def test_text_stays_text_in_our_typeface() -> None:
    root = read(draw(votes(), WIDE))
    assert root.attrib["font-family"].startswith("'Countercheck Sans'")
    texts = [element.text for element in root.iter(SVG + "text")]
    assert "Crimea, March 2014" in texts
    assert "141" in texts


def test_a_download_carries_title_subtitle_note_and_source() -> None:
    drawing = next(drawing for drawing in DRAWINGS if drawing.note)
    root = read(download_svg(drawing))
    text = " ".join(element.text or "" for element in root.iter(SVG + "text"))
    for part in (drawing.title, drawing.subtitle, drawing.note, drawing.source):
        assert part in text
    inline = read(draw(drawing, WIDE))
    shown = " ".join(element.text or "" for element in inline.iter(SVG + "text"))
    assert drawing.title not in shown
    assert drawing.source not in shown


def test_ids_are_unique_across_charts_widths_and_downloads() -> None:
    found = [
        name
        for drawing in (votes(), changes())
        for svg in (draw(drawing, WIDE), draw(drawing, NARROW), download_svg(drawing))
        for name in ids(read(svg))
    ]
    assert len(found) == 12
    assert len(set(found)) == 12


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.id)
def test_the_same_drawing_has_the_same_bytes(drawing: Drawing) -> None:
    assert draw(drawing, WIDE) == draw(drawing, WIDE)
    assert download_svg(drawing) == download_svg(drawing)


def test_the_same_picture_has_the_same_bytes_in_few_exact_colours() -> None:
    import io

    from PIL import Image

    png = download_png(votes())
    assert png == download_png(votes())
    image = Image.open(io.BytesIO(png))
    assert image.mode == "P"
    assert image.width == 2 * WIDE
    rgb = image.convert("RGB")
    assert rgb.getpixel((2, 2)) == (255, 255, 255)
    assert tuple(bytes.fromhex(LIGHT["accent"][1:])) in {
        colour for _, colour in rgb.getcolors(256) or ()
    }


def test_numbers_have_two_decimals_at_most() -> None:
    for drawing in DRAWINGS:
        assert not re.search(
            r"\d\.\d{3}", re.sub(r"<(title|desc|text).*?</\1>", "", str(draw(drawing, WIDE)))
        )


def test_signs_of_markup_and_of_mathematics_are_plain_text() -> None:
    from dataclasses import replace

    marks = (replace(changes().marks[0], label='<b>&"$x_1$ and $y$'),)
    svg = draw(replace(changes(), marks=marks, title="<&>", alt='"'), WIDE)
    root = read(svg)
    assert next(e.text for e in root.iter(SVG + "text")) == "<b>&”$x_1$ and $y$"
    assert root[0].text == "<&>"


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<image/>", "an element image that is neither a path nor a line of text"),
        ("<path/>", "a path without points, for it lies outside the drawing"),
        ('<path d="" style="fill: url(#a)"/>', r"a reference url\(#a\)"),
    ],
)
def test_what_is_not_known_is_refused(inside: str, message: str) -> None:
    raw = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'
    with pytest.raises(UnexpectedSvg, match=f"^{message}$"):
        clean(raw.encode(), "a", "b", "c")
