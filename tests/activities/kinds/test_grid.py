"""A grid: what its file may say, what a participant can do with it, and what of it may be seen."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.kinds.activity import (
    Offer,
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
from activities.kinds.grid import MOST_ROWS, Grid, in_a_box, rows_of
from activities.kinds.grid_counts import OWN, CellSummary, GridSummary
from activities.kinds.grid_response import GridResponse
from activities.model import LINE_LIMIT
from activities.refusal import Refused
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from tests.activities.examples import grid

GRID = grid()
TODAY = date(2026, 11, 24)
CARD = Offer(heading="Accountability", text="Learner voice", given=True)
GOAL = Offer(heading="Goal", text="All of them talk in full sentences.")

FILE = """
id: w
title: W
summary: s
activities:
  - id: map
    kind: grid
    title: Map
    minutes: 10
    purpose: p
    question: q
    instructions: i
{more}"""


def mistakes(more: str) -> list[str]:
    with pytest.raises(WorkshopMistakes) as refused:
        read_workshop(FILE.format(more=more), "mine.yaml")
    return [one.split(": ", 1)[1] for one in refused.value.mistakes]


COLUMN = "    columns: [{id: a, label: A}]\n"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (COLUMN, "there are no rows: list some under ‘rows’, or add ‘rows_from’ or ‘own_rows’"),
        ("    own_rows: 2\n", "‘columns’ is missing here: add ‘columns:’"),
        ("    own_rows: 13\n" + COLUMN, "‘own_rows’ is ‘13’: it must be at most 12"),
        (
            "    rows: [{id: own-1, label: A}]\n" + COLUMN,
            "a row's id cannot be ‘own’ or begin with ‘own-’ or ‘from-’: those are for people's own rows",
        ),
        (
            "    own_rows: 1\n    columns: [{id: a, label: A, one_of: [x, X]}]\n",
            "a column to choose in needs at least two options: list them under ‘one_of’",
        ),
        (
            "    own_rows: 1\n    columns: [{id: a, label: A, type: tick, one_of: [x, y]}]\n",
            "a column of the type ‘tick’ has no options: take ‘one_of’ or ‘type’ out",
        ),
        (
            "    own_rows: 1\n    columns: [{id: a, label: A, one_of: [x, y, x]}]\n",
            "the option ‘x’ is used more than once",
        ),
        (
            "    own_rows: 1\n    columns: [{id: a, label: A, type: ticks}]\n",
            "there is no type of column called ‘ticks’: did you mean ‘tick’?",
        ),
        (
            "    rows_from: nowhere\n" + COLUMN,
            "‘rows_from’ names ‘nowhere’, which does not exist: take it out",
        ),
        (
            "    own_rows: 1\n    columns: [{id: a, label: A, hnit: x}]\n",
            "there is no key ‘hnit’ here: did you mean ‘hint’?",
        ),
    ],
)
def test_every_mistake_is_told_in_words(more: str, told: str) -> None:
    assert mistakes(more) == [told]


def test_options_say_by_themselves_that_one_chooses() -> None:
    assert GRID.column("goal").type == "one_of"
    assert Grid.model_validate_json(GRID.model_dump_json(by_alias=True)) == GRID


BOXES = st.tuples(st.sampled_from(["books", "voice", "own-1"]), st.sampled_from(["says", "have", "goal", "when"]))
TEXTS = st.text(max_size=20) | st.sampled_from(["talk", "reading", "3 Feb", "31/02", "03/02/2027"])


@st.composite
def filled_grids(draw: st.DrawFn) -> GridResponse:
    """What somebody may have after any row of steps."""
    response = blank(GRID)
    assert isinstance(response, GridResponse)
    for label in draw(st.lists(st.sampled_from(["Mine", "Ours"]), unique=True)):
        response = response.write_row(label, GRID.own_rows)
    for (row, name), text in draw(st.lists(st.tuples(BOXES, TEXTS), max_size=12)):
        column = GRID.column(name)
        if column.type == "tick":
            response = response.tick(row, name)
        elif column.type == "date":
            response = response.date(row, name, text, TODAY)
        elif column.type == "write":
            response = response.write(row, name, text)
        elif text in column.one_of:
            response = response.choose(row, name, text, column.one_of)
    return response


@given(filled_grids())
def test_what_is_filled_survives_being_kept(response: GridResponse) -> None:
    assert GridResponse.model_validate_json(response.model_dump_json()) == response
    assert set(response.days) <= set(response.cells)


@given(filled_grids(), BOXES)
def test_a_tick_and_a_choice_made_twice_leave_nothing(response: GridResponse, where: tuple[str, str]) -> None:
    row = where[0]
    bare = response.empty(f"{row}.have").empty(f"{row}.goal")
    assert bare.tick(row, "have").tick(row, "have") == bare
    assert bare.choose(row, "goal", "talk", ("talk",)).choose(row, "goal", "talk", ("talk",)) == bare


@given(filled_grids(), filled_grids())
def test_what_moved_is_what_reads_otherwise(before: GridResponse, after: GridResponse) -> None:
    assert moved(GRID, before, before) == frozenset()
    for part in moved(GRID, before, after):
        row, name = part.split(".")
        assert in_a_box(before, row, GRID.column(name)) != in_a_box(after, row, GRID.column(name))
        assert row != "own-1"


@given(filled_grids())
def test_progress_counts_every_box_but_ticks(response: GridResponse) -> None:
    found = progress(GRID, response)
    assert found.of == 3 * (2 + len(response.rows))
    assert 0 <= found.done <= found.of


@given(filled_grids())
def test_words_taken_out_are_in_no_summary(response: GridResponse) -> None:
    fields = [one.field for one in words(GRID, response)]
    bare = without(GRID, response, fields)
    assert isinstance(bare, GridResponse)
    assert words(GRID, bare) == ()


def test_a_date_is_kept_as_typed_and_read_where_it_can_be() -> None:
    response = GridResponse().date("books", "when", "3 feb", TODAY)
    assert response.cell("books", "when") == "3 feb"
    assert in_a_box(response, "books", GRID.column("when")) == "3 February 2027"
    unread = response.date("books", "when", "after half term", TODAY)
    assert unread.cell("books", "when") == "after half term"
    assert in_a_box(unread, "books", GRID.column("when")) == ""
    assert first_page(GRID, response) == (Offer(heading="Workbooks: By when", text="3 February 2027"),)


def test_rows_of_ones_own_are_told_what_they_may_be() -> None:
    response = GridResponse().write_row("Mine", 2)
    with pytest.raises(Refused, match="There is a row called ‘MINE’ already"):
        response.write_row("MINE", 2)
    with pytest.raises(Refused, match="called ‘Workbooks’ already"):
        response.write_row("Workbooks", 2, ["Workbooks"])
    with pytest.raises(Refused, match="a few words"):
        response.write_row("  ", 2)
    with pytest.raises(Refused, match="120 characters at most"):
        response.write_row("x" * 121, 2)
    with pytest.raises(Refused, match="you have them all"):
        response.write_row("Second", 2).write_row("Third", 2)
    with pytest.raises(Refused, match="Choose one of: talk, reading"):
        response.choose("books", "goal", "sums", ("talk", "reading"))


def test_a_row_torn_up_takes_what_is_in_it_along() -> None:
    response = GridResponse().write_row("Mine", 2).write("own-1", "says", "Much.").date("own-1", "when", "3 Feb", TODAY)
    assert response.tear_up("own-1") == GridResponse()
    assert response.tear_up("books") == response


class TestRowsFromAnEarlierActivity:
    @given(st.lists(st.sampled_from([CARD, GOAL, Offer(heading="x", text=" "), Offer(heading="y", text="w" * 300)])))
    def test_they_are_there_once_and_can_be_seen(self, offered: list[Offer]) -> None:
        response = GridResponse().write_row("Mine", 2).taking(offered, MOST_ROWS)
        assert response.taking(offered, MOST_ROWS) == response
        assert len({row.id for row in response.rows}) == len(response.rows)
        assert all(row.label.strip() and len(row.label) <= LINE_LIMIT for row in response.rows)
        assert response.rows[-1].label == "Mine"
        assert not response.taking([], MOST_ROWS).rows[1:]

    def test_one_that_is_offered_no_more_stays_as_long_as_something_is_in_it(self) -> None:
        response = GridResponse().taking([CARD, GOAL], 5)
        card = response.rows[0].id
        kept = response.write(card, "says", "Much.").taking([GOAL], 5)
        assert [row.label for row in kept.rows] == [GOAL.text, CARD.text]
        assert [row.label for row in kept.empty(f"{card}.says").taking([GOAL], 5).rows] == [GOAL.text]

    def test_what_is_said_about_a_thing_makes_no_row_of_its_own(self) -> None:
        why = Offer(heading="Why Learner voice", text="Nobody reads it.", comment=True)
        assert [row.label for row in GridResponse().taking([CARD, why], 5).rows] == ["Learner voice"]

    def test_there_are_no_more_than_a_grid_can_have(self) -> None:
        many = [Offer(heading="h", text=f"Card {n}", given=True) for n in range(50)]
        assert len(GridResponse().taking(many, 7).rows) == 7


def room(*given_by: GridResponse, smallest: int = 5, activity: Grid = GRID) -> GridSummary:
    found = shown(activity, summarise(activity, given_by), smallest)
    assert isinstance(found, GridSummary)
    return found


def cell(summary: GridSummary, row: str, column: str) -> CellSummary:
    return next(one for one in summary.cells if (one.row, one.column) == (row, column))


def given_row(text: str, said: str, *, in_file: bool) -> GridResponse:
    response = GridResponse().taking([Offer(heading="h", text=text, given=in_file)], 5)
    return response.write(response.rows[0].id, "says", said)


class TestWhatMayBeSeen:
    def test_a_box_that_too_few_filled_looks_like_one_that_nobody_did(self) -> None:
        full = [GridResponse().write("books", "says", f"Answer {n}") for n in range(5)]
        four = [one.write("voice", "says", "Few") if n else one for n, one in enumerate(full)]
        nobody, few = room(*full), room(*four)
        assert nobody == few
        assert cell(few, "books", "says").n == 5
        assert json.loads(few.model_dump_json())["cells"][4] == {
            "row": "voice",
            "column": "says",
            "n": None,
            "answers": None,
            "choices": None,
            "withheld": "Fewer than 5 answered this. It is not shown: it could tell who they are.",
        }

    def test_a_row_from_the_workshops_words_is_told_where_enough_have_it(self) -> None:
        five = room(*[given_row("Learner voice", f"Answer {n}", in_file=True) for n in range(5)])
        assert [(row.label, row.n) for row in five.shared] == [("Learner voice", 5)]
        assert cell(five, five.shared[0].row, "says").n == 5
        four = [given_row("Learner voice", "x", in_file=True)] * 4 + [given_row("Coaching", "y", in_file=True)]
        assert room(*four).shared == ()
        assert "Learner voice" not in room(*four).model_dump_json()

    def test_rows_from_peoples_own_words_stand_together_and_their_labels_nowhere(self) -> None:
        told = room(*[given_row(f"Private goal {n}", f"Answer {n}", in_file=False) for n in range(5)])
        assert cell(told, OWN, "says").n == 5
        assert len(cell(told, OWN, "says").answers) == 5
        assert "Private goal" not in told.model_dump_json()
        assert "Private goal" not in "\n".join(in_words(GRID, told))

    def test_the_same_words_of_five_people_are_still_their_own(self) -> None:
        told = room(*[given_row("The same", "x", in_file=False) for _ in range(5)])
        assert "The same" not in told.model_dump_json()

    def test_rows_written_here_are_shown_where_enough_wrote_one(self) -> None:
        wrote = [GridResponse().write_row(f"Row {n}", 2).write("books", "says", "x") for n in range(5)]
        assert sorted(room(*wrote).own_rows) == [f"Row {n}" for n in range(5)]
        few = room(*wrote[:4], GridResponse().write("books", "says", "x"))
        assert few.own_withheld
        assert "Row 1" not in few.model_dump_json()

    def test_a_second_round_has_no_rows_of_peoples_own_beside_it(self) -> None:
        full = summarise(GRID, [GridResponse().write_row(f"Row {n}", 2).write("own-1", "says", "x") for n in range(6)])
        beside = shown(GRID, full, 5, apart={})
        assert isinstance(beside, GridSummary)
        assert (beside.own_rows, beside.has_own) == ((), False)

    @pytest.mark.parametrize("audience", ["own", "offered", "room"])
    def test_words_are_there_only_for_whom_they_are_meant(self, audience: str) -> None:
        activity = Grid.model_validate({**GRID.model_dump(by_alias=True), "audience": audience})
        marked = [
            GridResponse().write_row(f"marked row {n}", 2).write("books", "says", f"marked box {n}")
            .write("own-1", "says", f"marked own {n}").date("books", "when", "3 Feb", TODAY).tick("books", "have")
            for n in range(6)
        ]  # fmt: skip
        given_by = [marked[0].offer("books.says").offer("own-1"), *marked[1:]]
        told = room(*given_by, activity=activity)
        everything = told.model_dump_json() + "\n".join(in_words(activity, told))
        assert cell(told, "books", "have").n == cell(told, "books", "says").n == 6
        seen = {"own": 0, "offered": 1, "room": 6}[audience]
        assert sum(f"marked box {n}" in everything for n in range(6)) == seen
        assert sum(f"marked row {n}" in everything for n in range(6)) == seen
        assert sum(f"marked own {n}" in everything for n in range(6)) == (6 if audience == "room" else 0)
        assert ("3 February 2027" in everything) == (audience == "room")

    def test_choices_are_counted_whoever_may_see_words(self) -> None:
        activity = Grid.model_validate({**GRID.model_dump(by_alias=True), "audience": "own"})
        chosen = [GridResponse().choose("books", "goal", "talk", ("talk",)) for _ in range(5)]
        assert cell(room(*chosen, activity=activity), "books", "goal").choices == {"talk": 5}

    def test_it_is_said_before_anybody_writes(self) -> None:
        told = {
            audience: who_sees(Grid.model_validate({**GRID.model_dump(by_alias=True), "audience": audience}))
            for audience in ("own", "offered", "room")
        }
        assert told["own"] == "The room sees how many filled each box. Only you see what you write."
        assert told["offered"].endswith("Only you see what you write. F7 offers a box to the room.")
        assert told["room"] == "The room sees this without your name."
        ticks = Grid.model_validate(
            {**GRID.model_dump(by_alias=True), "own_rows": 0, "columns": [{"id": "a", "label": "A", "type": "tick"}]}
        )
        assert who_sees(ticks) == "The room sees counts, never your name."


def test_what_is_in_it_is_offered_under_what_it_is() -> None:
    response = GridResponse().write("books", "says", "Much.").tick("voice", "have")
    response = response.choose("voice", "goal", "talk", ("talk",))
    assert offers(GRID, response) == (
        Offer(heading="Workbooks: What it says", text="Much."),
        Offer(heading="We have it", text="Interviews with pupils", given=True),
        Offer(heading="Which goal: talk", text="Interviews with pupils", given=True),
    )


def test_in_words_a_gap_says_why_and_a_choice_how_many() -> None:
    given_by = [GridResponse().choose("books", "goal", "talk", ("talk",)) for _ in range(5)]
    lines = in_words(GRID, room(*given_by))
    assert "  Which goal: 5   talk 5" in lines
    assert lines[1].startswith("  What it says: –   Fewer than 5")


def test_it_says_what_it_asks_of_a_person_and_what_it_starts_from() -> None:
    found = effort(GRID)
    assert (found.decisions, found.lines) == (4 * 3, 4)
    assert grid(source="sort").starts_from == ((("rows_from",), "sort"),)
    assert [row.label for row in rows_of(GRID, GridResponse())] == ["Workbooks", "Interviews with pupils"]
