"""Quotations in prose: the words of a cited quote, or of the claim."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.link.binding.quotations import hedge_left_out, marked, occurs, words_of
from build_scripts.link.binding.spans import Span
from build_scripts.model.bindings import Bound, Finding, Role
from build_scripts.model.prose import Block
from build_scripts.read.notation.words import Lexicon


def bind_quotations(
    block: Block,
    spans: Sequence[Span],
    spoken: Sequence[str],
    lexicon: Lexicon,
    bounds: list[Bound],
    findings: list[Finding],
) -> list[tuple[int, int]]:
    """Bind what stands between quotation marks, or in a block quotation; return where it stands.

    `spoken` are words that need no citation.
    """
    found = marked(block.text)
    if block.kind == "quotation":
        found = [
            (span.start, span.end) for span in spans if block.text[span.start : span.end].strip()
        ]
    for start, end in found:
        span = next((span for span in spans if span.start <= start < span.end), None)
        facts = span.facts if span else ()
        words = block.text[start:end]
        source = next((fact for fact in facts if occurs(words, words_of(fact.quote))), None)
        if source is not None or occurs(words, spoken):
            ref = source.ref if source else None
            bounds.append(Bound(block.number, start, end, Role.QUOTATION, ref))
            said = words_of(source.quote) if source else spoken
            left_out = hedge_left_out(words, said, lexicon)
            if left_out:
                place = block.text.place(start, end)
                findings.append(Finding("quotation-not-in-evidence", place, words, facts, left_out))
        elif span is None or span.complete:
            place = block.text.place(start, end)
            findings.append(Finding("quotation-not-in-evidence", place, words, facts))
    return found
