"""What the projector says of the time and of who is in."""

from datetime import UTC, date, datetime, timedelta

import pytest

from activities.kinds.brief import Brief
from activities.kinds.prompts import Prompt, Prompts, PromptsResponse
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.workshop.workshop import Workshop
from tui.room.words import MORE, count, ends_words, fitted, next_title, task_words, time_words
from tui.widgets.time_left import is_late

NOW = datetime(2026, 11, 20, 13, 42, tzinfo=UTC)
LENGTH = timedelta(minutes=15)


@pytest.mark.parametrize(
    ("left", "words", "late"),
    [
        (timedelta(minutes=15), "", False),
        (timedelta(minutes=3, seconds=1), "", False),
        (timedelta(minutes=3), "3 minutes left", True),
        (timedelta(minutes=2, seconds=1), "3 minutes left", True),
        (timedelta(minutes=2), "2 minutes left", True),
        (timedelta(minutes=1), "1 minute left", True),
        (timedelta(seconds=59), "less than a minute left", True),
        (timedelta(seconds=45), "please finish now", True),
        (timedelta(0), "please finish now", True),
        (-timedelta(minutes=2), "", True),
    ],
)
def test_the_last_fifth_is_told_in_words(left: timedelta, words: str, late: bool) -> None:
    assert time_words(left, LENGTH) == words
    assert is_late(left, LENGTH) is late


def test_an_activity_of_no_length_is_simply_over() -> None:
    assert time_words(timedelta(0), timedelta(0)) == "please finish now"


def running(*names: str) -> Session:
    first = Prompts(
        id="ask",
        kind="prompts",
        title="Ask",
        minutes=10,
        purpose="p",
        question="Why?",
        instructions="Write.",
        prompts=(Prompt(id="why", prompt="Why?"),),
    )
    second = Brief(id="talk", title="Talk", minutes=5, purpose="p", question="So?", instructions="Talk in pairs.")
    agenda = Workshop(id="w", title="W", summary="s", activities=(first, second))
    roster = tuple(Participant(id=f"p-{n}", name=name) for n, name in enumerate(names))
    return begin(agenda, code="MKRT", title="T", on=date(2026, 11, 20), roster=roster)


def given(number: int, *, handed_in: bool) -> Contribution:
    empty = Contribution(participant=Participant(id=f"p-{number}", name="x"))
    return empty.record("ask", PromptsResponse(), at=NOW, handed_in=handed_in)


def test_tables_are_called_tables_and_others_people() -> None:
    assert count(running("Table 1", "table 2"), [given(0, handed_in=True)]).words == "1 of 2 tables in"
    assert count(running("Table 1", "Ama"), [given(0, handed_in=True)]).words == "1 of 2 people in"
    assert count(running("Ama"), []).words == "0 of 1 person in"


def test_without_a_roster_those_at_work_are_counted_too() -> None:
    assert count(running(), []).words == "nobody in yet"
    assert count(running(), [given(0, handed_in=True), given(1, handed_in=False)]).words == "1 in, 1 at work"


def test_someone_who_was_not_expected_counts_among_all() -> None:
    counted = count(running("Table 1"), [given(0, handed_in=True), given(7, handed_in=True)])
    assert counted.words == "2 of 2 tables in"
    assert counted.dots.plain == "● ●"


def test_only_what_was_handed_in_in_this_round_counts() -> None:
    assert count(running("Table 1", "Table 2"), [given(0, handed_in=False)]).dots.plain == "○ ○"


def test_a_great_many_are_told_in_numbers_alone() -> None:
    counted = count(running(*(f"Table {n}" for n in range(1, 42))), [])
    assert not counted.dots.plain
    assert counted.words == "0 of 41 tables in"


def test_the_room_is_told_when_it_ends_and_not_how_far_behind_that_is() -> None:
    session = running()
    assert ends_words(session, NOW) == "ends 13:57"
    late = session.open(NOW).next(NOW + timedelta(minutes=14))
    assert ends_words(late, NOW + timedelta(minutes=14)) == "ends 14:01"


def test_the_words_for_the_room_follow_the_phase() -> None:
    session = running()
    assert task_words(session) == "We begin in a moment."
    assert task_words(session.open(NOW)) == "Write."
    assert task_words(session.open(NOW).lock(NOW)) == "Hands off, please. We look together."
    assert task_words(session.next(NOW)) == "In a moment."
    assert task_words(session.next(NOW).open(NOW).lock(NOW)) == "Talk in pairs."


def test_the_last_activity_has_none_after_it() -> None:
    session = running()
    assert next_title(session) == "Talk"
    assert next_title(session.next(NOW)) is None


def test_what_does_not_fit_is_said_to_be_elsewhere() -> None:
    assert fitted("one two three", 20, 3) == ["one two three"]
    long = fitted("word " * 100, 20, 4)
    assert len(long) == 4
    assert long[-1] == MORE
    assert fitted("one\n\ntwo", 20, 3) == ["one", "", "two"]
