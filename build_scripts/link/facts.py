"""Facts, looked up and computed: the one place where a reference becomes a `LinkedFact`.

What is wrong with a reference is an `UnknownFact`, for whoever wrote the reference. What is wrong
with a fact itself is a `BrokenFact`, reported once, at the fact's home.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from build_scripts.link.faults import BrokenFact, FormulaFault, UnknownFact, not_there
from build_scripts.link.formulas.evaluate import Result, evaluate
from build_scripts.link.stated import quoted_fact, sentence_of
from build_scripts.link.table_facts import cell_fact, table_fact
from build_scripts.model.dates import Period
from build_scripts.model.formulas import Formula, references
from build_scripts.model.interval import Truth
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import Quantity
from build_scripts.model.records import Evidence, Fact
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.model.text import Text
from build_scripts.problems import Place, Problem
from build_scripts.read.formulas.formula import FormulaSyntax, parse_formula
from build_scripts.read.notation.words import Lexicon
from build_scripts.read.suggest import did_you_mean

__all__ = ["BrokenFact", "Facts", "UnknownFact"]

_DEEPEST = 50
"""More calculations than that one upon the other are a mistake, and could exhaust the stack."""
TableReader = Callable[[str, str], Table | None]


class Facts:
    """All facts of a publication, linked when asked for and kept.

    `evidence` maps ids to records; an id whose file cannot be read is in `known` all the same.
    `read_table` gives the table of an evidence's fact, None when its file cannot be read; `kept` is
    how many facts are kept before all are forgotten, None for any number.
    """

    def __init__(
        self,
        evidence: Mapping[str, Evidence],
        known: Iterable[str],
        read_table: TableReader,
        lexicon: Lexicon,
        *,
        kept: int | None = None,
    ) -> None:
        self.evidence = evidence
        self.known = known
        self.lexicon = lexicon
        self._read_table = read_table
        self._kept = kept
        self._linked: dict[FactRef, LinkedFact | UnknownFact | BrokenFact] = {}
        self._open: list[FactRef] = []

    def linked(self) -> Iterator[LinkedFact]:
        """Every fact that has been linked so far."""
        return (fact for fact in self._linked.values() if isinstance(fact, LinkedFact))

    def take(self, other: Facts, besides: Collection[FactRef]) -> None:
        """Take over what `other` has linked, but none of the facts, nor rows, in `besides`."""
        kept = {ref: fact for ref, fact in other._linked.items() if ref.whole not in besides}
        self._linked.update(kept)

    def get(self, ref: FactRef) -> LinkedFact:
        """Return the fact; raises UnknownFact or BrokenFact."""
        found = self._linked.get(ref)
        if found is None:
            try:
                found = self._link(ref)
            except (UnknownFact, BrokenFact) as fault:
                found = fault
            if self._kept is not None and len(self._linked) >= self._kept:
                self._linked.clear()
            self._linked[ref] = found
        if isinstance(found, LinkedFact):
            return found
        raise found

    def find(self, ref: FactRef) -> LinkedFact | None:
        """Return the fact, or None where it is unknown or broken."""
        try:
            return self.get(ref)
        except (UnknownFact, BrokenFact):
            return None

    # What formulas look up.

    def quantity(self, ref: FactRef) -> Quantity:
        """The quantity of a fact; raises FormulaFault when it has none."""
        quantity = self.get(ref).quantity
        if quantity is None:
            raise FormulaFault(f"{ref} has no quantity", help="name a fact that has a `value`")
        return quantity

    def truth(self, ref: FactRef) -> Truth:
        """The outcome of a fact that is a comparison."""
        return self.get(ref).truth

    def is_test(self, ref: FactRef) -> bool:
        """Whether a fact is a comparison."""
        return self.get(ref).is_test

    def table(self, ref: FactRef) -> Table:
        """The table of a fact; raises UnknownFact when it has none, BrokenFact when it is bad."""
        _, record = self._record(ref)
        if record.table is None:
            raise UnknownFact(
                f"{ref.whole} is not a table", "name a fact that has a `table` of its own"
            )
        table = self._read_table(ref.evidence, ref.fact)
        if table is None:
            message = f"the table of {ref.whole} cannot be read"
            raise BrokenFact(Problem(record.table.place(), "bad-table", message))
        return table

    def periods(self, ref: FactRef) -> tuple[Period, ...]:
        """The periods a fact is about."""
        return self.get(ref).periods

    def inputs_of(self, ref: FactRef) -> tuple[LinkedFact, ...]:
        """All facts that a fact rests on, directly and through calculations, itself left out."""
        seen: dict[FactRef, LinkedFact] = {}
        queue = list(self.get(ref).inputs)
        for name in queue:  # which grows meanwhile
            fact = self.find(name) if name not in seen else None
            if fact is not None:
                seen[name] = fact
                queue.extend(fact.inputs)
        return tuple(seen.values())

    # Linking.

    def _record(self, ref: FactRef) -> tuple[Evidence, Fact]:
        evidence = self.evidence.get(ref.evidence)
        if evidence is None:
            if ref.evidence in self.known:
                place = Place(f"content/evidence/{ref.evidence}.yml")
                raise BrokenFact(Problem(place, "bad-evidence", f"{place.path} cannot be read"))
            raise UnknownFact(
                f"there is no evidence {ref.evidence!r}{did_you_mean(ref.evidence, self.known)}",
                "an evidence is a file content/evidence/<id>.yml",
            )
        fact = evidence.facts.get(ref.fact)  # type: ignore[call-overload]
        if fact is None:
            raise self._no_fact(ref, evidence)
        return evidence, fact

    def _no_fact(self, ref: FactRef, evidence: Evidence) -> UnknownFact:
        """The fault that a file has no such fact; a row's or a difference's name says so."""
        fault = not_there(f"{ref.evidence} has no fact {ref.fact!r}", ref.fact, evidence.facts)
        name, _, number = ref.fact.rpartition("-")
        if name in evidence.facts and number.isdecimal():
            fault.help = f"a difference has spaces: {ref.evidence}:{name} - {number}"
            return fault
        for whole, fact in evidence.facts.items():
            table = self._read_table(ref.evidence, str(whole)) if fact.table else None
            if table is not None and table.row(ref.fact) is not None:
                fault.help = f"it is a row: write {ref.evidence}:{whole}.{ref.fact}"
        return fault

    def _link(self, ref: FactRef) -> LinkedFact:
        evidence, record = self._record(ref)
        if record.table is not None and ref.row:
            return cell_fact(ref, evidence, record, self)
        if record.table is not None:
            return table_fact(ref, evidence, record)
        if ref.row:
            raise UnknownFact(
                f"{ref.whole} is not a table and has no row {ref.row!r}",
                f"cite it as {ref.whole}",
            )
        if record.formula is not None:
            return self._computed(ref, evidence, record, record.formula)
        return quoted_fact(ref, evidence, record, self.lexicon)

    def _computed(self, ref: FactRef, evidence: Evidence, record: Fact, source: Text) -> LinkedFact:
        if ref in self._open:
            chain = " → ".join(str(link) for link in [*self._open[self._open.index(ref) :], ref])
            raise BrokenFact(
                Problem(
                    source.place(),
                    "formula-cycle",
                    f"{ref} is computed from itself: {chain}",
                    "take one of these references out",
                )
            )
        if len(self._open) >= _DEEPEST:
            message = f"{ref} rests on more than {_DEEPEST} calculations, one upon the other"
            advice = "compute it in fewer steps"
            raise BrokenFact(Problem(source.place(), "bad-formula", message, advice))
        self._open.append(ref)
        try:
            formula = parse_formula(source)
            result = evaluate(formula, self)
        except (FormulaSyntax, FormulaFault) as fault:
            raise BrokenFact(
                Problem(
                    source.place(fault.start, fault.end), "bad-formula", fault.message, fault.help
                )
            ) from None
        except UnknownFact as fault:
            start, end = self._guilty(source)
            raise BrokenFact(
                Problem(source.place(start, end), "unknown-fact", fault.message, fault.help)
            ) from None
        finally:
            self._open.pop()
        return self._of_result(ref, evidence, record, formula, result)

    def _of_result(
        self, ref: FactRef, evidence: Evidence, record: Fact, formula: Formula, result: Result
    ) -> LinkedFact:
        inputs = references(formula)
        periods = [when.period for when in record.when]
        for name in inputs:
            fact = self.find(name)
            periods.extend(fact.periods if fact is not None else ())
        return LinkedFact(
            ref,
            record,
            evidence,
            sentence_of(record),
            result.value,
            result.is_test,
            result.truth,
            periods=tuple(dict.fromkeys(periods)),
            formula=formula,
            inputs=inputs,
            speaks_for=frozenset(record.speaks_for or ()),
        )

    def _guilty(self, source: Text) -> tuple[int, int]:
        """Where in a formula the first reference stands that leads nowhere."""
        for ref in references(parse_formula(source)):
            try:
                self.get(ref)
            except UnknownFact:
                start = source.find(str(ref))
                return start, start + len(str(ref))
            except BrokenFact:
                continue
        return 0, len(source)
