"""A log: what its file may say, what can be written when, and what of it may be seen."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.activity import (
    Offer,
    answered,
    blank,
    first_page,
    in_words,
    moved,
    offers,
    progress,
    shown,
    summarise,
    who_sees,
    without,
    words,
)
from activities.kinds.effort import effort
from activities.kinds.log import ADOPTED, Log, is_done, is_due
from activities.kinds.log_counts import LogSummary
from activities.kinds.log_entries import MOST_ENTRIES, LogResponse
from activities.refusal import Refused
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.activities.examples import log
from tests.activities.kinds.test_grid import FILE

LOG = log()
MONDAY = date(2026, 10, 5)
LATER = date(2026, 11, 24)


def mistakes(more: str) -> list[str]:
    with pytest.raises(WorkshopMistakes) as refused:
        read_workshop(FILE.replace("kind: grid", "kind: log").format(more=more), "mine.yaml")
    return [one.split(": ", 1)[1] for one in refused.value.mistakes]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("    moves: []\n", "‘moves’ has 0 entries: it needs at least 1"),
        ("    moves: [{id: a, label: A, one_of: [x]}]\n", "a decision needs at least two options: list them under ‘one_of’"),
        ("    moves: [{id: a, label: A, one_of: [x, x]}]\n", "the option ‘x’ is used more than once"),
        (
            "    moves: [{id: a, label: A, one_of: [x, y]}, {id: b, label: B, one_of: [x, y]}]\n",
            "more than one move has ‘one_of’: an entry has one decision, take the others out",
        ),
        (
            "    moves: [{id: a, label: A, ahead: true}, {id: b, label: B, ahead: true}]\n",
            "every move is ‘ahead’: leave it out where something is written after the date",
        ),
        ("    moves: [{id: a, label: A}, {id: a, label: B}]\n", "the id ‘a’ is used more than once: choose another"),
        ("    moves: [{id: a, lable: A}]\n", "there is no key ‘lable’ here: did you mean ‘label’?"),
    ],
)  # fmt: skip
def test_every_mistake_is_told_in_words(more: str, told: str) -> None:
    assert told in mistakes(more)


def test_a_log_that_names_no_moves_has_four_and_others_have_their_own() -> None:
    assert [move.id for move in LOG.moves] == ["planned", "predicted", "happened", "decided"]
    assert LOG.decision is not None
    assert LOG.decision.one_of == ADOPTED
    own = Log.model_validate(
        {**LOG.model_dump(by_alias=True), "moves": [{"id": f"m{n}", "label": "M"} for n in range(5)]}
    )
    assert own.decision is None


def entry(text: str = "Talk", day: str = "12 Oct", *, on: date = MONDAY) -> LogResponse:
    response = LogResponse().add(on).put_date("entry-1", day, on)
    return response.write("entry-1", "planned", text, on) if text else response


STEPS = st.tuples(
    st.sampled_from(["planned", "predicted", "happened", "decided", "date", "add"]),
    st.text(max_size=12) | st.sampled_from([*ADOPTED, "3 Feb", "31/02"]),
    st.integers(0, 40),
)


@st.composite
def logs(draw: st.DrawFn) -> LogResponse:
    """What somebody may have after any row of steps on days one after another."""
    response, day = LogResponse().add(MONDAY), MONDAY
    for what, text, later in draw(st.lists(STEPS, max_size=14)):
        day += timedelta(days=later)
        last = response.entries[-1].id
        try:
            if what == "add":
                response = response.add(day)
            elif what == "date":
                response = response.put_date(last, text, day)
            elif what == "decided":
                response = response.choose(last, what, text, ADOPTED, day)
            else:
                response = response.write(last, what, text, day)
        except Refused:
            continue
    return response


@given(logs())
def test_a_log_survives_being_kept_and_its_entries_are_told_apart(response: LogResponse) -> None:
    assert LogResponse.model_validate_json(response.model_dump_json()) == response
    assert len({one.id for one in response.entries}) == len(response.entries)
    assert all(one.filled for one in response.entries[:-1])


@given(logs(), st.sampled_from(["planned", "predicted", "happened"]), st.text(min_size=1, max_size=9))
def test_what_was_written_on_an_earlier_day_stays(response: LogResponse, move: str, text: str) -> None:
    last = response.entries[-1]
    tomorrow = max([said.on for said in last.moves.values()], default=MONDAY) + timedelta(days=1)
    if last.has(move):
        with pytest.raises(Refused, match="stays as it is"):
            response.write(last.id, move, text, tomorrow)
        on = last.moves[move].on
        assert response.write(last.id, move, text, on).entries[-1].says(move) == text
    else:
        assert response.write(last.id, move, text, tomorrow).entries[-1].says(move) == text


@given(logs(), logs())
def test_what_moved_is_what_is_said_otherwise(before: LogResponse, after: LogResponse) -> None:
    assert moved(LOG, before, before) == frozenset()
    assert moved(LOG, before, after) <= {move.id for move in LOG.moves}


@given(logs())
def test_entries_taken_out_are_in_nothing(response: LogResponse) -> None:
    bare = without(LOG, response, [one.id for one in response.entries])
    assert isinstance(bare, LogResponse)
    assert not bare.begun
    assert not words(LOG, bare)
    assert not offers(LOG, bare)


def test_a_plan_whose_day_is_past_is_due_until_it_is_told_what_happened() -> None:
    planned = entry()
    one = planned.entries[0]
    assert not is_due(LOG, one, date(2026, 10, 12))
    assert is_due(LOG, one, date(2026, 10, 13))
    done = planned.write("entry-1", "happened", "Half did.", LATER).entries[0]
    assert is_done(LOG, done)
    assert not is_due(LOG, done, LATER)
    assert not is_due(LOG, entry("", "12 Oct").entries[0], LATER)
    assert not is_due(LOG, entry("Talk", "some day").entries[0], LATER)


def test_what_cannot_be_is_refused_in_words() -> None:
    response = entry()
    with pytest.raises(Refused, match="Choose one of: adopt, adapt, abandon"):
        response.choose("entry-1", "decided", "adore", ADOPTED, MONDAY)
    with pytest.raises(Refused, match="still empty"):
        response.add(MONDAY).add(MONDAY)
    with pytest.raises(Refused, match="An entry of an earlier day stays"):
        response.tear_up("entry-1", LATER)
    assert response.tear_up("entry-1", MONDAY) == LogResponse()
    full = LogResponse()
    for number in range(MOST_ENTRIES):
        full = full.add(MONDAY).write(f"entry-{number + 1}", "planned", "x", MONDAY)
    with pytest.raises(Refused, match="60 entries at most"):
        full.add(MONDAY)


def test_a_decision_made_twice_on_a_day_is_none() -> None:
    decided = entry().choose("entry-1", "decided", "adapt", ADOPTED, MONDAY)
    assert decided.choose("entry-1", "decided", "adapt", ADOPTED, MONDAY) == entry()


def test_what_it_says_is_offered_by_its_date_and_what_is_planned_goes_on_the_first_page() -> None:
    response = entry().add(MONDAY).put_date("entry-2", "9 Nov", MONDAY).write("entry-2", "planned", "More", MONDAY)
    response = response.choose("entry-2", "decided", "adapt", ADOPTED, MONDAY)
    assert offers(LOG, response) == (
        Offer(heading="12 October 2026: What we plan to do", text="Talk"),
        Offer(heading="9 November 2026: What we plan to do", text="More"),
        Offer(heading="9 November 2026: What we decided", text="adapt"),
    )
    assert first_page(LOG, response) == (Offer(heading="12 October 2026", text="Talk"),)
    assert answered(LOG, response) == {"planned", "decided"}


def room(*given_by: LogResponse, smallest: int = 5, activity: Log = LOG) -> LogSummary:
    found = shown(activity, summarise(activity, given_by), smallest)
    assert isinstance(found, LogSummary)
    return found


def test_it_adds_up_to_weeks_and_decisions() -> None:
    given_by = [
        entry(f"Plan {n}", f"{12 + n} Oct").choose("entry-1", "decided", "adapt", ADOPTED, MONDAY) for n in range(6)
    ]
    found = json.loads(room(*given_by, entry("Late", "9 Nov")).model_dump_json())
    assert (found["entries"], found["decided"]) == (7, {"adopt": 0, "adapt": 6, "abandon": 0})
    assert found["weeks"] == [
        {"begins": "2026-10-12", "entries": 6, "done": 6},
        {"begins": "2026-11-09", "entries": 1, "done": 0},
    ]
    assert len(found["told"]) == 7


class TestWhatMayBeSeen:
    def test_nothing_of_too_few(self) -> None:
        found = json.loads(room(*(entry(f"Plan {n}") for n in range(4))).model_dump_json())
        assert found["withheld"].startswith("4 are in.")
        assert {found[name] for name in ("entries", "decided", "deciders", "dated", "writers", "doers")} == {None}
        assert found["weeks"] is found["told"] is None

    def test_what_too_few_said_is_left_out_of_the_entries_too(self) -> None:
        given_by = [entry(f"Plan {n}") for n in range(5)]
        few = [given_by[0].write("entry-1", "happened", "Only mine", MONDAY), *given_by[1:]]
        assert room(*few) == room(*given_by)
        assert all(set(one.says) == {"planned"} for one in room(*few).told)
        undated = [entry(f"Plan {n}", "12 Oct" if n < 3 else "") for n in range(5)]
        assert not any(one.when for one in room(*undated).told)

    def test_a_date_that_cannot_be_read_is_shown_to_nobody(self) -> None:
        assert "when Amara is back" not in room(*(entry("x", "when Amara is back") for _ in range(5))).model_dump_json()

    @pytest.mark.parametrize("audience", ["own", "offered", "room"])
    def test_entries_are_there_only_for_whom_they_are_meant(self, audience: str) -> None:
        activity = Log.model_validate({**LOG.model_dump(by_alias=True), "audience": audience})
        marked = [entry(f"marked {n}").choose("entry-1", "decided", "adapt", ADOPTED, MONDAY) for n in range(6)]
        told = room(marked[0].offer("entry-1"), *marked[1:], activity=activity)
        everything = told.model_dump_json() + "\n".join(in_words(activity, told))
        assert sum(f"marked {n}" in everything for n in range(6)) == {"own": 0, "offered": 1, "room": 6}[audience]
        assert told.decided["adapt"] == told.writers == 6
        assert ("theirs alone" in everything) == (audience == "own")

    def test_a_second_round_has_no_entries_beside_it(self) -> None:
        beside = shown(LOG, summarise(LOG, [entry(f"Plan {n}") for n in range(6)]), 5, apart={})
        assert isinstance(beside, LogSummary)
        assert (beside.told, beside.weeks) == ((), ())
        assert beside.moves[0].n == 6

    def test_it_is_said_before_anybody_writes(self) -> None:
        for audience, told in (("own", "Only you see what you write."), ("offered", "F7 offers an entry to the room.")):
            assert who_sees(Log.model_validate({**LOG.model_dump(by_alias=True), "audience": audience})).endswith(told)
        assert who_sees(LOG) == "The room sees this without your name."

    def test_an_entry_is_read_and_hidden_as_a_whole(self) -> None:
        found = words(LOG, entry().write("entry-1", "happened", "Half did.", MONDAY))
        assert [(one.field, one.text) for one in found] == [
            ("entry-1", "12 October 2026\nPlanned: Talk\nHappened: Half did.")
        ]


def test_in_words_it_has_counts_weeks_and_entries() -> None:
    lines = in_words(LOG, room(*(entry(f"Plan {n}") for n in range(5))))
    assert lines[0] == "5 entries"
    assert "What we plan to do: 5 wrote" in lines
    assert "  week of 12 October 2026: 5, 0 of them done" in lines
    assert "  - 12 October 2026 · Planned: Plan 0" in lines


def test_it_says_what_it_asks_of_a_person() -> None:
    assert (effort(LOG).decisions, effort(LOG).lines) == (2, 6)
    assert not progress(LOG, blank(LOG)).complete
    assert progress(LOG, entry()).complete
