"""The records that contributors write: articles, evidence, speakers, topics, pages.

A record holds what one file says and nothing that is computed from other files. Its id is its
file's name. The description of a field is its documentation: the field reference, the editor
schemas and the skeletons are generated from it.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from build_scripts.model.fields import (
    Archived,
    Date,
    Day,
    Flag,
    Id,
    Key,
    Language,
    Periods,
    Ref,
    Sha256,
    Url,
    Words,
)
from build_scripts.model.text import Text

_TABLE_NAME = re.compile(r"[a-z0-9-]+\.csv\Z")


class Record(BaseModel):
    """A frozen record that knows no other keys than its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Quote(Record):
    """Words of a document, character for character."""

    text: Words = Field(description="The words, character for character, at most two sentences.")
    translation: Words | None = Field(
        None, description="Our English translation, where the words are in another language."
    )
    where: Words | None = Field(None, description="The place in the document: p. 2, table 1.")
    speaks_for: tuple[Id, ...] | None = Field(None, description="As for the whole document.")


def names_a_quote(words: str) -> bool:
    """Whether a fact's `quote` is the name of one, and not words: `headline`."""
    return words.islower() and words.isascii() and " " not in words


def names_a_table(file: str, evidence: str) -> bool:
    """Whether a file can be a table of an evidence: `un-members.csv` of `un`.

    It lies beside the evidence file and bears its name, so that no other file can be meant.
    """
    return file.startswith(evidence) and bool(_TABLE_NAME.match(file))


def _from_words(value: Any) -> Any:
    """A quote may be written as its mere words."""
    return {"text": value} if isinstance(value, Text) else value


MERE_WORDS = BeforeValidator(_from_words)
"""Marks a record for which mere words may stand."""


class Seen(Record):
    """How and when the desk saw a document."""

    how: Literal["live page", "stored copy", "file"] = Field(
        description="live page, stored copy or file: said openly on the page."
    )
    when: Day = Field(description="The day it was seen.")
    note: Words | None = Field(None, description="What a reader should know about the copy.")


class Withdrawal(Record):
    """That an article or an evidence no longer stands; it keeps its address."""

    date: Day = Field(description="When it was withdrawn.")
    why: Words = Field(description="Why.")


class Fact(Record):
    """One thing a document says, or one result of ours."""

    says: Words | None = Field(None, description="The fact as one sentence, with its value.")
    asks: Words | None = Field(None, description="For a formula that compares: the question.")
    value: Words | None = Field(None, description="The quantity: 53%, more than 50 states.")
    when: Periods = Field((), description="The date or period it is about, or a list of them.")
    quote: Words | None = Field(None, description="A name from `quotes`, or the words themselves.")
    where: Words | None = Field(None, description="The place in the document: p. 2, table 1.")
    speaks_for: tuple[Id, ...] | None = Field(None, description="Overrides the document's.")
    within: Words | None = Field(None, description="The margin the source gives: 5%.")
    formula: Words | None = Field(None, description="How we compute it from other facts.")
    table: Words | None = Field(None, description="The CSV file beside the evidence file.")
    key: Key | None = Field(None, description="The column that names a table's rows.")
    columns: dict[Key, Words] = Field(
        default_factory=dict, description="The table's columns with their units."
    )
    sources: Key | None = Field(None, description="The column that names each row's sources.")
    sha256: Sha256 | None = Field(
        None,
        description="The SHA-256 of the CSV file. Write 64 zeros first: the check says what it is.",
    )
    confirmed_by: tuple[Ref, ...] = Field((), description="Facts of another origin that agree.")
    single_source_reason: Words | None = Field(
        None, description="Why no second source of another origin is given."
    )


class Evidence(Record):
    """A source document, or a calculation of ours."""

    title: Words = Field(description="The document's title, or ours for a calculation.")
    title_is: Literal["as given", "descriptive"] = Field(
        "as given", description="descriptive where the document's own title was not seen."
    )
    publisher: Words | None = Field(None, description="Who published it.")
    kind: Literal[
        "report",
        "dataset",
        "treaty",
        "transcript",
        "statement",
        "news",
        "reference",
        "calculation",
    ] = Field(description="What sort of document it is; calculation: no document, only facts.")
    tier: Literal["primary", "secondary"] | None = Field(
        None, description="primary: the party itself; secondary: a report of it."
    )
    why_secondary: Words | None = Field(
        None, description="Why the primary source is not used instead."
    )
    origin: Id | None = Field(None, description="Who counted or said it first: sipri, un, tass.")
    url: Url | None = Field(None, description="Its address.")
    no_url: Words | None = Field(None, description="Why it has no address.")
    archived: Archived | None = Field(None, description="The address of an archived copy.")
    no_archive: Words | None = Field(None, description="Why there is no archived copy.")
    published: Date | None = Field(None, description="Its date, as far as it is known.")
    undated: Words | None = Field(None, description="Why it has no date.")
    seen: Seen | None = Field(None, description="How and when the desk saw it.")
    language: Language | None = Field(None, description="Its language: en, uk, zh.")
    interest: Words | None = Field(None, description="What its publisher may want; none known.")
    speaks_for: tuple[Id, ...] = Field((), description="Speakers whose side it gives.")
    how: Words | None = Field(None, description="For a calculation: how it was made.")
    caveat: Words | None = Field(None, description="What limits it.")
    licence: Words | None = Field(None, description="Its terms, where rows of it are published.")
    withdrawn: Withdrawal | None = Field(
        None, description="That nothing rests on it any more, and why; its page stays and says so."
    )
    formerly: tuple[Id, ...] = Field(
        (), description="Former ids, oldest first; they lead to its page."
    )
    quotes: dict[Id, Annotated[Quote, MERE_WORDS]] = Field(
        default_factory=dict, description="Its words, by name."
    )
    facts: dict[Id, Fact] = Field(default_factory=dict, description="What it says, by name.")


