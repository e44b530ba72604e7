"""A shared terminal when the session is over: it thanks, keeps what was written, and lets nobody begin."""

from activities.session.closing import close
from activities.session.session import Session
from store.protocol import Store
from tests.tui.conftest import NOW, Until
from tests.tui.seat.conftest import SORT, Join
from tui.app import FlipchartApp
from tui.presence import Presence
from tui.seat.turn import TurnScreen
from tui.widgets.big_type import BigType


async def test_it_thanks_people_and_nobody_can_sit_down(
    app: FlipchartApp, join: Join, store: Store, opened: Session, until: Until
) -> None:
    async with join() as pilot:
        store.change_session("MKRT", lambda now: close(now, NOW, delete_on=None))
        await until(pilot, lambda: app.screen.query_one("#question", BigType).text == "Thank you.")
        assert not app.screen.query_one("#name").display
        await pilot.press(*"table", "enter")
        assert not isinstance(app.screen, TurnScreen)


async def test_who_is_in_the_middle_of_it_keeps_what_they_did(
    app: FlipchartApp, join: Join, store: Store, opened: Session, until: Until
) -> None:
    async with join() as pilot:
        await pilot.press(*"table", "space", "3", "enter")
        await until(pilot, lambda: isinstance(app.screen, TurnScreen))
        await pilot.press("1")
        await until(pilot, lambda: store.contribution("MKRT", "p-3"))
        store.change_session("MKRT", lambda now: close(now, NOW, delete_on=None))
        told = "The session is over. Thank you. Your work is kept."
        await until(pilot, lambda: told in "\n".join(s.text for s in app.screen._compositor.render_strips()))
        kept = store.contribution("MKRT", "p-3")
        assert kept is not None
        assert kept.latest(SORT) is not None


async def test_the_terminal_is_there_for_the_facilitator_to_see_for_as_long_as_it_is_open(
    app: FlipchartApp, join: Join, store: Store, opened: Session, until: Until
) -> None:
    async with join() as pilot:
        await until(pilot, lambda: len(store.present("MKRT").get("seat", ())) == 1)
        await app.screen.query_one(Presence).remove()
        await until(pilot, lambda: not store.present("MKRT").get("seat"))
