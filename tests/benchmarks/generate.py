"""Generates a publication of any size: articles with citations, evidence, calculations, charts.

Every article is different, passes every rule, and has as many bound figures as asked for (thirty
if nothing is said); numbers come from a seeded generator, so that the same size is always the same
publication. All of it is plainly made up and never published.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PER_TOPIC = 200
_WORDS = (
    "harbour river bridge library orchard station garden market museum theatre railway canal "
    "forest valley island school hospital factory stadium archive"
).split()

EVIDENCE = """\
title: Yearbook {n} of the Institute of {word}s
publisher: Institute of {word}s
kind: report
tier: primary
origin: institute-{n}
url: https://institute.example/yearbook/{n}
no_archive: generated
published: 2024-05-01
seen: {{how: stored copy, when: 2024-06-01}}
language: en
interest: none known
quotes:
{quotes}
facts:
{facts}
"""
CALCULATION = """\
title: Sums over yearbook {n}
kind: calculation
facts:
  total:
    says: Together the first years come to {total:,} states.
    formula: {formula}
  share:
    says: The first year is {share} of the sum.
    formula: yearbook-{n}:y0 / sums-{n}:total
  is-most:
    asks: Is the first year more than half of the sum?
    formula: yearbook-{n}:y0 > sums-{n}:total / 2
"""
ARTICLE = """\
---
title: The {word} claim number {n} does not hold
claim:
  text: "The first year was more than half of it all, in case {letters}."
  paraphrase: The first year was more than half of it all.
  speaker: speaker-{speaker}
  date: 2024-05-01
  venue: A generated place
  said_in: yearbook-{n}
verdict: "false"
summary: |
  In {year} there were {first} states [@yearbook-{n}:y0], which is {share} of the sum
  [@sums-{n}:share].
readings:
  - means: The first year is more than half of the sum.
    holds_if: sums-{n}:is-most
