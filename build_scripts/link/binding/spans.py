"""Spans: what each citation group of a block covers, and the facts it cites."""

from __future__ import annotations

from typing import NamedTuple

from build_scripts.link.facts import BrokenFact, Facts, UnknownFact
from build_scripts.model.bindings import Finding
from build_scripts.model.linked import LinkedFact
from build_scripts.model.prose import Block, Group


class Span(NamedTuple):
    """The stretch of a block that a group covers, with the facts it cites.

    `group` is None for what follows the last one; `complete` is False when a reference of the group
    leads nowhere, so that nothing can be said of the span.
    """

    block: Block
    start: int
    end: int
    group: Group | None
    facts: tuple[LinkedFact, ...] = ()
    complete: bool = True


def spans_of(block: Block, facts: Facts, findings: list[Finding]) -> list[Span]:
    """Cut a block into spans; references that lead nowhere are added to `findings`."""
    spans: list[Span] = []
    start = 0
    for group in block.groups:
        cited, complete = _cited(group, facts, findings)
        spans.append(Span(block, start, group.position, group, cited, complete))
        start = group.position
    if start < len(block.text):
        spans.append(Span(block, start, len(block.text), None))
    return spans


def _cited(
    group: Group, facts: Facts, findings: list[Finding]
) -> tuple[tuple[LinkedFact, ...], bool]:
    found: list[LinkedFact] = []
    complete = True
    unsigned = [cited for cited in group.cited if cited.ref and cited.words[0] != "@"]
    if unsigned:
        right = "; ".join(f"@{cited.words.removeprefix('@')}" for cited in group.cited)
        first = unsigned[0]
        findings.append(
            Finding("bad-citation", first.place, first.words, (), "@", f"write [{right}]")
        )
    for cited in group.cited:
        if cited.ref is None:
            advice = "write it as [@evidence:fact; @evidence:fact.row]"
            words = cited.words or "[@]"
            findings.append(Finding("bad-citation", cited.place, words, help=advice))
            complete = False
            continue
        try:
            found.append(facts.get(cited.ref))
        except UnknownFact as fault:
            complete = False
            if cited in unsigned:
                continue
            kind, words = "unknown-fact", str(cited.ref)
            findings.append(
                Finding(kind, cited.place, words, detail=fault.message, help=fault.help)
            )
        except BrokenFact:
            complete = False
    return tuple(found), complete
