"""The publication: everything that was read, linked when asked for.

`Publication` is what the stages after `link` take. It holds no cache that outlives it, and
nothing in it depends on the clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from build_scripts.link.articles import LinkedArticle, link_article
from build_scripts.link.binding.binding import Binder
from build_scripts.link.facts import Facts
from build_scripts.link.soundness import Soundness
from build_scripts.model.bindings import BoundText
from build_scripts.model.charts import Chart
from build_scripts.model.frame import Settings, Verdict
from build_scripts.model.linked import LinkedFact, LinkedReading
from build_scripts.model.records import Article, Evidence, Fact, Page, Speaker, Topic
from build_scripts.model.refs import FactRef
from build_scripts.model.tables import Table
from build_scripts.model.text import Text
from build_scripts.read.library import Library
from build_scripts.read.notation.words import Lexicon

_KEPT = 256
_FACTS_KEPT = 20_000


class Publication:
    """All records of a publication, with what follows from them."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.lexicon = Lexicon.of(library.vocabulary) if library.vocabulary else Lexicon({})
        self.facts = Facts(
            library.evidence,
            library.paths["evidence"],
            library.table,
            self.lexicon,
            kept=None if library.whole else _FACTS_KEPT,
        )
        self.verdicts: Mapping[str, Verdict] = {
            str(verdict.id): verdict for verdict in library.verdicts or ()
        }
        self.soundness = Soundness(self.facts, lambda fact: bool(self.changed_digest(fact.record)))
        self._article = lru_cache(maxsize=None if library.whole else _KEPT)(self._link_article)

    @property
    def settings(self) -> Settings:
        """content/publication.yml; raises LookupError when it could not be read."""
        if self.library.settings is None:
            raise LookupError("content/publication.yml cannot be read")
        return self.library.settings

    @property
    def articles(self) -> Mapping[str, Article]:
        """The articles by slug."""
        return self.library.articles

    @property
    def evidence(self) -> Mapping[str, Evidence]:
        """The evidence by id."""
        return self.library.evidence

    @property
    def speakers(self) -> Mapping[str, Speaker]:
        """The speakers by id."""
        return self.library.speakers

    @property
    def topics(self) -> Mapping[str, Topic]:
        """The topics by id."""
        return self.library.topics

    @property
    def charts(self) -> Mapping[str, Chart]:
        """The chart specifications by id."""
        return self.library.charts

    @property
    def pages(self) -> Mapping[str, Page]:
        """The pages written by hand, by id."""
        return self.library.pages

    def fact(self, ref: FactRef) -> LinkedFact:
        """A fact; raises UnknownFact or BrokenFact."""
        return self.facts.get(ref)

    def table(self, ref: FactRef) -> Table:
        """The table of a fact; raises UnknownFact or BrokenFact."""
        return self.facts.table(ref)

    def article(self, slug: str) -> LinkedArticle:
        """An article with its readings and bindings; raises KeyError."""
        return self._article(slug)

    def readings(self, slug: str) -> tuple[LinkedReading, ...]:
        """The readings of an article with their outcomes; raises KeyError."""
        return self.article(slug).readings

    def bind(self, where: str, text: Text, *, line: bool = False) -> BoundText:
        """Bind a text that stands by itself: of a topic, a speaker, a chart, a page."""
        return Binder(self.facts).bind(where, text, line=line)

    def changed_digest(self, fact: Fact) -> str:
        """The SHA-256 of a fact's table where it is another than the one given; else ""."""
        if fact.table is None or fact.sha256 is None:
            return ""
        digest = self.library.digest(f"content/evidence/{fact.table}")
        return digest if digest != fact.sha256 else ""

    def _link_article(self, slug: str) -> LinkedArticle:
        article = self.articles[slug]
        speaker = str(article.front.claim.speaker) in self.library.paths["speakers"]
        return link_article(slug, article, self.facts, known_speaker=speaker)
