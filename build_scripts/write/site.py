"""What every page is written with: the publication, addresses, charts, templates, links back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from build_scripts.draw.cards.record import ShareCard
from build_scripts.link.publication import Publication
from build_scripts.model.dates import PartialDate
from build_scripts.model.frame import Verdict
from build_scripts.model.typography import smart
from build_scripts.write.addresses import Addresses, readable, relative, source_of
from build_scripts.write.charts import ChartFiles
from build_scripts.write.exports.sources import Sources
from build_scripts.write.markup import front_matter, heading_text
from build_scripts.write.plain import plain_line, plain_text
from build_scripts.write.share_cards import PLAIN, card_words, share_cards
from build_scripts.write.uses import Uses

_LONGEST_QUOTE = 240
_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Written:
    """One file of `build/pages`: its path there, and its text."""

    path: str
    text: str


@dataclass(frozen=True)
class Entry:
    """An article as a list shows it."""

    slug: str
    title: str
    claim: str
    speaker: str
    speaker_id: str
    said: str
    verdict: Verdict
    published: str
    iso: str
    summary: str
    withdrawn: bool


class Site:
    """Everything that pages need, found once."""

    def __init__(
        self,
        publication: Publication,
        charts: ChartFiles,
        addresses: Addresses,
        today: date,
        bundle: str = "",
    ) -> None:
        self.publication = publication
        self.charts = charts
        self.addresses = addresses
        self.today = PartialDate(today.year, today.month, today.day)
        self.bundle = bundle
        self.sources = Sources(publication)
        self._entries: dict[str, Entry] = {}

    @cached_property
    def uses(self) -> Uses:
        """The links back."""
        return Uses(self.publication)

    @cached_property
    def cards(self) -> Mapping[str, ShareCard]:
        """The share cards by id; whoever calls for the pages draws them."""
        cards = share_cards(self.publication, self.addresses.site_url)
        return {card.id: card for card in cards}

    @cached_property
    def templates(self) -> Environment:
        """The templates; everything is escaped, an unknown name is an error."""
        environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            # `{#id}` belongs to headings of Markdown here.
            comment_start_string="{%#",
            comment_end_string="#%}",
        )
        environment.filters["heading"] = heading_text
        environment.filters["plain"] = plain_line
        environment.filters["readable"] = readable
        environment.filters["smart"] = smart
        environment.globals["settings"] = self.publication.settings
        return environment

    def entry(self, slug: str) -> Entry:
        """An article as lists show it; raises KeyError."""
        if slug not in self._entries:
            self._entries[slug] = self._make_entry(slug)
        return self._entries[slug]

    def entries(self, slugs: list[str] | tuple[str, ...]) -> list[Entry]:
        """Articles as lists show them, the newest first; unknown ones and drafts are left out."""
        wanted = set(slugs)
        return [self.entry(slug) for slug in self.uses.slugs if slug in wanted]

    def claim_words(self, slug: str) -> str:
        """The claim in the speaker's words, quoted, where they are short; else its paraphrase."""
        claim = self.publication.articles[slug].front.claim
        words = str(claim.translation or claim.text)
        return f"“{words}”" if len(words) <= _LONGEST_QUOTE else self.entry(slug).claim

    def write(
        self, path: str, template: str, matter: Mapping[str, Any], values: Mapping[str, Any]
    ) -> Written:
        """A page at `path` by a template; links in it are made for that path."""

        def to(kind: str, id: str, anchor: str = "") -> str:
            return relative(path, self.addresses.page(kind, id)) + (f"#{anchor}" if anchor else "")

        def at(target: str) -> str:
            return relative(path, target)

        matter = {"template": "main.html", **self.picture(PLAIN), **matter}
        matter |= self._mending(path, matter)
        text = self.templates.get_template(template).render(
            front=front_matter(matter), to=to, at=at, **values
        )
        return Written(source_of(path), text)

    def picture(self, card: str) -> dict[str, str]:
        """The share card of a page, for its front matter; raises KeyError."""
        return {
            "image": self.addresses.absolute(self.addresses.share(card)),
            "image_alt": card_words(self.cards[card]),
        }

    def _mending(self, path: str, matter: Mapping[str, Any]) -> dict[str, str]:
        """Where a reader improves the page and reports an error: in the repository, once there
        is one; until then the pages that say how.
        """
        repository = str(self.publication.settings.repository or "").rstrip("/")
        source = matter.get("source", "")
        if repository:
            return {
                "improve": f"{repository}/edit/main/{source}" if source else "",
                "report": f"{repository}/issues/new?template=report-an-error.yml",
            }
        known = self.publication.pages
        return {
            name: relative(path, self.addresses.page("page", page)) if page in known else ""
            for name, page in (("improve", "contribute"), ("report", "corrections"))
        }

    def _make_entry(self, slug: str) -> Entry:
        linked = self.publication.article(slug)
        front = linked.front
        speaker = self.publication.speakers.get(str(front.claim.speaker))
        published = front.published.period.start
        return Entry(
            slug=slug,
            title=smart(plain_text(linked.text("title"))),
            claim=smart(plain_text(linked.text("paraphrase"))),
            speaker=str(speaker.name) if speaker else "",
            speaker_id=str(front.claim.speaker),
            said=str(front.claim.date.period.start),
            verdict=self.publication.verdicts[str(front.verdict)],
            published=str(published),
            iso=published.iso(),
            summary=smart(plain_text(linked.text("summary"))),
            withdrawn=front.withdrawn is not None,
        )


def svg(text: str) -> Markup:
    """SVG that we drew ourselves, as it stands."""
    return Markup(text)  # noqa: S704