_OF_BOTH = "title title_is kind how caveat licence withdrawn formerly facts".split()
OF_DOCUMENTS = tuple(name for name in Evidence.model_fields if name not in _OF_BOTH)
"""What no calculation has."""
DOCUMENTS_NEED = ("publisher", "tier", "origin", "seen", "language", "interest")
"""What every evidence but a calculation needs."""
DOCUMENTS_NEED_ONE = (("url", "no_url"), ("archived", "no_archive"), ("published", "undated"))
"""What every evidence but a calculation needs one of."""


class Claim(Record):
    """What a named speaker said, word for word, when and where."""

    text: Words = Field(description="The words of the claim, character for character.")
    paraphrase: Words = Field(description="The claim in one plain sentence, without a verdict.")
    speaker: Id = Field(description="The id of a speaker.")
    date: Date = Field(description="When it was said.")
    venue: Words = Field(description="Where it was said.")
    said_in: Id = Field(description="The evidence whose quote holds these words.")
    language: Language | None = Field(None, description="The language of `text`, if not English.")
    translation: Words | None = Field(None, description="Our English translation of `text`.")


class Reading(Record):
    """One meaning of the claim, with the fact that tests it."""

    means: Words = Field(description="What the claim then means.")
    holds_if: Ref = Field(description="The fact, a comparison, that tests it.")


class Untested(Record):
    """A meaning that nothing public can test."""

    means: Words = Field(description="What the claim then means.")
    why: Words = Field(description="Why it cannot be tested.")


class Reply(Record):
    """Whether the speaker was asked, and what came back."""

    asked: Flag = Field(description="Whether the speaker was asked.")
    why: Words | None = Field(None, description="Why not.")
    channel: Words | None = Field(None, description="How the speaker was asked.")
    outcome: Words | None = Field(None, description="What came back.")


class Exemption(Record):
    """A figure that no fact bears, with the reason."""

    text: Words = Field(description="The figure in its context, found exactly once.")
    why: Words = Field(description="Why it needs no fact.")


class Correction(Record):
    """A dated change to a published article."""

    date: Day = Field(description="When it was made.")
    kind: Literal["minor", "major"] = Field(description="major: it changed what a reader learns.")
    what: Words = Field(description="What was wrong.")
    was: Words = Field(description="The former words.")
    now: Words = Field(description="The present words.")
    why: Words = Field(description="How the mistake came about.")
    reported_by: Words | None = Field(None, description="Who reported it, if they wish.")


class Front(Record):
    """The front matter of an article."""

    title: Words = Field(description="The finding as a headline.")
    claim: Claim = Field(description="The claim.")
    verdict: Words = Field(description="A step of the rating scale.")
    summary: Words = Field(description="The short version, in up to three sentences.")
    readings: tuple[Reading, ...] = Field(description="The meanings that can be tested.")
    untested: tuple[Untested, ...] = Field((), description="The meanings that cannot.")
    gets_right: Words = Field(description="What the claim gets right.")
    why_checked: Words = Field(description="Why the desk chose it.")
    reply: Reply = Field(description="Whether the speaker was asked.")
    topics: tuple[Id, ...] = Field(description="The ids of its topics.")
    authors: tuple[Id, ...] = Field(description="The ids of who wrote it: the desk, or people.")
    reviewed_by: tuple[Id, ...] = Field(
        (), description="The ids of who reviewed it, outside the authors."
    )
    published: Day = Field(description="When it was first published.")
    corrections: tuple[Correction, ...] = Field((), description="Every change since.")
    unchecked: tuple[Exemption, ...] = Field((), description="Figures that no fact bears.")
    related: tuple[Id, ...] = Field((), description="Other articles a reader may want.")
    draft: Flag = Field(False, description="true: checked but not published.")
    withdrawn: Withdrawal | None = Field(None, description="That it no longer stands, and why.")
    formerly: tuple[Id, ...] = Field((), description="Former slugs, oldest first; they lead here.")
    review_by: Day | None = Field(
        None, description="The day by which it is to be looked at again; readers see it."
    )


class Speaker(Record):
    """A person or organisation that said something."""

    name: Words = Field(description="The name.")
    kind: Literal["person", "organisation"] = Field("person", description="Which of the two.")
    role: Words = Field(description="A neutral description of the office, in a line.")
    affiliation: Words | None = Field(None, description="Country, party or body.")
    same_as: tuple[Url, ...] = Field((), description="Pages that identify the speaker.")
    text: Words | None = Field(None, description="A few neutral sentences; figures are bound.")


class Topic(Record):
    """A subject that joins articles."""

    title: Words = Field(description="The topic's name.")
    text: Words = Field(description="A short introduction; its figures are bound.")


class Article(Record):
    """One claim examined: front matter and Markdown body."""

    front: Front
    body: Text


class PageFront(Record):
    """The front matter of a page written by hand; it may be missing."""

    title: Words | None = Field(None, description="Its title, where not its first heading.")
    description: Words | None = Field(None, description="What it says, in a sentence.")
    figures: Words | None = Field(None, description="Why its figures carry no citations.")


class Page(Record):
    """docs/<id>.md: a page written by hand.

    `figures` is the reason why its figures carry no citations; None where they are bound.
    """

    title: Words
    description: Words | None
    figures: Words | None
    body: Text
