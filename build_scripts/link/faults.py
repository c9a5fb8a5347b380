"""What can be wrong with a formula that is written in the notation."""

from __future__ import annotations


class FormulaFault(ValueError):
    """A formula that cannot be computed.

    `start` and `end` are offsets in the formula; both are 0 where a lookup raises it, until the
    evaluation adds those of the reference. `help` says what to do.
    """

    def __init__(self, message: str, start: int = 0, end: int = 0, help: str = "") -> None:
        super().__init__(message)
        self.message, self.start, self.end, self.help = message, start, end, help
