"""YAML as nodes with places: the core of YAML 1.2, without what makes files surprising.

Every value is text. Anchors, aliases, merge keys, tags, directives and further documents are
refused where they stand in the event stream, before anything is built from them: they are what
turns a small file into hours of work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from build_scripts.model.text import Text, shown
from build_scripts.problems import Place, Problem
from build_scripts.read.files import hidden_character, is_hidden
from build_scripts.read.yaml.nodes import Mapping, Node, Scalar, Sequence
from build_scripts.read.yaml.scalars import scalar_text
from build_scripts.read.yaml.syntax import character_problem, syntax_problem

_new = tuple.__new__
"""Makes a `Scalar` without asking for its defaults: there are hundreds in a file."""
MAX_DEPTH = 12
MAX_NODES = 20_000
MAX_PROBLEMS = 20

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CUT = re.compile(r" +(#\S.*)")
_TAB = re.compile(r"^( *+)[^\t\n]*+\t", re.MULTILINE)


class _Refused(Exception):
    """Nothing after this can be read."""


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[Node | None, list[Problem]]:
    """Read YAML, whose first line is `first_line` of its file.

    Returns its root; None when it cannot be used. A file with a duplicate key is still returned,
    with the first of the two. Never raises.
    """
    if "\t" in text:
        return None, list(islice(_tab_problems(text, path, first_line), MAX_PROBLEMS))
    composer: _Composer | None = None
    node = None
    problems: list[Problem] = []
    try:
        composer = _Composer(LOADER(text), text, path, first_line, problems)
        node = composer.document()
    except _Refused:
        pass
    except yaml.reader.ReaderError as error:
        problems.append(character_problem(error.position, text, path, first_line))
    except yaml.MarkedYAMLError as error:
        problems.append(syntax_problem(error, text, path, first_line))
    except (yaml.YAMLError, ValueError, OverflowError):
        # half of a surrogate pair in the text, or an escape beyond Unicode
        problems.append(
            Problem(Place(path, first_line), "yaml-syntax", "a character here is none of Unicode")
        )
    return (None if composer is None or composer.unusable else node), problems


class _Composer:
    """Events become nodes. Recursion is bounded by MAX_DEPTH."""

    def __init__(
        self, loader: Any, source: str, path: str, first_line: int, problems: list[Problem]
    ) -> None:
        self._next = loader.get_event
        self._source = source
        self._has_comments = " #" in source
        self._path = path
        self._first_line = first_line
        self._problems = problems
        self._nodes = 0
        self.unusable = False

    def document(self) -> Node | None:
        self._next()
        start = self._next()
        if not isinstance(start, DocumentStartEvent):
            self._refuse(
                Place(self._path, self._first_line),
                "empty-file",
                "nothing is written here",
                "write its keys, each on a line of its own, or delete the file",
            )
        if start.version or start.tags:
            self._report(
                self._place(start),
                "yaml-directive",
                "a line begins with %, an instruction to YAML",
                "delete it",
            )
        event = self._next()
        if isinstance(event, ScalarEvent) and not event.value and not event.style:
            self._refuse(
                Place(self._path, self._first_line),
                "empty-file",
                "nothing is written here",
                "write its keys, each on a line of its own, or delete the file",
            )
        node = self._node(event, 1)
        self._next()
        following = self._next()
        if isinstance(following, DocumentStartEvent):
            self._refuse(
                self._place(following, 3),
                "several-documents",
                "a second document begins here",
                "keep one document in a file: delete the line with three dashes, or split the file",
            )
        return node

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            return self._alias(event)
        if depth > MAX_DEPTH:
            self._refuse(
                self._place(event),
                "too-deep",
                f"keys and lists stand more than {MAX_DEPTH} deep in each other",
                "a value that begins with [ or { needs quotation marks if it is text",
            )
        self._count(event)
        self._properties(event)
        if kind is MappingStartEvent:
            return self._mapping(event, depth)
        items = []
        while type(inner := self._next()) is not SequenceEndEvent:
            items.append(self._node(inner, depth + 1))
        return Sequence(tuple(items), self._place(event))

    def _mapping(self, begun: Any, depth: int) -> Mapping:
        entries: dict[Text, Node] = {}
        while type(key_event := self._next()) is not MappingEndEvent:
            scalar = type(key_event) is ScalarEvent
            key = self._text(key_event) if scalar else self._no_key(key_event)
            if not "A" <= key < "{":  # most begin with a letter
                self._odd_key(key, key_event)
            event = self._next()
            scalar = type(event) is ScalarEvent  # most values; asked here to save a call for each
            value = self._scalar(event) if scalar else self._node(event, depth + 1)
            if entries.setdefault(key, value) is not value:
                first = next(known for known in entries if known == key)
                self._report(
                    key.place(),
                    "duplicate-key",
                    f"key {shown(key)} is given twice; first on line {first.place().line}",
                    "keep one of the two",
                )
        return Mapping(entries, self._place(begun))

    def _no_key(self, event: Any) -> NoReturn:
        if type(event) is AliasEvent:
            self._alias(event)
        self._refuse(
            self._place(event),
            "bad-key",
            "a key is text, not keys with values or a list",
            "a value that begins with [ or { needs quotation marks if it is text",
        )

    def _odd_key(self, key: Text, event: Any) -> None:
        if key == "<<" and not event.style:
            self.unusable = True
            self._report(
                key.place(),
                "merge-key",
                "merge key '<<' is not read",
                "write the keys out where they are needed",
            )
        elif not key.strip():
            self._report(
                key.place(), "bad-key", "a key is empty", "write its name before the colon"
            )

    def _scalar(self, event: Any) -> Scalar:
        return _new(Scalar, (self._text(event), event.style or ""))

    def _text(self, event: Any) -> Text:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._too_many(event)
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        value, style, start = event.value, event.style, event.start_mark
        raw = self._source[start.index : event.end_mark.index]
        line, column = start.line + self._first_line, start.column + 1
        if self._has_comments and not style:
            self._cut_off(event.end_mark)
        if raw == value:  # most values, which stand as they are written
            return Text(value, self._path, ((0, line, column),))
        text = scalar_text(value, style or "", raw, self._path, line, column)
        if style == '"' and "\\" in raw:
            self._escapes(text)
        return text

    def _cut_off(self, mark: Any) -> None:
        """A number sign behind a space begins a comment, also where it was meant as text."""
        cut = _CUT.match(self._source, mark.index)
        if cut:
            column = mark.column + 1 + cut.start(1) - mark.index
            self._report(
                Place(self._path, mark.line + self._first_line, column, len(cut[1])),
                "yaml-comment",
                f"{shown(cut[1])} is a comment to YAML, and would be left out",
                "put single quotation marks around the whole text; "
                "a comment has a space behind its number sign",
            )

    def _escapes(self, text: Text) -> None:
        """An escape may not bring in what the file itself may not hold."""
        for offset, character in enumerate(text):
            if is_hidden(character):
                self.unusable = True
                self._add(hidden_character(character, text.place(offset, offset + 1)))

    def _alias(self, event: Any) -> Scalar:
        self._count(event)
        self.unusable = True
        name = shown(event.anchor)
        self._report(
            self._place(event, len(event.anchor) + 1),
            "yaml-alias",
            f"alias {name} stands for another part of the file",
            "write that part out here; text that begins with * needs quotation marks",
        )
        return Scalar(Text("", self._path, self._spans(event)))

    def _properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._report(
                self._place(event, len(event.anchor) + 1),
                "yaml-anchor",
                f"anchor {shown(event.anchor)} gives a part of the file a name",
                "delete it; text that begins with & needs quotation marks",
            )
        if event.tag is not None:
            self._report(
                self._place(event),
                "yaml-tag",
                f"tag {shown(event.tag)} is not read",
                "delete it; text that begins with ! needs quotation marks",
            )

    def _count(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._too_many(event)

    def _too_many(self, event: Any) -> NoReturn:
        self._refuse(
            self._place(event),
            "too-many-nodes",
            f"the file has more than {MAX_NODES:,} values",
            "put data into a CSV table beside the file, or split the file",
        )

    def _spans(self, event: Any) -> tuple[tuple[int, int, int]]:
        mark = event.start_mark
        return ((0, mark.line + self._first_line, mark.column + 1),)

    def _place(self, event: Any, length: int = 1) -> Place:
        mark = event.start_mark
        return Place(self._path, mark.line + self._first_line, mark.column + 1, length)

    def _report(self, place: Place, rule: str, message: str, advice: str = "") -> None:
        self._add(Problem(place, rule, message, advice))

    def _add(self, problem: Problem) -> None:
        self._problems.append(problem)
        if len(self._problems) >= MAX_PROBLEMS:
            raise _Refused

    def _refuse(self, place: Place, rule: str, message: str, advice: str = "") -> NoReturn:
        self.unusable = True
        self._report(place, rule, message, advice)
        raise _Refused


def _tab_problems(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem for every line with a tab: YAML allows some tabs, its readers disagree."""
    for tab in _TAB.finditer(text):
        line = text.count("\n", 0, tab.end()) + first_line
        indents = tab.end(1) + 1 == tab.end()
        yield Problem(
            Place(path, line, tab.end() - tab.start()),
            "yaml-tab",
            "this line is indented with a tab" if indents else "a tab stands in this line",
            "use two spaces for each step" if indents else 'use a space, or "\\t" between quotes',
        )
