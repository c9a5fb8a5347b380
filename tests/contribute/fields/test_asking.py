"""`new` at a terminal asks for what is missing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from build_scripts.contribute.fields.needs import needed
from build_scripts.contribute.fields.new import Ask, CannotMake, new
from tests.contribute.fields.given import CLAIM, DOCUMENT, TODAY
from tests.contribute.samples import load, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path)


def answers(lines: Iterable[str], asked: list[str]) -> Ask:
    """Somebody at a terminal who gives these answers and then leaves."""
    rest: Iterator[str] = iter(lines)

    def ask(question: str) -> str:
        asked.append(question)
        try:
            return next(rest)
        except StopIteration:
            raise EOFError from None

    return ask


def test_what_is_missing_is_asked_for(root: Path) -> None:
    asked: list[str] = []
    ask = answers(["", "Jane  Doe", "Captain"], asked)
    made = new(root, "speaker", "jane", {}, today=TODAY, ask=ask)
    assert asked == [
        "name: The name.\n> ",
        "this is needed\n> ",
        "role: A neutral description of the office, in a line.\n> ",
    ]
    assert load(root).speakers["jane"].name == "Jane Doe"
    assert made.next_step == "name jane as the `speaker` of a claim"


def test_a_bad_answer_is_asked_again_and_pairs_may_be_skipped(root: Path) -> None:
    asked: list[str] = []
    known = {name: text for name, text in DOCUMENT.items() if name not in ("kind", "url")}
    ask = answers(["reprot", "report", "port.example", "", "it was never published"], asked)
    new(root, "evidence", "fresh", known, today=TODAY, ask=ask)
    assert asked == [
        "kind: What sort of document it is; calculation: no document, only facts. (report, "
        "dataset, treaty, transcript, statement, news, reference, calculation)\n> ",
        "it is one of report, dataset, treaty, transcript, statement, news, reference, calculation"
        "; did you mean 'report'?\n> ",
        "url: Its address. Leave it empty if there is none.\n> ",
        "'port.example' is not a web address that begins with https:// or http://\n> ",
        "no_url: Why it has no address.\n> ",
    ]
    assert load(root).evidence["fresh"].no_url == "it was never published"


def test_lists_and_known_names_are_shown(root: Path) -> None:
    asked: list[str] = []
    known = {name: text for name, text in CLAIM.items() if name not in ("topics", "verdict")}
    ask = answers(["false", "shipping, Shipping", "shipping, ferries"], asked)
    new(root, "claim", "fresh", known, today=TODAY, ask=ask)
    assert asked == [
        "verdict: A step of the rating scale. (true, misleading, false)\n> ",
        "topics: The ids of its topics. (shipping) Several are separated by commas.\n> ",
        "'Shipping' is not an id of small letters, digits and hyphens, such as shipping\n> ",
    ]
    assert load(root).articles["fresh"].front.topics == ("shipping", "ferries")


def test_who_leaves_early_leaves_nothing_behind(root: Path) -> None:
    with pytest.raises(CannotMake) as caught:
        new(root, "topic", "fresh", {}, today=TODAY, ask=answers(["A"], []))
    assert str(caught.value) == "nothing was written: the answers ended too early"
    assert not (root / "content/topics/fresh.yml").exists()


def test_who_was_asked_says_how_and_with_what_outcome() -> None:
    asked = needed("claim", {"reply.asked": "true"})
    assert ("reply.channel",) in asked
    assert ("reply.outcome",) in asked
    assert ("reply.why",) not in asked


def test_words_in_another_language_need_a_translation() -> None:
    assert ("claim.translation",) in needed("claim", {"claim.language": "ru"})
    assert ("claim.translation",) not in needed("claim", {"claim.language": "en-GB"})
