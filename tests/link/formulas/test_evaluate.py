"""Formulas computed: units, intervals, three outcomes, faults with places."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.link.formulas.evaluate import Compared, FormulaFault, Result, evaluate
from build_scripts.model.interval import Interval, Truth
from build_scripts.model.quantity import BARE, IN_PERCENT, IN_POINTS, Quantity, Unit
from build_scripts.read.formulas.formula import parse_formula
from tests.link.lookups import Known, quantity, table

MEMBERS = table(
    """
iso3,name,region,csto,vote,people,joined
BLR,Belarus,Europe,member,no,9,1945
ARM,Armenia,Asia,frozen,abstain,3,1992
IND,India,Asia,,abstain,1400,1945
FRA,France,Europe,,yes,68,1945
NRU,Nauru,Oceania,,yes,,1999
""",
    {
        "iso3": "text",
        "name": "text",
        "region": "text",
        "csto": "text",
        "vote": "text",
        "people": "million people",
        "joined": "year",
    },
)
SHARES = table(
    """
year,share,range
2014–18,27,20–27
2019–23,11,>10
""",
    {"year": "year", "share": "%", "range": "states"},
)
FACTS = Known(
    {
        "un:members": "193 states",
        "un:others": "192 states",
        "ties:allies": "6 states",
        "tass:supplied": "more than 50 states",
        "tass:ties": "100 states",
        "army:visitors": "83 delegations",
        "milex:us": "$997 billion",
        "milex:nine": "$984.4 billion",
        "kiel:europe": "€132 billion",
        "euronews:russia": "4.5 million rounds a year",
        "cnn:russia": "250,000 rounds a month",
        "cnn:west": "1.2 million rounds a year",
        "euronews:ratio": "about 4 times",
        "rutte:months": "three months",
        "lou:ceiling": "1.5%",
        "loans:share": "35%",
        "vote:people": "42.8%",
        "sipri:before": "27%",
        "sipri:after": "11%",
        "sipri:change": "-53%",
        "zero:states": "0 states",
        "range:around": "up to 5 states",
    },
    {"test:yes": True, "test:no": False, "test:open": None},
    {"ledger:members": MEMBERS, "exporters:shares": SHARES},
    {
        "day:first": ("2024-02-29",),
        "day:second": ("2024-12-16",),
        "day:month": ("2024-12",),
        "day:span": ("2019–23",),
        "day:two": ("2019", "2023"),
    },
)
STATES, DOLLARS = Unit(("states",)), Unit(("USD",))


def computed(text: str) -> Result:
    return evaluate(parse_formula(text), FACTS)


def value(text: str) -> Quantity:
    result = computed(text)
    assert result.value is not None
    return result.value


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("un:members - 1", Quantity.of(192, STATES)),
        ("un:others / 2", Quantity.of(96, STATES)),
        ("ties:allies / un:others", Quantity.of(Fraction(1, 32))),
        ("milex:us - milex:nine", Quantity.of(12600000000, DOLLARS)),
        ("-(milex:nine - milex:us) / milex:us", Quantity.of(Fraction(126, 9970))),
        ("cnn:russia * rutte:months", Quantity.of(750000, Unit(("shells",)))),
        ("euronews:russia * rutte:months", Quantity.of(1125000, Unit(("shells",)))),
        ("12 / rutte:months", Quantity.of(4)),
        ("euronews:russia / cnn:west", Quantity.of(Fraction(15, 4))),
        ("cnn:russia / cnn:west", Quantity.of(Fraction(5, 2))),
        ("kiel:europe * (1 - loans:share)", Quantity.of(85800000000, Unit(("EUR",)))),
        ("100 - loans:share", Quantity.of(65, IN_PERCENT)),
        ("1 + loans:share", Quantity.of(135, IN_PERCENT)),
        ("loans:share - 1", Quantity.of(-65, IN_PERCENT)),
        ("loans:share - 5", Quantity.of(30, IN_POINTS)),
        ("sipri:after - sipri:before", Quantity.of(-16, IN_POINTS)),
        ("(sipri:after - sipri:before) / sipri:before", Quantity.of(Fraction(-16, 27))),
        ("sipri:before - sipri:after + loans:share", Quantity.of(51, IN_PERCENT)),
        ("lou:ceiling * 2", Quantity.of(3, IN_PERCENT)),
        ("loans:share * un:others", Quantity.of(Fraction(336, 5), STATES)),
        ("count(ledger:members) / un:others", Quantity.of(Fraction(5, 192))),
        ("1 / loans:share", Quantity.of(Fraction(20, 7))),
        ("max(ties:allies, tass:supplied, 3)", quantity("more than 50 states")),
        ("min(ties:allies, 3)", Quantity.of(3, STATES)),
        ("max(lou:ceiling, 2)", Quantity.of(2, IN_PERCENT)),
        ("tass:supplied - ties:allies", quantity("more than 44 states")),
        ("count(ledger:members)", Quantity.of(5)),
        ("count(ledger:members where vote = abstain)", Quantity.of(2)),
        ("count(ledger:members where vote != abstain)", Quantity.of(3)),
        ("count(ledger:members where csto is given)", Quantity.of(2)),
        ("count(ledger:members where csto is empty)", Quantity.of(3)),
        ("count(ledger:members where csto != member)", Quantity.of(4)),
        ("count(ledger:members where not vote = yes and region = Asia)", Quantity.of(2)),
        ("count(ledger:members where people >= 9)", Quantity.of(3)),
        ("count(ledger:members where not people >= 9)", Quantity.of(2)),
        ("count(ledger:members where people = 9.0)", Quantity.of(1)),
        ("count(ledger:members where joined > 1945)", Quantity.of(2)),
        ("sum(ledger:members.people where people is given)", quantity("1,480 million people")),
        (
            "sum(ledger:members.people where csto = member and vote = abstain)",
            quantity("0 people"),
        ),
        ("max(ledger:members.people where region = Europe)", quantity("68 million people")),
        ("min(ledger:members.people where region = Europe)", quantity("9 million people")),
        ("value(exporters:shares.share where year = 2014–18)", quantity("27%")),
        ("max(exporters:shares.range)", quantity("at least 20 states")),
        ("days(day:first, day:second)", Quantity.of(291, Unit(("day",)))),
        ("days(day:second, day:first)", Quantity.of(-291, Unit(("day",)))),
        (
            "days(day:first, day:month)",
            Quantity(Interval.between(276, 306), Unit(("day",))),
        ),
    ],
)
def test_a_formula_comes_to_a_quantity(formula: str, expected: Quantity) -> None:
    assert value(formula) == expected


@pytest.mark.parametrize(
    ("formula", "truth"),
    [
        ("ties:allies > un:others / 2", False),
        ("tass:supplied > un:others / 2", None),
        ("tass:supplied > 50", True),
        ("tass:ties > un:others / 2", True),
        ("max(ties:allies, tass:supplied) > un:others / 2", None),
        ("milex:us > milex:nine", True),
        ("euronews:ratio >= 12 / rutte:months", None),
        ("euronews:ratio >= 3.5", True),
        ("euronews:ratio < 4.5", True),
        ("lou:ceiling < 1.7", True),
        ("vote:people > 50", False),
        ("vote:people > 1 / 2", True),
        ("tass:ties / un:others > vote:people", True),
        ("un:members = 193", True),
        ("un:members != 193", False),
        ("euronews:ratio = 4", None),
        ("cnn:russia * 12 > cnn:west", True),
        ("cnn:russia > cnn:west", True),
        ("un:members = 193 and 1 < 2", True),
        ("count(ledger:members) = 5", True),
        ("test:yes and test:open", None),
        ("test:no and test:open", False),
        ("test:yes or test:open", True),
        ("test:no or test:open", None),
        ("not test:open", None),
        ("not test:no", True),
        ("test:yes", True),
    ],
)
def test_a_comparison_comes_to_yes_no_or_undetermined(formula: str, truth: Truth) -> None:
    assert computed(formula) == Result(truth=truth, is_test=True)


MEETING = [
    ("un:members > milex:us", "cannot compare un:members (states) with milex:us (USD)",
     "un:members > milex:us",
     "bring both to one unit; content/words.yml lists the nouns that mean the same"),
    ("army:visitors > un:others / 2",
     "cannot compare army:visitors (delegations) with un:others / 2 (states)",
     "army:visitors > un:others / 2",
     "bring both to one unit; content/words.yml lists the nouns that mean the same"),
    ("un:members + milex:us * 2", "cannot add un:members (states) and milex:us * 2 (USD)",
     "un:members + milex:us * 2",
     "bring both to one unit; content/words.yml lists the nouns that mean the same"),
    ("kiel:europe - milex:us", "cannot subtract milex:us (USD) from kiel:europe (EUR)",
     "kiel:europe - milex:us",
     "bring both to one unit; content/words.yml lists the nouns that mean the same"),
    ("sipri:after - sipri:before < loans:share",
     "cannot compare sipri:after - sipri:before (percentage points) with loans:share (percent)",
     "sipri:after - sipri:before < loans:share",
     "what is left when percentages are subtracted are percentage points"),
    ("cnn:west > cnn:russia * rutte:months",
     "cannot compare cnn:west (shells a year) with cnn:russia * rutte:months (shells)",
     "cnn:west > cnn:russia * rutte:months",
     "bring both to one unit; content/words.yml lists the nouns that mean the same"),
    ("max(ties:allies, milex:us)",
     "cannot compare milex:us (USD) with what stands before it (states)", "milex:us",
     "bring both to one unit; content/words.yml lists the nouns that mean the same"),
    ("un:members / zero:states", "zero:states is 0", "zero:states",
     "a divisor lies above or below 0 altogether"),
    ("un:members / (ties:allies - range:around * 2)", "ties:allies - range:around * 2 may be 0",
     "ties:allies - range:around * 2", "a divisor lies above or below 0 altogether"),
    ("test:yes > 5", "test:yes is a comparison, not a quantity", "test:yes",
     "join comparisons with and, or, not"),
    ("un:members + (ties:allies > 5)", "ties:allies > 5 is a comparison, not a quantity",
     "ties:allies > 5", "join comparisons with and, or, not"),
    ("test:yes and un:members", "un:members is a quantity, not a comparison", "un:members",
     "compare it with something: un:members > 100"),
    ("not count(ledger:members)", "count(ledger:members) is a quantity, not a comparison",
     "count(ledger:members)", "compare it with something: un:members > 100"),
    ("ledger:members + 1", "ledger:members has no quantity", "ledger:members",
     "name a fact that has a `value`"),
    ("count(un:members)", "un:members is not a table", "un:members", ""),
    ("count(ledger:members where nmae = Belarus)",
     "column 'nmae' is unknown; did you mean 'name'?", "nmae = Belarus",
     "the columns are iso3, name, region, csto, vote, people, joined"),
    ("sum(ledger:members.popple)", "column 'popple' is unknown; did you mean 'people'?",
     "ledger:members.popple", "the columns are iso3, name, region, csto, vote, people, joined"),
    ("sum(ledger:members.csto)", "column 'csto' holds no quantities but text",
     "ledger:members.csto", "the columns with quantities are people"),
    ("count(ledger:members where vote = abstian)",
     "no row has vote = 'abstian'; did you mean 'abstain'?", "vote = abstian",
     "its words are abstain, no, yes"),
    ("count(ledger:members where csto != ally)", "no row has csto = 'ally'", "csto != ally",
     "its words are frozen, member"),
    ("count(ledger:members where vote > 5)", "row BLR cannot be compared: its vote is no",
     "vote > 5", "only numbers have an order; write vote = word for words"),
    ("count(exporters:shares where range > 25)",
     "row 2014–18 is neither in nor out: its range is 20–27", "range > 25",
     "compare with a number outside that range"),
    ("value(exporters:shares.share where share > 50)",
     "value(exporters:shares.share where share > 50) finds no row",
     "value(exporters:shares.share where share > 50)",
     "make its condition fit exactly one row, by year for instance"),
    ("value(ledger:members.people where vote = yes)",
     "value(ledger:members.people where vote = yes) finds 2 rows: FRA, NRU",
     "value(ledger:members.people where vote = yes)",
     "make its condition fit exactly one row, by iso3 for instance"),
    ("max(exporters:shares.share where share > 50)",
     "max(exporters:shares.share where share > 50) finds no row",
     "max(exporters:shares.share where share > 50)", "widen its condition"),
    ("sum(ledger:members.people)", "row NRU has no people", "sum(ledger:members.people)",
     "leave such rows out and say so: sum(ledger:members.people where people is given)"),
    ("sum(ledger:members.people where vote = yes)", "row NRU has no people",
     "sum(ledger:members.people where vote = yes)",
     "leave such rows out and say so: "
     "sum(ledger:members.people where vote = yes and people is given)"),
    ("days(day:first, day:span)", "day:span has the dates 2019–23", "day:span",
     "days needs facts with one date each"),
    ("days(day:two, day:first)", "day:two has the dates 2019, 2023", "day:two",
     "days needs facts with one date each"),
    ("days(un:members, day:first)", "un:members has no date", "un:members",
     "days needs facts with one date each"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "marked", "help_"), MEETING)
def test_what_cannot_be_computed(text: str, message: str, marked: str, help_: str) -> None:
    with pytest.raises(FormulaFault) as fault:
        computed(text)
    assert (str(fault.value), fault.value.help) == (message, help_)
    assert text[fault.value.start : fault.value.end] == marked


def test_a_cell_that_is_no_number_is_named() -> None:
    facts = Known(tables={"t:x": table("key,n\na,5\nb,many", {"key": "text", "n": "states"})})
    with pytest.raises(FormulaFault) as fault:
        evaluate(parse_formula("sum(t:x.n)"), facts)
    assert str(fault.value) == (
        "row b of t:x: cell 'many' is not a number such as 1,200, -5.5 or 20–27.5"
    )


def test_units_of_columns_follow_the_words_that_mean_the_same() -> None:
    units = {"year": "year", "made": "million rounds"}
    facts = Known({"a:x": "4 million shells"}, tables={"t:x": table("year,made\n2024,4.5", units)})
    formula = parse_formula("value(t:x.made where year = 2024) > a:x")
    assert evaluate(formula, facts) == Result(truth=True, is_test=True)


def test_both_sides_of_each_comparison_are_told() -> None:
    compared: Compared = []
    evaluate(parse_formula("ties:allies > un:others / 2 or lou:ceiling < 1"), FACTS, compared)
    assert compared == [
        (Interval.point(6), Interval.point(96)),
        (Interval.point(Fraction(3, 2)), Interval.point(1)),
    ]


SMALL = st.integers(1, 9)


@given(a=SMALL, b=SMALL, c=SMALL, widths=st.tuples(*[st.integers(0, 3)] * 3))
def test_an_interval_contains_what_its_points_give(
    a: int, b: int, c: int, widths: tuple[int, int, int]
) -> None:
    formulas = ("a:x * a:y - a:z", "a:x / a:y + a:z", "max(a:x, a:y) - min(a:y, a:z)")
    wide = Known(
        {
            f"a:{name}": f"{low} to {low + width}" if width else str(low)
            for name, low, width in zip("xyz", (a, b, c), widths, strict=True)
        }
    )
    high = Known(
        {
            f"a:{name}": str(low + width)
            for name, low, width in zip("xyz", (a, b, c), widths, strict=True)
        }
    )
    for text in formulas:
        formula = parse_formula(text)
        inside, around = evaluate(formula, high).value, evaluate(formula, wide).value
        assert inside is not None
        assert around is not None
        assert inside.unit == around.unit == BARE
        assert inside.interval.low.value is not None
        assert inside.interval.low.value in around.interval
