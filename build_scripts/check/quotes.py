"""Rules on words: what is quoted was said, what a fact says is what its source says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from build_scripts.check.rules import at, rule
from build_scripts.check.wording import source_of, value_of
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.binding.dates import dated
from build_scripts.link.binding.quotations import occurs, unpaired, words_of
from build_scripts.link.binding.quoted_values import value_fault
from build_scripts.link.evidence import LinkedEvidence
from build_scripts.link.publication import Publication
from build_scripts.link.stated import quote_of
from build_scripts.model.bindings import Finding
from build_scripts.model.records import Evidence
from build_scripts.model.text import Text
from build_scripts.problems import Problem


@rule("finding")
def quotation_not_in_evidence(finding: Finding) -> Iterator[Problem]:
    """Words between quotation marks are not the words of a cited quote.

    What stands between quotation marks was said or written by somebody, word for word. Brackets,
    ellipses and case do not count.

    Bad:  He called it "a big success" [@speech:success].   (the quote: "a great success")
    Good: He called it "a great success" [@speech:success].
    """
    words = " ".join(finding.shown.split())
    if finding.detail:
        yield at(
            finding.place,
            f"“{words}” leaves out “{finding.detail}”, which stands before it in the source",
            "begin the quotation with it: without it the figure says something else",
        )
        return
    cited = "; ".join(
        f"{fact.ref}: “{text}”" for fact in finding.facts for text in words_of(fact.quote)[:1]
    )
    yield at(
        finding.place,
        f"“{words}” is not in the words of a cited quote",
        f"cited after it: {cited}" if cited else "cite, after it, a fact whose quote holds it",
    )


@rule("article")
def unpaired_quotation_mark(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """A quotation mark opens and nothing closes it in its paragraph, or the other way round.

    Nobody can tell where the quoted words end, so nobody compares them with their source.

    Bad:  He called it "a great success [@speech:success].
    Good: He called it "a great success" [@speech:success].
    """
    for text in linked.texts:
        for block in text.prose.blocks:
            start = unpaired(block.text)
            if start >= 0:
                yield at(
                    block.text.place(start, start + 1),
                    f"quotation mark {block.text[start]} has no partner in this paragraph",
                    "write both marks around the quoted words; none stands for inches or irony",
                )


@rule("finding")
def says_not_value(finding: Finding) -> Iterator[Problem]:
    """What a fact says does not agree with its own value, date, quote or formula.

    Bad:  says: Exports fell by 54%.   value: -53%
    Good: says: Exports fell by 53%.   value: -53%
    """
    fact = finding.facts[0]
    if finding.detail == "order":
        message = f"{finding.shown} stands in another order than the dates under `when`"
    elif finding.detail == "missing":
        message = f"the sentence does not state the fact's value ({value_of(fact)})"
    elif finding.detail == "date":
        known = ", ".join(str(when.text) for when in fact.record.when) or "none"
        message = f"{finding.shown} is not in the fact's `when` ({known}), inputs or quote"
        advice = f"{source_of(fact)}; where it is what they speak of, list it under `when`"
        yield at(finding.place, message, advice)
        return
    elif finding.detail == "noun":
        message = f"the value counts {finding.shown}, and neither sentence nor quote names them"
    else:
        message = f"{finding.shown} is not in the fact's value ({value_of(fact)}), when or quote"
    yield at(finding.place, message, source_of(fact))


@rule("finding")
def when_not_in_inputs(finding: Finding) -> Iterator[Problem]:
    """A computed fact gives a date that none of its inputs has.

    The date of a calculation is that of what it is computed from; a `when` of its own may only
    narrow it down.

    Bad:  when: 2022, formula: votes:roll.day / un:members   (the row is of 2023)
    Good: when: 2023, formula: votes:roll.day / un:members
    """
    fact = finding.facts[0]
    inputs = finding.facts[1:]
    known = dict.fromkeys(str(period) for one in inputs for period in one.periods)
    yield at(
        finding.place,
        f"when {finding.shown} is not a date of what {fact.ref} is computed from",
        f"that is about {', '.join(known)}; narrow this down, or leave `when` out",
    )


@rule("evidence")
def value_not_in_quote(publication: Publication, linked: LinkedEvidence) -> Iterator[Problem]:
    """A value does not occur in the quote that is given for it.

    The chain of custody ends in the words of the source. Where these are in another language, the
    value must stand in our translation, and its digits in the original.

    Bad:  value: 54%   quote: "fell by 53 per cent"
    Good: value: -53%  quote: "fell by 53 per cent"
    """
    for fact in linked.facts:
        value = fact.record.value
        if value is None or fact.quote is None:
            continue
        fault = value_fault(fact, str(linked.evidence.language or "en"), publication.lexicon)
        if fault:
            yield at(value.place(), f"value {value} {fault}", source_of(fact))


@rule("article")
def claim_not_in_source(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """The words of the claim are not in a quote of the evidence named in `said_in`.

    The claim is what somebody said, word for word; the evidence shows where.
    """
    claim = linked.front.claim
    evidence = publication.evidence.get(claim.said_in)
    if evidence is None:
        return
    for words in (claim.text, claim.translation):
        if words is None:
            continue
        sources = _words_of_all(evidence)
        if not occurs(words, sources):
            yield at(
                words.place(),
                f"these words are in no quote of {claim.said_in}",
                _copied_from(words, sources),
            )


def _words_of_all(evidence: Evidence) -> list[str]:
    return [text for quote in evidence.quotes.values() for text in words_of(quote)]


@rule("article")
def unsupported_claim_date(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """The day of the claim is not what the evidence named in `said_in` says of it.

    The date of the claim is shown and may be named anywhere in the article, so it has its source as
    well: the `when` of a fact whose quote holds the words, or the day the document was published.

    Bad:  date: 2024-12-15   (the fact with the words has when: 2024-12-16)
    Good: date: 2024-12-16
    """
    claim = linked.front.claim
    evidence = publication.evidence.get(claim.said_in)
    if evidence is None:
        return
    said = claim.date.period
    if said.start.first > linked.front.published.period.end.last:
        return  # checked-before-said
    published = [] if evidence.published is None else [evidence.published]
    if any(dated(said, [when.period]) for when in published):
        return  # no need to look for the words
    if not occurs(claim.text, _words_of_all(evidence)):
        return  # claim-not-in-source
    holding = [
        fact
        for fact in evidence.facts.values()
        if fact.when and occurs(claim.text, words_of(quote_of(evidence, fact)[1]))
    ]
    known = [*(when for fact in holding for when in fact.when), *published]
    if any(dated(said, [when.period]) for when in known):
        return
    listed = ", ".join(dict.fromkeys(str(when.text) for when in known))
    yield at(
        claim.date.text.place(),
        f"{claim.said_in} does not say that these words are of {claim.date.text}",
        f"it has {listed}" if listed else "give the fact with these words its `when`",
    )


def _copied_from(words: Text, sources: Sequence[str]) -> str:
    """What to do about words that no source has, with those of the source most like them."""
    advice = "copy them character for character; brackets, ellipses and case do not count"
    near = get_close_matches(words, sources, n=1, cutoff=0.0)
    return f"{advice}; it has: {near[0]}" if near else advice


@rule("article")
def untranslated_claim(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """The words of the claim are in another language, and no translation is given with them.

    A reader gets the claim in English, and in its own language where that is another one. The
    evidence named in `said_in` tells: a quote that has a `translation` is in another language.

    Bad:  text: "[W]ir brauchen Brücken"   (the quote has a translation: "We need bridges")
    Good: the same text, with language: de and translation: "[W]e need bridges"
    Good: text: "[W]e need bridges"
    """
    claim = linked.front.claim
    evidence = publication.evidence.get(claim.said_in)
    if evidence is None or (claim.language or "en").partition("-")[0] != "en":
        return
    english = [str(quote.translation or quote.text) for quote in evidence.quotes.values()]
    foreign = [str(quote.text) for quote in evidence.quotes.values() if quote.translation]
    if foreign and occurs(claim.text, foreign) and not occurs(claim.text, english):
        lacks = "`language:`" if claim.translation else "`language:` and `translation:`"
        yield at(
            claim.text.place(),
            f"these words of {claim.said_in} are in another language than English",
            f"give the claim {lacks}, or take its text from the quote's translation",
        )
