"""Dots on what matters most: how many may be where, and what they add up to."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.activity import (
    answered,
    in_words,
    moved,
    offers,
    progress,
    shown,
    summarise,
    who_sees,
    words,
)
from activities.kinds.dot_vote import DotVote, DotVoteResponse, DotVoteSummary
from activities.kinds.effort import effort
from activities.kinds.items import Gathered
from activities.refusal import Refused
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.activities.examples import dot_vote

ITEMS = ("alpha", "beta", "gamma")
GATHERING = dot_vote(items=[], gather="prompts")


def put(*items: str, of: DotVote | None = None) -> DotVoteResponse:
    response = DotVoteResponse()
    for item in items:
        response = response.put(of or dot_vote(), item)
    return response


def seen(*given: DotVoteResponse, smallest: int = 1) -> DotVoteSummary:
    found = shown(dot_vote(), summarise(dot_vote(), given), smallest)
    assert isinstance(found, DotVoteSummary)
    return found


class TestPutting:
    def test_a_dot_is_put_and_taken_back(self) -> None:
        response = put("alpha", "alpha", "beta")
        assert dict(response.dots) == {"alpha": 2, "beta": 1}
        assert dict(response.take("beta").take("alpha").dots) == {"alpha": 1}
        assert response.take("gamma") == response

    def test_no_more_than_there_are(self) -> None:
        with pytest.raises(Refused, match=r"All 3 dots are used\. Take one back first\."):
            put("alpha", "beta", "gamma", "alpha")

    def test_no_more_on_one_than_may_be(self) -> None:
        with pytest.raises(Refused, match="One thing can have 2 dots of yours at most"):
            put("alpha", "alpha", "alpha")
        assert put("alpha", "alpha", "alpha", of=dot_vote(most=None)).on("alpha") == 3

    def test_nothing_on_what_is_not_there(self) -> None:
        with pytest.raises(Refused, match="not there any more"):
            put("delta")

    @given(
        st.lists(st.tuples(st.booleans(), st.sampled_from(ITEMS)), max_size=30), st.integers(1, 8), st.integers(1, 8)
    )
    def test_whatever_one_does_the_limits_hold(self, row: list[tuple[bool, str]], dots: int, most: int) -> None:
        activity = dot_vote(dots=dots, most=min(most, dots))
        response = DotVoteResponse()
        for more, item in row:
            try:
                response = response.put(activity, item) if more else response.take(item)
            except Refused:
                assert response.left(activity) == 0 or response.on(item) == activity.most_on_one
            assert sum(response.dots.values()) + response.left(activity) == dots
            assert all(0 < count <= activity.most_on_one for count in response.dots.values())
        found = progress(activity, response)
        assert 0 <= found.done <= found.of

    @given(st.sampled_from(ITEMS))
    def test_taking_undoes_putting(self, item: str) -> None:
        before = put("alpha")
        assert before.put(dot_vote(), item).take(item) == before

    def test_dots_on_what_is_gone_are_free_again_and_do_not_count(self) -> None:
        response = put("alpha", "alpha", "beta")
        fewer = dot_vote(items=[{"id": name, "label": name} for name in ("beta", "gamma")])
        assert response.left(fewer) == 2
        summary = summarise(fewer, [response])
        assert isinstance(summary, DotVoteSummary)
        assert summary.dots == 1


class TestAddingUp:
    GIVEN = (put("alpha", "alpha", "beta"), put("alpha"), put("beta", "gamma"), DotVoteResponse())

    def test_dots_and_people_are_counted(self) -> None:
        summary = seen(*self.GIVEN)
        assert summary.participants == 3
        assert [(one.item, one.dots, one.people) for one in summary.items] == [
            ("alpha", 3, 2),
            ("beta", 2, 2),
            ("gamma", 1, 1),
        ]

    def test_json_has_the_keys_that_are_promised_and_null_where_it_is_withheld(self) -> None:
        found = json.loads(seen(*self.GIVEN).model_dump_json())
        assert {"item": "alpha", "label": "Alpha", "dots": 3, "people": 2}.items() <= found["items"][0].items()
        few = json.loads(seen(*self.GIVEN, smallest=5).model_dump_json())
        assert few["withheld"]
        assert all(one["dots"] is None and one["people"] is None for one in few["items"])

    @given(st.lists(st.lists(st.sampled_from(ITEMS), min_size=1, max_size=2), max_size=9))
    def test_no_dot_is_lost_and_the_order_of_people_tells_nothing(self, rows: list[list[str]]) -> None:
        given_by = [put(*row) for row in rows]
        summary = seen(*given_by)
        assert summary.dots == sum(map(len, rows))
        assert summary == seen(*reversed(given_by))
        ordered = [one.dots for one in summary.in_order()]
        assert ordered == sorted(ordered, reverse=True)

    def test_who_moved_a_dot_moved_on_both_items(self) -> None:
        assert moved(dot_vote(), put("alpha", "beta"), put("alpha", "gamma")) == {"beta", "gamma"}
        assert answered(dot_vote(), put("alpha")) == set(ITEMS)
        assert not answered(dot_vote(), DotVoteResponse())

    def test_what_one_gave_most_dots_is_offered_first(self) -> None:
        assert [one.text for one in offers(dot_vote(), put("beta", "gamma", "gamma"))] == ["Gamma", "Beta"]

    def test_nothing_is_written_and_counts_are_seen(self) -> None:
        assert words(dot_vote(), put("alpha")) == ()
        assert who_sees(dot_vote()) == "The room sees counts, never your name."

    def test_in_words_most_dots_come_first(self) -> None:
        assert in_words(dot_vote(), seen(*self.GIVEN)) == (
            "  3  Alpha  (2 people)",
            "  2  Beta  (2 people)",
            "  1  Gamma  (1 person)",
        )

    def test_each_dot_is_a_decision(self) -> None:
        assert effort(dot_vote()).decisions == 3


class TestGathering:
    def test_before_anything_is_gathered_there_is_nothing_to_vote_on(self) -> None:
        assert GATHERING.voted_on == ()
        assert progress(GATHERING, DotVoteResponse()).of == 0
        with pytest.raises(Refused):
            DotVoteResponse().put(GATHERING, "alpha")

    def test_what_is_gathered_is_voted_on(self) -> None:
        made = GATHERING.with_gathered((Gathered(id="g-1", label="One"), Gathered(id="g-2", label="Two")))
        assert [item.label for item in made.voted_on] == ["One", "Two"]
        assert made.gathers == "prompts"
        assert (("gather",), "prompts") in made.starts_from
        assert DotVote.model_validate_json(made.model_dump_json()) == made


FILE = """\
id: mine
title: Mine
summary: To try it.
activities:
  - kind: prompts
    id: ask
    title: Ask
    minutes: 5
    purpose: To ask.
    question: What?
    instructions: Write.
    prompts: [{id: a, prompt: What?}]
  - kind: dot_vote
    id: vote
    title: Vote
    minutes: 5
    purpose: To choose.
    question: Which?
    instructions: Vote.
    dots: 4
    gather: ask
