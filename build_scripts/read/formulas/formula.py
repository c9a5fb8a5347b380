"""Formulas and conditions, from text to trees.

    formula    = or
    or         = and { "or" and }
    and        = not { "and" not }
    not        = "not" not | comparison
    comparison = sum [ ( ">" | ">=" | "<" | "<=" | "=" | "!=" ) sum ]
    sum        = product { ( "+" | "-" ) product }
    product    = minus { ( "*" | "/" ) minus }
    minus      = "-" minus | number | reference | call | "(" formula ")"
    number     = digits [ "." digits ]
    reference  = evidence ":" fact [ "." row [ "." column ] ]
    call       = "count" "(" table [ where ] ")"
               | ( "sum" | "min" | "max" | "value" ) "(" table "." column [ where ] ")"
               | ( "min" | "max" ) "(" formula "," formula { "," formula } ")"
               | "days" "(" reference "," reference ")"
    table      = evidence ":" fact
    where      = "where" condition
    condition  = both { "or" both }
    both       = row { "and" row }
    row        = "not" row | "(" condition ")"
               | column ( "=" | "!=" ) ( word | '"' text '"' )
               | column ( ">" | ">=" | "<" | "<=" ) [ "-" ] number
               | column "is" ( "given" | "empty" )

`+ - * /` between two values have spaces around them, because a hyphen belongs to a name. A
formula names at least one fact. Nothing is ever evaluated as code.
"""

from __future__ import annotations

from fractions import Fraction

from build_scripts.model.formulas import (
    ARITHMETIC,
    COMPARISONS,
    FUNCTIONS,
    Call,
    Condition,
    Formula,
    Number,
    Operation,
    Reference,
    parts,
    references,
)
from build_scripts.model.refs import FactRef
from build_scripts.read.formulas.conditions import parse_condition, read_condition
from build_scripts.read.formulas.scanner import Scanner
from build_scripts.read.formulas.tokens import (
    SPACES,
    FormulaSyntax,
    Kind,
    Token,
    fault_at,
    unknown_word,
)

__all__ = ["FormulaSyntax", "parse_condition", "parse_formula", "references"]

_NOT = 3
_COMPARED = 4
_MINUS = 7
_BINDS = (
    {"or": 1, "and": 2} | dict.fromkeys(COMPARISONS, _COMPARED) | {"+": 5, "-": 5, "*": 6, "/": 6}
)


def parse_formula(text: str) -> Formula:
    """Read a formula. Raises FormulaSyntax."""
    scanner = Scanner(text)
    formula = _Parser(scanner).formula()
    scanner.finish("an operator is missing before this")
    if not any(isinstance(part, Reference) for part in parts(formula)):
        raise FormulaSyntax(
            "the formula names no fact",
            0,
            len(text),
            "name the facts that the numbers come from: un:members - 1",
        )
    return formula


