"""What a whole build costs, stage by stage, against plain MkDocs Material on the same prose.

    python -m tests.benchmarks.build_speed 100 1000 10000

For each size it prints seconds, memory at the end of each stage (the most the process has held so
far) and bytes written; then a second build with nothing changed; then MkDocs with Material as it
comes, search included, on one page per claim with the same title and body. Seconds depend on the
machine; compare the ratios of one run.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.arguments import arguments
from tests.benchmarks.generate import ROOT, generate, make_buildable

_FIGURES = 12
_PLAIN = """\
site_name: Plain
theme: {name: material, font: false}
plugins: [search]
use_directory_urls: false
"""


def stages(root: Path) -> None:
    """Build the publication under `root`; print a list of name, seconds, megabytes as JSON."""
    from build_scripts.pipeline import build

    begun: list[tuple[str, float]] = [("read, link, check", time.perf_counter())]
    found: list[tuple[str, float, float]] = []

    def end() -> None:
        name, began = begun[-1]
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        found.append((name, time.perf_counter() - began, max(own, others) / 1024))

    def note(stage: str, done: int, total: int) -> None:
        if stage not in ("check", begun[-1][0]):
            end()
            begun.append((stage, time.perf_counter()))

    built = build(root, {}, progress=note)
    end()
    if built.errors:
        sys.exit("\n".join(problem.message for problem in built.problems[:5]))
    print(json.dumps(found))


def plain(root: Path, into: Path) -> tuple[float, float]:
    """Build the same prose with MkDocs Material alone; seconds and megabytes."""
    (into / "docs").mkdir(parents=True)
    (into / "mkdocs.yml").write_text(_PLAIN, "utf-8")
    (into / "docs/index.md").write_text("# Plain\n", "utf-8")
    for path in (root / "content/claims").glob("*.md"):
        front, _, body = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
        title = front.splitlines()[0].removeprefix("title: ")
        (into / "docs" / path.name).write_text(f"# {title}\n\n{body}", "utf-8")
    began = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=into, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    seconds = time.perf_counter() - began
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _size(folder: Path) -> str:
    files = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return f"{len(files):,} files, {sum(files) / 1e6:,.1f} MB"


def _built(root: Path, title: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.build_speed", "--stages", str(root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"the build failed:\n{done.stdout}{done.stderr}")
    found = json.loads(done.stdout.splitlines()[-1])
    print(f"  {title}: {sum(seconds for _, seconds, _ in found):.1f} s")
    for name, seconds, megabytes in found:
        print(f"    {name:<18} {seconds:8.1f} s {megabytes:8,.0f} MB")


def measure(claims: int) -> None:
    """Print the costs of one size."""
    with tempfile.TemporaryDirectory() as folder:
        root, bare = Path(folder) / "publication", Path(folder) / "plain"
        generate(root, claims, _FIGURES)
        make_buildable(root)
        print(f"{claims:,} claims of {_FIGURES} figures", flush=True)
        # first, while no child of this process has held more
        seconds, megabytes = plain(root, bare)
        _built(root, "Countercheck, from nothing")
        _built(root, "Countercheck, nothing changed")
        print(f"    pages: {_size(root / 'build/pages')}; site: {_size(root / 'build/site')}")
        print(f"  plain MkDocs Material: {seconds:.1f} s, {megabytes:,.0f} MB")
        print(f"    site: {_size(bare / 'site')}", flush=True)


if __name__ == "__main__":
    parser = arguments(__doc__, [100, 1000])
    parser.add_argument("--stages", type=Path, metavar="ROOT", help="build ROOT, print its stages")
    given = parser.parse_args()
    if given.stages is not None:
        stages(given.stages)
    else:
        for size in given.claims:
            measure(size)
