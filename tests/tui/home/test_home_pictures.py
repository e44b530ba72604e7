"""What Home, help and a new session look like: small, wide and in a hall, in the dark and in a bright room."""

import os
from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from activities.session.session import Session
from store.protocol import Store
from store.workshops import workshop
from tests.tui.conftest import Until
from tui.app import FlipchartApp
from tui.dialogs.help import HelpScreen
from tui.home.home import HomeScreen
from tui.home.new_session import NewSessionScreen
from tui.widgets.choices import Choices

MakeApp = Callable[[Callable[[], Screen[Any]]], FlipchartApp]


@pytest.mark.parametrize(
    ("size", "theme"), [((80, 24), "hall"), ((120, 40), "paper"), ((200, 60), "hall")], ids=["80", "120", "200"]
)
def test_home_with_sessions(
    make_app: MakeApp,
    store: Store,
    session: Session,
    until: Until,
    snap_compare: Any,
    size: tuple[int, int],
    theme: str,
) -> None:
    for minute, code in enumerate(("AAAA", "BBBB", "CCCC", "DDDD", "EEEE")):
        store.create(session.model_copy(update={"code": code, "title": f"Session {code} [b]with a title[/b] too long"}))
        for path in (store.home / "sessions" / code).iterdir():
            os.utime(path, (1e9 + 60 * minute,) * 2)

    async def ready(pilot: Pilot[str]) -> None:
        pilot.app.theme = theme
        await until(
            pilot, lambda: pilot.app.screen.query("BigType") and pilot.app.screen.query_one(Choices).option_count > 8
        )

    assert snap_compare(make_app(HomeScreen), terminal_size=size, run_before=ready)


def test_help_over_home(make_app: MakeApp, until: Until, snap_compare: Any) -> None:
    async def ready(pilot: Pilot[str]) -> None:
        await until(pilot, lambda: pilot.app.screen.query("BigType"))
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await pilot.pause()

    assert snap_compare(make_app(HomeScreen), terminal_size=(80, 24), run_before=ready)


def test_a_new_session_with_a_mistake(make_app: MakeApp, store: Store, until: Until, snap_compare: Any) -> None:
    async def ready(pilot: Pilot[str]) -> None:
        screen = pilot.app.screen
        for field in screen.query(Input):
            field.cursor_blink = False
        screen.query_one("#date", Input).value = "tomorrow"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: str(screen.query_one("#trouble").render()))

    app = make_app(lambda: NewSessionScreen(workshop("evidence", store.home)))
    assert snap_compare(app, terminal_size=(80, 24), run_before=ready)
