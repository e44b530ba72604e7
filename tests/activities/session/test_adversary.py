"""Nobody's answer can be told from all that is shown: every small room there is, tried against every other."""

from itertools import product

import pytest

from tests.activities.examples import pathway
from tests.activities.session.adversary import Person, told

PATH = pathway(stages=2)
ONE_STRAND = PATH.model_copy(update={"strands": PATH.strands[:1]})


def states(strands: int, rounds: int, stages: tuple[int, ...] = (0, 1, 2)) -> list[Person]:
    """All that one person may give: absent, or any marks on the strands, in every round."""
    marks = [None, *product(stages, repeat=strands)]
    return list(product(marks, repeat=rounds))


@pytest.mark.parametrize(("size", "smallest"), [(1, 2), (2, 2), (3, 2), (4, 2), (3, 3), (3, 5)])
def test_nobody_can_be_told_in_two_rounds_of_one_strand(size: int, smallest: int) -> None:
    assert list(told(ONE_STRAND, states(1, 2), size, smallest)) == []


def test_nobody_can_be_told_in_three_rounds_of_one_strand() -> None:
    there = [state for state in states(1, 3, (1, 2)) if state.count(None) < 2]
    assert list(told(ONE_STRAND, there, 3, 2)) == []


def test_nobody_can_be_told_from_what_they_did_on_another_strand() -> None:
    marks = [(0, 1), (0, 2), (1, 0), (2, 0), *product((1, 2), repeat=2)]
    there = [(first, second) for first in marks for second in marks if _marked(first) == _marked(second)]
    assert list(told(PATH, there, 3, 2)) == []


def _marked(marks: tuple[int, ...]) -> list[bool]:
    return [stage > 0 for stage in marks]


def test_the_adversary_finds_who_is_shown_alone() -> None:
    """The test of the test: with nothing withheld a single person's mark is told, and so is who came later."""
    assert list(told(ONE_STRAND, states(1, 1), 1, 1))
    late = ((1,), (1,)), ((1,), (1,)), (None, (2,))
    assert any(
        room == tuple(sorted(late, key=str)) or set(room) == set(late)
        for room, *_ in told(ONE_STRAND, states(1, 2), 3, 1)
    )
