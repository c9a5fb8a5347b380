"""`check --since REV`: nothing that was published changes, or goes away, without being said.

The content of an earlier revision is read like the present one, and both are compared as readers
see them.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from build_scripts.contribute.account.differences import Difference, differences
from build_scripts.contribute.account.history import NoHistory
from build_scripts.contribute.account.published import View, resting, view
from build_scripts.contribute.account.revisions import Revisions, revisions
from build_scripts.link.publication import Publication
from build_scripts.model.records import Article, Correction, Front
from build_scripts.problems import Place, Problem, Severity

__all__ = ["NoHistory", "changes_since"]

_ALIKE = 0.6
_ENTRY = (
    "add an entry under `corrections:` with date, kind, what, was, now and why; "
    "or put back what stood there"
)


def changes_since(publication: Publication, revision: str) -> list[Problem]:
    """What differs from the last common commit with `revision` and is not said; by place.

    Raises NoHistory when there is nothing to compare with.
    """
    with revisions(publication, revision) as both:
        comparison = Comparison(both.before, both.now, both.commit)
        return sorted(set(comparison.problems()))


class Comparison(Revisions):
    """Two revisions, held against each other."""

    def problems(self) -> Iterator[Problem]:
        """Everything that changed silently."""
        unchanged = self.unchanged()
        for slug, path in self.before.library.paths["claims"].items():
            if slug not in unchanged:
                yield from self._article(slug, path)
        yield from self._evidence()

    def _article(self, slug: str, path: str) -> Iterator[Problem]:
        was = self.before.articles.get(slug)
        if was is None:
            message = f"the article at {self.commit} cannot be read, so changes to it were not seen"
            advice = "look at what changed since then yourself"
            yield Problem(Place(path), "uncompared-article", message, advice, Severity.NOTICE)
            return
        if was.front.draft:
            return
        successor = self.successor(slug)
        if successor is None:
            yield self._gone(slug, path, was)
            return
        article = self.now.articles.get(successor)
        if article is None:
            return  # what is wrong with it is reported where it is read
        yield from self._addresses(was, article)
        if article.front.draft:
            yield Problem(
                article.front.title.place(),
                "deleted-article",
                f"{slug} was published at {self.commit} and is a draft now",
                "publish it again, or withdraw it: withdrawn: {date: …, why: …}",
            )
            return
        yield from self._entries(was.front, article.front)
        if article.front.withdrawn is None:
            yield from self._silent(slug, successor)

    def _gone(self, slug: str, path: str, was: Article) -> Problem:
        like = self._alike(was)
        if like:
            return Problem(
                self.now.articles[like].front.title.place(),
                "lost-address",
                f"{slug} was published at {self.commit} and seems to be called {like} now",
                f"keep its old address: formerly: [{slug}]",
            )
        return Problem(
            Place(path),
            "deleted-article",
            f"{slug} was published at {self.commit} and is gone",
            "put the file back and withdraw the article: withdrawn: {date: …, why: …}; "
            "if it has a new name, say there: formerly: [" + slug + "]",
        )

    def _alike(self, was: Article) -> str:
        """The article that is new and has the same claim, or nearly the same text."""
        old = self.before.library.paths["claims"]
        for slug, article in self.now.articles.items():
            if slug in old:
                continue
            if article.front.claim.text == was.front.claim.text:
                return slug
            matcher = SequenceMatcher(None, was.body.split(), article.body.split(), autojunk=False)
            if matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE:
                return slug
        return ""

    def _addresses(self, was: Article, article: Article) -> Iterator[Problem]:
        for slug in was.front.formerly:
            if slug not in article.front.formerly and self.successor(str(slug)) is None:
                yield Problem(
                    article.front.title.place(),
                    "lost-address",
                    f"{slug} was an address of this article at {self.commit} and leads nowhere now",
                    f"put it back: formerly: [{slug}]",
                )

    # Changes to an article that stays published.

    def _silent(self, slug: str, successor: str) -> Iterator[Problem]:
        was, now = view(self.before, slug), view(self.now, successor)
        yield from self._withdrawn_before(was, now)
        fresh = [entry for entry in now.front.corrections if not _among(entry, was.front)]
        for difference in differences(was, now, self.renamed):
            said = difference.since(self.commit)
            if not fresh:
                yield _silent_change(difference.place, f"{said}, and no new correction says so")
            elif difference.name == "verdict" and all(entry.kind != "major" for entry in fresh):
                why = "no new correction is of the kind major"
                yield _silent_change(difference.place, f"{said}, and {why}")
            elif not any(_names(entry, difference) for entry in fresh):
                yield Problem(
                    difference.place,
                    "unnamed-change",
                    f"{said}, and the new correction does not name it",
                    "name the former words under `was`, so that readers see what changed",
                    Severity.NOTICE,
                )

    def _entries(self, was: Front, now: Front) -> Iterator[Problem]:
        """Entries of the log that are gone; also those of an article that was withdrawn."""
        for entry in was.corrections:
            if not _among(entry, now):
                yield Problem(
                    now.title.place(),
                    "silent-change",
                    f"the correction of {entry.date.period} that stood here at {self.commit} "
                    "is gone or was changed",
                    "entries stay as they are; put it back, and add another one if it was wrong",
                )

    def _withdrawn_before(self, was: View, now: View) -> Iterator[Problem]:
        if (
            was.front.withdrawn is not None
            and not now.front.corrections[len(was.front.corrections) :]
        ):
            message = f"the article was withdrawn at {self.commit} and stands again"
            yield _silent_change(now.place, f"{message}, and no new correction says so")

    # Evidence.

    def _evidence(self) -> Iterator[Problem]:
        paths = self.before.library.paths["evidence"]
        gone = [key for key in paths if key not in self.now.library.paths["evidence"]]
        used = self._used() if gone else {}
        for key in gone:
            if key in self.renamed:
                continue
            if key in used:
                yield Problem(
                    Place(paths[key]),
                    "deleted-evidence",
                    f"{key} bore the article {used[key]} at {self.commit} and is gone",
                    "put the file back and withdraw it: withdrawn: {date: …, why: …}; "
                    "if it has a new name, say there: formerly: [" + key + "]",
                )

        yield from self._former_ids()

    def _former_ids(self) -> Iterator[Problem]:
        known = self.now.library.paths["evidence"]
        for key, was in self.before.evidence.items():
            now = self.now.evidence.get(self.renamed.get(key, key))
            for name in was.formerly:
                if now is not None and name not in self.renamed and name not in known:
                    yield Problem(
                        now.title.place(),
                        "lost-address",
                        f"{name} was an address of this evidence at {self.commit} and leads "
                        "nowhere now",
                        f"put it back: formerly: [{name}]",
                    )

    def _used(self) -> dict[str, str]:
        """The evidence that published articles rested on, each with the first such article."""
        found: dict[str, str] = {}
        for slug, article in self.before.articles.items():
            if article.front.draft:
                continue
            found.setdefault(str(article.front.claim.said_in), slug)
            for fact in resting(self.before, self.before.article(slug)):
                for ref in (fact.ref, *fact.sources):
                    found.setdefault(ref.evidence, slug)
        return found


def _silent_change(place: Place, message: str) -> Problem:
    return Problem(place, "silent-change", message, _ENTRY)


def _among(entry: Correction, other: Front) -> bool:
    return any(_said(entry) == _said(known) for known in other.corrections)


def _said(entry: Correction) -> tuple[str, ...]:
    words = (entry.kind, entry.what, entry.was, entry.now, entry.why)
    return (str(entry.date.period), *(" ".join(text.split()) for text in words))


def _names(entry: Correction, difference: Difference) -> bool:
    """Whether an entry holds the former words of a change, or the present ones."""
    said = " ".join(" ".join((entry.what, entry.was, entry.now)).split()).casefold()
    return any(
        words.strip("“”").casefold() in said for words in (difference.was, difference.now) if words
    )
