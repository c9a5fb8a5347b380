"""Quantities, periods and quotes as JSON."""

from __future__ import annotations

from fractions import Fraction

from build_scripts.link.printing import print_quantity
from build_scripts.model.dates import Period
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import Quantity
from build_scripts.model.records import Evidence, Quote
from build_scripts.write.exports.common import Json, without_blanks
from build_scripts.write.exports.text_fragment import link_to_words


def number_json(value: Fraction) -> int | float:
    """A whole number as such, any other as the nearest double."""
    return value.numerator if value.denominator == 1 else float(value)


def quantity_json(quantity: Quantity, stated: str = "") -> Json:
    """A quantity: its text, its ends in base units and its unit.

    `low` and `high` are null where the quantity is unbounded, and equal for a single value;
    `low_open` and `high_open` are true where the end itself is left out ("more than 50").
    """
    low, high = quantity.interval.low, quantity.interval.high
    return {
        "text": stated or print_quantity(quantity),
        "low": None if low.value is None else number_json(low.value),
        "high": None if high.value is None else number_json(high.value),
        "low_open": low.open,
        "high_open": high.open,
        "unit": str(quantity.unit),
    }


def value_json(fact: LinkedFact) -> Json | None:
    """The quantity of a fact, None where it has none."""
    if fact.quantity is None:
        return None
    stated = str(fact.record.value or "") if not fact.ref.row else ""
    return quantity_json(fact.quantity, stated)


def period_json(period: Period) -> Json:
    """A period by its first and last date, each as precise as it is known."""
    return {"text": str(period), "start": period.start.iso(), "end": period.end.iso()}


def quote_json(quote: Quote, evidence: Evidence, page: str, where: str = "") -> Json:
    """A quote as a target of a W3C Web Annotation.

    https://www.w3.org/TR/annotation-model/#text-quote-selector; what stands around the words is not
    kept, so that `prefix` and `suffix` are left out. `link` highlights the words in the document.
    Every target has a source: of a document without an address that is our own `page` on it.
    """
    place = str(quote.where or where)
    url = str(evidence.url or "")
    return without_blanks(
        {
            "type": "SpecificResource",
            "source": url or page,
            "selector": {"type": "TextQuoteSelector", "exact": quoted_words(str(quote.text))},
            "language": str(evidence.language or ""),
            "translation": str(quote.translation or ""),
            "where": place,
            "link": link_to_words(url, str(quote.text), place) if url else "",
        }
    )


def quoted_words(text: str) -> str:
    """The words of a quote without the ellipses around them, which are ours."""
    return text.strip().strip("…").strip() or text
