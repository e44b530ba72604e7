"""A turn at a card sort by keys and by hand."""

import pytest
from textual.events import Paste
from textual.widgets import Input, Static

from activities.kinds.card_counts import ASIDE
from activities.kinds.card_sort import CardSortResponse
from tests.tui.kinds.card_sort.sorting import HOSTILE, Room, definition, stage
from tui.kinds.card_sort.deck import Deck
from tui.kinds.card_sort.deck_card import DraggedChip
from tui.kinds.card_sort.lists import BoardLists
from tui.kinds.card_sort.turn import CardSortTurn


class TestKeys:
    async def test_numbers_put_a_card_in_circles_and_take_it_out(self) -> None:
        async with stage().run_test(size=(120, 40)) as pilot:
            room = Room(pilot)
            await pilot.press("1")
            assert room.placed() == {"k0": ("c1",)}
            await pilot.press("2")
            assert room.placed() == {"k0": ("c1", "c2")}
            await pilot.press("1", "2")
            assert room.placed() == {}

    async def test_a_third_circle_has_a_key_only_where_there_is_one(self) -> None:
        async with stage().run_test() as pilot:
            await pilot.press("3")
            assert Room(pilot).placed() == {}
        async with stage(definition(3)).run_test() as pilot:
            await pilot.press("3")
            assert Room(pilot).placed() == {"k0": ("c3",)}

    async def test_none_of_these_and_aside(self) -> None:
        async with stage().run_test() as pilot:
            await pilot.press("0", "down", "x")
            assert Room(pilot).placed() == {"k0": (), "k1": ASIDE}
            await pilot.press("x", "up", "0")
            assert Room(pilot).placed() == {}

    async def test_space_goes_to_the_next_card_in_the_deck(self) -> None:
        begun = CardSortResponse().put("k1", ("c1",)).put("k2", ())
        async with stage(response=begun).run_test() as pilot:
            await pilot.press("space")
            assert Room(pilot).turn.hand.id == "k3"
            await pilot.press("space", "space", "space")
            assert Room(pilot).turn.hand.id == "k0"

    async def test_delete_takes_a_card_back_to_the_deck(self) -> None:
        async with stage(response=CardSortResponse().put("k0", ("c1",))).run_test() as pilot:
            await pilot.press("home", "delete")
            assert Room(pilot).placed() == {}

    async def test_every_step_is_told_and_can_be_undone_and_done_again(self) -> None:
        app = stage()
        async with app.run_test() as pilot:
            await pilot.press("1", "down", "2", "ctrl+z", "ctrl+z")
            assert Room(pilot).placed() == {}
            await pilot.press("ctrl+y", "ctrl+y")
            assert Room(pilot).placed() == {"k0": ("c1",), "k1": ("c2",)}
            assert len(app.told) == 6

    async def test_ctrl_s_or_enter_hands_in_and_says_how_many_are_left(self) -> None:
        app = stage(response=CardSortResponse().put("k0", ("c1",)))
        async with app.run_test() as pilot:
            assert Room(pilot).turn.unfinished() == "5 cards are still in the deck."
            await pilot.press("enter")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert app.finished == 2

    async def test_the_lists_show_the_same_and_lose_no_key(self) -> None:
        async with stage().run_test(size=(120, 40)) as pilot:
            await pilot.press("l", "1", "down", "x")
            await pilot.pause()
            text = str(pilot.app.screen.query_one(BoardLists).query_one(Static).content)
            assert "Accountability only  1\n  Learner progress" in text
            assert "Not in our school  1\n▸ Workbooks" in text
            await pilot.press("d")
            assert Room(pilot).board.display


class TestOwnCards:
    async def test_a_new_card_is_written_taken_in_hand_and_placed(self) -> None:
        async with stage().run_test() as pilot:
            await pilot.press("n", *"Song", "enter")
            await pilot.pause()
            assert Room(pilot).turn.hand.label == "Song"
            await pilot.press("2")
            assert Room(pilot).placed() == {"own-1": ("c2",)}

    async def test_a_refused_card_says_why_and_keeps_the_words(self) -> None:
        async with stage(definition(cards=["Song", "Dance"])).run_test() as pilot:
            await pilot.press("n", *"song", "enter")
            await pilot.pause()
            assert "already" in str(pilot.app.screen.query_one("#refusal", Static).content)
            assert pilot.app.screen.query_one(Input).value == "song"
            await pilot.press("escape")
            await pilot.pause()
            assert Room(pilot).turn.response.own == ()

    async def test_a_new_card_says_how_many_letters_are_left_and_cuts_nothing_in_silence(self) -> None:
        async with stage().run_test() as pilot:
            await pilot.press("n")
            await pilot.pause()
            said, line = pilot.app.screen.query_one("#refusal", Static), pilot.app.screen.query_one(Input)
            assert str(said.content) == "60 letters left"
            await pilot.press(*"Song")
            await pilot.pause()
            assert str(said.content) == "56 letters left"
            line.value = "w" * 59
            await pilot.pause()
            assert str(said.content) == "1 letter left"
            await pilot.press("w", "w", "w")
            await pilot.pause()
            assert line.value == "w" * 62
            assert str(said.content) == "2 letters too many: make it shorter."
            await pilot.press("enter")
            await pilot.pause()
            assert "60 characters at most; this one has 62" in str(said.content)
            await pilot.press("backspace", "backspace", "enter")
            await pilot.pause()
            assert Room(pilot).turn.hand.label == "w" * 60

    async def test_what_is_pasted_on_a_card_stands_there_whole_in_one_line(self) -> None:
        async with stage().run_test() as pilot:
            await pilot.press("n")
            await pilot.pause()
            line = pilot.app.screen.query_one(Input)
            line.post_message(Paste("Pupils’ words\n  and drawings\n"))
            await pilot.pause()
            assert line.value == "Pupils’ words and drawings"
            line.post_message(Paste("x" * 5000))
            await pilot.pause()
            assert line.value == "Pupils’ words and drawings"
            assert any("too much to paste" in note.message for note in pilot.app._notifications)

    async def test_delete_tears_up_an_own_card_in_the_deck_and_undo_brings_it_back(self) -> None:
        async with stage().run_test() as pilot:
            await pilot.press("n", *"Song", "enter")
            await pilot.pause()
            await pilot.press("1", "delete")
            assert len(Room(pilot).turn.response.own) == 1
            await pilot.press("delete")
            assert Room(pilot).turn.response.own == ()
            assert Room(pilot).turn.hand.id == "k5"
            await pilot.press("ctrl+z")
            assert len(Room(pilot).turn.response.own) == 1

    async def test_no_key_for_new_cards_where_there_are_none(self) -> None:
        async with stage(definition(own_cards=0)).run_test() as pilot:
            await pilot.press("n")
            await pilot.pause()
            assert pilot.app.screen.query(CardSortTurn)


