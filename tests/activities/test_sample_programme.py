"""The sample programme fits its series and its workshops, and is what a group half-way through would have."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from activities.kinds.activity import Response, progress
from activities.kinds.checks import ChecksResponse
from activities.refusal import Refused
from activities.sample_programme import HeldSample, sample_programme
from activities.session.again import with_baselines
from activities.session.looking_back import own_work
from activities.session.running import Phase
from activities.session.tables import awaited, hall
from store.workshops import built_in_series, built_in_workshop, sample_text

AT = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
ON = date(2026, 11, 24)
TEXT = sample_text("handbook")


def make(text: str = TEXT) -> HeldSample:
    known = {one.id: one for one in built_in_series()}
    return sample_programme(text, known.__getitem__, built_in_workshop, on=ON, at=AT)


@pytest.fixture(scope="module")
def sample() -> HeldSample:
    return make()


def test_two_sessions_are_over_and_the_third_is_open(sample: HeldSample) -> None:
    line = sample.programme.timeline([one.session for one in sample.sessions])
    assert [one.stage.value for one in line] == ["done", "done", "open", "next", "later", "later"]
    assert [one.date and one.date <= ON for one in line[:3]] == [True, True, True]
    assert all(one.date and one.date > ON for one in line[3:])
    last = sample.sessions[-1].session
    assert (last.current, last.state().phase) == ("sub-questions", Phase.OPEN)


def test_a_dozen_people_or_so_sit_at_tables_enough_for_their_answers_to_be_shown(sample: HeldSample) -> None:
    here = hall(sample.sessions[0].session)
    assert 12 <= len(here.everyone) - len(here.tables) <= 16
    assert len(here.tables) >= 5


def test_everything_that_is_asked_in_the_sessions_so_far_is_answered_by_enough_to_be_shown(sample: HeldSample) -> None:
    for held in sample.sessions:
        for activity in held.session.workshop.activities:
            if activity.answered:
                given = [one for one in held.contributions if one.by_round(activity.id)]
                assert len(given) >= 5, activity.id
                assert {one.participant.id for one in given} <= {one.id for one in awaited(held.session, activity)}


def everything(sample: HeldSample) -> Iterator[tuple[str, Response, bool]]:
    for held in sample.sessions:
        for one in held.contributions:
            for version in one.versions:
                done = progress(held.session.workshop.activity(version.activity), version.response).complete
                yield version.activity, version.response, done


def test_people_are_not_all_done_with_all(sample: HeldSample) -> None:
    found = list(everything(sample))
    assert 0.5 < sum(done for _, _, done in found) / len(found) < 0.95
    last = sample.sessions[-1]
    handed_in = [one.has_handed_in("sub-questions") for one in last.contributions if one.by_round("sub-questions")]
    assert {True, False} == set(handed_in)


def test_what_was_given_before_is_there_where_it_is_spoken_of(sample: HeldSample) -> None:
    last = sample.sessions[-1]
    session = last.session.model_copy(update={"current": "draft"})
    for table in hall(session).tables:
        own = next(one for one in last.contributions if one.participant.id == table.id)
        assert {activity.id for activity, _ in own_work(session, own)} == {"goals", "way-in"}


def test_a_rewritten_question_stands_beside_the_draft_that_it_was(sample: HeldSample) -> None:
    last = sample.sessions[-1]
    for one in last.contributions:
        if "question" in {version.activity for version in one.versions}:
            rewritten = one.by_round("question")[1]
            assert isinstance(rewritten, ChecksResponse)
            assert rewritten.original == one.by_round("draft")[1].answers["question"]  # type: ignore[attr-defined]
            assert rewritten.rewritten
            assert rewritten.reason


def test_what_is_sorted_again_is_compared_with_the_first_time(sample: HeldSample) -> None:
    first = sample.sessions[0]
    sorted_twice = [
        one for one in with_baselines(first.session, first.contributions) if set(one.by_round("evidence")) == {0, 1}
    ]
    assert len(sorted_twice) >= 5


def test_it_is_made_alike_at_whatever_time(sample: HeldSample) -> None:
    assert make().programme == sample.programme


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("workbooks observation feedback plans", "workbooks observation feedback sketchbooks"),
        ("{chosen: natural}", "{chosen: another}"),
        ("how-widely:", "how-narrowly:"),
        ('says: "y n ? n"', 'says: "y n ?"'),
        ("awareness: {stage: 2", "awareness: {stage: 9"),
        ("Danielle Moss:\n          A:", "Danielle Mess:\n          A:"),
        ("assessments work=voice monitoring", "assessments work=voices monitoring"),
    ],
)
def test_it_is_refused_where_it_does_not_fit_its_workshops(here: str, there: str) -> None:
    assert here in TEXT
    with pytest.raises(Refused) as told:
        make(TEXT.replace(here, there, 1))
    assert "\n" not in str(told.value)
