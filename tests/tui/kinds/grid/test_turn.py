"""A participant at a grid: keys alone, the mouse, every size; every letter kept, every step undone."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from textual.events import Paste
from textual.geometry import Offset
from textual.pilot import Pilot

from activities.kinds.activity import Offer, blank
from activities.kinds.grid import Grid
from activities.kinds.grid_response import GridResponse
from tests.activities.examples import grid
from tests.tui.kinds.writing.writing_stage import Stage, shows, stage
from tui.kinds import turn
from tui.kinds.grid.board import GridBoard
from tui.kinds.grid.turn import GridTurn
from tui.kinds.writing.area import WritingArea

GRID = grid()
SIZES = [(60, 18), (80, 24), (120, 40), (200, 60)]
HOSTILE = ["[bold]x[/]", "[@click=app.quit]go[/]", "👩‍🏫 ❤️", "学習の進み方", "العربية", "&<b>$now"]

TWELVE = Grid.model_validate(
    {
        **GRID.model_dump(by_alias=True),
        "rows": [
            {"id": f"r{n}", "label": label}
            for n, label in enumerate(
                ("Pupils' workbooks", "Attendance registers", "What pupils say in interviews", "Notes of lesson visits",
                 "Staff survey", "Parent questionnaire", "Reading assessment", "Coaching notes", "Staff meetings",
                 "Schemes of learning", "Library loans", "Sports records")
            )
        ],
        "columns": [
            {"id": "says", "label": "What it tells us", "hint": "What you would not know otherwise."},
            {"id": "goal", "label": "Which goal it serves", "one_of": ["Talk", "Reading", "Both"]},
            {"id": "have", "label": "We have it already", "type": "tick"},
            {"id": "who", "label": "Who collects it"},
            {"id": "when", "label": "By when", "type": "date"},
            {"id": "cost", "label": "What it costs busy people", "short": "Cost"},
        ],
    }
)  # fmt: skip


class Dated(Stage):
    """A stage on the day of the workshop."""

    now = staticmethod(lambda: datetime(2026, 11, 24, 13, 42, tzinfo=UTC))


def on_turn(
    response: GridResponse | None = None,
    activity: Grid = GRID,
    offered: tuple[Offer, ...] = (),
    theme: str = "hall",
) -> Dated:
    offers = {activity.rows_from: offered} if activity.rows_from else {}
    return Dated(lambda: turn(activity, response or blank(activity), offers), theme)


def work(pilot: Pilot[None]) -> GridTurn:
    return pilot.app.screen.query_one(GridTurn)


def box_of(pilot: Pilot[None], row: int, column: int) -> Offset:
    board = pilot.app.screen.query_one(GridBoard)
    size = board.size
    points = [Offset(x, y) for y in range(size.height) for x in range(size.width)]
    return next(point for point in reversed(points) if board.box_at(point) == (row, column)) + board.region.offset


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_everything_is_done_by_keys_alone(size: tuple[int, int]) -> None:
    on, back = ("down", "up") if size[0] < 100 else ("right", "left")
    async with on_turn().run_test(size=size) as pilot:
        await pilot.press(*"Much", "escape", on, "space", on, "2", on, *"3 feb", "escape", back, back, back)
        response = work(pilot).response
        assert dict(response.cells) == {
            "books.says": "Much",
            "books.have": "yes",
            "books.goal": "reading",
            "books.when": "3 feb",
        }
        assert response.days["books.when"].isoformat() == "2027-02-03"
        assert work(pilot).place == "books.says"
        await shows(pilot, "Much")
        await shows(pilot, "3 Feb 2027")
        assert "3 of 6 filled" in str(pilot.app.screen.query_one("#count").render())


async def test_tab_goes_from_box_to_box_while_one_writes_and_from_row_to_row() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("right", "right", "right", *"5 may", "tab", *"On", "shift+tab")
        assert dict(work(pilot).response.cells) == {"books.when": "5 may", "voice.says": "On"}
        await shows(pilot, "→ 5 May 2027")
        assert isinstance(pilot.app.focused, WritingArea)
        await pilot.press("tab", "tab")
        assert isinstance(pilot.app.focused, GridBoard)
        assert work(pilot).place == "voice.have"


async def test_enter_writes_ticks_or_chooses_and_is_a_new_line_while_one_writes() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("enter", "a", "enter", "b", "escape", "right", "enter", "right", "enter", "enter")
        assert dict(work(pilot).response.cells) == {
            "books.says": "a\nb",
            "books.have": "yes",
            "books.goal": "reading",
        }
        await pilot.press("ctrl+s")
        assert stage(pilot).finished == 1


async def test_every_letter_is_told_and_every_step_can_be_undone_where_it_was_made() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press(*"abc")
        assert len(stage(pilot).told) == 3
        await pilot.press("escape", "right", "space", "ctrl+z")
        assert work(pilot).response.cell("books", "have") == ""
        assert work(pilot).place == "books.have"
        await pilot.press("ctrl+z")
        assert work(pilot).response == blank(GRID)
        assert work(pilot).place == "books.says"
        await pilot.press("ctrl+y", "ctrl+y")
        assert dict(work(pilot).response.cells) == {"books.says": "abc", "books.have": "yes"}


async def test_a_date_that_cannot_be_read_says_how_to_write_one_and_is_asked_about() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("right", "right", "right", *"soon")
        await shows(pilot, "Write a day, such as 3 Feb or 03/02/2027.")
        await shows(pilot, "soon ?")
        assert work(pilot).unfinished() == "6 boxes are still empty. One has a date that cannot be read."


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_mouse_takes_a_box_in_hand_ticks_it_and_chooses(size: tuple[int, int]) -> None:
    async with on_turn().run_test(size=size) as pilot:
        await shows(pilot, "0 of 6 filled")
        await pilot.click(offset=box_of(pilot, 0, 1))
        assert work(pilot).place == "books.have"
        await pilot.click(offset=box_of(pilot, 0, 1))
        assert work(pilot).response.cell("books", "have") == "yes"
        await pilot.click(offset=box_of(pilot, 0, 2))
        options = pilot.app.screen.query_one("Options").content_region.offset
        await pilot.click(offset=options + Offset(14, 0))
        assert work(pilot).response.cell("books", "goal") == "reading"
        await pilot.click(offset=box_of(pilot, 0, 0))
        await pilot.click(offset=box_of(pilot, 0, 0))
        assert isinstance(pilot.app.focused, WritingArea)


async def test_a_row_of_ones_own_is_written_filled_and_taken_out() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+n", *"workbooks", "enter")
        await shows(pilot, "There is a row called ‘workbooks’ already.")
        await pilot.press(*["backspace"] * 9, *"Library", "enter")
        await shows(pilot, "Library")
        await pilot.press(*"Loans", "escape")
        assert work(pilot).response.cell("own-1", "says") == "Loans"
        assert work(pilot).field_in_hand == "own-1.says"
        await pilot.press("delete", "delete")
        assert work(pilot).response.rows == ()
        await pilot.press("ctrl+z", "ctrl+z")
        assert work(pilot).response.cell("own-1", "says") == "Loans"


async def test_rows_come_from_an_earlier_activity_and_are_kept_with_the_first_step() -> None:
    activity = Grid.model_validate({**GRID.model_dump(by_alias=True), "rows": [], "rows_from": "sort"})
    offered = (Offer(heading="A", text="Learner voice", given=True), Offer(heading="B", text="[b]Mine[/]"))
    async with on_turn(None, activity, offered).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "Learner voice")
        await shows(pilot, "[b]Mine[/]")
        assert stage(pilot).told == []
        await pilot.press("down", *"x")
        kept = stage(pilot).told[-1]
        assert isinstance(kept, GridResponse)
        assert [row.label for row in kept.rows] == ["Learner voice", "[b]Mine[/]"]


async def test_without_a_row_it_says_how_to_write_one() -> None:
    activity = Grid.model_validate({**GRID.model_dump(by_alias=True), "rows": []})
    async with on_turn(None, activity).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "There is no row yet.")
        await pilot.press("a", "enter", "down", "tab", "delete", "pagedown", "space")
        assert stage(pilot).told == []
        await pilot.press("ctrl+n", *"First", "enter")
        await shows(pilot, "row 1 of 1")


@pytest.mark.parametrize("text", HOSTILE)
async def test_text_stands_as_it_was_typed(text: str) -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        pilot.app.post_message(Paste(text))
        await pilot.pause()
        assert work(pilot).response.cell("books", "says") == text
        board = pilot.app.screen.query_one(GridBoard)
        assert {board.render_line(y).cell_length for y in range(board.size.height)} == {board.size.width}


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_twenty_rows_are_all_reached_and_what_is_out_of_sight_is_counted(size: tuple[int, int]) -> None:
    rows = [{"id": f"r{n}", "label": f"Row number {n}"} for n in range(20)]
    many = Grid.model_validate({**TWELVE.model_dump(by_alias=True), "rows": rows})
    async with on_turn(None, many).run_test(size=size) as pilot:
        await pilot.press("end")
        await shows(pilot, "Row number 19")
        await pilot.press("home")
        await shows(pilot, "Row number 0")
        board = pilot.app.screen.query_one(GridBoard)
        if not board.by_row and board.measures.seen < 20:
            await shows(pilot, f"↓ {20 - board.measures.seen} more below")


async def test_a_change_of_size_or_theme_draws_the_table_anew() -> None:
    async with on_turn().run_test(size=(120, 40)) as pilot:
        board = pilot.app.screen.query_one(GridBoard)
        dark = list(board.render_line(4))
        pilot.app.theme = "paper"
        await pilot.pause()
        assert list(board.render_line(4)) != dark
        await pilot.resize_terminal(80, 24)
        await shows(pilot, "row 1 of 2")
        await pilot.resize_terminal(120, 40)
        await shows(pilot, "What it says")
        assert not board.by_row


def test_what_is_left_is_told_in_words() -> None:
    assert GridTurn(GRID, GridResponse()).unfinished() == "6 boxes are still empty."
    full = GridResponse()
    for row in ("books", "voice"):
        full = full.write(row, "says", "x").choose(row, "goal", "talk", ("talk",))
        full = full.date(row, "when", "3 Feb", datetime(2026, 11, 24, tzinfo=UTC).date())
    assert GridTurn(GRID, full).unfinished() is None


def half_filled() -> GridResponse:
    today = datetime(2026, 11, 24, tzinfo=UTC).date()
    response = GridResponse().write("r0", "says", "Which pupils point to a line in the text, and which do not.")
    response = response.choose("r0", "goal", "Talk", ("Talk",)).tick("r0", "have").write("r0", "who", "Tom")
    response = response.date("r0", "when", "3 Feb 2027", today).write("r0", "cost", "Ten minutes a week")
    response = response.write("r1", "says", "Who was here.").tick("r3", "have").choose("r4", "goal", "Both", ("Both",))
    return response.date("r1", "when", "after half term", today)


@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), "hall"), ((120, 40), "paper"), ((200, 60), "hall")], ids=lambda one: str(one)
)
def test_the_turn_looks_like_this(snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    press = ["down", "left"] if size[0] > 100 else []
    assert snap_compare(on_turn(half_filled(), TWELVE, theme=theme), press=press, terminal_size=size)
