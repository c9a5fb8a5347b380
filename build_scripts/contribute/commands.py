"""The contributors' commands: parsers and printing only."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_scripts.contribute.custody.tree import Branch
    from build_scripts.link.publication import Publication

_USAGE = 2


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add every command of this package; what it needs is imported when it runs."""
    for add in (_new, _trace, _impact, _changes, _explain, _fields, _schemas):
        add(commands)


def _new(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from build_scripts.contribute.fields.needs import SORTS, field_at, paths
    from build_scripts.contribute.fields.new import option

    parser = commands.add_parser("new", help="begin a new file: every field explained")
    sorts = parser.add_subparsers(required=True, metavar="|".join(SORTS))
    for name, sort in SORTS.items():
        one = sorts.add_parser(name, help=f"a new {name}")
        one.add_argument("id", metavar="ID", help="the file's name: small letters, digits, hyphens")
        for path in paths(sort.record):
            meaning = field_at(sort.record, path).description.replace("%", "%%")
            one.add_argument(option(path), dest=f"field {path}", metavar="…", help=meaning)
        one.set_defaults(run=_run_new, new=name)


def _run_new(options: argparse.Namespace) -> int:
    from build_scripts.contribute.fields.new import CannotMake, new

    given = {
        name.removeprefix("field "): " ".join(value.split())
        for name, value in vars(options).items()
        if name.startswith("field ") and value is not None
    }
    today = datetime.now(UTC).date().isoformat()
    ask = input if sys.stdin.isatty() else None
    try:
        made = new(options.root, options.new, options.id, given, today=today, ask=ask)
    except CannotMake as fault:
        sys.stderr.write(f"error: {fault}\n")
        return _USAGE
    sys.stdout.write(f"wrote {made.path}\nnext: {made.next_step}\n")
    sys.stdout.write(f"then: python -m build_scripts check {made.path}\n")
    return 0


def _fields(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("fields", help="write docs/fields.md anew from the records")
    parser.set_defaults(run=_run_fields)


def _run_fields(options: argparse.Namespace) -> int:
    from build_scripts.contribute.fields.reference import PATH, reference

    return _write(options.root, {PATH: reference()})


def _schemas(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("schemas", help="write the schemas for editors anew")
    parser.set_defaults(run=_run_schemas)


def _run_schemas(options: argparse.Namespace) -> int:
    from build_scripts.contribute.fields.schemas import schema_files

    return _write(options.root, schema_files())


def _write(root: Path, files: Mapping[str, str]) -> int:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        sys.stdout.write(f"wrote {name}\n")
    return 0


def _trace(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "trace", help="print the chain of every figure of an article, down to the sources"
    )
    parser.add_argument("claim", metavar="CLAIM", help="the slug of an article")
    parser.add_argument("--line", type=int, metavar="N", help="only the figures on that line")
    parser.set_defaults(run=_run_trace)


def _run_trace(options: argparse.Namespace) -> int:
    from build_scripts.contribute.custody.trace import trace

    return _tree(options.root, lambda found: trace(found, options.claim, options.line))


def _impact(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("impact", help="list what to look at again if a source were wrong")
    parser.add_argument("source", metavar="EVIDENCE[:FACT[.ROW]]")
    parser.set_defaults(run=_run_impact)


def _run_impact(options: argparse.Namespace) -> int:
    from build_scripts.contribute.custody.impact import impact

    return _tree(options.root, lambda found: impact(found, options.source))


def _changes(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "changes", help="say what a reader finds different since a git revision"
    )
    parser.add_argument("--since", metavar="REV", required=True, help="such as origin/main")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    parser.set_defaults(run=_run_changes)


def _run_changes(options: argparse.Namespace) -> int:
    from build_scripts.contribute.account import text as forms
    from build_scripts.contribute.account.account import account
    from build_scripts.contribute.account.history import NoHistory
    from build_scripts.link.publication import Publication
    from build_scripts.read.library import Library

    form = {"text": forms.as_text, "markdown": forms.as_markdown, "json": forms.as_json}
    try:
        found = account(Publication(Library(options.root)), options.since)
    except NoHistory as fault:
        sys.stderr.write(f"error: {fault}\n")
        return _USAGE
    sys.stdout.write(form[options.format](found))
    return 0


def _explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("explain", help="print a rule's help, or list all rules")
    parser.add_argument("rule", nargs="?", metavar="RULE")
    parser.set_defaults(run=_run_explain)


def _run_explain(options: argparse.Namespace) -> int:
    from build_scripts.contribute.explain import explain, listing

    return _said(lambda: explain(options.rule) if options.rule else listing())


def _tree(root: Path, grow: Callable[[Publication], Branch]) -> int:
    """Print the tree that grows from the publication under `root`."""
    from build_scripts.contribute.custody.tree import render
    from build_scripts.link.publication import Publication
    from build_scripts.read.library import Library

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return _said(lambda: render(grow(Publication(Library(root))), colour=colour))


def _said(text: Callable[[], str]) -> int:
    """Print a text; a name that leads nowhere is an error of usage."""
    from build_scripts.contribute.custody.trace import UnknownName

    try:
        sys.stdout.write(text())
    except UnknownName as fault:
        sys.stderr.write(f"error: {fault}\n")
        return _USAGE
    return 0
