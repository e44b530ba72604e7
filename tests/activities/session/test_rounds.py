"""What a second round shows beside the first."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.pathway import PathwayResponse
from activities.session.contribution import Contribution, Participant
from activities.session.rounds import Shift, compare, shift
from tests.activities.examples import pathway

PATHWAY = pathway()
AT = datetime(2026, 11, 20, 14, tzinfo=UTC)


def given_by(number: int, *rounds: int | None) -> Contribution:
    """One person's stage on the first strand, round by round; None where they gave nothing."""
    found = Contribution(participant=Participant(id=f"p-{number}", name=f"Table {number}"))
    for round_number, stage in enumerate(rounds, 1):
        if stage is not None:
            response = PathwayResponse().stand_at(PATHWAY.strands[0], stage)
            found = found.record(PATHWAY.id, response, at=AT, round_number=round_number, handed_in=True)
    return found


def test_only_those_in_both_rounds_are_counted() -> None:
    found = shift(PATHWAY, [given_by(1, 1, 2), given_by(2, 2, 2), given_by(3, 1, None), given_by(4, None, 2)], 1, 2)
    assert (found.both, found.movers, dict(found.parts)) == (2, 1, {PATHWAY.strands[0].id: 1})


def test_what_changed_and_changed_back_has_not_moved() -> None:
    people = [given_by(1, 1, 2, 1)]
    assert shift(PATHWAY, people, 1, 2).movers == 1
    assert shift(PATHWAY, people, 1, 3).movers == 0


def test_counts_are_told_as_so_many_of_those_in_both() -> None:
    found = Shift(both=6, movers=4, parts={"use": 2})
    assert (found.count(), found.count("use"), found.count("engagement")) == ("4 of 6", "2 of 6", "none of 6")


def test_a_shift_is_told_where_the_same_people_answered_both_rounds() -> None:
    people = [given_by(n, 1, 2 if n < 2 else 1) for n in range(5)]
    found = compare(PATHWAY, people, 1, 2, 5)
    assert found.shift is not None
    assert (found.shift.movers, dict(found.shift.parts), found.shift.at_least) == (2, {"first": 2}, False)
    assert compare(PATHWAY, people, 1, 2, 6).shift is None


@pytest.mark.parametrize("odd", [(None, 2), (1, None)], ids=["who came later", "who left"])
def test_a_single_person_who_answered_one_round_only_keeps_the_rounds_apart(odd: tuple[int | None, int | None]) -> None:
    people = [given_by(n, 1, 1) for n in range(6)]
    assert compare(PATHWAY, [*people, given_by(9, *odd)], 1, 2, 5).shift is None
    assert "one time only" in compare(PATHWAY, [*people, given_by(9, *odd)], 1, 2, 5).withheld
    assert compare(PATHWAY, [*people, given_by(9, *odd)], 1, 2, 1).shift is not None
    assert compare(PATHWAY, [*people, *[given_by(9 + n, *odd) for n in range(5)]], 1, 2, 5).shift is not None


def test_a_part_that_one_person_answered_one_time_only_is_in_no_count() -> None:
    def gives(number: int, second: int | None, stage: int) -> Contribution:
        found = Contribution(participant=Participant(id=f"p-{number}", name="x"))
        for round_number, mark in enumerate((1, second), 1):
            response = PathwayResponse().stand_at(PATHWAY.strands[0], 1 if round_number == 1 else stage)
            if mark is not None:
                response = response.stand_at(PATHWAY.strands[1], mark)
            found = found.record(PATHWAY.id, response, at=AT, round_number=round_number, handed_in=True)
        return found

    people = [gives(0, None, 2), *(gives(n, 2, 1) for n in range(1, 6))]
    found = compare(PATHWAY, people, 1, 2, 5)
    assert found.shift is not None
    assert dict(found.shift.parts) == {"first": 1}
    assert found.shift.count("first") == "1 of 6"
    assert found.shift.count("second") == "too few to tell how many"
    assert found.shift.count() == "at least 1 of 6"
    assert list(found.apart) == ["second"]


@given(st.lists(st.tuples(st.none() | st.integers(1, 2), st.none() | st.integers(1, 2)), max_size=12))
def test_nobody_moves_who_was_not_there_twice(rounds: list[tuple[int | None, int | None]]) -> None:
    found = shift(PATHWAY, [given_by(n, *pair) for n, pair in enumerate(rounds)], 1, 2)
    assert found.both == sum(None not in pair for pair in rounds)
    assert found.movers == sum(None not in pair and pair[0] != pair[1] for pair in rounds)
    assert all(0 < count <= found.movers <= found.both for count in found.parts.values())
