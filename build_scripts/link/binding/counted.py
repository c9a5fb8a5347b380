"""What a figure counts, where its noun is not in content/words.yml.

The reader of figures knows a noun only from there, so that "12 tunnels" is read as a mere 12 and
agrees with a fact of 12 bridges. A plural beside the figure is taken for the noun, unless the
sentence names what the fact counts, or the fact's own words have that plural.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_scripts.link.binding.clauses import sentences, span_at
from build_scripts.link.binding.quotations import words_of
from build_scripts.model.bindings import Finding
from build_scripts.model.figures import Figure
from build_scripts.model.linked import LinkedFact
from build_scripts.model.quantity import BARE
from build_scripts.model.text import Text
from build_scripts.read.notation.words import STOPS, TIME, Lexicon

_NOUN = re.compile(
    r" (?:(?:additional|big|different|further|large|major|minor|more|new|old|other|separate|small"
    r"|such) )?([a-z]{2,}[a-hj-rtv-z]s)\b(?!-)"
)
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile("(?:ies|es|s|e|y)$")
_NO_NOUNS = frozenset(
    """
    always besides cases comes others overseas perhaps places points sometimes thus times towards
    ways adds amounts applies becomes begins belongs contains corresponds covers depends differs
    ends equals exceeds falls fits follows gives goes grows has holds implies includes is keeps
    lacks leads leaves lies looks makes marks matters means needs passes precedes proves reaches
    refers remains represents results rises says seems serves shows speaks stands stays suffices
    suggests tells wants works
""".split()
)
"""Words that end like a plural and count nothing; beside a number they are mostly verbs."""


def other_nouns(
    text: Text, figure: Figure, fact: LinkedFact, start: int, end: int, lexicon: Lexicon
) -> Iterator[Finding]:
    """Yield a finding for a figure that counts something else than its fact, which it equals.

    `start` and `end` are those of the span in which the fact is cited.
    """
    counted = _counted(figure, fact)
    noun = _NOUN.match(text, figure.end) if counted else None
    if noun is None or noun[1] in _NO_NOUNS | STOPS | TIME.keys():
        return
    first, last = span_at(sentences(text), figure.start)
    around = text[min(start, first) : max(end, last)]
    if not _named(counted, [around], lexicon) and not _said(noun[1], fact):
        place = text.place(figure.start, noun.end())
        yield Finding("figure-mismatch", place, text[figure.start : noun.end()], (fact,), "noun")


def unnamed(figure: Figure, fact: LinkedFact, lexicon: Lexicon) -> str:
    """What a fact counts, where its figure has no noun and none of its own words names it: else "".

    Then the noun of the value is wrong, and no figure that counts right would agree with it.
    """
    counted = _counted(figure, fact)
    words = (str(fact.sentence), *words_of(fact.quote))
    a_noun = counted[:1].isalpha()  # "half" is 50% without a word for it
    return counted if a_noun and not _named(counted, words, lexicon) else ""


def _named(counted: str, texts: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether texts have one of the words for what is counted."""
    names = {counted, *(word for word, unit in lexicon.nouns.items() if unit == counted)}
    meant = {_singular(name.lower().split()[-1]) for name in names}
    return any(not meant.isdisjoint(map(_singular, _WORD.findall(text.lower()))) for text in texts)


def _counted(figure: Figure, fact: LinkedFact) -> str:
    """What the fact counts where the figure, which equals it, has no noun; else ""."""
    if figure.quantity is None or fact.quantity is None:
        return ""
    over = fact.quantity.unit.over
    return over[0] if over and figure.quantity.unit == BARE else ""


def _said(noun: str, fact: LinkedFact) -> bool:
    """Whether the fact's sentence or quote speaks of such things too."""
    texts = (str(fact.sentence), *words_of(fact.quote))
    return any(
        _singular(noun) == _singular(word) for text in texts for word in _WORD.findall(text.lower())
    )


def _singular(word: str) -> str:
    """A word without the ending of its plural; only good to compare two words."""
    return _ENDING.sub("", word)
