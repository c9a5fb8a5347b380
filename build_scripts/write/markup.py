"""HTML that is known to be safe, and text on its way into Markdown headings and front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any

import nh3
from markupsafe import Markup

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>&#|!]")
_NOT_ASCII = re.compile(r"[^\x20-\x7e]")
_TAGS = frozenset(
    "a abbr blockquote br code em h2 h3 h4 hr li ol p pre q span strong sub sup "
    "table tbody td th thead tr ul".split()
)
_ATTRIBUTES = {
    "a": {"href", "class", "data-card", "data-note", "aria-label", "lang", "id"},
    "span": {"class", "lang"},
    "sup": {"class"},
    "ol": {"start"},
    "th": {"align", "scope"},
    "td": {"align", "class"},
    "blockquote": {"lang"},
}


def cleaned(html: str) -> Markup:
    """Rendered prose without anything that prose cannot contain: the second wall."""
    clean = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return Markup(clean)  # noqa: S704  (this is what makes it safe)


def heading_text(text: str) -> Markup:
    """Plain text as a Markdown heading takes it: every character with a meaning as an entity."""
    line = " ".join(text.split())
    return Markup(_MARKDOWN.sub(lambda match: f"&#{ord(match[0])};", line))  # noqa: S704


def front_matter(values: Mapping[str, Any]) -> Markup:
    """Front matter for MkDocs: JSON, which is YAML; strings are escaped, for nothing else will.

    What is not ASCII is written by its number, as YAML has it: JSON writes an emoji as two halves,
    of which YAML makes no character, and MkDocs then takes none of the front matter.

    A value that is `Markup` is safe as it stands. Values that are None or "" are left out.
    """
    lines = [
        f"{key}: {_NOT_ASCII.sub(_number, json.dumps(_escaped(value), ensure_ascii=False))}"
        for key, value in values.items()
        if value not in (None, "")
    ]
    return Markup("\n".join(["---", *lines, "---", ""]))  # noqa: S704


def _number(match: re.Match[str]) -> str:
    """A character as a YAML escape (https://yaml.org/spec/1.2.2/#57-escaped-characters)."""
    code = ord(match[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _escaped(value: Any) -> Any:
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, list | tuple):
        return [_escaped(entry) for entry in value]
    if isinstance(value, Mapping):
        return {key: _escaped(entry) for key, entry in value.items()}
    return value
