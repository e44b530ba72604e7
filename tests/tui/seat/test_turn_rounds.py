"""A turn follows the room from round to round and from activity to activity."""

from textual.widgets import Input

from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.seat.conftest import SIZE, SORT
from tests.tui.seat.test_turn import gives, kept, placed, sat_down, words
from tui.app import FlipchartApp
from tui.dialogs.ask import Ask
from tui.kinds.turn import Turn
from tui.seat.join import JoinScreen
from tui.seat.name_grid import NameChip
from tui.seat.thanks import ThanksScreen
from tui.seat.turn import TurnScreen
from tui.widgets.big_type import BigType


async def test_a_second_round_starts_from_ones_own_first_answer_and_says_so(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    gives(store, 0, handed_in=True)
    store.change_session("MKRT", lambda now: now.lock(NOW).again(NOW))
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        assert words(app, "#round") == "Second round: from your first answer"
        await pilot.press("down", "2")
        await until(pilot, lambda: len(placed(kept(store), 2)) == 2)
        assert len(placed(kept(store), 1)) == 1


async def test_who_comes_late_to_a_second_round_starts_with_nothing(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.lock(NOW).again(NOW))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.screen.query(NameChip))
        app.screen.query_one("#name", Input).value = "Late Lucy"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen) and app.screen.query_one(Turn).is_mounted)
        assert words(app, "#round") == "Second round"
        assert not app.screen.query_one(Turn).response.placements  # type: ignore[attr-defined]


async def test_the_first_round_is_not_mentioned(app: FlipchartApp, until: Until) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        assert words(app, "#round") == ""


async def test_who_sits_there_goes_on_with_the_room(app: FlipchartApp, store: Store, until: Until) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        await pilot.press("1")
        await until(pilot, lambda: placed(kept(store)))
        store.change_session("MKRT", lambda now: now.lock(NOW).again(NOW))
        await until(pilot, lambda: "The second round is open." in words(app, "#notice"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: words(app, "#round") == "Second round: from your first answer")
        store.change_session("MKRT", lambda now: now.next(NOW).open(NOW))
        await until(pilot, lambda: "‘Reflect on the picture’" in words(app, "#notice"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: words(app, "#title") == "Reflect on the picture")
        assert len([one for one in app.screen_stack if isinstance(one, TurnScreen)]) == 1


async def test_who_has_left_without_a_word_is_not_gone_on_for(app: FlipchartApp, store: Store, until: Until) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        store.change_session("MKRT", lambda now: now.next(NOW).open(NOW))
        await until(pilot, lambda: "‘Reflect on the picture’" in words(app, "#notice"))
        await pilot.press("T", "a", "b", "l", "e", "enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("right", "enter")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))


async def test_only_who_was_opened_again_may_sit_down_while_it_is_locked_and_nobody_sees_who_that_is(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    gives(store, 0, handed_in=True)
    store.change_session("MKRT", lambda now: now.lock(NOW).reopen("p-3"))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "open again for one of you" in words(app, "#task"))
        assert app.screen.query_one("#question", BigType).text == "Hands off, please. We look together."
        for letter in "table":
            await pilot.press(letter)
            assert not any(chip.region.area for chip in app.screen.query(NameChip))
            assert "Table" not in "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        await pilot.press(*" 4", "enter")
        await until(pilot, lambda: any("not open just now" in note.message for note in app._notifications))
        assert isinstance(app.screen, JoinScreen)
        await pilot.press("backspace", *"3", "enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("down", "2")
        await until(pilot, lambda: len(placed(kept(store))) == 2)
        store.change_session("MKRT", lambda now: now.lock(NOW))
        await until(pilot, lambda: "Hands off" in words(app, "#notice"))


async def test_a_lock_while_the_last_question_stands_hands_nothing_in(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until)
        turn = app.screen
        await pilot.press("1", "enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        store.change_session("MKRT", lambda now: now.lock(NOW))
        await until(pilot, lambda: turn.query_one("#notice").display)
        await pilot.press("y")
        await until(pilot, lambda: app.screen is turn)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        assert not kept(store).has_handed_in(SORT)
        assert len(placed(kept(store))) == 1


async def test_a_new_name_is_shown_everywhere(app: FlipchartApp, store: Store, until: Until) -> None:
    gives(store, 0)
    store.change_session("MKRT", lambda now: now.rename("p-3", "[b]The Blues[/b]"))
    async with app.run_test(size=SIZE) as pilot:
        await sat_down(app, pilot, until, "table 3")
        assert words(app, "#who") == "[b]The Blues[/b]"
        store.change_session("MKRT", lambda now: now.rename("p-3", "The Reds"))
        await until(pilot, lambda: words(app, "#who") == "The Reds")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, ThanksScreen))
        assert app.screen.query_one("#thanks", BigType).text == "Thank you, The Reds."
        await pilot.press("space")
        await until(pilot, lambda: "The Reds" in str(app.screen.query(NameChip)[2].content))
        assert kept(store).participant.id == "p-3"
