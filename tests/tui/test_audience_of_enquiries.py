"""What stands on a person's page in a programme, with their name, is what they were told the facilitator would see.

As in `test_audience`, each kind gives a marked word in every text, for every audience. All that a person takes home on
the first page of their handout is asked for here, so that as much as can be wants to be on the page.
"""

from datetime import date

import pytest

from activities.kinds.activity import Activity, Response, words
from activities.kinds.audience import Audience
from activities.kinds.choice import Choice
from activities.kinds.composition import WHOLE
from activities.kinds.form import Form
from activities.kinds.grid import Grid
from activities.kinds.registry import kinds
from activities.kinds.traces import leaves_traces
from activities.programme.enquiry import NOT_OFFERED, TAKEN_OUT, THEIRS_ALONE, Attended, Enquiry, enquiry
from activities.programme.telling import in_words
from activities.session.enquired import told_to_writers
from activities.session.hiding import given, hide
from activities.session.session import Session
from activities.session.sitting import Sitting
from activities.session.tables import TakenHome
from activities.workshop.workshop import Workshop
from store.workshops import built_in_workshops
from tests.activities import examples
from tests.tui.test_audience import ANSWERED, GIVES, MARKED, NEVER, activity_of
from tests.tui.test_small_groups import Room

TODAY = date(2026, 11, 20)
LEAVE = {"checks", "sentence_stems", "log", "form", "grid"}
"""The kinds of which something is on the page."""


def taking_all_home(kind: str, audience: Audience) -> Activity:
    """The example of a kind, with everything on the first page of the handout that a workshop can put there."""
    activity = activity_of(kind, audience)
    home = {"first_page": True}
    if isinstance(activity, Form):
        return activity.model_copy(update={"fields": tuple(one.model_copy(update=home) for one in activity.fields)})
    if isinstance(activity, Grid):
        return activity.model_copy(update={"columns": tuple(one.model_copy(update=home) for one in activity.columns)})
    return activity.model_copy(update=home) if isinstance(activity, Choice) else activity


def room_of_one(kind: str, audience: Audience, *, offered: bool = False) -> Room:
    activity = taking_all_home(kind, audience)
    response = GIVES[kind](activity)
    for field in dict.fromkeys([*(text.field for text in words(activity, response)), WHOLE]) if offered else ():
        response = response.offer(field)
    return Room(activity, ((response,),), smallest=1)


def page(room: Room, session: Session | None = None) -> tuple[Enquiry, str]:
    (own,) = room.contributions()
    found = enquiry([Attended(session or room.session(), TakenHome(own))])
    return found, "\n".join([repr(found), *in_words(found, TODAY)])


def why_kept(found: Enquiry) -> list[str]:
    return [one.why for one in found.kept]


@pytest.mark.parametrize("kind", ANSWERED)
def test_what_is_theirs_alone_is_not_on_the_page_and_that_it_was_written_is(kind: str) -> None:
    found, seen = page(room_of_one(kind, Audience.OWN))
    assert MARKED not in seen
    if kind in LEAVE:
        assert why_kept(found) == [THEIRS_ALONE]


@pytest.mark.parametrize("kind", ANSWERED)
def test_what_nobody_offered_is_not_on_the_page_and_that_it_was_written_is(kind: str) -> None:
    found, seen = page(room_of_one(kind, Audience.OFFERED))
    assert MARKED not in seen
    if kind in LEAVE:
        assert why_kept(found) == [NOT_OFFERED]


@pytest.mark.parametrize("kind", sorted(LEAVE))
def test_what_is_offered_or_for_the_room_is_on_the_page(kind: str) -> None:
    assert MARKED in page(room_of_one(kind, Audience.OFFERED, offered=True))[1]
    assert MARKED in page(room_of_one(kind, Audience.ROOM))[1]


@pytest.mark.parametrize("kind", sorted(set(ANSWERED) - LEAVE))
@pytest.mark.parametrize("audience", list(Audience))
def test_of_what_is_counted_or_is_no_enquiry_nothing_is_on_the_page(kind: str, audience: Audience) -> None:
    assert MARKED not in page(room_of_one(kind, audience, offered=True))[1]
    assert not leaves_traces(activity_of(kind, audience))


@pytest.mark.parametrize("kind", sorted(LEAVE - {"form"}))
def test_what_the_facilitator_took_out_of_sight_is_not_on_the_page(kind: str) -> None:
    room = room_of_one(kind, Audience.ROOM)
    session = room.session()
    for text in given(session, room.contributions()):
        session = hide(session, text.where)
    found, seen = page(room, session)
    assert MARKED not in seen
    assert why_kept(found) == [TAKEN_OUT]


@pytest.mark.parametrize("kind", ANSWERED)
@pytest.mark.parametrize("audience", list(Audience))
def test_nothing_is_on_the_page_that_writers_were_not_told_of(kind: str, audience: Audience) -> None:
    room = room_of_one(kind, audience, offered=True)
    (own,) = room.contributions()
    session = room.session().model_copy(update={"programme": "hills"})
    told = Sitting(session, own.participant, own).who_sees
    assert MARKED not in page(room, session)[1] or "The facilitator sees" in told


@pytest.mark.parametrize("kind", ANSWERED)
def test_outside_a_programme_nobody_is_told_of_a_page_that_there_is_not(kind: str) -> None:
    room = room_of_one(kind, Audience.ROOM)
    (own,) = room.contributions()
    told = Sitting(room.session(), own.participant, own).who_sees
    assert kind == "form" or "The facilitator sees" not in told


def test_every_kind_either_leaves_something_or_not() -> None:
    assert set(kinds()) - {"brief", "pause"} == set(ANSWERED)
    assert not LEAVE & NEVER


def with_draft(audience: Audience) -> tuple[Workshop, Response]:
    draft = examples.prompts("draft").model_copy(update={"audience": audience})
    asks = examples.prompts("smaller").model_copy(update={"audience": audience, "sources": ("again",)})
    activities = (draft, examples.checks("again", of="draft"), asks)
    return examples.workshop().model_copy(update={"activities": activities}), GIVES["prompts"](draft)


@pytest.mark.parametrize("activity", ["draft", "smaller"])
def test_a_first_draft_and_smaller_questions_follow_the_same_rule(activity: str) -> None:
    for audience in Audience:
        workshop, response = with_draft(audience)
        asked = workshop.activity(activity)
        room = Room(asked, ((response,),), smallest=1)
        seen = page(room, room.session().model_copy(update={"workshop": workshop}))[1]
        assert (MARKED in seen) is (audience is Audience.ROOM)
        assert bool(told_to_writers(workshop, asked)) is (audience is not Audience.OWN)


def test_in_every_built_in_workshop_what_could_be_on_a_page_is_told() -> None:
    told = 0
    for workshop in built_in_workshops():
        for activity in workshop.activities:
            if leaves_traces(activity) and activity.audience is not Audience.OWN:
                assert told_to_writers(workshop, activity).endswith("with your name.")
                told += 1
    assert told > 20


@pytest.mark.parametrize("kind", sorted(LEAVE))
def test_who_offers_something_in_a_programme_is_told_who_sees_it_now(kind: str) -> None:
    room = room_of_one(kind, Audience.OFFERED)
    (own,) = room.contributions()
    alone = Sitting(room.session(), own.participant, own).who_sees_offered
    assert alone == "Offered: the room sees this without your name. F7 takes it back."
    member = Sitting(room.session().model_copy(update={"programme": "hills"}), own.participant, own)
    assert ("facilitator with it" in member.who_sees_offered) is leaves_traces(room.activity)