gets_right: There were {first} states in {year} [@yearbook-{n}:y0].
why_checked: It was generated.
reply: {{asked: false, why: nobody said it}}
topics: [topic-{topic}]
authors: [desk]
published: 2024-07-01
---
{body}
"""


def letters(number: int) -> str:
    """A number in letters, so that names hold no figures."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def generate(root: Path, claims: int, figures: int = 30, seed: int = 7) -> None:
    """Write a publication of so many claims into `root`, which is made anew."""
    shutil.rmtree(root, ignore_errors=True)
    for folder in ("content/claims", "content/evidence", "content/speakers", "content/topics"):
        (root / folder).mkdir(parents=True)
    for folder in ("charts", "docs"):
        (root / folder).mkdir()
    for name in ("words.yml", "verdicts.yml", "publication.yml"):
        shutil.copy(ROOT / "content" / name, root / "content" / name)
    (root / "docs/about.md").write_text("# About\n\nThis publication is generated.\n", "utf-8")
    rng = random.Random(seed)  # noqa: S311  (no secret depends on it)
    for number in range(max(1, claims // _PER_TOPIC)):
        _topic(root, number)
    for number in range(max(1, claims // 50)):
        _speaker(root, number)
    for number in range(claims):
        _claim(root, number, figures, claims, rng)


def make_buildable(root: Path) -> None:
    """Put beside a generated publication what a whole build needs: frame, configuration, pages."""
    shutil.copy(ROOT / "mkdocs.yml", root)
    for page in (ROOT / "docs").glob("*.md"):  # the navigation leads to them
        (root / "docs" / page.name).write_text(f"# {page.stem.title()}\n\nWords.\n", "utf-8")
    (root / "build_scripts").symlink_to(ROOT / "build_scripts")


def _topic(root: Path, number: int) -> None:
    text = f"title: Topic {letters(number)}\ntext: A generated topic.\n"
    (root / f"content/topics/topic-{letters(number)}.yml").write_text(text, "utf-8")


def _speaker(root: Path, number: int) -> None:
    text = f"name: Speaker {letters(number).upper()}\nrole: a generated speaker\n"
    (root / f"content/speakers/speaker-{letters(number)}.yml").write_text(text, "utf-8")


def _claim(root: Path, number: int, figures: int, claims: int, rng: random.Random) -> None:
    name, word = letters(number), _WORDS[number % len(_WORDS)]
    count = max(4, figures - 4)
    start = rng.randrange(1900, 1990)
    values = rng.sample(range(11, 9999), count)
    summed = min(6, count)
    least = values.index(min(values[:summed]))
    values[0], values[least] = values[least], values[0]  # so that it is less than half of the sum
    quotes, facts = [], []
    quotes.append(f'  said: "The first year was more than half of it all, in case {name}."')
    for k, value in enumerate(values):
        quotes.append(f'  q{k}: "the register has {value:,} states in the year {start + k}"')
        facts.append(
            f"  y{k}:\n    says: In {start + k} there were {value:,} states.\n"
            f"    value: {value:,} states\n    when: {start + k}\n    quote: q{k}\n"
            f"    single_source_reason: generated"
        )
    names = {"n": name, "word": word}
    evidence = EVIDENCE.format(quotes="\n".join(quotes), facts="\n".join(facts), **names)
    (root / f"content/evidence/yearbook-{name}.yml").write_text(evidence, "utf-8")
    total = sum(values[:summed])
    share = _percent(values[0], total)
    formula = " + ".join(f"yearbook-{name}:y{k}" for k in range(summed))
    calculation = CALCULATION.format(total=total, share=share, formula=formula, **names)
    (root / f"content/evidence/sums-{name}.yml").write_text(calculation, "utf-8")
    article = ARTICLE.format(
        letters=name,
        speaker=letters(number % max(1, claims // 50)),
        topic=letters(number % max(1, claims // _PER_TOPIC)),
        year=start,
        first=f"{values[0]:,}",
        share=share,
        body=_body(name, values, start, rng),
        **names,
    )
    (root / f"content/claims/claim-{name}.md").write_text(article, "utf-8")
    if number % 10 == 0:
        _chart(root, name, values, start)


def _percent(part: int, whole: int) -> str:
    from fractions import Fraction

    value = Fraction(part * 100, whole)
    digits = 0 if value >= 10 else 1 if value >= 1 else 2 if value * 10 >= 1 else 3
    step = Fraction(1, 10**digits)
    rounded = (value / step + Fraction(1, 2)).__floor__() * step
    return f"{float(rounded):.{digits}f}%"


def _body(name: str, values: list[int], start: int, rng: random.Random) -> str:
    parts = []
    for k in range(1, len(values), 2):
        if k % 8 == 1:
            parts.append(f"## Part {letters(k)} of the question\n")
        second = k + 1 if k + 1 < len(values) else None
        words = " ".join(rng.sample(_WORDS, 6))
        sentence = (
            f"The register of the {words} has a long history, told in many ways. "
            f"In {start + k} it had {values[k]:,} states [@yearbook-{name}:y{k}]."
        )
        if second is not None:
            sentence += (
                f" Later, in {start + second}, it had {values[second]:,} states "
                f"[@yearbook-{name}:y{second}]."
            )
        parts.append(sentence + "\n")
    if len(parts) > 3:
        parts.insert(2, f"[The speaker](evidence:yearbook-{name}) never said where it came from.\n")
    return "\n".join(parts)


def _chart(root: Path, name: str, values: list[int], start: int) -> None:
    cite = f"[@yearbook-{name}:y0]"
    rows = "\n".join(
        f"  - {{fact: yearbook-{name}:y{k}, label: In {start + k}}}"
        for k in range(min(6, len(values)))
    )
    text = (
        f"kind: bar\ntitle: In {start} there were {values[0]:,} states {cite}\n"
        f"subtitle: States in the register, by year\n"
        f"alt: Bars for the first years; in {start} there were {values[0]:,} states {cite}.\n"
        f"rows:\n{rows}\n"
    )
    (root / f"charts/chart-{name}.yml").write_text(text, "utf-8")
