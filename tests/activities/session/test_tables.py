"""Who answers an activity, where people sit at tables."""

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.audience import By
from activities.kinds.prompts import PromptsResponse
from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from activities.session.forgetting import without
from activities.session.seats import roster, seats
from activities.session.session import Session
from activities.session.tables import Hall, awaited, hall, taken_home
from tests.activities.examples import prompts

AT = datetime(2026, 11, 20, 14, tzinfo=UTC)
LINES = ["Table 1: Amara, Tom, Priya", "Hill Primary: Ann", "Omar", "Table 2:"]


@pytest.fixture
def seated(session: Session) -> Session:
    """A session in which some sit at tables, one is alone, and one table has nobody at it."""
    return session.model_copy(update={"roster": roster(LINES, Random(1))})


def answering(session: Session, by: By) -> list[str]:
    activity = session.activity.model_copy(update={"by": by})
    return [one.name for one in awaited(session, activity)]


def test_a_line_of_the_roster_is_a_table_with_its_people_or_a_name_alone() -> None:
    found = roster(LINES, Random(1))
    here = Hall(found)
    assert [one.name for one in found] == ["Table 1", "Amara", "Tom", "Priya", "Hill Primary", "Ann", "Omar", "Table 2"]
    assert {table.name: [one.name for one in here.at(table.id)] for table in here.tables} == {
        "Table 1": ["Amara", "Tom", "Priya"],
        "Hill Primary": ["Ann"],
    }


def test_tables_answer_for_their_people_and_people_for_themselves(seated: Session) -> None:
    assert answering(seated, By.TABLE) == ["Table 1", "Hill Primary", "Omar", "Table 2"]
    assert answering(seated, By.PERSON) == ["Amara", "Tom", "Priya", "Ann", "Omar", "Table 2"]
    assert len(answering(seated, By.EITHER)) == 8


@given(st.sampled_from(By), st.lists(st.tuples(st.booleans(), st.integers(0, 9)), max_size=10))
def test_somebody_answers_for_everyone(by: By, made: list[tuple[bool, int]]) -> None:
    everyone = tuple(
        Participant(id=f"p-{n}", name=f"N {n}", at=f"p-{at}" if sits and at < n and not made[at][0] else None)
        for n, (sits, at) in enumerate(made)
    )
    here = Hall(everyone)
    activity = prompts().model_copy(update={"by": by})
    for one in everyone:
        table = here.table_of(one)
        people = here.at(one.id)
        assert here.answers(activity, one) or any(
            here.answers(activity, other) for other in [*([table] if table else []), *people]
        )
    assert len(here.in_order) == len(everyone)


@pytest.mark.parametrize("lines", [["Ann", "ann"], ["Table 1: Ann", "Table 2: Ann"], ["Table 1: Table 1"]])
def test_a_name_that_two_would_have_is_refused_with_what_to_write(lines: list[str]) -> None:
    with pytest.raises(Refused, match="told apart"):
        roster(lines, Random(1))


def test_a_seat_says_at_which_table_it_is_and_late_comers_are_there(seated: Session) -> None:
    late = Contribution(participant=Participant(id="p-late", name="Zoe", at=seated.roster[0].id))
    session = seated.model_copy(
        update={
            "workshop": seated.workshop.model_copy(
                update={"activities": (seated.activity.model_copy(update={"by": By.PERSON}),)}
            ),
            "current": seated.activity.id,
        }
    )
    found = [(seat.participant.name, seat.table) for seat in seats(session, [late])]
    assert found[:4] == [("Amara", "Table 1"), ("Tom", "Table 1"), ("Priya", "Table 1"), ("Zoe", "Table 1")]
    assert found[-1] == ("Table 2", "")


def test_whose_table_is_forgotten_answers_for_themselves(seated: Session) -> None:
    left = without(seated, seated.roster[0].id, {"Table 1"})
    assert hall(left).tables == (left.roster[3],)
    assert answering(left, By.TABLE) == ["Amara", "Tom", "Priya", "Hill Primary", "Omar", "Table 2"]


def test_everyone_takes_home_what_they_gave_and_what_their_table_gave(seated: Session) -> None:
    activity = prompts("together")
    field = activity.prompts[0].id

    def gave(one: Participant, words: str) -> Contribution:
        return Contribution(participant=one).record("together", PromptsResponse(answers={field: words}), at=AT)

    table, amara = seated.roster[0], seated.roster[1]
    taking = {one.own.participant.name: one for one in taken_home(seated, [gave(table, "ours"), gave(amara, "mine")])}
    assert list(taking) == ["Amara", "Tom", "Priya"]
    answers = {name: one.by_round(activity)[1] for name, one in taking.items()}
    assert {name: one.answer(field) for name, one in answers.items() if isinstance(one, PromptsResponse)} == {
        "Amara": "mine",
        "Tom": "ours",
        "Priya": "ours",
    }
    alone = taken_home(seated, [gave(seated.roster[7], "we are nobody's table")])
    assert [one.own.participant.name for one in alone] == ["Table 2"]
