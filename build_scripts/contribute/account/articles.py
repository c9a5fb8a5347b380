"""What has changed for the readers of articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_scripts.contribute.account.changed import (
    Change,
    Changed,
    State,
    field_changes,
    paragraphs,
)
from build_scripts.contribute.account.differences import Difference, additions, differences
from build_scripts.contribute.account.published import View, resting, view
from build_scripts.contribute.account.revisions import Revisions
from build_scripts.link.articles import LinkedArticle
from build_scripts.link.publication import Publication
from build_scripts.model.records import Article, Correction, Front
from build_scripts.write.plain import plain_text

_TEXTS = ("title", "summary", "gets_right", "why_checked")
_CLAIM = ("paraphrase", "venue", "language")
"""The fields of a claim that `published.view` does not hold."""
_LISTS = ("topics", "authors", "reviewed_by", "related", "review_by")
_OTHERS = ("untested", "reply", "unchecked")


def article_changes(both: Revisions) -> Iterator[Changed]:
    """Every article that a reader finds changed, first those that were there before."""
    unchanged = both.unchanged()
    known: set[str] = set()
    for slug, path in both.before.library.paths["claims"].items():
        successor = both.successor(slug)
        was = _published(both.before, slug)
        now = _published(both.now, successor) if successor else None
        if was is not None and now is not None:
            known.add(successor or "")
        if slug in unchanged or was is None:
            continue
        if now is None:
            title = str(was.front.title)
            notes = () if successor not in both.now.articles else ("it is a draft now",)
            yield Changed("articles", path, title, "no longer published", notes)
            continue
        found = _compared(both, slug, successor or "")
        if found is not None:
            yield found
    for slug, path in both.now.library.paths["claims"].items():
        article = _published(both.now, slug)
        if article is not None and slug not in known:
            unread = (
                slug in both.before.library.paths["claims"] and slug not in both.before.articles
            )
            yield _unread(path, article) if unread else _new(both.now, slug, path, article)


def _published(publication: Publication, slug: str) -> Article | None:
    article = publication.articles.get(slug)
    return article if article is not None and not article.front.draft else None


def _unread(path: str, article: Article) -> Changed:
    note = "what it said before cannot be read"
    return Changed("articles", path, str(article.front.title), "changed", (note,))


def _new(publication: Publication, slug: str, path: str, article: Article) -> Changed:
    seen = view(publication, slug)
    changes = (
        Change("verdict", "", str(article.front.verdict), article.front.verdict.place()),
        Change("claim", "", seen.fields["claim"].value, seen.fields["claim"].place),
        Change("speaker", "", seen.fields["speaker"].value, seen.fields["speaker"].place),
    )
    items = sum(len(sentence.items) for sentence in seen.sentences)
    sources = _sources(publication, slug)
    notes = (
        f"figures and quotations in it: {items}",
        f"it rests on {', '.join(sources)}" if sources else "it rests on no evidence",
    )
    return Changed("articles", path, str(article.front.title), "new", notes, changes)


def _compared(both: Revisions, slug: str, successor: str) -> Changed | None:
    was, now = view(both.before, slug), view(both.now, successor)
    old, new = both.before.articles[slug], both.now.articles[successor]
    entries = [[_said(entry) for entry in one.front.corrections] for one in (old, new)]
    fresh = [entry for entry in entries[1] if entry not in entries[0]]
    gone = [entry for entry in entries[0] if entry not in entries[1]]
    told = list(differences(was, now, both.renamed))
    linked = both.before.article(slug), both.now.article(successor)
    changes = [*_told(told), *_added(was, now, told), *_texts(*linked)]
    changes += field_changes(old.front.claim, new.front.claim, _CLAIM, prefix="claim, ")
    changes += _moved(old.front, new.front, both.renamed)
    changes += field_changes(old.front, new.front, _LISTS)
    if old.front.withdrawn is not None and new.front.withdrawn is not None:
        changes += field_changes(old.front, new.front, ("withdrawn",))
    others = [change.what for change in field_changes(old.front, new.front, _OTHERS)]
    notes = [
        *_evidence(both, slug, successor),
        *_charts(was, now),
        f"other words: {', '.join(others)}" if others else "",
        paragraphs(str(old.body), str(new.body)),
        *(f"correction added: {entry}" for entry in fresh),
        *(f"correction gone: {entry}" for entry in gone),
    ]
    if told and not fresh and was.front.withdrawn is None and now.front.withdrawn is None:
        notes.append("no correction was added")
    state, about = _state(was, now, slug, successor)
    notes = [note for note in (about, *notes) if note]
    if state == "changed" and not changes and not notes:
        return None
    path = both.now.library.paths["claims"][successor]
    title = str(new.front.title)
    return Changed("articles", path, title, state, tuple(notes), tuple(changes))


def _state(was: View, now: View, slug: str, successor: str) -> tuple[State, str]:
    """What became of an article, and a sentence about it."""
    if now.front.withdrawn is not None and was.front.withdrawn is None:
        withdrawn = now.front.withdrawn
        why = " ".join(str(withdrawn.why).split())
        return "withdrawn", f"withdrawn on {withdrawn.date.period}: {why}"
    if slug != successor:
        return "renamed", f"it was called {slug}, which leads here"
    if was.front.withdrawn is not None and now.front.withdrawn is None:
        return "stands again", "it was withdrawn and stands again"
    return "changed", ""


def _told(told: Iterable[Difference]) -> Iterator[Change]:
    for one in told:
        if not _is_chart(one):
            yield Change(one.name.rstrip(":") or _sort(one), one.was, one.now, one.place)


def _added(was: View, now: View, told: Iterable[Difference]) -> Iterator[Change]:
    """Figures and quotations that are new, and do not stand where another one stood."""
    known = {difference.place for difference in told}
    for one in additions(was, now):
        if one.place not in known:
            yield Change(_sort(one), "", one.now, one.place)


def _texts(was: LinkedArticle, now: LinkedArticle) -> Iterator[Change]:
    """The short texts of an article, as readers see them: without citations."""
    for name in _TEXTS:
        old, new = plain_text(was.text(name)), plain_text(now.text(name))
        if old != new:
            place = getattr(now.front, name).place()
            yield Change(
                name.replace("_", " "), " ".join(old.split()), " ".join(new.split()), place
            )


def _moved(was: Front, now: Front, renamed: Mapping[str, str]) -> Iterator[Change]:
    """Where the claim stands, and what each reading means by the fact that tests it.

    `renamed` are the present ids of evidence by former ones: another id is no change.
    """

    def present(ref: str) -> str:
        home, colon, fact = ref.partition(":")
        return f"{renamed.get(home, home)}{colon}{fact}"

    source = present(str(was.claim.said_in))
    if source != str(now.claim.said_in):
        place = now.claim.said_in.place()
        yield Change("claim, said in", str(was.claim.said_in), str(now.claim.said_in), place)
    meant = {present(str(one.holds_if)): " ".join(one.means.split()) for one in was.readings}
    for reading in now.readings:
        ref, means = str(reading.holds_if), " ".join(reading.means.split())
        if meant.get(ref) != means:
            yield Change(f"reading {ref}", meant.get(ref, ""), means, reading.means.place())


def _is_chart(one: Difference) -> bool:
    """Whether a whole chart or table is gone, which is told in a sentence."""
    return not one.name and one.was.startswith(("chart ", "table "))


def _sort(one: Difference) -> str:
    return "quotation" if (one.now or one.was).startswith("“") else "figure"


def _sources(publication: Publication, slug: str) -> list[str]:
    """The ids of the evidence that an article rests on."""
    article = publication.article(slug)
    found = [str(article.front.claim.said_in)]
    found += [fact.ref.evidence for fact in resting(publication, article)]
    return list(dict.fromkeys(found))


def _evidence(both: Revisions, slug: str, successor: str) -> Iterator[str]:
    was = [both.renamed.get(key, key) for key in _sources(both.before, slug)]
    now = _sources(both.now, successor)
    yield from _came_and_went("evidence", was, now)


def _charts(was: View, now: View) -> Iterator[str]:
    yield from _came_and_went("", was.charts, now.charts)


def _came_and_went(
    sort: str, was: Mapping[str, object] | list[str], now: Mapping[str, object] | list[str]
) -> Iterator[str]:
    word = f"{sort} " if sort else ""
    fresh = [name for name in now if name not in was]
    gone = [name for name in was if name not in now]
    if fresh:
        yield f"{word}newly shown: {', '.join(fresh)}"
    if gone:
        yield f"{word}no longer shown: {', '.join(gone)}"


def _said(entry: Correction) -> str:
    words = [" ".join(str(text).split()) for text in (entry.what, entry.was, entry.now, entry.why)]
    what, was, now, why = words
    return f"{entry.date.period}, {entry.kind}: {what}; was “{was}”, is now “{now}”; {why}"
