"""One drawing of each kind and layout, with figures as the publication has them."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

from build_scripts.draw.data import (
    Cell,
    Drawing,
    Line,
    Mark,
    Point,
    ReadingMark,
    ThresholdLine,
)
from build_scripts.model.linked import Outcome

_LEDGER = Path(__file__).parents[2] / "content" / "evidence" / "ledger-members.csv"
_SOURCE = (
    "Sources: SIPRI Arms Transfers Database; Kiel Institute; United Nations. Chart: CC BY 4.0."
)
MAJORITY = ThresholdLine(97, "Smallest majority of the UN's members", "97")


def mark(label: str, value: float, text: str = "", group: str = "", **ends: float) -> Mark:
    """A mark with one value, or with `low` and `high`."""
    low, high = ends.get("low", value), ends.get("high", value)
    open_high = bool(ends.get("open_high"))
    return Mark(label, group, low, high, text or f"{value:,g}", "sample:fact", False, open_high)


def ladder() -> Drawing:
    """Fifteen bars in two groups, against a line."""
    own, other = "Russian official", "counted by others"
    rows = (
        ("CSTO allies still taking part", 4, other),
        ("CSTO allies on paper, with Armenia", 5, other),
        ("Treaty allies with North Korea", 6, other),
        ("Multi-year military cooperation plans signed, as Belousov counted", 8, own),
        ("Received Russian major arms in 2023", 12, other),
        ("Joint military-technology projects, as Putin counted", 14, own),
        ("Rosoboronexport worked with", 30, own),
        ("Supplied with military goods, as Putin counted", 30, own),
        ("Received Russian major arms in 2019", 31, other),
        ("Received Russian major arms in any year of 2019–23", 41, other),
        ("Deliveries of military products, as Rosoboronexport counted", 50, own),
        ("Official delegations at Army-2024", 83, own),
        ("Received Russian major arms at any time since 2000", 90, other),
        ("“Military-technical cooperation” with, as TASS reported", 100, own),
        ("Not on Russia's list of unfriendly states", 145, other),
    )
    marks = []
    for label, value, group in rows:
        more = label.startswith(("Supplied", "Deliveries"))
        text = f"more than {value}" if more else str(value)
        marks.append(mark(label, value, text, group, open_high=float(more)))
    return Drawing(
        id="ladder",
        kind="bar",
        title="Only Russia's own count of papers signed reaches a majority",
        subtitle="States by the tie with Russia that is counted, among 192 other members of the UN",
        alt="Bars of fifteen counts, from four allies to 145 states; two pass the line at 97.",
        source=_SOURCE,
        unit="states",
        marks=tuple(marks),
        threshold=MAJORITY,
    )


def recipients() -> Drawing:
    """Twenty-four columns."""
    counts = "22 24 28 22 27 25 26 23 25 30 37 36 29 27 25 30 26 24 28 31 20 20 14 12"
    return Drawing(
        id="recipients",
        kind="bar",
        title="Fewer states received Russian arms in 2023 than in any year of this century",
        subtitle="States to which Russia delivered major arms, by year",
        alt="Columns from 22 states in 2000 over 37 in 2010 to 12 in 2023.",
        source=_SOURCE,
        unit="states",
        marks=tuple(
            mark(str(2000 + place), float(count)) for place, count in enumerate(counts.split())
        ),
        highlight=("2019", "2023"),
    )


def reach() -> Drawing:
    """Six plain bars with a highlighted one."""
    rows = (
        ("United States", 107),
        ("France", 64),
        ("Germany", 54),
        ("Italy", 47),
        ("Russia", 41),
        ("China", 40),
    )
    return Drawing(
        id="reach",
        kind="bar",
        title="One supplier reaches a majority of the UN's members, and it is not Russia",
        subtitle="States that received major arms from each supplier in 2019–23",
        alt="The United States supplied 107 states, Russia 41.",
        source=_SOURCE,
        unit="states",
        sort="descending",
        highlight=("Russia",),
        marks=tuple(mark(name, value) for name, value in reversed(rows)),
        threshold=MAJORITY,
    )


def changes() -> Drawing:
    """Bars on both sides of zero."""
    rows = (("United States", 17), ("France", 47), ("Russia", -53), ("China", -5.3))
    return Drawing(
        id="changes",
        kind="bar",
        title="Russia's exports fell by half",
        subtitle="Change in exports of major arms between 2014–18 and 2019–23",
        alt="Russia fell by 53%, France rose by 47%.",
        source=_SOURCE,
        unit="%",
        marks=tuple(
            mark(name, value, f"{'+' if value > 0 else '−'}{abs(value):g}%") for name, value in rows
        ),
    )


def aid() -> Drawing:
    """Grouped bars."""
    rows = (
        ("As claimed in February 2025", 300, 100),
        ("Allocated, all kinds, to December 2024", 119, 138),
        ("Committed, all kinds, to December 2024", 124, 258),
        ("Appropriated by Congress for Ukraine and Operation Atlantic Resolve", 182.99, None),
    )
    marks = []
    for label, usa, europe in rows:
        more = usa == 300
        text = f"more than ${usa:g} billion" if more else f"${usa:g} billion"
        marks.append(mark(label, usa * 1e9, text, "United States", open_high=float(more)))
        if europe:
            text = f"about ${europe} billion" if europe == 100 else f"${europe} billion"
            marks.append(mark(label, europe * 1e9, text, "Europe"))
    return Drawing(
        id="aid",
        kind="bar",
        layout="grouped",
        title="Europe has given more than the United States, not a third of it",
        subtitle="Aid to Ukraine in billions of US dollars",
        alt="The claim has 300 against 100; the Kiel Institute counts 119 against 138.",
        note="The Kiel Institute counts allocations and commitments apart.",
        source=_SOURCE,
        unit="USD",
        marks=tuple(marks),
    )


def votes() -> Drawing:
    """Stacked bars with a line."""
    rows = (
        ("Crimea, March 2014", 100, 11, 58, 24),
        ("Aggression, March 2022", 141, 5, 35, 12),
        ("Humanitarian crisis, March 2022", 140, 5, 38, 10),
        ("Human Rights Council, April 2022", 93, 24, 58, 18),
        ("Annexation of four regions, October 2022", 143, 5, 35, 10),
        ("Reparation, November 2022", 94, 14, 73, 12),
        ("Principles of peace, February 2023", 141, 7, 32, 13),
        ("A text of Ukraine and Europe, February 2025", 93, 18, 65, 17),
    )
    names = ("for", "against", "abstained", "absent")
    return Drawing(
        id="votes",
        kind="bar",
        layout="stacked",
        title="Votes with a consequence for Russia drew fewer than half of the members",
        subtitle="How the 193 members of the UN General Assembly voted on Ukraine",
        alt="In favour: 100, 141, 140, 93, 143, 94, 141 and 93 members.",
        source=_SOURCE,
        unit="states",
        marks=tuple(
            mark(label, float(value), group=name)
            for label, *values in rows
            for name, value in zip(names, values, strict=True)
        ),
        threshold=ThresholdLine(96.5, "Half of the members", "96.5"),
    )


def people() -> Drawing:
    """Stacked shares of a whole, some too narrow for their values."""
    rows = (("States", 73.1, 2.6, 18.1, 6.2), ("Their people", 42.8, 2.5, 50.6, 4.1))
    names = ("in favour", "against", "abstained", "did not vote")
    return Drawing(
        id="people",
        kind="bar",
        layout="stacked",
        title="Most states have less than half of the people",
        subtitle="A vote by states and by the people of those states",
        alt="In favour: 73.1% of the states, 42.8% of the people.",
        source=_SOURCE,
        unit="%",
        marks=tuple(
            mark(label, value, f"{value}%", name)
            for label, *values in rows
            for name, value in zip(names, values, strict=True)
        ),
    )


def nine() -> Drawing:
    """Stacked bars with more parts than colours."""
    others = (
        ("China", 314),
        ("Russia", 149),
        ("Germany", 88.5),
        ("India", 86.1),
        ("United Kingdom", 81.8),
        ("Saudi Arabia", 80.3),
        ("Ukraine", 64.7),
        ("France", 64.7),
        ("Japan", 55.3),
    )
    return Drawing(
        id="nine",
        kind="bar",
        layout="stacked",
        title="The United States spends slightly more than the next nine together",
        subtitle="Military spending in 2024 in billions of current dollars",
        alt="Two bars of almost the same length.",
        source=_SOURCE,
        unit="USD",
        marks=(
            mark("United States", 997e9, "$997 billion", "United States"),
            *(mark("Next nine", v * 1e9, f"${v:g} billion", name) for name, v in others),
        ),
    )


def exporters() -> Drawing:
    """Lines with gaps."""
    shares = {
        "United States": "13:29 14:31 17:33 19:36 20:37 21:39 22:40 23:42 24:43 25:42",
        "Russia": "13:27 14:27 17:22 18:21 20:20 21:19 22:16 23:11 24:7.8 25:6.8",
        "France": "13:5 14:5 17:7.1 18:7.2 21:11 22:11 23:11 24:9.6 25:9.8",
    }
    lines = []
    for name, text in shares.items():
        pairs = [pair.split(":") for pair in text.split()]
        points = tuple(
            Point(2000 + int(x), float(y), f"20{x}", f"{y}%", "sample:fact") for x, y in pairs
        )
        lines.append(Line(name, points))
    return Drawing(
        id="exporters",
        kind="line",
        title="Russia's share of arms exports fell from 27% to 6.8%, and France passed it",
        subtitle="Share of the world's exports of major arms, five-year periods at their last year",
        alt="Russia falls from 27% to 6.8%, the United States rise to 42%.",
        note="The periods overlap.",
        source=_SOURCE,
        unit="%",
        lines=tuple(lines),
        highlight=(),
    )


def ceiling() -> Drawing:
    """Lines that end at different places, one of a single point, with a line across."""
    sipri = "1.89 1.73 1.66 1.7 1.71 1.74 1.78 1.77 1.71 1.67 1.68 1.76 1.61 1.6"
    lines = (
        ("SIPRI's estimate", {2009 + i: y for i, y in enumerate(sipri.split())}),
        ("SIPRI as reported", {2024: "1.7"}),
        ("Published budget", {2018: "1.3", 2023: "1.23", 2024: "1.24"}),
    )
    return Drawing(
        id="ceiling",
        kind="line",
        title="By SIPRI's estimates China was above the ceiling in every year that was found",
        subtitle="Military spending of China as a share of GDP",
        alt="SIPRI's line runs above the ceiling of 1.5% throughout.",
        source=_SOURCE,
        unit="%",
        lines=tuple(
            Line(name, tuple(Point(x, float(y), str(x), f"{y}%", "s:f") for x, y in at.items()))
            for name, at in lines
        ),
        threshold=ThresholdLine(1.5, "The ceiling named in the claim", "1.5%"),
    )


def shares() -> Drawing:
    """Parts of a whole in percent."""
    rows = (
        ("India", 34.0), ("China", 20.7), ("Egypt", 7.5), ("Kazakhstan", 5.7), ("Algeria", 5.2),
        ("Belarus", 5.1), ("Türkiye", 2.3), ("Myanmar", 2.1), ("Viet Nam", 2.1), ("Serbia", 1.8),
        ("33 others", 13.4),
    )  # fmt: skip
    return Drawing(
        id="shares",
        kind="share",
        title="Two states took more than half of Russia's arms exports",
        subtitle="Share of the volume of Russian major arms delivered in 2019–23",
        alt="India took 34%, China 20.7%, Egypt 7.5%.",
        source=_SOURCE,
        unit="%",
        highlight=("India", "China"),
        marks=tuple(mark(name, value, f"{value}%") for name, value in rows),
    )


def waffle() -> Drawing:
    """A cell for each of the 193 members."""
    groups = ("bound to Russia by a defence treaty", "members of NATO", "in neither")
    with _LEDGER.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cells = []
    for row in rows:
        group = groups[0] if row["defence_treaty"] else groups[1 if row["nato_joined"] else 2]
        cells.append(Cell(row["iso3"], group, row["name"], f"ledger:members.{row['iso3']}"))
    return Drawing(
        id="waffle",
        kind="waffle",
        title="Six of 193",
        subtitle="Members of the UN by alliance, one cell to a state, as of December 2024",
        alt="Six cells are allies of Russia, 32 are in NATO, 155 in neither.",
        source=_SOURCE,
        unit="states",
        cells=tuple(cells),
        groups=groups,
        threshold=ThresholdLine(97, "A majority would reach to here, the 97th cell", ""),
    )


def shells() -> Drawing:
    """Intervals and points against a line, with an open end."""
    return Drawing(
        id="shells",
        kind="range",
        title="Three months of Russian shells come near a year of Western ones, and do not pass it",
        subtitle="Artillery rounds, Russia in three months against deliveries to Ukraine in a year",
        alt="Russia from 0.75 to 1.125 million; the line is at 1.2 million.",
        source=_SOURCE,
        unit="rounds",
        marks=(
            mark("Russia in three months", 0, "750,000 to 1.125 million", low=75e4, high=1.125e6),
            mark("United States in a year, 155 mm only", 48e4, "480,000"),
            mark("States of the EU, yearly capacity", 2e6, "more than 2 million", open_high=1.0),
        ),
        threshold=ThresholdLine(1.2e6, "Western rounds for Ukraine in a year", "1.2 million"),
    )


def readings() -> Drawing:
    """The readings of the flagship."""
    rows: tuple[tuple[str, float, Outcome, str], ...] = (
        ("bound to Russia by a mutual-defence treaty", 6, Outcome.FAILS, "90 states short"),
        ("received Russian major arms in 2023", 12, Outcome.FAILS, "84 states short"),
        ("received Russian major arms at any time since 2000", 90, Outcome.FAILS, "6 states short"),
        ("sent an official delegation to the arms fair Army-2024", 83, Outcome.FAILS, "13 short"),
        ("“military-technical cooperation” with Russia, about 100 states by TASS", 100,
         Outcome.ASSERTED, "It would flip below 97; no list of these states has been published."),
        ("make more in three months than NATO in a year", 110, Outcome.UNDETERMINED, ""),
        ("a reading that holds", 140, Outcome.HOLDS, ""),
    )  # fmt: skip
    marks = []
    for means, value, outcome, margin in rows:
        low, high = (70.0, 110.0) if outcome is Outcome.UNDETERMINED else (value, value)
        text = "70 to 110 states" if outcome is Outcome.UNDETERMINED else f"{value:g} states"
        marks.append(
            ReadingMark(means, text, "needs more than 96", outcome, low, high, 96.0, margin)
        )
    return Drawing(
        id="readings",
        kind="readings",
        title="On no count but Russia's own are most states its partners",
        subtitle="Each reading of the claim against what would make it true",
        alt="Four readings fail, one holds on Russia's own count.",
        source=_SOURCE,
        readings=tuple(marks),
    )


def wordy() -> tuple[Drawing, ...]:
    """Drawings whose labels are long, whose values are extreme, or which have one mark only."""
    long = "A label of very many words that no column beside the bars could ever hold on one line"
    base = Drawing("wordy", "bar", "A title", "A subtitle", "An alternative", unit="states")
    line = ThresholdLine(4.0, "A threshold whose explanation runs on and on and on", "4 states")
    bars = (mark(long, 5), mark("Donaudampfschifffahrtsgesellschaftskapitänsmützen", 0.001))
    several = tuple(mark(long, value, group=f"Group {value} of them") for value in (1, 2, 3))
    tiny = (mark("Nothing", 0.0, "none"), mark("All", 1.0, "one"))
    spans = (mark(long, 0, "2 to 3", low=2, high=3), mark("B", 3, "over 3", open_high=1.0))
    crowd = tuple(
        Line(
            f"Line number {place}",
            (Point(2000, 5, "2000", "5", ""), Point(2001, 5, "2001", "5", "")),
        )
        for place in range(6)
    )
    names = tuple(Cell(f"United Republic of {place}", "G", "") for place in range(40))
    measures = (
        ReadingMark(long, "1,000,000 states", "needs more than 3", Outcome.HOLDS, 1e6, 1e6, 3.0),
        ReadingMark("", "no states at all", "needs less than 3 states", Outcome.FAILS, 0, 0, 3.0),
        ReadingMark(long, "Is it so?", "", Outcome.UNDETERMINED, margin=long),
        ReadingMark("Below", "−5%", "needs at least −3%", Outcome.FAILS, -5, -5, -3.0, long),
    )
    return (
        replace(base, id="one", marks=(mark("One", 1),)),
        replace(base, id="long", marks=bars, threshold=line),
        replace(base, id="long-groups", marks=several, layout="grouped", threshold=line),
        replace(base, id="long-stack", marks=several, layout="stacked", threshold=line),
        replace(base, id="tiny", marks=tiny),
        replace(base, id="spans", kind="range", marks=spans, threshold=line),
        replace(base, id="crowd", kind="line", lines=crowd),
        replace(base, id="names", kind="waffle", cells=names, groups=("G",)),
        replace(base, id="parts", kind="share", unit="%", marks=(mark(long, 60), mark("B", 40))),
        replace(base, id="measures", kind="readings", readings=measures),
    )


def all_samples() -> tuple[Drawing, ...]:
    """Every sample."""
    return (
        ladder(),
        recipients(),
        reach(),
        changes(),
        aid(),
        votes(),
        people(),
        nine(),
        exporters(),
        ceiling(),
        shares(),
        waffle(),
        shells(),
        readings(),
    )
