"""The one reader of figures: dates, spans, decades, and numbers that only look like years."""

from __future__ import annotations

import pytest

from build_scripts.read.notation.figures import read_figures
from tests.read.notation.test_figures import rows
from tests.read.telling import LEXICON, told

YEARS = rows("""
    in 2024                        | 2024
    2024.                          | 2024
    (2024)                         | 2024
    12 in 2024, 31 in 2019         | 12; 2024; 31; 2019
    2019–23                        | 2019 to 2023
    2019-23                        | 2019 to 2023
    2019–2023                      | 2019 to 2023
    2019 – 2023                    | 2019 to 2023
    2014–18 and 2019–23            | 2014 to 2018; 2019 to 2023
    2022/23                        | 2022 to 2023
    1999–2003                      | 1999 to 2003
    from 2010 to 2014              | 2010; 2014
    the 1990s                      | 1990 to 1999
    mid-1990s                      | 1990 to 1999
    1990s and 2000s                | 1990 to 1999; 2000 to 2009
    2018–14                        | unclear 2018–14
    2024-12                        | unclear 2024-12
    the nineties                   | unclear nineties
    the '90s                       | unclear 90s
    In 2019 – 31 states bought     | 2019; 31 states
    $2024                          | 2,024 USD
    2024%                          | 2,024 %
    2,024                          | 2,024
    2024 states                    | unclear 2024
    2024 million                   | unclear 2024
    1200–1500 troops               | unclear 1200–1500
    in 2024 by states              | 2024
    1.2024                         | 1.2024
    2124                           | 2,124
""")

MONTHS = rows("""
    December 2024                  | 2024-12
    Dec 2024                       | 2024-12
    Dec. 2024                      | 2024-12
    Sept 2024                      | 2024-09
    late October                   | 0000-10
    early March                    | 0000-03
    mid-June                       | 0000-06
    in March, since May, by April  | 0000-03; 0000-05; 0000-04
    January–March 2024             | 2024-01 to 2024-03
    from January to March 2024     | 2024-01 to 2024-03
    between March and May 2024     | 2024-03 to 2024-05
    November to March 2024         | 2023-11 to 2024-03
    November 2023 to March 2024    | 2023-11; 2024-03
    January to June                | 0000-01 to 0000-06
    they may march                 |
    May it be so                   |
    an august assembly             |
""")

DAYS = rows("""
    16 December 2024               | 2024-12-16
    16th December 2024             | 2024-12-16
    the 16th of December           | 0000-12-16
    16 December                    | 0000-12-16
    December 16, 2024              | 2024-12-16
    Dec. 16, 2024                  | 2024-12-16
    December 16                    | 0000-12-16
    on May 5                       | 0000-05-05
    2024-12-16                     | 2024-12-16
    4 and 5 December               | 0000-12-04 to 0000-12-05
    4–5 December 2024              | 2024-12-04 to 2024-12-05
    4 to 6 December 2024           | 2024-12-04 to 2024-12-06
    30 April to 2 May 2024         | 0000-04-30; 2024-05-02
    29 February 2024               | 2024-02-29
    29 February                    | 0000-02-29
    29 February 2023               | unclear 29 February 2023
    31 June 2024                   | unclear 31 June 2024
    2024-13-01                     | unclear 2024-13-01
    2024-02-30                     | unclear 2024-02-30
    16/12/2024                     | unclear 16/12/2024
    16.12.2024                     | unclear 16.12.2024
    12 December shells             | 0000-12-12
    12 states in December 2024     | 12 states; 2024-12
""")


@pytest.mark.parametrize(("text", "read"), [*YEARS, *MONTHS, *DAYS])
def test_dates_are_read(text: str, read: str) -> None:
    assert told(text) == read


POINT_AND_COMMA = "write decimals with a point and thousands with a comma: 7.5, 2,000"
NO_PERIOD = "it ends before it begins; write a period as 2019–23, a month as December 2024"
NAME = (
    "write a number with a space before its unit; "
    "if this is a name, list it under `names` in content/words.yml"
)
ADVICE = {
    "5.2m": "write the scale as a word: 5.2 million",
    "10000": "write 10,000",
    "7,5": POINT_AND_COMMA,
    "10 000": POINT_AND_COMMA,
    ".5": POINT_AND_COMMA,
    "$-5": "write the sign first: -$5",
    "1/3": "write a fraction in words (a third), a date as 16 December 2024",
    "4:1": "write a ratio in words (four times as many); exempt a time of day under `unchecked`",
    "3x": "write 3 times",
    "1990ies": "write a decade as 1990s",
    "16.12.2024": "write a date as 16 December 2024",
    "a million": "write “one million”",
    "dozens": "write the number the source gives, or “many”",
    "several million": "write the number before it, as in “two hundred”",
    "31 June": "there is no such day; write a day that exists",
    "2018–14": NO_PERIOD,
    "2000 states": "write 2,000 if it is a number; put a comma behind a year",
    "1200–1500 states": "write 1,200–1,500 if it is a number; put a comma behind a year",
    "٣٤": "write the digits 0 to 9",
    "the 20s": "write a decade as 1990s",
    "T-90": NAME,
    "F-16s": NAME,
}


@pytest.mark.parametrize(("text", "advice"), ADVICE.items())
def test_what_is_unclear_comes_with_a_better_form(text: str, advice: str) -> None:
    assert [figure.advice for figure in read_figures(text, LEXICON)] == [advice]
