"""A screen ends once, whatever comes in while it does."""

import asyncio

from textual import work
from textual.app import ComposeResult
from textual.widgets import Static

from tests.tui.conftest import Until
from tests.tui.test_app import MakeApp
from tui.steady import SteadyModal, SteadyScreen, done


class Below(SteadyScreen[None]):
    def compose(self) -> ComposeResult:
        yield Static("below")

    @work(exclusive=True)
    async def alone(self) -> None:
        await done(self.app.pop_screen())


class Over(SteadyModal[str]):
    def compose(self) -> ComposeResult:
        yield Static("over")

    def on_mount(self) -> None:
        self.query_one(Static).update("over it")

    def on_resize(self) -> None:
        self.query_one(Static).update("over it still")


async def test_a_dialog_that_is_ended_twice_takes_no_other_screen_with_it(make_app: MakeApp, until: Until) -> None:
    app, answers = make_app(Below), list[str | None]()
    async with app.run_test() as pilot:
        over = Over()
        await app.push_screen(over, answers.append)
        over.dismiss("once")
        over.dismiss("twice")
        await until(pilot, lambda: answers)
        assert isinstance(app.screen, Below)
        assert answers == ["once"]


async def test_a_dialog_that_ends_before_anything_is_on_it_is_no_fault(make_app: MakeApp, until: Until) -> None:
    app = make_app(Below)
    async with app.run_test() as pilot:
        for _ in range(5):
            over = Over()
            app.push_screen(over)
            await asyncio.sleep(0)
            over.dismiss()
            await until(pilot, lambda: isinstance(app.screen, Below))


async def test_a_dialog_under_another_does_not_end_in_its_place(make_app: MakeApp, until: Until) -> None:
    app, answers = make_app(Below), list[str | None]()
    async with app.run_test() as pilot:
        under, over = Over(), Over()
        await app.push_screen(under, answers.append)
        await app.push_screen(over)
        under.dismiss("too early")
        assert app.screen is over
        over.dismiss()
        await until(pilot, lambda: app.screen is under)
        under.dismiss("now")
        await until(pilot, lambda: answers == ["now"])


async def test_who_is_cancelled_while_a_dialog_is_taken_away_does_not_end_the_program(
    make_app: MakeApp, until: Until
) -> None:
    app = make_app(Below)
    async with app.run_test() as pilot:
        below = app.screen
        assert isinstance(below, Below)
        await app.push_screen(Over())
        waiting = below.alone()
        for _ in range(100):
            if app.screen is below:
                break
            await asyncio.sleep(0)
        waiting.cancel()
        await until(pilot, lambda: waiting.is_finished and app.screen is below)
        await app.push_screen(Over())
        assert app.is_running
        assert isinstance(app.screen, Over)


async def test_no_key_leads_out_of_a_held_terminal_from_any_screen(make_app: MakeApp) -> None:
    app = make_app(Below)
    async with app.run_test() as pilot:
        app.held = True
        await pilot.press("ctrl+q")
        assert app.is_running
        assert isinstance(app.screen, Below)
        app.held = False
        await pilot.press("ctrl+q")
    assert not app.is_running
    assert app.return_code == 0
