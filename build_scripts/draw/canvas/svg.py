"""From matplotlib's SVG to ours.

Only three elements of it matter: `path`, `text` and the `svg` around them. They are written anew,
with presentation attributes instead of styles (a content security policy refuses those), two
decimals, and no ids but those of the accessible name. Runs of elements with the same attributes
share them in a group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from xml.etree.ElementTree import Element, fromstring

FAMILY = "'Countercheck Sans', 'Source Sans 3', 'Source Sans Pro', Arial, sans-serif"
"""What SVG asks for: our own subset of the face, then its public names, then anything."""

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_HEX = re.compile(r"#[0-9a-f]{6}")
_KEPT = ("fill", "stroke", "stroke-width", "stroke-dasharray", "font-weight", "text-anchor")
_DEFAULTS = {("font-weight", "400"), ("text-anchor", "start"), ("stroke", "none")}


class UnexpectedSvg(ValueError):
    """matplotlib wrote something that this reading of its SVG does not know."""


def clean(raw: bytes, identifier: str, title: str, description: str) -> str:
    """Our SVG from matplotlib's: `identifier` begins every id, `title` and `description` name it.

    Raises UnexpectedSvg for elements other than paths and lines of text, and for a path of which
    nothing is left, because matplotlib cuts off what lies outside.
    """
    # The bytes come from our own call of matplotlib, not from outside.
    root = fromstring(raw)  # noqa: S314
    width, height = (_short(part) for part in root.attrib["viewBox"].split()[2:])
    names = (f"{identifier}-title", f"{identifier}-desc")
    body = "".join(
        _group(dict(shared), [element for _, element in elements])
        for shared, elements in groupby(_elements(root), key=lambda pair: pair[0])
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="{names[0]} {names[1]}" '
        f'font-family="{FAMILY}">'
        f'<title id="{names[0]}">{escape(title, quote=False)}</title>'
        f'<desc id="{names[1]}">{escape(description, quote=False)}</desc>{body}</svg>\n'
    )


_Attributes = tuple[tuple[str, str], ...]


def _elements(root: Element) -> Iterator[tuple[_Attributes, str]]:
    for element in root.iter():
        tag = element.tag.removeprefix(_SVG)
        if tag == "path" and "d" not in element.attrib:
            raise UnexpectedSvg("a path without points, for it lies outside the drawing")
        if tag == "path":
            yield _attributes(element), f'<path d="{_path(element.attrib["d"])}"/>'
        elif tag == "text":
            x, y = _short(element.attrib["x"]), _short(element.attrib["y"])
            yield (
                _attributes(element),
                f'<text x="{x}" y="{y}">{escape(element.text or "", quote=False)}</text>',
            )
        elif tag in ("clipPath", "use", "image", "tspan", "pattern"):
            raise UnexpectedSvg(f"an element {tag} that is neither a path nor a line of text")


def _group(shared: dict[str, str], elements: list[str]) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in shared.items())
    if len(elements) == 1:
        head, tail = re.match(r"(<\w+)(.*)", elements[0], re.DOTALL).groups()  # type: ignore[union-attr]
        return f"{head}{attributes}{tail}"
    return f"<g{attributes}>{''.join(elements)}</g>"


def _attributes(element: Element) -> _Attributes:
    style = {
        name.strip(): value.strip()
        for name, _, value in (part.partition(":") for part in element.get("style", "").split(";"))
    }
    found = [(name, _value(style[name])) for name in _KEPT if name in style]
    if "font-size" in style:
        found.append(("font-size", _short(style["font-size"].removesuffix("px"))))
    return tuple(pair for pair in found if pair not in _DEFAULTS)


def _value(value: str) -> str:
    if "url(" in value:
        raise UnexpectedSvg(f"a reference {value}")
    return value if _HEX.fullmatch(value) else _NUMBER.sub(lambda match: _short(match[0]), value)


def _path(d: str) -> str:
    steps = re.sub(r"\s+", " ", d).strip()
    steps = _NUMBER.sub(lambda match: _short(match[0]), steps)
    return re.sub(r" ?([MLCQz]) ?", r"\1", steps)


def _short(number: str) -> str:
    rounded = f"{float(number):.2f}".rstrip("0").rstrip(".")
    return "0" if rounded in ("-0", "") else rounded
