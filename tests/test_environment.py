"""The environment is made once per lock file, and every failure says what to do."""

import sys
import threading
from pathlib import Path

import pytest

from build_scripts import environment
from build_scripts.environment import DEV, RUNTIME, SetupError, fingerprint, prepare, python_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / RUNTIME).write_text("a==1\n")
    (tmp_path / DEV).write_text("a==1\nb==1\n")
    return tmp_path


@pytest.fixture
def calls(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for the slow steps; record which were taken."""
    made: list[str] = []

    def create(venv: Path) -> None:
        made.append("create")
        python_of(venv).parent.mkdir(parents=True, exist_ok=True)
        python_of(venv).touch()

    monkeypatch.setattr(environment, "_create", create)
    monkeypatch.setattr(environment, "_install", lambda root, venv, lock: made.append(lock))
    return made


def test_it_is_made_once(root: Path, calls: list[str]) -> None:
    assert prepare(root, dev=False) == python_of(root / ".venv")
    prepare(root, dev=False)
    assert calls == ["create", RUNTIME]


def test_the_tests_need_more_and_then_building_needs_nothing(root: Path, calls: list[str]) -> None:
    prepare(root, dev=False)
    prepare(root, dev=True)
    prepare(root, dev=False)
    assert calls == ["create", RUNTIME, DEV]


def test_a_changed_lock_file_makes_a_new_one(root: Path, calls: list[str]) -> None:
    prepare(root, dev=True)
    (root / RUNTIME).write_text("a==2\n")
    prepare(root, dev=False)
    assert calls == ["create", DEV, "create", RUNTIME]


def test_an_interrupted_installation_is_not_taken_for_a_finished_one(
    root: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(root: Path, venv: Path, lock: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(environment, "_install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            prepare(root, dev=False)
    prepare(root, dev=False)
    assert calls == ["create", "create", RUNTIME]


def test_two_at_once_make_it_once(
    root: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go = threading.Event(), threading.Event()

    def slow(root: Path, venv: Path, lock: str) -> None:
        begun.set()
        assert go.wait(10)
        calls.append(lock)

    monkeypatch.setattr(environment, "_install", slow)
    first = threading.Thread(target=prepare, args=(root, False))
    second = threading.Thread(target=prepare, args=(root, False))
    first.start()
    assert begun.wait(10)
    second.start()
    second.join(0.2)  # it waits, where it could have begun
    go.set()
    first.join()
    second.join()
    assert calls == ["create", RUNTIME]


def test_another_place_or_python_is_another_environment(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / RUNTIME).write_bytes((root / RUNTIME).read_bytes())
    known = fingerprint(root, RUNTIME, (3, 11))
    assert known != fingerprint(root, RUNTIME, (3, 12))
    assert known != fingerprint(elsewhere, RUNTIME, (3, 11))
    assert known == fingerprint(root, RUNTIME, (3, 11))


def test_an_old_python_is_told_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 6))
    with pytest.raises(SetupError) as caught:
        prepare(root, dev=False)
    assert str(caught.value) == (
        "Python 3.11 or newer is needed, this is 3.9; name another one, "
        "for example: make site PYTHON=python3.12"
    )


def test_a_failed_step_gives_the_words_of_the_tool() -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('no such package')"]
    with pytest.raises(SetupError, match=r"^cannot install\nno such package$"):
        environment._run(command, "cannot install")


def test_the_command_reports_a_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(root: Path, dev: bool) -> Path:
        raise SetupError("cannot")

    monkeypatch.setattr(environment, "prepare", fail)
    assert environment.main([]) == 2
    assert capsys.readouterr().err == "error: cannot\n"


@pytest.mark.parametrize(("option", "code"), [("--help", 0), ("--development", 2)])
def test_help_and_a_misspelt_option_set_nothing_up(
    option: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "prepare", lambda root, dev: pytest.fail("it was set up"))
    with pytest.raises(SystemExit) as caught:
        environment.main([option])
    assert caught.value.code == code
    said = capsys.readouterr()
    assert "python -m build_scripts.environment" in said.out + said.err


@pytest.mark.parametrize(("arguments", "dev"), [([], False), (["--dev"], True)])
def test_what_the_tests_need_is_set_up_when_asked(
    arguments: list[str], dev: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(environment, "prepare", lambda root, dev: asked.append(dev))
    assert environment.main(arguments) == 0
    assert asked == [dev]
