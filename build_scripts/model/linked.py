"""Facts with everything that follows from them: the middle of the chain of custody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure, Hedge
from build_scripts.model.formulas import Formula
from build_scripts.model.interval import Interval, Truth
from build_scripts.model.quantity import Quantity, Unit
from build_scripts.model.records import Evidence, Fact, Quote
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text


class Borne(NamedTuple):
    """One number that a fact bears: its value, how it was written, and what it is a bound of.

    `digits` is None for a computed value. `spread` is the interval of a computed value that is
    no point.
    """

    value: Fraction
    digits: Fraction | None
    hedge: Hedge
    unit: Unit
    spread: Interval | None = None


@dataclass(frozen=True)
class LinkedFact:
    """A fact, or a cell of one that is a table, computed.

    `quantity` is None for a fact without one, and for a comparison, whose outcome is `truth`.
    `stated` is the value as the evidence file writes it; None for a computed fact. `periods` are
    its own and those of its inputs. `inputs` are the facts its formula names, in order.
    """

    ref: FactRef
    record: Fact
    evidence: Evidence
    sentence: Text | str
    quantity: Quantity | None = None
    is_test: bool = False
    truth: Truth = None
    stated: Figure | None = None
    periods: tuple[Period, ...] = ()
    quote: Quote | None = None
    quote_name: str = ""
    formula: Formula | None = None
    inputs: tuple[FactRef, ...] = ()
    speaks_for: frozenset[str] = frozenset()
    sources: tuple[FactRef, ...] = ()

    @property
    def computed(self) -> bool:
        """Whether we computed it."""
        return self.formula is not None

    @cached_property
    def borne(self) -> tuple[Borne, ...]:
        """The numbers it bears in prose: none, one, or the two ends of a range."""
        if self.quantity is None:
            return ()
        if self.stated is None:
            return _computed(self.quantity)
        figure = self.stated
        high = figure.quantity.interval.high.value if figure.quantity else None
        negative = figure.signed and high is not None and high < 0
        ends = [-end if negative else end for end in figure.ends]
        return tuple([Borne(end, figure.digits, figure.hedge, self.quantity.unit) for end in ends])


def _computed(quantity: Quantity) -> tuple[Borne, ...]:
    unit, interval = quantity.unit, quantity.interval
    low, high = interval.low, interval.high
    if low.value is None:
        if high.value is None:
            return ()
        return (Borne(high.value, None, Hedge.UNDER if high.open else Hedge.AT_MOST, unit),)
    if high.value is None:
        return (Borne(low.value, None, Hedge.OVER if low.open else Hedge.AT_LEAST, unit),)
    if low.value == high.value:
        return (Borne(low.value, None, Hedge.EXACT, unit),)
    return (
        Borne(low.value, None, Hedge.EXACT, unit, interval),
        Borne(high.value, None, Hedge.EXACT, unit, interval),
    )


class Outcome(StrEnum):
    """What a reading comes to."""

    HOLDS = "holds"
    ASSERTED = "asserted"
    FAILS = "fails"
    UNDETERMINED = "undetermined"

    @property
    def label(self) -> str:
        """The word as readers see it, by itself."""
        return self.value.capitalize()


@dataclass(frozen=True)
class Margin:
    """How far one input is from the value at which the reading would flip.

    `now` and `flips_at` are quantities of the input's unit; `flips_at` is None when no value of
    this input alone flips the outcome. `words` says it in a sentence for readers.
    """

    ref: FactRef
    now: Quantity
    flips_at: Quantity | None
    words: str


@dataclass(frozen=True)
class LinkedReading:
    """A reading, its outcome, and how far it is from another.

    `decides` is False for an undetermined reading that rests on the speaker's own evidence.
    `find_margins` computes the margins, which only pages and charts need.
    """

    means: Text
    test: LinkedFact
    outcome: Outcome
    decides: bool
    own_inputs: tuple[FactRef, ...]
    find_margins: Callable[[], tuple[Margin, ...]] = field(repr=False, compare=False)

    @cached_property
    def margins(self) -> tuple[Margin, ...]:
        """How far it is from another outcome, one input at a time; computed when asked for."""
        return self.find_margins()
