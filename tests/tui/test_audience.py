"""Who is to see what is written sees it, and nobody else does: every kind, every audience, everywhere it could leak.

Each kind gives a response with a marked word in every text that its writer types. Where only they are to see it, the word
is in no reveal, no panel of the console, no results, no JSON, no room sheet and no notice of any of them.
"""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from activities.kinds.activity import Activity, Response, who_sees, words
from activities.kinds.audience import Audience
from activities.kinds.card_sort import CardSort, CardSortResponse
from activities.kinds.checks_counts import Answer
from activities.kinds.choice import Choice, ChoiceResponse
from activities.kinds.composition import WHOLE, CompositionResponse
from activities.kinds.dot_vote import DotVoteResponse
from activities.kinds.feedback import FeedbackResponse
from activities.kinds.grid import Grid
from activities.kinds.grid_response import GridResponse
from activities.kinds.log_entries import LogResponse
from activities.kinds.pathway import Pathway, PathwayResponse
from activities.kinds.prompts import PromptsResponse
from activities.kinds.ranking import RankingResponse
from activities.kinds.registry import kinds
from activities.kinds.sentence_stems import SentenceStemsResponse
from activities.kinds.writing import THEIRS_ALONE
from activities.session.hiding import given
from tests.activities import examples
from tests.activities.examples import NOW
from tests.tui.test_small_groups import Room, everything_shown

MARKED = "zebra"
TODAY = date(2026, 11, 20)


def _card_sort(activity: Activity) -> Response:
    assert isinstance(activity, CardSort)
    response = CardSortResponse().write_card(activity, MARKED).put("own-1", activity.places[0])
    return response.put(activity.cards[0].id, activity.places[0])


def _choice(activity: Activity) -> Response:
    assert isinstance(activity, Choice)
    response = ChoiceResponse().choose(activity, activity.options[0].id)
    for _, asked in activity.asked:
        response = response.write(asked.field, MARKED)
    return response


def _pathway(activity: Activity) -> Response:
    assert isinstance(activity, Pathway)
    strand = activity.strands[0]
    return PathwayResponse().stand_at(strand, 2).give_evidence(strand.id, MARKED).plan_move(strand.id, MARKED)


def _grid(activity: Activity) -> Response:
    assert isinstance(activity, Grid)
    return GridResponse().write_row(MARKED, 2).write("own-1", "says", MARKED).write(activity.rows[0].id, "says", MARKED)


GIVES: Mapping[str, Callable[[Activity], Response]] = {
    "card_sort": _card_sort,
    "checks": lambda _: examples.checked(Answer.YES, Answer.NOT_YET, now=MARKED, before=f"Old {MARKED}", why=MARKED),
    "choice": _choice,
    "composition": lambda _: CompositionResponse(own={"title": MARKED, "plan": MARKED}),
    "dot_vote": lambda _: DotVoteResponse(dots={"alpha": 1}),
    "feedback": lambda _: FeedbackResponse().write("p-1", "clear", MARKED),
    "form": lambda _: examples.filled(MARKED, "Talk", named=False, why=MARKED),
    "grid": _grid,
    "log": lambda _: LogResponse().add(TODAY).write("entry-1", "planned", MARKED, TODAY),
    "pathway": _pathway,
    "prompts": lambda _: PromptsResponse(answers={"one": MARKED, "two": MARKED}),
    "ranking": lambda _: RankingResponse(tiers=(("alpha",), ("beta",))),
    "sentence_stems": lambda _: SentenceStemsResponse(answers={"goal": MARKED}),
}
"""What a participant gives to the example of each kind, with the marked word in every text."""

NEVER = {"pathway", "feedback", "dot_vote", "ranking"}
"""Kinds of which the room sees counts only, whatever the audience: their texts are their writer's, or nobody writes."""

ANSWERED = sorted(name for name in kinds() if name not in ("brief", "pause"))


def activity_of(kind: str, audience: Audience) -> Activity:
    activity: Activity = examples.checks(of="prompts") if kind == "checks" else getattr(examples, kind)()
    return activity.model_copy(update={"audience": audience})


def shown(kind: str, audience: Audience, *, offered: bool = False) -> str:
    """All that anybody but the writers can see or read of a room of six who gave the same."""
    activity = activity_of(kind, audience)
    response = GIVES[kind](activity)
    if offered:
        for field in dict.fromkeys([*(text.field for text in words(activity, response)), WHOLE]):
            response = response.offer(field)
    room = Room(activity, ((response,),) * 6, smallest=1)
    session, people = room.session(), room.contributions()
    return "\n".join([*everything_shown(room), repr(given(session, people))])


def test_every_kind_that_is_answered_is_tried() -> None:
    assert sorted(GIVES) == ANSWERED
    assert examples.NOW == NOW


@pytest.mark.parametrize("kind", ANSWERED)
def test_what_only_its_writer_is_to_see_is_nowhere(kind: str) -> None:
    assert MARKED not in shown(kind, Audience.OWN)


@pytest.mark.parametrize("kind", ANSWERED)
def test_what_nobody_offered_is_nowhere(kind: str) -> None:
    assert MARKED not in shown(kind, Audience.OFFERED)


@pytest.mark.parametrize("kind", sorted(set(ANSWERED) - NEVER))
def test_what_is_offered_or_for_the_room_is_there(kind: str) -> None:
    assert MARKED in shown(kind, Audience.OFFERED, offered=True) or kind == "form"
    assert MARKED in shown(kind, Audience.ROOM)


@pytest.mark.parametrize("kind", sorted(NEVER))
def test_of_some_kinds_the_room_sees_counts_and_no_words(kind: str) -> None:
    assert MARKED not in shown(kind, Audience.ROOM)


@pytest.mark.parametrize("kind", ANSWERED)
def test_each_kind_says_who_sees_it_before_anyone_begins(kind: str) -> None:
    said = {audience: who_sees(activity_of(kind, audience)) for audience in Audience}
    assert all(words.endswith(".") and ("see" in words) for words in said.values())
    if kind not in NEVER:
        assert len(set(said.values())) == 3
        assert "F7" in said[Audience.OFFERED]


@pytest.mark.parametrize("kind", ["prompts", "sentence_stems"])
def test_where_answers_are_kept_back_nobody_is_told_that_there_are_none_or_that_they_stand_somewhere(kind: str) -> None:
    own, offered = shown(kind, Audience.OWN), shown(kind, Audience.OFFERED, offered=True)
    unanswered = "Nobody has answered this"
    assert own.count(THEIRS_ALONE) >= 3
    assert own.count(unanswered) <= offered.count(unanswered)
    assert "stand at the end" not in own
    assert THEIRS_ALONE not in offered
    assert "Their answers stand at the end" in offered
