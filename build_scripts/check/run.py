"""Checks one record, or what only all records together can show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from build_scripts.check import (  # noqa: F401  (importing registers the rules)
    charts,
    fairness,
    figures,
    prose,
    quotes,
    readings,
    references,
    tables,
    withdrawal,
)
from build_scripts.check.rules import RULES, ask
from build_scripts.link.charts import chart_texts
from build_scripts.link.evidence import link_evidence
from build_scripts.link.publication import Publication
from build_scripts.link.soundness import Soundness
from build_scripts.model.bindings import BoundText, Finding
from build_scripts.model.prose import Prose
from build_scripts.model.records import Evidence
from build_scripts.model.text import Text
from build_scripts.problems import Problem
from build_scripts.read.library import Library
from build_scripts.read.prose import parse_line

_JUDGING = frozenset(
    """
    figure-mismatch hedge-mismatch direction-mismatch proportion-mismatch negation-mismatch
    unsupported-figure unsupported-date figure-order says-not-value unused-citation
""".split()
)
"""The kinds of findings that hold a text against facts."""

_CITING = frozenset({"bad-citation", "unknown-fact"})
"""The kinds that say of a citation that it is none, whatever the text before it states."""

Unit = tuple[str, str]
"""A kind of record (claims, evidence, speakers, topics, charts, pages) and an id."""


def units(publication: Publication) -> list[Unit]:
    """Every record that is checked, in order."""
    return [(kind, key) for kind, paths in publication.library.paths.items() for key in paths]


def check_unit(publication: Publication, unit: Unit) -> list[Problem]:
    """Everything that is wrong with one record, sorted by place.

    Without content/words.yml, which says what counts the same, no figure can be judged: then only
    what is wrong with the reading of the record.
    """
    kind, key = unit
    problems = publication.library.problems_of(kind, key)
    if publication.library.vocabulary is None:
        return sorted(set(problems))
    checks = {
        "claims": _article,
        "evidence": _evidence,
        "charts": _chart,
        "speakers": _speaker,
        "topics": _topic,
        "pages": _page,
    }
    problems.extend(checks[kind](publication, key))
    return sorted(set(problems))


def check_frame(publication: Publication) -> list[Problem]:
    """What is wrong with the files that all records share, and with names of files."""
    library = publication.library
    problems = [
        *library.stray,
        *library.settings_problems,
        *(_withholding(problem, library) for problem in library.words_problems),
        *library.verdict_problems,
    ]
    problems.extend(ask("publication", publication))
    return sorted(set(problems))


def _withholding(problem: Problem, library: Library) -> Problem:
    """A problem of content/words.yml, which says so where it keeps figures from being judged."""
    if library.vocabulary is not None:
        return problem
    judged = "no figure is judged before this file can be read"
    return replace(problem, help=f"{problem.help}; {judged}" if problem.help else judged)


def _article(publication: Publication, key: str) -> Iterator[Problem]:
    if key not in publication.articles:
        return
    linked = publication.article(key)
    yield from worded(publication, linked.findings)
    yield from ask("article", publication, linked)


def _evidence(publication: Publication, key: str) -> Iterator[Problem]:
    evidence = publication.evidence.get(key)
    if evidence is None:
        return
    for name, fact in evidence.facts.items():
        if fact.table is not None:
            yield from publication.library.table_problems(key, str(name))
    linked = link_evidence(key, evidence, publication.facts)
    for broken, problem in linked.broken.items():
        if not publication.soundness.disturbs(evidence.facts[Text(broken)].formula):
            yield problem
    yield from worded(publication, linked.findings)
    sentences = [parse_line(text) for text in _sentences(evidence) if prose.MARKED.search(text)]
    free = [*sentences, *(text.prose for text in linked.texts)]
    yield from _markup(free)
    yield from _code(publication, free)
    yield from _lost(publication, linked.texts)
    yield from RULES["idle-citation"].named(prose.idle_citations(sentences))
    yield from ask("evidence", publication, linked)
    withdrawn = withdrawal.withdrawn_in_evidence(publication, linked)
    yield from RULES["withdrawn-evidence"].named(withdrawn)
    yield from RULES["taken-address"].named(withdrawal.taken_by_evidence(publication, linked))


def _sentences(evidence: Evidence) -> Iterator[Text]:
    for fact in evidence.facts.values():
        yield from (text for text in (fact.says, fact.asks) if text is not None)


def _chart(publication: Publication, key: str) -> Iterator[Problem]:
    chart = publication.charts.get(key)
    if chart is None:
        return
    texts = list(chart_texts(publication, chart))
    for text in texts:
        yield from worded(publication, text.findings)
    yield from _markup([text.prose for text in texts])
    yield from _code(publication, [text.prose for text in texts])
    yield from _lost(publication, texts)
    withdrawn = RULES["withdrawn-evidence"]
    yield from withdrawn.named(withdrawal.withdrawn_in_chart(publication, chart))
    yield from withdrawn.named(withdrawal.withdrawn_in_texts(publication, texts))
    yield from ask("chart", publication, key, chart)


def _speaker(publication: Publication, key: str) -> Iterator[Problem]:
    speaker = publication.speakers.get(key)
    if speaker is not None:
        named = (("role", speaker.role), ("text", speaker.text))
        texts = [publication.bind(where, text) for where, text in named if text is not None]
        yield from _texts(publication, texts)
        yield from _code(publication, [text.prose for text in texts])
        yield from ask("speaker", publication, key, speaker)


def _topic(publication: Publication, key: str) -> Iterator[Problem]:
    topic = publication.topics.get(key)
    if topic is not None:
        bound = publication.bind("text", topic.text)
        yield from _texts(publication, [bound])
        yield from _code(publication, [bound.prose])
        yield from ask("topic", publication, key, topic)


def _page(publication: Publication, key: str) -> Iterator[Problem]:
    page = publication.pages.get(key)
    if page is None:
        return
    bound = publication.bind("body", page.body)
    if page.figures is not None:
        bound = replace(bound, findings=tuple(f for f in bound.findings if f.kind in _CITING))
    yield from _texts(publication, [bound])
    yield from ask("page", publication, key, page, bound)


def _markup(texts: Collection[Prose]) -> Iterator[Problem]:
    return RULES["foreign-markup"].named(prose.markup_problems(texts))


def _lost(publication: Publication, texts: Collection[BoundText]) -> Iterator[Problem]:
    """Links that lead nowhere; images and headings in texts that show none."""
    yield from RULES["bad-link"].named(references.link_problems(publication, texts))
    yield from RULES["heading-level"].named(prose.lost_headings(texts))


def _code(publication: Publication, texts: Collection[Prose]) -> Iterator[Problem]:
    return RULES["unchecked-code"].named(prose.code_problems(publication, texts))


def _texts(publication: Publication, texts: list[BoundText]) -> Iterator[Problem]:
    for text in texts:
        yield from worded(publication, text.findings)
    yield from _markup([text.prose for text in texts])
    yield from _lost(publication, texts)
    withdrawn = withdrawal.withdrawn_in_texts(publication, texts)
    yield from RULES["withdrawn-evidence"].named(withdrawn)


def worded(publication: Publication, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Findings as problems, in the words of the rule of their kind.

    Where a fact contradicts its own words, that alone is said, and not what follows from it.
    """
    for finding in findings:
        if not _follows(publication.soundness, finding):
            shown = " ".join(finding.shown.split())  # it may stand on two lines
            yield from RULES[finding.kind].check(replace(finding, shown=shown))


def _follows(soundness: Soundness, finding: Finding) -> bool:
    """Whether a finding only follows from a fact that contradicts its own words elsewhere."""
    if finding.kind not in _JUDGING or not finding.facts:
        return False
    own = finding.facts[0]
    if finding.kind == "says-not-value":
        stated = finding.detail not in ("date", "order")
        return soundness.rests_on_unsound(own) or (stated and soundness.misquotes(own))
    if finding.place.path == f"content/evidence/{own.ref.evidence}.yml":
        return soundness.rests_on_unsound(own)
    return soundness.any_unsound(finding.facts)
