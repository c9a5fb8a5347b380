"""Units of columns and the cells under them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.interval import End, Interval
from build_scripts.model.quantity import BARE, IN_PERCENT, IN_POINTS, Quantity, Unit
from build_scripts.read.notation.units import UnitFault, cell_quantity, cell_reader, parse_unit

NOUNS = {"state": "states", "states": "states", "members": "states", "member states": "states"}
NOUNS |= {"rounds": "shells", "shells": "shells", "people": "people", "person": "people"}


@pytest.mark.parametrize(
    ("text", "scale", "unit"),
    [
        ("", 1, BARE),
        ("times", 1, BARE),
        ("million", 10**6, BARE),
        ("states", 1, Unit(("states",))),
        ("Member States", 1, Unit(("states",))),
        ("UN members", 1, Unit(("states",))),
        ("battle tanks", 1, Unit(("tanks",))),
        ("%", 1, IN_PERCENT),
        ("per cent", 1, IN_PERCENT),
        ("% of GDP", 1, IN_PERCENT),
        ("percent a year", 1, Unit(("%",), ("year",))),
        ("percentage points", 1, IN_POINTS),
        ("$", 1, Unit(("USD",))),
        ("USD", 1, Unit(("USD",))),
        ("US dollars", 1, Unit(("USD",))),
        ("US$ million", 10**6, Unit(("USD",))),
        ("billion USD", 10**9, Unit(("USD",))),
        ("€ billion", 10**9, Unit(("EUR",))),
        ("bn €", 10**9, Unit(("EUR",))),
        ("trillion yuan", 10**12, Unit(("CNY",))),
        ("million rounds", 10**6, Unit(("shells",))),
        ("million rounds a year", 10**6, Unit(("shells",), ("year",))),
        ("rounds per month", 1, Unit(("shells",), ("month",))),
        ("rounds/day", 1, Unit(("shells",), ("day",))),
        ("shells daily", 1, Unit(("shells",), ("day",))),
        ("dollars per person a year", 1, Unit(("USD",), ("people", "year"))),
        ("months", 1, Unit(("month",))),
    ],
)
def test_units_are_read(text: str, scale: int, unit: Unit) -> None:
    assert parse_unit(text, NOUNS) == (Fraction(scale), unit)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1000 rounds", "unit '1000 rounds' holds digits; the number belongs in the cells"),
        ("#", "unit '#' is no word, currency or %"),
        ("rounds (made)", "unit 'rounds (made)' is no word, currency or %"),
    ],
)
def test_what_is_no_unit_is_refused(text: str, message: str) -> None:
    with pytest.raises(UnitFault) as fault:
        parse_unit(text, NOUNS)
    assert str(fault.value) == message


@given(text=st.text(max_size=30))
def test_reading_a_unit_raises_nothing_else(text: str) -> None:
    try:
        scale, _ = parse_unit(text, NOUNS)
    except UnitFault:
        return
    assert scale > 0


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("12", Interval.point(12)),
        ("1,419,316,933", Interval.point(1419316933)),
        ("88.5", Interval.point(Fraction(177, 2))),
        ("-5.5", Interval.point(Fraction(-11, 2))),
        ("−5.5", Interval.point(Fraction(-11, 2))),
        ("+38", Interval.point(38)),
        ("20–27.5", Interval.between(20, Fraction(55, 2))),
        (">50", Interval(End(Fraction(50), True), End(None))),
        ("<50", Interval(End(Fraction(0)), End(Fraction(50), True))),
    ],
)
def test_cells_are_read(text: str, interval: Interval) -> None:
    assert cell_quantity(text, "states", NOUNS) == Quantity(interval, Unit(("states",)))


@pytest.mark.parametrize("text", ["", "yes", "12 states", "1,2", "5.2m", "<0", "1-2-3", "٣"])
def test_other_cells_are_refused(text: str) -> None:
    with pytest.raises(UnitFault) as fault:
        cell_quantity(text, "states", NOUNS)
    assert str(fault.value) == f"cell {text!r} is not a number such as 1,200, -5.5 or 20–27.5"


@given(number=st.decimals(-(10**9), 10**9, places=3))
def test_a_printed_number_is_read_back(number: object) -> None:
    value = Fraction(str(number))
    read = cell_reader(NOUNS)(f"{number:,}", "million rounds")
    assert read == Quantity.of(value * 10**6, Unit(("shells",)))
