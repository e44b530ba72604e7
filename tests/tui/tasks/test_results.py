"""What `flipchart results` says of one round and of several."""

import json
from datetime import timedelta

import pytest

from activities.kinds.prompts import PromptsResponse
from activities.refusal import Refused
from activities.session.contribution import Participant
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW
from tui.tasks.results import in_json, in_text, summaries

REFLECTION = "reflection"


@pytest.fixture
def twice(store: Store, session: Session) -> Session:
    """Six tables answered the first prompt in both rounds, four of them otherwise the second time."""
    field = next(one for one in session.workshop.activities if one.id == REFLECTION).prompts[0].id  # type: ignore[attr-defined]
    for number in range(1, 7):
        give(store, number, 1, field, f"first {number}")
        give(store, number, 2, field, f"{'second' if number > 2 else 'first'} {number}")
    return store.change_session("MKRT", lambda s: s.go_to(REFLECTION, NOW).again(NOW).reveal(NOW))


def give(store: Store, number: int, round_number: int, field: str, text: str) -> None:
    store.change_contribution(
        "MKRT",
        Participant(id=f"p-{number}", name=f"Table {number}"),
        lambda one: one.record(
            REFLECTION,
            PromptsResponse(answers={field: text}),
            at=NOW + timedelta(minutes=round_number),
            round_number=round_number,
            handed_in=True,
        ),
    )


def test_a_second_round_is_named_and_says_how_many_changed(store: Store, twice: Session) -> None:
    text = in_text(summaries(store, "MKRT", REFLECTION))
    assert text.splitlines()[0].endswith(", round 2 (6 taking part)")
    assert "  4 of 6 changed something since round 1." in text.splitlines()
    assert "  - second 3" in text
    assert "first 3" not in text


def test_a_round_before_can_be_asked_for(store: Store, twice: Session) -> None:
    text = in_text(summaries(store, "MKRT", REFLECTION, 1))
    assert text.splitlines()[0].endswith(", round 1 (6 taking part)")
    assert "first 3" in text
    assert "changed" not in text


def test_a_first_round_is_named_too(store: Store, session: Session) -> None:
    assert ", round 1 (" in in_text(summaries(store, "MKRT", REFLECTION)).splitlines()[0]


def test_json_has_the_round_and_what_changed(store: Store, twice: Session) -> None:
    found = json.loads(in_json(summaries(store, "MKRT", REFLECTION), one=True))
    assert found["round"] == 2
    assert (found["shift"]["both"], found["shift"]["movers"]) == (6, 4)
    assert sum(found["shift"]["parts"].values()) == 4
    before = json.loads(in_json(summaries(store, "MKRT", REFLECTION, 1), one=True))
    assert (before["round"], before["shift"]) == (1, None)


def test_all_activities_of_a_round_are_those_that_have_come_so_far(store: Store, twice: Session) -> None:
    assert [found.activity.id for found in summaries(store, "MKRT", round_number=2)] == [REFLECTION]
    assert len(summaries(store, "MKRT", round_number=1)) == 4


def test_who_changed_is_not_counted_where_too_few_were_in_both(store: Store, twice: Session) -> None:
    found = summaries(store, "MKRT", REFLECTION, smallest_group=7)
    assert found[0].shift is None
    assert "6 are in. Answers are shown when 7 are in" in in_text(found)
    value = json.loads(in_json(found, one=True))
    assert value["shift"] is None
    assert (
        value["shift_withheld"]
        == "What changed is not shown. Fewer than 7 took part both times: what changed could tell who they are."
    )


@pytest.mark.parametrize(("number", "say"), [(3, "rounds 1 to 2"), (0, "rounds 1 to 2")])
def test_a_round_that_has_not_been_is_refused(store: Store, twice: Session, number: int, say: str) -> None:
    with pytest.raises(Refused, match=f"no round {number} .*{say}"):
        summaries(store, "MKRT", REFLECTION, number)
    with pytest.raises(Refused, match="only round 1"):
        summaries(store, "MKRT", "pathways", 2)
