"""A turn at a card sort by keys and by hand, and what the room and the facilitator see of it."""

from dataclasses import dataclass

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.widgets import Input, Static

from activities.activity import summarise
from activities.card_sort import ASIDE, CardSort, CardSortResponse, CardSortSummary
from activities.rounds import Shift
from tests.tui.activities.writing_stage import Stage
from tui.activities import glance, reveal, turn
from tui.widgets.deck import Deck
from tui.widgets.deck_card import DraggedChip
from tui.widgets.venn import VennBoard
from tui.widgets.venn_lists import VennLists
from tui.widgets.venn_reveal import CardSortReveal
from tui.widgets.venn_turn import CardSortTurn

HOSTILE = ["[bold]x[/]", "😀 smile", "私の学校の証拠はここにあります", "شكرا جزيلا لكم", "w" * 60, "a\u200b\u202eb"]


def definition(circles: int = 2, cards: list[str] | None = None, own_cards: int = 2) -> CardSort:
    names = ["Accountability", "Professional development", "Learning with pupils"][:circles]
    labels = cards or ["Learner progress", "Workbooks", "Observation notes", "Staff surveys", "Policies", "Plans"]
    return CardSort.model_validate(
        {
            "id": "sort",
            "title": "Sort",
            "minutes": 10,
            "purpose": "To see.",
            "question": "What for?",
            "instructions": "Sort.",
            "circles": [{"id": f"c{i + 1}", "label": name, "short": name[:8]} for i, name in enumerate(names)],
            "cards": [{"id": f"k{i}", "label": label, "text": f"About {label}"} for i, label in enumerate(labels)],
            "own_cards": own_cards,
        }
    )


