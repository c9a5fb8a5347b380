"""What stands first under a reading."""

from build_scripts.model.linked import Margin
from build_scripts.model.quantity import Quantity
from build_scripts.model.refs import FactRef
from build_scripts.write.pages.claim import telling_first

ANY = "holds with nine states; it would fail at any other value"
SUM = "holds with $997 billion; it would fail at $984.4 billion or less"
ONE = "holds with $314 billion; it would fail at $326.6 billion or more"


def led(*words: str) -> list[str]:
    now = Quantity.of(1)
    margins = [Margin(FactRef("a", "b"), now, now, one) for one in words]
    return [margin.words for margin in telling_first(margins)]


def test_a_distance_leads_where_an_exact_match_stands_before_it() -> None:
    assert led(ANY, SUM, ONE) == [SUM, ONE, ANY]


def test_otherwise_the_order_of_the_formula_stands() -> None:
    assert led(ONE, SUM) == [ONE, SUM]
    assert led(ANY) == [ANY]
