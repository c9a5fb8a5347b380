"""Rules on Markdown: CommonMark as GitHub shows it, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from build_scripts.check.rules import at, rule
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import BoundText
from build_scripts.model.prose import Prose
from build_scripts.model.refs import REFERENCE
from build_scripts.model.text import shown
from build_scripts.problems import Problem
from build_scripts.read.notation.figures import read_figures

_HTML = re.compile(r"</?[A-Za-z][^>\n]*>|<!--")
_TEMPLATE = re.compile(r"\{\{|\{%|\{:|\{#")
_LINK = re.compile(r"\]\([^)\s]*\)?")
_UNREAD = re.compile(rf"\[[^][@:\n]*@{REFERENCE}|\[@|(?<![\w.])(?<!; )@{REFERENCE}")
_OPEN = re.compile(r"\*\*|__|~~")
_UNKNOWN = re.compile(r"\]\[[^]\n]*\]")
MARKED = re.compile(r"[][<{`@*_~]")
"""Finds a sign in every text that holds markup, or what looks like it, and in few others."""
_PLAIN = "write plain Markdown; put code between backticks"
_FOREIGN = (
    (_HTML, "HTML", _PLAIN),
    (_TEMPLATE, "a template or attribute list", _PLAIN),
    (_LINK, "the end of a link that cannot be read", _PLAIN),
    (
        _UNREAD,
        "a citation that cannot be read",
        "write [@evidence:fact], with both brackets and nothing else between them",
    ),
    (
        _OPEN,
        "emphasis that does not begin or end",
        "put the same signs close around the words, without spaces inside",
    ),
    (
        _UNKNOWN,
        "a link whose address stands nowhere",
        "write [words](https://…), or give its address in a line of its own: [name]: https://…",
    ),
)
_WITHOUT_CITATIONS = re.compile(r"title|paraphrase|readings\.\d+|untested\.\d+")


def markup_problems(texts: Iterable[Prose]) -> Iterator[Problem]:
    """HTML, template language, attribute lists, and Markdown that is none, in texts."""
    for text in texts:
        for block in text.blocks:
            for pattern, what, advice in _FOREIGN if MARKED.search(block.text) else ():
                for match in pattern.finditer(block.text):
                    yield at(
                        block.text.place(*match.span()),
                        f"{match[0]!r} looks like {what}, which would be shown as it stands",
                        advice,
                    )


@rule("article")
def foreign_markup(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """HTML, template language, or Markdown that is none, stands in the text.

    Prose is plain CommonMark with tables, so that it reads the same on GitHub and on the site. A
    citation without a bracket or with other words between the brackets is no
    citation; two stars that nothing closes are no emphasis.

    Bad:  <b>12</b> states {: .big }, or 193 members [see @un:members]
    Good: **12** states, and 193 members [@un:members]
    """
    yield from markup_problems(text.prose for text in linked.texts)


def code_problems(publication: Publication, texts: Iterable[Prose]) -> Iterator[Problem]:
    """Blocks of code, and figures and citations in code between backticks, in texts."""
    for text in texts:
        for token in text.tokens:
            if token.type in ("fence", "code_block"):
                yield _block_of_code(text, token)
            for child in token.children or ():
                if child.type == "code_inline" and _states(publication, child.content):
                    yield _code_in_line(text, child)


def _states(publication: Publication, code: str) -> bool:
    """Whether a figure or a citation stands in a piece of code."""
    return bool(_UNREAD.search(code) or read_figures(code, publication.lexicon))


def _code_in_line(text: Prose, token: Token) -> Problem:
    words, start = text.blocks[token.meta["block"]].text, token.meta["at"]
    return at(
        words.place(start, start + len(token.content)),
        f"“{token.content}” stands in code, where nobody checks it",
        "write it without backticks, and cite the fact that bears it; one that none bears is "
        "exempted under `unchecked`",
    )


def _block_of_code(text: Prose, token: Token) -> Problem:
    lines = text.source.split("\n")
    first = token.map[0] if token.map else 0
    start = sum(len(line) + 1 for line in lines[:first])
    start += len(lines[first]) - len(lines[first].lstrip())
    fenced = token.type == "fence"
    return at(
        text.source.place(start, start + (len(token.markup) if fenced else 1)),
        "a block of code begins here, in which nobody checks anything",
        "take out this line, and the one that closes the block"
        if fenced
        else "begin the line without spaces: with four of them before it, it is code",
    )


@rule("article")
def unchecked_code(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """A figure or a citation stands in code, or a block of code stands in a text about the world.

    Code is shown as it stands, and no figure in it is held against a fact. A block whose three
    backticks are never closed swallows the rest of the article.

    Bad:  The UN has `193 members`.
    Good: The UN has 193 members [@un:members].
    """
    yield from code_problems(publication, (text.prose for text in linked.texts))


def idle_citations(texts: Iterable[Prose]) -> Iterator[Problem]:
    """Citations in texts that are bound without any."""
    for text in texts:
        for block in text.blocks:
            for group in block.groups:
                yield at(
                    group.place,
                    "nobody reads a citation here",
                    "take it out: this text rests on the tests of the readings, or on its own fact",
                )


@rule("article")
def idle_citation(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """A citation stands in a text that is bound without: a title, a paraphrase, a sentence of
    `means`, `asks` or `says`.

    It would vanish from the page, and nobody would notice that it leads nowhere.

    Bad:  title: Russia has six treaty allies [@russia-ties:treaty-allies]
    Good: title: Russia has six treaty allies
    """
    yield from idle_citations(
        text.prose for text in linked.texts if _WITHOUT_CITATIONS.fullmatch(text.where)
    )


@rule("article")
def heading_level(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """Headings begin at the second level and do not skip one.

    The page's title is the only heading of the first level; people who navigate by headings rely on
    their order. Texts beside the body, such as a summary or a caveat, have no headings.

    Bad:  # Allies, or #### after ##
    Good: ## Allies, then ### By treaty
    """
    before = 1
    for block in linked.text("body").prose.blocks:
        if block.kind != "heading":
            continue
        if block.level == 1 or block.level > before + 1:
            yield at(
                block.text.place(),
                f"a heading of level {block.level} follows one of level {before}",
                f"begin it with {'#' * (before + 1 if block.level > 1 else 2)}",
            )
        before = max(block.level, 2)
    yield from lost_headings(linked.texts)


def lost_headings(texts: Iterable[BoundText]) -> Iterator[Problem]:
    """Headings in texts that have none on their page: only a body does."""
    for text in texts:
        for block in text.prose.blocks if text.where != "body" else ():
            if block.kind == "heading":
                message = f"the heading {shown(block.text)} would be shown nowhere"
                yield at(block.text.place(), message, "this text has only words: take it out")
