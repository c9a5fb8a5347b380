"""Rules on readings and verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.check.rules import at, rule
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.publication import Publication
from build_scripts.link.readings.verdicts import admits, admitted
from build_scripts.model.bindings import Finding
from build_scripts.problems import Problem
from build_scripts.read.suggest import did_you_mean


@rule("finding")
def reading_without_test(finding: Finding) -> Iterator[Problem]:
    """A reading names a fact that compares nothing.

    A reading holds or fails by a comparison: its fact has a formula with >, >=, <, <= or =.

    Bad:  holds_if: ties:treaty-allies   (formula: count(…))
    Good: holds_if: ties:allies-are-most (formula: ties:treaty-allies > un:others / 2)
    """
    yield at(
        finding.place,
        f"{finding.shown} is no comparison, so no reading can hold by it",
        "name a fact that `asks` and whose formula compares",
    )


@rule("article")
def unknown_verdict(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """A verdict is not on the rating scale of content/verdicts.yml."""
    verdict = linked.front.verdict
    if publication.verdicts and str(verdict) not in publication.verdicts:
        known = ", ".join(publication.verdicts)
        yield at(
            verdict.place(),
            f"there is no verdict {str(verdict)!r}{did_you_mean(verdict, publication.verdicts)}",
            f"the scale has: {known}",
        )


@rule("article")
def verdict_contradicts_readings(
    publication: Publication, linked: LinkedArticle
) -> Iterator[Problem]:
    """The verdict is not one that the outcomes of the readings admit.

    A verdict follows from what the readings come to; content/verdicts.yml says which outcomes each
    step admits. Change the verdict, or show that a reading or a fact is wrong.
    """
    front = linked.front
    verdict = publication.verdicts.get(str(front.verdict))
    known = str(front.claim.speaker) in publication.library.paths["speakers"]
    complete = 0 < len(linked.readings) == len(front.readings)  # none is a problem of its own
    if verdict is None or not known or not complete:
        return
    outcomes = [reading.outcome for reading in linked.readings if reading.decides]
    tests = [reading.test for reading in linked.readings]
    if admits(verdict, outcomes) or publication.soundness.any_unsound(tests):
        return
    came_to = ", ".join(
        f"{reading.test.ref} {reading.outcome}" + ("" if reading.decides else " (does not decide)")
        for reading in linked.readings
    )
    fitting = admitted(publication.verdicts.values(), outcomes)
    yield at(
        front.verdict.place(),
        f"verdict {str(front.verdict)!r} contradicts the readings: {came_to}",
        f"they admit: {', '.join(fitting)}" if fitting else "they admit no verdict of the scale",
    )


@rule("article")
def no_reading(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """An article declares no reading, so nothing decides its verdict."""
    if not linked.front.readings:
        yield at(
            linked.front.verdict.place(),
            "no reading is declared, so nothing decides the verdict",
            "add at least one entry under `readings`, with `means` and `holds_if`",
        )


@rule("article")
def unneeded_exemption(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """An entry of `unchecked` exempts nothing.

    An exemption that is no longer needed would one day hide a real mistake. Titles, paraphrases and
    meanings have none: they may state only what the tests rest on.
    """
    for text, places in linked.exempted:
        if not places:
            yield at(
                text.place(),
                f"“{text}” exempts no figure",
                "take the entry out, or write the words as they stand in the article; "
                "a title, a paraphrase and a meaning have no exemptions",
            )


@rule("article")
def repeated_exemption(publication: Publication, linked: LinkedArticle) -> Iterator[Problem]:
    """The words of an entry of `unchecked` stand in several places.

    One entry exempts one figure, which somebody looked at; the others would go unseen.

    Bad:  text: 39 steps       (the article has "the 39 steps" and, further down, "39 steps more")
    Good: text: the 39 steps
    """
    for text, places in linked.exempted:
        if len(places) > 1:
            lines = ", ".join(str(place.line) for place in places)
            yield at(
                text.place(),
                f"“{text}” exempts figures in {len(places)} places, on lines {lines}",
                "quote more of the words around the one that is meant",
            )
