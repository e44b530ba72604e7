"""The agenda changes while the session runs, and whatever was done to it is taken back by undo."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.choice import Choice
from activities.kinds.dot_vote import DotVote
from activities.kinds.pause import Pause
from activities.kinds.prompts import Prompts
from activities.refusal import Refused
from activities.session.agenda import (
    add,
    choice,
    countdown,
    drawn_on_too_late,
    move,
    pause,
    question,
    skip,
    vote,
    written_before,
)
from activities.session.beginning import begin
from activities.session.session import Session
from activities.workshop.workshop import broken_references
from tests.activities.examples import NOW, workshop

NEW = begin(workshop(), code="MKRT", title="Autumn", on=date(2026, 11, 20))
IDS = ["brief", "sort", "prompts", "path", "stems"]


def agenda(session: Session) -> list[str]:
    return [activity.id for activity in session.workshop.activities]


def test_what_is_skipped_is_passed_by_in_both_directions() -> None:
    session = skip(skip(NEW, "sort"), "prompts")
    assert session.next(NOW).current == "path"
    assert session.next(NOW).back(NOW).current == "brief"
    assert skip(session, "sort").next(NOW).current == "sort"


def test_going_to_what_was_skipped_takes_it_in_again() -> None:
    session = skip(NEW, "path").go_to("path", NOW)
    assert (session.current, session.skipped) == ("path", ())


def test_what_the_room_is_at_cannot_be_skipped() -> None:
    with pytest.raises(Refused, match="Go on to another one first"):
        skip(NEW, "brief")


def test_after_the_last_that_is_not_skipped_there_is_no_next() -> None:
    session = skip(NEW.go_to("path", NOW), "stems")
    assert session.next(NOW) == session
    assert session.neighbour(1) is None


@given(st.sampled_from(IDS), st.integers(-9, 9))
def test_moving_keeps_every_activity_and_where_the_room_is(name: str, by: int) -> None:
    moved = move(NEW, name, by)
    assert sorted(agenda(moved)) == sorted(IDS)
    assert [one for one in agenda(moved) if one != name] == [one for one in IDS if one != name]
    assert agenda(moved).index(name) == min(max(IDS.index(name) + by, 0), 4)
    assert moved.current == "brief"


def test_a_source_that_would_come_too_late_is_told() -> None:
    assert drawn_on_too_late(NEW, "sort") is None
    assert drawn_on_too_late(move(NEW, "sort", 4), "sort") == ("Stems", "Sort")
    assert drawn_on_too_late(move(NEW, "stems", -4), "stems") == ("Stems", "Sort")
    assert drawn_on_too_late(move(NEW, "stems", -4), "path") is None


def test_an_item_that_is_added_comes_next_and_is_like_any_other() -> None:
    session = add(add(NEW, pause("Tea", 15)), question("What is still foggy?", 4))
    assert agenda(session)[:3] == ["brief", "added-2", "added-1"]
    asked, tea = session.workshop.activities[1:3]
    assert isinstance(asked, Prompts)
    assert (asked.question, asked.prompts[0].prompt, asked.length) == (
        "What is still foggy?",
        "What is still foggy?",
        4,
    )
    assert isinstance(tea, Pause)
    assert (tea.title, tea.length, tea.answered, tea.can_be_revealed) == ("Tea", 15, False, False)
    assert Session.model_validate_json(session.model_dump_json()) == session


def test_a_countdown_is_for_what_the_room_does_away_from_the_screens() -> None:
    words = "Find somebody from another table and tell them which card you would move, and why you would move it"
    made = countdown(words, 3)("added-1")
    assert made.question == words
    assert made.title.endswith("…")
    assert len(made.title) <= 60


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (lambda: question("  ", 5), "Write the question first"),
        (lambda: question("x" * 121, 5), "120 characters"),
        (lambda: pause("a\x1b[31m", 5), "cannot be shown"),
        (lambda: countdown("Talk", 0), "1 to 600 minutes"),
        (lambda: countdown("Talk", 601), "1 to 600 minutes"),
    ],
)
def test_what_cannot_be_an_item_is_refused_with_what_to_do(made: st.SearchStrategy[object], why: str) -> None:
    with pytest.raises(Refused, match=why):
        made()  # type: ignore[operator]


def test_an_agenda_that_is_full_says_so() -> None:
    session = NEW
    for _ in range(35):
        session = add(session, pause("Tea", 5))
    with pytest.raises(Refused, match="40 activities at most"):
        add(session, pause("Tea", 5))
    assert Session.model_validate_json(session.model_dump_json()) == session


changes = st.lists(
    st.one_of(
        st.tuples(st.just("skip"), st.sampled_from(IDS[1:]), st.just(0)),
        st.tuples(st.just("move"), st.sampled_from(IDS), st.integers(-4, 4)),
        st.tuples(st.just("add"), st.just(""), st.integers(1, 9)),
    ),
    min_size=1,
    max_size=8,
)


@given(changes)
def test_every_change_of_the_agenda_can_be_undone(row: list[tuple[str, str, int]]) -> None:
    session, been = NEW, [NEW]
    for what, name, number in row:
        match what:
            case "skip":
                after = skip(session, name)
            case "move":
                after = move(session, name, number)
            case _:
                after = add(session, pause("Tea", number))
        session = session.did(what, after)
        been.append(session)
    for before in reversed(been[:-1]):
        session = session.undo()
        assert (agenda(session), session.skipped) == (agenda(before), before.skipped)
    assert session == NEW


def test_an_item_that_people_may_have_answered_stays_though_its_adding_is_undone() -> None:
    added = NEW.did("Added", add(NEW, question("Why?", 3)))
    opened = added.next(NOW).open(NOW).back(NOW)
    undone = opened.undo()
    assert "added-1" in agenda(undone)
    assert undone.skipped == ("added-1",)
    assert agenda(added.undo()) == IDS


class TestAddedOnTheSpot:
    def test_a_quick_choice_has_the_options_that_were_written_a_line_each(self) -> None:
        made = choice("Now or later?", 3, [" Now ", "", "Later"])("added-1")
        assert isinstance(made, Choice)
        assert [option.label for option in made.options] == ["Now", "Later"]
        assert (made.id, made.question, made.pick.most, made.reason) == ("added-1", "Now or later?", 1, False)
        assert Choice.model_validate_json(made.model_dump_json()) == made

    @pytest.mark.parametrize(
        ("lines", "told"),
        [
            ([], "there is none"),
            (["One"], "there is one"),
            (list("abcdef"), "there are 6"),
            (["One", "one"], "‘one’ is there twice"),
            (["x" * 61, "y"], "60 characters at most"),
            (["a\u202e", "b"], "cannot be shown"),
        ],
    )
    def test_options_that_cannot_be_are_refused_in_words(self, lines: list[str], told: str) -> None:
        with pytest.raises(Refused, match=told):
            choice("Now or later?", 3, lines)

    def test_a_dot_vote_has_the_items_that_were_written_or_gathers_them(self) -> None:
        made = vote("What matters?", 5, ["Books", "Talk", "Tests"])("added-1")
        assert isinstance(made, DotVote)
        assert [item.label for item in made.voted_on] == ["Books", "Talk", "Tests"]
        assert (made.dots, made.gather) == (3, None)
        gathered = vote("What matters?", 5, [""], "prompts")("added-1")
        assert isinstance(gathered, DotVote)
        assert (gathered.gather, gathered.voted_on) == ("prompts", ())

    @pytest.mark.parametrize(
        ("lines", "gather", "told"),
        [
            ([], None, "there is none"),
            (["One"], "prompts", "there is one"),
            ([str(n) for n in range(31)], None, "are 31"),
        ],
    )
    def test_a_vote_on_nothing_is_refused_in_words(self, lines: list[str], gather: str | None, told: str) -> None:
        with pytest.raises(Refused, match=told):
            vote("What matters?", 5, lines, gather)

    def test_it_gathers_from_the_last_activity_that_people_write_in(self) -> None:
        begun = begin(workshop(), code="MKRT", title="T", on=NOW.date())
        assert written_before(begun) is None
        assert (found := written_before(begun.go_to("path", NOW))) is not None
        assert found.id == "prompts"
        later = begun.go_to("sort", NOW).open(NOW).go_to("path", NOW)
        assert (found := written_before(later)) is not None
        assert found.id == "sort"
        skipped = skip(begun.go_to("path", NOW), "prompts")
        assert (found := written_before(skipped)) is not None
        assert found.id == "sort"

    def test_what_is_gathered_comes_after_what_it_is_gathered_of(self) -> None:
        begun = begin(workshop(), code="MKRT", title="T", on=NOW.date()).go_to("prompts", NOW)
        after = add(begun, vote("What matters?", 5, [], "prompts"))
        assert broken_references(after.workshop) == []
        assert drawn_on_too_late(move(after, "added-1", -2), "added-1") == ("What matters?", "Prompts")
