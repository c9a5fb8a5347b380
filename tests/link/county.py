"""The healthy publication under `tests/base`, to bind texts with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from build_scripts.link.binding.binding import Binder
from build_scripts.link.facts import Facts
from build_scripts.link.publication import Publication
from build_scripts.model.bindings import BoundText, Finding
from build_scripts.model.dates import Period
from build_scripts.model.linked import LinkedFact
from build_scripts.model.refs import FactRef
from build_scripts.model.text import Text
from build_scripts.read.library import Library
from tests.check.casework import BASE


@cache
def publication() -> Publication:
    """The publication, read once."""
    return Publication(Library(BASE))


def facts() -> Facts:
    """Its facts."""
    return publication().facts


def fact(ref: str) -> LinkedFact:
    """One of its facts."""
    return facts().get(FactRef.parse(ref))


def bind(
    *texts: str, spoken: Sequence[str] = (), dates: Sequence[str] = (), exempt: Sequence[str] = ()
) -> list[BoundText]:
    """Bind texts one after the other, as the texts of one record."""
    binder = Binder(
        facts(),
        tuple(spoken),
        tuple(Period.parse(date) for date in dates),
        tuple(Text(words) for words in exempt),
    )
    return [binder.bind(str(number), Text(text)) for number, text in enumerate(texts)]


def wrong(*texts: str, **given: Sequence[str]) -> str:
    """What is wrong with texts: `rule “words”`, separated by semicolons."""
    findings = [finding for text in bind(*texts, **given) for finding in text.findings]
    return "; ".join(f"{one.kind} “{one.shown}”" for one in sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[int, int]:
    return finding.place.line, finding.place.column


def borne(*texts: str, **given: Sequence[str]) -> list[tuple[str, str, str]]:
    """What is bound: the words, why they are backed, and the fact that bears them."""
    return [
        (
            text.prose.blocks[bound.block].text[bound.start : bound.end],
            str(bound.role),
            str(bound.ref),
        )
        for text in bind(*texts, **given)
        for bound in sorted(text.bounds, key=lambda bound: (bound.block, bound.start))
    ]
