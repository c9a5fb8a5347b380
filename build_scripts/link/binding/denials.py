"""What a sentence denies where its fact has no quantity: "received no notice" keeps its "no".

Beside a figure the clause tells what is denied. Here it is the first word of content behind the
negation: where one of both has that word under a negation, and the other has it without any, one
of them says the opposite. Sentences that put it in quite other words are not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from build_scripts.link.binding.clauses import clauses, negations, sentences, span_at
from build_scripts.link.binding.quotations import words_of
from build_scripts.link.binding.spans import Span
from build_scripts.model.bindings import Finding
from build_scripts.model.linked import LinkedFact

_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    """
    also and any are been did does ever even fewer for from had has have her his its less more not
    one than that the their them these they this those was were with
    call calls called give gives given know known mean means name names say says said tell tells
""".split()
)
"""Words without content, or of mere speech: "it does not say how many" denies nothing."""
_PARTIAL = re.compile(
    r"\s+(?:all|always|because|each|enough|every\w*|just|many|merely|much|only|quite|until|yet)\b",
    re.I,
)
"""What makes a negation one of a part: "not all states" have what some of them have."""
_ANOTHER_NO = re.compile(
    r"\b(?:without|short of|instead|den(?:y|ies|ied)|refus\w+|reject\w+|fail\w*|lack\w*)\b", re.I
)
"""Words that deny without a "no"."""


def denial_findings(spans: Sequence[Span], quoted: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    """Findings on facts without a quantity, cited by a sentence that is denied where they are not.

    `spans` are those of one block, `quoted` its quotations, which are judged by their own words.
    """
    for span in spans:
        for fact in span.facts:
            if fact.quantity is None and not fact.is_test and fact.record.says is not None:
                at = _lost(span, fact, quoted) or _added(span, fact, quoted)
                if at is not None:
                    text = span.block.text
                    yield Finding("negation-mismatch", text.place(*at), text[slice(*at)], (fact,))


def _lost(
    span: Span, fact: LinkedFact, quoted: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Where the text affirms what the fact denies."""
    text, said = span.block.text, str(fact.record.says)
    for word, _ in _denied(said, 0, len(said)):
        if _affirmed(word, [said, *words_of(fact.quote)]):
            continue
        for at in _places(word, text, span.start, span.end, quoted):
            start = min(span.start, span_at(sentences(text), at[0])[0])
            if not negations(text, start, span.end) and not _ANOTHER_NO.search(
                text, start, span.end
            ):
                return at
    return None


def _added(
    span: Span, fact: LinkedFact, quoted: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Where the last sentence before a citation denies what none of its facts does."""
    text = span.block.text
    start = max(span.start, span_at(sentences(text), span.end - 1)[0])
    if not negations(text, start, span.end):
        return None
    cited = [words for one in span.facts for words in (one.sentence, *words_of(one.quote))]
    if any(negations(words, 0, len(words)) or _ANOTHER_NO.search(words) for words in cited):
        return None
    for word, at in _denied(text, start, span.end):
        own = at in _places(word, text, start, span.end, quoted)
        if own and _affirmed(word, [str(fact.record.says)]):
            return at
    return None


def _denied(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """The first word of content behind each negation, in its clause, and where it stands."""
    for negation in negations(text, start, end):
        if _PARTIAL.match(text, negation[1]):
            continue
        stop = min(end, span_at(clauses(text), negation[0])[1])
        for match in _WORD.finditer(text, negation[1], stop):
            if match[0].lower() not in _EMPTY:
                yield _stem(match[0]), match.span()
                break


def _affirmed(word: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has a word in a clause that denies nothing."""
    return any(
        _stem(match[0]) == word and not negations(text, *span_at(clauses(text), match.start()))
        for text in texts
        for match in _WORD.finditer(text)
    )


def _places(
    word: str, text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Where a word stands between two offsets, quotations left out."""
    return [
        match.span()
        for match in _WORD.finditer(text, start, end)
        if _stem(match[0]) == word and not any(a <= match.start() < b for a, b in quoted)
    ]


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """An English word without its ending, in lower case."""
    return str(_english().stemWord(word.lower()))


@cache
def _english() -> Any:
    """The stemmer, loaded with the first denial: most checks of one file meet none."""
    import snowballstemmer

    return snowballstemmer.stemmer("english")
