"""A session that was never held: no reveal is empty, your own work counts, and what stands in for it never hides it."""

from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.activity import Activity, blank
from activities.kinds.form import Form
from activities.preview.rehearsal import STAND_IN, YOU, YOURS, Rehearsal, rehearse, sitter
from activities.reveal import steps
from activities.reveal.total import add_up
from activities.session.contribution import Contribution
from activities.session.ring import remarks
from activities.session.session import Phase
from activities.session.sitting import Sitting
from activities.session.tables import hall
from activities.workshop.workshop import Workshop
from store.workshops import built_in_workshop, built_in_workshops
from tests.every_kind.doing import does, hand
from tests.every_kind.the_room import every_kind

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@cache
def rehearsed(workshop: str = "every-kind") -> Rehearsal:
    found = every_kind() if workshop == "every-kind" else built_in_workshop(workshop)
    return rehearse(found, on=TODAY, at=NOW)


AGENDA = rehearsed().session.workshop.activities


@pytest.mark.parametrize("activity", [one for one in AGENDA if one.answered], ids=lambda one: one.id)
def test_there_is_something_to_see_at_every_reveal(activity: Activity) -> None:
    there = rehearsed().at(activity.id, NOW, revealed=True)
    total = add_up(there.session, there.given)
    assert there.session.state().phase is Phase.REVEALED
    assert not total.withheld
    assert total.answers >= 5
    assert not any(step.empty for step in steps(activity, total))


@pytest.mark.parametrize("workshop", built_in_workshops(), ids=lambda one: one.id)
def test_every_built_in_workshop_can_be_rehearsed(workshop: Workshop) -> None:
    there = rehearse(workshop, on=TODAY, at=NOW)
    here = hall(there.session)
    answered = [one for one in there.session.workshop.activities if one.answered]
    found = {one.participant.id: one for one in (*there.given, *there.stand_ins)}
    assert all(found[who.id].has_handed_in(one.id) for one in answered for who in here.answering(one))


def test_as_many_come_as_the_smallest_group_asks_for() -> None:
    there = rehearse(every_kind(), on=TODAY, at=NOW, smallest=20).at("venn", NOW, revealed=True)
    assert not add_up(there.session, there.given, 20).withheld


def test_the_room_comes_to_an_activity_by_the_plan() -> None:
    there = rehearsed().at("concerns", NOW, revealed=False).session
    assert there.state().phase is Phase.OPEN
    assert there.began == NOW - timedelta(minutes=5)
    assert there.due == there.began + timedelta(minutes=there.length)


def test_you_answer_for_yourself_or_for_your_table() -> None:
    who = {one.id: sitter(rehearsed().at(one.id, NOW, revealed=False).session).id for one in AGENDA}
    assert (who["venn"], who["concerns"], who["rings"]) == (YOURS.id, YOU.id, YOU.id)


def test_you_begin_with_nothing_and_look_back_at_what_stands_in_for_your_own_work() -> None:
    there = rehearsed().at("sharpen", NOW, revealed=False)
    mine = {one.participant.id: one for one in there.yours(())}
    sitting = Sitting(there.session, YOU, mine[YOU.id], table=mine[YOURS.id], everyone=there.given)
    assert sitting.response == blank(sitting.activity)
    assert [activity.id for activity, _ in sitting.earlier] == ["question"]
    assert sitting.offered["question"]


def test_nobody_has_commented_on_your_work_before_they_are_asked_to() -> None:
    found = {}
    for name in ("plan", "comments"):
        there = rehearsed().at(name, NOW, revealed=True)
        found[name] = remarks(there.session, [*there.given, *there.yours(())])
    assert not found["plan"]
    assert found["comments"]


def test_what_earlier_workshops_leave_is_there_to_draw_on() -> None:
    visit, before = built_in_workshop("visit"), [built_in_workshop(one) for one in ("opening-audit", "opening-plan")]
    sources = {source for one in visit.activities for _, source in one.starts_from if "/" in source}
    alone, after = (rehearse(visit, earlier, on=TODAY, at=NOW) for earlier in ((), before))
    assert not alone.session.earlier
    assert after.session.earlier.keys() == sources
    assert all(one.carried for one in after.given if one.participant.at)


def test_a_form_that_asks_for_a_code_is_given_one() -> None:
    form = rehearsed().session.workshop.activity("join")
    assert isinstance(form, Form)
    codes = [one.latest("join") for one in rehearsed().given]
    assert {version.response.answer("case").typed[:1] for version in codes if version} == {"P"}  # type: ignore[attr-defined]


@given(st.lists(st.tuples(st.sampled_from([one.id for one in AGENDA if one.answered]), st.booleans()), max_size=6))
def test_your_own_work_stays_whatever_is_opened_and_nothing_stands_in_where_you_are_or_later(
    opened: list[tuple[str, bool]],
) -> None:
    kept: dict[str, Contribution] = {}
    mine: dict[tuple[str, str], object] = {}
    for step, (name, works) in enumerate(opened):
        there = rehearsed().at(name, NOW, revealed=False)
        kept = {one.participant.id: one for one in there.yours(tuple(kept.values()))}
        place = there.session.workshop.position(name)
        stands_in = [v.activity for one in kept.values() for v in one.versions if v.terminal == STAND_IN]
        assert all(there.session.workshop.position(one) < place for one in stands_in)
        assert all(kept[who].latest(at).response == given for (who, at), given in mine.items())  # type: ignore[union-attr]
        if works:
            who = sitter(there.session)
            sitting = Sitting(there.session, who, kept[who.id], "here", True, kept[YOURS.id], there.given)
            response = does(
                there.session.activity, sitting.response, hand(there.session.activity, "you", step, sitting.offered)
            )
            kept[who.id] = sitting.record(kept[who.id], response, NOW, handed_in=True)
            mine[who.id, name] = response
