"""What an article rests on, in the line that the build writes under "How we know"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from build_scripts.link.articles import LinkedArticle
from build_scripts.model.bindings import Role
from build_scripts.model.records import Seen
from build_scripts.model.refs import FactRef
from build_scripts.write.site import Site

_STANDINGS = (
    ("primary", "on primary sources"),
    ("secondary", "on secondary sources"),
    ("calculation", "on calculations of ours"),
)


def usual_seen(documents: Iterable[Seen | None]) -> str:
    """How and when most of these documents were seen, if that is worth saying once for all.

    That is where it holds for two of them or more, and for more than half. "" where it does not.
    """
    found = [seen for seen in documents if seen is not None]
    counts = Counter(seen_words(seen) for seen in found if not seen.note)
    words, most = max(counts.items(), key=lambda pair: pair[1], default=("", 0))
    return words if most > 1 and 2 * most > len(found) else ""


def seen_words(seen: Seen) -> str:
    """How and when a document was seen."""
    return f"seen as a {seen.how} on {seen.when.period}"


def account(site: Site, linked: LinkedArticle, usual: str) -> str:
    """How many figures an article has, and what they rest on.

    `usual` is how most of its sources were seen, or "": the sources themselves then leave it out.
    """
    counts: Counter[str] = Counter()
    evidence: dict[str, None] = {}
    for text in linked.texts:
        for bound in text.bounds:
            if bound.ref is None or not bound.ref.evidence:
                continue
            evidence.setdefault(bound.ref.evidence)
            if bound.role in (Role.FACT, Role.REPEAT):
                counts[_standing(site, bound.ref)] += 1
    total = sum(counts.values())
    if not total:
        return " ".join(["This article states no figures.", *_usual(usual)])
    parts = [f"{counts[name]} {words}" for name, words in _STANDINGS if counts[name]]
    last = ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]
    noun = "figure" if total == 1 else "figures"
    said = [f"{total} {noun} in this article: {last}."]
    return " ".join([*said, *(_usual(usual) or _last_seen(site, evidence))])


def _usual(usual: str) -> list[str]:
    return [f"Unless its line says otherwise, a source was {usual}."] if usual else []


def _last_seen(site: Site, evidence: Iterable[str]) -> list[str]:
    records = [record for name in evidence if (record := site.publication.evidence.get(name))]
    seen = max((one.seen.when.period.start for one in records if one.seen), default=None)
    return [f"Its sources were last seen on {seen}."] if seen else []


def _standing(site: Site, ref: FactRef) -> str:
    fact = site.publication.facts.find(ref)
    if fact is None or fact.computed or fact.evidence.kind == "calculation":
        return "calculation"
    return str(fact.evidence.tier)
