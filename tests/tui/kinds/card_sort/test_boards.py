"""Columns and rings: where their chips lie, sorting on them by keys and by hand, and reasons."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.geometry import Size
from textual.pilot import Pilot

from activities.kinds.activity import shown, summarise
from activities.kinds.card_counts import ASIDE, Place
from activities.kinds.card_sort import CardSort, CardSortResponse
from tests.tui.kinds.card_sort.sorting import HOSTILE, Room, on_board, stage
from tests.tui.kinds.card_sort.test_board import chips
from tests.tui.kinds.revealing import pictured, total_of
from tests.tui.kinds.writing.writing_stage import Stage, seen, shows
from tui.kinds.card_sort.chips import lay_out
from tui.kinds.card_sort.field import nest
from tui.kinds.card_sort.paint import READABLE, bare_colour, card_colour, contrast, field
from tui.kinds.card_sort.rings import band_of
from tui.kinds.writing.area import WritingArea
from tui.palette import HALL, PAPER, Palette
from tui.widgets.half_blocks import Colours

BOARDS = [("columns", 2), ("columns", 6), ("rings", 2), ("rings", 4)]


class TestRings:
    @settings(max_examples=80, deadline=None)
    @given(
        size=st.builds(Size, st.integers(46, 180), st.integers(20, 60)),
        rings=st.integers(2, 4),
        cards=st.integers(1, 30),
    )
    def test_rings_lie_inside_one_another_and_chips_in_their_band(self, size: Size, rings: int, cards: int) -> None:
        board = nest(*size, rings, bottom=4)
        for inner, outer in zip(board.discs, board.discs[1:], strict=False):
            assert inner.rx < outer.rx
            assert inner.y - inner.ry > outer.y - outer.ry
            assert inner.y + inner.ry < outer.y + outer.ry
        assert board.discs[-1].y + board.discs[-1].ry <= 2 * (size.height - 4) + 0.01
        for ring in range(rings):
            for one in lay_out(chips(cards), band_of(board, ring)):
                for x in (one.x, one.x + one.width):
                    for y in (2 * one.y, 2 * one.y + 2):
                        assert [disc.off(x, y) < 0 for disc in board.discs] == [at >= ring for at in range(rings)]

    @pytest.mark.parametrize("palette", [HALL, PAPER], ids=["hall", "paper"])
    @pytest.mark.parametrize("colours", list(Colours))
    def test_words_in_every_ring_can_be_read_and_rings_differ(self, palette: Palette, colours: Colours) -> None:
        masks = [0b1111 >> ring << ring for ring in range(4)]
        for mask in masks:
            assert contrast(palette.text, card_colour(palette, mask, colours, True)) >= READABLE
            assert contrast(palette.text, bare_colour(palette, mask, colours, True)) >= READABLE
        rows = field(nest(61, 23, 4, bottom=3), palette, colours, masks[1])
        assert [row.cell_length for row in rows] == [61] * 23


@pytest.mark.parametrize(("board", "number"), BOARDS)
async def test_a_number_puts_a_card_in_one_place(board: str, number: int) -> None:
    async with stage(on_board(board, number)).run_test(size=(120, 40)) as pilot:
        room = Room(pilot)
        await pilot.press("1")
        assert room.placed() == {"k0": ("g1",)}
        await pilot.press(f"{number}")
        assert room.placed() == {"k0": (f"g{number}",)}
        await pilot.press(f"{number}", f"{number + 1}")
        assert room.placed() == {}
        await pilot.press("0", "down", "x", "down", "1", "ctrl+z")
        assert room.placed() == {"k0": (), "k1": ASIDE}


@pytest.mark.parametrize("size", [(60, 18), (120, 40)], ids=str)
@pytest.mark.parametrize(("board", "number"), [("columns", 6), ("rings", 4)])
async def test_a_card_is_dragged_to_where_it_belongs(board: str, number: int, size: tuple[int, int]) -> None:
    async with stage(on_board(board, number)).run_test(size=size) as pilot:
        await pilot.pause()
        room = Room(pilot)
        for place in [("g2",), (f"g{number}",), ASIDE]:
            await room.drag(room.row(0), room.spot(place))
            assert room.placed() == {"k0": place}


@pytest.mark.parametrize(("size", "theme"), [((40, 12), "hall"), ((60, 18), "paper"), ((200, 60), "hall")], ids=str)
@pytest.mark.parametrize(("board", "number"), BOARDS)
async def test_every_row_is_as_wide_as_the_board_whatever_stands_on_the_cards(
    board: str, number: int, size: tuple[int, int], theme: str
) -> None:
    places: list[Place] = [("g1",), ("g2",), ("g1",), (), ASIDE, ("g1",)]
    response = CardSortResponse(placements={f"k{i}": place for i, place in enumerate(places)})
    app = stage(on_board(board, number, HOSTILE), response)
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        await pilot.press("down")
        there = Room(pilot).board
        assert {there.render_line(y).cell_length for y in range(there.size.height)} == {there.size.width}


async def test_a_column_says_a_card_whole_in_lines_and_how_many_more_where_they_are_too_many() -> None:
    many = [f"Card number {n} with a long label" for n in range(30)]
    one = CardSortResponse().put("k0", ("g1",))
    async with stage(on_board("columns", 4, many), one).run_test(size=(120, 30)) as pilot:
        room = Room(pilot)
        assert "Card number 0" in drawn(room)
        assert "with a long" in drawn(room)
        room.turn.change(CardSortResponse(placements={f"k{n}": ("g1",) for n in range(30)}))
        assert "more" in drawn(room)


def drawn(room: Room) -> str:
    return "\n".join(room.board.render_line(y).text for y in range(room.board.size.height))


class TestReasons:
    async def test_r_goes_to_the_reason_and_escape_back_to_the_cards(self) -> None:
        app = stage(on_board("columns", 3, reasons=True))
        async with app.run_test(size=(120, 40)) as pilot:
            turn = Room(pilot).turn
            await pilot.press("2", "r", *"so 1")
            assert (turn.response.reason("k0"), turn.field_in_hand) == ("so 1", "k0.reason")
            assert app.told[-1] == turn.response
            await pilot.press("escape", "down", "3", "r", *"other")
            assert dict(turn.response.reasons) == {"k0": "so 1", "k1": "other"}
            assert Room(pilot).placed() == {"k0": ("g2",), "k1": ("g3",)}
            await pilot.press("ctrl+z")
            assert turn.response.reason("k1") == ""
            await pilot.press("escape", "up")
            assert pilot.app.screen.query_one(WritingArea).text == "so 1"

    async def test_none_is_asked_for_where_the_file_does_not_and_for_a_card_of_ones_own(self) -> None:
        async with stage(on_board("rings", 3)).run_test(size=(120, 40)) as pilot:
            assert not pilot.app.screen.query_one(WritingArea).display
        async with stage(on_board("rings", 3, reasons=True)).run_test(size=(120, 40)) as pilot:
            assert pilot.app.screen.query_one(WritingArea).display
            await pilot.press("n", *"Song", "enter")
            await pilot.pause()
            assert not pilot.app.screen.query_one(WritingArea).display
            assert Room(pilot).turn.field_in_hand == "own-1"

    async def test_the_footer_keeps_hand_in_at_80_columns(self) -> None:
        async with stage(on_board("columns", 6, reasons=True)).run_test(size=(80, 24)) as pilot:
            await shows(pilot, "Hand in")


def sorted_by_five(activity: CardSort) -> list[CardSortResponse]:
    places = activity.places
    return [
        CardSortResponse(
            placements={card.id: places[(n // 2 + i * 2) % len(places)] for i, card in enumerate(activity.cards)}
        ).give_reason("k0", f"Reason {n}: it is what we look at most.")
        for n in range(5)
    ]


COMPARED = {"source": "A study of 12 schools", "places": {"k0": "g2", "k1": "none"}}


async def test_the_picture_shows_where_somebody_else_put_a_card_and_why_people_did() -> None:
    activity = on_board("columns", 3, reasons=True, compare=COMPARED)
    total = total_of(shown(activity, summarise(activity, sorted_by_five(activity)), 5))
    async with Stage(lambda: pictured(activity, total, "k0")).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        text = seen(pilot)
        for words in (
            "◆ Some evidence",
            "A study of 12 schools: Some",
            "A comparison, not a norm.",
            "– Reason 3: it is",
        ):
            assert words in text


def _turn(board: str, number: int, theme: str) -> Stage:
    activity = on_board(board, number, reasons=True)
    response = (
        CardSortResponse().put("k0", ("g1",)).put("k1", ("g2",)).put("k2", ("g1",)).put("k3", ()).put("k4", ASIDE)
    )
    app = stage(activity, response.give_reason("k5", "Nobody has asked for it yet."))
    app.theme = theme
    return app


@pytest.mark.parametrize(("board", "number"), [("columns", 6), ("rings", 4)])
def test_a_small_turn_looks_like_this(snap_compare: Callable[..., bool], board: str, number: int) -> None:
    assert snap_compare(_turn(board, number, "hall"), terminal_size=(80, 24))


@pytest.mark.parametrize(("board", "number"), [("columns", 4), ("rings", 3)])
def test_a_turn_looks_like_this(snap_compare: Callable[..., bool], board: str, number: int) -> None:
    assert snap_compare(_turn(board, number, "paper"), terminal_size=(120, 40))


@pytest.mark.parametrize(("board", "number"), [("columns", 3), ("rings", 4)])
def test_the_picture_looks_like_this(snap_compare: Callable[..., bool], board: str, number: int) -> None:
    activity = on_board(board, number, reasons=True, compare=COMPARED)
    total = total_of(shown(activity, summarise(activity, sorted_by_five(activity)), 5))

    async def settled(pilot: Pilot[None]) -> None:
        await pilot.pause()

    app = Stage(lambda: pictured(activity, total, "k0"))
    assert snap_compare(app, terminal_size=(200, 60), run_before=settled)
