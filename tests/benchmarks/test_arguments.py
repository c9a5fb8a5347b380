"""Who asks a benchmark for help gets it, and no traceback."""

import subprocess
import sys

import pytest

from tests.benchmarks.generate import ROOT


@pytest.mark.parametrize("name", ["build_speed", "check_speed", "search_size"])
@pytest.mark.parametrize(("given", "code"), [("--help", 0), ("many", 2)])
def test_a_benchmark_says_how_it_is_called(name: str, given: str, code: int) -> None:
    command = [sys.executable, "-m", f"tests.benchmarks.{name}", given]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert f"usage: {name}.py [-h]" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
