"""A page for every rule, from its docstring: what is wrong, why it matters, how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from build_scripts.check.catalogue import all_rules
from build_scripts.check.rules import RULES
from build_scripts.model.typography import smart
from build_scripts.problems import Severity
from build_scripts.write.pages.lists import Row
from build_scripts.write.site import Site, Written

_EXAMPLE = re.compile(r"\s*(bad|good|ok):", re.IGNORECASE)


def pages(site: Site) -> Iterator[Written]:
    """One page per rule, and their list."""
    helps = all_rules()
    for name, (text, severity) in helps.items():
        values = {"name": name, "error": severity is Severity.ERROR, "parts": _parts(text)}
        matter = {"title": name, "description": _first(text), "kind": "rule"}
        yield site.write(site.addresses.page("rule", name), "rule.md.j2", matter, values)
    yield _list(site, {name: _first(text) for name, (text, _) in helps.items()})


def _list(site: Site, firsts: dict[str, str]) -> Written:
    groups = []
    for title, id, names in (
        ("Rules on what the content says", "of-content", [n for n in firsts if n in RULES]),
        ("Rules on how files are written", "of-files", [n for n in firsts if n not in RULES]),
    ):
        rows = [Row(site.addresses.page("rule", name), name, firsts[name]) for name in names]
        groups.append({"title": title, "id": id, "checks": [], "rows": rows})
    intro = "What the check refuses, and why. Each rule has a page that says how to mend it."
    values = {"title": "Rules", "intro": intro, "groups": groups, "numbers": []}
    matter = {"title": "Rules", "description": intro, "kind": "list"}
    return site.write(site.addresses.page("list", "rules"), "list.md.j2", matter, values)


def _parts(text: str) -> list[dict[str, object]]:
    return [
        {"text": part, "example": bool(_EXAMPLE.match(part))}
        if _EXAMPLE.match(part)
        else {"text": _coded(" ".join(part.split())), "example": False}
        for part in text.split("\n\n")
        if part.strip()
    ]


def _coded(text: str) -> Markup:
    """Words in backticks as code, the others as they are printed."""
    pieces = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if number % 2 else escape(smart(piece))
        for number, piece in enumerate(pieces)
    )


def _first(text: str) -> str:
    return " ".join(text.split("\n\n", maxsplit=1)[0].split()).replace("`", "")
