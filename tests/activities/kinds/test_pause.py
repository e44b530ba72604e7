"""A pause needs no more than a name and its minutes, and nobody answers it."""

import pytest

from activities.kinds.activity import blank
from activities.kinds.pause import Pause
from activities.workshop.reading import read_workshop

FILE = """
id: mine
title: Mine
summary: A day.
activities:
  - kind: pause
    id: tea
    title: Tea
    minutes: 15
"""


def test_a_file_needs_to_say_no_more_than_its_title_and_minutes() -> None:
    (tea,) = read_workshop(FILE, "mine.yaml").activities
    assert isinstance(tea, Pause)
    assert (tea.question, tea.length, tea.cues) == ("Break", 15, ())


def test_nobody_answers_it_and_there_is_nothing_to_reveal() -> None:
    (tea,) = read_workshop(FILE, "mine.yaml").activities
    assert not tea.answered
    assert not tea.can_be_revealed
    with pytest.raises(TypeError, match="takes no response"):
        blank(tea)
