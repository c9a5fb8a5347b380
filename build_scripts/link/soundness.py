"""Which facts contradict their own words: what rests on such a fact is not judged.

A wrong value would otherwise give one problem at its home and one more wherever it is cited. The
problem at home comes first; when it is mended, the others show themselves, if there are any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from build_scripts.link.binding.quoted_values import value_fault
from build_scripts.link.binding.saying import Siblings, check_sentence
from build_scripts.link.facts import Facts
from build_scripts.model.formulas import references
from build_scripts.model.linked import LinkedFact
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.read.formulas.formula import FormulaSyntax, parse_formula


class Soundness:
    """Judges facts when asked, each once.

    `changed` says whether the table of a fact is another one than the evidence file vouches for.
    """

    def __init__(self, facts: Facts, changed: Callable[[LinkedFact], bool]) -> None:
        self._facts = facts
        self._changed = changed
        self._known: dict[FactRef, bool] = {}

    def any_unsound(self, facts: Iterable[LinkedFact]) -> bool:
        """Whether one of these facts, or one that it rests on, contradicts its own words."""
        return any(self.contradicts(fact) or self.rests_on_unsound(fact) for fact in facts)

    def rests_on_unsound(self, fact: LinkedFact) -> bool:
        """Whether a fact is computed from one that contradicts its own words."""
        return any(self.contradicts(other) for other in self._facts.inputs_of(fact.ref))

    def disturbs(self, formula: Text | None) -> bool:
        """Whether a formula that cannot be computed names a fact that contradicts its own words.

        A wrong unit at the fact's home is what cannot be added to others here.
        """
        try:
            refs = references(parse_formula(formula or Text("")))
        except FormulaSyntax:
            return False
        return self.any_unsound(fact for ref in refs if (fact := self._facts.find(ref)) is not None)

    def contradicts(self, fact: LinkedFact) -> bool:
        """Whether a fact's value is not in its quote, or its sentence does not agree with it."""
        known = self._known.get(fact.ref)
        if known is None:
            known = self._known[fact.ref] = self._contradicts(fact)
        return known

    def misquotes(self, fact: LinkedFact) -> bool:
        """Whether a fact's value is not in its quote."""
        language = str(fact.evidence.language or "en")
        return bool(value_fault(fact, language, self._facts.lexicon))

    def _contradicts(self, fact: LinkedFact) -> bool:
        if fact.record.table is not None:
            return self._changed(fact)
        if self.misquotes(fact):
            return True
        if fact.record.says is None:
            return False
        names = (FactRef(fact.ref.evidence, str(name)) for name in fact.evidence.facts)
        siblings = Siblings([found for found in map(self._facts.find, names) if found is not None])
        findings = check_sentence(fact.record.says, fact, self._facts, siblings)
        return any(finding.kind != "unclear-figure" for finding in findings)
