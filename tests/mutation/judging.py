"""Which changes are no mistakes to catch: those that stay true, and those nobody could contradict.

Judged by plain arithmetic, apart from the rules under test.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from build_scripts.link.binding.dates import dated
from build_scripts.model.dates import Period
from build_scripts.model.figures import Figure, Hedge, Kind
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import BARE, IN_PERCENT
from build_scripts.model.refs import FactRef
from build_scripts.read.notation.figures import read_figures
from tests.mutation.engine import Laboratory, Mutant
from tests.mutation.sites import Site


def stays_true(laboratory: Laboratory, mutant: Mutant) -> bool:
    """Whether the changed words say something true of the value they stand for.

    "About 52%" and "52%" are both true of 52.08%: the figure before and the figure after must be
    true of the same computed fact, one that the file rests on. Facts without a figure may be cited
    in any order, and so may two that bear the same figure.
    """
    if mutant.operator == "swap two citations":
        first, second = (_quantity(laboratory, words) for words in _ends(mutant.old))
        return first is None or second is None or first == second
    if mutant.operator not in ("change a hedge", "drop a digit"):
        return False
    text = str(mutant.site.text)
    changed = text[: mutant.offset] + mutant.new + text[mutant.offset + len(mutant.old) :]
    was = _figure_at(laboratory, text, mutant.offset + len(mutant.old))
    now = _figure_at(laboratory, changed, mutant.offset + len(mutant.new))
    if was is None or now is None:
        return False
    return any(
        _is_true(was, fact) and _is_true(now, fact) for fact in _reached(laboratory, mutant.site)
    )


def _figure_at(laboratory: Laboratory, text: str, end: int) -> Figure | None:
    """The figure that stands at an offset, or begins there."""
    figures = read_figures(text, laboratory.publication.lexicon)
    return next((f for f in figures if f.start <= end < f.end or f.start == end), None)


def _reached(laboratory: Laboratory, site: Site) -> Iterator[LinkedFact]:
    """The computed facts that a site's file names, and those that they rest on."""
    facts = laboratory.publication.facts
    source = laboratory.publication.library.bytes_of(site.path).decode()
    for fact in list(facts.linked()):
        named = str(fact.ref) in source or fact.ref.evidence == site.unit[1]
        for one in (fact, *facts.inputs_of(fact.ref)) if named else ():
            if one.computed and one.quantity is not None:
                yield one


def is_first_hand(laboratory: Laboratory, mutant: Mutant) -> bool:
    """Whether no second record could contradict the change.

    So it is with the words of a quote that carry no value, and with what a date under `when` has
    beyond the dates of its fact's sentence. Such entries are true or false at their source alone.
    """
    site = mutant.site
    facts = [
        fact
        for fact in laboratory.publication.facts.linked()
        if fact.ref.evidence == site.unit[1] and fact.ref.row == ""
    ]
    if site.kind == "quote":
        figures = read_figures(site.text, laboratory.publication.lexicon)
        figure = next((f for f in figures if f.start <= mutant.offset < f.end), None)
        return figure is None or not any(_same_value(figure, fact) for fact in facts)
    if site.kind != "when":
        return False
    owner = next((f for f in facts if any(w.text is site.text for w in f.record.when)), None)
    said = read_figures(owner.sentence, laboratory.publication.lexicon) if owner else ()
    old = str(site.text)
    new = old[: mutant.offset] + mutant.new + old[mutant.offset + len(mutant.old) :]
    return not any(
        figure.period is not None and _tells(figure.period, old, new)
        for figure in said
        if figure.kind is Kind.DATE
    )


def _tells(stated: Period, old: str, new: str) -> bool:
    """Whether a stated date fits a period before it was changed, and not after."""
    try:
        changed = Period.parse(new)
    except ValueError:
        return False
    return dated(stated, [Period.parse(old)]) and not dated(stated, [changed])


def _ends(old: str) -> tuple[str, str]:
    cited = [word.strip(" ;\n") for word in old.split(";")]
    return cited[0].lstrip("@"), cited[-1].lstrip("@")


def _quantity(laboratory: Laboratory, ref: str) -> object:
    fact = laboratory.publication.facts.find(FactRef.parse(ref))
    return fact.quantity if fact is not None else None


def _same_value(figure: Figure, fact: LinkedFact) -> bool:
    """Whether a figure has the number of a fact's stated value."""
    return fact.stated is not None and bool(set(figure.ends) & set(fact.stated.ends))


def _is_true(figure: Figure, fact: LinkedFact) -> bool:
    """Whether a figure is true of a computed value, by arithmetic alone.

    Of a range each end counts, and a single number stands for the end that it is near.
    """
    quantity = fact.quantity
    if quantity is None or figure.quantity is None:
        return False
    low, high = quantity.interval.low.value, quantity.interval.high.value
    if low is None or high is None:
        return False
    values = (low,) if quantity.interval.is_point else (low, high)
    if len(figure.ends) == 1 and len(values) == 2:
        values = (min(values, key=lambda value: abs(value - figure.ends[0])),)
    if len(values) != len(figure.ends):
        return False
    factor = 100 if figure.quantity.unit == IN_PERCENT and quantity.unit == BARE else 1
    if factor == 1 and figure.quantity.unit != quantity.unit:
        return False
    return all(
        _is_near(figure, shown, abs(value) * factor)
        for shown, value in zip(figure.ends, values, strict=True)
    )


def _is_near(figure: Figure, shown: Fraction, value: Fraction) -> bool:
    if figure.hedge is Hedge.EXACT:
        return abs(shown - value) <= figure.digits / 2 and shown / figure.digits >= 10
    near = abs(shown - value) <= value / 20 and shown != value
    return near and {Hedge.NEARLY: value < shown, Hedge.OVER: value > shown}.get(
        figure.hedge, figure.hedge is Hedge.ABOUT
    )
