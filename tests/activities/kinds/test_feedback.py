"""Feedback: what may be said of comments is how many there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.activity import blank, in_words, moved, progress, shown, summarise, who_sees, words
from activities.kinds.audience import Audience
from activities.kinds.feedback import FeedbackResponse, FeedbackSummary
from activities.model import ANSWER_LIMIT
from activities.refusal import Refused
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.activities.examples import feedback

COMMENTS = feedback()
HEADINGS = [heading.id for heading in COMMENTS.headings]


def added_up(*given: FeedbackResponse, smallest: int = 1) -> FeedbackSummary:
    found = shown(COMMENTS, summarise(COMMENTS, given), smallest)
    assert isinstance(found, FeedbackSummary)
    return found


def test_a_comment_is_for_one_work_and_several_works_can_have_one() -> None:
    found = FeedbackResponse().write("p-2", "clear", "All of it.").write("p-3", "idea", "Less.").give_name("p-3")
    assert [(one.to, dict(one.answers), one.named) for one in found.comments] == [
        ("p-2", {"clear": "All of it."}, False),
        ("p-3", {"idea": "Less."}, True),
    ]
    assert not found.give_name("p-3").on("p-3").named
    assert (progress(COMMENTS, found).done, progress(COMMENTS, found).of) == (1, 3)
    assert moved(COMMENTS, found, found.write("p-2", "clear", "Most of it.")) == {"clear"}
    assert not blank(COMMENTS).begun


comments = st.lists(
    st.tuples(st.sampled_from(["p-1", "p-2", "p-3"]), st.sampled_from(HEADINGS), st.text(max_size=5)), max_size=9
)


@given(st.lists(comments, max_size=6), st.integers(1, 5))
def test_no_word_of_a_comment_is_in_a_summary_and_counts_are_of_people(
    rooms: list[list[tuple[str, str, str]]], smallest: int
) -> None:
    given_all = []
    for written in rooms:
        response = FeedbackResponse()
        for to, heading, text in written:
            response = response.write(to, heading, f"marked{text}")
        given_all.append(response)
    summary = added_up(*given_all, smallest=smallest)
    assert "marked" not in summary.model_dump_json()
    assert "marked" not in "\n".join(in_words(COMMENTS, summary))
    begun = [one for one in given_all if one.begun]
    assert summary.participants == len(begun)
    if 0 < len(begun) < smallest:
        assert summary.model_dump()["given"] is None
    for found in summary.headings:
        assert found.withheld or found.n == sum(found.heading in one.filled for one in begun)


def test_nothing_of_it_is_ever_for_the_room_and_that_is_said() -> None:
    found = FeedbackResponse(offered=("clear",)).write("p-2", "clear", "Mine.")
    assert words(COMMENTS, found) == ()
    assert not COMMENTS.shows(found, "clear")
    assert COMMENTS.audience is Audience.OWN
    assert "without your name" in who_sees(COMMENTS)


def test_json_is_how_many_were_given_and_how_many_wrote_under_each_heading() -> None:
    found = added_up(FeedbackResponse().write("p-2", "clear", "x").write("p-3", "clear", "y")).model_dump(mode="json")
    assert found["given"] == 2
    assert [(one["heading"], one["n"]) for one in found["headings"]] == [("clear", 1), ("question", 0), ("idea", 0)]


def test_a_comment_is_not_too_long() -> None:
    with pytest.raises(Refused, match="20,000"):
        FeedbackResponse().write("p-2", "clear", "x" * (ANSWER_LIMIT + 1))


HEAD = """id: w
title: W
summary: s
activities:
  - {id: ask, kind: prompts, title: A, minutes: 5, purpose: p, question: q, instructions: i, prompts: [{id: a, prompt: A}]}
  - {id: b, kind: feedback, title: B, minutes: 5, purpose: p, question: q, instructions: i
"""


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("}", "6: ‘on’ is missing here"),
        (", on: plan}", "‘on’ names ‘plan’, which does not exist: name one that comes before, ‘ask’"),
        (", on: ask, audience: room}", "a comment is for whose work it is, never for the room: take ‘audience’ out"),
        (", on: ask, headings: [{id: a, heading: A}, {id: a, heading: B}]}", "used more than once"),
        (", on: ask, headings: []}", "‘headings’ has 0 entries: it needs at least 1"),
        (", on: ask, heading: [a]}", "did you mean ‘headings’?"),
    ],
)
def test_a_mistake_is_told_in_its_line(rest: str, said: str) -> None:
    with pytest.raises(WorkshopMistakes) as told:
        read_workshop(HEAD.rstrip() + rest, "w.yaml")
    assert said in str(told.value)
