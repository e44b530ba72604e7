"""Pages of a brief as a workshop file gives them, and every mistake in them."""

from typing import Any

import pytest

from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop

HEAD = """id: w
title: W
summary: s
activities:
  - id: b
    kind: brief
    title: B
    minutes: 5
    purpose: p
    question: q
    instructions: i
    pages:
"""


def read(pages: str) -> Any:
    return read_workshop(HEAD + pages, "w.yaml").activities[0]


def test_a_picture_keeps_the_places_of_its_letters() -> None:
    found = read("      - heading: H\n        picture: |\n          a   b\n           ↑   c\n")
    assert found.pages[0].picture == "a   b\n ↑   c"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("heading: H", "13: this page has a heading alone: give it ‘points’, a ‘picture’ or a ‘table’"),
        (
            "heading: H\n        picture: a\n        table: {head: [a, b], rows: [[c, d]]}",
            "13: this page has a picture and",
        ),
        ("heading: H\n        table: {head: [a, b], rows: [[c, d], [e]]}", "row 2 of the table has 1 cell: it needs 2"),
        ("heading: H\n        table: {head: [a], rows: [[c]]}", "‘head’ has 1 entries: it needs at least 2"),
        (f"heading: H\n        picture: {'x' * 61}", "14: the picture has a line of 61 letters"),
        ("heading: H\n        pionts: [a]", "did you mean ‘points’?"),
    ],
)
def test_a_mistake_is_told_in_its_line(page: str, words: str) -> None:
    with pytest.raises(WorkshopMistakes) as told:
        read(f"      - {page}\n")
    assert words in str(told.value)
