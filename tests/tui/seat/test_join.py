"""People take turns at a shared terminal, and nothing anybody did is lost."""

from collections.abc import Callable
from datetime import timedelta

from textual.widgets import Input, Static

from activities.kinds.card_counts import ASIDE
from activities.kinds.card_sort import CardSortResponse
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.seat.conftest import SIZE, SORT, Join
from tui.app import FlipchartApp
from tui.dialogs.ask import Ask
from tui.seat.join import JoinScreen
from tui.seat.name_grid import NameChip
from tui.seat.thanks import ThanksScreen
from tui.seat.turn import TurnScreen
from tui.widgets.big_type import BigType

MakeApp = Callable[[Callable[[], JoinScreen]], FlipchartApp]


def kept(store: Store, who: str = "p-3") -> CardSortResponse:
    contribution = store.contribution("MKRT", who)
    assert contribution is not None
    latest = contribution.latest(SORT)
    assert latest is not None
    assert isinstance(latest.response, CardSortResponse)
    return latest.response


async def test_nobody_can_sit_down_before_the_activity_is_open(
    make_app: MakeApp, session: Session, until: Until
) -> None:
    app = make_app(lambda: JoinScreen("MKRT"))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.screen.query_one("#question", BigType).text == "We begin in a moment.")
        assert not app.screen.query_one("#name", Input).display


async def test_the_points_of_a_brief_are_not_called_what_the_room_thinks(
    make_app: MakeApp, session: Session, store: Store, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.open(NOW).reveal(NOW))
    app = make_app(lambda: JoinScreen("MKRT"))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.screen.query_one("#question", BigType).text == "Look to the front, please.")
        said = [str(part.content) for part in app.screen.query(Static)]
        assert session.activity.title in said
        assert not any("what the room thinks" in words for words in said)
        store.change_session("MKRT", lambda now: now.go_to(SORT, NOW).open(NOW).reveal(NOW))
        await until(pilot, lambda: any("what the room thinks" in str(p.content) for p in app.screen.query(Static)))


async def test_a_turn_from_sitting_down_to_handing_in(
    app: FlipchartApp, join: Join, store: Store, opened: Session, until: Until
) -> None:
    async with join() as pilot:
        await pilot.press(*"table", "space", "3", "enter")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("1", "down", "1", "2", "down", "x")
        await until(pilot, lambda: len(kept(store).placements) == 3)
        cards = [card.id for card in opened.activity.cards]  # type: ignore[attr-defined]
        assert dict(kept(store).placements) == {
            cards[0]: ("accountability",),
            cards[1]: ("accountability", "professional-development"),
            cards[2]: ASIDE,
        }
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, ThanksScreen))
        contribution = store.contribution("MKRT", "p-3")
        assert contribution is not None
        assert contribution.has_handed_in(SORT)
        await pilot.press("space")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        await until(pilot, lambda: any(chip.seat.handed_in for chip in app.screen.query(NameChip)))
        assert not app.screen.query(TurnScreen)


async def test_leaving_with_escape_keeps_the_work_and_offers_it_again(
    app: FlipchartApp, join: Join, store: Store, until: Until
) -> None:
    async with join() as pilot:
        await pilot.click(app.screen.query(NameChip)[3])
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("2")
        await until(pilot, lambda: store.contribution("MKRT", "p-4"))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        before = kept(store, "p-4")
        await until(pilot, lambda: app.screen.query(NameChip)[3].seat.progress)
        await pilot.click(app.screen.query(NameChip)[3])
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("down", "1")
        await until(pilot, lambda: len(kept(store, "p-4").placements) == 2)
        assert dict(before.placements).items() <= dict(kept(store, "p-4").placements).items()


