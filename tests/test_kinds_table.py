"""The page about the kinds shows the code and the tests as they are, and nothing is missing of any kind."""

import pytest

from activities.kinds.registry import kinds
from tests.kinds_table import MISSING, PAGE, PICTURES, cells, page, pictures

ANEW = "look it all up anew: python -m tests.kinds_table"


def test_the_page_about_the_kinds_is_as_the_code_and_the_tests_are() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), ANEW


def test_the_pictures_of_the_kinds_are_those_that_the_tests_hold() -> None:
    assert pictures() == {path.stem: path.read_text(encoding="utf-8") for path in PICTURES.glob("*.svg")}, ANEW


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_nothing_that_a_kind_needs_is_missing(kind: str) -> None:
    assert [column for column, found in cells(kind).items() if found == MISSING] == []
