"""What is printed of a formula is read back, and reading raises nothing but its own fault."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.model.formulas import (
    COMPARISONS,
    Call,
    Condition,
    Formula,
    Number,
    Operation,
    Reference,
    references,
)
from build_scripts.model.refs import FactRef
from build_scripts.read.formulas.formula import FormulaSyntax, parse_condition, parse_formula
from build_scripts.read.formulas.printing import print_condition, print_formula
from build_scripts.read.formulas.scanner import LONGEST


def op(operator: str, *operands: Formula) -> Operation:
    return Operation(operator, operands)


IDS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
KEYS = st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9_-]{0,6}[A-Za-z0-9_])?", fullmatch=True)
KEYWORDS = ("and", "or", "not", "where", "is", "given", "empty")
COLUMNS = KEYS.filter(lambda key: key not in KEYWORDS)
NONE = st.just("")
REFS = st.builds(FactRef, IDS, IDS, NONE, NONE) | st.builds(FactRef, IDS, IDS, KEYS, NONE | KEYS)
REFERENCES = st.builds(Reference, REFS)
NUMBERS = st.builds(
    Number,
    st.decimals(0, 10**6, places=3).map(Fraction),
)
CELLS = st.text(st.characters(exclude_characters='"\n'), max_size=8)
AMOUNTS = st.decimals(-99, 99, places=1).map(str)
ROWS = (
    st.builds(Condition, st.sampled_from(["=", "!="]), COLUMNS, CELLS)
    | st.builds(Condition, st.sampled_from(["<", "<=", ">", ">="]), COLUMNS, AMOUNTS)
    | st.builds(Condition, st.sampled_from(["given", "empty"]), COLUMNS)
)
CONDITIONS = st.recursive(
    ROWS,
    lambda inner: (
        st.builds(lambda part: Condition("not", parts=(part,)), inner)
        | st.builds(
            lambda word, parts: Condition(word, parts=tuple(parts)),
            st.sampled_from(["and", "or"]),
            st.lists(inner, min_size=2, max_size=3),
        )
    ),
    max_leaves=5,
)
TABLE_CALLS = st.builds(
    lambda ref, where: Call("count", (Reference(ref.whole),), where),
    REFS,
    st.none() | CONDITIONS,
) | st.builds(
    lambda name, ref, key, where: Call(
        name, (Reference(FactRef(ref.evidence, ref.fact, "", key)),), where
    ),
    st.sampled_from(["sum", "min", "max", "value"]),
    REFS,
    KEYS,
    st.none() | CONDITIONS,
)


def binary(operators: list[str], inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    return st.builds(op, st.sampled_from(operators), inner, inner)


SUMS: st.SearchStrategy[Formula] = st.recursive(
    REFERENCES | NUMBERS | TABLE_CALLS,
    lambda inner: (
        binary(["+", "-", "*", "/"], inner)
        | st.builds(lambda part: op("-", part), inner)
        | st.builds(
            lambda name, values: Call(name, tuple(values)),
            st.sampled_from(["min", "max"]),
            st.lists(inner, min_size=2, max_size=3),
        )
    ),
    max_leaves=6,
)
FORMULAS: st.SearchStrategy[Formula] = st.recursive(
    SUMS | binary(sorted(COMPARISONS), SUMS),
    lambda inner: (
        st.builds(
            lambda word, parts: op(word, *parts),
            st.sampled_from(["and", "or"]),
            st.lists(inner, min_size=2, max_size=3),
        )
        | st.builds(lambda part: op("not", part), inner)
    ),
    max_leaves=5,
).filter(lambda formula: bool(references(formula)) and len(print_formula(formula)) <= LONGEST)


@given(formula=FORMULAS)
def test_what_is_printed_is_read_back(formula: Formula) -> None:
    assert parse_formula(print_formula(formula)) == formula


@given(condition=CONDITIONS)
def test_a_printed_condition_is_read_back(condition: Condition) -> None:
    assert parse_condition(print_condition(condition)) == condition


PIECES = st.lists(
    st.sampled_from(
        "a:x un:members t:x.r t:x.r.c 1 0.5 , ( ) + - * / = != > >= < <= not and or where is given "
        'empty count( sum( min( max( value( days( column "text" " : . _ § ２ \n'.split(" ")
    ),
    max_size=14,
)


def fault_of(parse: Callable[[str], object], text: str) -> FormulaSyntax | None:
    try:
        parse(text)
    except FormulaSyntax as fault:
        return fault
    return None


@given(text=PIECES.map(" ".join) | PIECES.map("".join) | st.text(max_size=40))
@example(text="a:x" + ")" * 500)
@example(text="not " * 500)
@example(text="-" * 2000)
@example(text="count(t:x where " + "(" * 500)
@example(text="count(t:x where " + "not " * 400)
def test_reading_raises_nothing_but_syntax(text: str) -> None:
    for parse in (parse_formula, parse_condition):
        fault = fault_of(parse, text)
        if fault is not None:
            assert fault.message
            assert 0 <= fault.start < max(fault.end, 1) <= len(text) + 1
