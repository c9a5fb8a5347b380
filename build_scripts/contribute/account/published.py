"""An article as its readers see it: verdict, words, figures, sources, charts.

Two such views, of one article at two revisions, are compared in `corrections.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_scripts.check.wording import value_of
from build_scripts.draw.data import Drawing, rows_of
from build_scripts.draw.resolve.resolve import resolve
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.binding.clauses import sentences
from build_scripts.link.binding.quotations import marked
from build_scripts.link.charts import chart_texts
from build_scripts.link.facts import BrokenFact, UnknownFact
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import BoundText
from build_scripts.model.figures import Figure, Kind
from build_scripts.model.linked import LinkedFact
from build_scripts.model.prose import Block
from build_scripts.model.quantity import BARE
from build_scripts.model.records import Claim, Front
from build_scripts.model.refs import FactRef
from build_scripts.problems import Place
from build_scripts.read.notation.figures import read_figures
from build_scripts.read.notation.words import Lexicon

Key = tuple[object, ...]
_OF_CHANGES = ("corrections", "withdrawn")
_VALUES = frozenset({"Value", "Count", "Needed", "Outcome", "Margin"})


@dataclass(frozen=True)
class Item:
    """A figure or a quotation in a sentence: the words as they stand, and what they come to.

    `key` is equal for two ways of writing one thing ("53%", "53 per cent"). `unit` is set apart,
    since a figure may leave its noun out.
    """

    shown: str
    key: Key
    unit: object
    place: Place

    def same(self, other: Item) -> bool:
        """Whether both say the same to a reader."""
        bare = BARE in (self.unit, other.unit)
        return self.key == other.key and (bare or self.unit == other.unit)


@dataclass(frozen=True)
class Sentence:
    """A sentence that holds figures or quotations."""

    words: str
    items: tuple[Item, ...]
    place: Place


@dataclass(frozen=True)
class Named:
    """Something with a name whose value a reader sees, such as the verdict or a row of a chart."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True)
class View:
    """An article as readers see it. Mappings go by what stays the same when a value changes."""

    front: Front
    place: Place
    fields: Mapping[str, Named]
    readings: Mapping[str, Named]
    sentences: tuple[Sentence, ...]
    facts: Mapping[str, Named]
    quotes: Mapping[str, Named]
    charts: Mapping[str, Mapping[str, Named]]


def view(publication: Publication, slug: str) -> View:
    """The view of an article; raises KeyError when it cannot be read."""
    article = publication.article(slug)
    front = article.front
    charts, tables = _shown(article)
    texts = [text for text in article.texts if text.where.partition(".")[0] not in _OF_CHANGES]
    drawn: dict[str, Mapping[str, Named]] = {}
    for key, place in charts.items():
        chart = publication.charts.get(key)
        if chart is not None:
            texts.extend(chart_texts(publication, chart))
            drawn[f"chart {key}"] = _chart(publication, key, place)
    for name, place in tables.items():
        drawn[f"table {name}"] = _table(publication, name, place)
    sources = {str(fact.ref): fact for fact in resting(publication, article) if not fact.computed}
    at = _places(article)
    here = front.title.place()
    return View(
        front,
        here,
        _fields(front),
        _readings(article),
        tuple(s for text in texts for s in _sentences(text, publication.lexicon)),
        {
            name: Named(name, value_of(fact), at.get(name, here))
            for name, fact in sources.items()
            if fact.quantity is not None
        },
        {
            name: Named(name, _quoted(fact), at.get(name, here))
            for name, fact in sources.items()
            if fact.quote is not None
        },
        drawn,
    )


def resting(publication: Publication, article: LinkedArticle) -> list[LinkedFact]:
    """All facts that an article rests on: cited, tested, and those behind them."""
    refs = [cited for text in article.texts for cited in _cited(text)]
    refs += [bound.ref for text in article.texts for bound in text.bounds if bound.ref is not None]
    refs += [reading.test.ref for reading in article.readings]
    found: dict[FactRef, LinkedFact] = {}
    for ref in dict.fromkeys(refs):
        fact = publication.facts.find(ref) if ref.fact else None
        if fact is not None and ref not in found:
            found[ref] = fact
            for other in publication.facts.inputs_of(ref):
                found.setdefault(other.ref, other)
    return list(found.values())


def _cited(text: BoundText) -> Iterator[FactRef]:
    for block in text.prose.blocks:
        for group in block.groups:
            yield from (cited.ref for cited in group.cited if cited.ref is not None)


def _places(article: LinkedArticle) -> dict[str, Place]:
    """Where each fact first bears something in the article."""
    found: dict[str, Place] = {}
    for text in article.texts:
        for bound in text.bounds:
            block = text.prose.blocks[bound.block]
            found.setdefault(str(bound.ref), block.text.place(bound.start, bound.end))
    return found