"""


def mistakes(old: str, new: str) -> list[str]:
    assert old in FILE
    with pytest.raises(WorkshopMistakes) as refused:
        read_workshop(FILE.replace(old, new), "mine.yaml")
    return list(refused.value.mistakes)


ITEM = "[{id: a, label: A}, {id: b, label: B}]"


class TestFile:
    def test_a_file_is_read_as_it_stands(self) -> None:
        read = read_workshop(FILE, "mine.yaml").activities[1]
        assert isinstance(read, DotVote)
        assert (read.gather, read.dots, read.most_on_one) == ("ask", 4, 4)

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            (
                "gather: ask",
                "gather: asked",
                "mine.yaml:21: ‘gather’ names ‘asked’, which does not exist: name one that comes before, ‘ask’",
            ),
            (
                "gather: ask",
                f"gather: ask\n    items: {ITEM}",
                "mine.yaml:13: the items stand under ‘items’ and are to be gathered by ‘gather’: keep one of them",
            ),
            (
                "    gather: ask\n",
                "",
                "mine.yaml:13: there is nothing to vote on: write ‘items’, or ‘gather’ and an earlier activity",
            ),
            (
                "gather: ask",
                "items: [{id: a, label: A}]",
                "mine.yaml:21: ‘items’ has one entry: a vote needs at least 2",
            ),
            ("dots: 4", "dots: 4\n    most: 5", "mine.yaml:21: ‘most’ is 5, and there are 4 dots: make it 4 or fewer"),
            ("dots: 4", "dots: 21", "mine.yaml:20: ‘dots’ is ‘21’: it must be at most 20"),
            ("dots: 4", "dot: 4", "mine.yaml:20: there is no key ‘dot’ here: did you mean ‘dots’?"),
        ],
    )
    def test_every_mistake_is_told_in_its_line(self, old: str, new: str, told: str) -> None:
        assert told in mistakes(old, new)
