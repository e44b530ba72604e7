"""What flows from one session of a programme to the next: typed once, offered where it is wanted, its source untouched."""

from datetime import UTC, date, datetime

import pytest

from activities.kinds.log_entries import LogResponse
from activities.kinds.pathway import Mark, PathwayResponse
from activities.kinds.prompts import Prompts, PromptsResponse
from activities.programme.beginning import Begun, begin_part, part_of
from activities.programme.carrying import Earlier, carry, sources_of
from activities.programme.programme import Programme, Stage
from activities.programme.series import Planned, Series
from activities.refusal import Refused
from activities.session.again import with_baselines
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.findings import findings
from activities.session.session import Session
from activities.session.sitting import Sitting
from activities.workshop.workshop import Workshop
from tests.activities.examples import log, pathway, prompts, sentence_stems

AT = datetime(2026, 11, 20, 14, tzinfo=UTC)
ANN, OMAR = Participant(id="p-ann", name="Ann"), Participant(id="p-omar", name="Omar")


def a_workshop(name: str, *activities: object) -> Workshop:
    return Workshop.model_validate({"id": name, "title": name, "summary": "Some.", "activities": activities})


FIRST = a_workshop("first", prompts("goals"), pathway("audit"))
LATER = a_workshop(
    "later",
    sentence_stems("plan", source="first/goals"),
    pathway("audit").model_copy(update={"id": "again", "again": "first/audit"}),
)
SERIES = Series(
    id="year",
    title="A year",
    summary="Two sessions.",
    sessions=(
        Planned(workshop="first", when="September", minutes=60, purpose="To begin."),
        Planned(workshop="later", when="May", minutes=60, purpose="To end.", repeats=True),
    ),
)
YEAR = Programme(id="hills", title="Hills", series=SERIES, roster=(ANN,))


def begun(programme: Programme, workshop: Workshop, earlier: list[Earlier], code: str = "ABCD") -> Begun:
    part = part_of(programme, workshop.id, [one.session for one in earlier])
    return begin_part(
        programme, part, workshop, earlier, code=code, title="T", on=date(2026, 11, 20), place="", delete_on=None
    )


def goals(words: str) -> PromptsResponse:
    activity = FIRST.activities[0]
    assert isinstance(activity, Prompts)
    return PromptsResponse(answers={activity.prompts[0].id: words})


def audit(stage: int) -> PathwayResponse:
    return PathwayResponse(marks={pathway().strands[0].id: Mark(stage=stage)})


@pytest.fixture
def held() -> Earlier:
    """The first session, in which Ann and Omar, who came unlisted, gave something."""
    session = begun(YEAR, FIRST, []).session
    given = [
        Contribution(participant=ANN).record("goals", goals("Fewer gaps."), at=AT).record("audit", audit(1), at=AT),
        Contribution(participant=OMAR).record("goals", goals("More talk."), at=AT).record("audit", audit(2), at=AT),
    ]
    return Earlier(session, given)


def test_the_same_people_come_again_by_the_same_ids_with_what_they_gave(held: Earlier) -> None:
    next_one = begun(YEAR.with_held(0, held.session), LATER, [held], "EFGH")
    assert next_one.session.roster == (ANN, OMAR)
    assert sources_of(LATER) == ("first/goals", "first/audit")
    ann = next(one for one in next_one.contributions if one.participant == ANN)
    offered = Sitting(next_one.session, ANN, ann).offered
    assert [one.text for one in offered["first/goals"]] == ["Fewer gaps."]
    assert ann.versions == ()


def test_what_is_changed_later_leaves_its_source_as_it_was(held: Earlier) -> None:
    before = [one.model_copy() for one in held.contributions]
    later = begun(YEAR.with_held(0, held.session), LATER, [held], "EFGH")
    assert later.programme.held[-1].code == "EFGH"
    assert list(held.contributions) == before


def test_baseline_and_audit_again_are_compared_by_person_across_sessions(held: Earlier) -> None:
    later = begun(YEAR.with_held(0, held.session), LATER, [held], "EFGH")
    given = [one.record("again", audit(3), at=AT) for one in later.contributions]
    found = findings(LATER.activities[1], with_baselines(later.session, given), smallest=1)
    assert found.shift is not None
    assert (found.shift.both, found.shift.movers) == (2, 2)
    too_few = findings(LATER.activities[1], with_baselines(later.session, given), smallest=5)
    assert (too_few.shift, too_few.before) == (None, None)


def test_of_the_same_session_held_twice_the_later_answer_counts(held: Earlier) -> None:
    again = Earlier(held.session, [Contribution(participant=ANN).record("goals", goals("Other."), at=AT)])
    carried = carry(LATER, [held, again])
    texts = {
        who: [one.response for one in versions if one.activity == "first/goals"]
        for who, versions in carried.given.items()
    }
    assert texts == {"p-ann": [goals("Other.")], "p-omar": [goals("More talk.")]}


def test_a_series_is_gone_through_in_its_order_and_what_repeats_can_be_held_again(held: Earlier) -> None:
    assert part_of(YEAR, None, []) == 0
    after = YEAR.with_held(0, held.session)
    assert [one.stage for one in after.timeline([held.session])] == [Stage.OPEN, Stage.NEXT]
    assert part_of(after, None, [held.session]) == 1
    with pytest.raises(Refused, match="It still has later"):
        part_of(after, "first", [held.session])
    closed = begin(LATER, code="EFGH", title="T", on=date(2027, 5, 1)).model_copy(
        update={"closed": AT, "programme": "hills", "part": 1}
    )
    known = after.knows([closed])
    assert [one.stage for one in known.timeline([closed])] == [Stage.DONE, Stage.DONE, Stage.LATER]
    assert part_of(known, "later", [closed]) == 1


def test_a_session_that_is_elsewhere_is_told_and_one_that_was_copied_here_is_found(held: Earlier) -> None:
    away = YEAR.with_held(0, held.session).timeline([])
    assert (away[0].missing, away[0].code) == (True, "ABCD")
    assert YEAR.knows([held.session]).held[0].code == "ABCD"
    other = held.session.model_copy(update={"programme": "dales"})
    assert YEAR.knows([other]).held == ()


def test_who_is_forgotten_in_the_programme_comes_into_no_later_session(held: Earlier) -> None:
    without = YEAR.with_held(0, held.session).without("p-omar")
    later = begun(without, LATER, [held], "EFGH")
    assert later.session.roster == (ANN,)
    assert [one.participant for one in later.contributions] == [ANN]
    assert "p-omar" in later.session.forgotten


def test_a_session_without_a_programme_carries_nothing() -> None:
    session: Session = begin(LATER, code="ABCD", title="T", on=date(2026, 11, 20))
    assert Sitting(session, ANN, Contribution(participant=ANN)).offered == {}


def test_a_log_goes_on_when_its_session_is_held_again() -> None:
    cycle = a_workshop("later", log("diary"))
    day = date(2026, 10, 5)
    entry = LogResponse().add(day).write("entry-1", "planned", "Read aloud.", day)
    first = begun(YEAR, cycle, [])
    held = Earlier(first.session, [Contribution(participant=ANN).record("diary", entry, at=AT)])
    over = Earlier(held.session.model_copy(update={"closed": AT}), held.contributions)
    again = begun(first.programme, cycle, [over], "EFGH")
    (ann,) = again.contributions
    assert Sitting(again.session, ANN, ann).response == entry
    assert Sitting(again.session, OMAR, Contribution(participant=OMAR)).response == LogResponse()
