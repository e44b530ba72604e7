"""What people wrote becomes a list: ticked, merged and reworded, kept with the session, and taken back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.audience import Audience
from activities.kinds.items import Answer, Gathered
from activities.kinds.prompts import PromptsResponse
from activities.refusal import Refused
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.forgetting import without
from activities.session.gathering import (
    Items,
    add,
    answer_of,
    answers_to,
    item_of,
    leave_out,
    merge,
    merge_answer,
    reword,
    take_off,
)
from activities.session.hiding import hide
from activities.session.session import Hidden, Session
from activities.workshop.workshop import Workshop
from tests.activities.examples import NOW, dot_vote, prompts

VOTE = dot_vote(items=[], gather="prompts")


def session(audience: str = "room") -> Session:
    asked = prompts().model_copy(update={"audience": Audience(audience)})
    made = Workshop(id="w", title="W", summary="s", activities=(asked, VOTE))
    return begin(made, code="MKRT", title="T", on=date(2026, 11, 20))


def wrote(number: int, one: str, two: str = "", *, offered: bool = False) -> Contribution:
    response = PromptsResponse(answers={"one": one, "two": two}, offered=("one",) if offered else ())
    nobody = Contribution(participant=Participant(id=f"p-{number}", name=f"Person {number}"))
    return nobody.record("prompts", response, at=NOW)


def answer(number: int, field: str = "one") -> Answer:
    return Answer(participant=f"p-{number}", field=field)


ROOM = [wrote(n, f"Text {n}") for n in range(5)]


class TestWhatMayBeGathered:
    def test_answers_stand_under_their_headings_without_names(self) -> None:
        (found,) = answers_to(session(), ROOM, "prompts", 5)
        assert found.heading == "The first?"
        assert [text.text for text in found.texts] == [f"Text {n}" for n in range(5)]
        assert "Person" not in repr(found)

    def test_what_too_few_wrote_is_not_there_and_says_why(self) -> None:
        (found,) = answers_to(session(), ROOM[:4], "prompts", 5)
        assert found.texts == ()
        assert found.withheld == "Fewer than 5 wrote something here. It is not shown: it could tell who they are."

    def test_what_is_hidden_is_not_there(self) -> None:
        hidden = hide(session(), Hidden(participant="p-2", activity="prompts", field="one"))
        (found,) = answers_to(hidden, ROOM, "prompts", 5)
        assert "Text 2" not in [text.text for text in found.texts]

    def test_only_what_the_room_may_see_is_there(self) -> None:
        room = [wrote(n, f"Text {n}", offered=n == 3) for n in range(5)]
        (offered,) = answers_to(session("offered"), room, "prompts", 5)
        assert [text.text for text in offered.texts] == ["Text 3"]
        (own,) = answers_to(session("own"), room, "prompts", 5)
        assert own.texts == ()


class TestList:
    def test_an_answer_becomes_an_item_that_stands_for_it(self) -> None:
        items = add((), "  To talk\nmore ", answer(1))
        assert [item.label for item in items] == ["To talk more"]
        assert item_of(items, answer(1)) == items[0]

    def test_the_same_words_are_one_item(self) -> None:
        items = add(add((), "To talk", answer(1)), "to TALK", answer(2))
        assert [(item.label, len(item.of)) for item in items] == [("To talk", 2)]

    def test_items_are_merged_and_one_keeps_its_words(self) -> None:
        items = add(add((), "Talk", answer(1)), "Say", answer(2))
        (left,) = merge(items, items[1].id, items[0].id)
        assert (left.label, left.of) == ("Talk", (answer(1), answer(2)))
        assert left.id == items[0].id

    def test_an_answer_is_merged_into_an_item_and_out_of_another(self) -> None:
        items = add(add((), "Talk", answer(1)), "Say", answer(2))
        (left,) = merge_answer(items, answer(2), items[0].id)
        assert left.of == (answer(1), answer(2))
        assert merge_answer((left,), answer(2), left.id) == (left,)

    def test_words_change_and_what_it_is_stays(self) -> None:
        items = add(add((), "Talk", answer(1)), "Say", answer(2))
        after = reword(items, items[0].id, "Talk in pairs")
        assert (after[0].id, after[0].label) == (items[0].id, "Talk in pairs")
        with pytest.raises(Refused, match="‘Say’ is on the list already"):
            reword(items, items[0].id, "say ".capitalize())

    def test_one_that_stood_for_an_answer_alone_goes_with_it_and_ones_own_stays(self) -> None:
        items = add(add((), "Talk", answer(1)), "My own")
        assert [item.label for item in leave_out(items, answer(1))] == ["My own"]
        assert take_off(items, items[1].id) == items[:1]

    @pytest.mark.parametrize(
        ("words", "told"),
        [("", "Write a few words first"), ("x" * 121, "120 characters at most"), ("a\u202eb", "cannot be shown")],
    )
    def test_words_that_cannot_be_an_item_are_refused(self, words: str, told: str) -> None:
        with pytest.raises(Refused, match=told):
            add((), words)

    def test_there_are_thirty_at_most(self) -> None:
        items: Items = ()
        for number in range(30):
            items = add(items, f"Item {number}")
        with pytest.raises(Refused, match="30 already"):
            add(items, "One more")
        assert len(add(items, "Item 3", answer(1))) == 30

    def test_an_item_that_comes_in_the_place_of_another_has_not_its_dots(self) -> None:
        first = add((), "Talk", answer(1))
        second = add(take_off(first, first[0].id), "Listen", answer(2))
        assert first[0].id != second[0].id
        assert add((), "Talk", answer(3))[0].id == first[0].id

    @given(st.lists(st.tuples(st.sampled_from("tlmar"), st.integers(0, 5), st.integers(0, 5)), max_size=25))
    def test_whatever_is_done_an_answer_has_one_item_and_items_are_told_apart(
        self, row: list[tuple[str, int, int]]
    ) -> None:
        items: Items = ()
        for what, one, other in row:
            at = items[other % len(items)].id if items else "none"
            try:
                items = {
                    "t": lambda i, n=one, at=at: (
                        leave_out(i, answer(n)) if item_of(i, answer(n)) else add(i, f"T{n}", answer(n))
                    ),
                    "l": lambda i, n=one, at=at: leave_out(i, answer(n)),
                    "m": lambda i, n=one, at=at: merge(i, i[n % len(i)].id if i else "none", at),
                    "a": lambda i, n=one, at=at: merge_answer(i, answer(n), at),
                    "r": lambda i, n=one, at=at: reword(i, at, f"Words {n}"),
                }[what](items)
            except Refused:
                continue
            every = [one for item in items for one in item.of]
            assert len(every) == len(set(every))
            assert len({item.id for item in items}) == len(items)
            assert len({item.label.casefold() for item in items}) == len(items)
            assert all(item.of for item in items)


class TestSession:
    def test_the_list_is_kept_in_the_sessions_own_copy(self) -> None:
        before = session()
        after = before.gather("vote", add((), "Talk", answer(1)))
        assert [item.label for item in after.workshop.activity("vote").gathered_items] == ["Talk"]
        assert before.workshop.activity("vote").gathered_items == ()
        assert VOTE.gathered == ()
        assert Session.model_validate_json(after.model_dump_json()) == after

    def test_it_is_taken_back_step_by_step_and_nothing_else_with_it(self) -> None:
        one = add((), "Talk", answer(1))
        first = session().did("Changed", session().gather("vote", one))
        second = first.did("Changed", first.gather("vote", add(one, "Say", answer(2))))
        assert second.undo().workshop.activity("vote").gathered_items == one
        assert second.undo().undo().workshop.activity("vote").gathered_items == ()
        later = second.did("Opened", second.open(NOW))
        assert later.undo().workshop == second.workshop

    def test_an_older_step_without_it_takes_nothing_away(self) -> None:
        gathered = session().gather("vote", add((), "Talk"))
        older = gathered.did("Opened", gathered.open(NOW))
        older = older.model_copy(update={"steps": (older.steps[0].model_copy(update={"gathered": {}}),)})
        assert (
            older.undo().workshop.activity("vote").gathered_items == gathered.workshop.activity("vote").gathered_items
        )

    def test_what_was_made_of_the_words_of_somebody_forgotten_is_gone_too(self) -> None:
        items = add(add(add((), "Talk", answer(1)), "Say", answer(2)), "My own")
        items = merge_answer(items, answer(3), items[0].id)
        begun = session().gather("vote", items)
        after = without(begun.did("Noted", begun), "p-1", {"Person 1"})
        left = after.workshop.activity("vote").gathered_items
        assert [(item.label, item.of) for item in left] == [
            ("Talk", (answer(3),)),
            ("Say", (answer(2),)),
            ("My own", ()),
        ]
        gone = without(after, "p-2", {"Person 2"})
        assert [item.label for item in gone.workshop.activity("vote").gathered_items] == ["Talk", "My own"]
        assert "p-2" not in repr(gone.steps)
        assert isinstance(left[0], Gathered)


def test_a_text_says_where_it_stands_and_not_what_it_is() -> None:
    (found,) = answers_to(session(), ROOM, "prompts", 5)
    assert answer_of(found.texts[0]) == answer(0)
