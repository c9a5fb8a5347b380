"""Facts as their evidence states them: a value, a date, a quote."""

from __future__ import annotations

from build_scripts.link.faults import BrokenFact
from build_scripts.link.values import stated_quantity, with_margin
from build_scripts.model.figures import Figure
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import Quantity
from build_scripts.model.records import Evidence, Fact, Quote, names_a_quote
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.problems import Problem
from build_scripts.read.notation.figures import read_value
from build_scripts.read.notation.words import Lexicon


def quoted_fact(ref: FactRef, evidence: Evidence, record: Fact, lexicon: Lexicon) -> LinkedFact:
    """Link a fact that has a quoted value, or none; raises BrokenFact where it cannot be read."""
    stated: Figure | None = None
    quantity: Quantity | None = None
    if record.value is not None:
        stated = read_value(record.value, lexicon)
        quantity = stated_quantity(stated) if stated else None
        if quantity is None:
            raise _unread("value", record.value)
        if record.within is not None:
            margin = read_value(record.within, lexicon)
            if margin is None or margin.quantity is None:
                raise _unread("within", record.within)
            quantity = with_margin(quantity, margin.quantity)
    name, quote = quote_of(evidence, record)
    return LinkedFact(
        ref,
        record,
        evidence,
        sentence_of(record),
        quantity,
        stated=stated,
        periods=tuple(when.period for when in record.when),
        quote=quote,
        quote_name=name,
        speaks_for=speaks_for_whom(evidence, record, quote),
    )


def _unread(key: str, text: Text) -> BrokenFact:
    return BrokenFact(
        Problem(
            text.place(),
            "unclear-figure",
            f"{key} {str(text)!r} cannot be read as one quantity",
            "write it as in `53%`, `12 states`, `more than 50 states`, `$1–2 billion a year`, "
            "`5.2 million shells`",
        )
    )


def sentence_of(record: Fact) -> Text:
    """What a fact says, or asks."""
    return record.says or record.asks or Text("")


def quote_of(evidence: Evidence, record: Fact) -> tuple[str, Quote | None]:
    """The quote a fact names, with its name; words given in place have the name ''.

    None where it names one that is not there, which the reading of the file reports.
    """
    if record.quote is None:
        return "", None
    named = evidence.quotes.get(record.quote)
    if named is not None:
        return str(record.quote), named
    return "", None if names_a_quote(record.quote) else Quote(text=record.quote)


def speaks_for_whom(evidence: Evidence, record: Fact, quote: Quote | None) -> frozenset[str]:
    """The speakers whose side a fact gives: its own, its quote's, or its document's."""
    if record.speaks_for is not None:
        return frozenset(record.speaks_for)
    if quote is not None and quote.speaks_for is not None:
        return frozenset(quote.speaks_for)
    return frozenset(evidence.speaks_for)
