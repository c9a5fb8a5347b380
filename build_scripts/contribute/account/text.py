"""An account of changes as Markdown for a pull request, as text for a terminal, as JSON.

Everything in it was written by contributors. In Markdown each mark of punctuation that could mean
something is a character reference (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references),
which no parser takes for syntax.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from build_scripts.contribute.account.account import Account
from build_scripts.contribute.account.changed import Change, Changed
from build_scripts.contribute.account.pages import PageChanges
from build_scripts.model.text import visible
from build_scripts.problems import Place

_SORTS = {
    "articles": "Articles",
    "evidence": "Evidence",
    "charts": "Charts",
    "speakers": "Speakers",
    "topics": "Topics",
    "pages": "Pages written by hand",
}
_MOST_RECORDS, _MOST_CHANGES, _MOST_PAGES = 40, 40, 60
_LONGEST = 300
_MOST_BYTES = 900_000
"""A step's summary on GitHub may have 1 MiB, and is refused as a whole when it has more."""
_MEANT = re.compile(r"[!#$&()*+.:<=>@\[\\\]^_`{|}~]")
_NO_PAGES = (
    "Which pages change cannot be said: one of the two revisions has problems, and so no pages."
)
_NOTHING = "Nothing changes for readers."


def as_json(account: Account) -> str:
    """All of it, uncut: what has changed, record by record, and the pages."""
    return json.dumps(_by_name(asdict(account)), ensure_ascii=False, indent=2) + "\n"


def _by_name(value: object) -> object:
    """Everything as JSON takes it, and places by the names of their parts, not as mere lists."""
    if isinstance(value, Place):
        return value._asdict()
    if isinstance(value, dict):
        return {key: _by_name(inner) for key, inner in value.items()}
    return [_by_name(inner) for inner in value] if isinstance(value, list | tuple) else value


def as_text(account: Account) -> str:
    """For a terminal: lines that end with a line feed."""
    return "\n".join(_lines(account, _Plain())) + "\n"


def as_markdown(account: Account) -> str:
    """For the summary of a pull request (https://github.github.com/gfm/)."""
    lines: list[str] = []
    left = _MOST_BYTES
    for line in _lines(account, _Markdown()):
        left -= len(line.encode()) + 1
        if left < 0:
            lines += ["", "There is more; `python -m build_scripts changes` tells all of it."]
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


class _Plain:
    """How the parts stand on a terminal."""

    def heading(self, text: str, level: int) -> list[str]:
        return [text, ""] if level < 3 else [f"{text}:", ""]

    def say(self, text: str) -> str:
        return _short(text)

    def record(self, record: Changed) -> Iterator[str]:
        yield f"  {self.say(record.title)} ({self.say(record.path)}): {record.state}"
        for note in record.notes:
            yield f"    {self.say(note)}"
        for change in record.changes[:_MOST_CHANGES]:
            yield f"    {self._change(change)}"
        yield from (f"    {line}" for line in _rest(len(record.changes), _MOST_CHANGES, "changes"))
        yield ""

    def _change(self, change: Change) -> str:
        where = f" (line {change.place.line})" if change.place else ""
        what = self.say(change.what)
        if not (change.was or change.now):
            return f"{what}{where}"
        if not change.was:
            return f"{what}: “{self.say(change.now)}” is new{where}"
        if not change.now:
            return f"{what}: “{self.say(change.was)}” is gone"
        return f"{what}: was “{self.say(change.was)}”, is now “{self.say(change.now)}”{where}"

    def listed(self, text: str) -> str:
        return f"  {self.say(text)}"


class _Markdown:
    """How the parts stand on GitHub."""

    def heading(self, text: str, level: int) -> list[str]:
        return [f"{'#' * level} {text}", ""]

    def say(self, text: str) -> str:
        return _MEANT.sub(_reference, _short(text))

    def record(self, record: Changed) -> Iterator[str]:
        yield f"**{self.say(record.title)}** ({self.say(record.path)}): {record.state}"
        yield ""
        yield from (f"- {self.say(note)}" for note in record.notes)
        if record.notes:
            yield ""
        if record.changes:
            yield "| what | was | is now | line |"
            yield "|---|---|---|---|"
            yield from map(self._change, record.changes[:_MOST_CHANGES])
            yield ""
        for line in _rest(len(record.changes), _MOST_CHANGES, "changes"):
            yield from (line, "")

    def _change(self, change: Change) -> str:
        line = str(change.place.line) if change.place else ""
        cells = (change.what, change.was, change.now, line)
        return f"| {' | '.join(map(self.say, cells))} |"

    def listed(self, text: str) -> str:
        return f"- {self.say(text)}"


def _reference(match: re.Match[str]) -> str:
    # a word joiner keeps GitHub from finding a name or a number behind the sign
    return f"&#{ord(match[0])};" + ("\u2060" if match[0] in "@#" else "")


def _short(text: str) -> str:
    words = " ".join(visible(text).split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _lines(account: Account, form: _Plain | _Markdown) -> Iterator[str]:
    yield from form.heading("What changes for readers", 2)
    pages = account.pages
    if not account.records and pages is not None and pages.empty:
        yield f"Compared with {account.commit}: {_NOTHING[0].lower()}{_NOTHING[1:]}"
        return
    yield f"Compared with {account.commit}: {_counted(account)}."
    yield ""
    for sort, title in _SORTS.items():
        records = [record for record in account.records if record.sort == sort]
        if records:
            yield from form.heading(title, 3)
            for record in records[:_MOST_RECORDS]:
                yield from form.record(record)
            for line in _rest(len(records), _MOST_RECORDS, "records"):
                yield from (line, "")
    yield from form.heading("Pages of the site", 3)
    yield from _pages(pages, form.listed)


def _counted(account: Account) -> str:
    """How many records of each sort, in words."""
    found = []
    for sort, title in _SORTS.items():
        states: dict[str, int] = {}
        for record in account.records:
            if record.sort == sort:
                states[record.state] = states.get(record.state, 0) + 1
        said = ", ".join(f"{number} {state}" for state, number in states.items())
        if said:
            found.append(f"{title.lower()}: {said}")
    if found:
        return "; ".join(found)
    return "no record" if account.pages is None else "no record, but pages"


def _pages(pages: PageChanges | None, listed: Callable[[str], str]) -> Iterator[str]:
    if pages is None:
        yield _NO_PAGES
        return
    for word, paths in (("new", pages.new), ("changed", pages.changed), ("gone", pages.gone)):
        if paths:
            yield f"{len(paths)} {word}:"
            yield ""
            yield from map(listed, paths[:_MOST_PAGES])
            yield from map(listed, _rest(len(paths), _MOST_PAGES, "pages"))
            yield ""
    if pages.empty:
        yield "All pages stay as they are."


def _rest(number: int, most: int, what: str) -> Sequence[str]:
    """A line that says how many more there are; none where all are shown."""
    return [f"and {number - most} more {what}"] if number > most else []
