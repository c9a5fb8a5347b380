"""`make test` runs every step, and fails when one of them does."""

import sys
from pathlib import Path

import pytest

from build_scripts import suite
from build_scripts.suite import Step, run, steps


def test_it_checks_style_format_types_and_tests() -> None:
    assert [step.name for step in steps()] == ["style", "format", "types", "tests"]


def test_arguments_go_to_the_tests() -> None:
    assert steps(["-k", "fonts"])[-1].command[-2:] == ("-k", "fonts")


def test_a_step_is_reported(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(Step("version", ("platform",)), tmp_path)
    assert "version: passed, " in capfd.readouterr().out
    assert not run(Step("nothing", ("no_such_module",)), tmp_path)
    assert "nothing: FAILED (exit 1), " in capfd.readouterr().out


@pytest.mark.parametrize(("failing", "code"), [((), 0), (("style",), 1), (("style", "tests"), 1)])
def test_all_steps_run_even_when_one_fails(
    failing: tuple[str, ...],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen: list[str] = []

    def stand_in(step: Step, root: Path) -> bool:
        seen.append(step.name)
        return step.name not in failing

    monkeypatch.setattr(suite, "run", stand_in)
    monkeypatch.setattr(sys, "argv", ["suite"])
    assert suite.main() == code
    assert seen == ["style", "format", "types", "tests"]
    assert capsys.readouterr().err == (f"failed: {', '.join(failing)}\n" if failing else "")
