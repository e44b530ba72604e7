"""Who may sit down: the roster in its order, then who came besides, and names that can be shown."""

from datetime import UTC, datetime
from random import Random

import pytest

from activities.kinds.activity import blank
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.refusal import Refused
from activities.session.contribution import Contribution, Participant
from activities.session.pin import make_pin
from activities.session.seats import find_seat, new_participant, roster, seats
from activities.session.session import Session

AT = datetime(2026, 11, 20, 14, tzinfo=UTC)


def at_the_sort(session: Session) -> tuple[Session, CardSort]:
    sort = next(one for one in session.workshop.activities if isinstance(one, CardSort))
    return session.go_to(sort.id, AT), sort


def test_who_came_without_being_listed_sits_after_the_roster(session: Session) -> None:
    came = Contribution(participant=Participant(id="p-x", name="Ann"))
    names = [seat.participant.name for seat in seats(session, [came])]
    assert names == ["Table 1", "Table 2", "Table 3", "Table 4", "Table 5", "Table 6", "Ann"]


def test_a_seat_tells_how_far_its_work_is(session: Session) -> None:
    session, sort = at_the_sort(session)
    response = blank(sort)
    assert isinstance(response, CardSortResponse)
    half = response.put(sort.cards[0].id, ())
    kept = Contribution(participant=session.roster[0]).record(sort.id, half, at=AT)
    seat = seats(session, [kept])[0]
    assert seat.progress is not None
    assert (seat.progress.done, seat.progress.of) == (1, len(sort.cards))
    assert not seat.handed_in
    assert seats(session, [kept.record(sort.id, half, at=AT, handed_in=True)])[0].handed_in


@pytest.mark.parametrize("typed", ["table 3", "  TABLE   3 ", "Table 3"])
def test_a_name_is_found_whatever_its_capitals_and_spaces(session: Session, typed: str) -> None:
    found = find_seat(seats(session, []), typed)
    assert found is not None
    assert found.participant.id == "p-3"


@pytest.mark.parametrize(
    "name", ["[bold]x[/]", "<b>", "a<b", '"; DROP', "Siân Tŷ Gwyn", "Łukasz", "محمد", "王芳", "🦊 Fox"]
)
def test_any_name_that_can_be_shown_is_taken_as_it_is(name: str) -> None:
    assert new_participant(name, Random(1)).name == name


@pytest.mark.parametrize(
    ("name", "why"),
    [("", "Type your name"), ("   ", "Type your name"), ("x" * 61, "60 characters"), ("a\x1b[31mb", "cannot be shown"), ("a\u202eb", "cannot be shown")],
)  # fmt: skip
def test_a_name_that_cannot_be_is_refused_with_what_to_do(name: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        new_participant(name, Random(1))


def test_a_roster_leaves_out_empty_lines_and_repeated_names() -> None:
    assert [one.name for one in roster(["Ann", "", " Bo ", "Ann"], Random(1))] == ["Ann", "Bo"]


def test_an_id_tells_nothing_of_the_name() -> None:
    assert "ann" not in new_participant("Ann", Random(1)).id


def test_a_seat_has_the_name_of_now_and_is_found_by_the_one_before_too(session: Session) -> None:
    session = session.rename("p-3", "The Blues")
    there = seats(session, [])
    assert there[2].participant == Participant(id="p-3", name="The Blues")
    assert find_seat(there, "the blues") is find_seat(there, "Table 3") is there[2]


def test_a_name_of_now_comes_before_one_that_was(session: Session) -> None:
    session = session.rename("p-3", "Table 4").rename("p-4", "Table 3")
    found = find_seat(seats(session, []), "Table 3")
    assert found is not None
    assert found.participant.id == "p-4"


def test_a_seat_tells_that_a_pin_is_set(session: Session) -> None:
    kept = Contribution(participant=Participant(id="p-2", name="Table 2"), pin=make_pin("4071", b"s" * 16))
    assert [seat.locked for seat in seats(session, [kept])] == [False, True, False, False, False, False]
