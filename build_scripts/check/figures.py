"""Rules on figures: what a reader sees is what a cited fact says."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.check.rules import at, rule
from build_scripts.check.wording import as_percent, source_of, value_of, values_of
from build_scripts.model.bindings import Finding
from build_scripts.model.linked import LinkedFact
from build_scripts.problems import Problem


@rule("finding")
def unsupported_figure(finding: Finding) -> Iterator[Problem]:
    """A figure stands in the text and no cited fact bears it.

    Every number a reader sees must be traceable to a source or to a calculation. Cite the fact
    after the figure, in the order of the figures; or take the figure out.

    Bad:  Russia delivered arms to 31 states.
    Good: Russia delivered arms to 31 states [@sipri-register:buyers.2019].
    """
    if finding.detail == "tested":
        known = values_of(finding.facts) or "none"
        yield at(
            finding.place,
            f"figure {finding.shown} is not in any reading's test: {known}",
            "a title, paraphrase or meaning may state only what its readings rest on",
        )
        return
    message = f"figure {finding.shown} is not backed by a fact"
    if finding.facts:
        message += f"; the citation after it has {values_of(finding.facts)}"
    yield at(
        finding.place,
        message,
        "cite the fact that bears it, in the order of the figures: [@evidence:fact]",
    )


@rule("finding")
def figure_mismatch(finding: Finding) -> Iterator[Problem]:
    """A figure is not what the cited fact says.

    A quoted value stands digit for digit. A computed one may be rounded half up to two
    significant digits or more.

    Bad:  Exports fell by 54% [@reuters-sipri:five-years].
    Good: Exports fell by 53% [@reuters-sipri:five-years].
    """
    fact = finding.facts[0]
    other = finding.detail in ("unit", "noun")
    what, ending = ("has another unit than", "") if other else ("is not what", " says")
    percent = as_percent(fact) if "%" in finding.shown else ""
    advice = source_of(fact)
    if finding.detail == "noun":
        advice += "; words that mean the same stand under `units` in content/words.yml"
    yield at(
        finding.place,
        f"figure {finding.shown} {what} {fact.ref}{ending} ({value_of(fact)}{percent})",
        advice,
    )


@rule("finding")
def figure_order(finding: Finding) -> Iterator[Problem]:
    """The figures of a sentence and the facts of its citation stand in different orders.

    Figures and facts are matched in order, so that a reader knows which source bears which.

    Bad:  31 states in 2019, 12 in 2023 [@sipri:buyers.2023; @sipri:buyers.2019].
    Good: 31 states in 2019, 12 in 2023 [@sipri:buyers.2019; @sipri:buyers.2023].
    """
    if finding.detail == "asked":
        test = finding.facts[0]
        yield at(
            finding.place,
            f"{finding.shown} stands in another order than in the formula of {test.ref}",
            source_of(test),
        )
        return
    yield at(
        finding.place,
        f"the figures stand in another order than their citations: {values_of(finding.facts)}",
        "put the citations in the order of the figures, or the figures right",
    )


@rule("finding")
def hedge_mismatch(finding: Finding) -> Iterator[Problem]:
    """A hedge does not fit: "about", "nearly", "more than" are roundings, not licences.

    "About" needs a value that was really rounded or is itself approximate; "nearly" and
    "under" round up, "more than" rounds down; a bound in the source stays that bound.

    Bad:  about 31 states [@sipri:buyers.2019]  (the value is exactly 31)
    Good: about 5 million shells [@seoul:shells]  (the value is 5.2 million)
    """
    fact = finding.facts[0]
    if finding.detail == "limit":
        yield at(
            finding.place,
            f"{finding.shown} is the limit of {finding.facts[1].ref}, and is not said to be one",
            "write it with the hedge of the test (under, more than, at least), or as “the line of”",
        )
        return
    yield at(
        finding.place,
        f"“{finding.shown}” does not fit {fact.ref} ({value_of(fact)})",
        f"{source_of(fact)}; write it with the hedge of the value, or round it as the hedge says",
    )


@rule("finding")
def unclear_figure(finding: Finding) -> Iterator[Problem]:
    """Something looks like a figure and is not written in the notation.

    One notation for all texts lets every figure be read and checked: thousands as 2,000, scales in
    words (5.2 million), percentages as 53%.

    Bad:  5.2m shells, dozens of states, 10000 troops
    Good: 5.2 million shells, 24 states, 10,000 troops
    """
    yield at(finding.place, f"“{finding.shown}” cannot be read as a figure", finding.help)


@rule("finding")
def unused_citation(finding: Finding) -> Iterator[Problem]:
    """A cited fact bears nothing in the text before it.

    A citation that bears nothing hides which words it stands for. Write its figure, or take it out.

    Bad:  Exports fell [@reuters-sipri:five-years].
    Good: Exports fell by 53% [@reuters-sipri:five-years].
    """
    fact = finding.facts[0]
    if finding.detail:
        yield at(
            finding.place,
            f"{fact.ref} ({value_of(fact)}) stands before its figure, {finding.detail}",
            "put the citation behind the figure",
        )
        return
    yield at(
        finding.place,
        f"{fact.ref} ({value_of(fact)}) bears no figure in the text before it",
        "put it behind its figure; where none is written, write it, or take the citation out",
    )


@rule("finding")
def unknown_fact(finding: Finding) -> Iterator[Problem]:
    """A reference leads to no fact.

    Bad:  [@sipri-2024:recipient.2019]
    Good: [@sipri-2024:recipients.2019]
    """
    message = finding.detail
    if finding.shown not in message:
        message = f"{finding.shown}: {message}"
    yield at(finding.place, message, finding.help)


@rule("finding")
def bad_citation(finding: Finding) -> Iterator[Problem]:
    """A citation group is not written as one.

    Bad:  [@un] or [un:members]
    Good: [@un:members] or [@un:members; @sipri:buyers.2019]
    """
    wrong = "has no @ before it" if finding.detail == "@" else "cannot be read"
    yield at(finding.place, f"citation {finding.shown!r} {wrong}", finding.help)


@rule("finding")
def negation_mismatch(finding: Finding) -> Iterator[Problem]:
    """The sentence denies what its fact affirms, or affirms what it denies.

    A fact that says "received no arms" belongs to a sentence that says no; the clause around the
    figure and the fact's own sentence must both hold a negation, or neither. Where the fact has no
    quantity, what stands behind the "no" of one of them must be denied by the other.

    Bad:  151 states received Russian arms [@ties:none].   (the fact: received no arms)
    Good: 151 states received no Russian arms [@ties:none].
    """
    fact = finding.facts[0]
    yield at(
        finding.place,
        f"the clause of {finding.shown} and {fact.ref} do not agree on a negation",
        f"the fact says: {fact.sentence}",
    )


@rule("finding")
def direction_mismatch(finding: Finding) -> Iterator[Problem]:
    """A direction word beside a figure goes the wrong way, is missing, or rests on nothing.

    "Rose", "fewer", "above" must agree with the sign of the value, with what the cited fact says,
    or with the two cited figures that they compare.

    Bad:  Exports rose by 53% [@reuters-sipri:five-years].   (the value is -53%)
    Good: Exports fell by 53% [@reuters-sipri:five-years].
    """
    if finding.detail == "asked":
        yield at(
            finding.place,
            f"“{finding.shown}” is not the way that the tests compare",
            "; ".join(map(_formula_of, finding.facts)) or "no test knows the figure beside it",
        )
    elif finding.detail.startswith("open "):
        figure = " ".join(finding.detail.removeprefix("open ").split())
        yield at(
            finding.place,
            f"“{finding.shown}” beside {figure} is borne by no cited fact",
            "give the fact a sign, or say the direction in its sentence; or compare two cited "
            "figures; or use another word",
        )
    else:
        yield at(finding.place, *_wrong_way(finding))


def _wrong_way(finding: Finding) -> tuple[str, str]:
    """What a direction word contradicts, and the words that show it."""
    fact, shown = finding.facts[0], finding.shown
    value = value_of(fact)
    if finding.detail == "pair":
        way = f"{value} to {value_of(finding.facts[-1])}"
        return f"“{shown}” is not the way from {way}", source_of(fact)
    if finding.detail == "none":
        return f"{shown} needs a direction word: {fact.ref} is {value}", source_of(fact)
    if finding.detail == "against" and len(finding.facts) > 1:
        facts = values_of(finding.facts)
        return f"“{shown}” goes the other way than {facts}", f"it says: {fact.sentence}"
    if finding.detail in ("says", "against"):
        message = f"“{shown}” goes the other way than what {fact.ref} says"
        return message, f"it says: {fact.sentence}"
    if finding.detail == "quote":
        return f"“{shown}” goes the other way than the quote of {fact.ref}", source_of(fact)
    return f"“{shown}” goes the other way than {fact.ref} ({value})", source_of(fact)


def _formula_of(test: LinkedFact) -> str:
    return f"{test.ref} is {' '.join((test.record.formula or '').split())}"


@rule("finding")
def proportion_mismatch(finding: Finding) -> Iterator[Problem]:
    """A proportion in words is not what a cited share or ratio says.

    "Most" and "majority" are over 50%, "half" is 50%, "a third" 33⅓%, "doubled" 2 times; in a
    negated clause the opposite must hold.

    Bad:  Most members got arms: 41 of 192 [@ties:arms; @un:others].
    Good: Most members got no arms: 151 of 192 [@ties:none; @un:others].
    """
    known = values_of(finding.facts)
    message = f"“{finding.shown}” is not backed by a share"
    if known:
        message = f"“{finding.shown}” does not agree with {known}"
    yield at(
        finding.place,
        message,
        "cite a fact whose value is that share (%) or ratio, or use another word",
    )


@rule("finding")
def unsupported_date(finding: Finding) -> Iterator[Problem]:
    """A date is not the `when` of the fact beside it.

    A year, month or day belongs to the figure in its clause, to the claim, or is a cited source's
    date of publication.

    Bad:  In 2018 it was 31 states [@sipri:buyers.2019].
    Good: In 2019 it was 31 states [@sipri:buyers.2019].
    """
    known = [
        f"{fact.ref} is about {', '.join(map(str, fact.periods))}"
        for fact in finding.facts
        if fact.periods
    ]
    message = f"date {finding.shown} is not backed by a fact beside it"
    if finding.detail == "order":
        message = f"date {finding.shown} stands in another order than the dates of its fact"
    if known:
        message += f" ({'; '.join(known[:4])})"
    yield at(
        finding.place,
        message,
        "write the date of the fact, in the clause of its figure; or give the fact this `when`",
    )
