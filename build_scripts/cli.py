"""The command line: parse, call, print. Exit 0 fine, 1 problems in content, 2 our own fault."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from build_scripts import report
from build_scripts.contribute.commands import add_commands
from build_scripts.problems import Problem, Severity
from build_scripts.surroundings import BadSetting, notice_day

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    _speak_plainly()
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.root.is_dir():
        print(f"error: there is no folder {options.root}", file=sys.stderr)
        return 2
    try:
        code = options.run(options)
        sys.stdout.flush()  # here, where a closed pipe is no fault, and not at the very end
    except BadSetting as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # a fault of ours: the trace helps whoever mends it
        traceback.print_exc()
        print(
            "error: this is a fault of Countercheck itself, not of what you wrote; "
            "please report it with the lines above",
            file=sys.stderr,
        )
        return 2
    return int(code)


def _speak_plainly() -> None:
    """Let standard output take every character: UTF-8 in files and pipes, whatever the system's
    own is (on Windows it has no Cyrillic); on an old terminal a question mark for what it lacks.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="countercheck", description="Check and build a publication of fact-checks."
    )
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="the repository (default: where this code lies)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check the content; report every problem at once")
    check.add_argument(
        "paths", nargs="*", metavar="PATH", help="report only what is in these files"
    )
    check.add_argument("--format", choices=("text", "github", "json"), default="text")
    check.add_argument("--no-cache", action="store_true", help="check everything anew")
    check.add_argument(
        "--since",
        metavar="REV",
        help="also report what was published at this git revision and has changed silently",
    )
    check.set_defaults(run=_check)
    site = commands.add_parser("site", help="check the content and build the site")
    site.set_defaults(run=_site)
    preview = commands.add_parser(
        "serve", help="build, show the site here, rebuild on every change"
    )
    preview.add_argument("--port", type=int, default=8000)
    preview.set_defaults(run=_serve)
    add_commands(commands)
    return parser


def _check(options: argparse.Namespace) -> int:
    from build_scripts.checking import check

    unknown = [path for path in options.paths if not Path(path).exists()]
    if unknown:
        print(f"error: there is no {', no '.join(unknown)}", file=sys.stderr)
        return 2
    day = notice_day(os.environ)
    checked = check(options.root, cached=not options.no_cache, today=day)
    found = list(checked.problems)
    if options.since is not None:
        from build_scripts.contribute.account.corrections import NoHistory, changes_since

        try:
            found = sorted([*found, *changes_since(checked.publication, options.since)])
        except NoHistory as fault:
            print(f"error: {fault}", file=sys.stderr)
            return 2
    problems = [p for p in found if _wanted(p, options.paths, options.root)]
    print_problems(problems, options.root, options.format)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return 1 if errors else 0


def _site(options: argparse.Namespace) -> int:
    from build_scripts.pipeline import SITE, build

    began = time.monotonic()
    built = build(options.root, os.environ, progress=_progress())
    if built.errors:
        print_problems(built.problems, options.root)
        return 1
    notices = f", {report.counted(len(built.problems), 'notice')}" if built.problems else ""
    print(f"{built.account}{notices}, {time.monotonic() - began:.0f} seconds")
    print(f"the site is at {(options.root / SITE / 'index.html').relative_to(options.root)}")
    return 0


def _serve(options: argparse.Namespace) -> int:
    from build_scripts.pipeline import SITE, build
    from build_scripts.publish.serve import NoPort, serve

    def rebuild() -> list[Problem]:
        return list(build(options.root, os.environ, bundle=False).problems)

    def tell(problems: Sequence[Problem]) -> None:
        print_problems(problems, options.root)

    try:
        serve(options.root, options.root / SITE, rebuild, tell, port=options.port, say=print)
    except NoPort as fault:
        print(f"error: port {options.port} cannot be used ({fault})", file=sys.stderr)
        print("  help: choose another with --port", file=sys.stderr)
        return 2
    return 0


def _progress() -> Callable[[str, int, int], None]:
    """A line that shows how far the work is, on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda stage, done, total: None

    def show(stage: str, done: int, total: int) -> None:
        print(f"\r\x1b[K{stage} {done:,} of {total:,}", end="", file=sys.stderr, flush=True)
        if stage == "publish":
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    return show


def _wanted(problem: Problem, paths: Sequence[str], root: Path) -> bool:
    if not paths:
        return True
    at = (root / problem.place.path).resolve()
    return any(at == path or path in at.parents for path in (Path(p).resolve() for p in paths))


def print_problems(problems: Sequence[Problem], root: Path, form: str = "text") -> None:
    """Print problems in one of the forms of `report`, and a summary for people."""
    if form == "json":
        print(report.as_json(problems))
        return
    if form == "github":
        if problems:
            print(report.as_github(problems))
    elif problems:
        terminal = sys.stdout.isatty()
        width = shutil.get_terminal_size().columns if terminal else 0
        colour = terminal and "NO_COLOR" not in os.environ
        print(report.as_text(problems, root, colour=colour, width=width))
    print(report.summary(problems))
