"""An evidence file linked: its facts computed, its sentences held against them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.link.binding.binding import Binder
from build_scripts.link.binding.saying import Siblings, check_sentence
from build_scripts.link.binding.tested import backing, bind_tested
from build_scripts.link.facts import BrokenFact, Facts, UnknownFact
from build_scripts.model.bindings import BoundText, Finding
from build_scripts.model.linked import LinkedFact
from build_scripts.model.records import Evidence
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.problems import Problem

_SAID = ("bad-evidence", "bad-table")
"""Files that cannot be read: the reading of each says what is wrong, once."""


@dataclass(frozen=True)
class LinkedEvidence:
    """An evidence file with its facts, in the order of the file.

    `broken` are the problems of facts that cannot be computed, by name; `texts` its bound free
    texts.
    """

    id: str
    evidence: Evidence
    facts: tuple[LinkedFact, ...]
    broken: Mapping[str, Problem]
    texts: tuple[BoundText, ...]
    findings: tuple[Finding, ...]


def link_evidence(key: str, evidence: Evidence, facts: Facts) -> LinkedEvidence:
    """Compute the facts of one evidence file and check what its texts say."""
    linked: list[LinkedFact] = []
    broken: dict[str, Problem] = {}
    findings: list[Finding] = []
    for name in evidence.facts:
        try:
            fact = facts.get(FactRef(key, str(name)))
        except BrokenFact as fault:
            if fault.problem.rule not in _SAID:
                broken[str(name)] = fault.problem
            continue
        except UnknownFact:
            continue
        linked.append(fact)
    siblings = Siblings(linked)
    for fact in linked:
        record = fact.record
        if record.says is not None:
            findings.extend(check_sentence(record.says, fact, facts, siblings))
        elif record.asks is not None:
            support = backing([fact], fact.periods, facts)
            findings.extend(bind_tested("asks", record.asks, support, facts).findings)
    texts = _texts(evidence, tuple(linked), facts)
    findings.extend(finding for text in texts for finding in text.findings)
    return LinkedEvidence(key, evidence, tuple(linked), broken, tuple(texts), tuple(findings))


def free_texts(evidence: Evidence) -> Mapping[str, Text]:
    """What an evidence file says beside its facts, by the name of the field."""
    named = {
        "why_secondary": evidence.why_secondary,
        "caveat": evidence.caveat,
        "how": evidence.how,
        "interest": evidence.interest,
        "withdrawn.why": evidence.withdrawn.why if evidence.withdrawn is not None else None,
    }
    return {where: text for where, text in named.items() if text is not None}


def bound_texts(key: str, evidence: Evidence, facts: Facts) -> Mapping[str, BoundText]:
    """The same texts with their figures bound to facts."""
    own = (facts.find(FactRef(key, str(name))) for name in evidence.facts)
    texts = _texts(evidence, tuple(fact for fact in own if fact is not None), facts)
    return {text.where: text for text in texts}


def _texts(evidence: Evidence, own: tuple[LinkedFact, ...], facts: Facts) -> list[BoundText]:
    given = free_texts(evidence)
    if not given:
        return []
    periods = [period for fact in own for period in fact.periods]
    if evidence.published is not None:
        periods.append(evidence.published.period)
    known = own + tuple(source for fact in own for source in facts.inputs_of(fact.ref))
    binder = Binder(facts, dates=tuple(periods), own=known)
    return [binder.bind(where, text) for where, text in given.items()]
