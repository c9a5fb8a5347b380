"""Rules on Markdown: CommonMark as GitHub shows it, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from build_scripts.check.rules import at, rule
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import BoundText
from build_scripts.problems import Problem

_HTML = re.compile(r"</?[A-Za-z][^>\n]*>|<!--")
_TEMPLATE = re.compile(r"\{\{|\{%|\{:|\{#")
_LINK = re.compile(r"\]\([^)\s]*\)?")
_FOREIGN = (
    (_HTML, "HTML"),
    (_TEMPLATE, "a template or attribute list"),
    (_LINK, "the end of a link that cannot be read"),
)


def markup_problems(texts: Collection[BoundText]) -> Iterator[Problem]:
    """HTML, template language and attribute lists in bound texts."""
    for text in texts:
        for block in text.prose.blocks:
            for pattern, what in _FOREIGN:
                for match in pattern.finditer(block.text):
                    yield at(
                        block.text.place(*match.span()),
                        f"{match[0]!r} looks like {what}, which would be shown as it stands",
                        "write plain Markdown; put code between backticks",
                    )


@rule("article")
def foreign_markup(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """HTML, template language or an attribute list stands in the text.

    Prose is plain CommonMark with tables, so that it reads the same on GitHub and on the site.

    Bad:  <b>12</b> states {: .big }
    Good: **12** states
    """
    yield from markup_problems(linked.texts)


@rule("article")
def heading_level(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """Headings begin at the second level and do not skip one.

    The page's title is the only heading of the first level; people who navigate by headings rely on
    their order.

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
