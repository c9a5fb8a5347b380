"""Rules on fair dealing: sides, sources, review. The duties are those of docs/standards.md."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.check.rules import at, rule
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.evidence import LinkedEvidence
from build_scripts.link.publication import Publication
from build_scripts.model.dates import PartialDate
from build_scripts.model.linked import LinkedFact
from build_scripts.problems import Problem, Severity

_LONGEST_CLAIM = 75
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


@rule("article")
def reviewer_is_author(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """Somebody who wrote the article is named as its reviewer."""
    for name in linked.front.reviewed_by:
        if name in linked.front.authors:
            yield at(
                name.place(), f"{name} wrote the article and cannot review it", "take the name out"
            )


@rule("article")
def checked_before_said(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """The article was published before the claim was made, or corrected before it was published."""
    front = linked.front
    published = front.published.period.start
    if front.claim.date.period.start.first > published.last:
        yield at(
            front.claim.date.text.place(),
            f"the claim of {front.claim.date.period} is later than its check of {published}",
            "mend one of the two dates",
        )
    for correction in front.corrections:
        if correction.date.period.start.first < published.first:
            yield at(
                correction.date.text.place(),
                f"the correction of {correction.date.period} is earlier than the article",
                "mend one of the two dates",
            )


@rule("article", Severity.NOTICE)
def long_paraphrase(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """The paraphrase is longer than the 75 characters that ClaimReview shows in full."""
    text = linked.front.claim.paraphrase
    if len(text) > _LONGEST_CLAIM:
        yield at(
            text.place(),
            f"the paraphrase has {len(text)} characters; search engines show {_LONGEST_CLAIM}",
            "say it shorter if it can be said as exactly",
        )


@rule("article")
def verdict_in_paraphrase(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """The paraphrase of the claim holds the verdict; it must say only what was claimed."""
    text = linked.front.claim.paraphrase
    match = re.search(r"\b(false(?:ly)?|untrue|misleading(?:ly)?|wrong(?:ly)?)\b", text, re.I)
    if match:
        yield at(
            text.place(*match.span()),
            f"“{match[0]}” is a verdict, and the paraphrase says only what was claimed",
            "write the claim as the speaker would",
        )


@rule("article", Severity.NOTICE)
def long_summary(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """The summary has more than three sentences; readers get the short version there."""
    text = "".join(str(block.text) for block in linked.text("summary").prose.blocks)
    if len(_SENTENCE_END.findall(text)) > 3:
        yield at(linked.front.summary.place(), "the summary has more than three sentences")


@rule("article", Severity.NOTICE)
def single_source(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """A fact that a reading rests on has one source of one origin, and nobody says why.

    Add `confirmed_by` with a fact of another origin, or `single_source_reason`.
    """
    reported: set[str] = set()
    for reading in linked.readings:
        for fact in publication.facts.inputs_of(reading.test.ref):
            if _alone(fact) and str(fact.ref.whole) not in reported:
                reported.add(str(fact.ref.whole))
                place = (fact.record.says or reading.means).place()
                yield at(
                    place,
                    f"{fact.ref.whole} bears a reading of {linked.slug} on one source alone",
                    "add `confirmed_by` or `single_source_reason` to the fact",
                )


def _alone(fact: LinkedFact) -> bool:
    if fact.computed or fact.evidence.kind == "calculation":
        return False
    return not fact.record.confirmed_by and fact.record.single_source_reason is None


@rule("article", Severity.NOTICE)
def review_due(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """The day has come by which the article was to be looked at again, as its `review_by` says."""
    day = linked.front.review_by
    if day is not None and linked.front.withdrawn is None:
        yield at(
            day.text.place(),
            f"the article was to be looked at again by {day.period}",
            "see whether its sources and figures still stand; then give another day, or none",
            begins=day.period.start.iso(),
        )


@rule("evidence")
def seen_before_published(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """A document was seen before it was published."""
    evidence = linked.evidence
    if evidence.seen is None or evidence.published is None:
        return
    seen, published = evidence.seen.when.period.start, evidence.published.period.start
    if seen.last < published.first:
        yield at(
            evidence.seen.when.text.place(),
            f"seen on {seen}, before it was published on {published}",
            "mend one of the two dates",
        )


@rule("evidence")
def archived_elsewhere(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """The archived copy is of another address, or older than the document."""
    evidence = linked.evidence
    if evidence.archived is None or evidence.url is None:
        return
    stamp, _, address = evidence.archived.removeprefix("https://web.archive.org/web/").partition(
        "/"
    )
    if _bare(address) != _bare(evidence.url):
        yield at(
            evidence.archived.place(),
            f"the archived copy is of {address}, not of the document's address",
            "archive the address under `url`",
        )
    taken = PartialDate(int(stamp[:4]), int(stamp[4:6]) or 1, int(stamp[6:8]) or 1)
    if evidence.published is not None and taken.iso() < evidence.published.period.start.iso():
        yield at(
            evidence.archived.place(),
            f"the archived copy of {taken} is older than the document",
            "give a copy that was made after publication",
        )


def _bare(address: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", address).rstrip("/")


@rule("evidence", Severity.NOTICE)
def unquoted_value(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """A value is given without the words it was taken from; the page will say so.

    Copy the words under `quote`, so that readers can find them.
    """
    for fact in linked.evidence.facts.values():
        if fact.value is not None and fact.quote is None:
            yield at(
                fact.value.place(),
                f"value {fact.value} has no quote",
                "copy the source's words under `quote`; until then the page says they are missing",
            )
