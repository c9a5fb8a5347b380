"""An article linked: its readings computed, every text bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_scripts.link.binding.binding import Binder
from build_scripts.link.binding.repeats import Repeats
from build_scripts.link.binding.tested import Backing, backing, bind_tested
from build_scripts.link.facts import BrokenFact, Facts, UnknownFact
from build_scripts.link.readings.readings import link_reading
from build_scripts.model.bindings import BoundText, Finding
from build_scripts.model.linked import LinkedReading
from build_scripts.model.records import Article, Front, Reading
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.problems import Place
from build_scripts.read.notation.figures import read_figures


@dataclass(frozen=True)
class LinkedArticle:
    """An article with everything computed for it.

    `texts` are in the order in which a reader meets them; `findings` hold those of its texts and
    of its readings; `exempted` are the places at which each entry of `unchecked` exempts figures.
    """

    slug: str
    article: Article
    readings: tuple[LinkedReading, ...]
    texts: tuple[BoundText, ...]
    findings: tuple[Finding, ...]
    exempted: tuple[tuple[Text, tuple[Place, ...]], ...]

    @property
    def front(self) -> Front:
        """The front matter."""
        return self.article.front

    def text(self, where: str) -> BoundText:
        """The bound text of a field: `summary`, `body`, `readings.0`."""
        return next(text for text in self.texts if text.where == where)


def link_article(
    slug: str, article: Article, facts: Facts, *, known_speaker: bool = True
) -> LinkedArticle:
    """Compute the readings of an article and bind its texts.

    Without a known speaker or a reading, or where a test cannot be computed, nothing is said of the
    texts that rest on how the readings come out.
    """
    front = article.front
    findings: list[Finding] = []
    readings: list[LinkedReading] = []
    for reading in front.readings:
        linked = _reading(reading, str(front.claim.speaker), facts, findings)
        if linked is not None:
            readings.append(linked)
    dates = (front.claim.date.period,)
    tests = (reading.test for reading in readings)
    support = backing(tests, dates, facts, str(front.claim.said_in))
    complete = known_speaker and 0 < len(readings) == len(front.readings)
    support = replace(support, readings=readings, complete=complete)
    spoken = tuple(
        str(words) for words in (front.claim.text, front.claim.translation) if words is not None
    )
    source = FactRef(str(front.claim.said_in), "")
    said = ((words, figure) for words in spoken for figure in read_figures(words, facts.lexicon))
    repeats = Repeats((words, figure, source) for words, figure in said)
    exempt = tuple(entry.text for entry in front.unchecked)
    binder = Binder(facts, spoken, dates, exempt, repeats=repeats)
    texts = [
        bind_tested("title", front.title, support, facts, asserts=True),
        bind_tested("paraphrase", front.claim.paraphrase, support, facts),
        *_meanings(front, readings, support, facts),
        *(binder.bind(where, text) for where, text in cited_texts(article)),
    ]
    findings.extend(finding for text in texts for finding in text.findings)
    exempted = tuple(
        (entry.text, tuple(binder.used_exemptions.get(str(entry.text), ())))
        for entry in front.unchecked
    )
    return LinkedArticle(slug, article, tuple(readings), tuple(texts), tuple(findings), exempted)


def _reading(
    reading: Reading, speaker: str, facts: Facts, findings: list[Finding]
) -> LinkedReading | None:
    ref = FactRef.parse(reading.holds_if)
    try:
        test = facts.get(ref)
    except UnknownFact as fault:
        place = reading.holds_if.place()
        findings.append(
            Finding("unknown-fact", place, str(ref), detail=fault.message, help=fault.help)
        )
        return None
    except BrokenFact:
        return None
    if not test.is_test:
        findings.append(
            Finding("reading-without-test", reading.holds_if.place(), str(ref), (test,))
        )
        return None
    return link_reading(reading, test, speaker, facts)


def _meanings(
    front: Front, linked: Sequence[LinkedReading], support: Backing, facts: Facts
) -> Iterator[BoundText]:
    tests = {reading.means: reading.test for reading in linked}
    for number, reading in enumerate(front.readings):
        own = [tests[reading.means]] if reading.means in tests else []
        rests_on = replace(backing(own, support.dates, facts, support.said_in), complete=bool(own))
        yield bind_tested(f"readings.{number}", reading.means, rests_on, facts)
    for number, untested in enumerate(front.untested):
        yield bind_tested(f"untested.{number}", untested.means, support, facts)


def cited_texts(article: Article) -> Sequence[tuple[str, Text]]:
    """The texts of an article that are bound by citations, in reading order, with their names."""
    front = article.front
    found: list[tuple[str, Text | None]] = [("summary", front.summary), ("body", article.body)]
    found.append(("gets_right", front.gets_right))
    found.append(("why_checked", front.why_checked))
    found.extend((f"untested.{n}.why", entry.why) for n, entry in enumerate(front.untested))
    reply = front.reply
    found.extend(
        [
            ("reply.why", reply.why),
            ("reply.channel", reply.channel),
            ("reply.outcome", reply.outcome),
        ]
    )
    for number, entry in enumerate(front.corrections):
        for name in ("what", "was", "now", "why"):
            found.append((f"corrections.{number}.{name}", getattr(entry, name)))
    if front.withdrawn is not None:
        found.append(("withdrawn.why", front.withdrawn.why))
    return [(where, text) for where, text in found if text is not None]
