"""`new SORT ID`: a commented, valid file for a new article, evidence, speaker, topic or chart."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from build_scripts.contribute.fields.needs import SORTS, Choice, field_at, needed
from build_scripts.contribute.fields.shapes import meaning_of
from build_scripts.contribute.fields.skeleton import skeleton
from build_scripts.model.fields import as_id
from build_scripts.model.records import OF_DOCUMENTS
from build_scripts.model.text import Text
from build_scripts.problems import Severity
from build_scripts.read.library import FOLDERS, Library
from build_scripts.read.suggest import did_you_mean

Ask = Callable[[str], str]
"""Shows a question and returns the answer; raises EOFError when there is none to come."""

_FEW = 20
"""More names than that are not listed behind a question."""
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")
_NEXT: Mapping[str, str] = {
    "claim": "write what you found below the quotation, cite a fact after each figure; when it is "
    "ready to be published, take the line `draft: true` out",
    "evidence": "copy the words that matter under `quotes`, and write under `facts` what they say "
    "(of a calculation: the formulas); articles then cite {id}:<fact>",
    "speaker": "name {id} as the `speaker` of a claim",
    "topic": "name {id} among the `topics` of an article",
    "chart": "show it in an article with ![](chart:{id})",
}


class CannotMake(Exception):
    """Why no file was written, for the person who asked for it."""


@dataclass(frozen=True)
class Made:
    """The file that was written, and what to do next."""

    path: str
    next_step: str


def new(
    root: Path, sort: str, key: str, given: Mapping[str, str], *, today: str, ask: Ask | None
) -> Made:
    """Write a new file under `root`.

    `given` are the values of fields by path; what is missing is asked for, if there is somebody to
    `ask`. `today` is the date that is filled in, as 2024-03-11. Raises CannotMake.
    """
    folder, suffix, load = FOLDERS[SORTS[sort].kind]
    path = f"{folder}/{key}{suffix}"
    _check_name(root, sort, key, path)
    library = Library(root)
    values = {**_defaults(library, sort, today), **given}
    _complete(library, sort, values, ask)
    text = _file(library, sort, key, values)
    found, problems = load(text, path)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors or found is None:
        said = (f"{problem.message} ({problem.help})" for problem in errors)
        raise CannotMake("\n".join(said))
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return Made(path, _NEXT[sort].format(id=key))


def _check_name(root: Path, sort: str, key: str, path: str) -> None:
    if not _ID.match(key):
        better = as_id(key)
        raise CannotMake(
            f"{key!r} is not an id of small letters, digits and hyphens that begins with a letter"
            + (f"; write {better}" if better else "")
        )
    if (root / path).exists():
        raise CannotMake(f"{path} exists already; choose another id, or edit that file")
    if not (root / "content").is_dir():
        raise CannotMake(f"{root} holds no content/; run this in the repository, or give --root")


def _defaults(library: Library, sort: str, today: str) -> dict[str, str]:
    """What a new article holds unless it is said otherwise; the other sorts have no such fields."""
    if sort != "claim":
        return {}
    desk = str(library.settings.desk.id) if library.settings is not None else "desk"
    return {"authors": desk, "published": today, "reply.asked": "false", "draft": "true"}


def _complete(library: Library, sort: str, values: dict[str, str], ask: Ask | None) -> None:
    """Ask for what is missing; without anybody to ask, say all that is."""
    if ask is None:
        missing = [choice for choice in needed(sort, values) if not _has(values, choice)]
        if missing:
            options = ", ".join(" or ".join(map(option, choice)) for choice in missing)
            raise CannotMake(f"these are needed as well: {options}")
        return
    known = _known(library)
    while True:
        missing = [choice for choice in needed(sort, values) if not _has(values, choice)]
        if not missing:
            return
        _ask(sort, missing[0], values, ask, known)


def _known(library: Library) -> Mapping[str, Collection[str]]:
    """The names that there are for fields that name a record."""
    return {
        "claim.speaker": library.paths["speakers"],
        "topics": library.paths["topics"],
        "authors": library.settings.signing if library.settings else (),
        "verdict": [str(verdict.id) for verdict in library.verdicts or ()],
    }


def _has(values: Mapping[str, str], choice: Choice) -> bool:
    return any(values.get(path) for path in choice)


def option(path: str) -> str:
    """The option of the command line that gives the field at a path."""
    return "--" + re.sub(r"[._]", "-", path)


def _ask(
    sort: str,
    choice: Choice,
    values: dict[str, str],
    ask: Ask,
    known: Mapping[str, Collection[str]],
) -> None:
    """Ask for one field; of several that stand for each other, the first may be left empty."""
    record = SORTS[sort].record
    for path in choice:
        field = field_at(record, path)
        last = path == choice[-1]
        names = field.shape.choices or known.get(path, ())
        listed = f" ({', '.join(names)})" if 0 < len(names) <= _FEW else ""
        many = " Several are separated by commas." if field.shape.many == "list" else ""
        leave = "" if last else " Leave it empty if there is none."
        question = f"{path}: {field.description}{listed}{many}{leave}\n> "
        while True:
            try:
                answer = " ".join(ask(question).split())
            except EOFError:
                raise CannotMake("nothing was written: the answers ended too early") from None
            fault = _fault(sort, path, answer) if answer else ""
            if answer and not fault:
                values[path] = answer
                return
            if not answer and not last:
                break
            question = f"{fault or 'this is needed'}\n> "


def _fault(sort: str, path: str, answer: str) -> str:
    """What is wrong with an answer, in the reader's own words; "" when nothing is."""
    field = field_at(SORTS[sort].record, path)
    if field.shape.choices:
        if answer in field.shape.choices:
            return ""
        hint = did_you_mean(answer, field.shape.choices)
        return f"it is one of {', '.join(field.shape.choices)}{hint}"
    items = answer.split(",") if field.shape.many == "list" else [answer]
    for item in items:
        try:
            TypeAdapter(field.item).validate_python(Text(item.strip()))
        except ValidationError as error:
            cause = error.errors(include_url=False)[0].get("ctx", {}).get("error")
            return str(cause or error.errors()[0]["msg"])
    return ""


def _file(library: Library, sort: str, key: str, values: Mapping[str, str]) -> str:
    """The text of the file."""
    record = SORTS[sort].record
    if sort == "claim":
        front = skeleton(record, values)
        return f"---\n{_about(sort)}{front}---\n{_body(library, values)}"
    depth = FOLDERS[SORTS[sort].kind][0].count("/") + 1
    schema = f"# yaml-language-server: $schema={'../' * depth}schemas/{sort}.json\n"
    without = OF_DOCUMENTS if values.get("kind") == "calculation" else ()
    given = set(values) | {path.partition(".")[0] for path in values}
    return f"{schema}{_about(sort)}{skeleton(record, values, set(without) - given)}"


def _about(sort: str) -> str:
    return (
        f"# {meaning_of(SORTS[sort].record)} Every field: docs/fields.md; "
        "how values are written: docs/notation.md.\n"
        "# A line that begins with # is a comment: take the # away to use a field.\n"
    )


def _body(library: Library, values: Mapping[str, str]) -> str:
    """The article's first lines: who said it, when, and the words."""
    speaker = values["claim.speaker"]
    known = library.speakers.get(speaker)
    name = str(known.name) if known is not None else speaker
    words = values["claim.text"]
    when = field_at(SORTS["claim"].record, "claim.date")
    period = TypeAdapter(when.item).validate_python(Text(values["claim.date"])).period
    on = "on" if period.start.day else "in"
    return f"## What was said\n\n[{name}](speaker:{speaker}) said {on} {period}:\n\n> {words}\n"
