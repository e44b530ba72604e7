"""What a second round shows beside the first."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.pathway import PathwayResponse
from activities.session.contribution import Contribution, Participant
from activities.session.rounds import Shift, shift
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


@given(st.lists(st.tuples(st.none() | st.integers(1, 2), st.none() | st.integers(1, 2)), max_size=12))
def test_nobody_moves_who_was_not_there_twice(rounds: list[tuple[int | None, int | None]]) -> None:
    found = shift(PATHWAY, [given_by(n, *pair) for n, pair in enumerate(rounds)], 1, 2)
    assert found.both == sum(None not in pair for pair in rounds)
    assert found.movers == sum(None not in pair and pair[0] != pair[1] for pair in rounds)
    assert all(0 < count <= found.movers <= found.both for count in found.parts.values())
