"""Looking back: at what an activity speaks of, at nothing the room has not seen, and away again."""

from datetime import UTC, datetime

import pytest

from activities.kinds.activity import who_sees
from activities.kinds.card_sort import CardSortResponse
from activities.kinds.prompts import PromptsResponse
from activities.reveal.step import PICTURE
from activities.session.contribution import Contribution, Participant
from activities.session.looking_back import as_it_was, look_back, own_work, seen_before, spoken_of
from activities.session.session import Session
from activities.session.sitting import Sitting
from activities.session.steps import STEPS

NOW = datetime(2026, 11, 20, 13, 42, tzinfo=UTC)
SORT, REFLECTION, PATHWAYS, PLAN = "evidence-venn", "reflection", "pathways", "plan"
TABLE = Participant(id="p-1", name="Table 1")


@pytest.fixture
def at_reflection(session: Session) -> Session:
    """The sort is revealed, and people write about it."""
    return session.go_to(SORT, NOW).open(NOW).reveal(NOW).go_to(REFLECTION, NOW).open(NOW)


def ids(activities: object) -> list[str]:
    return [activity.id for activity in activities]  # type: ignore[attr-defined]


def test_the_workshop_says_what_an_activity_speaks_of(session: Session) -> None:
    assert ids(spoken_of(session.go_to(SORT, NOW))) == []
    assert ids(spoken_of(session.go_to(REFLECTION, NOW))) == [SORT]
    assert ids(spoken_of(session.go_to(PLAN, NOW))) == [SORT, REFLECTION, PATHWAYS]


def test_the_room_sees_nothing_again_that_it_has_not_seen(session: Session, at_reflection: Session) -> None:
    assert seen_before(session.go_to(REFLECTION, NOW).open(NOW)) == ()
    locked = session.go_to(SORT, NOW).open(NOW).lock(NOW).go_to(REFLECTION, NOW).open(NOW)
    assert look_back(locked) == locked
    assert as_it_was(locked.show(back=SORT)) is None
    assert ids(seen_before(at_reflection)) == [SORT]
    assert seen_before(at_reflection.reveal(NOW)) == ()


def test_the_room_looks_back_and_away_again(at_reflection: Session) -> None:
    back = look_back(at_reflection)
    past = as_it_was(back)
    assert past is not None
    assert (past.current, past.shown.spotlight) == (SORT, PICTURE)
    assert (back.current, back.state().clock.running) == (REFLECTION, True)
    assert look_back(back) == at_reflection
    assert as_it_was(at_reflection) is None


def test_of_several_one_comes_after_another_and_then_none(at_reflection: Session) -> None:
    plan = at_reflection.reveal(NOW).go_to(PLAN, NOW).open(NOW)
    seen = []
    for _ in range(3):
        plan = look_back(plan)
        seen.append(plan.shown.back)
    assert seen == [SORT, REFLECTION, None]


@pytest.mark.parametrize("step", ["lock", "reveal", "next", "back", "again"])
def test_what_the_room_does_next_ends_it(at_reflection: Session, step: str) -> None:
    back = STEPS["look_back"](at_reflection, NOW)
    ready = back.lock(NOW).show(back=SORT) if step == "again" else back
    assert STEPS[step](ready, NOW).shown.back is None
    assert back.undo().shown.back is None


def test_each_looks_back_at_what_they_gave_last(at_reflection: Session) -> None:
    given = Contribution(participant=TABLE)
    assert own_work(at_reflection, given) == ()
    first, second = (CardSortResponse().put("assessments", (circle,)) for circle in ("accountability", "other"))
    given = given.record(SORT, first, at=NOW, handed_in=True).record(SORT, second, at=NOW, round_number=2)
    given = given.record(REFLECTION, PromptsResponse(answers={"now": "Much."}), at=NOW)
    sort = at_reflection.workshop.activity(SORT)
    assert own_work(at_reflection, given) == ((sort, second),)
    sitting = Sitting(session=at_reflection, participant=TABLE, contribution=given)
    assert sitting.earlier == ((sort, second),)


def test_who_began_nothing_has_nothing_to_look_back_at(at_reflection: Session) -> None:
    given = Contribution(participant=TABLE).record(SORT, CardSortResponse(), at=NOW)
    assert own_work(at_reflection, given) == ()


def test_before_anybody_gives_anything_they_are_told_who_sees_it(session: Session) -> None:
    for name in (SORT, REFLECTION, PATHWAYS, PLAN):
        here = session.go_to(name, NOW).open(NOW)
        sitting = Sitting(session=here, participant=TABLE, contribution=Contribution(participant=TABLE))
        assert sitting.who_sees.startswith(who_sees(here.activity))
        assert sitting.who_sees.endswith("What is here when time is up counts.")
        assert len(sitting.who_sees_short) < len(sitting.who_sees)


def test_who_gave_nothing_looks_back_at_what_their_table_gave(at_reflection: Session) -> None:
    board = CardSortResponse().put("assessments", ("accountability",))
    table = Contribution(participant=TABLE).record(SORT, board, at=NOW, handed_in=True)
    own = Contribution(participant=Participant(id="p-9", name="Amara"))
    assert [response for _, response in own_work(at_reflection, own, table)] == [board]
    mine = CardSortResponse().put("assessments", ("professional-development",))
    assert [given for _, given in own_work(at_reflection, own.record(SORT, mine, at=NOW), table)] == [mine]
