"""What is found: one entry per article, speaker, topic and evidence, with its weighted words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_scripts.link.publication import Publication
from build_scripts.model.records import Evidence, Front
from build_scripts.write.addresses import Addresses
from build_scripts.write.exports.common import public_slugs
from build_scripts.write.plain import plain_line, plain_text, plain_words
from build_scripts.write.search.synonyms import synonyms
from build_scripts.write.search.words import stems

Field = tuple[str, int]
"""A text and the weight of its words in tenths."""

CLAIM, SPEAKER, TOPIC, SOURCE, CALCULATION = KINDS = (
    "Claim",
    "Speaker",
    "Topic",
    "Source",
    "Calculation",
)
"""The kinds of entries, in the order in which they are counted; the names are what readers see."""
WITHDRAWN = "withdrawn"
"""What stands in place of the verdict where an article or evidence no longer stands."""
_ALIKE = 5


@dataclass(frozen=True)
class Entry:
    """One page that can be found.

    `title` and `note` are what a result shows, `verdict` is the id of one, `WITHDRAWN` or "".
    `words` maps stems to weights in tenths, `length` counts the words of all fields. All plain
    data: it can be kept.
    """

    kind: str
    path: str
    title: str
    note: str
    verdict: str
    words: dict[str, int]
    length: int


def entries(publication: Publication, addresses: Addresses) -> Iterator[Entry]:
    """All entries: articles but drafts, the newest first, then speakers, topics, evidence."""
    for slug in public_slugs(publication):
        yield of_article(publication, slug, addresses)
    for name in sorted(publication.speakers):
        yield of_speaker(publication, name, addresses)
    for name in sorted(publication.topics):
        yield of_topic(publication, name, addresses)
    for name in sorted(publication.evidence):
        yield of_evidence(publication, name, addresses)


def of_article(publication: Publication, slug: str, addresses: Addresses) -> Entry:
    """The entry of an article; raises KeyError."""
    linked = publication.article(slug)
    front, claim = linked.front, linked.front.claim
    title, paraphrase = plain_text(linked.text("title")), plain_text(linked.text("paraphrase"))
    speaker = publication.speakers.get(str(claim.speaker))
    name = str(speaker.name) if speaker else ""
    fields: list[Field] = [
        (paraphrase, 30),
        (title, 20),
        (name, 30),
        (f"{claim.text} {claim.translation or ''}", 20),
        (" ".join(_topic_titles(publication, front)), 10),
        (plain_text(linked.text("summary")), 10),
        (" ".join(_meanings(publication, slug)), 8),
        (f"{claim.venue} {claim.date.text}", 5),
        (plain_text(linked.text("gets_right")), 5),
        (plain_text(linked.text("body")), 3),
    ]
    return weighed(
        CLAIM,
        addresses.page("claim", slug),
        paraphrase,
        _listed(name, claim.date.period.start),
        WITHDRAWN if front.withdrawn is not None else str(front.verdict),
        fields,
        synonyms(f"{paraphrase} {title}"),
    )


def of_speaker(publication: Publication, name: str, addresses: Addresses) -> Entry:
    """The entry of a speaker; raises KeyError."""
    speaker = publication.speakers[name]
    role = plain_line(speaker.role)
    fields: list[Field] = [
        (str(speaker.name), 100),
        (role, 10),
        (str(speaker.affiliation or ""), 10),
        (plain_words(speaker.text or ""), 5),
    ]
    return weighed(SPEAKER, addresses.page("speaker", name), str(speaker.name), role, "", fields)


def of_topic(publication: Publication, name: str, addresses: Addresses) -> Entry:
    """The entry of a topic; raises KeyError."""
    topic = publication.topics[name]
    title = plain_line(topic.title)
    fields: list[Field] = [(title, 100), (plain_words(topic.text), 8)]
    path = addresses.page("topic", name)
    return weighed(TOPIC, path, title, "", "", fields, synonyms(title))


def of_evidence(publication: Publication, name: str, addresses: Addresses) -> Entry:
    """The entry of a source or a calculation; raises KeyError."""
    evidence = publication.evidence[name]
    title, publisher = plain_line(evidence.title), plain_line(evidence.publisher or "")
    date = evidence.published.period.start if evidence.published else ""
    fields: list[Field] = [
        (title, 30),
        (publisher, 20),
        (f"{evidence.kind} {date}", 5),
        (" ".join(_contents(evidence)), 3),
    ]
    kind = CALCULATION if evidence.kind == "calculation" else SOURCE
    path = addresses.page("evidence", name)
    gone = WITHDRAWN if evidence.withdrawn is not None else ""
    return weighed(kind, path, title, _listed(publisher, date), gone, fields)


def weighed(
    kind: str,
    path: str,
    title: str,
    note: str,
    verdict: str,
    fields: Iterable[Field],
    alike: Iterable[str] = (),
) -> Entry:
    """An entry of its parts; `alike` are stems of words that mean the same as its own."""
    words: dict[str, int] = {}
    length = 0
    for text, weight in fields:
        for stem in stems(text):
            words[stem] = words.get(stem, 0) + weight
            length += 1
    for stem in alike:
        words[stem] = words.get(stem, 0) + _ALIKE
    return Entry(kind, path, title, note, verdict, words, length)


def _listed(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


def _topic_titles(publication: Publication, front: Front) -> Iterator[str]:
    for name in map(str, front.topics):
        topic = publication.topics.get(name)
        if topic is not None:
            yield plain_line(topic.title)


def _meanings(publication: Publication, slug: str) -> Iterator[str]:
    for text in publication.article(slug).texts:
        if text.where.partition(".")[0] in ("readings", "untested"):
            yield plain_text(text)


def _contents(evidence: Evidence) -> Iterator[str]:
    for fact in evidence.facts.values():
        yield plain_words(fact.says or fact.asks or "")
    for quote in evidence.quotes.values():
        yield f"{quote.text} {quote.translation or ''}"
