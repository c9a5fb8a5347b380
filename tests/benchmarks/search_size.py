"""What a search costs at 10,000 claims: files on disk, bytes over the wire, time to the answer.

    python -m tests.benchmarks.search_size 10000

Claims are made of words as frequent as words are (Zipf's law), about 700 in each, with speakers,
topics and one source for every two claims. A fresh Chromium types the first query of a visit over
loopback http: at once, and so slowly that every letter is answered. Bytes are those of the scripts
compressed, seconds those from the last letter to the answer, the pause for typing on included.
Seconds depend on the machine; bytes do not.
"""

from __future__ import annotations

import gzip
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from playwright.sync_api import Browser

from build_scripts.write.search.entries import (
    CLAIM,
    SOURCE,
    SPEAKER,
    TOPIC,
    Entry,
    Field,
    weighed,
)
from build_scripts.write.search.index import build_index
from build_scripts.write.search.shards import scripts
from tests.benchmarks.arguments import arguments
from tests.browser.chromium import launched
from tests.browser.search_site import served, write_site

BADGES: Mapping[str, tuple[str, str]] = {
    "true": ("True", "verdict--true"),
    "false": ("False", "verdict--false"),
}
_VOCABULARY = 40_000
_ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w y z".split()
_CENTRES = "a e i o u ai ea ee io oo ou".split()
_CODAS = "b ck d f g l ll m n nd ng nt p r rd rt s sh st t th x".split()
_ENDINGS = "ed er ing ings ion ions ly ment ness s".split()
# Resolves to the milliseconds from the last letter to the status of its answer.
_WATCH = """() => {
  const status = document.querySelector("[role=status]");
  const input = document.querySelector(".search__input");
  window.answered = new Promise((resolve) => {
    input.addEventListener("input", () => {
      const began = performance.now();
      new MutationObserver(() => {
        if (/result|Nothing/.test(status.textContent)) resolve(performance.now() - began);
      }).observe(status, { childList: true, characterData: true, subtree: true });
    });
  });
}"""


