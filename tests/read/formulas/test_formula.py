"""Formulas: what is read, what is refused and with which words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from build_scripts.model.formulas import (
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
from build_scripts.read.formulas.printing import print_condition

A, B, C = (Reference(FactRef("a", fact)) for fact in "xyz")
MEMBERS = FactRef("ledger", "members")


def number(value: float | str) -> Number:
    return Number(Fraction(str(value)))


def op(operator: str, *operands: Formula) -> Operation:
    return Operation(operator, operands)


def column(name: str) -> Reference:
    return Reference(FactRef("ledger", "members", "", name))


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("un:members", Reference(FactRef("un", "members"))),
        ("sipri-milex:top.us", Reference(FactRef("sipri-milex", "top", "us"))),
        ("t:x.2019.states_2", Reference(FactRef("t", "x", "2019", "states_2"))),
        ("a:x - 1", op("-", A, number(1))),
        ("a:x * 0.995", op("*", A, number("0.995"))),
        ("a:x + a:y * a:z", op("+", A, op("*", B, C))),
        ("(a:x + a:y) * a:z", op("*", op("+", A, B), C)),
        ("a:x - a:y - a:z", op("-", op("-", A, B), C)),
        ("a:x - (a:y - a:z)", op("-", A, op("-", B, C))),
        ("a:x / a:y / 2", op("/", op("/", A, B), number(2))),
        ("-a:x * a:y", op("*", op("-", A), B)),
        ("a:x - -5", op("-", A, op("-", number(5)))),
        ("a:x > a:y / 2", op(">", A, op("/", B, number(2)))),
        ("not a:x = a:y", op("not", op("=", A, B))),
        ("a:x or a:y and a:z", op("or", A, op("and", B, C))),
        ("a:x and a:y and a:z", op("and", A, B, C)),
        ("(a:x and a:y) and a:z", op("and", op("and", A, B), C)),
        ("a:x\n  + a:y", op("+", A, B)),
        ("count(ledger:members)", Call("count", (Reference(MEMBERS),))),
        (
            "count(ledger:members where csto = member)",
            Call("count", (Reference(MEMBERS),), Condition("=", "csto", "member")),
        ),
        ("sum(ledger:members.people)", Call("sum", (column("people"),))),
        (
            "value(ledger:members.share where year = 2019)",
            Call("value", (column("share"),), Condition("=", "year", "2019")),
        ),
        ("max(a:x, a:y, 3)", Call("max", (A, B, number(3)))),
        ("min(ledger:members.share)", Call("min", (column("share"),))),
        ("days(a:x, a:y)", Call("days", (A, B))),
    ],
)
def test_formulas_are_read(text: str, formula: Formula) -> None:
    assert parse_formula(text) == formula


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("csto = member", Condition("=", "csto", "member")),
        ('name != "United States"', Condition("!=", "name", "United States")),
        ("vote = ES-11/1", Condition("=", "vote", "ES-11/1")),
        ("period = 2009–13", Condition("=", "period", "2009–13")),
        ("year >= 2019", Condition(">=", "year", "2019")),
        ("change < -0.5", Condition("<", "change", "-0.5")),
        ("csto is given", Condition("given", "csto")),
        ("csto is empty", Condition("empty", "csto")),
        (
            "a = b or c = d and not e is empty",
            Condition(
                "or",
                parts=(
                    Condition("=", "a", "b"),
                    Condition(
                        "and",
                        parts=(
                            Condition("=", "c", "d"),
                            Condition("not", parts=(Condition("empty", "e"),)),
                        ),
                    ),
                ),
            ),
        ),
        (
            "(a = b or c = d) and note = x",
            Condition(
                "and",
                parts=(
                    Condition("or", parts=(Condition("=", "a", "b"), Condition("=", "c", "d"))),
                    Condition("=", "note", "x"),
                ),
            ),
        ),
        ('word = "and"', Condition("=", "word", "and")),
    ],
)
def test_conditions_are_read(text: str, condition: Condition) -> None:
    assert parse_condition(text) == condition
    assert parse_condition(print_condition(condition)) == condition


REFUSED = [
    ("", "the formula is empty", "", "write a fact, such as un:members, or a number"),
    ("a:x +", "the formula ends too early", "", "write a fact, such as un:members, or a number"),
    ("6 > 96", "the formula names no fact", "6 > 96",
     "name the facts that the numbers come from: un:members - 1"),
    ("a:x-a:y", "'a:x-a:y' lacks spaces around its minus", "a:x-a:y",
     "a hyphen belongs to a name; a minus has spaces: a:x - b:y"),
    ("un:members- 1", "'un:members-' lacks spaces around its minus", "un:members-",
     "a hyphen belongs to a name; a minus has spaces: a:x - b:y"),
    ("a:x*2", "'*' lacks spaces around it", "*", "operators have spaces around them: a:x * 2"),
    ("a:x -1", "'-' lacks spaces around it", "-", "operators have spaces around them: a:x * 2"),
    ("2a:x", "number '2' runs into 'a'", "2a:x", "operators have spaces around them: a:x * 2"),
    ("a:x a:y", "an operator is missing before this", "a:y",
     "operators have spaces around them: a:x * 2"),
    ("a:x > 1,000", "number '1,000' has a comma", "1,000", "write 1000"),
    ("a:x > 50%", "number '50%' has a percent sign", "50%",
     "beside a percentage write 50, which is read as 50%; as a factor write 0.5"),
    ("a:x > .5", "a number begins with a digit", ".5", "write 0.5"),
    ("a:x > 5. ", "number '5.' ends in a point", "5.", "write 0.5"),
    ("a:x < a:y < a:z", "comparisons cannot be chained", "<", "write a:x < b:y and b:y < c:z"),
    ("a:x == a:y", "'==' has no meaning in a formula", "==", "write ="),
    ("a:x ≥ a:y", "'≥' has no meaning in a formula", "≥", "write >="),
    ("a:x − a:y", "'−' has no meaning in a formula", "−", "write -"),
    ("a:x && a:y", "'&&' has no meaning in a formula", "&&", "write and"),
    ("a:x $ a:y", "'$' has no meaning in a formula", "$", "take it out"),
    ("(a:x + a:y", "this parenthesis is never closed", "(", "write a ) where it ends"),
    ("a:x + a:y)", "this parenthesis was never opened", ")", "take it out"),
    ("a:x + * a:y", "a value is missing before '*'", "*", "write a:x + b:y"),
    ("and a:x", "a value is missing before 'and'", "and", "write a:x > b:y"),
    ("a:x AND a:y", "'AND' is written small", "AND", "write and"),
    ("Not a:x", "'Not' is written small", "Not", "write not"),
    ("a:x > not a:y", "'not' stands before a whole comparison", "not", "write not a:x > b:y"),
    ("treaty-allies > 96", "'treaty-allies' is no reference", "treaty-allies",
     "a fact is written as evidence:fact, evidence:fact.row or evidence:fact.row.column"),
    ("UN:members - 1", "'UN:members' is no reference", "UN:members", "write un:members"),
    ("a:x.y.z.w", "'a:x.y.z.' is no reference", "a:x.y.z.w",
     "a fact is written as evidence:fact, evidence:fact.row or evidence:fact.row.column"),
    ("summ(t:x.y)", "function 'summ' is unknown; did you mean 'sum'?", "summ",
     "the functions are count, sum, min, max, value, days"),
    ("__import__(a:x)", "'_' has no meaning in a formula", "_", "take it out"),
    ("eval(a:x)", "function 'eval' is unknown; did you mean 'value'?", "eval",
     "the functions are count, sum, min, max, value, days"),
    ("count + a:x", "'count' lacks its parentheses", "count", "write count(…)"),
    ("count(t:x.y)", "count takes a whole table, not 't:x.y'", "t:x.y",
     "write count(t:x where y is given)"),
    ("sum(t:x)", "sum takes one column of a table, not 't:x'", "t:x",
     "write sum(ledger:members.population)"),
    ("sum(t:x.r.c)", "sum takes one column of a table, not 't:x.r.c'", "t:x.r.c",
     "write sum(ledger:members.population)"),
    ("max(a:x + 1)", "max takes the rows of a table", "a:x + 1",
     "write max(ledger:members.population), or max(a:x, b:y)"),
    ("sum(t:x.a, t:x.b)", "sum takes one table", "t:x.b", "write sum(…) twice"),
    ("days(a:x)", "days takes two facts", "days", "write days(a:x, b:y)"),
    ("days(a:x, 3)", "days takes two facts", "days", "write days(a:x, b:y)"),
    ("count(t:x where )", "the name of a column is needed here", ")",
     "write where column = word"),
    ("count(t:x where and)", "the name of a column is needed here", "and",
     "write where column = word"),
    ("count(t:x where name)", "column 'name' is compared with nothing", ")",
     "write name = word, or name is given"),
    ("count(t:x where name is full)", "`given` or `empty` is needed here", "full",
     "write name is given"),
    ("count(t:x where name = United States)", "'United States' lacks its quotation marks",
     "United States", 'write name = "United States"'),
    ('count(t:x where name = "United)', "this quotation mark is never closed", '"United',
     'write "text"'),
    ("count(t:x where name = or)", "'or' is a word of the notation", "or", 'write "or"'),
    ("count(t:x where name = )", "a word is needed here", ")",
     'write column = word or column = "some words"'),
    ("count(t:x where year > late)", "a number is needed here", "late",
     "write it in plain digits: column >= 2000"),
    ("count(t:x where year > 1,000)", "a number is needed here", "1,000",
     "write it in plain digits: column >= 2000"),
    ("count(t:x where a = b", "this parenthesis is never closed", "(", "write a ) where it ends"),
    ("a:x + " * 101 + "a:x", "the formula has more than 100 operators", "+",
     "give a part of it a fact of its own"),
    ("(" * 31 + "a:x" + ")" * 31, "the formula is nested more than 30 deep", "(",
     "give a part of it a fact of its own"),
    ("a:x" + " " * 2000, "the formula has 2,003 characters; 2,000 are allowed", "   ",
     "give a part of it a fact of its own"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "marked", "help_"), REFUSED)
def test_what_is_not_in_the_notation_is_refused(
    text: str, message: str, marked: str, help_: str
) -> None:
    with pytest.raises(FormulaSyntax) as fault:
        parse_formula(text)
    assert (str(fault.value), fault.value.help) == (message, help_)
    assert text[fault.value.start : fault.value.end] == marked


def test_a_hyphen_inside_a_name_is_no_minus() -> None:
    assert parse_formula("un-votes:es-11-1") == Reference(FactRef("un-votes", "es-11-1"))


def test_places_are_offsets_in_the_text() -> None:
    text = "a:x > (a:y + 2) and count(t:x where c = d)"
    formula = parse_formula(text)
    assert isinstance(formula, Operation)
    comparison, call = formula.operands
    assert text[comparison.start : comparison.end] == "a:x > (a:y + 2"
    assert text[call.start : call.end] == "count(t:x where c = d)"
    assert isinstance(call, Call)
    assert call.condition is not None
    assert text[call.condition.start : call.condition.end] == "c = d"


def test_references_are_listed_once_and_in_order() -> None:
    formula = parse_formula("t:x.r + sum(t:x.c) / a:y + count(t:x) + a:y")
    assert references(formula) == (
        FactRef("t", "x", "r"),
        FactRef("t", "x"),
        FactRef("a", "y"),
    )
