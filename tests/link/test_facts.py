"""Facts looked up: what is unknown, broken, cyclic, too deep; what they rest on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.interval import Interval
from build_scripts.model.refs import FactRef
from build_scripts.problems import Place
from build_scripts.read.library import Library
from tests.check.casework import BASE, Case, build
from tests.link.county import fact, facts


def with_calculation(root: Path, body: str) -> Publication:
    """The base with one more calculation, `sums`."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    path = root / "content/evidence/sums.yml"
    path.write_text("title: Sums\nkind: calculation\nfacts:\n" + body, "utf-8")
    return Publication(Library(root))


def test_a_fact_knows_everything_it_rests_on() -> None:
    assert [str(other.ref) for other in facts().inputs_of(FactRef.parse("repair:share"))] == [
        "survey:good",
        "register:all",
    ]
    assert fact("repair:share").periods == fact("survey:good").periods
    assert fact("repair:good-are-most").truth is False
    assert fact("repair:shining-are-most").truth is True


def test_a_row_is_a_fact_with_its_year_and_its_sources() -> None:
    row = fact("register:good.2023")
    assert [str(period) for period in row.periods] == ["2023"]
    assert [str(source) for source in row.sources[:1]] == ["survey:good"]
    assert row.quote is not None
    assert fact("register:good.2018").quote is None
    assert fact("register:good").quantity is None


@pytest.mark.parametrize(
    ("ref", "message", "help_"),
    [
        (
            "survy:good",
            "there is no evidence 'survy'; did you mean 'survey'?",
            "an evidence is a file content/evidence/<id>.yml",
        ),
        (
            "register:al",
            "register has no fact 'al'; did you mean 'all'?",
            "it has: all, good",
        ),
        (
            "register:good.2019",
            "the table register:good has no row '2019'; did you mean '2018'?",
            "it has: 2018, 2023",
        ),
        (
            "register:good.2018.tunnels",
            "the table register:good has no column of quantities 'tunnels'",
            "it has: bridges",
        ),
        (
            "register:all.2018",
            "register:all is not a table and has no row '2018'",
            "cite it as register:all",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_says_what_there_is(
    ref: str, message: str, help_: str
) -> None:
    with pytest.raises(UnknownFact) as caught:
        fact(ref)
    assert (caught.value.message, caught.value.help) == (message, help_)
    assert facts().find(FactRef.parse(ref)) is None


def test_a_fact_of_itself(tmp_path: Path) -> None:
    made = with_calculation(tmp_path, "  a: {says: It is 1., formula: sums:a + 1}\n")
    with pytest.raises(BrokenFact) as caught:
        made.fact(FactRef("sums", "a"))
    problem = caught.value.problem
    assert problem.rule == "formula-cycle"
    assert problem.message == "sums:a is computed from itself: sums:a → sums:a"
    assert problem.place == Place("content/evidence/sums.yml", 4, 32, 10)


def test_a_long_chain_of_calculations_is_refused_and_not_fallen_over(tmp_path: Path) -> None:
    links = [f"  a{n}: {{says: It is one., formula: sums:a{n + 1} + 1}}\n" for n in range(400)]
    made = with_calculation(tmp_path, "".join(links) + "  a400: {says: x, formula: survey:good}\n")
    with pytest.raises(BrokenFact) as caught:
        made.fact(FactRef("sums", "a0"))
    assert caught.value.problem.message == (
        "sums:a50 rests on more than 50 calculations, one upon the other"
    )


def test_what_rests_on_what_is_broken_is_broken_too(tmp_path: Path) -> None:
    made = with_calculation(
        tmp_path,
        "  a: {says: It is 1., formula: survey:nothing + 1}\n"
        "  b: {says: It is 1., formula: sums:a + 1}\n",
    )
    for name in ("a", "b"):
        with pytest.raises(BrokenFact) as caught:
            made.fact(FactRef("sums", name))
        assert caught.value.problem.rule == "unknown-fact"
        assert caught.value.problem.place.line == 4


def test_evidence_that_cannot_be_read_is_known_but_broken(tmp_path: Path) -> None:
    made = with_calculation(tmp_path, "  a: [\n")
    with pytest.raises(BrokenFact) as caught:
        made.fact(FactRef("sums", "a"))
    assert caught.value.problem.rule == "bad-evidence"


def test_a_margin_widens_a_value(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "content/evidence/survey.yml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("    value: 12 bridges\n", "    value: 12 bridges\n    within: 25%\n")
    )
    quantity = Publication(Library(tmp_path)).fact(FactRef("survey", "good")).quantity
    assert quantity is not None
    assert quantity.interval == Interval.between(9, 15)
    path.write_text(
        text.replace("    value: 12 bridges\n", "    value: 12 bridges\n    within: some\n")
    )
    with pytest.raises(BrokenFact, match="within 'some' cannot be read"):
        Publication(Library(tmp_path)).fact(FactRef("survey", "good"))


@pytest.mark.parametrize(
    ("columns", "help_"),
    [
        (
            "{year: year, bridges: bridges, spans: spans, from: text}",
            "write register:good.2018.bridges or register:good.2018.spans",
        ),
        (
            "{year: year, bridges: text, spans: text, from: text}",
            "no column of register:good has numbers: cite the table as register:good",
        ),
    ],
)
def test_a_row_with_several_numbers_or_none_is_no_quantity(
    tmp_path: Path, columns: str, help_: str
) -> None:
    evidence = (BASE / "content/evidence/register.yml").read_text("utf-8")
    whole = evidence.replace("{year: year, bridges: bridges, from: text}", columns)
    table = "year,bridges,spans,from\n2018,24,60,register\n2023,12,30,register\n"
    case = Case("columns")
    case.files |= {"content/evidence/register.yml": whole, "content/evidence/register.csv": table}
    root = build(case, tmp_path)
    facts = Publication(Library(root)).facts
    with pytest.raises(UnknownFact) as caught:
        facts.get(FactRef.parse("register:good.2018"))
    assert caught.value.message == "register:good.2018 does not say which column"
    assert caught.value.help == help_