class Language:
    """Made-up words, the n-th about 1/n as frequent as the first."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        known: dict[str, None] = {}
        while len(known) < _VOCABULARY:
            known[self._word(1 + int(len(known) > 300) + int(len(known) > 8000))] = None
        self.words = tuple(known)
        self._weights = tuple(accumulate(1 / (rank + 8) for rank in range(_VOCABULARY)))

    def text(self, count: int) -> str:
        """So many words."""
        return " ".join(self.rng.choices(self.words, cum_weights=self._weights, k=count))

    def figures(self, count: int) -> str:
        """So many numbers and years."""
        pick, number = self.rng.choice, self.rng.randrange
        return " ".join(pick((f"{number(10**5):,}", "2024", "53", "1.2")) for _ in range(count))

    def _word(self, syllables: int) -> str:
        pick = self.rng.choice
        core = "".join(pick(_ONSETS) + pick(_CENTRES) for _ in range(syllables))
        return core + pick(_CODAS) + (pick(_ENDINGS) if self.rng.random() < 0.35 else "")


def entries(claims: int, language: Language) -> Iterator[Entry]:
    """Entries like those of a publication of so many claims."""
    rng = language.rng
    names = [language.text(2).title() for _ in range(max(1, claims // 50))]
    topics = [language.text(2) for _ in range(max(1, claims // 200))]
    for number in range(claims):
        name, paraphrase = rng.choice(names), language.text(12)
        fields: list[Field] = [
            (paraphrase, 30),
            (language.text(12), 20),
            (name, 30),
            (language.text(25), 20),
            (rng.choice(topics), 10),
            (language.text(45), 10),
            (language.text(40), 8),
            (language.text(30), 5),
            (language.text(500) + " " + language.figures(30), 3),
        ]
        verdict = rng.choice(("true", "false"))
        path = f"claims/{'-'.join(paraphrase.split()[:5])}-{number}.html"
        yield weighed(CLAIM, path, paraphrase, f"{name}, 25 May 2024", verdict, fields)
    for number, name in enumerate(names):
        fields = [(name, 100), (language.text(6), 10), (language.text(30), 5)]
        yield weighed(SPEAKER, f"speakers/{number}.html", name, language.text(6), "", fields)
    for number, title in enumerate(topics):
        fields = [(title, 60), (language.text(40), 8)]
        yield weighed(TOPIC, f"topics/{number}.html", title, "", "", fields)
    for number in range(claims // 2):
        title, publisher = language.text(9), language.text(3)
        fields = [(title, 30), (publisher, 20), (language.text(200), 3)]
        yield weighed(SOURCE, f"evidence/source-{number}.html", title, publisher, "", fields)


def queries(found: Sequence[Entry], language: Language) -> tuple[str, ...]:
    """Common, rare and mistyped words, a name, a whole claim."""
    words = language.words
    sample = language.rng.sample([e.title for e in found if e.kind == CLAIM], 3)
    name = next(entry.title for entry in found if entry.kind == SPEAKER)
    rare = words[2500]
    return (
        f"{words[0]} {words[1]} {words[2]}",
        f"{words[40]} {words[300]}",
        f"{words[900]} {words[5000]} {words[20]}",
        rare,
        rare[:3] + rare[4:],
        name,
        *(" ".join(title.split()[:4]) for title in sample),
        sample[0],
    )


def first_query(
    browser: Browser, folder: Path, query: str, delay: int
) -> tuple[int, int, float, str]:
    """Type a query into a page never visited, a letter every `delay` milliseconds.

    Bytes, requests, seconds after the last letter, and what the field says.
    """
    with served(folder) as site:
        context = browser.new_context()
        page = context.new_page()
        page.goto(site.address)
        page.wait_for_selector(".search__input")
        site.asked.clear()
        page.locator(".search__input").click()
        page.keyboard.type(query[:-1], delay=delay)
        page.evaluate(_WATCH)
        page.keyboard.type(query[-1])
        seconds = float(page.evaluate("() => window.answered")) / 1000
        page.wait_for_timeout(300)
        said = page.locator("[role=status]").text_content() or ""
        context.close()
        # Fonts come with the pages, not with the search.
        moved = [size for path, size in site.asked if path.endswith(".js")]
        return sum(moved), len(moved), seconds, said


def measure(claims: int) -> None:
    """Print what the index weighs and what first queries cost."""
    language = Language(random.Random(11))  # noqa: S311  (no secret depends on it)
    found = tuple(entries(claims, language))
    began = time.perf_counter()
    files = scripts(found, build_index(found), BADGES)
    seconds = time.perf_counter() - began
    sizes = [len(content) for content in files.values()]
    packed = [len(gzip.compress(content, 6, mtime=0)) for content in files.values()]
    print(f"{claims:,} claims, {len(found):,} entries, index made in {seconds:.1f} s")
    print(
        f"{len(files):,} files, {sum(sizes) / 1e6:.1f} MB, {sum(packed) / 1e6:.1f} MB compressed; "
        f"largest {max(sizes) / 1e3:.1f} kB, {max(packed) / 1e3:.1f} kB compressed; "
        f"directory {len(gzip.compress(files['search/index.js'])) / 1e3:.1f} kB"
    )
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        site = Path(folder) / "site"
        write_site(site, files, {"index.html": "Home"})
        asked = queries(found, language)
        for delay in (20, 160):
            print(f"a letter every {delay} ms")
            rows = []
            for query in asked:
                row = first_query(browser, site, query, delay)
                rows.append(row)
                moved, requests, took, said = row
                print(f"{moved / 1e3:6.1f} kB {requests:3d} scripts {took:5.2f} s  {query}: {said}")
            moved_all = [row[0] / 1e3 for row in rows]
            took_all = [row[2] for row in rows]
            middle = f"{statistics.median(moved_all):.1f} kB, {statistics.median(took_all):.2f} s"
            most = f"{max(moved_all):.1f} kB, {max(took_all):.2f} s"
            print(f"median {middle}; most {most}", flush=True)


if __name__ == "__main__":
    for size in arguments(__doc__, [10000]).parse_args().claims:
        measure(size)
