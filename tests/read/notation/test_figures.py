"""The one reader of figures: numbers, units, ranges, hedges.

Text on the left, what is read on the right. What must not be read stands beside what is: an empty
right side is a text without figures.
"""

from __future__ import annotations

import pytest

from tests.read.telling import told


def rows(table: str) -> list[tuple[str, str]]:
    """The rows of a table whose columns are parted by `|`."""
    parted = (line.split("|") for line in table.strip().splitlines())
    return [(text.strip(), read.strip()) for text, read in parted]


DIGITS = rows("""
    0                              | 0
    12                             | 12
    2,000                          | 2,000
    1,234,567.89                   | 1,234,567.89
    5.2                            | 5.2
    it was 31.                     | 31
    (31)                           | 31
    31, of which 12                | 31; 12
    2000 shells                    | unclear 2000
    10000 troops                   | unclear 10000
    100000                         | unclear 100000
    20,00                          | unclear 20,00
    12,34 people                   | unclear 12,34
    1,0000                         | unclear 1,0000
    5000,000                       | unclear 5000,000
    7,5%                           | unclear 7,5
    .5                             | unclear .5
    the end.12 states              | unclear .12
    10 000 troops                  | unclear 10 000
    1 000 000                      | unclear 1 000 000
    1'000                          | unclear 1'000
    in 12, 100 and 300 states      | 12; 100; 300 states
    ٣٤                             | unclear ٣٤
    １２                           | unclear １２
    ⅛                              | unclear ⅛
    10²                            | unclear 10²
    2½ million                     | unclear 2½ million
""")

SCALES = rows("""
    5.2 million shells             | 5,200,000 shells
    5.2 mln shells                 | 5,200,000 shells
    3 bn                           | 3,000,000,000
    $5bn                           | 5,000,000,000 USD
    10.8 trillion                  | 10,800,000,000,000
    12 hundred                     | 1,200
    5.2m shells                    | unclear 5.2m
    10k                            | unclear 10k
    $5.2m                          | unclear $5.2m
    5M                             | unclear 5M
    a million                      | unclear a million
    a trillion dollars             | unclear a trillion
    one trillion dollars           | 1,000,000,000,000 USD
    $1 trillion                    | 1,000,000,000,000 USD
    several million shells         | unclear million
    a few hundred states           | unclear hundred
    tens of thousands              | unclear thousands
    hundreds of states             | unclear hundreds
    dozens of states               | unclear dozens
    two dozen states               | unclear dozen
    half a dozen                   | unclear dozen
    a handful of states            | unclear handful
    several states, a few of them  |
""")

WORDS = rows("""
    five states                    | 5 states
    Twelve                         | 12
    twenty-one states              | 21 states
    ninety nine                    | 99
    a hundred states               | 100 states
    two hundred                    | 200
    one hundred and five states    | 105 states
    a hundred and ninety-three     | 193
    a thousand                     | 1,000
    five hundred thousand          | 500,000
    three million                  | 3,000,000
    one and a half million         | 1,500,000
    two and a half                 | 2.5
    half a million                 | 500,000
    half-million                   | 500,000
    half a percentage point        | 0.5 percentage points
    half a year                    | 0.5 years
    zero                           | 0
    one state                      |
    one of the five states         | 5 states
    one another                    |
    the one that it had            |
    one to three states            | 1 to 3 states
    between one and three states   | 1 to 3 states
    one or two states              | 1; 2 states
    none of them, and no state     |
    zero-sum                       |
    the first, second and 20th     |
    the second-largest exporter    |
    in third place                 |
    the twentieth century          |
""")

UNITS = rows("""
    53%                            | 53 %
    53 %                           | 53 %
    53 per cent                    | 53 %
    53 percent                     | 53 %
    a 53-percent rise              | 53 %
    fifty-three per cent           | 53 %
    0.5%                           | 0.5 %
    7 percentage points            | 7 percentage points
    a 7-percentage-point rise      | 7 percentage points
    7 percentage-point rise        | 7 percentage points
    7 points                       | 7
    $2                             | 2 USD
    US$2 billion                   | 2,000,000,000 USD
    $ 2 billion                    | 2,000,000,000 USD
    2 billion dollars              | 2,000,000,000 USD
    2 billion US dollars           | 2,000,000,000 USD
    €5.5 billion                   | 5,500,000,000 EUR
    5.5 billion euros              | 5,500,000,000 EUR
    £300 million                   | 300,000,000 GBP
    USD 5 billion                  | 5,000,000,000 USD
    5 billion EUR                  | 5,000,000,000 EUR
    10.8 trillion roubles          | 10,800,000,000,000 RUB
    ¥5                             | 5 JPY
    193 members                    | 193 states
    49 other UN members            | 49 states
    twelve UN member states        | 12 states
    12 of the other 192 members    | 12; 192 states
    31 states that received arms   | 31 states
    31 fell                        | 31
    2 US soldiers                  | 2 troops
    3,000 North Korean troops      | 3,000 troops
    the 193-member assembly        | 193 states
    155-mm shells                  | 155
    5 tonnes                       | 5
    ten years                      | 10 years
    a five-year period             | 5 years
    two decades                    | 2 decades
    a decade                       |
    5 million last year            | 5,000,000
""")

