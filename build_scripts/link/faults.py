"""What can be wrong with a formula, a reference or a fact."""

from __future__ import annotations

from build_scripts.problems import Problem


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
