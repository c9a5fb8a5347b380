"""The picture that stands for a page where its link is shared, complete in itself.

Feeds show it at the width of a hand, so it says little, and that large: the name and the address,
who said what and when, and the verdict by a word, a shape and a colour.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_scripts.draw.canvas.canvas import Canvas, Words
from build_scripts.draw.canvas.colours import LIGHT, VERDICTS
from build_scripts.draw.canvas.metrics import shortened, text_width, wrapped
from build_scripts.draw.canvas.signs import draw_sign
from build_scripts.draw.cards.record import HEIGHT, WIDTH, ShareCard

PALETTE: Mapping[str, str] = {**LIGHT, **VERDICTS, "ground": "#f6f5f1"}
"""The colours of cards; the ground is that of the claim card on the page."""
_EDGE = 68.0
_SPAN = WIDTH - 2 * _EDGE
_BAND = 464.0
"""Where the band with the verdict begins: a quarter of the card, and all that a glance takes in."""
_SIZES = (84.0, 76.0, 70.0, 64.0, 58.0, 52.0, 48.0)
_LEADING = 1.16
_TALLEST = 226.0
_ADDRESS_SIZES, _ADDRESS_ROOM = (24.0, 22.0, 20.0), 320.0
_ANY = "unproven"
"""The shape and colour of a verdict that has none of its own."""


def sheet(card: ShareCard) -> Canvas:
    """The card laid out; its colours are names in `PALETTE`."""
    canvas = Canvas(WIDTH)
    canvas.bottom = HEIGHT
    canvas.rect(0, 0, WIDTH, HEIGHT, "ground")
    if card.claim:
        _folio(canvas, card)
        _claim(canvas, card)
        _ruling(canvas, *card.verdicts[0])
    else:
        _title(canvas, card)
        _scale(canvas, card.verdicts)
    return canvas


def _folio(canvas: Canvas, card: ShareCard) -> None:
    """Name and address over a double rule, as at the head of every page."""
    size, name = _on_a_line(card.name, 42.0, room=_SPAN - _ADDRESS_ROOM, bold=True)
    room = _SPAN - _serif(canvas, _EDGE, 79.0, name, size, bold=True) - 48.0
    size, address = _fitted_address(card.address, room)
    canvas.text(WIDTH - _EDGE, 79.0, address, size=size, colour="muted", anchor="end")
    _double_rule(canvas, 104.0)


def _fitted_address(address: str, room: float) -> tuple[float, str]:
    """The address at the largest size that has room, or else that of the site: half of one helps
    nobody.
    """
    for size in _ADDRESS_SIZES:
        if text_width(address, size) <= room:
            return size, address
    return _ADDRESS_SIZES[0], shortened(address.partition("/")[0], room, _ADDRESS_SIZES[0])


def _claim(canvas: Canvas, card: ShareCard) -> None:
    size, said = _on_a_line(card.said, 30.0, serif=False)
    canvas.text(_EDGE, 164.0, said, size=size, colour="muted")
    size, lines = _fitted(card.claim)
    # Type hangs from its line: larger type begins lower.
    baseline = 186.0 + size * 0.98
    for line in lines:
        _serif(canvas, _EDGE, baseline, line, size)
        baseline += size * _LEADING


def _fitted(text: str) -> tuple[float, list[str]]:
    """The largest size at which a text has room, and its lines; the last size cuts it short."""
    for size in _SIZES:
        lines = wrapped(text, _SPAN, size, serif=True)
        if len(lines) * size * _LEADING <= _TALLEST:
            return size, lines
    room = int(_TALLEST / (size * _LEADING))
    while len(lines) > room:
        # By words, and what is one long word by letters.
        text = text.rpartition(" ")[0] or text[:-1]
        lines = wrapped(text.rstrip(",;:.–—- ") + "…", _SPAN, size, serif=True)
    return size, lines


def _ruling(canvas: Canvas, verdict: str, label: str) -> None:
    """The verdict as if cut out of its colour."""
    colour = verdict if verdict in VERDICTS else _ANY
    canvas.rect(0, _BAND, WIDTH, HEIGHT - _BAND, colour)
    middle = (_BAND + HEIGHT) / 2
    draw_sign(canvas, verdict, (_EDGE - 4.0, middle - 46.0), 92.0, ("ground", colour))
    left = _EDGE + 120.0
    size, label = _on_a_line(label, 82.0, room=WIDTH - _EDGE - left, bold=True)
    _serif(canvas, left, middle + 27.0, label, size, bold=True, colour="ground")


def _title(canvas: Canvas, card: ShareCard) -> None:
    size, name = _on_a_line(card.name, 136.0, least=0.3, bold=True)
    _serif(canvas, _EDGE - 4.0, 226.0, name, size, bold=True)
    _double_rule(canvas, 276.0)
    size, tagline = _on_a_line(card.tagline, 50.0)
    _serif(canvas, _EDGE, 350.0, tagline, size)
    address = shortened(card.address, _SPAN, 30.0)
    canvas.text(_EDGE, 402.0, address, size=30.0, colour="muted")


def _scale(canvas: Canvas, verdicts: Sequence[tuple[str, str]]) -> None:
    """The steps of the rating scale side by side."""
    size, gap = 30.0, 18.0
    widths = [44.0 + gap + text_width(label, size, bold=True) for _, label in verdicts]
    between = (_SPAN - sum(widths)) / max(len(verdicts) - 1, 1)
    shrunk = 1.0
    if between < gap:
        shrunk = _SPAN / (sum(widths) + gap * (len(verdicts) - 1))
        between = gap * shrunk
    left = _EDGE
    for (verdict, label), width in zip(verdicts, widths, strict=True):
        colour = verdict if verdict in VERDICTS else _ANY
        draw_sign(
            canvas, verdict, (left - 2.0, 536.0 - 22.0 * shrunk), 44.0 * shrunk, (colour, "ground")
        )
        x = left + (44.0 + gap) * shrunk
        canvas.text(x, 536.0 + 10.0 * shrunk, label, size=size * shrunk, bold=True, colour=colour)
        left += width * shrunk + between


def _double_rule(canvas: Canvas, top: float) -> None:
    canvas.rect(_EDGE, top, _SPAN, 2.0, "ink")
    canvas.rect(_EDGE, top + 5.0, _SPAN, 2.0, "ink")


def _on_a_line(
    text: str,
    size: float,
    *,
    room: float = _SPAN,
    least: float = 0.55,
    bold: bool = False,
    serif: bool = True,
) -> tuple[float, str]:
    """The size at which a text has room on one line, and as much of it as has.

    Down to `least` of its size it shrinks, then it is cut short.
    """
    width = text_width(text, size, bold=bold, serif=serif)
    size *= min(1.0, max(least, 0.999 * room / width))
    return size, shortened(text, room, size, bold=bold, serif=serif)


def _serif(
    canvas: Canvas,
    x: float,
    y: float,
    text: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = "ink",
) -> float:
    """Write a line; return its width."""
    width = text_width(text, size, bold=bold, serif=True)
    canvas.shapes.append(Words(x, y, text, width, size, bold, colour, "start", serif=True))
    return width
