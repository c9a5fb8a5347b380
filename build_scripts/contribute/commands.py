"""The contributors' commands: trace, impact, explain. Parsers and printing only."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_scripts.contribute.tree import Branch
    from build_scripts.link.publication import Publication

_USAGE = 2


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add every command of this package; what it needs is imported when it runs."""
    for add in (_trace, _impact, _explain):
        add(commands)


def _trace(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "trace", help="print the chain of every figure of an article, down to the sources"
    )
    parser.add_argument("claim", metavar="CLAIM", help="the slug of an article")
    parser.add_argument("--line", type=int, metavar="N", help="only the figures on that line")
    parser.set_defaults(run=_run_trace)


def _run_trace(options: argparse.Namespace) -> int:
    from build_scripts.contribute.trace import trace

    return _tree(options.root, lambda found: trace(found, options.claim, options.line))


def _impact(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("impact", help="list what to look at again if a source were wrong")
    parser.add_argument("source", metavar="EVIDENCE[:FACT[.ROW]]")
    parser.set_defaults(run=_run_impact)


def _run_impact(options: argparse.Namespace) -> int:
    from build_scripts.contribute.impact import impact

    return _tree(options.root, lambda found: impact(found, options.source))


def _explain(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("explain", help="print a rule's help, or list all rules")
    parser.add_argument("rule", nargs="?", metavar="RULE")
    parser.set_defaults(run=_run_explain)


def _run_explain(options: argparse.Namespace) -> int:
    from build_scripts.contribute.explain import explain, listing

    return _said(lambda: explain(options.rule) if options.rule else listing())


def _tree(root: Path, grow: Callable[[Publication], Branch]) -> int:
    """Print the tree that grows from the publication under `root`."""
    from build_scripts.contribute.tree import render
    from build_scripts.link.publication import Publication
    from build_scripts.read.library import Library

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return _said(lambda: render(grow(Publication(Library(root))), colour=colour))


def _said(text: Callable[[], str]) -> int:
    """Print a text; a name that leads nowhere is an error of usage."""
    from build_scripts.contribute.trace import UnknownName

    try:
        sys.stdout.write(text())
    except UnknownName as fault:
        sys.stderr.write(f"error: {fault}\n")
        return _USAGE
    return 0