RATES = rows("""
    250,000 shells a month         | 250,000 shells a month
    250,000 shells per month       | 250,000 shells a month
    250,000 artillery munitions monthly | 250,000 shells a month
    3 million shells each year     | 3,000,000 shells a year
    12 shells/day                  | 12 shells a day
    5 shells an hour               | 5 shells an hour
    $3 million a day               | 3,000,000 USD a day
    3 million dollars per day      | 3,000,000 USD a day
    5 million annually             | 5,000,000 1 a year
    $5 million a year ago          | 5,000,000 USD
    12 shells a gun                | 12 shells
""")

SIGNS = rows("""
    -53%                           | -53 %
    −53%                           | -53 %
    –5                             | -5
    +38%                           | +38 %
    -$5 billion                    | -5,000,000,000 USD
    minus five per cent            | -5 %
    a fall of 53%                  | 53 %
    5-10 per cent                  | 5 to 10 %
    12 - 5                         | 12; 5
    $-5                            | unclear $-5
""")

RANGES = rows("""
    20–27.5                        | 20 to 27.5
    20–27.5%                       | 20 to 27.5 %
    20% to 27.5%                   | 20 to 27.5 %
    5%–10%                         | 5 to 10 %
    between 20% and 27.5%          | 20 to 27.5 %
    between five and ten states    | 5 to 10 states
    from 11 to 12 states           | 11 to 12 states
    from 31 to 12 states           | 31 to 12 states
    11 to 12,000                   | 11,000 to 12,000
    11,000 to 12,000               | 11,000 to 12,000
    11,000 to 12                   | 11,000 to 12
    10,000–12,000 troops           | 10,000 to 12,000 troops
    $1–2 billion                   | 1,000,000,000 to 2,000,000,000 USD
    $1 to 2 billion                | 1,000,000,000 to 2,000,000,000 USD
    $1 billion to $2 billion       | 1,000,000,000 to 2,000,000,000 USD
    between $1 and $2 billion      | 1,000,000,000 to 2,000,000,000 USD
    between 3 and 4 million dollars a day | 3,000,000 to 4,000,000 USD a day
    900,000 to 2 million           | 900,000 to 2,000,000
    500 thousand to 2 million      | 500,000 to 2,000,000
    ten to fifteen states          | 10 to 15 states
    1.5–2 times                    | 1.5 to 2
    between 2014 and 2024          | 2014; 2024
    12 and 13 states               | 12; 13 states
    12 states and 13 people        | 12 states; 13 people
    $5 to €6                       | 5 USD; 6 EUR
    5% to 6 percentage points      | 5 %; 6 percentage points
    20 – 30 states                 | 20; 30 states
    12 to 5m                       | 12; unclear 5m
""")

HEDGES = rows("""
    about 10,000 troops            | about 10,000 troops
    around, or roughly 10,000      | about 10,000
    some 10,000 troops             | about 10,000 troops
    approximately 10,000           | about 10,000
    close to 50                    | about 50
    ~10,000                        | about 10,000
    10,000 or so                   | about 10,000
    nearly 10,000                  | nearly 10,000
    almost $5 billion              | nearly 5,000,000,000 USD
    more than 50 states            | more than 50 states
    just over 50%                  | just over 50 %
    slightly more than 50          | just over 50
    just under 50                  | nearly 50
    upwards of 50                  | more than 50
    >50                            | more than 50
    under 50                       | under 50
    fewer than 50 states           | under 50 states
    less than 50%                  | under 50 %
    at least 50                    | at least 50
    no fewer than 50               | at least 50
    as few as 50                   | at least 50
    50 or more                     | at least 50
    50 or more states              | at least 50 states
    50 states or more              | at least 50 states
    2% of GDP or more              | at least 2 %
    2% of their own GDP or less    | up to 2 %
    $5 billion of aid or so        | about 5,000,000,000 USD
    50 of the states or fewer      | up to 50
    2% of GDP or more than 3%      | 2 %; more than 3 %
    2% of GDP, or more             | 2 %
    2% of GDP or of income         | 2 %
    50 states or more than half    | 50 states; share more than 1/2
    50+ states                     | at least 50 states
    50-odd states                  | about 50 states
    at most 50 states              | up to 50 states
    up to 50                       | up to 50
    no more than 50                | up to 50
    as many as 50                  | up to 50
    50 states or fewer             | up to 50 states
    about $1–2 billion             | about 1,000,000,000 to 2,000,000,000 USD
    more than the 12 states        | 12 states
    only 12 states                 | 12 states
    up to the 12 states            | 12 states
    some states                    |
    over the years                 |
""")

NAMES = rows("""
    at Army-2024                   |
    resolution ES-11/1             |
    KN-23/24 missiles, the G7      |
    a two-state solution           |
    two state visits               | 2 states
    the T-90                       | unclear T-90
    Su-35 and S-400                | unclear Su-35; unclear S-400
    F-16s                          | unclear F-16s
    the G20                        | unclear G20
    155mm                          | unclear 155mm
    COVID-19                       | unclear COVID-19
    1/3 of states                  | unclear 1/3
    9/11                           | unclear 9/11
    4:1                            | unclear 4:1
    12:30                          | unclear 12:30
    Article 5                      | 5
""")


@pytest.mark.parametrize(
    ("text", "read"),
    [*DIGITS, *SCALES, *WORDS, *UNITS, *RATES, *SIGNS, *RANGES, *HEDGES, *NAMES],
)
def test_quantities_are_read(text: str, read: str) -> None:
    assert told(text) == read
