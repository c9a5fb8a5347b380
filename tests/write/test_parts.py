"""What pages share: how the sources of a row are called."""

import pytest

from build_scripts.link.cells import row_sources
from build_scripts.model.text import Text
from build_scripts.write.parts import source_names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("census", ["census"]),
        ("census:north; letter:said", ["census", "letter"]),
        ("tally:for; tally:against; news:for", ["tally:for", "against", "news"]),
        ("tally:for; news:for; tally:absent", ["tally:for", "news", "tally:absent"]),
    ],
)
def test_no_source_of_a_row_is_named_twice_in_the_same_words(cell: str, names: list[str]) -> None:
    assert source_names(list(row_sources(Text(cell)))) == names
