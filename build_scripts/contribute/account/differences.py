"""What a reader sees differently in two views of one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from build_scripts.contribute.account.published import Item, Named, Sentence, View
from build_scripts.problems import Place

_ALIKE = 0.5
_LONGEST = 60
_SHORT = 4


@dataclass(frozen=True)
class Difference:
    """Something that was published and reads otherwise now; `now` is empty where it is gone.

    `was` is empty where it is new, and `name` where it stands in prose.
    """

    name: str
    was: str
    now: str
    place: Place

    def since(self, commit: str) -> str:
        """The difference in words; `commit` is the earlier revision."""
        what = f"{self.name} " if self.name else ""
        if not self.now:
            return f"{what}{_short(self.was)} stood here at {commit} and is gone"
        return f"{what}{_short(self.now)} was {_short(self.was)} at {commit}"


def _short(words: str) -> str:
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    return shown if shown.startswith("“") else f"“{shown}”"


def differences(
    was: View, now: View, renamed: Mapping[str, str] | None = None
) -> Iterator[Difference]:
    """Everything that a reader sees differently, in the order of the article's parts.

    `renamed` are the present ids of evidence by former ones: another id is no difference.
    """
    was = _renamed(was, renamed or {})
    yield from _named(was.fields, now.fields, now.place)
    yield from _named(was.readings, now.readings, now.place)
    prose = list(_prose(was.sentences, now.sentences, now.place))
    yield from prose
    told = {difference.place for difference in prose}
    for difference in _sources(was.facts, now.facts, "fact"):
        if difference.place not in told:  # its figure stands there, and is reported
            yield difference
    yield from _sources(was.quotes, now.quotes, "quote of")
    for name, rows in was.charts.items():
        yield from _rows(name, rows, now.charts.get(name), now.place)


def additions(was: View, now: View) -> Iterator[Difference]:
    """The figures and quotations that the former view says nowhere, in reading order."""
    known = [item for sentence in was.sentences for item in sentence.items]
    for sentence in now.sentences:
        for item in sentence.items:
            if not any(item.same(other) for other in known):
                known.append(item)
                yield Difference("", "", item.shown, item.place)


def _renamed(view: View, ids: Mapping[str, str]) -> View:
    """The same view, with every fact under the id that its evidence has now."""

    def present(name: str) -> str:
        sort, space, fact = name.rpartition(" ")
        home, colon, rest = fact.partition(":")
        return f"{sort}{space}{ids.get(home, home)}{colon}{rest}" if colon else name

    def moved(shelf: Mapping[str, Named]) -> dict[str, Named]:
        return {present(key): replace(one, name=present(one.name)) for key, one in shelf.items()}

    if not ids:
        return view
    return replace(
        view,
        readings=moved(view.readings),
        facts=moved(view.facts),
        quotes=moved(view.quotes),
        charts={present(key): rows for key, rows in view.charts.items()},
    )


def _named(was: Mapping[str, Named], now: Mapping[str, Named], here: Place) -> Iterator[Difference]:
    for name, old in was.items():
        new = now.get(name)
        if new is None:
            yield Difference(old.name, old.value, "", here)
        elif new.value != old.value:
            yield Difference(old.name, old.value, new.value, new.place)


def _sources(was: Mapping[str, Named], now: Mapping[str, Named], word: str) -> Iterator[Difference]:
    """Changes in what both revisions rest on; what is no longer cited shows in the prose."""
    for name, old in was.items():
        new = now.get(name)
        if new is not None and new.value != old.value:
            yield Difference(f"{word} {name}", old.value, new.value, new.place)


def _rows(
    name: str, was: Mapping[str, Named], now: Mapping[str, Named] | None, here: Place
) -> Iterator[Difference]:
    if now is None:
        yield Difference("", name, "", here)
        return
    fresh = [row for label, row in now.items() if label not in was]
    for label, old in was.items():
        new = now.get(label)
        if new is None:
            renamed = next((row for row in fresh if row.value == old.value), None)
            if renamed is not None:
                fresh.remove(renamed)
            else:
                place = next((row.place for row in now.values()), here)
                yield Difference(f"{name}, {label}:", old.value, "", place)
        elif new.value != old.value:
            yield Difference(f"{name}, {label}:", old.value, new.value, new.place)


# Prose.


def _prose(was: Sequence[Sentence], now: Sequence[Sentence], here: Place) -> Iterator[Difference]:
    """Figures and quotations of changed sentences.

    Sentences that stand in both, wherever, are left out. The others are paired by likeness; what a
    pair does not share has changed. What a sentence loses without anything in its place is gone
    only where the article says it nowhere else.
    """
    old, new = _without(was, now), _without(now, was)
    said = [item for sentence in now for item in sentence.items]
    for sentence, successor in _paired(old, new):
        lost = _missing(sentence.items, successor.items if successor else ())
        fresh = list(_missing(successor.items, sentence.items)) if successor else []
        for item in lost:
            if fresh:
                other = fresh.pop(0)
                yield Difference("", item.shown, other.shown, other.place)
            elif not any(item.same(known) for known in said):
                yield Difference("", item.shown, "", successor.place if successor else here)


def _without(some: Sequence[Sentence], others: Sequence[Sentence]) -> list[Sentence]:
    known = {sentence.words for sentence in others}
    return [sentence for sentence in some if sentence.words not in known]


def _paired(
    old: Sequence[Sentence], new: Sequence[Sentence]
) -> Iterator[tuple[Sentence, Sentence | None]]:
    """Each old sentence with the new one that is most like it, best first; or with none."""
    scored = []
    for i, one in enumerate(old):
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(one.words.split())
        for j, other in enumerate(new):
            matcher.set_seq1(other.words.split())
            if matcher.quick_ratio() >= _ALIKE and (ratio := matcher.ratio()) >= _ALIKE:
                scored.append((-ratio, i, j))
    found: dict[int, int] = {}
    for _, i, j in sorted(scored):
        if i not in found and j not in found.values():
            found[i] = j
    # a sentence too short to be like anything is held against the next short one
    short = [j for j, other in enumerate(new) if j not in found.values() and _is_short(other)]
    for i, one in enumerate(old):
        if i not in found and _is_short(one) and short:
            found[i] = short.pop(0)
        yield one, new[found[i]] if i in found else None


def _is_short(sentence: Sentence) -> bool:
    return len(sentence.words.split()) <= _SHORT


def _missing(items: Iterable[Item], others: Iterable[Item]) -> Iterator[Item]:
    """The items that have no equal among the others, each equal used once."""
    left = list(others)
    for item in items:
        equal = next((other for other in left if item.same(other)), None)
        if equal is None:
            yield item
        else:
            left.remove(equal)
