"""The records that all others share: of content/publication.yml, verdicts.yml and words.yml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from build_scripts.model.fields import Day, English, Id, Url, Words
from build_scripts.model.records import Record


class Organisation(Record):
    """Who signs."""

    id: Id = Field(description="The id that `authors` uses.")
    name: Words = Field(description="The name a reader sees.")


class Funding(Record):
    """Who pays, as of a day."""

    statement: Words = Field(description="Every source, or none.")
    as_of: Day = Field(description="When that was true.")


class Settings(Record):
    """content/publication.yml: what the publication says of itself."""

    name: Words = Field(description="The publication's name.")
    tagline: Words = Field(description="What it is, in a sentence.")
    language: English = Field(
        description="The language of its pages: a sort of English, as the checks read no other."
    )
    desk: Organisation = Field(description="The organisation that signs.")
    people: dict[Id, Words] = Field(
        default_factory=dict, description="Who else writes or reviews: the id and the name of each."
    )
    site: Url | None = Field(None, description="The address it is published at, once there is one.")
    repository: Url | None = Field(None, description="Where its source lies, once there is one.")
    contact: Words | None = Field(None, description="A way to write that needs no account.")
    no_contact: Words | None = Field(None, description="Why there is none yet.")
    ownership: Words = Field(description="Who owns and decides.")
    funding: Funding = Field(description="Who pays.")
    licence_content: Words = Field(description="The licence of words, charts and tables.")
    licence_code: Words = Field(description="The licence of the code.")

    @property
    def signing(self) -> dict[str, str]:
        """Who may write and review: the desk and the people, each id with its name."""
        return {str(key): str(name) for key, name in self.people.items()} | {
            str(self.desk.id): str(self.desk.name)
        }


class Verdict(Record):
    """A step of the rating scale and the outcomes of readings that it admits."""

    id: Words = Field(description="The word used in articles.")
    label: Words = Field(description="The word on the badge.")
    meaning: Words = Field(description="What it says to a reader.")
    rating: Literal["1", "2", "3", "4", "5"] | None = Field(
        None, description="5 is truest; none for a verdict off the scale."
    )
    needs: tuple[Words, ...] = Field(
        description="Outcomes that must occur: holds, fails or asserted."
    )
    excludes: tuple[Words, ...] = Field((), description="Outcomes that must not occur.")

    @property
    def slug(self) -> str:
        """Its id as style sheets, drawings and anchors have it: half-true."""
        return str(self.id).replace(" ", "-")


class Vocabulary(Record):
    """content/words.yml: units that mean the same, and names with digits."""

    units: dict[Words, tuple[Words, ...]] = Field(
        description="The unit as it is printed, and the words that mean the same."
    )
    names: tuple[Words, ...] = Field((), description="Names with digits that are no figures.")
    phrases: tuple[Words, ...] = Field((), description="Fixed phrases that are no proportions.")
