"""What can be wrong with a formula, a reference or a fact."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.problems import Problem
from build_scripts.read.suggest import did_you_mean


class FormulaFault(ValueError):
    """A formula that cannot be computed.

    `start` and `end` are offsets in the formula; both are 0 where a lookup raises it, until the
    evaluation adds those of the reference. `help` says what to do.
    """

    def __init__(self, message: str, start: int = 0, end: int = 0, help: str = "") -> None:
        super().__init__(message)
        self.message, self.start, self.end, self.help = message, start, end, help


class UnknownFact(LookupError):
    """A reference that leads nowhere: `message` and `help` for whoever wrote it."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message, self.help = message, help


class BrokenFact(LookupError):
    """A fact that cannot be computed: the problem, at the fact's home."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def not_there(message: str, name: str, names: Iterable[str]) -> UnknownFact:
    """The fault that `name` is not among `names`, with the nearest and a list of them."""
    known = [str(other) for other in names]
    listed = ", ".join(sorted(known)[:12]) + (" …" if len(known) > 12 else "")
    return UnknownFact(message + did_you_mean(name, known), f"it has: {listed or 'none'}")
