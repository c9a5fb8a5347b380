"""What came of all readings, said in one line."""

from build_scripts.model.linked import Outcome
from build_scripts.write.outcomes import tally

HOLDS, FAILS = Outcome.HOLDS, Outcome.FAILS
ASSERTED, UNDETERMINED = Outcome.ASSERTED, Outcome.UNDETERMINED


def test_each_outcome_is_counted_with_a_verb_that_agrees() -> None:
    mixed = [FAILS, UNDETERMINED, FAILS, ASSERTED, FAILS]
    assert tally(mixed) == "Of 5 readings 3 fail, 1 is asserted, 1 is undetermined."
    assert tally([FAILS, HOLDS, HOLDS]) == "Of 3 readings 2 hold, 1 fails."


def test_outcomes_that_are_all_alike_need_no_list() -> None:
    assert tally([HOLDS, HOLDS]) == "All 2 readings hold."
    assert tally([UNDETERMINED]) == "The one reading is undetermined."


def test_without_readings_nothing_is_said() -> None:
    assert tally([]) == ""
