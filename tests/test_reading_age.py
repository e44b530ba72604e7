"""What the built-in workshops ask of people is easy to read: far easier than a teacher must find it."""

import pytest

from activities.workshop.workshop import Workshop
from store.workshops import built_in_workshops
from tests.reading_age import Counted, counted, read_by_people

OLDEST = 12.0
"""Years: a generous ceiling. Tired people read what is asked at a glance, in a room that talks."""


@pytest.mark.parametrize("workshop", built_in_workshops(), ids=lambda one: one.id)
def test_a_tired_teacher_reads_it_at_a_glance(workshop: Workshop) -> None:
    found = counted(read_by_people(workshop))
    assert found.words > 100
    assert found.age <= OLDEST, "look at it: python -m tests.reading_age"


def test_the_index_of_coleman_and_liau_gives_the_grade_of_a_worked_example() -> None:
    """639 letters, 119 words and 5 sentences are of grade 14.5: 537 letters and 4.2 sentences to 100 words."""
    assert Counted(639, 119, 5).coleman_liau == pytest.approx(14.5 + 5, abs=0.05)


def test_the_automated_index_is_that_of_its_formula() -> None:
    assert Counted(letters=500, words=100, sentences=10).automated == pytest.approx(4.71 * 5 + 0.5 * 10 - 21.43 + 5)


def test_letters_words_and_sentences_are_counted_as_people_would() -> None:
    texts = ["What do you see? Write it down.", "My goal is …", "Half-sentences – 2 of them – don’t matter"]
    assert counted(texts) == Counted(letters=12 + 11 + 8 + 30, words=4 + 3 + 3 + 6, sentences=4)


def test_what_is_hard_to_read_is_older_than_the_ceiling() -> None:
    hard = (
        "Participants are respectfully requested to conceptualise the epistemological presuppositions underpinning their "
        "established pedagogical interventions, notwithstanding institutional constraints."
    )
    assert counted([hard]).age > OLDEST > counted(["What do you see? Write it down."]).age
