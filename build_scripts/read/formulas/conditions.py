"""Conditions on the rows of a table; their grammar stands in `read/formulas/formula.py`."""

from __future__ import annotations

from build_scripts.model.formulas import COMPARISONS, Condition
from build_scripts.read.formulas.scanner import Scanner
from build_scripts.read.formulas.tokens import KEYWORDS, FormulaSyntax, Kind, Token, fault_at


def parse_condition(text: str) -> Condition:
    """Read a condition that stands alone, as charts have it. Raises FormulaSyntax."""
    scanner = Scanner(text)
    condition = read_condition(scanner)
    scanner.finish("`and` or `or` is missing before this")
    return condition


def read_condition(scanner: Scanner) -> Condition:
    """Read a condition and go past it. Raises FormulaSyntax."""
    return _joined(scanner, "or")


def _joined(scanner: Scanner, word: str) -> Condition:
    """Read conditions joined by `or`, or by `and`, which binds more tightly."""
    scanner.deeper()
    parts = [_part(scanner, word)]
    while scanner.operator().text == word:
        scanner.take_operator()
        parts.append(_part(scanner, word))
    scanner.higher()
    if len(parts) == 1:
        return parts[0]
    return Condition(word, parts=tuple(parts), start=parts[0].start, end=parts[-1].end)


def _part(scanner: Scanner, word: str) -> Condition:
    return _joined(scanner, "and") if word == "or" else _row(scanner)


def _row(scanner: Scanner) -> Condition:
    token = scanner.peek_row()
    if token.text == "not":
        scanner.take()
        scanner.deeper()
        part = _row(scanner)
        scanner.higher()
        return Condition("not", parts=(part,), start=token.start, end=part.end)
    if token.text == "(":
        scanner.take()
        inside = read_condition(scanner)
        scanner.close(token)
        return inside
    return _compared(scanner, scanner.column())


def _compared(scanner: Scanner, column: Token) -> Condition:
    sign = scanner.take()
    if sign.text == "is" and sign.kind is Kind.WORD:
        state = scanner.take()
        if state.text not in ("given", "empty"):
            raise fault_at(
                state, "`given` or `empty` is needed here", f"write {column.text} is given"
            )
        return Condition(state.text, column.text, start=column.start, end=state.end)
    if sign.text not in COMPARISONS:
        raise fault_at(
            sign,
            f"column {column.text!r} is compared with nothing",
            f"write {column.text} = word, or {column.text} is given",
        )
    if sign.text not in ("=", "!="):
        cell = scanner.amount()
    else:
        cell = scanner.cell()
        _one_word(scanner, column, sign, cell)
    return Condition(sign.text, column.text, cell.text, start=column.start, end=cell.end)


def _one_word(scanner: Scanner, column: Token, sign: Token, cell: Token) -> None:
    after = scanner.operator()
    if cell.kind is Kind.WORD and after.kind is Kind.WORD and after.text not in KEYWORDS:
        words = scanner.text[cell.start : after.end]
        raise FormulaSyntax(
            f"{words!r} lacks its quotation marks",
            cell.start,
            after.end,
            f'write {column.text} {sign.text} "{words}"',
        )