class TestMouse:
    @pytest.mark.parametrize("size", [(120, 40), (200, 60), (80, 24)])
    async def test_a_card_is_dragged_from_the_deck_to_where_it_belongs(self, size: tuple[int, int]) -> None:
        async with stage(definition(3)).run_test(size=size) as pilot:
            await pilot.pause()
            room = Room(pilot)
            places: list[object] = [("c1",), ("c1", "c3"), ("c1", "c2", "c3"), (), ASIDE]
            for index, place in enumerate(places):
                await room.drag(room.row(index), room.spot(place))
                assert room.placed()[f"k{index}"] == place

    async def test_a_chip_is_dragged_on_and_back_to_the_deck(self) -> None:
        async with stage(response=CardSortResponse().put("k2", ("c1",))).run_test(size=(120, 40)) as pilot:
            room = Room(pilot)
            await room.drag(room.chip("k2"), room.spot(("c2",)))
            assert room.placed() == {"k2": ("c2",)}
            await room.drag(room.chip("k2"), room.row(8))
            assert room.placed() == {}

    async def test_the_dragged_chip_is_seen_and_says_where_it_would_land(self) -> None:
        async with stage().run_test(size=(120, 40)) as pilot:
            room, dragged = Room(pilot), pilot.app.screen.query_one(DraggedChip)
            await pilot.mouse_down(offset=room.row(1))
            assert not dragged.display
            await pilot.hover(offset=room.spot(("c1", "c2")))
            assert dragged.display
            assert "Workbooks" in str(dragged.content)
            assert "→ Accounta and Professi" in str(dragged.content)
            await pilot.hover(offset=room.row(3))
            assert "back to the deck" in str(dragged.content)
            await pilot.mouse_up(offset=room.row(3))
            assert not dragged.display

    async def test_a_lock_in_the_middle_of_a_drag_leaves_the_card_where_it_was(self) -> None:
        async with stage().run_test(size=(120, 40)) as pilot:
            room = Room(pilot)
            await pilot.mouse_down(offset=room.row(1))
            await pilot.hover(offset=room.spot(("c1",)))
            room.turn.disabled = True
            await pilot.mouse_up(offset=room.spot(("c1",)))
            assert room.placed() == {}
            assert not pilot.app.screen.query_one(DraggedChip).display

    async def test_a_click_only_takes_a_card_in_hand(self) -> None:
        async with stage(response=CardSortResponse().put("k2", ("c1",))).run_test(size=(120, 40)) as pilot:
            room = Room(pilot)
            await pilot.click(offset=room.chip("k2"))
            assert room.turn.hand.id == "k2"
            await pilot.click(offset=room.row(4))
            assert room.turn.hand.id == "k4"
            assert room.placed() == {"k2": ("c1",)}
            await pilot.press("1")
            assert room.placed()["k4"] == ("c1",)


class TestAnySize:
    async def test_another_size_keeps_the_card_in_hand_and_in_view(self) -> None:
        cards = [f"Card number {i}" for i in range(60)]
        async with stage(definition(cards=cards)).run_test(size=(120, 40)) as pilot:
            room = Room(pilot)
            await pilot.press("end", "up", "1")
            for size in ((80, 24), (200, 60), (60, 16), (120, 40)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                assert room.turn.hand.id == "k58"
                deck = pilot.app.screen.query_one(Deck)
                rows = [deck.render_line(y).text for y in range(deck.size.height)]
                assert any(row.startswith("▸ Card number 58") for row in rows), size

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
    async def test_hostile_words_are_shown_as_they_are(self, size: tuple[int, int]) -> None:
        response = CardSortResponse().put("k0", ("c1",)).put("k1", ()).put("k2", ASIDE).put("k4", ("c1", "c2"))
        async with stage(definition(cards=HOSTILE), response).run_test(size=size) as pilot:
            await pilot.press("down", "down", "l", "l", "home")
            await pilot.pause()
            deck = pilot.app.screen.query_one(Deck)
            rows = [deck.render_line(y) for y in range(deck.size.height)]
            assert all(row.cell_length == deck.scrollable_content_region.width for row in rows)
            assert "[bold]x[/]" in rows[0].text

    async def test_marks_tell_without_colour_where_each_card_is(self) -> None:
        response = CardSortResponse().put("k0", ("c1",)).put("k1", ()).put("k2", ASIDE)
        async with stage(response=response).run_test(size=(120, 40)) as pilot:
            deck = pilot.app.screen.query_one(Deck)
            assert [deck.render_line(y).text.rstrip()[-3:] for y in range(4)] == ["● ○", "– –", "x x", "○ ○"]