async def test_the_next_person_finds_nothing_of_the_last(
    app: FlipchartApp, join: Join, store: Store, until: Until
) -> None:
    async with join() as pilot:
        await pilot.click(app.screen.query(NameChip)[0])
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("1")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        await pilot.click(app.screen.query(NameChip)[1])
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("ctrl+z", "2")
        await until(pilot, lambda: store.contribution("MKRT", "p-2"))
        assert list(kept(store, "p-2").placements.values()) == [("professional-development",)]
        assert list(kept(store, "p-1").placements.values()) == [("accountability",)]


async def test_locking_stops_the_work_keeps_it_and_says_so(
    app: FlipchartApp, join: Join, store: Store, until: Until
) -> None:
    async with join() as pilot:
        await pilot.click(app.screen.query(NameChip)[0])
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("1")
        await until(pilot, lambda: store.contribution("MKRT", "p-1"))
        store.change_session("MKRT", lambda now: now.lock(NOW + timedelta(minutes=3)))
        await until(pilot, lambda: app.screen.query_one("#notice", Static).display)
        assert "Hands off" in str(app.screen.query_one("#notice", Static).content)
        await pilot.press("down", "2")
        await pilot.pause()
        assert len(kept(store, "p-1").placements) == 1
        store.change_session("MKRT", lambda now: now.open(NOW + timedelta(minutes=4)))
        await until(pilot, lambda: not app.screen.query_one("#notice", Static).display)


async def test_a_session_that_goes_away_is_told_and_comes_back(
    app: FlipchartApp, join: Join, store: Store, until: Until
) -> None:
    folder = store.home / "sessions" / "MKRT"
    async with join() as pilot:
        folder.rename(store.home / "away")
        await until(pilot, lambda: app.screen.query_one("#question", BigType).text == "One moment, please.")
        (store.home / "away").rename(folder)
        await until(pilot, lambda: app.screen.query_one("#question", BigType).text == "Who is sitting here?")


async def test_a_name_is_shown_as_it_was_typed_and_never_as_markup(app: FlipchartApp, join: Join, until: Until) -> None:
    async with join() as pilot:
        app.screen.query_one("#name", Input).value = "[bold]x[/]"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        assert str(app.screen.query_one("#who", Static).content) == "[bold]x[/]"


async def test_one_stray_escape_does_not_close_a_shared_terminal(app: FlipchartApp, join: Join, until: Until) -> None:
    async with join() as pilot:
        await pilot.press("escape")
        await until(pilot, lambda: [one.message for one in app._notifications] == ["Press escape again to leave."])
        assert app.is_running
        assert isinstance(app.screen, JoinScreen)
        await pilot.press("escape")
        await until(pilot, lambda: app._exit)


async def test_a_name_that_is_not_on_the_list_is_begun_only_when_it_is_meant(
    app: FlipchartApp, join: Join, store: Store, until: Until
) -> None:
    async with join() as pilot:
        await pilot.press("2", "3", "2", "enter")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, JoinScreen))
        assert not store.contributions("MKRT")
        assert app.screen.query_one("#name", Input).value == "232"


async def test_without_a_list_any_name_is_meant(app: FlipchartApp, store: Store, until: Until) -> None:
    store.change_session("MKRT", lambda now: now.model_copy(update={"roster": ()}))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: app.screen.query_one("#name", Input).display)
        await pilot.press("2", "3", "2", "enter")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))


async def test_keys_pressed_while_there_is_nothing_to_do_are_not_kept_for_the_name(
    app: FlipchartApp, store: Store, until: Until
) -> None:
    store.change_session("MKRT", lambda now: now.lock(NOW))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Hands off" in app.screen.query_one("#question", BigType).text)
        await pilot.press("a", "b", "enter")
        store.change_session("MKRT", lambda now: now.open(NOW))
        await until(pilot, lambda: app.screen.query_one("#name", Input).display)
        await until(pilot, lambda: app.focused is app.screen.query_one("#name"))
        assert app.screen.query_one("#name", Input).value == ""
        await pilot.press("down")
        assert isinstance(app.focused, NameChip)