class _Parser:
    """Precedence climbing: each method reads one thing and goes past it."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner

    def formula(self, least: int = 1) -> Formula:
        """Read what binds at least as tightly as `least`."""
        self._scanner.deeper()
        left = self._first(least)
        while (binds := _BINDS.get(self._scanner.operator().text, 0)) >= least and binds:
            left = self._operation(left, binds)
        self._scanner.higher()
        return left

    def _operation(self, left: Formula, binds: int) -> Formula:
        sign = self._sign()
        operands = [left, self.formula(binds + 1)]
        if binds == _COMPARED and self._scanner.operator().text in COMPARISONS:
            raise fault_at(
                self._scanner.peek(),
                "comparisons cannot be chained",
                "write a:x < b:y and b:y < c:z",
            )
        while sign.text in ("and", "or") and self._scanner.operator().text == sign.text:
            self._sign()
            operands.append(self.formula(binds + 1))
        return Operation(sign.text, tuple(operands), left.start, operands[-1].end)

    def _sign(self) -> Token:
        token = self._scanner.take_operator()
        if token.text in ARITHMETIC:
            around = self._scanner.text[token.start - 1] + self._scanner.text[token.end :][:1]
            if around.strip():
                raise fault_at(token, f"{token.text!r} lacks spaces around it", SPACES)
        return token

    def _first(self, least: int) -> Formula:
        token = self._scanner.peek()
        if token.text == "not" and token.kind is Kind.WORD:
            if least > _NOT:
                raise fault_at(
                    token, "'not' stands before a whole comparison", "write not a:x > b:y"
                )
            self._scanner.take()
            operand = self.formula(_NOT)
            return Operation("not", (operand,), token.start, operand.end)
        if token.text == "-" and token.kind is Kind.SIGN:
            self._scanner.take()
            operand = self.formula(_MINUS)
            return Operation("-", (operand,), token.start, operand.end)
        return self._single()

    def _single(self) -> Formula:
        token = self._scanner.take()
        if token.kind is Kind.NUMBER:
            return Number(Fraction(token.text), token.start, token.end)
        if token.kind is Kind.REFERENCE:
            return Reference(FactRef.parse(token.text), token.start, token.end)
        if token.text == "(":
            inside = self.formula()
            self._scanner.close(token)
            return inside
        if token.kind is Kind.WORD and token.text in _BINDS:
            raise fault_at(token, f"a value is missing before {token.text!r}", "write a:x > b:y")
        if token.kind is Kind.WORD:
            return self._call(token)
        if token.kind is Kind.END:
            some = self._scanner.text.strip()
            what = "the formula ends too early" if some else "the formula is empty"
            raise fault_at(token, what, "write a fact, such as un:members, or a number")
        raise fault_at(token, f"a value is missing before {token.text!r}", "write a:x + b:y")

    def _call(self, name: Token) -> Formula:
        opening = self._scanner.peek()
        called = opening.text == "(" and opening.kind is Kind.SIGN
        if not called or name.text not in FUNCTIONS:
            raise unknown_word(name, FUNCTIONS, called=called)
        self._scanner.take()
        arguments = [self.formula()]
        while self._scanner.operator().text == ",":
            self._scanner.take()
            arguments.append(self.formula())
        if name.text == "days":
            condition = None
            _two_dates(name, arguments)
        elif len(arguments) > 1:
            condition = None
            _several(name, arguments[1])
        else:
            arguments = [_table(name, arguments[0])]
            condition = self._where()
        closing = self._scanner.close(opening)
        return Call(name.text, tuple(arguments), condition, name.start, closing.end)

    def _where(self) -> Condition | None:
        token = self._scanner.peek()
        if token.text == "where" and token.kind is Kind.WORD:
            self._scanner.take()
            return read_condition(self._scanner)
        return None


def _table(name: Token, argument: Formula) -> Reference:
    """The argument of a call over a table: its row is really a column."""
    start, end = argument.start, argument.end
    columns = name.text != "count"
    example = f"{name.text}(ledger:members.population)" if columns else "count(ledger:members)"
    if name.text in ("min", "max"):
        example += f", or {name.text}(a:x, b:y)"
    if not isinstance(argument, Reference):
        raise FormulaSyntax(
            f"{name.text} takes the rows of a table", start, end, f"write {example}"
        )
    ref = argument.ref
    if not columns and ref.row:
        raise FormulaSyntax(
            f"count takes a whole table, not {str(ref)!r}",
            start,
            end,
            f"write count({ref.whole} where {ref.row} is given)",
        )
    if columns and (ref.column or not ref.row):
        raise FormulaSyntax(
            f"{name.text} takes one column of a table, not {str(ref)!r}",
            start,
            end,
            f"write {example}",
        )
    return Reference(FactRef(ref.evidence, ref.fact, "", ref.row), start, end)


def _two_dates(name: Token, arguments: list[Formula]) -> None:
    if len(arguments) != 2 or not all(isinstance(each, Reference) for each in arguments):
        raise fault_at(name, "days takes two facts", "write days(a:x, b:y)")


def _several(name: Token, second: Formula) -> None:
    if name.text not in ("min", "max"):
        raise FormulaSyntax(
            f"{name.text} takes one table", second.start, second.end, f"write {name.text}(…) twice"
        )
