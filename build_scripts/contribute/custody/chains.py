"""The chain of custody behind a fact: the source's words and document, or formula and inputs."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.check.wording import value_of
from build_scripts.contribute.custody.filled import counted_rows, filled
from build_scripts.contribute.custody.tree import Branch, Style
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.linked import LinkedFact
from build_scripts.model.records import Evidence, Quote
from build_scripts.model.refs import FactRef
from build_scripts.write.fact_cards import periods_words


class Chains:
    """Draws chains; what was drawn in full once is named only from then on."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._drawn: dict[FactRef, str] = {}

    def fact(self, ref: FactRef) -> Branch:
        """The chain of a fact, of a row or of a whole document."""
        if ref in self._drawn:
            return Branch(f"{self._drawn[ref]}, as above")
        self._drawn[ref] = str(ref) if ref.fact else ref.evidence
        if not ref.fact:
            return self._document(ref.evidence)
        try:
            fact = self._publication.fact(ref)
        except UnknownFact as fault:
            return Branch(f"{ref}: {fault.message}", style=Style.FACT)
        except BrokenFact as fault:
            head = f"{ref} cannot be computed: {fault.problem.message}"
            return Branch(head, (str(fault.problem.place),), style=Style.FACT)
        self._drawn[ref] = _valued(fact)
        return Branch(
            _head(fact),
            tuple(self._lines(fact)),
            tuple(self.fact(other) for other in (*fact.inputs, *fact.sources)),
            Style.FACT,
        )

    def _lines(self, fact: LinkedFact) -> Iterator[str]:
        record = fact.record
        yield f"{'asks' if record.asks is not None else 'says'}: {_one_line(str(fact.sentence))}"
        if fact.computed:
            yield f"formula: {_one_line(str(record.formula))}"
            yield f"with numbers: {filled(fact, self._publication.facts)}"
            yield from counted_rows(fact, self._publication.facts)
            return
        if record.table is not None:
            yield from self._table(fact)
        elif record.within is not None:
            yield f"within: {record.within}, as the source says"
        yield from _words(fact)
        if fact.speaks_for:
            yield f"speaks for: {', '.join(sorted(fact.speaks_for))}"
        if not fact.sources and fact.evidence.kind != "calculation":
            yield from document_lines(fact.evidence)

    def _table(self, fact: LinkedFact) -> Iterator[str]:
        ref, record = fact.ref, fact.record
        if ref.row:
            column = ref.column or self._publication.table(ref).quantity_columns[0]
            yield f"cell: row {ref.row}, column {column} of content/evidence/{record.table}"
        elif self._publication.library.table(ref.evidence, ref.fact) is None:
            yield f"table: content/evidence/{record.table}, which cannot be read"
        else:
            rows = len(self._publication.table(ref).rows)
            yield f"table: content/evidence/{record.table}, {rows} rows, SHA-256 {record.sha256}"

    def _document(self, key: str) -> Branch:
        evidence = self._publication.evidence.get(key)
        if evidence is None:
            return Branch(f"{key}: there is no such evidence", style=Style.FACT)
        return Branch(key, tuple(document_lines(evidence)), style=Style.FACT)


def _valued(fact: LinkedFact) -> str:
    return f"{fact.ref} = {value_of(fact)}" if fact.quantity or fact.is_test else str(fact.ref)


def _head(fact: LinkedFact) -> str:
    periods = "" if fact.is_test else periods_words(fact.periods)
    return _valued(fact) + (f" ({periods})" if periods else "")


def _words(fact: LinkedFact) -> Iterator[str]:
    if fact.quote is not None:
        yield from quote_lines(fact.quote, str(fact.record.where or ""))
    elif fact.record.value is not None:
        yield "words: none copied"


def quote_lines(quote: Quote, where: str = "") -> Iterator[str]:
    """The words of a quote, its translation and its place in the document."""
    place = where or str(quote.where or "")
    yield f"words: {_quoted(quote.text)}" + (f", {place}" if place else "")
    if quote.translation is not None:
        yield f"translation: {_quoted(quote.translation)}"


def document_lines(evidence: Evidence) -> Iterator[str]:
    """Which document it is, where it lies, how and when it was seen, and its archived copy."""
    if evidence.kind == "calculation":
        yield f"calculation: {_one_line(str(evidence.title))}"
        return
    dated = str(evidence.published.period) if evidence.published else f"undated, {evidence.undated}"
    described = " (our description)" if evidence.title_is == "descriptive" else ""
    tier = f"{evidence.tier} {evidence.kind}"
    yield (
        f"document: {_one_line(str(evidence.title))}{described}; "
        f"{evidence.publisher}, {dated}; {tier}"
    )
    yield f"address: {evidence.url}" if evidence.url else f"no address: {evidence.no_url}"
    if evidence.seen is not None:
        yield f"seen: {evidence.seen.how}, {evidence.seen.when.period}"
    if evidence.archived is not None:
        yield f"archived: {evidence.archived}"
    else:
        yield f"not archived: {evidence.no_archive}"


def _quoted(words: str) -> str:
    """Words on one line between quotation marks, unless they bring their own."""
    line = _one_line(words)
    return line if line[:1] in '“"«„' else f"“{line}”"


def _one_line(text: str) -> str:
    return " ".join(text.split())
