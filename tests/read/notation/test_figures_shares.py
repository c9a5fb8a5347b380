"""The one reader of figures: proportions in words, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.read.notation.test_figures import rows
from tests.read.telling import told

FRACTIONS = rows("""
    half of the states             | share 1/2
    the half                       | share 1/2
    one half                       | share 1/2
    half as much                   | share 1/2
    a third of the states          | share 1/3
    one third                      | share 1/3
    one-third                      | share 1/3
    two thirds                     | share 2/3
    two-thirds of states           | share 2/3
    three quarters                 | share 3/4
    a quarter of the total         | share 1/4
    a tenth                        | share 1/10
    four fifths                    | share 4/5
    ½                              | share 1/2
    a two-thirds majority          | share 2/3
    the second half of 2024        | 2024
    the first half of the year     |
    the third country              |
    third countries                |
    a third country                |
    a third time                   |
    half a million                 | 500,000
    the last quarter               |
    the fourth quarter of 2024     | 2024
    a quarter of a million         | share 1/4; unclear a million
""")

ONE_IN = rows("""
    one in five                    | share 1/5
    one in five states             | share 1/5
    nine out of ten                | share 9/10
    9 out of 10                    | share 9/10
    12 out of 40 states            | 12; 40 states
    a quarter are                  | share 1/4
    a third were absent            | share 1/3
    a half-dozen                   | unclear dozen
    a third-party report           |
    1 in 3                         | share 1/3
    one-in-five                    | share 1/5
    12 in 2024                     | 12; 2024
    five in ten years              | 5; 10 years
    one in the north               |
    ten out of five                | 10; 5
""")

MULTIPLES = rows("""
    doubled                        | share 2
    twice as many                  | share 2
    tripled                        | share 3
    quadrupled                     | share 4
    tenfold                        | share 10
    twentyfold                     | share 20
    eleven-fold                    | share 11
    11-fold                        | share 11
    halved                         | share 1/2
    25 times                       | 25
    2.5 times as many              | 2.5
    three times as many            | 3
    one and a half times           | 1.5
    a double standard              |
    many times                     |
    manifold                       |
""")

MAJORITIES = rows("""
    most states                    | share 1/2 to 1
    Most of the states             | share 1/2 to 1
    most European countries        | share 1/2 to 1
    most people                    | share 1/2 to 1
    most military aid              | share 1/2 to 1
    Most did not vote              | share 1/2 to 1
    most voted against             | share 1/2 to 1
    a majority of states           | share 1/2 to 1
    the vast majority              | share 1/2 to 1
    a minority                     | share 0 to 1/2
    the most states                |
    its most allies                |
    at most 12                     | up to 12
    at the most                    |
    most sanctioned                |
    the most important partner     |
    most recently                  |
    most of all                    |
    for the most part              |
    almost                         |
""")

HEDGED = rows("""
    about a third                  | share about 1/3
    nearly two thirds              | share nearly 2/3
    almost half                    | share nearly 1/2
    just under half                | share nearly 1/2
    just over half                 | share just over 1/2
    well over half                 | share more than 1/2
    more than a third of states    | share more than 1/3
    fewer than half                | share under 1/2
    no more than a third           | share up to 1/3
    at least half                  | share at least 1/2
    more than doubled              | share more than 2
    almost tenfold                 | share nearly 10
    about one in five              | share about 1/5
""")


@pytest.mark.parametrize(("text", "read"), [*FRACTIONS, *ONE_IN, *MULTIPLES, *MAJORITIES, *HEDGED])
def test_shares_are_read(text: str, read: str) -> None:
    assert told(text) == read