@dataclass
class Room:
    pilot: Pilot[None]

    @property
    def turn(self) -> CardSortTurn:
        return self.pilot.app.screen.query_one(CardSortTurn)

    @property
    def board(self) -> VennBoard:
        return self.pilot.app.screen.query_one(VennBoard)

    def placed(self) -> dict[str, object]:
        return dict(self.turn.response.placements)

    def row(self, index: int) -> Offset:
        return self.pilot.app.screen.query_one(Deck).region.offset + Offset(5, index)

    def chip(self, card: str) -> Offset:
        size, corner = self.board.size, self.board.region.offset
        points = [Offset(x, y) for y in range(size.height) for x in range(size.width)]
        return next(point for point in points if self.board.card_at(point) == card) + corner

    def spot(self, place: object) -> Offset:
        size, corner = self.board.size, self.board.region.offset
        points = [Offset(x, y) for y in range(size.height) for x in range(size.width)]
        found = [point for point in points if self.board.place_at(point) == place and not self.board.card_at(point)]
        return found[len(found) // 2] + corner

    async def drag(self, start: Offset, *through: Offset) -> None:
        await self.pilot.mouse_down(offset=start)
        for point in through:
            await self.pilot.hover(offset=point)
        await self.pilot.mouse_up(offset=through[-1])


def stage(activity: CardSort | None = None, response: CardSortResponse | None = None) -> Stage:
    return Stage(lambda: turn(activity or definition(), response or CardSortResponse(), {}))


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

    async def test_enter_hands_in_and_says_how_many_are_left(self) -> None:
        app = stage(response=CardSortResponse().put("k0", ("c1",)))
        async with app.run_test() as pilot:
            assert Room(pilot).turn.unfinished() == "5 cards are still in the deck."
            await pilot.press("enter")
            await pilot.pause()
            assert app.finished == 1

    async def test_the_lists_show_the_same_and_lose_no_key(self) -> None:
        async with stage().run_test(size=(120, 40)) as pilot:
            await pilot.press("l", "1", "down", "x")
            await pilot.pause()
            text = str(pilot.app.screen.query_one(VennLists).query_one(Static).content)
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


def summary(activity: CardSort, *responses: CardSortResponse) -> CardSortSummary:
    found = summarise(activity, responses)
    assert isinstance(found, CardSortSummary)
    return found


def five(activity: CardSort) -> CardSortSummary:
    """Five sorts: k0 as one; k1 split two, two and one; k2 four to one."""
    sorts = [CardSortResponse().put("k0", ("c1",)) for _ in range(5)]
    for i, place in enumerate([("c1",), ("c1",), ("c2",), ("c2",), ASIDE]):
        sorts[i] = sorts[i].put("k1", place)  # type: ignore[arg-type]
    for i in range(5):
        sorts[i] = sorts[i].put("k2", ("c1", "c2") if i else ())
    sorts[0] = sorts[0].write_card(activity, "[b]Song[/b]").put("own-1", ("c2",))
    return summary(activity, *sorts)


class TestReveal:
    @staticmethod
    def words(pilot: Pilot[None]) -> str:
        return str(pilot.app.screen.query_one(CardSortReveal).query_one("#text", Static).content)

    @staticmethod
    def picture(pilot: Pilot[None]) -> str:
        board = pilot.app.screen.query_one(VennBoard)
        return "\n".join(board.render_line(y).text for y in range(board.size.height))

    async def test_every_card_lies_where_most_put_it_with_their_number(self) -> None:
        activity = definition()
        async with Stage(lambda: reveal(activity, five(activity))).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            picture = self.picture(pilot)
            assert " Learner progress 5 " in picture
            assert " Observation notes 4 " in picture
            assert picture.count("≠Workbooks 2") == 2
            words = self.words(pilot)
            assert words.index("Workbooks") < words.index("Observation notes")
            assert "[b]Song[/b]" in words

    async def test_dwelling_on_a_card_shows_everywhere_it_was_put(self) -> None:
        activity = definition()
        async with Stage(lambda: reveal(activity, five(activity))).run_test(size=(120, 40)) as pilot:
            shown = pilot.app.screen.query_one(CardSortReveal)
            assert shown.steps[:2] == ("k1", "k2")
            shown.dwell_on("k1")
            await pilot.pause()
            assert self.picture(pilot).count("▸Workbooks") == 3
            assert "In 3 different places." in self.words(pilot)
            shown.dwell_on(None)
            await pilot.pause()
            assert "▸" not in self.picture(pilot)

    async def test_narrow_it_is_a_list_with_bars_and_a_key_for_the_picture(self) -> None:
        activity = definition()
        async with Stage(lambda: reveal(activity, five(activity))).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            words = self.words(pilot)
            assert "≠ Workbooks" in words
            assert "1: 2" in words
            assert not pilot.app.screen.query_one(VennBoard).display
            await pilot.press("v")
            assert pilot.app.screen.query_one(VennBoard).display

    async def test_nobody_yet_says_so_and_how_to_join(self) -> None:
        for nothing in (None, summary(definition())):
            async with Stage(lambda nothing=nothing: reveal(definition(), nothing)).run_test() as pilot:  # type: ignore[misc]
                await pilot.pause()
                assert "Join" in self.words(pilot)

    async def test_more_responses_are_drawn_in_place(self) -> None:
        activity = definition()
        async with Stage(lambda: reveal(activity, None)).run_test(size=(120, 40)) as pilot:
            pilot.app.screen.query_one(CardSortReveal).show(five(activity))
            await pilot.pause()
            assert "Learner progress 5" in self.picture(pilot)


class TestTwoRounds:
    """Five people who put k1 in the first circle: in the second round two of them have moved it to the second."""

    ACTIVITY = definition()
    BEFORE = summary(ACTIVITY, *[CardSortResponse().put("k0", ("c1",)).put("k1", ("c1",)) for _ in range(5)])
    NOW = summary(
        ACTIVITY, *[CardSortResponse().put("k0", ("c1",)).put("k1", ("c2",) if i < 2 else ("c1",)) for i in range(5)]
    )
    SHIFT = Shift(both=5, movers=2, parts={"k1": 2})

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
    async def test_the_most_changed_come_first_with_counts_before_and_now(self, size: tuple[int, int]) -> None:
        async with Stage(lambda: reveal(self.ACTIVITY, self.NOW)).run_test(size=size) as pilot:
            shown = pilot.app.screen.query_one(CardSortReveal)
            shown.compare(self.BEFORE, self.SHIFT)
            await pilot.pause()
            words = TestReveal.words(pilot)
            assert "2 of 5 moved" in words
            assert ("1: 5→3  2: 0→2" if size == (80, 24) else "5 → 3   Accounta") in words
            assert shown.steps[0] == "k1"
            shown.dwell_on("k1")
            await pilot.pause()
            assert " 0 → 2   Professi" in TestReveal.words(pilot)
            shown.compare(None, None)
            shown.dwell_on(None)
            await pilot.pause()
            assert "moved" not in TestReveal.words(pilot)
            assert "→" not in TestReveal.words(pilot)

    @pytest.mark.parametrize("size", [(80, 24), (120, 40)])
    async def test_where_too_few_were_in_both_nothing_is_broken_down(self, size: tuple[int, int]) -> None:
        async with Stage(lambda: reveal(self.ACTIVITY, self.NOW)).run_test(size=size) as pilot:
            pilot.app.screen.query_one(CardSortReveal).compare(self.BEFORE, None)
            await pilot.pause()
            words = TestReveal.words(pilot)
            assert "Too few sorted in both rounds to show what changed." in words
            assert "→" not in words
            assert "moved" not in words

    async def test_a_card_that_fewer_than_five_placed_is_not_broken_down(self) -> None:
        few = summary(self.ACTIVITY, *[CardSortResponse().put("k1", ("c1",)) for _ in range(4)])
        async with Stage(lambda: reveal(self.ACTIVITY, self.NOW)).run_test(size=(120, 40)) as pilot:
            pilot.app.screen.query_one(CardSortReveal).compare(few, self.SHIFT)
            await pilot.pause()
            assert "too few placed it to show where" in TestReveal.words(pilot)
            assert "→" not in TestReveal.words(pilot)

    async def test_an_unmoved_card_does_not_tell_where_the_absent_had_put_it(self) -> None:
        six = summary(self.ACTIVITY, *[CardSortResponse().put("k0", ("c1",) if i else ("c2",)) for i in range(6)])
        async with Stage(lambda: reveal(self.ACTIVITY, self.NOW)).run_test(size=(80, 24)) as pilot:
            pilot.app.screen.query_one(CardSortReveal).compare(six, self.SHIFT)
            await pilot.pause()
            line = next(line for line in TestReveal.words(pilot).splitlines() if "none of 5 moved" in line)
            assert "→" not in line


class TestGlance:
    def test_it_tells_how_many_what_is_contested_and_what_is_aside(self) -> None:
        text = glance(definition(), five(definition())).plain
        assert text.splitlines()[0] == "5 sorted"
        assert "Workbooks\n  2 Accounta\n  2 Professi" in text
        assert "\n  1 Workbooks" in text.partition("most often")[2]
        assert max(len(line) for line in text.splitlines()) <= 28
        assert len(text.splitlines()) <= 12

    def test_nobody_yet(self) -> None:
        assert glance(definition(), summary(definition())).plain == "Nobody has sorted a card yet"
