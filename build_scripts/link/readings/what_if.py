"""A test computed anew, as if one of the facts it rests on had another value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from build_scripts.link.formulas.evaluate import Compared, FormulaFault, Lookup, evaluate
from build_scripts.model.dates import Period
from build_scripts.model.formulas import Call, Formula, parts
from build_scripts.model.interval import Interval, Truth
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import Quantity, Unit
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.read.notation.words import Lexicon


class Overridden:
    """A lookup in which some facts have other values, and what is computed from them too.

    `computed` holds every computed fact that depends on one of them; anything else is asked of
    `facts`. Both sides of each comparison that is computed anew are added to `compared`.
    """

    def __init__(
        self,
        facts: Lookup,
        computed: Mapping[FactRef, Formula],
        overrides: Mapping[FactRef, Quantity],
        compared: Compared | None = None,
    ) -> None:
        self._facts = facts
        self._computed = computed
        self._quantities = dict(overrides)
        self._truths: dict[FactRef, Truth] = {}
        self._compared = compared

    @property
    def lexicon(self) -> Lexicon:
        """As in `facts`."""
        return self._facts.lexicon

    def quantity(self, ref: FactRef) -> Quantity:
        """The quantity as it then would be. Raises FormulaFault."""
        known = self._quantities.get(ref)
        if known is not None:
            return known
        if ref not in self._computed:
            return self._facts.quantity(ref)
        result = evaluate(self._computed[ref], self, self._compared).value
        if result is None:
            raise FormulaFault(f"{ref} is a comparison, not a quantity")
        self._quantities[ref] = result
        return result

    def truth(self, ref: FactRef) -> Truth:
        """The outcome as it then would be. Raises FormulaFault."""
        if ref not in self._computed:
            return self._facts.truth(ref)
        if ref not in self._truths:
            self._truths[ref] = evaluate(self._computed[ref], self, self._compared).truth
        return self._truths[ref]

    def is_test(self, ref: FactRef) -> bool:
        """As in `facts`."""
        return self._facts.is_test(ref)

    def table(self, ref: FactRef) -> Table:
        """As in `facts`."""
        return self._facts.table(ref)

    def periods(self, ref: FactRef) -> tuple[Period, ...]:
        """As in `facts`."""
        return self._facts.periods(ref)


class WhatIf:
    """One test as a function of one fact it rests on.

    `closure` holds all facts that the test rests on, by reference.
    """

    def __init__(
        self,
        test: LinkedFact,
        ref: FactRef,
        unit: Unit,
        facts: Lookup,
        closure: Mapping[FactRef, LinkedFact],
    ) -> None:
        self._test = test
        self._ref = ref
        self._unit = unit
        self._facts = facts
        self._computed = dict(_dependent(test, ref, closure))

    @property
    def is_piecewise(self) -> bool:
        """Whether the fact goes through a `min` or `max` of several values."""
        return any(
            isinstance(part, Call) and part.table is None
            for formula in self._computed.values()
            for part in parts(formula)
        )

    def truth(self, value: Fraction) -> Truth:
        """The test's outcome with that value; the present one where it cannot be computed."""
        try:
            return self._at(value, None).truth(self._test.ref)
        except FormulaFault:
            return self._test.truth

    def compared(self, value: Fraction) -> Compared:
        """Both sides of the comparisons that depend on the fact, with that value."""
        found: Compared = []
        try:
            self._at(value, found).truth(self._test.ref)
        except FormulaFault:
            return []
        return found

    def _at(self, value: Fraction, compared: Compared | None) -> Overridden:
        quantity = Quantity(Interval.point(value), self._unit)
        return Overridden(self._facts, self._computed, {self._ref: quantity}, compared)


def _dependent(
    test: LinkedFact, ref: FactRef, closure: Mapping[FactRef, LinkedFact]
) -> Iterator[tuple[FactRef, Formula]]:
    """The formulas of the test and of all facts under it that rest on `ref`."""
    known: dict[FactRef, bool] = {ref: True}

    def depends(fact: LinkedFact) -> bool:
        if fact.ref not in known:
            known[fact.ref] = False
            for name in fact.inputs:
                if name in closure and depends(closure[name]):
                    known[fact.ref] = True
        return known[fact.ref]

    depends(test)
    for fact in (test, *closure.values()):
        if fact.ref != ref and known.get(fact.ref) and fact.formula is not None:
            yield fact.ref, fact.formula
