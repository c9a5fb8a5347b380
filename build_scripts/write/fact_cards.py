"""What a reader is told about one fact: the card behind a figure, and the entry of its page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from build_scripts.link.binding.saying import agrees
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.printing import print_quantity
from build_scripts.link.publication import Publication
from build_scripts.model.dates import Period
from build_scripts.model.figures import Kind
from build_scripts.model.formulas import Reference, parts
from build_scripts.model.linked import LinkedFact
from build_scripts.model.records import Evidence
from build_scripts.model.refs import FactRef
from build_scripts.model.typography import smart
from build_scripts.read.notation.figures import read_figures
from build_scripts.write.addresses import Addresses, relative
from build_scripts.write.exports.text_fragment import link_to_words
from build_scripts.write.plain import plain_line

_TRUTH = {True: "yes", False: "no", None: "undetermined"}


@dataclass(frozen=True)
class Input:
    """A fact inside a formula: how it is written there, what it comes to, where it lies."""

    name: str
    value: str
    sentence: str
    href: str


@dataclass(frozen=True)
class FactCard:
    """Everything a card shows about one fact; empty strings where there is nothing to show."""

    ref: FactRef
    id: str
    href: str
    sentence: str
    value: str
    when: str
    quote: Markup
    translation: Markup
    language: str
    quote_from: str
    where: str
    formula: Markup
    filled: Markup
    inputs: tuple[Input, ...]
    evidence: Evidence
    title: str
    words_link: str
    speaks_for: tuple[str, ...]


def fact_card(
    publication: Publication, fact: LinkedFact, page: str, addresses: Addresses
) -> FactCard:
    """The card of a fact for the page at the path `page`."""
    evidence, quote = fact.evidence, fact.quote
    where = str(fact.record.where or (quote.where if quote else None) or "")
    formula, filled, inputs = _computation(publication, fact, page, addresses)
    home = addresses.fact(fact.ref.evidence, fact.ref.anchor)
    words = str(quote.text) if quote else ""
    return FactCard(
        ref=fact.ref,
        id=card_id(fact.ref),
        href=relative(page, home),
        sentence=plain_line(fact.sentence),
        value=value_words(publication, fact),
        when=periods_words(fact.periods),
        quote=_marked(publication, words, fact),
        translation=_marked(publication, str(quote.translation or "") if quote else "", fact),
        language=str(evidence.language or "en"),
        quote_from=fact.quote_name,
        where=where,
        formula=formula,
        filled=filled,
        inputs=inputs,
        evidence=evidence,
        title=smart(plain_line(evidence.title)),
        words_link=link_to_words(str(evidence.url), words, where) if evidence.url else "",
        speaks_for=_names(publication, fact),
    )


def card_id(ref: FactRef) -> str:
    """The id of a fact's card in a page."""
    return "card-" + str(ref).replace(":", "--").replace(".", "--")


def value_words(publication: Publication, fact: LinkedFact) -> str:
    """What a fact comes to, as readers see it; "" for one without a value.

    A computed one is shown as its own sentence rounds it: 3.1% and not 0.03125.
    """
    if fact.is_test:
        return _TRUTH[fact.truth]
    if fact.quantity is None:
        return ""
    if fact.stated is not None and not fact.ref.row and fact.record.value is not None:
        return _minus(str(fact.record.value))
    if fact.computed:
        for figure in read_figures(fact.sentence, publication.lexicon):
            if figure.kind is Kind.QUANTITY and agrees(figure, fact):
                return str(fact.sentence[figure.hedge_start : figure.end])
    return _minus(print_quantity(fact.quantity))


def _minus(words: str) -> str:
    """A leading hyphen is a minus sign in print."""
    return f"−{words[1:]}" if words.startswith("-") else words


def periods_words(periods: tuple[Period, ...]) -> str:
    """Periods in words, each once, separated by commas."""
    return ", ".join(dict.fromkeys(map(str, periods)))


def _names(publication: Publication, fact: LinkedFact) -> tuple[str, ...]:
    known = publication.speakers
    return tuple(str(known[name].name) for name in sorted(fact.speaks_for) if name in known)


def _marked(publication: Publication, words: str, fact: LinkedFact) -> Markup:
    """A quote with the value marked in it, where it can be read there."""
    if fact.stated is None or fact.stated.quantity is None:
        return escape(words)
    ends = fact.stated.ends
    for figure in read_figures(words, publication.lexicon):
        if figure.kind is Kind.QUANTITY and figure.ends and _same(figure.ends, ends):
            return Markup("{}<mark>{}</mark>{}").format(
                words[: figure.start], words[figure.start : figure.end], words[figure.end :]
            )
    return escape(words)


def _same(shown: tuple[object, ...], stated: tuple[object, ...]) -> bool:
    return [abs(end) for end in shown] == [abs(end) for end in stated]  # type: ignore[arg-type]


def _computation(
    publication: Publication, fact: LinkedFact, page: str, addresses: Addresses
) -> tuple[Markup, Markup, tuple[Input, ...]]:
    """The formula, the formula with numbers in it, and its inputs."""
    source = fact.record.formula
    if fact.formula is None or source is None:
        return Markup(""), Markup(""), ()
    inputs: dict[FactRef, Input] = {}
    named, filled = Markup(""), Markup("")
    done = 0
    for part in parts(fact.formula):
        if not isinstance(part, Reference) or part.start < done:
            continue
        known = _input(publication, part.ref, page, addresses)
        before = source[done : part.start]
        words = source[part.start : part.end]
        named += Markup('{}<a href="{}">{}</a>').format(before, known.href, words)
        filled += Markup("{}{}").format(before, known.value or words)
        inputs.setdefault(part.ref, known)
        done = part.end
    if not any(known.value for known in inputs.values()):
        return named + source[done:], Markup(""), tuple(inputs.values())
    return named + source[done:], filled + source[done:], tuple(inputs.values())


def _input(publication: Publication, ref: FactRef, page: str, addresses: Addresses) -> Input:
    """One input; a column of a table is the table's."""
    value, sentence = "", ""
    try:
        fact = publication.fact(ref if ref.row or not ref.column else ref.whole)
        value, sentence = value_words(publication, fact), plain_line(fact.sentence)
    except (UnknownFact, BrokenFact):
        pass
    href = relative(page, addresses.fact(ref.evidence, ref.anchor))
    return Input(str(ref), value, sentence, href)
