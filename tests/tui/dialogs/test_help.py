"""Help: the words of what has the focus, then of the screen, then the keys that work now and no others."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Input, Static

from activities.session.session import Session
from tests.tui.conftest import Until
from tui.app import FlipchartApp
from tui.console.screen import ConsoleScreen
from tui.dialogs.help import HelpScreen, in_columns, possible
from tui.dialogs.pick_session import PickSessionScreen
from tui.home.home import HomeScreen

MakeApp = Callable[[Callable[[], Screen[Any]]], FlipchartApp]


class Small(Screen[None]):
    HELP = """
    ## The screen
    """
    BINDINGS = [
        Binding("o", "open", "Open"),
        Binding("x", "never", "Never now"),
        Binding("y", "unnamed", show=False),
    ]

    class Inner(Static, can_focus=True):
        HELP = "## The widget"
        BINDINGS = [Binding("e", "open", "Edit")]

        def action_open(self) -> None: ...

    class Hidden(Static):
        HELP = "## What cannot be seen"

    Inner.__module__ = "tui.small"

    def compose(self) -> Any:
        yield self.Inner()
        hidden = self.Hidden()
        hidden.display = False
        yield hidden

    def action_open(self) -> None: ...

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        return action != "never"


Small.__module__ = "tui.small"


def shown(app: FlipchartApp) -> str:
    return str(app.screen.query_one("#keys", Static).content)


async def test_help_has_the_words_of_what_is_there_and_the_keys_that_work(make_app: MakeApp, until: Until) -> None:
    app = make_app(Small)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen.focused)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen) and shown(app))
        assert isinstance(app.screen, HelpScreen)
        assert app.screen._text == "## The widget\n\n## The screen"
        assert "Open" in shown(app)
        assert "Edit" in shown(app)
        assert "Never" not in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Small))


async def test_f1_helps_where_a_question_mark_is_typed(make_app: MakeApp, session: Session, until: Until) -> None:
    app = make_app(lambda: PickSessionScreen("Which?"))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen.focused, Input))
        await pilot.press("question_mark")
        assert app.screen.query_one(Input).value == "?"
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, PickSessionScreen))


@pytest.mark.parametrize("first", [HomeScreen, lambda: ConsoleScreen("MKRT")], ids=["home", "console"])
async def test_help_is_read_whole_at_120_by_40(
    make_app: MakeApp, session: Session, until: Until, first: Callable[[], Screen[Any]]
) -> None:
    app = make_app(first)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(possible(app.screen)) > 4)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen) and shown(app))
        await pilot.pause()
        assert app.screen.query_one("VerticalScroll").max_scroll_y == 0


async def test_help_on_home_is_read_whole_at_80_by_24(make_app: MakeApp, until: Until) -> None:
    app = make_app(HomeScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen) and shown(app))
        await pilot.pause()
        assert app.screen.query_one("VerticalScroll").max_scroll_y == 0


def test_keys_stand_in_as_many_columns_as_fit() -> None:
    rows = [("a", "One"), ("ctrl+b", "Two"), ("c", "Three"), ("d", "Four"), ("e", "Five")]
    assert in_columns(rows, 30).plain.splitlines()[0].split() == ["a", "One", "d", "Four"]
    assert in_columns(rows, 10).plain.count("\n") == 4
    assert in_columns([], 30).plain == ""
