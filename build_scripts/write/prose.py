"""The checked parse as HTML: what was checked is what a reader gets.

Every bound stretch becomes a link to its fact, every citation group small source numbers. Links
to our own records become addresses; charts and tables leave a gap that the page fills. The result
passes through nh3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from markdown_it.token import Token
from markupsafe import Markup

from build_scripts.model.bindings import Bound, BoundText, Role
from build_scripts.model.refs import FactRef
from build_scripts.model.typography import smart
from build_scripts.write.addresses import Addresses, relative
from build_scripts.write.fact_cards import card_id
from build_scripts.write.markup import cleaned

_LINKED = (Role.FACT, Role.REPEAT, Role.DATE, Role.QUOTATION)
_SHORT = 14
"""Letters of a figure that stays on one line, such as "$27.5 billion" or "2019–23"."""
_LONG = 60
"""Letters from which on a cell of a table asks for room on a narrow screen."""
NOTHING = Markup("")
_RECORDS = ("claim", "speaker", "topic", "evidence")


@dataclass
class Notes:
    """What the texts of one page refer to, numbered in the order in which a reader meets it."""

    facts: dict[FactRef, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)

    def fact(self, ref: FactRef) -> int:
        """The number of a fact's note."""
        return self.facts.setdefault(ref, len(self.facts) + 1)

    def source(self, evidence: str) -> int:
        """The number of a source."""
        return self.sources.setdefault(evidence, len(self.sources) + 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page: HTML, a heading (`level`), or an image's target (`figure`)."""

    html: Markup = NOTHING
    level: int = 0
    figure: str = ""


class Pen:
    """Renders the texts of one page at the path `page`.

    With `numbered` False citations leave no numbers: for lists and pages without a source list.
    """

    def __init__(
        self, addresses: Addresses, page: str, notes: Notes | None = None, *, numbered: bool = True
    ) -> None:
        self.addresses = addresses
        self.page = page
        self.notes = notes if notes is not None else Notes()
        self.numbered = numbered
        self._prepared: tuple[BoundText | None, dict[int, list[Bound]], dict[int, str]]
        self._prepared = (None, {}, {})

    def line(self, text: BoundText) -> Markup:
        """A text on one line, without its paragraph, or with a space between several."""
        return cleaned(" ".join(self._inlines(text)))

    def blocks(self, text: BoundText) -> Markup:
        """A text without figures and headings of its own: a summary, a note."""
        return Markup("").join(piece.html for piece in self.pieces(text))

    def pieces(self, text: BoundText) -> list[Piece]:
        """A body as runs of HTML between headings and figures."""
        found: list[Piece] = []
        run: list[str] = []
        tokens = text.prose.tokens
        place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.type == "heading_open":
                self._flush(run, found)
                level = min(max(int(token.tag[1]), 2), 4)
                found.append(Piece(cleaned(self._inline(tokens[place + 1], text)), level))
                place += 3
                continue
            figure = _lone_image(tokens, place)
            if figure:
                self._flush(run, found)
                found.append(Piece(figure=figure))
                place += 3
                continue
            if token.type == "td_open" and not token.attrs and _is_long(tokens[place + 1]):
                run.append('<td class="long">')
            else:
                run.append(self._block(token, text))
            place += 1
        self._flush(run, found)
        return found

    def _flush(self, run: list[str], found: list[Piece]) -> None:
        if run:
            found.append(Piece(_scrolling(cleaned("".join(run)))))
            run.clear()

    def _inlines(self, text: BoundText) -> Iterator[str]:
        for token in text.prose.tokens:
            if token.type == "inline":
                yield self._inline(token, text)

    def _block(self, token: Token, text: BoundText) -> str:
        if token.type == "inline":
            return self._inline(token, text)
        if token.type in ("fence", "code_block"):
            return f"<pre><code>{escape(token.content)}</code></pre>"
        if token.type == "hr":
            return "<hr>"
        if token.hidden or not token.tag:
            return ""
        if token.nesting < 0:
            return f"</{token.tag}>"
        style = str(token.attrs.get("style", ""))
        align = ' align="right"' if "right" in style else ""
        start = f' start="{int(token.attrs["start"])}"' if "start" in token.attrs else ""
        return f"<{token.tag}{align}{start}>"

    def _inline(self, token: Token, text: BoundText) -> str:
        if self._prepared[0] is not text:
            printed = {block.number: smart(block.text) for block in text.prose.blocks}
            self._prepared = (text, _by_block(text.bounds), printed)
        _, bounds, printed = self._prepared
        return "".join(_Line(self, bounds, printed).render(token.children or ()))

    # Addresses.

    def link(self, target: str) -> str:
        """The address a link in prose leads to."""
        scheme, _, rest = target.partition(":")
        if scheme in _RECORDS:
            name, hash_, anchor = rest.partition("#")
            if scheme == "evidence" and ":" in name:
                ref = FactRef.parse(name)
                return relative(self.page, self.addresses.fact(ref.evidence, ref.anchor))
            return relative(self.page, self.addresses.page(scheme, name)) + hash_ + anchor
        if scheme == "page":
            return relative(self.page, self.addresses.page("page", rest))
        if ":" not in target and ".md" in target:
            name, hash_, anchor = target.partition("#")
            home = self.addresses.page("page", name.removesuffix(".md"))
            return relative(self.page, home) + hash_ + anchor
        return target

    def fact_link(self, ref: FactRef) -> str:
        """The address of a fact."""
        return relative(self.page, self.addresses.fact(ref.evidence, ref.anchor))


class _Line:
    """Renders the inline tokens of one block; `printed` are the texts of all blocks."""

    def __init__(self, pen: Pen, bounds: dict[int, list[Bound]], printed: dict[int, str]) -> None:
        self.pen = pen
        self.bounds = bounds
        self.printed = printed
        self.out: list[str] = []
        self.open: Bound | None = None
        self.in_link = False

    def render(self, tokens: Sequence[Token]) -> list[str]:
        for token in tokens:
            self._take(token)
        self._close()
        return self.out

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind in ("text", "text_special"):
            self._text(token.content, int(token.meta.get("block", 0)), int(token.meta.get("at", 0)))
        elif kind == "softbreak":
            self._text("\n", int(token.meta.get("block", 0)), int(token.meta.get("at", 0)))
        else:
            self._close()
            self._markup(token, kind)

    def _markup(self, token: Token, kind: str) -> None:
        if kind == "citation":
            self._citation(token)
        elif kind == "code_inline":
            self.out.append(f"<code>{escape(token.content)}</code>")
        elif kind == "hardbreak":
            self.out.append("<br>")
        elif kind == "link_open":
            self.in_link = True
            href = self.pen.link(str(token.attrs.get("href", "")))
            self.out.append(f'<a href="{escape(href)}">')
        elif kind == "link_close":
            self.in_link = False
            self.out.append("</a>")
        elif kind in ("em_open", "em_close", "strong_open", "strong_close"):
            self.out.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")

    def _text(self, content: str, block: int, at: int) -> None:
        done = 0
        content = self.printed.get(block, "")[at : at + len(content)] or content
        for bound in [] if self.in_link else self.bounds.get(block, []):
            start, end = max(bound.start - at, 0), min(bound.end - at, len(content))
            if start >= end or start < done:
                continue
            if self.open is not bound:
                self._close()
            self._words(content[done:start])
            if self.open is not bound:
                self._open(bound)
            self._words(content[start:end])
            if at + end >= bound.end:
                self._close()
            done = end
        self._words(content[done:])

    def _words(self, words: str) -> None:
        if words:
            self.out.append(escape(words))

    def _open(self, bound: Bound) -> None:
        if bound.ref is None:
            return
        number = self.pen.notes.fact(bound.ref)
        kind = "figure quotation" if bound.role is Role.QUOTATION else "figure"
        if bound.end - bound.start <= _SHORT:
            kind += " short"
        self.open = bound
        self.out.append(
            f'<a class="{kind}" href="{escape(self.pen.fact_link(bound.ref))}" '
            f'data-card="{card_id(bound.ref)}" data-note="{number}">'
        )

    def _close(self) -> None:
        if self.open is not None:
            self.out.append("</a>")
            self.open = None

    def _citation(self, token: Token) -> None:
        # The space before a citation belongs to the notation, not to the text.
        last = -2 if self.out[-1:] == ["</a>"] else -1
        if len(self.out) >= -last and not self.out[last].endswith(">"):
            self.out[last] = self.out[last].rstrip()
        if not self.pen.numbered:
            return
        names: dict[str, None] = {}
        for piece in token.content.split(";"):
            ref = FactRef.parse(piece.strip().removeprefix("@"))
            names.setdefault(ref.evidence)
        marks = [(self.pen.notes.source(name), name) for name in names]
        links = ",\u202f".join(
            f'<a href="#source-{name}" aria-label="Source {number}">{number}</a>'
            for number, name in marks
        )
        self.out.append(f'<sup class="cite">{links}</sup>')


def _by_block(bounds: Sequence[Bound]) -> dict[int, list[Bound]]:
    found: dict[int, list[Bound]] = {}
    for bound in sorted(bounds, key=lambda bound: (bound.block, bound.start)):
        # A figure that repeats one that nothing bears, on a page that says so, has no home.
        if bound.ref is not None and bound.ref.evidence and bound.role in _LINKED:
            found.setdefault(bound.block, []).append(bound)
    return found


def _is_long(cell: Token) -> bool:
    words = (part.content for part in cell.children or () if part.type in ("text", "code_inline"))
    return sum(map(len, words)) > _LONG


def _scrolling(html: Markup) -> Markup:
    """Tables that scroll by themselves where they are wider than the screen, by keyboard too."""
    opened = '<div class="table-scroll" role="group" aria-label="Table" tabindex="0"><table>'
    text = str(html).replace("<table>", opened).replace("</table>", "</table></div>")
    return Markup(text)  # noqa: S704  (only a tag can read so: text is escaped)


def _lone_image(tokens: Sequence[Token], place: int) -> str:
    """The target of a chart or table that is a paragraph of its own; "" for anything else."""
    if tokens[place].type != "paragraph_open":
        return ""
    inline = tokens[place + 1].children or ()
    children = [child for child in inline if child.type == "image" or child.content.strip()]
    if len(children) == 1 and children[0].type == "image":
        return str(children[0].attrs.get("src", ""))
    return ""
