from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.prompts import PromptsResponse
from activities.session.contribution import Contribution, Participant, responses_to
from tests.activities.examples import NOW

LISA = Participant(id="lisa", name="Lisa")
saves = st.lists(
    st.tuples(st.sampled_from(["sort", "plan"]), st.integers(1, 2), st.booleans(), st.integers(-60, 60)), max_size=25
)


def words(number: int) -> PromptsResponse:
    return PromptsResponse(answers={"one": f"version {number}"})


@given(saves)
def test_nothing_that_was_handed_in_is_ever_lost(row: list[tuple[str, int, bool, int]]) -> None:
    contribution, handed_in = Contribution(participant=LISA), []
    for number, (activity, round_number, final, minutes) in enumerate(row):
        at = NOW + timedelta(minutes=minutes)
        contribution = contribution.record(activity, words(number), at=at, round_number=round_number, handed_in=final)
        handed_in += [(activity, round_number, words(number))] if final else []
        kept = [(v.activity, v.round, v.response) for v in contribution.versions if v.handed_in]
        assert kept == handed_in


@given(saves)
def test_what_was_saved_last_is_what_counts_and_at_most_one_draft_waits(row: list[tuple[str, int, bool, int]]) -> None:
    contribution = Contribution(participant=LISA)
    last: dict[tuple[str, int], tuple[PromptsResponse, bool]] = {}
    for number, (activity, round_number, final, _) in enumerate(row):
        contribution = contribution.record(activity, words(number), at=NOW, round_number=round_number, handed_in=final)
        last[activity, round_number] = (words(number), final)
        for (some, some_round), (response, handed_in) in last.items():
            version = contribution.latest(some, some_round)
            assert version is not None
            assert (version.response, contribution.has_handed_in(some, some_round)) == (response, handed_in)
            drafts = [
                v for v in contribution.versions if (v.activity, v.round) == (some, some_round) and not v.handed_in
            ]
            assert len(drafts) <= 1


@given(saves)
def test_a_contribution_survives_being_kept(row: list[tuple[str, int, bool, int]]) -> None:
    contribution = Contribution(participant=LISA)
    for number, (activity, round_number, final, _) in enumerate(row):
        contribution = contribution.record(activity, words(number), at=NOW, round_number=round_number, handed_in=final)
    again = Contribution.model_validate_json(contribution.model_dump_json())
    assert again == contribution
    assert all(isinstance(version.response, PromptsResponse) for version in again.versions)


def test_the_responses_to_an_activity_are_those_that_count_one_a_person() -> None:
    lisa = (
        Contribution(participant=LISA).record("plan", words(1), at=NOW, handed_in=True).record("plan", words(2), at=NOW)
    )
    omar = Contribution(participant=Participant(id="omar", name="Omar"))
    assert responses_to([lisa, omar], "plan") == [words(2)]
    assert responses_to([lisa, omar], "plan", 2) == []
    assert not lisa.has_handed_in("plan")
