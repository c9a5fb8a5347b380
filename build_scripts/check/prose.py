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
_NO_SIGN = re.compile(r"\[[a-z][a-z0-9-]*:[a-z][a-z0-9-]*(?:\.[A-Za-z0-9_-]+)*(?=[];])")
_PLAIN = "write plain Markdown; put code between backticks"
_FOREIGN = (
    (_HTML, "HTML", _PLAIN),
    (_TEMPLATE, "a template or attribute list", _PLAIN),
    (_LINK, "the end of a link that cannot be read", _PLAIN),
    (_NO_SIGN, "a citation without its @", "write [@evidence:fact; @evidence:fact.row]"),
)


def markup_problems(texts: Collection[BoundText]) -> Iterator[Problem]:
    """HTML, template language, attribute lists, and citations that are none, in bound texts."""
    for text in texts:
        for block in text.prose.blocks:
            for pattern, what, advice in _FOREIGN:
                for match in pattern.finditer(block.text):
                    yield at(
                        block.text.place(*match.span()),
                        f"{match[0]!r} looks like {what}, which would be shown as it stands",
                        advice,
                    )


@rule("article")
def foreign_markup(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """HTML, template language, an attribute list or a citation without its @ stands in the text.

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