def _fields(front: Front) -> dict[str, Named]:
    claim: Claim = front.claim
    found = {
        "verdict": Named("verdict", str(front.verdict), front.verdict.place()),
        "claim": Named("claim", _line(claim.text), claim.text.place()),
        "speaker": Named("speaker", str(claim.speaker), claim.speaker.place()),
        "date of the claim": Named(
            "date of the claim", str(claim.date.period), claim.date.text.place()
        ),
        "date of publication": Named(
            "date of publication", str(front.published.period), front.published.text.place()
        ),
    }
    if claim.translation is not None:
        name = "translation of the claim"
        found[name] = Named(name, _line(claim.translation), claim.translation.place())
    return found


def _readings(article: LinkedArticle) -> dict[str, Named]:
    return {
        str(reading.test.ref): Named(
            f"outcome of {reading.test.ref}", str(reading.outcome), reading.means.place()
        )
        for reading in article.readings
    }


def _quoted(fact: LinkedFact) -> str:
    quote = fact.quote
    if quote is None:
        return ""
    translated = f" ({_line(quote.translation)})" if quote.translation is not None else ""
    return _line(quote.text) + translated


# Sentences.


def _sentences(text: BoundText, lexicon: Lexicon) -> Iterator[Sentence]:
    for block in text.prose.blocks:
        items = list(_items(block, lexicon))
        for start, end in sentences(block.text) if items else ():
            inside = tuple(item for at, item in items if start <= at < end)
            if inside:
                place = block.text.place(start, end)
                yield Sentence(_line(block.text[start:end]), inside, place)


def _items(block: Block, lexicon: Lexicon) -> Iterator[tuple[int, Item]]:
    """The quotations of a block, and the figures outside them, with their offsets."""
    quoted = marked(block.text)
    if block.kind == "quotation":
        quoted = [(0, len(block.text))]
    for start, end in quoted:
        words = _line(block.text[start:end])
        yield start, Item(f"“{words}”", ("quotation", words.casefold()), "", _at(block, start, end))
    for figure in read_figures(block.text, lexicon):
        outside = not any(start <= figure.start < end for start, end in quoted)
        if figure.kind is not Kind.UNCLEAR and outside:
            start = min(figure.hedge_start, figure.start) if figure.hedge else figure.start
            shown = _line(block.text[start : figure.end])
            place = _at(block, start, figure.end)
            yield start, Item(shown, _key(figure), _unit(figure), place)


def _at(block: Block, start: int, end: int) -> Place:
    return block.text.place(start, end)


def _key(figure: Figure) -> Key:
    kind = Kind.QUANTITY if figure.kind is Kind.DURATION else figure.kind
    interval = figure.quantity.interval if figure.quantity is not None else None
    return (kind, interval, figure.ends, figure.hedge, figure.period)


def _unit(figure: Figure) -> object:
    return figure.quantity.unit if figure.quantity is not None else ""


# Charts and tables.


def _shown(article: LinkedArticle) -> tuple[dict[str, Place], dict[str, Place]]:
    """The charts and the tables that an article shows, with the place of each."""
    charts: dict[str, Place] = {}
    tables: dict[str, Place] = {}
    for block in article.text("body").prose.blocks:
        for link in block.links:
            scheme, _, name = link.target.partition(":")
            if link.image and scheme in ("chart", "table"):
                (charts if scheme == "chart" else tables).setdefault(name, link.place)
    return charts, tables


def _chart(publication: Publication, key: str, place: Place) -> dict[str, Named]:
    drawing = resolve(publication, key, publication.charts[key]).drawing
    return dict(_drawn(drawing, place)) if drawing is not None else {}


def _drawn(drawing: Drawing, place: Place) -> Iterator[tuple[str, Named]]:
    table = rows_of(drawing)
    values = _VALUES | ({"Group"} if drawing.cells else set())
    for row in table.rows:
        cells = dict(zip(table.header, row, strict=True))
        name = ", ".join(text for head, text in cells.items() if text and head not in values)
        name = name.removesuffix(f", {cells['Fact']}") if cells.get("Fact") else name
        value = ", ".join(text for head, text in cells.items() if text and head in values)
        yield name, Named(name, value, place)


def _table(publication: Publication, name: str, place: Place) -> dict[str, Named]:
    try:
        table = publication.table(FactRef.parse(name))
    except (UnknownFact, BrokenFact, ValueError):
        return {}
    found: dict[str, Named] = {}
    for row in table.rows:
        for column, cell in row.items():
            if column not in (table.key, table.sources):
                label = f"{row[table.key]}, {column}"
                found[label] = Named(label, str(cell), place)
    return found


def _line(text: str) -> str:
    return " ".join(text.split())
