"""What has changed in evidence, charts, speakers, topics and pages written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from build_scripts.check.wording import value_of
from build_scripts.contribute.account.changed import (
    Change,
    Changed,
    State,
    field_changes,
    paragraphs,
    words,
)
from build_scripts.contribute.account.revisions import Revisions
from build_scripts.link.publication import Publication
from build_scripts.model.records import Evidence, Fact
from build_scripts.model.refs import FactRef
from build_scripts.write.uses import Uses

SORTS = ("evidence", "charts", "speakers", "topics", "pages")


def record_changes(both: Revisions) -> Iterator[Changed]:
    """Every record but articles that came, went, or says something else now."""
    uses = Uses(both.now)
    for sort in SORTS:
        was, now = _shelf(both.before, sort), _shelf(both.now, sort)
        formerly = both.renamed if sort == "evidence" else {}
        known = {formerly.get(key, key): key for key in was}
        for key in dict.fromkeys((*known, *now)):
            keys = known.get(key, key), key
            found = _record(both, sort, keys, was.get(keys[0]), now.get(key))
            if found is None:
                continue
            state, changes = found
            if key in now:
                path, title = both.now.library.paths[sort][key], _title(now[key])
                notes = (*_renamed(keys), *_shown_in(uses, sort, key))
            else:
                path, title = both.before.library.paths[sort][keys[0]], _title(was[keys[0]])
                notes = ()
            yield Changed(sort, path, title, state, notes, changes)


def _renamed(keys: tuple[str, str]) -> Iterator[str]:
    if keys[0] != keys[1]:
        yield f"it was called {keys[0]}, which leads here"


def _shelf(publication: Publication, sort: str) -> Mapping[str, Any]:
    shelves: Mapping[str, Mapping[str, Any]] = {
        "evidence": publication.evidence,
        "charts": publication.charts,
        "speakers": publication.speakers,
        "topics": publication.topics,
        "pages": publication.pages,
    }
    return shelves[sort]


def _title(record: Any) -> str:
    return words(getattr(record, "title", None) or getattr(record, "name", ""))


def _record(
    both: Revisions, sort: str, keys: tuple[str, str], was: Any, now: Any
) -> tuple[State, tuple[Change, ...]] | None:
    if was is None:
        # where the former one could not be read, nobody knows what is new in it
        return ("changed" if keys[0] in both.before.library.paths[sort] else "new"), ()
    if now is None:
        gone = keys[1] not in both.now.library.paths[sort]
        return ("no longer published", ()) if gone else None
    if sort == "evidence":
        changes = tuple(_evidence(both, keys, was, now))
        if now.withdrawn is not None and was.withdrawn is None:
            return "withdrawn", changes
        if keys[0] != keys[1]:
            return "renamed", changes
    elif sort == "pages":
        changed = paragraphs(str(was.body), str(now.body))
        fields = field_changes(was, now, ("title", "description"))
        changes = (*fields, *((Change(changed, "", ""),) if changed else ()))
    else:
        changes = tuple(field_changes(was, now))
    return ("changed", changes) if changes else None


def _evidence(
    both: Revisions, keys: tuple[str, str], was: Evidence, now: Evidence
) -> Iterator[Change]:
    fields = [name for name in Evidence.model_fields if name not in ("facts", "formerly")]
    yield from field_changes(was, now, fields)
    for name in dict.fromkeys((*was.facts, *now.facts)):
        old, new = was.facts.get(name), now.facts.get(name)
        if new is None:
            yield Change(f"fact {name}", _fact(both.before, keys[0], name), "")
        elif old is None:
            yield Change(f"fact {name}", "", _fact(both.now, keys[1], name), _place(new))
        else:
            yield from _fact_changes(both, keys, name, old, new)


def _fact_changes(
    both: Revisions, keys: tuple[str, str], name: str, old: Fact, new: Fact
) -> Iterator[Change]:
    yield from field_changes(old, new, prefix=f"fact {name}, ")
    if new.formula is not None:
        was, now = _value(both.before, keys[0], name), _value(both.now, keys[1], name)
        if was != now:
            yield Change(f"fact {name}, outcome", was, now, _place(new))
    if new.table is not None and old.table is not None and new.sha256 == old.sha256:
        files = (f"content/evidence/{old.table}", f"content/evidence/{new.table}")
        if both.before.library.digest(files[0]) != both.now.library.digest(files[1]):
            yield Change(f"fact {name}, rows of {new.table}", "", "", _place(new))


def _fact(publication: Publication, key: str, name: str) -> str:
    """A fact as one sentence: what it says or asks, and its value."""
    record = publication.evidence[key].facts[name]  # type: ignore[index]
    value = _value(publication, key, name)
    return f"{words(record.says or record.asks)}{f' ({value})' if value else ''}"


def _value(publication: Publication, key: str, name: str) -> str:
    fact = publication.facts.find(FactRef(key, name))
    if fact is None or (fact.quantity is None and not fact.is_test):
        return ""
    return value_of(fact)


def _place(fact: Fact) -> Any:
    text = fact.says or fact.asks
    return text.place() if text is not None else None


def _shown_in(uses: Uses, sort: str, key: str) -> Iterator[str]:
    """The published articles in which a reader meets the record."""
    shelves = {
        "evidence": uses.of_evidence,
        "charts": uses.chart_articles,
        "speakers": uses.of_speaker,
        "topics": uses.of_topic,
    }
    if sort in shelves:
        slugs = shelves[sort].get(key, [])
        yield f"used in {', '.join(slugs)}" if slugs else "used in no published article"
